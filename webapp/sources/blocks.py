"""A parsed page or chapter to lines of text: every block element ends a line, markup stays behind.

Of ``<ruby>`` the base text is kept as text, for its readings would stand in the
sentences; they come along as readings of the line where they are Mandarin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

import lxml.etree

from webapp.sources.article import GivenReading
from webapp.sources.draft import Line
from webapp.sources.printed import printed_pinyin

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | frozenset(
    "address article aside blockquote body br caption center dd details div dl dt figcaption figure header hr"
    " html li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_READING_PARTS = frozenset({"rt", "rp", "rtc"})
_SKIPPED = _READING_PARTS | frozenset(
    "script style head title noscript template iframe object embed svg math video audio".split()
)
_WHITE_SPACE = re.compile(r"[ \t\n\r\f\v\xa0\u200b]+")
_BLANK = " \t\n\r\f\v\xa0\u200b\u3000"
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff“”‘’…—]"
_BROKEN_LINE = re.compile(rf"(?<={_WIDE})[ \t\r\f]*\n\s*(?={_WIDE})")


@dataclass(slots=True)
class _Ruby:
    """A ruby element being read: bases and readings as they come, and where the bases begin."""

    bases: list[tuple[int, str]] = field(default_factory=list)
    readings: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Writer:
    """The line being written. ``marks`` are readings, with places in the unfolded pieces."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[tuple[int, str, str]] = field(default_factory=list)  # place, base, reading
    anchors: list[str] = field(default_factory=list)
    bullet: str = ""

    def write(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            self.length += len(text)

    def finished(self) -> Iterator[Line]:
        """Yield the line unless it is blank; its white space folded as a browser does."""
        raw = "".join(self.pieces)
        text = _WHITE_SPACE.sub(" ", _BROKEN_LINE.sub("", raw)).strip(" \u3000")
        if text:
            readings = _placed(self.bullet + raw, self.bullet + text, self._shifted())
            yield Line(self.bullet + text, tuple(readings), tuple(self.anchors))
            self.anchors, self.bullet = [], ""  # kept over blank lines: they belong to the next one
        self.pieces, self.length, self.marks = [], 0, []

    def _shifted(self) -> list[tuple[int, str, str]]:
        return [(place + len(self.bullet), base, reading) for place, base, reading in self.marks]


def lines_of(root: lxml.etree._Element) -> Iterator[Line]:
    """Yield the lines of an element, in its order. Items of lists begin with ``• `` or their number."""
    writer = _Writer()
    skipping = 0
    rubies: list[_Ruby] = []
    numbers: list[Iterator[int] | None] = []
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "script"
        starts = event == "start"
        if tag in _SKIPPED:
            if starts and tag == "rt" and rubies and not skipping:
                rubies[-1].readings.append("".join(map(str, element.itertext())))
            skipping += 1 if starts else -1
        elif tag in BLOCKS:
            yield from writer.finished()
            _count(tag, starts, numbers, writer)
        elif tag == "ruby":
            rubies = _ruby_edge(starts, rubies, writer)
        if starts and not skipping:
            _note_anchor(element, writer)
            _write(element.text, tag, rubies, writer)
        elif not starts and not skipping and element is not root:
            _write(element.tail, "", rubies if tag != "ruby" else [], writer)
    yield from writer.finished()


def _write(text: str | None, tag: str, rubies: list[_Ruby], writer: _Writer) -> None:
    if rubies and text and text.strip() and tag not in BLOCKS:
        base = text.strip()
        rubies[-1].bases.append((writer.length + text.index(base), base))
    writer.write(text)


def _ruby_edge(starts: bool, rubies: list[_Ruby], writer: _Writer) -> list[_Ruby]:
    """Open a ruby, or close the innermost and note its readings: one for each base, or one for all."""
    if starts:
        return [*rubies, _Ruby()]
    if not rubies:
        return rubies
    ruby = rubies[-1]
    if len(ruby.bases) == len(ruby.readings):
        writer.marks += [
            (place, base, reading) for (place, base), reading in zip(ruby.bases, ruby.readings, strict=True)
        ]
    elif ruby.bases:
        base = "".join(base for _, base in ruby.bases)
        writer.marks.append((ruby.bases[0][0], base, " ".join(ruby.readings)))
    return rubies[:-1]


def _placed(raw: str, text: str, marks: list[tuple[int, str, str]]) -> Iterator[GivenReading]:
    """Turn places in the raw pieces into places in the folded text: equally many characters stand before."""
    solid = [place for place, char in enumerate(text) if char not in _BLANK]
    end = 0
    for place, base, reading in sorted(marks):
        before = sum(char not in _BLANK for char in raw[:place])
        start = solid[before] if before < len(solid) else len(text)
        given = printed_pinyin(base, reading)
        if given is not None and start >= end and text.startswith(base, start):
            end = start + len(base)
            yield GivenReading(start, end, given)


def _count(tag: str, starts: bool, numbers: list[Iterator[int] | None], writer: _Writer) -> None:
    if tag in ("ul", "ol"):
        if starts:
            numbers.append(count(1) if tag == "ol" else None)
        elif numbers:
            numbers.pop()
    elif tag == "li" and starts and numbers:
        number = numbers[-1]
        writer.bullet = "• " if number is None else f"{next(number)}. "
    elif tag == "li":
        writer.bullet = ""


def _note_anchor(element: lxml.etree._Element, writer: _Writer) -> None:
    for name in ("id", "name"):
        if value := element.get(name):
            writer.anchors.append(str(value)[:200])
