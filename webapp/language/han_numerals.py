"""Numerals in Chinese characters: 百分之二十, 三千六百, 第二, 三点一四.

Their readings are those of their characters; what a rule adds is where they
begin and end, and what they mean. Only what is clearly numeric is claimed: a
lone 一 is left to the dictionary (一起, 一样, 万一, 统一).
"""

from __future__ import annotations

import re
from decimal import Decimal

from webapp.language.han_approximate import PAIRS, read_approximate
from webapp.language.han_dates import read_date, read_event
from webapp.language.han_grammar import CARDINAL, SIZES, VALUES, digits_of, han_draft, han_value
from webapp.language.numeral_context import before, ends_clause, is_before_measure
from webapp.language.numeral_draft import Draft, amount_value
from webapp.language.numeral_patterns import NUMBER, ordinal
from webapp.language.numeral_speech import english, plain

TRIGGERS = "一二三四五六七八九十百千万亿两零〇几数上第壹贰叁肆伍陆柒捌玖廿"

_AMOUNT = re.compile(CARDINAL)
_ORDINAL = re.compile(rf"第(?P<number>{CARDINAL})")
_FORMAL_DIGIT = "[壹贰叁参肆伍陆柒捌玖]"
_FORMAL = re.compile(rf"(?:零?{_FORMAL_DIGIT}[拾佰仟]?[万亿]?){{1,12}}[万亿]?")
_PAIR = "|".join(sorted(PAIRS))
_SHARE = re.compile(
    rf"(?:(?P<whole>{CARDINAL})又)?(?P<lower>{CARDINAL}|[百千万几])分之"
    rf"(?P<upper>{NUMBER}|{_PAIR}|(?:百|{CARDINAL})(?:点[零〇一二三四五六七八九]{{1,8}})?|几)(?P<more>多?)",
    re.ASCII,
)
_DECIMAL = re.compile(
    rf"(?P<number>{CARDINAL}点(?P<fraction>[零〇一二三四五六七八九]{{1,12}}))(?P<unit>[百千]?万?亿?)"
)
_STRING = re.compile(r"[零〇○一二三四五六七八九]{3,40}(?![十百千万亿])")
_MINUTE = re.compile(r"[零〇][一二三四五六七八九](?=[分秒])")

# Words in which numerals do not count. 千万 is "by all means" unless something countable follows.
_WORDS = re.compile(
    r"千万(?!(?:[个名人元级吨亩年美日欧港户辆台字富册斤块公的以之]|$|[，。、；））]))|万万(?![元人])|万千|千百|亿万|"
    r"一一(?![零〇一二三四五六七八九])|三三两两|一五一十|七七八八|三五成群|十万火急|百万富翁|八九不离十|十之八九|三六九等|"
    r"千千万万|三番两次|三三五五|十一一"
)
# A numeral, or a word that looks like one, goes on with one of these; most 一 and 上 stand alone.
_GOES_ON = VALUES.keys() | SIZES.keys() | frozenset("廿卅几多余来点分又年月日号后·之番")
_ORDINARY_ONE = frozenset("定样直切般些旦致共向同味再律贯")  # 一定, 一样, 一直 ...
_ENDS_WITH_DIGIT = re.compile(r"(?:[周唯惟统专单逐合任另之不]|星期|礼拜)$")  # 周六, 统一, 之一


def read_han(text: str, at: int) -> tuple[int, Draft | None]:
    """Read the Chinese numeral that begins here; return where the scan goes on."""
    if text[at + 1 : at + 2] not in _GOES_ON:
        return at + 1, None
    char = text[at]
    if word := _WORDS.match(text, at):
        return word.end(), None
    if char in VALUES and _ENDS_WITH_DIGIT.search(before(text, at, 2)):
        return at + 1, None
    if char == "第":
        draft = _read_ordinal(text, at)
    else:
        draft = (
            read_date(text, at) or read_event(text, at) or _read_share(text, at) or read_approximate(text, at)
            or _read_decimal(text, at) or _read_digit_string(text, at) or _read_cardinal(text, at)
        )  # fmt: skip
    return (at + draft.length, draft) if draft else (at + 1, None)


