"""Whether digits name a year or count years: 2008年 and 2025国际论坛, but 1000年历史 and 2008元."""

from __future__ import annotations

import re

from webapp.language.numeral_context import before, is_before_measure

_ERA_BEFORE = re.compile(r"(?:(?:公元|西元|纪元)前?|[(（,，、至到~—-]前|^前)[ ]?$")
_REIGN_BEFORE = re.compile(
    r"(?:民国|光绪|[乾干]隆|康熙|雍正|嘉庆|道光|咸丰|同治|宣统|昭和|平成|令和|明治|大正|崇祯|万历|洪武|永乐|贞观|开元)$"
)
# Words between which and 年 stands a length of time: 已有1000年, 长达120年, 判处15年 ...
_SPAN_BEFORE = re.compile(
    r"(?:[有约近达逾满整了过花用需每再又隔经历晚早长超共享]|大约|将近|超过|不到|至少|最多|长达|历[时经]|距今|过去|未来|最近|为期|连续|持续|存在|统治|国祚|"
    r"前后|相隔|时隔|判[处刑])[了着]?$"
)
_SPAN_AFTER = re.compile(
    r"年(?:的?(?:历史|寿命|时间|经验|期限|文明|古|老[树店]|光景|工龄|租期|租约|产权|使用|合同)|之久|来(?!到|自|临|华|访)|以[上来内]|间(?!的)|内|"
    r"有期|徒刑|级|一遇|期(?!间)|[制生薪])"
)
_HISTORY_AFTER = re.compile(r"年的?(?:历史|之久|文明)")
_BEFORE_OR_AFTER = re.compile(r"年[前后]")
_BRACKETED = re.compile(r"[(（]\d{2,4}年?[)）]")
_STARTS_SENTENCE = re.compile(r"^$|[。；\n]$")
# Words that lead to a point in time: 于1000年, 自98年 ... and what is said of one: 08年出生, 98年10月.
_POINT_BEFORE = re.compile(r"(?:[于自在从到至截是][ ]?|[~—(（-]|[当生]年|初|时|届)$")
_SINCE_BEFORE = re.compile(r"[于自从][ ]?$")
_POINT_AFTER = re.compile(
    r"年(?:出生|生[人的，。]|毕业|入[学伍职]|参加|\d{1,2}月|[一二三四五六七八九十]{1,3}月|[初底末中春夏秋冬]|那[场次个年天时会一]|年[初底末中]|[上下]半年|奥运|[世亚]|高考|大选|款|版|度|国庆)"
)
_LENGTH_BEFORE = ("距今", "长达", "历时")

_MODERN = re.compile(r"1[89]\d\d|20\d\d")
_YEAR_LIST_AFTER = re.compile(r"[、至到和与及][12]\d{3}[年级届]")
_CLASS_AFTER = re.compile(r"[届级款版]|赛季|[学财]年|年度")
_NO_NOUN = frozenset("多余的和与到至左以上下是在为及或等后前也就之中万亿千百这此那")


def is_calendar_year(text: str, start: int, end: int) -> bool:
    """Tell whether the digits before 年 name a year (2008年) or count years (1000年历史).

    >>> [is_calendar_year(s, 0, s.index("年")) for s in ("2008年8月", "1000年历史", "98年出生", "10年", "5000年")]
    [True, False, True, False, False]
    """
    digits, left = text[start:end], before(text, start)
    if _ERA_BEFORE.search(left) or digits.startswith("0"):
        return len(digits) <= 4
    if _REIGN_BEFORE.search(left) or not 2 <= len(digits) <= 4:
        return False
    value = int(digits)
    is_point = _POINT_AFTER.match(text, end) is not None or is_bracketed(text, start, end + 1)
    is_span = bool(_SPAN_BEFORE.search(left) or _SPAN_AFTER.match(text, end))
    if len(digits) == 4:
        return 1000 <= value < 2200 and (is_point or not _counts_centuries(text, start, end, is_span))
    if is_point:
        return True
    if is_span or not _POINT_BEFORE.search(left) and _BEFORE_OR_AFTER.match(text, end):
        return False
    if len(digits) == 3:
        opens_sentence = _STARTS_SENTENCE.search(before(text, start, 1)) and text.startswith("，", end + 1)
        return value % 10 != 0 or bool(opens_sentence)
    return value > 75 or value % 10 != 0 and _SINCE_BEFORE.search(left) is not None


def is_bracketed(text: str, start: int, end: int) -> bool:
    """Tell whether a number stands alone in brackets, as years after names and titles do: (984年), （1984）."""
    return start > 0 and _BRACKETED.fullmatch(text, start - 1, end + 1) is not None


def _counts_centuries(text: str, start: int, end: int, is_span: bool) -> bool:
    """Judge four digits: 2008年 is a year nearly always, 1000年 only where something says so."""
    value = int(text[start:end])
    if value % 100:
        return (
            is_span
            and _HISTORY_AFTER.match(text, end) is not None
            or before(text, start, 2) in _LENGTH_BEFORE
        )
    if value < 1900 or value == 2000:
        is_span = is_span or text.startswith(("年前", "年之前"), end)
    return is_span or value == 1000 and not _POINT_BEFORE.search(before(text, start))


def names_year_bare(text: str, start: int, end: int) -> bool:
    """Tell whether four digits without 年 are a year: 2025国际论坛, 2008届, (1984).

    >>> [names_year_bare(s, 0, 4) for s in ("2025国际论坛", "2008届", "1875家", "2008、2009年")]
    [True, True, False, True]
    """
    if not _MODERN.fullmatch(text, start, end):
        return False
    if is_bracketed(text, start, end) or _CLASS_AFTER.match(text, end) or _YEAR_LIST_AFTER.match(text, end):
        return True
    if text.endswith("00", start, end) or is_before_measure(text, end):
        return False
    following = text[end : end + 1]
    return "\u4e00" <= following <= "\u9fff" and following not in _NO_NOUN
