"""Dates in Chinese characters, and the dates that became names: 二〇二五年, 七月九日, 九五后, 五一, 一二·九."""

from __future__ import annotations

import re

from webapp.language.han_approximate import PAIRS
from webapp.language.han_grammar import SIZES, VALUES, digits_of, han_draft, han_value
from webapp.language.numeral_context import before
from webapp.language.numeral_draft import Draft
from webapp.language.numeral_patterns import date_gloss

_DAYS = "三十一?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|十[一二三四五六七八九]?"
_YEAR = re.compile(
    r"(?P<year>[一二][零〇○一二三四五六七八九]{3}|[四五六七八九零〇○][零〇○一二三四五六七八九])年(?![代级])"
)
_MONTH_DAY = re.compile(
    rf"(?P<month>十[一二]?|[一二三四五六七八九])月(?P<day>{_DAYS}|[一二三四五六七八九])[日号]"
)
_MONTH = re.compile(r"(?P<month>十[一二])月(?![牙饼])")
_DAY = re.compile(rf"(?P<day>{_DAYS})日(?![元圆])")
_GENERATION = re.compile(r"(?P<decade>[五六七八九零〇一][零〇五])后(?![天来期面])")
_EVENT = re.compile(
    r"(?P<month>十[一二]?|[一二三四五六七八九])·(?P<day>[一二三四五六七八九十零〇]{1,3})(?!·)"
)
_BY_DIGIT = "years are read digit by digit"
_NAMED = "a date that became a name, read digit by digit"

_HOLIDAYS = {
    "五一": "1 May, Labour Day", "五四": "4 May, Youth Day", "六一": "1 June, Children's Day",
    "七一": "1 July, Party founding day", "八一": "1 August, Army Day", "三八": "8 March, Women's Day",
    "九一八": "18 September (1931)", "一二九": "9 December (1935)", "七七": "7 July (1937)",
}  # fmt: skip
_HOLIDAY = re.compile("|".join(sorted(_HOLIDAYS, key=len, reverse=True)))
_NATIONAL_DAY = re.compile(r"十一(?=黄金周|假期|小?长假|期间|国庆|放假)")
# A name of a day is not followed by what it would count (八一条), nor part of a longer numeral.
_NO_HOLIDAY_BESIDE = (
    frozenset("开开折线线年第点点条条个个位名件只张张本块块口") | VALUES.keys() | SIZES.keys()
)


def read_date(text: str, at: int) -> Draft | None:
    """Read a date. Months and days of one character (七月, 九日) are headwords and stay with the dictionary."""
    found = _YEAR.match(text, at)
    if found and found["year"] not in PAIRS:
        return _read_year(text, at, found)
    if found := _MONTH_DAY.match(text, at):
        return han_draft(
            found[0], "date", date_gloss(None, int(han_value(found["month"])), _day(found["day"]))
        )
    if found := _MONTH.match(text, at):
        return han_draft(found[0], "date", date_gloss(None, int(han_value(found["month"])), None))
    if found := _DAY.match(text, at):
        return han_draft(found[0], "date", date_gloss(None, None, _day(found["day"])))
    if (found := _GENERATION.match(text, at)) and before(text, at, 1) not in tuple("十百千万前第"):
        decade = digits_of(found["decade"])
        return han_draft(
            found[0],
            "generation",
            f"people born from {'20' if decade < '50' else '19'}{decade} on",
            _BY_DIGIT,
        )
    return None


def _read_year(text: str, at: int, found: re.Match[str]) -> Draft:
    year = digits_of(found["year"])
    if more := _MONTH_DAY.match(text, found.end()):
        gloss = date_gloss(year, int(han_value(more["month"])), _day(more["day"]))
        return han_draft(text[at : more.end()], "date", gloss, _BY_DIGIT)
    if more := _MONTH.match(text, found.end()):
        return han_draft(
            text[at : more.end()], "date", date_gloss(year, int(han_value(more["month"])), None), _BY_DIGIT
        )
    return han_draft(found[0], "year", date_gloss(year, None, None), _BY_DIGIT)


def _day(numeral: str) -> int:
    return int(han_value(numeral.replace("廿", "二十")))


def read_event(text: str, at: int) -> Draft | None:
    """Read 一二·九 and 九·一八, and the holidays 五一, 三八, 十一."""
    if found := _EVENT.match(text, at):
        return han_draft(found[0], "event", _event_gloss(found["month"], found["day"]), _NAMED)
    if found := _NATIONAL_DAY.match(text, at):
        return han_draft(found[0], "event", "1 October, National Day")
    found = _HOLIDAY.match(text, at)
    if not found or not _NO_HOLIDAY_BESIDE.isdisjoint(
        before(text, at, 1) + text[found.end() : found.end() + 1]
    ):
        return None
    return han_draft(found[0], "event", _HOLIDAYS[found[0]], _NAMED)


def _event_gloss(month: str, day: str) -> str | None:
    """Name the date behind 九·一八, where the day is said digit by digit."""
    number = int(han_value(day)) if "十" in day else int(digits_of(day))
    return date_gloss(None, int(han_value(month)), number) if 1 <= number <= 31 else None
