"""What stands around a numeral and decides how it is said: 2个 or 2路, 14:30 or 21:19.

Every test here looks at a bounded window, so that a text is read in linear time.
"""

from __future__ import annotations

import re

from webapp.language.units import unit_after

# Words that count or measure what the number before them numbers; traditional forms as well.
_MEASURES = """
个個位名人家只隻本条條张張件辆輛座台臺部间間所栋棟幢层層套款种種类類项項份批队隊支枝根块塊片朵棵株颗顆粒滴杯瓶碗盘盤盒箱包
袋罐桶双雙对對副把扇面口头頭匹尾艘架列节節段篇首幅封则則句字页頁卷册冊期场場次回遍趟顿頓阵陣番声聲步圈拳枪槍倍成折元块角分毛
年月天日周週岁歲季米里尺寸丈克斤两兩吨噸磅升度瓦伏安户戶例起宗桩樁笔筆股手注处處站届屆代辈輩班组組群帮排行串束团團堆级級等号號
路楼樓室厅廳集章幕局轮輪球环環道档檔门門票席围圍格平亩畝顷頃点點秒时時刻国國省市县縣区區镇鎮村校师師军軍单單重种秒强強寸夜晚
版环晚餐剂劑针針命味床桌餐口词詞言任拍码碼丝絲针线線项代胎孩女男子儿兒员員者
"""
_LONG_MEASURES = """
公里 厘米 毫米 千米 公斤 千克 毫克 公顷 公頃 公分 平方 立方 英里 英尺 英寸 海里 小时
小時 分钟 分鐘 星期 世纪 世紀 年代 美元 美金 欧元 歐元 日元 英镑 英鎊 港元 港币 卢布
人民币 台币 摄氏度 攝氏度 毫升 字节 像素 赫兹 季度 学期 學期 人次 架次 车次 礼拜 禮拜
钟头 坚戈 韩元 法郎 卢比 盎司 加仑 光年 百分点 百分點 单元 大卡 焦耳 学分 学时 课时 步骤
阶段 方面 方 比特 立升 毫秒 纳米 纳秒 微米 兆
"""
_MEASURE = re.compile(rf"[ \u00a0]?(?:{'|'.join(_LONG_MEASURES.split())}|[{''.join(_MEASURES.split())}])")

# 2 stays èr before what names (2号, 2楼, 2班) instead of counting, and before 两 itself.
_NAMED_BY_NUMBER = re.compile(
    r"[ \u00a0]?(?:月|日|号|號|路|楼|樓|班(?!车|車|飞机)|年[级級]|[级級]|等|环|環|[线線]|单元|單元|期|版|世(?!纪|紀)|折|两|兩|维|"
    r"次[方元]|手|胎|孩|中|院|厂|队(?!人)|[联聯]|代(?!人)|档|季(?!度)|等奖|栋(?!楼|房)|幢(?!楼|房)|排\d|行\d|座\d|道街|子|女(?!儿|人)|老|货|"
    r"言|者|重(?!天)|师|军|任|线|兆|厅|百|十|比|进制)"
)
_COUNTED_STOREYS = re.compile(r"(?:共|有|高|约|約|近|达|達|增|[为為])$")
_DISTANCE_TO_SUBJECT = 8


def before(text: str, at: int, length: int = _DISTANCE_TO_SUBJECT) -> str:
    """Return the text just before a place."""
    return text[max(0, at - length) : at]


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
    if text.startswith(("层", "層"), end):
        return bool(_COUNTED_STOREYS.search(before(text, start, 2)))
    return not _NAMED_BY_NUMBER.match(text, end) and is_before_measure(text, end)


_SCORE = re.compile(
    r"比分|[战戰]胜|[战戰]勝|[击擊][败敗]|[险險]胜|大胜|[获獲]胜|完[胜败]|小胜|力克|不[敌敵]|[负負]于|惜[败敗]|逆[转轉]|平局|打平|[战戰]平|握手言和|[领領]先|落后|扳平|淘汰|横扫|落[败敗]|"
    r"[赢贏输輸胜勝]|半[场場]|[进進]球|球[队隊]|[对對][阵陣]|首局|次局|末局|决胜局|[第这][一二三四五1-5][局盘节]|[夺奪]冠|[决決][赛賽]|主[队隊]|客[队隊]"
)


def is_about_score(text: str, start: int, end: int) -> bool:
    """Tell whether the words around speak of a match."""
    return _SCORE.search(text[max(0, start - 14) : end + 10]) is not None
