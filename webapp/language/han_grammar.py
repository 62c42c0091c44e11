"""The grammar of numerals in Chinese characters: their characters, their order, their value, their reading."""

from __future__ import annotations

import re
from decimal import Decimal

from webapp.language.numeral_draft import Draft, Piece, amount_pieces

_DIGITS = ["零〇○", "一壹幺", "二两贰", "三叁参", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"]
VALUES = {char: value for value, chars in enumerate(_DIGITS) for char in chars}
SIZES = {
    char: 10**power
    for power, chars in ((1, "十拾"), (2, "百佰"), (3, "千仟"), (4, "万"), (8, "亿"))
    for char in chars
}
_READINGS = {
    char: reading
    for chars, reading in (
        *zip(_DIGITS, ["ling2", "yi1", "er4", "san1", "si4", "wu3", "liu4", "qi1", "ba1", "jiu3"], strict=True),
        ("十拾", "shi2"), ("百佰", "bai3"), ("千仟", "qian1"), ("万", "wan4"), ("亿", "yi4"), ("廿", "nian4"), ("卅", "sa4"),
        ("两", "liang3"), ("幺", "yao1"), ("第", "di4"), ("几", "ji3"), ("数", "shu4"), ("上", "shang4"), ("多", "duo1"),
        ("余", "yu2"), ("来", "lai2"), ("点", "dian3"), ("分", "fen1"), ("之", "zhi1"), ("又", "you4"), ("年", "nian2"),
        ("月", "yue4"), ("日", "ri4"), ("号", "hao4"), ("后", "hou4"), ("·", ""),
    )
    for char in chars
}  # fmt: skip
_RUN = re.compile(r"[0-9][0-9.,]*|.", re.ASCII)

# Below ten thousand, then 万 and 亿; all parts are optional and bounded. A last digit straight after 百, 千 or 万
# (一百五) is taken only where no unit of its own follows: 二百三百 is 200 and 300.
_D, _L, _Z = "[一二三四五六七八九]", "[一二两三四五六七八九]", "[零〇]?"
_ONES = rf"(?:(?<=[十零〇]){_D}|(?<![百千十零〇万亿]){_L}(?!两))"
_TENS = rf"(?:{_L}千)?(?:{_Z}{_L}百)?(?:{_Z}{_D}?十)?"
_GROUP = rf"(?:[百千](?=[万亿])|(?=[零〇十一二两三四五六七八九]){_TENS}{_Z}{_ONES}?)"
_COLLOQUIAL = rf"(?:(?<=[百千万亿]){_D}(?![十百千万亿]))?"
CARDINAL = rf"(?:{_GROUP}万?亿)?(?:{_Z}{_GROUP}万)?{_Z}(?:{_TENS}{_Z}{_ONES}?){_COLLOQUIAL}"


def han_value(numeral: str) -> Decimal:
    """Compute a Chinese quantity; a last digit after 百, 千 or 万 counts in the next lower unit.

    >>> [int(han_value(n)) for n in ("三千六百", "两万零五", "一百五", "十二", "三亿五千万", "一万亿")]
    [3600, 20005, 150, 12, 350000000, 1000000000000]
    """
    total = section = digit = 0
    last_size, is_straight_after = 1, False
    for char in numeral:
        if char in VALUES:
            digit = VALUES[char]
            is_straight_after = is_straight_after and bool(digit)
            continue
        size = SIZES[char]
        if size >= 10**4:
            section += digit
            total = (total + section or 1) * size if size == 10**8 else total + (section or 1) * size
            section = 0
        else:
            section += (digit or 1) * size
        digit, last_size, is_straight_after = 0, size, True
    if is_straight_after and last_size >= 100:
        digit *= last_size // 10
    return Decimal(total + section + digit)


def han_draft(numeral: str, role: str, gloss: str | None, note: str | None = None) -> Draft:
    """Make a piece of each character; Arabic digits inside (百分之30) are one piece."""
    pieces: list[Piece] = []
    for run in _RUN.findall(numeral):
        pieces += amount_pieces(run) if run[0] in "0123456789" else (Piece(run, _READINGS[run]),)
    return Draft(tuple(pieces), role, gloss, note)


def digits_of(numeral: str) -> str:
    """Write Chinese digits as Arabic ones: 二〇二五 -> 2025."""
    return "".join(str(VALUES[char]) for char in numeral)
