"""What the numeral rules produce: a :class:`Numeral` in the making, and the finished one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from webapp.language.document import Syllable
from webapp.language.numeral_speech import SCALE, speak_decimal

NumeralKind = Literal["number", "latin"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral, unit or Latin code at a known place in its text.

    ``role`` says what it is: "number", "approximate", "ordinal", "year", "date",
    "time", "decade", "generation", "percent", "fraction", "decimal", "range",
    "score", "ratio", "money", "phone", "code", "event", "math", "temperature",
    "unit", "connector" (the dash of 8点-10点), "latin" or "address" (a web page).
    """

    start: int
    end: int
    kind: NumeralKind
    syllables: tuple[Syllable, ...]
    gloss: str | None
    note: str | None
    role: str


class Piece(NamedTuple):
    """A stretch of text with its reading in numbered pinyin, or "" where nothing is read."""

    base: str
    reading: str


class Draft(NamedTuple):
    """What a rule found at a place: pieces whose bases, joined, are the text from there on."""

    pieces: tuple[Piece, ...]
    role: str
    gloss: str | None = None
    note: str | None = None
    kind: NumeralKind = "number"

    @property
    def length(self) -> int:
        return sum(len(piece.base) for piece in self.pieces)

    def placed(self, text: str, start: int) -> Numeral:
        """Put the draft into its text, whose own characters (１ for 1) become the bases."""
        at, syllables = start, []
        for base, reading in self.pieces:
            syllables.append(Syllable(text[at : at + len(base)], reading))
            at += len(base)
        return Numeral(start, at, self.kind, tuple(syllables), self.gloss, self.note, self.role)


def amount_pieces(amount: str, before_measure: bool = False) -> tuple[Piece, ...]:
    """Read an amount such as ``1.2万亿``: the digits as one piece, each 万 and 亿 as its own.

    >>> amount_pieces("2万")
    (Piece(base='2', reading='liang3'), Piece(base='万', reading='wan4'))
    """
    pieces: list[Piece] = []
    digits = ""
    for index, char in enumerate(amount):
        if char not in SCALE:
            digits += char
            continue
        if digits:
            before_large = char in "千万亿" or amount[index + 1 : index + 2] in SCALE and char != "百"
            pieces.append(Piece(digits, speak_decimal(digits, before_measure=before_large)))
            digits = ""
        pieces.append(Piece(char, SCALE[char][0]))
    if digits:
        pieces.append(Piece(digits, speak_decimal(digits, before_measure=before_measure)))
    return tuple(pieces)


def amount_value(amount: str) -> Decimal:
    """Compute an amount's value.

    >>> int(amount_value("1.2万亿")), int(amount_value("1亿2000万")), int(amount_value("2,222"))
    (1200000000000, 120000000, 2222)
    """
    total, section = Decimal(0), Decimal(0)
    digits = ""
    for char in amount:
        if char not in SCALE:
            digits += char
            continue
        size = SCALE[char][1]
        number = Decimal(_digits_only(digits) or 0)
        digits = ""
        if size >= 10**4:
            section += number
            total = (
                (total + section or Decimal(1)) * size
                if size == 10**8
                else total + (section or Decimal(1)) * size
            )
            section = Decimal(0)
        else:
            section += (number or 1) * size
    return total + section + Decimal(_digits_only(digits) or 0)


def _digits_only(number: str) -> str:
    return "".join(char for char in number if char.isdigit() or char == ".")


def is_padded(amount: str) -> bool:
    """Tell whether a number is written with leading zeros, as codes are."""
    return len(amount) > 1 and amount[0] == "0" and amount[1].isdigit()
