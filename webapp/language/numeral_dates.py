"""Dates, years, generations and clock times in Arabic digits."""

from __future__ import annotations

import re
from typing import NamedTuple

from webapp.language.numeral_context import is_about_score, is_before_measure
from webapp.language.numeral_draft import Draft, Piece
from webapp.language.numeral_patterns import DASH, DAY, MONTH, compiled, date_gloss
from webapp.language.numeral_speech import speak_digits, speak_integer
from webapp.language.numeral_years import is_calendar_year

_BY_DIGIT = "years are read digit by digit"
_BY_SIGN = compiled(
    rf"(?P<year>[12]\d{{3}})(?P<sign>[-/.·])(?P<month>{MONTH})(?:(?P=sign)(?P<day>{DAY}))?(?![\d:]|[-/.]\d)"
)
_YEAR = compiled(r"(\d{2,4})年(?!代|级)")
_MONTH = compiled(rf"({MONTH})月")
_DAY = compiled(rf"({DAY})(日(?![元圆])|号)")
_DASH = compiled(DASH)
_BARE_DAY = compiled(rf"({DAY})(?={DASH}{DAY}[日号])")
_BARE_MONTH = compiled(rf"({MONTH})({DASH})({MONTH})月")
_BARE_DAYS = compiled(rf"({DAY})({DASH})({DAY})日(?![元圆])")
_YEARS = compiled(r"(\d{3,4})([ ]?(?:--?|——?|~|/)[ ]?)(\d{2,4})(?![\d%‰.,:]|[-/.]\d)(年(?![前代度]))?")
_CLOSES = compiled(r"[)）]")
_SEASON = compiled(r"[ ]?(?:[赛雪]季|[学财]年|年度)")
_REIGNS = compiled(r"[为是](?!止)[^，。；]{0,12}(?:朝|代|时期|时代|王国|帝国)|[间期]")
_HISTORY = compiled(r"的?(?:历史|时间|寿命|之久|以[上前内])")
_AFTER_YEARS = compiled(r"[ ]?(?:[赛雪]季|[学财]年|年度|[)）,，。;；、:]|$)")
_GENERATION = compiled(r"((?:[5-9]0|[06789]5|[01]0))(后)(?![天来期面续方])")
_CLOCK = compiled(r"(?P<hour>2[0-4]|[01]?\d):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?!\d|:\d|\.\d)")
_CLOCK_BEFORE = compiled(r"(?:[午晨晚早夜今明昨日号时间于点至到在]|从|开)[ :]?$")


class _Date(NamedTuple):
    pieces: tuple[Piece, ...]
    end: int
    year: str | None
    month: int | None
    day: int | None

    @property
    def gloss(self) -> str:
        return date_gloss(self.year, self.month, self.day)


def read_date(text: str, at: int) -> Draft | None:
    """Read a date, a part of one (2025年, 7月, 9日) or a range of them."""
    return _signed_date(text, at) or _range_of_years(text, at) or _bare_range(text, at) or _han_date(text, at)


def _signed_date(text: str, at: int) -> Draft | None:
    """Read 2024-05-01, 2024/5/1, 2024.5.1, and 2024-05 where it can be nothing else."""
    found = _BY_SIGN.match(text, at)
    if not found:
        return None
    year, month, day = found["year"], found["month"], found["day"]
    if day is None and (
        len(month) < 2 or not 1900 <= int(year) < 2100 or is_before_measure(text, found.end())
    ):
        return None
    pieces = [
        Piece(year, f"{speak_digits(year)} nian2"), Piece(found["sign"], ""),
        Piece(month, f"{speak_integer(int(month))} yue4"),
    ]  # fmt: skip
    if day is not None:
        pieces += [Piece(found["sign"], ""), Piece(day, f"{speak_integer(int(day))} ri4")]
    gloss = date_gloss(year, int(month), int(day) if day else None)
    return Draft(tuple(pieces), "date", gloss, "read as year, month" + (", day" if day else ""))


def _range_of_years(text: str, at: int) -> Draft | None:
    """Read 2020-2023年 and 2023-24赛季."""
    found = _YEARS.match(text, at)
    if not found:
        return None
    first, dash, last, year_word = found.groups()
    is_season = bool(_SEASON.match(text, found.end()))
    if not _are_years(text, found, is_season):
        return None
    pieces = [
        Piece(first, speak_digits(first)),
        Piece(dash, "" if is_season and not year_word else "dao4"),
        Piece(last, speak_digits(last)),
    ]
    pieces += [Piece(year_word, "nian2")] if year_word else []
    gloss = f"{first}/{last[-2:]}" if is_season else f"the years {first} to {first[: -len(last)] + last}"
    return Draft(tuple(pieces), "range", gloss, _BY_DIGIT)


def _are_years(text: str, found: re.Match[str], is_season: bool) -> bool:
    first, _, last, year_word = found.groups()
    in_brackets = text[found.start() - 1 : found.start()] in ("(", "（") and bool(
        _CLOSES.match(text, found.end())
    )
    is_marked = bool(year_word or is_season)
    if len(last) == 2:
        follows = int(first[2:]) < int(last) or first.endswith("99") and last == "00"
        return 1000 <= int(first) < 2200 and follows and (is_marked or int(last) == (int(first) + 1) % 100)
    if not int(first) < int(last) < 2200:
        return False
    if (
        in_brackets
        or year_word
        and (int(first) % 10 and int(last) % 10 or _REIGNS.match(text, found.end()))
        and not _HISTORY.match(text, found.end())
    ):
        return True  # 618-907年: nobody counts years so exactly; 220-280年是三国时期
    return int(first) >= 1500 and (is_marked or bool(_AFTER_YEARS.match(text, found.end())))


