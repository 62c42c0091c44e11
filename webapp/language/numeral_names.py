"""Whether plain digits name a thing and are read one by one: 打119, 1203房间, 985高校, 502胶."""

from __future__ import annotations

import re

from webapp.language.numeral_context import before, is_before_measure

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
        if digits in ("985", "211") and re.match(
            r"[、/和及与與,，]?(?:985|211|双一流)|[。，,、)）”]", text[end : end + 5]
        ):
            return True
        return bool(digits[1:] != "00" and _NAME_AFTER.match(text, end))
    if len(digits) == 4:
        return bool(_NAME_AFTER.match(text, end) or re.match(r"[号號]|次(?:列|高|动)", text[end : end + 2]))
    if len(digits) == 2:
        return bool(re.match(r"[号號][汽柴]?油|消毒|式|[战戰]机", text[end : end + 3]))
    return len(digits) > 6 and not (
        _PLAIN_FIGURE.match(text, end) or is_before_measure(text, end) or digits.endswith("0000")
    )
