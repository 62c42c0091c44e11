"""Numerals in Chinese characters: 二〇二五年, 百分之二十, 三千六百, 十几, 两三, 第二, 五一.

Their readings are those of their characters; what a rule adds is where they
begin and end, and what they mean. Only what is clearly numeric is claimed: a
lone 一 is left to the dictionary (一起, 一样, 万一, 统一).
"""

from __future__ import annotations

import re
from decimal import Decimal

from webapp.language.numeral_context import before, is_before_measure
from webapp.language.numeral_draft import Draft, Piece, amount_pieces, amount_value
from webapp.language.numeral_patterns import NUMBER, date_gloss, ordinal
from webapp.language.numeral_speech import english

_VALUES = {char: value for value, chars in enumerate("零〇○ 一壹幺 二两兩贰貳 三叁參 四肆 五伍 六陆陸 七柒 八捌 九玖".split()) for char in chars}
_SIZES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_READINGS = dict(zip(
    "零〇○一壹幺二两兩贰貳三叁參四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億半第几幾数數上多余餘来來点點分之又年月日号號后後廿卅·・",
    "ling2 ling2 ling2 yi1 yi1 yao1 er4 liang3 liang3 er4 er4 san1 san1 san1 si4 si4 wu3 wu3 liu4 liu4 liu4 qi1 qi1 ba1 ba1 jiu3 jiu3 "
    "shi2 shi2 bai3 bai3 qian1 qian1 wan4 wan4 yi4 yi4 ban4 di4 ji3 ji3 shu4 shu4 shang4 duo1 yu2 yu2 lai2 lai2 dian3 dian3 fen1 zhi1 you4 "
    "nian2 yue4 ri4 hao4 hao4 hou4 hou4 nian4 sa4".split() + ["", ""],
    strict=True,
))  # fmt: skip

TRIGGERS = "一二三四五六七八九十百千万萬亿億两兩零〇几幾数數上第半壹贰貳叁參肆伍陆陸柒捌玖拾廿卅○"

