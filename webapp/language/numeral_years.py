"""Whether digits name a year or count years: 2008年 and 2025国际论坛, but 1000年历史 and 2008元."""

from __future__ import annotations

import re

from webapp.language.numeral_context import before, is_before_measure

_ERA_BEFORE = re.compile(r"(?:公元前?|西元前?|纪元前|紀元前|[(（,，、至到~—-]前|^前)[ ]?$")
_REIGN_BEFORE = re.compile(
    r"(?:民[国國]|光[绪緒]|乾隆|康熙|雍正|嘉[庆慶]|道光|咸[丰豐]|同治|[宣万萬]统|宣[统統]|昭和|平成|令和|明治|大正|崇[祯禎]|万历|萬曆|洪武|永[乐樂]|贞观|貞觀|开元|開元)$"
)
_SPAN_BEFORE = re.compile(
    r"(?:[有约約近达達逾满滿整了过過花用需每再又隔经經历歷晚早长長超共距享]|已有|将近|將近|大[约約]|超[过過]|不到|[长長][达達]|[历歷][时時经經]|距今|[过過]去|未[来來]|"
    r"最近|[为為]期|[连連][续續]|[存在]在|[统統]治|[国國]祚|至少|最多|上下|前后|前後|相隔|[时時]隔|持[续續]|判[处處刑])(?:[了着]|[长長][达達])?$"
)
_SPAN_AFTER = re.compile(
    r"年(?:的?(?:[历歷]史|寿命|時間|时间|[经經][验驗]|期限|文明|古|老[树樹店]|光景|工[龄齡])|之久|[来來](?!到|自|临|臨|[华華]|[访訪])|以上|以[来內内]|[间間](?!的)|"
    r"[内內]|有期|徒刑|[级級]|一遇|期(?!间)|[制生薪]|的?(?:租期|租[约約]|[产產][权權]|使用|合同))"
)
_STARTS_SENTENCE = re.compile(r"^$|[。；\n]$")
_BRACKETED = re.compile(r"[(（]\d{2,4}年?[)）]")
_POINT_BEFORE = re.compile(r"(?:[于於自在从從到至截是][ ]?|[~—–\-（(]|[当當]年|生[于於]|初|[时時]|[届屆])$")
_POINT_AFTER = re.compile(
    r"年(?:出生|生[人的,，。]|[毕畢][业業]|入[学學伍职職]|[参參]加|\d{1,2}月|[一二三四五六七八九十]{1,3}月|[初底末春夏秋冬]|年[初底末中]|[上下]半年|"
    r"[奥奧]运|[世亚]|高考|大[选選]|款|版|度|国庆)"
)


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
    names_point = bool(_POINT_AFTER.match(text, end)) or is_bracketed(text, start, end + 1)
    is_span = bool(_SPAN_BEFORE.search(left) or _SPAN_AFTER.match(text, end))
    if len(digits) == 4:
        return 1000 <= value < 2200 and (
            names_point or not _is_span_of_centuries(text, start, end, value, is_span)
        )
    if names_point:
        return True
    if is_span or _POINT_BEFORE.search(left) is None and re.match("年[前后後]", text[end : end + 2]):
        return False
    if len(digits) == 3:
        return value % 10 != 0 or bool(
            _STARTS_SENTENCE.search(before(text, start, 1)) and text.startswith("，", end + 1)
        )
    return value > 75 or value >= 10 and value % 10 != 0 and bool(re.search(r"[于於自从從][ ]?$", left))


def is_bracketed(text: str, start: int, end: int) -> bool:
    """Tell whether a number stands alone in brackets, as years after names and titles do: (984年), （1984）."""
    return start > 0 and _BRACKETED.fullmatch(text, start - 1, end + 1) is not None


def _is_span_of_centuries(text: str, start: int, end: int, value: int, is_span: bool) -> bool:
    """Judge four digits: 2008年 is a year nearly always, 1000年 only where something says so."""
    if value % 100:
        return bool(is_span and re.match(r"年的?(?:[历歷]史|之久|文明)", text[end : end + 5])) or before(
            text, start, 2
        ) in ("距今", "长达", "長達", "历时", "歷時")
    if value < 1900 or value == 2000:
        is_span = is_span or text.startswith(("年前", "年之前"), end)
    return is_span or value == 1000 and not _POINT_BEFORE.search(before(text, start))


def names_year_bare(text: str, start: int, end: int) -> bool:
    """Tell whether four digits without 年 are a year: 2025国际论坛, 2008届, (1984)."""
    if not re.fullmatch(r"1[89]\d\d|20\d\d", text[start:end]):
        return False
    following = text[end : end + 7]
    if re.match(r"[、至到和与與及][12]\d{3}[年级級届屆]", following) or is_bracketed(text, start, end):
        return True
    if re.match(r"[届屆][毕畢本]?|[级級]|款|版|[赛賽][季]?|[学學财財]年|年度", following):
        return True
    if not int(text[end - 2 : end]) or is_before_measure(text, end):
        return False
    is_noun_next = (
        re.match(r"[\u4e00-\u9fff]", following)
        and following[0] not in "多余餘的和与與到至左以上下是在为為及或等后後前也就之中万亿千百这這此那"
    )
    return bool(is_noun_next)
