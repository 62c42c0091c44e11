"""Amounts and what is built of one: money, percentages, fractions, signed numbers, ordinals."""

from __future__ import annotations

from decimal import Decimal

from webapp.language.numeral_context import wants_liang
from webapp.language.numeral_draft import Draft, Piece, amount_pieces, amount_value, is_padded
from webapp.language.numeral_patterns import AMOUNT, DASH, NUMBER, compiled, date_gloss, ordinal
from webapp.language.numeral_ranges import OPERATORS, read_range
from webapp.language.numeral_speech import english, plain, speak_code, speak_decimal
from webapp.language.units import CURRENCIES, longest_first, unit_after

_CURRENCY = rf"(?P<sign>{longest_first(CURRENCIES)})[ ]?"
_MONEY = compiled(
    rf"{_CURRENCY}(?P<first>{AMOUNT})(?:(?P<dash>{DASH})(?:{longest_first(CURRENCIES)})?(?P<last>{AMOUNT}))?"
)
_PERCENT = compiled(
    rf"(?P<first>{NUMBER})(?P<sign>[%‰])?(?:(?P<dash>{DASH})(?P<last>{NUMBER})(?P<same>[%‰]))?"
)
_PARTS = {"%": ("bai3 fen1 zhi1", "percent"), "‰": ("qian1 fen1 zhi1", "per thousand")}
_FRACTION = compiled(r"(\d{1,4})/(\d{1,5})(?![\d/.])")
_SHORT_DATE_AFTER = compiled(
    r"[ ]?(?:劳动|假期|情人|国庆|圣诞|长假|[前后](?!者)|出发|截止|上线|[（(](?:周|星期))"
)
_PRESSURE_BEFORE = compiled(r"(?:血|高|低)压")
_SIGN = compiled(rf"(?P<sign>[+±≥≤≈<>][ ]?|-)(?={NUMBER})")
_SIGNS = {
    "-": ("fu4", "minus"), "+": ("zheng4", "plus"), "±": ("zheng4 fu4", "plus or minus"), "≥": (OPERATORS["≥"], "at least"),
    "≤": (OPERATORS["≤"], "at most"), "<": (OPERATORS["<"], "less than"), ">": (OPERATORS[">"], "more than"),
    "≈": (OPERATORS["≈"], "about"),
}  # fmt: skip
_OPEN_ENDED = compiled(r"\+(?![\d+A-Za-z])")
_NEGATIVE_BEFORE = compiled(r"(?:^|[\s（(，,。:；;、“\"'~=至到于为是达约降得负温])$")
_ORDINAL = compiled(rf"第(?P<space>[ ]?)(?P<first>{AMOUNT})(?:(?P<dash>{DASH}|、)(?P<last>\d{{1,6}})(?!\d))?")
_APPROXIMATE = compiled(
    r"[多余](?P<scale>万亿|[万亿千百]?)|几(?=[个年天名位岁人家次分万亿])|来(?=[个年天名位岁人家次分里斤万亿])"
)
_SCALED = frozenset("十百千万亿万亿")
_AMOUNT = compiled(AMOUNT)
_APPROXIMATE_READINGS = dict(zip("多余几来", ["duo1", "yu2", "ji3", "lai2"], strict=True))


def read_money(text: str, at: int) -> Draft | None:
    """Read $50, US$3.5亿 or ¥100-200: the currency is said last."""
    found = _MONEY.match(text, at)
    if not found:
        return None
    unit = CURRENCIES[found["sign"]]
    lead = text[at : found.start("first")]
    pieces = [Piece(lead, "")]
    if found["dash"]:
        between = text[found.start("dash") : found.start("last")]
        pieces += [*amount_pieces(found["first"], True), Piece(between, "dao4")]
    amount = found["last"] or found["first"]
    *others, tail = amount_pieces(amount, before_measure=True)
    pieces += [*others, Piece(tail.base, f"{tail.reading} {unit.reading}")]
    shown = english(amount_value(amount))
    if found["dash"]:
        shown = f"{english(amount_value(found['first']))} to {shown}"
    return Draft(tuple(pieces), "money", f"{shown} {unit.gloss}", f"{lead.strip()} is said after the number")


def read_percent(text: str, at: int) -> Draft | None:
    """Read 75%, 3‰, 50%~60% and 50-60%: 'of a hundred parts, 75'."""
    found = _PERCENT.match(text, at)
    if not found or not (found["sign"] or found["same"]):
        return None
    sign = found["sign"] or found["same"]
    part, name = _PARTS[sign]
    first = f"{part} {speak_decimal(found['first'])}"
    note = f"{sign} is said first: 百分之 or 千分之, 'of so many parts'"
    if not found["dash"]:
        return Draft((Piece(found[0], first),), "percent", f"{found['first']} {name}", note)
    last = speak_decimal(found["last"])
    if found["sign"]:
        last = f"{_PARTS[found['same']][0]} {last}"
    head = text[at : found.start("dash")]
    tail = text[found.start("last") : found.end()]
    pieces = (Piece(head, first), Piece(found["dash"], "dao4"), Piece(tail, last))
    return Draft(pieces, "percent", f"{found['first']} to {found['last']} {name}", note)