# The grammar of quantities: below ten thousand, then 万 and 亿. All parts are optional and bounded.
_D, _L, _Z = "[一二三四五六七八九]", "[一二两兩三四五六七八九]", "[零〇]?"
_BELOW = rf"(?:{_L}千)?(?:{_Z}{_L}百)?(?:{_Z}{_D}?十)?(?:{_Z}{_D})?"
_HEAD = rf"(?:[百千十](?=[万萬亿億])|(?=[零〇一二两兩三四五六七八九十]){_BELOW}|[两兩](?=[万萬亿億]))"
_CARDINAL = rf"(?:{_HEAD}[万萬]?[亿億])?(?:{_Z}{_HEAD}[万萬])?(?:{_Z}{_BELOW})"
_FORMAL_D = "[壹贰貳叁參肆伍陆陸柒捌玖]"
_FORMAL = rf"(?:{_FORMAL_D}[拾佰仟]?[零]?[万萬亿億]?){{1,12}}[拾佰仟万萬]?"
_AMOUNT_RE = re.compile(_CARDINAL)
_FORMAL_RE = re.compile(_FORMAL)
_YEAR = re.compile(r"(?P<year>[一二两][零〇○一二三四五六七八九]{3}|[零〇○一二三四五六七八九]{2})年(?![代级級])")
_MONTH_DAY = re.compile(r"(?P<month>十[一二]?|[一二三四五六七八九])月(?P<day>三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])[日号號]")
_MONTH = re.compile(r"(?P<month>十[一二])月(?![牙饼])")
_DAY = re.compile(r"(?P<day>三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九])日(?![元圆圓])")
_GENERATION = re.compile(r"(?P<tens>[五六七八九零〇一])(?P<ones>[零〇五])[后後](?![天来來期面])")
_PART = rf"(?:{_CARDINAL}|百|千|万|萬|几|幾)"
_FRACTION = re.compile(rf"(?:{_CARDINAL}又)?{_PART}分之(?:{NUMBER}|(?:百|{_CARDINAL})(?:[点點][零〇一二三四五六七八九]{{1,8}})?|[几幾])[多]?", re.ASCII)
_ORDINAL = re.compile(rf"第(?:{_CARDINAL})")
_VAGUE = re.compile(
    rf"[几幾数數][十百千][万萬亿億]?[多余餘]?|[几幾数數][万萬亿億][亿億]?[多余餘]?|(?:{_D}?十|{_L}[百千万萬])[几幾][万萬亿億]?"
    rf"|(?:{_CARDINAL}|[百千万萬])(?:[多余餘](?=[^\u4e00-\u9fff]|[万萬亿億]|.)[万萬亿億]?)"
    rf"|(?:{_D}?十|{_L}[百千]|百)[来來](?=[个個年天名位岁歲人家次分里斤万萬块元米公])"
)
_OVER = re.compile(r"上[百千万萬亿億][万萬亿億]?(?=[个個名人次元家种種年件辆輛位条條公所座项項张張台户戶亩吨架只場场篇本万亿块美])")
_NOT_OVER = re.compile(r"[网網晚路加世身马馬早以线線天地街车車船成会會手头頭脸面书書][百千]?$|成[百千]$")
_NOT_VAGUE = re.compile(r"[人总總次倍岁歲件基分函参參指点位个級级常奇偶整双雙单單读讀回无無多少代数]$")
_PAIRS = "一二 一两 一兩 两三 兩三 二三 三四 三五 四五 五六 六七 七八 八九".split()
_PAIR = re.compile(rf"(?:{_D}?十)?(?P<pair>{'|'.join(_PAIRS)})(?P<unit>[十百千]?[万萬亿億]?)")
_STRING = re.compile(r"[零〇○一二三四五六七八九幺]{3,40}")
_DECIMAL = re.compile(rf"{_CARDINAL}[点點](?P<fraction>[零〇一二三四五六七八九]{{1,12}})(?P<unit>[百千]?[万萬亿億]*)")
_EVENT = re.compile(r"(?P<month>十[一二]?|[一二三四五六七八九])[·・](?P<day>[一二三四五六七八九十零〇]{1,3})(?![·・])")
_HOLIDAYS = {
    "五一": "1 May, Labour Day", "五四": "4 May, Youth Day", "六一": "1 June, Children's Day", "七一": "1 July, Party founding day",
    "八一": "1 August, Army Day", "三八": "8 March, Women's Day", "九一八": "18 September (1931)", "一二九": "9 December (1935)",
    "七七": "7 July (1937)",
}  # fmt: skip
_HOLIDAY = re.compile("|".join(sorted(_HOLIDAYS, key=len, reverse=True)))
_NATIONAL_DAY = re.compile(r"十一(?=[黄黃]金周|假期|[长長]假|小[长長]假|期[间間]|[国國][庆慶]|放假|[节節])")
# Words in which numerals do not count; the rest of their kind (万一, 统一) never reaches a rule.
_WORDS = re.compile(
    r"千万(?!(?:[个個名人元级級吨亩年美日欧港户戶辆台字富册斤块公的以之]|$|[，。、；））]))|千萬(?![个個名人元级級噸美])|万万(?!元|人)|万千|千百|亿万|一一(?![零〇一二三四五六七八九])|三三两两|三三兩兩|一五一十|七七八八|"
    r"三五成群|十万火急|百万富翁|千万富翁|八九不离十|十之八九|三六九等|千千万万|三番两次|三三五五|百八十|万万千千|十一一"
)
_WORD_TAILS = re.compile(r"(?:乱|亂|杂|横|歪|七上|零七)$")
_ORDINARY_ONE = frozenset("定样樣直切般些旦致共向同味再律贯")
_LAST_OF_WORD = re.compile(r"(?:周|星期|礼拜|禮拜|唯|惟|统|統|专|專|单|逐|合|任|另|之|不)$")


def read_han(text: str, at: int) -> tuple[int, Draft | None]:
    """Read the Chinese numeral that begins here; return where the scan goes on."""
    char = text[at]
    if word := _WORDS.match(text, at):
        return word.end(), None
    if char in "一二三四五六日" and _LAST_OF_WORD.search(before(text, at, 2)):
        return at + 1, None
    draft = _rules(text, at, char)
    if draft is None:
        return at + 1, None
    return at + draft.length, draft


def _rules(text: str, at: int, char: str) -> Draft | None:
    if char == "第":
        return _read_ordinal(text, at)
    if char == "上":
        found = _OVER.match(text, at)
        if not found or _NOT_OVER.search(before(text, at, 2)):
            return None
        return _draft(found[0], "approximate", f"more than {english(han_value('一' + found[0][1:]))}", "上 + number: at least so many")
    return (
        _read_date(text, at) or _read_event(text, at) or _read_parts(text, at) or _read_vague(text, at)
        or _read_decimal(text, at) or _read_digit_string(text, at) or _read_cardinal(text, at)
    )  # fmt: skip


