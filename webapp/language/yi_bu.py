"""How 一 and 不 are said: by the tone that follows, unless they count, end something, or stand between two verbs.

一 is yí before a fourth tone and yì before any other, but yī in digits (一九九八),
ordinals (第一, 一月), inside numbers (十一) and at the end (统一). 不 is bú before a
fourth tone. Both are light in 看一看, 好不好 and 看不见.
"""

from __future__ import annotations

from webapp.language.stretch import Stretch

DIGITS = frozenset("〇零一二三四五六七八九")
# After these 一 counts or ends: 十一, 第一, 初一, 周一, 星期一, 之一.
_COUNTS_AFTER = DIGITS | frozenset("十百千万萬亿億第初周週期拜之比")
# Before these 一 counts them, even inside a number: 三千一百 yì bǎi, but 一百一十 yī shí.
_COUNTED = frozenset("百千万萬亿億")
# Before these 一 means "number one": 一月, 一号, 一楼, 一级, 一等, 一流, 一季度.
_FIRST_BEFORE = frozenset("十月号號楼樓级級等流审審季")
# A word that ends in 一 goes on in the next word only after these: 这一|次, 每一|天, 另一|个.
_POINTS_ON = frozenset("这這那哪每某另任同有前后後上下头頭又")
# The tone underneath a neutral syllable; unlisted ones count as fourth after 一 (一个) and as light after 不.
_TONE_UNDERNEATH = {
    **dict.fromkeys("个個下上会會块塊面是过過去到见見住", 4),
    **dict.fromkeys("些边邊声聲家天", 1),
    **dict.fromkeys("来來头頭", 2),
    **dict.fromkeys("点點里裡起", 3),
}
_VERBS = frozenset(
    "看听聽说說想买買卖賣吃喝找记記打睡坐站走跑做写寫读讀学學用拿放受忍靠离離分合对對来來去回进進出上下过過起认認弄搞办辦干幹抓拉推"
    "抬搬开開关關飞飛拍踢猜算数數信赶趕追跟带帶送装裝穿戴洗擦切修装爬跳唱叫喊停留挡擋避免逃躲抵比猜見见受禁顾顧管"
)
_RESULTS = frozenset("见見到起了着著完好住动動懂清开開出来來去下上过過掉成得及穿透进進回定准準够夠")
_LONG_RESULTS = frozenset(
    (
        "起来",
        "出来",
        "下来",
        "上来",
        "过来",
        "进来",
        "回来",
        "下去",
        "上去",
        "出去",
        "过去",
        "进去",
        "回去",
        "清楚",
        "干净",
        "明白",
    )
    + ("起來", "出來", "下來", "上來", "過來", "進來", "回來", "過去", "進去", "乾淨")
)
# Before 不 these are no verbs: 要不是, 可不是, 再不走.
_NO_VERBS = frozenset("要可莫岂豈并並倒毫从從决決绝絕再若既无無尚且还還也都就才我你他她它谁誰这這那一三老")


def settle_yi_bu(stretch: Stretch) -> None:
    """Set the tones of every 一 and 不, from right to left, since they may stand together."""
    chars, citations, tones = stretch.chars, stretch.citations, stretch.tones
    if "yi1" not in citations and "bu4" not in citations:
        return
    for place in reversed(range(len(stretch.words))):
        word = stretch.words[place]
        for at in reversed(word):
            if chars[at] == "一" and citations[at] == "yi1":
                tones[at] = _yi(stretch, place, at)
            elif chars[at] == "不" and citations[at] == "bu4":
                tones[at] = _bu(stretch, place, at)


def _around(stretch: Stretch, at: int) -> tuple[str, str]:
    """Return the characters before and after, empty where nothing is said."""
    chars, tones = stretch.chars, stretch.tones
    before = chars[at - 1] if at and tones[at - 1] else ""
    after = chars[at + 1] if at + 1 < len(chars) and tones[at + 1] else ""
    return before, after


def _yi(stretch: Stretch, place: int, at: int) -> int:
    before, after = _around(stretch, at)
    word, kind = stretch.words[place], stretch.kind(place)
    if at + 1 >= len(stretch.tones) or not stretch.tones[at + 1] or kind == "name":
        return 1
    is_repeated = stretch.chars[at - 2 : at - 1] == ["一"]  # 一点一点, not 看一看
    if before and before == after and before not in _COUNTS_AFTER and not is_repeated:
        return 1 if len(word) == 4 else 5  # 数一数二: it counts
    is_second = before == "一" and at - 1 not in word  # 唯一|一个: that 一 is over
    is_inside = before in _COUNTED and after in _COUNTED
    if not _is_doubled_count(stretch, word) and (
        (before in _COUNTS_AFTER and not is_second and not is_inside)
        or after in DIGITS
        or after in _FIRST_BEFORE
    ):
        return 1
    if at == word[-1] and len(word) > 1 and before not in _POINTS_ON:
        return 1
    if after == "不" and stretch.tones[at + 1] == 2:  # 一不做，二不休
        return 1
    if kind == "number" and _is_part_of_number(stretch, word, at):
        return 1
    if after == "年" and stretch.chars[at + 2 : at + 3] in (["级"], ["級"]):
        return 1
    return 2 if _tone_after(stretch, at, unknown=4) == 4 else 4


def _is_doubled_count(stretch: Stretch, word: range) -> bool:
    """Tell 一五一十, where 一 counts twice, from 一九九八 and 一百一十."""
    chars = stretch.chars[word.start : word.stop]
    return len(word) == 4 and chars[0] == chars[2] == "一" and chars[1] in DIGITS


def _is_part_of_number(stretch: Stretch, word: range, at: int) -> bool:
    """Claim that 一 is a digit of a longer number: 一比零, 一月一日, 一点五, 二点一; not 一点一点."""
    after = stretch.chars[at + 1]
    if at - 1 in word and stretch.chars[at - 1] in ("点", "點"):
        return True
    if after in "加减減乘除" and stretch.chars[at + 2 : at + 3] and stretch.chars[at + 2] in DIGITS:
        return True  # 一加一
    if after == "比" or (after == "日" and at + 1 in word):
        return True
    return after in ("点", "點") and at + 2 in word and stretch.chars[at + 2] in DIGITS


def _bu(stretch: Stretch, place: int, at: int) -> int:
    before, after = _around(stretch, at)
    if not after:
        return 4
    if before == after or _is_between_verb_and_result(stretch, place, at, before):
        return 5
    if after == "一":
        return 4  # 不一般 bù yìbān: it is the first tone underneath
    return 2 if _tone_after(stretch, at, unknown=5) == 4 else 4


def _is_between_verb_and_result(stretch: Stretch, place: int, at: int, before: str) -> bool:
    word = stretch.words[place]
    if not before or before in _NO_VERBS:
        return False
    rest = "".join(stretch.chars[at + 1 : word.stop])
    if at > word.start:  # 看不见, 对不起, 想不起来; not 迫不及待, 好久不见
        return at == word[1] and (len(word) == 3 or rest in _LONG_RESULTS)
    if before not in _VERBS or len(stretch.words[place - 1]) > 1:
        return False
    if not rest and place + 1 < len(stretch.words):  # 听|不|清楚
        following = stretch.words[place + 1]
        rest = "".join(stretch.chars[following.start : following.stop])
    return rest in _RESULTS or rest in _LONG_RESULTS


def _tone_after(stretch: Stretch, at: int, unknown: int) -> int:
    tone = stretch.tones[at + 1]
    return tone if tone != 5 else _TONE_UNDERNEATH.get(stretch.chars[at + 1], unknown)
