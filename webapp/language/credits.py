"""Lines that say where a text comes from: its date, source, author, translator.

The lines are recognised by their label (来源：, 编辑/, 【编译：…】), or because they
are nothing but a date, an address or "newspaper + reporter".
"""

from __future__ import annotations

import datetime
import re

_LONGEST = 80  # code points; a longer line tells a story
_DATE = (
    r"(?P<year>(?:19|20)\d\d)(?:\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?[日号號]?"
    r"|(?P<sign>[-/.])(?P<month2>\d{1,2})(?P=sign)(?P<day2>\d{1,2})(?![\d.]))"
)
_TIME = r"(?:[\sT]*(?:星期|周|週)[一二三四五六日天])?(?:[\sT]*\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?"
_ROLE = (
    r"(?:来源|來源|出处|出處|作者|记者|記者|编译|編譯|编辑|編輯|责编|責編|责任编辑|責任編輯|翻译|翻譯|译者|譯者|校对|校對|审核|審核"
    r"|审校|摄影|攝影|供稿|通讯员|通訊員|撰文|撰稿|监制|监审|出品|整理|转载|轉載|原标题|原標題|原题|原文|链接|文章来源|图片来源"
    r"|日期|发布日期|發佈日期|发布时间|發佈時間|发表时间|更新时间|时间|時間|文|图|圖|date|published|author|source|byline|url)"
)
_LABEL = re.compile(rf"(?:{_ROLE}[/／|｜丨、和及]?){{1,4}}\s*[:：/／|｜丨]\s*\S", re.IGNORECASE)
_BRACKETED = re.compile(
    rf"[【\[（(〔](?:[^。！？：:]{{0,12}}?{_ROLE}\s*[:：/／|｜丨\s]|[^。！？]{{0,12}}(?:记者|記者|通讯员|通訊員)|据[^。！？]*[电報报网])"
    r"[^。！？]*[】\]）)〕]$",
    re.IGNORECASE,
)
_REPORTER = re.compile(
    r"(?:本报|本報|本台|本网|新华社|新華社|中新社|央视)?(?:记者|記者|通讯员|通訊員)[\s　]+\S[^。！？，,]{0,40}$"
)
_ADDRESS = re.compile(r"https?://\S+$")
_ONLY_DATE = re.compile(
    rf"(?:date\s*[:：]?\s*)?{_DATE}{_TIME}(?:[\s　|｜]+[^。！？，]{{1,30}})?$", re.IGNORECASE
)
_TITLE_LABEL = re.compile(r"(?:标题|標題|题目|題目|title)\s*[:：]\s*(?=\S)", re.IGNORECASE)
_DATE_BEFORE_TITLE = re.compile(rf"(?:date\s*[:：]?\s*)?{_DATE}{_TIME}\s+(?=\S)", re.IGNORECASE)
_FIND_DATE = re.compile(rf"(?<!\d){_DATE}(?!\d)")


def is_credit(line: str) -> bool:
    """Claim that a line (without white space around it) is about the text, not part of it.

    >>> [is_credit(line) for line in ("来源：新华社", "【编译：张三】", "2025年12月27日 10:30", "（记者李四）", "文/王五")]
    [True, True, True, True, True]
    >>> is_credit("2025年12月27日，会议开幕。"), is_credit("作者写得好。"), is_credit("编辑部的故事")
    (False, False, False)
    """
    if len(line) > _LONGEST:
        return False
    if line[-1:] in "。！？!?；":
        return line[-1:] == "。" and len(line) < 20 and _LABEL.match(line) is not None
    return any(form.match(line) for form in (_LABEL, _BRACKETED, _REPORTER, _ADDRESS, _ONLY_DATE))


def title_start(line: str, *, is_first: bool) -> int:
    """Return where the title begins in a line that puts 标题： or, as the text's first line, a date before it; else 0.

    >>> title_start("标题：春天", is_first=False), title_start("2025-12-27 春天", is_first=True)
    (3, 11)
    >>> title_start("2025-12-27 来源：新华网", is_first=True), title_start("2025-12-27 春天", is_first=False)
    (0, 0)
    """
    label = _TITLE_LABEL.match(line)
    if label is None and is_first:
        label = _DATE_BEFORE_TITLE.match(line)
        if label and (line[-1] in "。；;" or is_credit(line[label.end() :])):
            return 0
    return label.end() if label else 0


def find_date(text: str) -> str | None:
    """Return the first real date in a text as ``YYYY-MM-DD``.

    >>> find_date("发布于 2025/2/30，改于2025年3月1日"), find_date("第2025-12号")
    ('2025-03-01', None)
    """
    for match in _FIND_DATE.finditer(text):
        month, day = match["month"] or match["month2"], match["day"] or match["day2"]
        try:
            return datetime.date(int(match["year"]), int(month), int(day)).isoformat()
        except ValueError:
            continue
    return None