def han_value(numeral: str) -> Decimal:
    """Compute a Chinese quantity; a last digit after 百, 千 or 万 counts in the next lower unit.

    >>> [int(han_value(n)) for n in ("三千六百", "两万零五", "一百五", "十二", "三亿五千万")]
    [3600, 20005, 150, 12, 350000000]
    """
    total = section = digit = 0
    last_size, after_unit = 1, False
    for char in numeral:
        if char in _VALUES:
            digit = _VALUES[char]
            after_unit = after_unit and bool(digit)
            continue
        size = _SIZES[char]
        if size >= 10**4:
            section = (section + digit or 1) * size if size == 10**4 else (total + section + digit or 1) * size
            total, section = (section, 0) if size == 10**8 else (total + section, 0)
        else:
            section += (digit or 1) * size
        digit, last_size, after_unit = 0, size, True
    if digit and after_unit and last_size >= 100:
        digit *= last_size // 10
    return Decimal(total + section + digit)


def _draft(numeral: str, role: str, gloss: str | None, note: str | None = None) -> Draft:
    """Make a piece of each character; Arabic digits inside (百分之30) are one piece."""
    pieces: list[Piece] = []
    for run in re.findall(r"[0-9.,]+|.", numeral):
        pieces += amount_pieces(run) if run[0].isdigit() else (Piece(run, _READINGS[run]),)
    return Draft(tuple(pieces), role, gloss, note)


def _read_ordinal(text: str, at: int) -> Draft | None:
    found = _ORDINAL.match(text, at)
    if not found or len(found[0]) == 1:
        return None
    numeral = _without_ordinary_one(text, found[0], found.end()) if len(found[0]) > 2 else found[0]
    return _draft(numeral, "ordinal", ordinal(int(han_value(numeral[1:]))), "第 + number: an ordinal")


def _read_date(text: str, at: int) -> Draft | None:
    """Read 二〇二五年, 七月九日, 十一月 and 九五后. The months and days of one character are headwords."""
    found = _YEAR.match(text, at)
    if found and found["year"] not in _PAIRS:
        digits = "".join(str(_VALUES[char]) for char in found["year"])
        note, end = "years are read digit by digit", found.end()
        more = _MONTH_DAY.match(text, end) or _MONTH.match(text, end)
        if more:
            day = int(_day(more["day"])) if "day" in more.re.groupindex else None
            return _draft(text[at : more.end()], "date", date_gloss(digits, int(han_value(more["month"])), day), note)
        return _draft(found[0], "year", date_gloss(digits, None, None), note)
    if found := _MONTH_DAY.match(text, at):
        return _draft(found[0], "date", date_gloss(None, int(han_value(found["month"])), _day(found["day"])))
    if found := _MONTH.match(text, at):
        return _draft(found[0], "date", date_gloss(None, int(han_value(found["month"])), None))
    if found := _DAY.match(text, at):
        return _draft(found[0], "date", date_gloss(None, None, _day(found["day"])))
    if (found := _GENERATION.match(text, at)) and before(text, at, 1) not in tuple("十百千万前第"):
        decade = f"{_VALUES[found['tens']]}{_VALUES[found['ones']]}"
        century = "20" if decade < "50" else "19"
        return _draft(found[0], "generation", f"people born from {century}{decade} on", "years are read digit by digit")
    return None


def _day(numeral: str) -> int:
    return int(han_value(numeral.replace("廿", "二十")))


def _read_event(text: str, at: int) -> Draft | None:
    """Read 一二·九-like dates that became names, and the holidays 五一, 九一八."""
    if found := _EVENT.match(text, at):
        return _draft(found[0], "event", None, "a date that became a name, read digit by digit")
    if found := _NATIONAL_DAY.match(text, at):
        return _draft(found[0], "event", "1 October, National Day")
    found = _HOLIDAY.match(text, at)
    around = before(text, at, 1) + text[at + len(found[0]) : at + len(found[0]) + 1] if found else ""
    if not found or any(char in _VALUES or char in _SIZES or char in "开折线年第点點" for char in around):
        return None
    return _draft(found[0], "event", _HOLIDAYS[found[0]], "a date that became a name, read digit by digit")


def _read_parts(text: str, at: int) -> Draft | None:
    """Read 百分之二十, 三分之一, 百分之3.5."""
    found = _FRACTION.match(text, at)
    if not found or found[0].endswith("之"):
        return None
    whole, upper = found[0].rstrip("多").rsplit("分之", 1)
    note = "分之: of so many parts; the lower number is said first"
    lower = {"百": 100, "千": 1000, "万": 10**4, "萬": 10**4}.get(whole)
    shown = "several" if upper in "几幾" else f"{_any_value(upper):f}"
    if lower == 100:
        return _draft(found[0], "percent", f"{shown} percent", note)
    *mixed, base = whole.split("又")
    below = "several" if base in "几幾" else f"{lower or han_value(base):f}"
    gloss = " ".join([f"{han_value(n):f}" for n in mixed] + [f"{shown}/{below}"])
    return _draft(found[0], "fraction", gloss, note)


