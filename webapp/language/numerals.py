"""Find every number, date, time, price, unit and code of a text, and say how it is spoken.

``scan`` walks once from left to right. At each character that could begin a
numeral the rules are asked in order, the most specific first; whatever one
takes is not looked at again. The rules live in rooms of their own:

    numeral_dates       2025年7月9日, 2024-05-01, 14:30, 95后
    numeral_codes       119, 1203房间, G102, PM2.5, 9·11, web addresses
    numeral_quantities  75%, 3/4, $50, 第86, -3, 1.2万亿
    numeral_ranges      100-200, 3:2, 1+1=2
    han_numerals        百分之二十, 三千六百, 十几, 五一
    units               km, ℃, $
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from fractions import Fraction

from webapp.language.han_numerals import TRIGGERS, read_han
from webapp.language.numeral_codes import (
    read_address,
    read_digits,
    read_dotted,
    read_event,
    read_letters,
    read_phone,
)
from webapp.language.numeral_dates import read_clock, read_date, read_generation
from webapp.language.numeral_draft import Draft, Numeral, Piece
from webapp.language.numeral_patterns import DASH, compiled, plain
from webapp.language.numeral_quantities import (
    read_amount,
    read_fraction,
    read_money,
    read_ordinal,
    read_percent,
    read_signed,
)
from webapp.language.numeral_ranges import read_chain, read_range, read_ratio, read_sum
from webapp.language.numeral_speech import speak_decimal, speak_digits, speak_integer
from webapp.language.units import UNITS, unit_after

__all__ = ["Numeral", "scan", "speak_decimal", "speak_digits", "speak_integer"]

_TRIGGER = re.compile(
    rf"[0-9A-Za-zÀ-ÖØ-öø-ɏ$€£¥₩₽₹฿₫₴₸₺₿{TRIGGERS}①-⒛⓪-⓿❶-➓㈠-㈩㉑-㉟㊀-㊉㊱-㊿Ⅰ-ⅿ½¼¾⅐-⅞㎎-㏄+±≥≤≈<>~—-]"
)
_LETTER = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]")
_DIGITS = compiled(r"\d+")
_DIGIT_WORD = compiled(r"\d{1,8}(?:\.\d{1,4})?[A-Za-z]")
_UNIT_BEFORE_DASH = re.compile(r"[0-9]([^0-9\W_]{1,4}|[°℃%])$")
_NUMBER_AFTER_DASH = compiled(r"[0-9.,:]{1,20}[万亿]?[ ]?")
_WEEKDAY_BEFORE = re.compile(r"(周|星期)[一二三四五六日天]$")
_CONNECTOR = compiled(rf"{DASH}(?=[\d$€£¥]|[周星])")

_Rule = Callable[[str, int], Draft | None]
# Which rules can apply is told by the character after the first digits.
_DIGIT_RULES: dict[str, tuple[_Rule, ...]] = {
    follower: rules
    for followers, rules in (
        (
            ".",
            (
                read_address,
                read_date,
                read_event,
                read_dotted,
                read_percent,
                read_sum,
                read_ratio,
                read_range,
            ),
        ),
        (",", (read_percent, read_sum, read_ratio, read_range)),
        ("-", (read_address, read_date, read_phone, read_chain, read_percent, read_sum, read_range)),
        ("—~ ", (read_date, read_phone, read_percent, read_sum, read_range)),
        (":", (read_clock, read_ratio)),
        ("/", (read_date, read_fraction)),
        ("%‰", (read_percent,)),
        ("·", (read_date, read_event)),
        ("年月日号", (read_date,)),
        ("后", (read_generation,)),
        ("、万亿千百万亿", (read_range,)),
        ("+×xX*÷=≈≠<>≥≤", (read_sum,)),
        ("@_", (read_address,)),
    )
    for follower in followers
}
_LONG_RULES: tuple[_Rule, ...] = (read_phone,)
_SYMBOL_RULES: tuple[_Rule, ...] = (read_money, read_phone, read_signed)


def scan(text: str) -> tuple[Numeral, ...]:
    """Return the numerals of a text in order; they do not overlap.

    >>> [(n.syllables[0].base, n.syllables[0].citation, n.gloss) for n in scan("20万人，2个")]
    [('20', 'er4 shi2', '200,000'), ('2', 'liang3', 'two')]
    """
    found: list[Numeral] = []
    looked_at = plain(text)
    place = _TRIGGER.search(looked_at)
    while place:
        at = place.start()
        end, draft = _read(looked_at, at)
        if draft:
            found.append(draft.placed(text, at))
            if unit := unit_after(looked_at, end) if _ends_in_digit(looked_at, end) else None:
                start, end, name = unit
                found.append(
                    Draft(
                        (Piece(looked_at[start:end], name.reading),), "unit", name.gloss, None, "latin"
                    ).placed(text, start)
                )
        place = _TRIGGER.search(looked_at, end)
    return tuple(found)


def _read(text: str, at: int) -> tuple[int, Draft | None]:
    """Ask the rules that can begin with this character; return where to go on."""
    char = text[at]
    if "0" <= char <= "9":
        draft = _read_from_digit(text, at)
    elif _LETTER.match(char):
        draft = read_address(text, at) or read_money(text, at)
        if draft is None:
            return read_letters(text, at)
    elif char == "第" and (draft := read_ordinal(text, at)):
        return at + draft.length, draft
    elif char in TRIGGERS:
        return read_han(text, at)
    elif char in UNITS:
        draft = Draft((Piece(char, UNITS[char].reading),), "unit", UNITS[char].gloss, kind="latin")
    elif unicodedata.category(char) in ("No", "Nl"):
        draft = _read_symbol(char)
    else:
        draft = _first(_SYMBOL_RULES, text, at) or _read_connector(text, at)
    return (at + draft.length, draft) if draft else (at + 1, None)


def _read_from_digit(text: str, at: int) -> Draft | None:
    end = _DIGITS.match(text, at).end()  # type: ignore[union-attr]  # there is a digit at this place
    rules = _DIGIT_RULES.get(text[end : end + 1], _LONG_RULES if end - at >= 10 else ())
    if draft := _first(rules, text, at):
        return draft
    word = _DIGIT_WORD.match(text, at)
    if word and not unit_after(text, word.end() - 1):
        return read_address(text, at) or read_letters(text, at)[1]
    return read_digits(text, at) or read_amount(text, at)


def _first(rules: tuple[_Rule, ...], text: str, at: int) -> Draft | None:
    return next(filter(None, (rule(text, at) for rule in rules)), None)


def _ends_in_digit(text: str, end: int) -> bool:
    return text[end - 1].isdigit() or text[end - 1] in "万亿千百万亿多几余"


def _read_symbol(char: str) -> Draft | None:
    """Read ① and Ⅳ as their number, ½ as a fraction."""
    value = Fraction(unicodedata.numeric(char)).limit_denominator(100)
    if value.denominator == 1:
        return Draft((Piece(char, speak_integer(int(value))),), "number", str(value))
    reading = f"{speak_integer(value.denominator)} fen1 zhi1 {speak_integer(value.numerator)}"
    return Draft((Piece(char, reading),), "fraction", str(value))


def _read_connector(text: str, at: int) -> Draft | None:
    """Read the dash of 8点-10点, 5℃~8℃ and 周一-周五 as 到: the same unit stands on both sides."""
    found = _CONNECTOR.match(text, at)
    if not found:
        return None
    left = text[max(0, at - 6) : at]
    unit = _UNIT_BEFORE_DASH.search(left)
    number = _NUMBER_AFTER_DASH.match(text, found.end())
    day = _WEEKDAY_BEFORE.search(left)
    is_same_unit = unit and number and text.startswith(unit[1], number.end())
    if is_same_unit or day and text.startswith(day[1], found.end()):
        return Draft((Piece(found[0], "dao4"),), "connector", "to")
    return None