def _bare_range(text: str, at: int) -> Draft | None:
    """Read 1-3月 and 5-7日, whose first half has no unit."""
    for pattern, unit, reading in ((_BARE_MONTH, "月", "yue4"), (_BARE_DAYS, "日", "ri4")):
        if found := pattern.match(text, at):
            first, dash, last = found.groups()
            pieces = (
                Piece(first, speak_integer(int(first))), Piece(dash, "dao4"),
                Piece(last, speak_integer(int(last))), Piece(unit, reading),
            )  # fmt: skip
            ends = [
                date_gloss(None, int(n), None) if unit == "月" else date_gloss(None, None, int(n))
                for n in (first, last)
            ]
            return Draft(pieces, "range", " to ".join(ends))
    return None


def _han_date(text: str, at: int) -> Draft | None:
    date = _read_parts(text, at)
    if date is None:
        return None
    role = "year" if date.year and not date.month else "date"
    note = _BY_DIGIT if date.year else None
    dash = _DASH.match(text, date.end)
    other = _read_parts(text, dash.end(), after_year=bool(date.year and not date.month)) if dash else None
    if not dash or not other:
        return None if date.pieces[-1].base.isdigit() else Draft(date.pieces, role, date.gloss, note)
    pieces = (*date.pieces, Piece(dash[0], "dao4"), *other.pieces)
    if role == "year":
        return Draft(pieces, "range", f"the years {date.year} to {other.year}", note)
    end_gloss = other.gloss if other.month else date_gloss(None, date.month, other.day)
    return Draft(pieces, "range", f"{date.gloss} to {end_gloss}", note)


def _read_parts(text: str, at: int, after_year: bool = False) -> _Date | None:
    """Read 2025年7月9日 or the part of it that stands here."""
    start, pieces = at, []
    year = month = day = None
    if (found := _YEAR.match(text, at)) and (
        after_year
        or is_calendar_year(text, at, found.end(1))
        or _MONTH.match(text, found.end())
        and len(found[1]) != 3
    ):
        is_bc = text[max(0, start - 1) : start] == "前"
        year, at = found[1] + " BC" * is_bc, found.end()
        pieces += [Piece(found[1], speak_digits(found[1])), Piece("年", "nian2")]
    if found := _MONTH.match(text, at):
        month, at = int(found[1]), found.end()
        pieces += [Piece(found[1], speak_integer(month)), Piece("月", "yue4")]
    if (not year or month) and (found := _DAY.match(text, at)) and (found[2] == "日" or month):
        day, at = int(found[1]), found.end()
        pieces += [
            Piece(found[1], speak_integer(day)),
            Piece(found[2], "ri4" if found[2] == "日" else "hao4"),
        ]
    elif month and (found := _BARE_DAY.match(text, at)):
        day, at = int(found[1]), found.end()
        pieces.append(Piece(found[1], speak_integer(day)))
    return _Date(tuple(pieces), at, year, month, day) if at > start else None


def read_generation(text: str, at: int) -> Draft | None:
    """Read 95后, the people born from 1995 on."""
    found = _GENERATION.match(text, at)
    if not found or text[at - 1 : at] in ("前", "第", ".", ":", "名"):
        return None
    digits, later = found.groups()
    decade = f"{'20' if digits < '50' else '19'}{digits}"
    gloss = (
        f"people born in the {decade}s"
        if digits[1] == "0"
        else f"people born between {decade} and {int(decade) + 4}"
    )
    return Draft((Piece(digits, speak_digits(digits)), Piece(later, "hou4")), "generation", gloss, _BY_DIGIT)


def read_clock(text: str, at: int) -> Draft | None:
    """Read 14:30, 10:05:30 or 8:30~11:45; leave 3:2 and a match's 21:19 to the ratios."""
    found = _CLOCK.match(text, at)
    if not found:
        return None
    dash = _DASH.match(text, found.end())
    other = _CLOCK.match(text, dash.end()) if dash else None
    if dash and other:
        pieces = (
            Piece(found[0], _speak_clock(found, False)),
            Piece(dash[0], "dao4"),
            Piece(other[0], _speak_clock(other, False)),
        )
        return Draft(pieces, "range", f"{_clock_gloss(found)} to {_clock_gloss(other)}")
    if (
        not found["second"]
        and is_about_score(text, at, found.end())
        and not _CLOCK_BEFORE.search(text[max(0, at - 2) : at])
    ):
        return None
    return Draft(
        (Piece(found[0], _speak_clock(found)),),
        "time",
        _clock_gloss(found),
        "read as o'clock (点) and minutes (分)",
    )


def _speak_clock(clock: re.Match[str], exact: bool = True) -> str:
    hour, minute, second = clock["hour"], clock["minute"], clock["second"]
    spoken = [speak_integer(int(hour), before_measure=True), "dian3"]
    if int(minute) or second:
        spoken += ["ling2"] * (minute[0] == "0" and minute != "00") + [speak_integer(int(minute)), "fen1"]
    elif exact and int(hour):
        spoken.append("zheng3")
    if second:
        spoken += ["ling2"] * (second[0] == "0" and second != "00") + [speak_integer(int(second)), "miao3"]
    return " ".join(spoken)


def _clock_gloss(clock: re.Match[str]) -> str:
    hour, rest = int(clock["hour"]), clock[0].partition(":")[2]
    if hour in (0, 24) and rest == "00":
        return "midnight"
    return clock[0] if 0 < hour <= 12 else f"{hour % 12 or 12}:{rest} {'a.m.' if hour in (0, 24) else 'p.m.'}"
