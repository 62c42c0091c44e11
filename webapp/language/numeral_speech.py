"""How numbers are said in Mandarin (numbered pinyin), and how their size is written in English.

Three ways of speaking: as a quantity (``yi1 bai3 ling2 er4``), as a decimal
(``san1 dian3 yi1 si4``), digit by digit (``yi1 ling2 er4``). Tones are citation
tones: 一 stays yī here, sandhi comes later.
"""

from __future__ import annotations

import re
from decimal import Decimal

DIGIT = dict(
    zip(
        "0123456789", ["ling2", "yi1", "er4", "san1", "si4", "wu3", "liu4", "qi1", "ba1", "jiu3"], strict=True
    )
)
SCALE = {
    "十": ("shi2", 10), "百": ("bai3", 100), "千": ("qian1", 1000),
    "万": ("wan4", 10**4), "亿": ("yi4", 10**8),
}  # fmt: skip
YAO = "yao1"  # 一 in telephone, room and train numbers, where yī could be taken for qī
_LIANG = "liang3"
_LONGEST_QUANTITY = 16  # digits; above 9,999 万亿 nobody says the number, one reads it out
_GROUP_MARKS = re.compile(r"[,\s]")  # 1,000 and 1 000
_PLACES = ("", "shi2", "bai3", "qian1")
_GROUPS = ("", "wan4", "yi4", "wan4 yi4")
_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


def speak_digits(digits: str, one: str = "yi1") -> str:
    """Read digit by digit, as years and codes are; a point is 点. ``one`` is how 1 is said.

    >>> speak_digits("2025"), speak_digits("119", one=YAO)
    ('er4 ling2 er4 wu3', 'yao1 yao1 jiu3')
    """
    said = {**DIGIT, "1": one, ".": "dian3"}
    return " ".join(said[char] for char in digits if char in said)


def speak_integer(value: int, before_measure: bool = False) -> str:
    """Read as a quantity. ``before_measure``: a bare 2 is then 两, as in 2个.

    >>> speak_integer(10), speak_integer(115), speak_integer(2222)
    ('shi2', 'yi1 bai3 yi1 shi2 wu3', 'liang3 qian1 er4 bai3 er4 shi2 er4')
    >>> speak_integer(1001), speak_integer(10500), speak_integer(105000)
    ('yi1 qian1 ling2 yi1', 'yi1 wan4 ling2 wu3 bai3', 'shi2 wan4 wu3 qian1')
    >>> speak_integer(2), speak_integer(2, before_measure=True), speak_integer(12, before_measure=True)
    ('er4', 'liang3', 'shi2 er4')
    """
    if value < 0:
        return f"fu4 {speak_integer(-value, before_measure)}"
    if value == 2 and before_measure:
        return _LIANG
    if value == 0 or value >= 10**_LONGEST_QUANTITY:
        return speak_digits(str(value))
    spoken: list[str] = []
    groups = [value // 10**power % 10**4 for power in (12, 8, 4, 0)]
    for index, group in enumerate(groups):
        if not group:
            continue
        name = _GROUPS[3 - index]
        if name == "wan4 yi4" and groups[1]:
            name = "wan4"  # 一万两千亿: the 亿 comes with the next group
        if spoken and (group < 1000 or not groups[index - 1]):
            spoken.append("ling2")
        spoken.append(_LIANG if group == 2 and name else _speak_group(group, leads=not spoken))
        spoken += [name] if name else []
    return " ".join(spoken)


def _speak_group(group: int, leads: bool) -> str:
    """Read 1 to 9999; 10-19 that open a number drop their 一."""
    spoken: list[str] = []
    owes_zero = False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if not digit:
            owes_zero = bool(spoken)
            continue
        if owes_zero:
            spoken.append("ling2")
            owes_zero = False
        if not (place == 1 and digit == 1 and not spoken and leads):
            spoken.append(_LIANG if place == 3 and digit == 2 else DIGIT[str(digit)])
        spoken += [_PLACES[place]] if place else []
    return " ".join(spoken)


def speak_decimal(number: str, before_measure: bool = False) -> str:
    """Read a number as written: digits, perhaps commas and a point. Leading zeros are read out.

    >>> speak_decimal("3.14"), speak_decimal("1,234"), speak_decimal("007")
    ('san1 dian3 yi1 si4', 'yi1 qian1 er4 bai3 san1 shi2 si4', 'ling2 ling2 qi1')
    """
    whole, point, fraction = _GROUP_MARKS.sub("", number).partition(".")
    is_code = len(whole) > 1 and whole.startswith("0") or len(whole) > _LONGEST_QUANTITY
    spoken = speak_digits(whole) if is_code else speak_integer(int(whole), before_measure and not point)
    return f"{spoken} dian3 {speak_digits(fraction)}" if point else spoken


def speak_code(digits: str) -> str:
    """Read the number of a page, a picture or a flat: short ones as numbers, long ones digit by digit.

    >>> speak_code("12"), speak_code("301")
    ('shi2 er4', 'san1 ling2 yao1')
    """
    return speak_digits(digits, one=YAO) if len(digits) > 2 else speak_decimal(digits)


def english(value: Decimal | int) -> str:
    """Write a number's size as an English reader expects it.

    >>> english(7), english(1875), english(200_000), english(Decimal("4300000000"))
    ('seven', '1,875', '200,000', '4.3 billion')
    """
    value = Decimal(value)
    if value == value.to_integral_value() and 0 <= value < len(_WORDS):
        return _WORDS[int(value)]
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if abs(value) >= size:
            share = value / size
            if share == round(share, 3):
                return f"{plain(share)} {name}"
            break
    return plain(value)


def english_pair(low: Decimal, word: str, high: Decimal) -> str:
    """Write two numbers alike, in words or in digits.

    >>> english_pair(Decimal(3), "to", Decimal(5)), english_pair(Decimal(10), "or", Decimal(20))
    ('three to five', '10 or 20')
    """
    in_words = max(low, high) < len(_WORDS)
    first = english(low) if in_words or low >= len(_WORDS) else plain(low)
    return f"{first} {word} {english(high)}"


def plain(value: Decimal | int) -> str:
    """Write with commas and without needless zeros: ``9,800``, ``0.5``."""
    shown = f"{Decimal(value):,f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