def _any_value(numeral: str) -> Decimal:
    if numeral[0].isdigit():
        return amount_value(numeral)
    whole, _, fraction = numeral.replace("點", "点").partition("点")
    digits = "".join(str(_VALUES[char]) for char in fraction)
    return Decimal(f"{han_value(whole)}.{digits}" if digits else han_value(whole))


def _read_vague(text: str, at: int) -> Draft | None:
    """Read 几十, 数万, 十几, 三十多, 百余, 两三, 十七八, 七八十."""
    found = _VAGUE.match(text, at)
    if found and not (text[at] in "数數" and (_NOT_VAGUE.search(before(text, at, 1)) or text.startswith("分之", found.end()))):
        numeral = found[0]
        if text[at] in "几幾数數":
            size = english(han_value("一" + numeral[1:].rstrip("多余餘")))
            return _draft(numeral, "approximate", {"ten": "dozens; tens", "100": "hundreds", "1,000": "thousands"}.get(size, f"several times {size}" if size != "10,000" else "tens of thousands"), f"{numeral[0]} + number: several")
        if numeral[-1] in "几幾":
            return _draft(numeral, "approximate", f"{english(han_value(numeral[:-1]))} and some", "几: several")
        if len(numeral) > 2 or numeral[0] in "十百千万萬":
            plain = re.sub("[多余餘来來几幾]", "", numeral)
            kind = "about" if numeral[-1] in "来來" else "more than"
            return _draft(numeral, "approximate", f"{kind} {english(han_value(plain if plain[0] in _VALUES or plain[0] == '十' else '一' + plain))}")
    found = _PAIR.match(text, at)
    if not found or found["pair"] in ("一二",) and not found["unit"]:
        return None
    end = found.end()
    if not (found["pair"][0] in "两兩" or found["unit"] or is_before_measure(text, end)) or text.startswith(("线", "線", "等"), end):
        return None
    if found["pair"] == "三五" and found["unit"] == "十":
        return None
    low, high = (english(han_value(found[0][: found.start("pair") - at] + char + found["unit"])) for char in found["pair"])
    return _draft(found[0], "approximate", f"{low} or {high}", "two numbers in a row: one or the other")


def _read_decimal(text: str, at: int) -> Draft | None:
    found = _DECIMAL.match(text, at)
    if not found or not found[0][0] not in "点點":
        return None
    digits, end = found["fraction"], found.end()
    is_clear = len(digits) > 1 or found["unit"] or text[at] in "零〇" or digits != "一" and is_before_measure(text, end)
    if not is_clear or text.startswith(("分", "刻", "十"), end) or digits.endswith("一") and text[end : end + 1] in _ORDINARY_ONE:
        return None
    value = _any_value(found[0].removesuffix(found["unit"]) if found["unit"] else found[0])
    return _draft(found[0], "decimal", english(value * (han_value("一" + found["unit"]) if found["unit"] else 1)))


def _read_digit_string(text: str, at: int) -> Draft | None:
    """Read 一二三四 or 零五分: digits without units."""
    found = _STRING.match(text, at)
    if found and text[found.end() : found.end() + 1] not in ("十", "百", "千", "万", "亿"):
        return _draft(found[0], "code", "".join(str(_VALUES[char]) for char in found[0]), "read digit by digit")
    if text[at] in "零〇" and text[at + 1 : at + 2] in tuple("一二三四五六七八九") and text.startswith(("分", "秒"), at + 2):
        return _draft(text[at : at + 2], "number", english(_VALUES[text[at + 1]]))
    return None


def _read_cardinal(text: str, at: int) -> Draft | None:
    """Read a quantity of at least two characters."""
    found = _FORMAL_RE.match(text, at)
    if found and any(char in "拾佰仟" for char in found[0]):
        return _draft(found[0], "number", english(han_value(found[0])), "written in the forms used on cheques")
    found = _AMOUNT_RE.match(text, at)
    if not found:
        return None
    numeral = _without_ordinary_one(text, found[0], found.end())
    has_unit = any(char in _SIZES for char in numeral)
    if len(numeral) < 2 or not has_unit:
        return None
    return _draft(numeral, "number", english(han_value(numeral)))


def _without_ordinary_one(text: str, numeral: str, end: int) -> str:
    """Give a final 一 back to 一定 or 一样 where it belongs to the word that follows."""
    follows_word = text[end : end + 1] in _ORDINARY_ONE
    if numeral.endswith("一") and (follows_word or numeral[-2:-1] in "百千万萬亿億"):
        return numeral[:-1]
    return numeral