def _read_ordinal(text: str, at: int) -> Draft | None:
    found = _ORDINAL.match(text, at)
    if not found or not found["number"]:
        return None
    number = found["number"]
    if len(number) > 1:
        number = _without_ordinary_one(text, number, found.end())
    return han_draft("第" + number, "ordinal", ordinal(int(han_value(number))), "第 + number: an ordinal")


def _read_share(text: str, at: int) -> Draft | None:
    """Read 百分之二十, 三分之一, 百分之3.5: the whole comes before the part."""
    found = _SHARE.match(text, at)
    if not found or not found["upper"] or not found["lower"]:
        return None
    lower, upper = found["lower"], found["upper"]
    if upper in PAIRS:
        part = " or ".join(digits_of(char) for char in upper)
    else:
        part = "several" if upper in "几" else plain(_value(upper))
    note = "分之: of so many parts; the lower number is said first"
    if lower == "百":
        more = "more than " if found["more"] else ""
        return han_draft(found[0], "percent", f"{more}{part} percent", note)
    parts = "several" if lower in "几" else plain(han_value("一" + lower if lower in "千万万" else lower))
    whole = f"{plain(han_value(found['whole']))} " if found["whole"] else ""
    return han_draft(found[0], "fraction", f"{whole}{part}/{parts}", note)


def _value(numeral: str) -> Decimal:
    """Compute 三点五 as well as 20 and 百."""
    if numeral[0] in "0123456789":
        return amount_value(numeral)
    whole, _, fraction = numeral.partition("点")
    return Decimal(f"{han_value(whole)}.{digits_of(fraction) or 0}")


def _read_decimal(text: str, at: int) -> Draft | None:
    """Read 三点一四, but not the clock's 三点十分 nor the 点一 of 早点一起."""
    found = _DECIMAL.match(text, at)
    if not found or text[at] in "点":
        return None
    fraction, unit, end = found["fraction"], found["unit"], found.end()
    counts = (
        len(fraction) > 1
        or unit
        or text[at] in "零〇"
        or ends_clause(text, end)
        or (fraction != "一" and is_before_measure(text, end))
    )
    if (
        not counts
        or text.startswith(("分", "刻", "十"), end)
        or fraction[-1] == "一"
        and text[end : end + 1] in _ORDINARY_ONE
    ):
        return None
    size = han_value("一" + unit) if unit else Decimal(1)
    return han_draft(
        found[0],
        "decimal",
        english(_value(found["number"]) * size) if unit else plain(_value(found["number"])),
    )


def _read_digit_string(text: str, at: int) -> Draft | None:
    """Read 一二三四, or the 零五 of 八点零五分: digits without units."""
    if found := _STRING.match(text, at):
        return han_draft(found[0], "code", digits_of(found[0]), "read digit by digit")
    if found := _MINUTE.match(text, at):
        return han_draft(found[0], "number", english(VALUES[found[0][1]]))
    return None


def _read_cardinal(text: str, at: int) -> Draft | None:
    """Read a quantity of at least two characters, one of them a unit."""
    found = _FORMAL.match(text, at)
    if found and not set("拾佰仟").isdisjoint(found[0]):
        return han_draft(
            found[0], "number", english(han_value(found[0])), "written in the forms used on cheques"
        )
    found = _AMOUNT.match(text, at)
    if not found:
        return None
    numeral = _without_ordinary_one(text, found[0], found.end())
    if len(numeral) < 2 or SIZES.keys().isdisjoint(numeral):
        return None
    return han_draft(numeral, "number", english(han_value(numeral)))


def _without_ordinary_one(text: str, numeral: str, end: int) -> str:
    """Give a final 一 back to 一定 or 一样 where it belongs to the word that follows."""
    belongs_on = text[end : end + 1] in _ORDINARY_ONE or numeral[-2:-1] in tuple("百千万万亿亿")
    return numeral[:-1] if numeral.endswith("一") and belongs_on else numeral
