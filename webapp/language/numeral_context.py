"""What stands around a numeral and decides how it is said: 2个 or 2路, 14:30 or 21:19.

Every test here looks at a bounded window, so that a text is read in linear time.
"""

from __future__ import annotations

import re

from webapp.language.units import unit_after

# Words that count or measure what the number before them numbers.
_MEASURES = """
个位名人家只本条张件辆座台部间所栋幢层套款种类项份批队支枝根块片朵棵株颗粒滴杯瓶碗盘盒箱包袋罐桶双对副把扇面口头匹尾艘架列节段篇
首幅封则句字页卷册期场次回遍趟顿阵番声步圈拳枪倍成折元角分毛年月天日周岁季米里尺寸丈克斤两吨磅升度瓦伏安户例起宗桩笔股手注处站届
代辈班组群帮排行串束团堆级等号路楼室厅集章幕局轮球环道档门票席围格平亩顷点秒时刻国省市县区镇村校师军单重强夜晚版餐剂针命味床桌词
言任码丝线胎孩女男子儿员者
"""
_LONG_MEASURES = """
公里 厘米 毫米 千米 公斤 千克 毫克 公顷 公分 平方 立方 英里 英尺 英寸 海里 小时 分钟 星期 世纪 年代
美元 美金 欧元 日元 英镑 港元 港币 卢布 人民币 台币 摄氏度 毫升 字节 像素 赫兹 季度 学期 人次 架次
车次 礼拜 钟头 坚戈 韩元 法郎 卢比 盎司 加仑 光年 百分点 单元 大卡 焦耳 学分 学时 课时 步骤 阶段 方面
方 比特 立升 毫秒 纳米 纳秒 微米 兆
"""
# Words that only begin like a measure word: 2025国际论坛 is no count of countries.
_NO_MEASURE = (
    r"国[际家内庆外防]|人(?:工|民(?!币)|才|类|文)|元[宵旦]|市场|女[足排篮]|男[足排篮]|首[届次都]|环[球保境]|家[居庭电]|部[长分]|"
    r"集团|军事|校园|道路|重[庆要大]|强化|头条|时[尚代装]|区域|条例|场馆|张家"
)
_MEASURE = re.compile(
    rf"[ \u00a0]?(?!{_NO_MEASURE})(?:{'|'.join(_LONG_MEASURES.split())}|[{''.join(_MEASURES.split())}])"
)

# 2 stays èr before what names (2号, 2楼, 2班) instead of counting, and before 两 itself.
_NAMED_BY_NUMBER = re.compile(
    r"[ \u00a0]?(?:月|日|号|路|楼|班(?!车|飞机)|年级|级|等|环|线|单元|期|版|世(?!纪)|折|两|维|"
    r"次[方元]|手|胎|孩|中|院|厂|队(?!人)|联|代(?!人)|档|季(?!度)|等奖|栋(?!楼|房)|幢(?!楼|房)|排\d|行\d|座\d|道街|子|女(?!儿|人)|老|货|"
    r"言|者|重(?!天)|师|军|任|线|兆|厅|百|十|比|进制)"
)
_COUNTED_STOREYS = re.compile(r"(?:共|有|高|约|近|达|增|为)$")
_DISTANCE_TO_SUBJECT = 8


def before(text: str, at: int, length: int = _DISTANCE_TO_SUBJECT) -> str:
    """Return the text just before a place."""
    return text[max(0, at - length) : at]


def ends_clause(text: str, at: int) -> bool:
    """Tell whether a clause ends here: at the end of the text or before a mark.

    >>> ends_clause("增长一点五。", 5), ends_clause("一点五个", 3)
    (True, False)
    """
    return at >= len(text) or text[at] in "，。；！？、）：,;!?)\n"


def is_before_measure(text: str, at: int) -> bool:
    """Tell whether a measure word or unit begins here."""
    return _MEASURE.match(text, at) is not None


def wants_liang(text: str, start: int, end: int) -> bool:
    """Tell whether a bare 2 at ``start`` is 两 (before what it counts) and not 二.

    >>> [wants_liang(s, 0, 1) for s in ("2个", "2公里", "2km", "2月", "2路", "2楼", "2年级", "2年")]
    [True, True, True, False, False, False, False, True]
    """
    if before(text, start, 2).rstrip().endswith("第"):
        return False
    if unit_after(text, end):
        return True
    if text.startswith("层", end):
        return bool(_COUNTED_STOREYS.search(before(text, start, 2)))
    return not _NAMED_BY_NUMBER.match(text, end) and is_before_measure(text, end)


_SCORE = re.compile(
    r"比分|[战打踢扳追][成为]|战胜|击败|险胜|大胜|获胜|完[胜败]|小胜|力克|不敌|负于|惜败|逆转|平局|打平|战平|握手言和|领先|落后|扳平|淘汰|横扫|落败|"
    r"[赢输胜]|半场|进球|球队|对阵|首局|次局|末局|决胜局|[第这][一二三四五1-5][局盘节]|夺冠|决赛|主队|客队"
)


def is_about_score(text: str, start: int, end: int) -> bool:
    """Tell whether the words around speak of a match."""
    return _SCORE.search(text[max(0, start - 14) : end + 10]) is not None
