"""The shapes numbers are written in, shared by the rules.

Every repetition has an upper bound: a rule that fails has looked at a bounded
number of characters, which is what keeps a scan linear on any input.
"""

from __future__ import annotations

import re

# One character for one, so that offsets stay: full-width forms, the several dashes, dots and micro signs.
_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: " ", 0xFF0C: "，", 0xFFE5: "¥", 0xFFE1: "£", 0x2236: ":", 0x2212: "-", 0x2010: "-", 0x2011: "-",
    0x2012: "-", 0x2013: "-", 0x2015: "—", 0x301C: "~", 0x223C: "~", 0x2022: "·", 0x30FB: "·", 0x2027: "·",
    0x00B5: "μ", 0x2103: "℃", 0x2715: "×", 0x2716: "×", 0x2032: "′", 0x2033: "″", 0xFF08: "（", 0xFF09: "）",
    0xFF1B: "；", 0xFF01: "！", 0xFF1F: "？", 0xFF02: "”", 0xFF07: "’",
}  # fmt: skip

LONGEST_NUMBER = 40
# One simplified character for one traditional, of those that numerals and the words around them are written with.
_TRADITIONAL = dict(
    zip(
        "兩個歲萬億幾數餘來種輛條項張戶場網馬線車會頭書總參級雙單讀無號圓後黃長間國慶開點塊貳陸噸離樣週統專禮電話熱傳撥勞運慘襲費講類區隻臺棟層隊顆盤"
        "對節則頁冊頓陣聲槍樁筆處屆輩組團樓廳輪環檔門圍畝頃時縣鎮師軍強劑針詞碼絲兒員鐘紀歐鎊攝學聯約達為戰勝擊敗險獲敵負轉領贏輸進奪決賽財續於廈醫計劃膠"
        "購機飛廂議錯誤銹轟軟體報驗證郵編賬請詢訴揮護應營業與貨動聖誕發溫圖題緒乾豐禎曆樂貞觀滿過經歷將連樹齡臨華訪內產權從當畢職奧選這",
        "两个岁万亿几数余来种辆条项张户场网马线车会头书总参级双单读无号圆后黄长间国庆开点块贰陆吨离样周统专礼电话热传拨劳运惨袭费讲类区只台栋层队颗盘"
        "对节则页册顿阵声枪桩笔处届辈组团楼厅轮环档门围亩顷时县镇师军强剂针词码丝儿员钟纪欧镑摄学联约达为战胜击败险获敌负转领赢输进夺决赛财续于厦医计划胶"
        "购机飞厢议错误锈轰软体报验证邮编账请询诉挥护应营业与货动圣诞发温图题绪干丰祯历乐贞观满过经历将连树龄临华访内产权从当毕职奥选这",
        strict=True,
    )
)
_PLAINEST = _TRADITIONAL | {chr(code): chr(to) if isinstance(to, int) else to for code, to in _WIDTH.items()}
_NOT_PLAIN = re.compile(f"[{''.join(char for char, plain in _PLAINEST.items() if char != plain)}]")

NUMBER = rf"(?:\d{{1,3}}(?:(?:,\d{{3}}){{1,9}}|(?:[ \u00a0\u2009\u202f]\d{{3}}){{1,5}}(?![ ]\d))(?!\d)|\d{{1,{LONGEST_NUMBER}}}+)(?:\.\d{{1,20}}+)?"
# 千米, 千克, 千瓦 and 百分 begin units of their own.
_SCALE = r"(?:[千百]?(?:万亿|[万亿])|千(?![米克瓦帕卡焦赫伏])|百(?![分货度米帕]))"
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


def plain(text: str) -> str:
    """Return what the rules look at: every character replaced by its plainest form, so that offsets stay.

    None of those forms is replaced itself: the order is free.

    >>> plain("８７個，３：２")
    '87个，3:2'
    """
    for char in set(_NOT_PLAIN.findall(text)):  # few; translate() looks at each character for itself
        text = text.replace(char, _PLAINEST[char])
    return text
