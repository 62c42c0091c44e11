"""What stands around a numeral and decides how it is said: 2个 or 2路, 2008年 or 2008元, 14:30 or 21:19.

Every test here looks at a bounded window, so that a text is read in linear time.
"""

from __future__ import annotations

import re

# Words that count or measure what the number before them numbers; traditional forms as well.
_MEASURES = """
个個位名人家只隻本条條张張件辆輛座台臺部间間所栋棟幢层層套款种種类類项項份批队隊支枝根块塊片朵棵株颗顆粒滴杯瓶碗盘盤盒箱包
袋罐桶双雙对對副把扇面口头頭匹尾艘架列节節段篇首幅封则則句字页頁卷册冊期场場次回遍趟顿頓阵陣番声聲步圈拳枪槍倍成折元块角分毛
年月天日周週岁歲季米里尺寸丈克斤两兩吨噸磅升度瓦伏安户戶例起宗桩樁笔筆股手注处處站届屆代辈輩班组組群帮排行串束团團堆级級等号號
路楼樓室厅廳集章幕局轮輪球环環道档檔门門票席围圍格平亩畝顷頃点點秒时時刻国國省市县縣区區镇鎮村校师師军軍单單重种秒强強寸夜晚
版环晚餐剂劑针針命味床桌餐口词詞言任拍码碼丝絲针线線项代胎孩女男子儿兒员員者
"""
_LONG_MEASURES = (
    "公里 厘米 毫米 千米 公斤 千克 毫克 公顷 公頃 公分 平方 立方 英里 英尺 英寸 海里 小时 小時 分钟 分鐘 星期 世纪 世紀 年代 美元 美金 欧元 歐元 "
    "日元 英镑 英鎊 港元 港币 卢布 人民币 台币 摄氏度 攝氏度 毫升 字节 像素 赫兹 季度 学期 學期 人次 架次 车次 礼拜 禮拜 钟头 坚戈 韩元 法郎 卢比 "
    "盎司 加仑 光年 百分点 百分點 单元 大卡 焦耳 学分 学时 课时 步骤 阶段 方面 方 比特 立升 毫秒 纳米 纳秒 微米 兆"
).split()
_MEASURE = re.compile(rf"[ \u00a0]?(?:{'|'.join(_LONG_MEASURES)}|[{''.join(_MEASURES.split())}])")

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
    from webapp.language.units import unit_after

    if before(text, start, 2).rstrip().endswith("第"):
        return False
    if unit_after(text, end):
        return True
    if text.startswith(("层", "層"), end):
        return bool(_COUNTED_STOREYS.search(before(text, start, 2)))
    return not _NAMED_BY_NUMBER.match(text, end) and is_before_measure(text, end)


# --- years -----------------------------------------------------------------------------------------------------------
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
_POINT_BEFORE = re.compile(
    r"(?:[于於自在从從到至截是][ ]?|[~—–\-（(]|[当當]年|生[于於]|初|[时時]|[届屆])$"
)
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
        return 1000 <= value < 2200 and (names_point or not _is_span_of_centuries(text, start, end, value, is_span))
    if names_point:
        return True
    if is_span or _POINT_BEFORE.search(left) is None and re.match("年[前后後]", text[end : end + 2]):
        return False
    if len(digits) == 3:
        return value % 10 != 0 or bool(_STARTS_SENTENCE.search(before(text, start, 1)) and text.startswith("，", end + 1))
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


