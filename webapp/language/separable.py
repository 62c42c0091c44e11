"""Separable verbs taken apart: 吃了饭 is 吃饭, 帮他的忙 is 帮忙, 上过当 is 上当, 握了握手 is 握手.

The parts are read as in the whole verb (当 dàng, 发 fà, 觉 jiào), which is why they
are looked for before readings are chosen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

from webapp.language.cues import Classify
from webapp.language.script import is_han
from webapp.language.word_classes import (
    ASPECTS,
    DIGITS,
    DIRECTIONALS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    RESULTS,
)

_DOUBLED = re.compile(r"(.)\1.")
STROKES = frozenset("脚眼口拳刀枪声圈步")
"""What counts how often something is done, after its verb: 踢了一脚, 看了我一眼."""
OF_ONE_MEANING = frozenset(
    "毕业 结婚 离婚 着急 着凉 生气 帮忙 睡觉 见面 吵架 打架 请假 理发 洗澡 跳舞 上班 下班 上学 放学 起床 出差 住院 报名 吃亏 上当 鞠躬 分手 迟到 "
    "搬家 退休 留学 订婚 怀孕 受伤 中奖 参军 入党 当兵 下岗 辞职 失业 开学 放假 照相 打工 打折 打针 打架 打仗 打招呼 开玩笑 开会 "
    "发呆 发怒 发烧 发誓 摇头 点头 出门 出神 生病 犯愁 出汗 出力 出声 插嘴 丢脸 丢人 伤心 操心 吹牛 发火 发愁 走神 倒霉 沾光 露面 翻脸 碰壁 耍赖 撒谎 加油 干杯 过关 拼命 敬礼 认错 道歉 说情 冒险 泡澡 出名 "
    "出国 动手 动身 接班 值班 加班 倒车 堵车 作主 做主 作客 做客 拜年 散步 聊天 看病 挂号 劳驾 费心 着凉 抽空 遭殃 排队 打哈欠 打喷嚏 打嗝 打盹 打瞌睡 打呼噜 打赌 打猎 打官司 打交道 闯祸 拐弯 转弯 报警 跑步 讲价 "
    "走样 走光 带路 带头 过期 过秤 算命 算账 买单 埋单 送命 还价 还手 还愿 扫墓 点名 减肥 输液 偷懒 追星 赔礼 插队 取经 挂科 吸毒 发财 发抖 出名 塞车 "
    "养老 吃醋 跳槽 跳级 炒股 变脸 变心 变天 卡壳 记仇 念旧 断奶 杀价 砍价 降温 涨潮 退潮 充值 请客 签约 熬夜 熄火 走私 上瘾 上火 中毒 中暑 动心 失恋 失眠 失约 "
    "作弊 害羞 吵嘴 斗嘴 摆手 挥手 握手 敬酒 结账 转账 拜师 鼓掌 跺脚 叹气 打滚 晕车 晕船 散心 省心 放心 灰心 死心 服气 出气 消气 泄气 改口 开口 住口 "
    "住手 松手 放手 插手 下手 分心 关心".split()
)
"""Verbs whose parts mean nothing by themselves, or something else: 上当 is no climbing. They describe
nothing with 的 between their parts: 什么时候毕的业, but 写的信."""
FARTHEST = 6
"""At most so many words stand between the verb and its object."""
POTENTIAL = frozenset({"不", "得", "不了", "得了"})
OPENING = (
    ASPECTS
    | DIGITS
    | PRONOUNS
    | POTENTIAL
    | {"个", "次", "什么", "点", "完", "好", "起", "会儿", "一会儿", "的", "句", "顿", "首", "场"}
)
"""What comes right after the verb when its object has moved away."""
LIGHT = {"着": "zhe5", "了": "le5", "过": "guo5", "的": "de5", "得": "de5"}
"""How the particles between are read ..."""
ABLE = {"着": "zhao2", "了": "liao3"}
"""... but after 不 and 得."""
_BETWEEN = frozenset(
    ("aspect", "number", "person", "particle", "degree", "name", "demonstrative", "time", "adjective")
)  # fmt: skip
_BETWEEN_TOO = OPENING | frozenset(
    "很 多 少 不少 许多 半天 会儿 一会儿 一下 一下儿 一点 一点儿 些 一些 小时 分钟 辈子 一辈子 半小时 次".split()
)
_ENDS_POTENTIAL = RESULTS | ASPECTS | frozenset("起上下")
_NEVER_VERBS = frozenset("有成到中好可去来能如是在")
"""What has its objects without being one verb with them."""
_NOT_VERBAL = frozenset(
    ("pronoun", "preposition", "negation", "number", "conjunction", "particle", "demonstrative", "adverb", "degree", "modal")
)  # fmt: skip
_NEVER_OBJECTS = (
    PARTICLES | PRONOUNS | (DIRECTIONALS - {"回"}) | (RESULTS - {"会", "牢"}) | (PREPOSITIONS - {"当"})
)


@dataclass(frozen=True, slots=True)
class Separated:
    """A verb taken apart: the places of its two parts, of what repeats the verb (握了握手), and the whole."""

    verb: int
    object: int
    repeats: tuple[int, ...]
    whole: str


def find_separated(
    plain: Sequence[str], text: str, classify: Classify, is_word: Callable[[str], bool]
) -> Iterator[Separated]:
    """Yield the separated verbs among the words of a sentence, whose text is ``text``, in simplified characters."""
    if _DOUBLED.search(text) is not None:
        yield from _doubled(plain, classify, is_word)
    taken = -1
    for verb in compress(range(len(plain) - 2), map(OPENING.__contains__, plain[1:])):
        first = plain[verb]
        if verb < taken or len(first) != 1 or not _may_be_verb(plain, verb, classify):
            continue
        repeats: tuple[int, ...] = ()
        for place in range(verb + 1, min(verb + 1 + FARTHEST, len(plain))):
            word = plain[place]
            if (
                place > verb + 1
                and word != first
                and len(word) <= 2
                and is_word(first + word)
                and not _only_describes(plain, verb, place)
                and _is_separable(plain, verb, place, classify)
            ):
                yield Separated(verb, place, repeats, first + word)
                taken = place
                break
            if word == first and place == verb + 2:
                repeats = (place,)
            elif not _may_stand_between(plain, place, classify):
                break


def _only_describes(plain: Sequence[str], verb: int, place: int) -> bool:
    """Whether a verb with its result describes what is done: 洗好的碗, but 听我的话; and 走几步, which is no verb."""
    whole, between = plain[verb] + plain[place], plain[verb + 1 : place]
    is_described = between[-1] == "的" and set(between[:-1]) <= RESULTS | ASPECTS and len(between) > 1
    return whole == "走步" or is_described and whole not in OF_ONE_MEANING


def _doubled(plain: Sequence[str], classify: Classify, is_word: Callable[[str], bool]) -> Iterator[Separated]:
    """喝喝 + 茶."""
    for verb, object_ in enumerate(plain[1:]):
        text = plain[verb]
        if len(text) == 2 and text[0] == text[1] and len(object_) == 1 and object_ not in _NEVER_OBJECTS:
            whole = text[0] + object_
            is_verb = text[0] in ("上", "下") or "verb" in classify(text[0])
            if is_verb and is_word(whole) and "verb" in classify(whole):
                yield Separated(verb, verb + 1, (), whole)


def _may_be_verb(plain: Sequence[str], place: int, classify: Classify) -> bool:
    text, after = plain[place], plain[place + 1]
    if after == "的":
        return text + plain[place + 2] in OF_ONE_MEANING
    if text == "着":
        return after == "什么"
    if text in DIRECTIONALS and place and len(plain[place - 1]) == 1 and "verb" in classify(plain[place - 1]):
        return False  # 攻下了首山: what 攻 leads to
    if text in _NEVER_VERBS or (after in ("不", "得") and plain[place + 2] not in _ENDS_POTENTIAL):
        return False
    if after in ("了", "一") and plain[place + 2] == text:
        return True  # 点了点头
    classes = classify(text)
    if after == "个" and _NOT_VERBAL.isdisjoint(classes):
        return True  # 鞠个躬, 理个发
    if after in ASPECTS:  # only verbs have one, whatever they are otherwise: 理了发, 上过当
        return _NOT_VERBAL.isdisjoint(classes)
    return "verb" in classes and classes.isdisjoint(("preposition", "modal", "negation"))


def _is_separable(plain: Sequence[str], verb: int, place: int, classify: Classify) -> bool:
    object_, before = plain[place], plain[place - 1]
    if object_ in _NEVER_OBJECTS:
        return False
    whole, classes = classify(plain[verb] + object_), classify(object_)
    if len(object_) == 2:  # 开玩笑, 打电话: a noun after its verb
        return "noun" in classes or ("verb" in classes and "verb" in whole)
    if "verb" in classes and (before in ("着", "所") or "person" in classify(before)):
        return False  # 听我说, 试着用: two verbs
    if "".join(plain[place + 1 : place + 2]).startswith(("不", "得")) and before not in _BETWEEN_TOO:
        return False  # 说不清道不明
    if object_ in STROKES and "number" in classify(before):
        return False  # 打了我一拳, 走了两步: what it is done with
    if "measure" in classes and "number" in classify(before) and before not in _BETWEEN_TOO - DIGITS:
        at_end = place + 1 == len(plain) or not is_han(plain[place + 1][0])
        return before == "一" and at_end and "verb" in whole  # 吵了一架; but 排成两行, 成了一名
    return "verb" in whole or (before == "的" and "adjective" in whole)  # 伤了她的心


def _may_stand_between(plain: Sequence[str], place: int, classify: Classify) -> bool:
    word = plain[place]
    if word in _BETWEEN_TOO:
        return True
    if word in PREPOSITIONS:
        return False
    classes = classify(word)
    if "measure" in classes:
        return (
            not classify(plain[place - 1]).isdisjoint(("number", "demonstrative", "aspect"))
            or "time" in classes
        )
    if "noun" in classes and "number" not in classes:  # 我妈妈的忙
        return plain[place + 1 : place + 2] == ["的"]
    return not _BETWEEN.isdisjoint(classes)
