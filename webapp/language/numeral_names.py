"""Whether plain digits name a thing and are read one by one: 打119, 1203房间, 985高校, 502胶."""

from __future__ import annotations

import re

from webapp.language.numeral_context import before, is_before_measure

# What a number of three or four digits can be the name of.
_NAMED = re.compile(
    r"[ ]?(?:"
    r"高校|院校|名校|工程|计划|专案|大[学厦楼道]|[中小]学(?!生)|学校|医院|部队|[团旅](?![队体])|"  # institutions, projects
    r"[国省县]道|公路|高速|航班|客机|飞机|[战轰]机|轰炸|坦克|专列|次列车|"  # roads, planes, trains
    r"房|室|教室|宿舍|寝室|病房|包[厢间]|会议室|办公室|号[房室楼]|信箱|"  # rooms
    r"胶|消毒|口罩|不锈|软件|公司|端口|错误|页面|型|系列|号[汽柴]油|"  # products, computers
    r"晚会|购物|大促|事件|事故|高地|特工|工作制|福报|表白|告白|情人|电影|口令"  # events, customs
    r")"
)
# What announces that digits are a name.
_ANNOUNCED = re.compile(
    r"(?:密码|验证码|邮[编政]|编[号码]|[学工卡账帐尾区单证群型房牌代座][号码]|股票代码|基金代码|口令|QQ群?|微信|号码|房间号?|分机号?|航班)"
    r"[是为:=]?[ ]?$"
)
_IN_HOUSE = re.compile(r"(?:单元|号楼|[栋幢座])[ ]?$")
_BUS_LINE = re.compile(r"路(?![人口])|线")
_HOUSE_OR_TRAIN = re.compile(r"号|次(?:列|高|动)")
_TYPE = re.compile(r"号[汽柴]油|消毒|式|战机")
_UNIVERSITIES = frozenset({"985", "211"})
_BESIDE_UNIVERSITIES = re.compile(r"[、/和及与，]?(?:985|211|双一流)|[。，)）”]")

_EMERGENCY = frozenset({"110", "112", "114", "119", "120", "122", "911", "999"})
_CALLED = re.compile(
    r"(?:打[了过给]?|拨打?[通了]?了?|打通了?|报了?|呼叫?|致电|电话|热线|[请叫]|求助|报警|联系|咨询|投诉|客服|传真|手机|查号台|服务台|总台|[Tt]el|TEL)[是为:]?[ ]?$"
)
_ANSWERS = re.compile(
    r"[ ]?(?:接[到警]|出警|报警|急救|指挥|电话|热线|救护|民警|消防|平台|官[网方]|网站|客服|购票|A[Pp][Pp]|应用|短信|营业厅)"
)
_SERVICE_LINE = re.compile(r"12[0-9]{3}|10[0-9]{3}|9[56][0-9]{3,4}")
_WELL_KNOWN_LINE = re.compile(r"123[0-9]{2}|100(?:86|10|01|50|60|11|16)|955[0-9]{2}")
_FIGURE = re.compile(r"[ ]?[多余万亿千百%‰°℃$€£¥]")


def is_phone(text: str, start: int, end: int) -> bool:
    """Tell whether plain digits are a number to call.

    >>> [is_phone(s, 1, 4) for s in ("打119。", "这110元")], is_phone("用12306订", 1, 6)
    ([True, False], True)
    """
    digits = text[start:end]
    is_called = bool(_CALLED.search(before(text, start)) or _ANSWERS.match(text, end))
    if digits in _EMERGENCY or len(digits) in (7, 8):
        return is_called and not is_before_measure(text, end)
    if not _SERVICE_LINE.fullmatch(digits) or is_before_measure(text, end) or _FIGURE.match(text, end):
        return False
    return is_called or _WELL_KNOWN_LINE.fullmatch(digits) is not None


def is_code(text: str, start: int, end: int) -> bool:
    """Tell whether plain digits name a room, a road, a train, a school, a product ...

    >>> [is_code(s, 0, 3) for s in ("985高校", "502胶水", "302路车", "115人都")], is_code("2单元602", 3, 6)
    ([True, True, True, False], True)
    """
    digits = text[start:end]
    if _ANNOUNCED.search(before(text, start)):
        return len(digits) > 2 or digits.startswith("0")
    if 3 <= len(digits) <= 4 and _IN_HOUSE.search(before(text, start)):
        return bool(_NAMED.match(text, end)) or not is_before_measure(text, end)
    if len(digits) == 2:
        return _TYPE.match(text, end) is not None
    if len(digits) == 3:
        is_school = digits in _UNIVERSITIES and _BESIDE_UNIVERSITIES.match(text, end)
        return bool(_BUS_LINE.match(text, end) or is_school or digits[1:] != "00" and _NAMED.match(text, end))
    if len(digits) == 4:
        return bool(_NAMED.match(text, end) or _HOUSE_OR_TRAIN.match(text, end))
    is_figure = _FIGURE.match(text, end) or is_before_measure(text, end) or digits.endswith("0000")
    return len(digits) > 6 and not is_figure