def read_fraction(text: str, at: int) -> Draft | None:
    """Read 3/4 as 四分之三; 5/1, which is no proper fraction, as a date."""
    found = _FRACTION.match(text, at)
    if not found:
        return None
    upper, lower = int(found[1]), int(found[2])
    is_day = 1 <= upper <= 12 and 1 <= lower <= 31
    if is_day and (upper > lower or _SHORT_DATE_AFTER.match(text, found.end())):
        month, day = (f"{speak_decimal(str(upper))} yue4", f"{speak_decimal(str(lower))} ri4")
        pieces = (Piece(found[1], month), Piece("/", ""), Piece(found[2], day))
        return Draft(pieces, "date", date_gloss(None, upper, lower), "read as month, day")
    if upper > lower and _PRESSURE_BEFORE.search(text[max(0, at - 8) : at]):
        pieces = (
            Piece(found[1], speak_decimal(found[1])),
            Piece("/", "bi3"),
            Piece(found[2], speak_decimal(found[2])),
        )
        return Draft(pieces, "ratio", found[0], "/ is read 比")
    if upper > lower or not lower:
        pieces = (
            Piece(found[1], speak_code(found[1])),
            Piece("/", ""),
            Piece(found[2], speak_code(found[2])),
        )
        return Draft(pieces, "code")
    reading = f"{speak_decimal(found[2])} fen1 zhi1 {speak_decimal(found[1])}"
    return Draft(
        (Piece(found[0], reading),),
        "fraction",
        found[0],
        "the lower number is said first: 'of so many parts'",
    )


def read_signed(text: str, at: int) -> Draft | None:
    """Read -3 (零下 before a temperature, else 负), +5%, ±2, ≥18."""
    found = _SIGN.match(text, at)
    if not found:
        return None
    sign, start = found["sign"].strip(), found.end()
    inner = read_percent(text, start) or read_range(text, start) or read_amount(text, start)
    if inner is None or inner.role in ("score", "code"):
        return None
    unit = unit_after(text, start + inner.length)
    is_degrees = (
        unit is not None
        and unit[2].reading.endswith("du4")
        or text.startswith(("度", "摄氏"), start + inner.length)
    )
    # After a word a dash is a sign only where the number is a change or a temperature: 同比-2.3%, 今天-3℃.
    follows_word = sign in "-+" and not _NEGATIVE_BEFORE.search(text[max(0, at - 1) : at])
    if follows_word and (text[at - 1].isascii() or not (is_degrees or inner.role == "percent")):
        return None
    reading, word = _SIGNS[sign]
    gloss = f"{word} {inner.gloss}"
    if sign == "-" and is_degrees:
        note = "- before a temperature is 零下, below zero"
        degrees = (Piece(base, said.replace("liang3", "er4")) for base, said in inner.pieces)
        return Draft((Piece(found[0], "ling2 xia4"), *degrees), "temperature", gloss, note)
    return Draft((Piece(found[0], reading), *inner.pieces), inner.role, gloss)


def read_ordinal(text: str, at: int) -> Draft | None:
    """Read 第86, 第3-5: 第 makes a number an ordinal, and 2 stays 二."""
    found = _ORDINAL.match(text, at)
    if not found:
        return None
    pieces = [Piece("第", "di4")]
    pieces += [Piece(found["space"], "")] if found["space"] else []
    pieces += amount_pieces(found["first"])
    value = amount_value(found["first"])
    gloss = ordinal(int(value)) if value == int(value) else f"number {plain(value)}"
    if found["dash"]:
        pieces += [
            Piece(found["dash"], "" if found["dash"] == "、" else "dao4"),
            *amount_pieces(found["last"]),
        ]
        gloss += (" and " if found["dash"] == "、" else " to ") + ordinal(int(found["last"]))
    return Draft(tuple(pieces), "ordinal", gloss, "第 + number: an ordinal")


def read_amount(text: str, at: int) -> Draft | None:
    """Read a plain amount: 1875, 2,222, 1.2万亿, 3000多."""
    found = _AMOUNT.match(text, at)
    if not found:
        return None
    amount, end = found[0], found.end()
    value = amount_value(amount)
    gloss = english(value) if not is_padded(amount) else amount
    is_round = amount[-1] in _SCALED or amount[-1] == "0" and "." not in amount and value > 0
    loose = _APPROXIMATE.match(text, end) if is_round else None
    if loose:
        word, scale = loose[0][0], loose[0][1:]
        whole = amount_value(amount + scale) if scale else value
        kind = "about" if word == "来" else "more than"
        pieces = (
            *amount_pieces(amount, before_measure=False),
            Piece(word, _APPROXIMATE_READINGS[word]),
            *amount_pieces(scale),
        )
        return Draft(pieces, "approximate", f"{kind} {english(whole)}", f"{amount} + {word}: {kind}")
    if _OPEN_ENDED.match(text, end):
        return Draft((*amount_pieces(amount), Piece("+", "jia1")), "approximate", f"{gloss} or more")
    role = "decimal" if "." in amount and amount[-1].isdigit() else "number"
    if role == "decimal":
        gloss = amount
    pieces = amount_pieces(amount, before_measure=amount == "2" and wants_liang(text, at, end))
    return Draft(pieces, role, gloss, _explain(amount, value))


def _explain(amount: str, value: Decimal) -> str | None:
    """Say how a number in 万 and 亿 becomes an English one."""
    number = amount.rstrip("".join(_SCALED))
    scale = amount[len(number) :]
    if amount == "2" or not scale or any(char in _SCALED for char in number):
        return None
    return f"{amount} = {number} × {plain(amount_value(scale))} = {english(value)}"
