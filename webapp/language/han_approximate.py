"""Numbers that are meant roughly: 几十, 数万, 十几, 三十多, 百余, 上百, 两三, 十七八, 七八十."""

from __future__ import annotations

import re

from webapp.language.han_grammar import CARDINAL, SIZES, VALUES, han_draft, han_value
from webapp.language.numeral_context import before, is_before_measure
from webapp.language.numeral_draft import Draft
from webapp.language.numeral_speech import english, english_pair

PAIRS = frozenset(["一二", "一两", "两三", "二三", "三四", "三五", "四五", "五六", "六七", "七八", "八九"])
_COUNTED = "[个年天名位岁人家次分里斤块元米公万亿]"
_SEVERAL = re.compile(r"[几数](?P<size>[十百千][万亿]?|[万亿]亿?)[多余]?")
_AND_SOME = re.compile(r"(?P<number>[一二三四五六七八九]?十|[一二两三四五六七八九][百千万])几[万亿]?")
_MORE = re.compile(rf"(?P<number>{CARDINAL}|[百千万])[多余](?P<scale>[万亿]?)")
_ABOUT = re.compile(rf"(?P<number>[一二三四五六七八九]?十|[一二两三四五六七八九][百千]|百)来(?={_COUNTED})")
_OVER = re.compile(
    r"上(?P<size>[百千万亿][万亿]?)(?=[个名人次元家种年件辆位条公所座项张台户亩吨架只场篇本万亿块美])"
)
_PAIR = re.compile(
    rf"(?P<head>(?:[一二两三四五六七八九][百千][零〇]?)?(?:[一二三四五六七八九]?十)?)(?P<pair>{'|'.join(sorted(PAIRS))})(?P<unit>[十百千]?[万亿]?)"
)
_SIZE_NAMES = {
    10: "dozens", 100: "hundreds", 1000: "thousands", 10**4: "tens of thousands", 10**5: "hundreds of thousands",
    10**6: "millions", 10**7: "tens of millions", 10**8: "hundreds of millions", 10**9: "billions",
}  # fmt: skip

# 网上百度: 上 belongs to the word before. 总数百分之, 人数十万: so does 数.
_ENDS_WITH_OVER = re.compile(r"[网晚路加世身马早以线天地街车船成会手头脸面书百千]$")
_ENDS_WITH_SEVERAL = re.compile(r"[人总次倍岁件基分函参指点位个级常奇偶整双单读回无少代数]$")


def read_approximate(text: str, at: int) -> Draft | None:
    """Read what is roughly a number."""
    return _read_several(text, at) or _read_more(text, at) or _read_pair(text, at)


def _read_several(text: str, at: int) -> Draft | None:
    char = text[at]
    if char == "上":
        found = _OVER.match(text, at)
        if not found or _ENDS_WITH_OVER.search(before(text, at, 1)):
            return None
        size = english(han_value("一" + found["size"]))
        return han_draft(found[0], "approximate", f"{size} or more", "上 + number: at least so many")
    found = _SEVERAL.match(text, at)
    if (
        not found
        or char == "数"
        and (_ENDS_WITH_SEVERAL.search(before(text, at, 1)) or text.startswith("分之", found.end()))
    ):
        return None
    value = int(han_value("一" + found["size"]))
    gloss = _SIZE_NAMES.get(value, f"several times {english(value)}")
    return han_draft(found[0], "approximate", gloss, f"{char} + number: several")


def _read_more(text: str, at: int) -> Draft | None:
    if found := _AND_SOME.match(text, at):
        number = english(han_value(found["number"]))
        return han_draft(found[0], "approximate", f"{number}-odd", "几 after a number: and some more")
    if found := _ABOUT.match(text, at):
        return han_draft(
            found[0],
            "approximate",
            f"about {english(_headless(found['number']))}",
            "来 after a number: about",
        )
    found = _MORE.match(text, at)
    if not found or not found["number"] or found["number"][-1] not in SIZES:
        return None
    value = _headless(found["number"]) * (_headless(found["scale"]) if found["scale"] else 1)
    return han_draft(
        found[0], "approximate", f"more than {english(value)}", "多, 余 after a number: and more"
    )


def _headless(numeral: str) -> int:
    return int(han_value(numeral if numeral[0] in VALUES else "一" + numeral))


def _read_pair(text: str, at: int) -> Draft | None:
    """Read two numbers in a row: one or the other. Other than 两三 they need something to count."""
    found = _PAIR.match(text, at)
    if not found:
        return None
    head, pair, unit = found["head"], found["pair"], found["unit"]
    counts = unit or pair[0] == "两" or is_before_measure(text, found.end())
    if not counts or text.startswith(("线", "等", "级"), found.end()) or head and pair == "三五":
        return None
    low, high = (han_value(head + char + unit) for char in pair)
    return han_draft(
        found[0], "approximate", english_pair(low, "or", high), "two numbers in a row: one or the other"
    )