# --- digit by digit --------------------------------------------------------------------------------------------------
_NAME_AFTER = re.compile(
    r"[ ]?(?:高校|工程|大[学學厦廈楼道军]|院校|名校|中[学學](?!生)|小[学學](?!生)|[学學]校|[医醫]院|部[队隊]|[计計][划劃]|[国國省县縣]道|公路|高速|[胶膠]|[晚]会|晚會|事件|事故|大促|"
    r"[购購]物|[专專]案|客[机機]|[飞飛][机機]|航班|房|包[厢间廂]|教室|[宿]舍|寝室|病房|[会會][议議]室|办公室|信箱|[错錯][误誤]|[页頁]面|工作制|消毒|口罩|不[锈銹]|"
    r"[战戰轰][机機]|[轰轟]炸|坦克|高地|特工|信箱|端口|[软軟]件|公司|[团團旅](?![队隊体體])|[专專]列|次列[车車]|[号號][汽柴]油|[号號]房|[号號]室|[号號]航班|室|"
    r"[电電]影|口令|福[报報]|表白|告白|情人|型|系列)"
)
_NAME_BEFORE = re.compile(
    r"(?:房[间間号號]|密[码碼]|[验驗][证證][码碼]|[邮郵][编編政]|[编編][号號码]|[学學工卡账賬帐尾区區单單证證号群型房牌代][号號码碼]|[股基][票金]代[码碼]|口令|QQ群?|群[号號]|微信|[号號][码碼]|"
    r"分机号?|分機|航班)[ ]?(?:[是为為:：=])?[ ]?$"
)
_EMERGENCY = frozenset({"110", "119", "120", "122", "114", "911", "999", "112", "12"})
_CALL_BEFORE = re.compile(
    r"(?:打[了过给]?|[拨撥]打?[了]?|呼叫?|致[电電]|[电電][话話]|[热熱][线線]|[请請叫]|求助|[报報]警|[联聯]系|咨[询詢]|[诉訴]|客服|[传傳]真|手[机機]|Tel|TEL|tel)[是为為:：]?[ ]?$"
)
_CALL_AFTER = re.compile(
    r"[ ]?(?:接[到警]|出警|[报報]警|急救|指[挥揮]|[电電][话話]|[热熱][线線]|救[护護]|[民]警|消防|平台|官[网網方]|[网網]站|客服|[购購]票|App|APP|[应應][用]|[短]信|[营營][业業][厅廳])"
)
_SERVICE_LINE = re.compile(r"12[0-9]{3}|10[0-9]{3}|9[56][0-9]{3,4}")
_WELL_KNOWN_LINE = re.compile(r"123[0-9]{2}|100(?:86|10|01|50|60|11|16)|955[0-9]{2}")
_PLAIN_FIGURE = re.compile(r"[ ]?[多余餘万亿千百萬億%‰°℃$€£¥]")


def is_phone(text: str, start: int, end: int) -> bool:
    """Tell whether plain digits are a number to call: 打119, 12306, 客服热线10086."""
    digits = text[start:end]
    called = bool(_CALL_BEFORE.search(before(text, start)) or _CALL_AFTER.match(text, end))
    if digits in _EMERGENCY or len(digits) in (7, 8):
        return called and not is_before_measure(text, end)
    if not _SERVICE_LINE.fullmatch(digits):
        return False
    is_figure = is_before_measure(text, end) or _PLAIN_FIGURE.match(text, end)
    return not is_figure and (called or bool(_WELL_KNOWN_LINE.fullmatch(digits)))


def is_code(text: str, start: int, end: int) -> bool:
    """Tell whether plain digits name a thing: 1203房间, 985高校, 502胶, 密码 8848, 302路."""
    digits = text[start:end]
    if _NAME_BEFORE.search(before(text, start)):
        return len(digits) > 2 or digits.startswith("0")
    if len(digits) == 3:
        if re.match(r"路(?!人|口)|[线線]", text[end : end + 2]):
            return True
        if digits in ("985", "211") and re.match(r"[、/和及与與,，]?(?:985|211|双一流)|[。，,、)）”]", text[end : end + 5]):
            return True
        return bool(digits[1:] != "00" and _NAME_AFTER.match(text, end))
    if len(digits) == 4:
        return bool(_NAME_AFTER.match(text, end) or re.match(r"[号號]|次(?:列|高|动)", text[end : end + 2]))
    if len(digits) == 2:
        return bool(re.match(r"[号號][汽柴]?油|消毒|式|[战戰]机", text[end : end + 3]))
    return len(digits) > 6 and not (
        _PLAIN_FIGURE.match(text, end) or is_before_measure(text, end) or digits.endswith("0000")
    )


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
    is_noun_next = re.match(r"[\u4e00-\u9fff]", following) and following[0] not in "多余餘的和与與到至左以上下是在为為及或等后後前也就之中万亿千百这這此那"
    return bool(is_noun_next)


# --- scores and clock times ------------------------------------------------------------------------------------------
_SCORE = re.compile(
    r"比分|[战戰]胜|[战戰]勝|[击擊][败敗]|[险險]胜|大胜|[获獲]胜|完[胜败]|小胜|力克|不[敌敵]|[负負]于|惜[败敗]|逆[转轉]|平局|打平|[战戰]平|握手言和|[领領]先|落后|扳平|淘汰|横扫|落[败敗]|"
    r"[赢贏输輸胜勝]|半[场場]|[进進]球|球[队隊]|[对對][阵陣]|首局|次局|末局|决胜局|[第这][一二三四五1-5][局盘节]|[夺奪]冠|[决決][赛賽]|主[队隊]|客[队隊]"
)


def is_about_score(text: str, start: int, end: int) -> bool:
    """Tell whether the words around speak of a match."""
    return _SCORE.search(text[max(0, start - 14) : end + 10]) is not None
