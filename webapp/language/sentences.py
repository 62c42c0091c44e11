"""Where a sentence ends.

A sentence ends at 。！？!? and …… and takes its closing quotes, its brackets and
the white space after it along (．stands for 。 in old files); 他说 after a closing quote begins the next one. A
semicolon ends nothing. A Latin full stop ends a sentence only before a space
and a new beginning, so Alem.Cloud, 3.5 and "Holding Corp. 签署" stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from webapp.language.script import HAN

COMFORTABLE_LENGTH = 400  # a longer sentence is divided at its commas
GREATEST_LENGTH = 500  # and there where it has none

_CLOSERS = r"”’\"'」』）)】］\]〕》〉"
_END = re.compile(
    rf"(?P<stop>(?:[。！？!?｡…]|(?<![0-9０-９A-Za-z])．)++|\.(?=[{_CLOSERS}]*+\s))(?P<closers>[{_CLOSERS}]*+)(?P<space>\s*+)"
)
_GOES_ON = frozenset("，、；：,;:。的")  # a sentence does not begin with these
_BEGINNING = re.compile(rf"[A-Z“‘\"'「『（(《【{HAN}]")
_LAST_WORD = re.compile(r"[A-Za-z.]*\Z")
_ABBREVIATIONS = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "vs",
        "etc",
        "corp",
        "inc",
        "ltd",
        "co",
        "no",
        "jr",
        "sr",
        "vol",
        "fig",
    )
    + ("e.g", "i.e", "u.s", "u.k", "ph.d", "a.m", "p.m")
)
_PAUSE = re.compile(r"[，；、,;：:]\s*+|\s++")


def sentences(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Divide ``text[start:end]`` into sentences without gaps.

    >>> text = "“你好。”他说。Alem.Cloud开放了；好！ "
    >>> [text[start:end] for start, end in sentences(text, 0, len(text))]
    ['“你好。”', '他说。', 'Alem.Cloud开放了；好！ ']
    """
    found: list[tuple[int, int]] = []
    place = start
    for stop in _ends(text, start, end):
        if stop - place <= COMFORTABLE_LENGTH:
            found.append((place, stop))
        else:
            found.extend(_divided(text, place, stop))
        place = stop
    return tuple(found)


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    quotes, counted = 0, start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if '"' in match["closers"]:  # the same sign opens and closes: only an open quotation can be closed
            quotes += text.count('"', counted, match.end("stop"))
            counted = match.end("stop")
            if quotes % 2 == 0:
                stop = match.end("stop") + match["closers"].index('"')
        if stop < end and _is_end(text, match, stop):
            yield stop
    if start < end:
        yield end


def _is_end(text: str, match: re.Match[str], stop: int) -> bool:
    after, closers = text[stop], match["closers"]
    if match["stop"] == ".":
        word = _LAST_WORD.search(text, max(match.start() - 12, 0), match.start())
        last = word[0].lower() if word else ""
        return last not in _ABBREVIATIONS and len(last) != 1 and _BEGINNING.match(after) is not None
    if match.group()[-1] in "!?" and after.isascii() and after.isalnum():  # an address: page?id=1
        return False
    if closers[-1:] in ("》", "〉") and not match["space"]:  # the stop is part of a title: 《你好吗？》的作者
        return False
    return after not in _GOES_ON or "\n" in match["space"]


def _divided(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence, in pieces where it is too long to be annotated as one."""
    while end - start > COMFORTABLE_LENGTH:
        comfortable, greatest = start + COMFORTABLE_LENGTH, min(start + GREATEST_LENGTH, end)
        pauses = [pause.end() for pause in _PAUSE.finditer(text, start, greatest)]
        within = [place for place in pauses if place <= comfortable]
        cut = within[-1] if within else pauses[0] if pauses else greatest
        yield start, cut
        start = cut
    if start < end:
        yield start, end
