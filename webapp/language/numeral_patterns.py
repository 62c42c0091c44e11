"""The shapes numbers are written in, shared by the rules.

Every repetition has an upper bound: a rule that fails has looked at a bounded
number of characters, which is what keeps a scan linear on any input.
"""

from __future__ import annotations

import re

# One character for one, so that offsets stay: full-width forms, the several dashes, dots and micro signs.
WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: " ", 0xFF0C: "，", 0xFFE5: "¥", 0xFFE1: "£", 0x2236: ":", 0x2212: "-", 0x2010: "-", 0x2011: "-",
    0x2012: "-", 0x2013: "-", 0x2015: "—", 0x301C: "~", 0x223C: "~", 0x2022: "·", 0x30FB: "·", 0x2027: "·",
    0x00B5: "μ", 0x2103: "℃", 0x2715: "×", 0x2716: "×", 0x2032: "′", 0x2033: "″", 0xFF08: "（", 0xFF09: "）",
    0xFF1B: "；", 0xFF01: "！", 0xFF1F: "？", 0xFF02: "”", 0xFF07: "’",
}  # fmt: skip

LONGEST_NUMBER = 40
NUMBER = rf"(?:\d{{1,3}}(?:(?:,\d{{3}}){{1,9}}|(?:[ \u00a0\u2009\u202f]\d{{3}}){{1,5}}(?![ ]\d))(?!\d)|\d{{1,{LONGEST_NUMBER}}}+)(?:\.\d{{1,20}}+)?"
# 千米, 千克, 千瓦 and 百分 begin units of their own.
_SCALE = r"(?:[千百]?(?:万亿|萬億|[万亿萬億])|千(?![米克瓦帕卡焦赫伏])|百(?![分货貨度米帕]))"
AMOUNT = rf"{NUMBER}(?:{_SCALE}(?:\d{{1,4}}(?:\.\d{{1,4}})?{_SCALE}){{0,3}})?"
DASH = r"[ ]?(?:--?|——?|~)[ ]?"
MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"

MONTH_NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def date_gloss(year: str | None, month: int | None, day: int | None) -> str:
    """Write a date in English.

    >>> date_gloss("2025", 12, 27), date_gloss(None, 7, 9), date_gloss("2025", None, None), date_gloss(None, None, 2)
    ('27 December 2025', '9 July', 'the year 2025', 'the 2nd')
    """
    if month is None:
        return f"the year {year}" if year else f"the {ordinal(day or 0)}"
    named = [str(day)] if day else []
    named.append(MONTH_NAMES[month - 1])
    return " ".join(named + ([year] if year else []))


def ordinal(value: int) -> str:
    """Write an English ordinal.

    >>> [ordinal(n) for n in (1, 2, 3, 11, 23, 86, 1000)]
    ['1st', '2nd', '3rd', '11th', '23rd', '86th', '1,000th']
    """
    suffix = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value:,}{suffix}"


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern for ASCII digits, letters and spaces only: 二 and ² are no digits of ours."""
    return re.compile(pattern, re.ASCII)
