"""Subtitles (SubRip, WebVTT) to lines of dialogue: a cue a line, a longer silence a new paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from webapp.errors import SourceFormatError
from webapp.language.script import has_han
from webapp.sources.article import Article, clean, make_article

SILENCE_SECONDS = 6.0

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})"
_TIMING = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}")
_TAG = re.compile(r"</?[A-Za-z0-9][^<>]{0,200}>|\{[\\a-zA-Z][^{}]{0,200}\}")
_BREAK = re.compile(r"\\[Nn]|<br[ \t]*/?>", re.IGNORECASE)
_NOTE = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)\b")
_WIDE_SEAM = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uff60]) (?=[\u2e80-\u9fff\uff00-\uff60])")


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown from ``start`` to ``end`` (seconds), line by line."""

    start: float
    end: float
    lines: tuple[str, ...]


def read_subtitles(text: str, name: str, *, title: str | None = None) -> Article:
    """Read subtitles. Of bilingual ones the Chinese lines are kept.

    Raises :class:`~webapp.errors.SourceError` where there are no cues, or no Chinese in them.
    """
    cues = list(_cues(clean(text)))
    if not cues:
        raise SourceFormatError(
            f"{name} holds no subtitles: no line in it says from when to when, as in 00:00:01,000 --> 00:00:02,000."
        )
    mixed = sum(len({has_han(line) for line in cue.lines}) > 1 for cue in cues)
    is_bilingual = mixed * 3 > len(cues)
    return make_article(_written(cues, is_bilingual), title=title, name=name)


def _cues(text: str) -> Iterator[Cue]:
    """Yield the cues in the file's order; headers, notes and styles are stepped over."""
    timing: re.Match[str] | None = None
    shown: list[str] = []
    for line in [*text.split("\n"), ""]:
        found = _TIMING.match(line)
        if found or not line.strip():
            if timing is not None:
                if found and shown and shown[-1].strip().isdigit():
                    shown.pop()  # the next cue's number, where no blank line stands before it
                if lines := tuple(_plain(shown)):
                    yield Cue(_seconds(timing.groups()[:4]), _seconds(timing.groups()[4:]), lines)
            timing, shown = found, []
        elif timing is not None and not _NOTE.match(line):
            shown.append(line)


def _plain(shown: list[str]) -> Iterator[str]:
    for raw in shown:
        for part in _BREAK.split(raw):
            line = " ".join(unescape(_TAG.sub("", part)).split())
            if line:
                yield line


def _written(cues: list[Cue], is_bilingual: bool) -> str:
    """Write a line for each cue; what is shown twice in a row (a fading cue) is written once."""
    written: list[str] = []
    before: Cue | None = None
    for cue in cues:
        lines = tuple(line for line in cue.lines if has_han(line)) if is_bilingual else cue.lines
        is_dialogue = len(lines) > 1 and all(line[0] in "-–—－" for line in lines)
        for line in lines if is_dialogue else filter(None, (_WIDE_SEAM.sub("", " ".join(lines)),)):
            if before is not None and cue.start - before.end >= SILENCE_SECONDS and written[-1:] != [""]:
                written.append("")
            if written[-1:] != [line]:
                written.append(line)
            before = cue
    return "\n".join(written) + "\n"


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")
