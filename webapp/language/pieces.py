"""Cut a sentence at what needs no dictionary: numerals, Latin words, punctuation, space.

What is left over are runs of Han characters, for ``segmentation.py``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from webapp.language.joints import JOINT
from webapp.language.numerals import Numeral
from webapp.language.script import HAN

PieceKind = Literal["han", "numeral", "latin", "mixed", "punctuation", "space"]

_LETTER = rf"[^\W\d_{HAN}]"  # a letter of any script but Han: Latin, Cyrillic, kana ...
_RUN = rf"{_LETTER}[\w]*"  # begins with a letter, may hold digits: G42, H1N1
_JOINED = rf"(?:(?![{HAN}])\w)+(?:[.&'’\-+/@]+(?:(?![{HAN}])\w)+)*"
_PIECE = re.compile(
    rf"(?P<han>[{HAN}]+)"
    rf"|(?P<space>\s+)"
    rf"|(?P<latin>(?={_LETTER}){_JOINED}(?: +(?={_LETTER}){_JOINED})*(?:\+\+|#)?(?:\.(?=[{HAN}]))?)"
    rf"|(?P<punctuation>(?P<mark>[^\w\s])(?P=mark)*|[\w])"
)
_HAN_RUN = re.compile(rf"([{HAN}{JOINT}]+)")


class Piece(NamedTuple):
    """A stretch of a sentence of one kind; ``numeral`` is set for numerals."""

    kind: PieceKind
    start: int
    end: int
    numeral: Numeral | None = None


def runs(text: str) -> list[str]:
    """Return what stands before the first run of Han, the run, what stands before the next one, and so on.

    The text may be one with its joints marked, which belong to the runs: they stand between Han alone.

    >>> runs("“来，”他说。")
    ['“', '来', '，”', '他说', '。']
    """
    return _HAN_RUN.split(text)


def pieces(text: str, numerals: Sequence[Numeral]) -> list[Piece]:
    """Return the pieces of a sentence with these numerals in order; they cover all of it.

    >>> from webapp.language.numerals import scan
    >>> [text[p.start:p.end] for text in ["7年来，Astana Hub入驻了"] for p in pieces(text, scan(text))]
    ['7', '年来', '，', 'Astana Hub', '入驻了']
    """
    at = 0
    found: list[Piece] = []
    for numeral in numerals:
        if at < numeral.start:
            found += _plain(text, at, numeral.start)
        found.append(Piece("numeral", numeral.start, numeral.end, numeral))
        at = numeral.end
    return found + _plain(text, at, len(text)) if at < len(text) else found


def _plain(text: str, start: int, end: int) -> list[Piece]:
    made = tuple.__new__  # in half the time of Piece()
    return [
        made(Piece, (match.lastgroup, *match.span(), None)) for match in _PIECE.finditer(text, start, end)
    ]


def goes_on(text: str, end: int) -> bool:
    """Tell whether letters or digits go on here, as in 维生素B|12."""
    return text[end - 1].isascii() and text[end : end + 1].isascii() and text[end : end + 1].isalnum()
