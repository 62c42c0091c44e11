"""Where the pages of a text end, so that a novel is read, kept and searched a page at a time.

A page ends with a chapter, at the end of a line after about :data:`PAGE_CHARS`
characters, or behind a sentence where that line goes on for half a page more. A text
of no more than three pages, which most articles are, is one page. It follows from the
text alone; what is kept are the pages themselves, so another rule here changes
only texts that are added or edited afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

PAGE_CHARS = 800
"""A page is annotated in one go when it is first opened, this many in some hundredths of a second.

A learner reads it in five minutes.
"""
LONGEST = 1.5
"""How many pages' length the longest one has."""
IN_ONE_PIECE = 3
"""How many pages' length a whole text may have that is read in one piece."""

# Where a page may end: behind a line, else behind a sentence.
_LINE_END = re.compile(r"\n+")
_SENTENCE_END = re.compile(r"[。！？!?…]+[”’」』）]*")


def page_ends(text: str, page_chars: int = PAGE_CHARS, chapter_starts: Iterable[int] = ()) -> list[int]:
    r"""Return where each page of ``text`` ends; the last one ends with the text.

    >>> page_ends("第一行\n第二行\n第三行\n", page_chars=5)    # three lines
    [12]
    >>> page_ends("第一行\n第二行\n第三行\n", page_chars=3)
    [4, 8, 12]
    >>> page_ends("第一行\n第二行\n第三行\n", page_chars=6, chapter_starts=[0, 4])
    [4, 12]
    """
    borders = sorted({0, len(text), *(start for start in chapter_starts if 0 < start < len(text))})
    if len(borders) == 2 and len(text) <= IN_ONE_PIECE * page_chars:
        return [len(text)]
    return [end for start, stop in pairwise(borders) for end in _within(text, start, stop, page_chars)] or [0]


def _within(text: str, start: int, stop: int, page_chars: int) -> Iterable[int]:
    longest = int(LONGEST * page_chars)
    while stop - start > longest:
        least, most = start + page_chars, start + longest
        found = _LINE_END.search(text, least, most) or _SENTENCE_END.search(text, least, most)
        start = found.end() if found else most
        if start < stop:
            yield start
    yield stop
