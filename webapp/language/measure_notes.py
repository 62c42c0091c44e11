"""What a measure word after a number counts: things, how often, how long, money, an age."""

from __future__ import annotations

from webapp.language.clauses import Clause, Finding
from webapp.language.separable import STROKES

POINTING = frozenset("这那哪每几某各首整半")
TIMES = frozenset("次 遍 趟 回 下 番".split())
"""What counts how often something is done, after a verb."""
LENGTHS = frozenset("年 天 夜 周 秒 小时 分钟 秒钟 星期 礼拜 钟头 刻钟 个月 学期".split())
MONEY = frozenset("元 块 毛 角 美元 欧元 英镑 日元 人民币 港元 台币 卢布 韩元 法郎".split())
DOINGS = frozenset("听 回 进 套 捧 挑 担 串 卷 挂 滴 起 过".split())
"""Measure words that are verbs before what is done to somebody or something named."""
SAYS = {
    **dict.fromkeys(LENGTHS, "a length of time"), **dict.fromkeys(MONEY, "an amount of money"), "岁": "an age", "点": "a time of day",
    "点钟": "a time of day", "度": "degrees", "年代": "a decade", "世纪": "a century", "倍": "times as much", "号": "a day of the month, or a number",
    "人次": "a number of people, each counted every time", **dict.fromkeys("米 公里 厘米 毫米 千米 英里 海里 英尺 华里 寸".split(), "a length"),
    **dict.fromkeys("斤 公斤 克 千克 吨 两".split(), "a weight"), **dict.fromkeys("平方米 平方公里 公顷 亩 顷".split(), "an area"),
    **dict.fromkeys("升 毫升 公升 立方米 加仑".split(), "a volume"), "摄氏度": "degrees",
}  # fmt: skip
WHICH = frozenset("这 那 哪 某 同 另 上 下 前 后 头 首 最后 任何 唯一 有".split())
"""What stands before 一 where it says which one: 那一夜, 有一天, 最后一次."""
PAIRS = frozenset(
    "夫妻 夫妇 双胞胎 情侣 恋人 兄弟 姐妹 父子 父女 母女 母子 新人 老人 耳环 翅膀 眼睛 眉毛 师徒".split()
)
NO_MEASURES = frozenset("对将帮听等两")
"""Measure words that are far oftener something else after 这, 那 and 每: 这对我没影响, 这两个."""
_ROUND = frozenset("跑走转绕逛飞游滑骑开兜")
_HOUSES = frozenset("家间所座栋幢场")
_HOUSED = frozenset("会赛店厅馆院校厂楼室房行社所场铺屋园吧站司局")
"""What a noun ends in that is counted like a house, before 的 and what is in it: 这间咖啡厅的蛋糕."""
_BEFORE_HEAD = ("adjective", "noun", "degree", "adverb")
_NO_HEAD = (
    "verb",
    "adjective",
    "adverb",
    "locative",
    "time",
    "pronoun",
    "preposition",
    "conjunction",
    "measure",
)
_NEVER_HEADS = frozenset("处 左右 上下 长 宽 高 深 厚 远 重 大 钱".split())
_NO_NOUN = (
    "adverb", "locative", "time", "pronoun", "preposition", "conjunction", "measure", "number", "particle", "directional", "reduplicated",
)  # fmt: skip
_FAR = 5
_FARTHEST = 9
_TITLES = frozenset('《》〈〉“”「」『』‘’＂"')
ALONE_BEFORE = frozenset(("", "是", "了", "都", "也", "就", "有", "在", "吗", "吧", "呢"))


def measure(clause: Clause, index: int) -> Finding | None:
    """三顿饭: what is counted; 去两次: how often; 住三年: how long."""
    is_often = clause.text(index - 1) in ("许多", "好多", "不少") and clause.text(index) in TIMES | LENGTHS
    if not (clause.counts(index - 1) or clause.text(index - 1) in POINTING or is_often):
        return _one_left_out(clause, index)
    word, number, plain = clause.own(index), clause.own(index - 1), clause.text(index)
    if (
        plain in NO_MEASURES
        and not clause.counts(index - 1)
        and plain not in clause.measures(clause.text(index + 1))
        and clause.text(index + 1) not in PAIRS
    ):
        return None
    if clause.text(index - 1) == "多":  # 案件多发: often
        return None
    is_done = (
        plain in DOINGS and clause.text(index - 1) == "一" and is_doing(clause, index)
    )  # 一听这话: as soon as
    if is_done or clause.text(index - 1) == "一" and clause.text(index - 2) == plain == "等":  # 等一等
        return None
    is_after_verb = clause.has(index - 2, "verb", "aspect") and not clause.has(index - 2, "noun", "modal")
    if plain == "人" and (clause.text(index - 1)[-1:] in ("多", "少") or not clause.is_number(index - 1)):
        return None  # 好多人, 多少人, 这人: people
    is_which = (
        clause.text(index - 1) == "一"
        and clause.text(index - 2) in WHICH
        or clause.text(index - 1) in ("这", "那", "哪", "某")
    )
    is_first = clause.text(index - 1)[0] == "第"
    is_time = plain in TIMES and not (plain == "番" and clause.has(index + 1, "noun"))  # 一番风景
    if plain == "人" and not clause.has(index + 1, "noun"):
        says = "which one, counted from the first" if is_first else "a number of people"
    elif plain in LENGTHS and clause.text(index - 2) == "每":
        says = "how often: every one" if clause.text(index - 1) == "一" else "how often"
    elif plain in LENGTHS and is_which:
        says = "says when: which one is meant, not how long"
    elif (
        plain in TIMES
        and is_which
        and plain not in ("番", *clause.measures(clause.text(index + 1)))
        or plain in TIMES
        and is_first
        and clause.has(index + 1, "verb")
    ):
        says = "which time it is"
    elif (is_time and is_after_verb and clause.counts(index - 1)) or _is_stroke(clause, index):
        says = "how many times it is done"
    elif clause.text(index - 1) == "每" and plain in LENGTHS:
        says = "how often"
    elif plain == "岁" and any(
        clause.text(at) in ("大", "小", "年长", "年轻") for at in (index - 2, index - 3)
    ):
        says = "by how many years somebody is older or younger"
    elif clause.text(index - 1) == "整" and plain in LENGTHS:
        says = "the whole of it"
    elif plain == "号" and clause.has(index + 1, "noun"):
        says = "which one, by its number"
    elif plain == "分" and clause.text(index - 2) in ("点", "点钟"):
        says = SAYS["点"]  # 三十分 in 七点三十分
    elif plain == "个" and clause.text(index + 1) in {"世纪", *LENGTHS} and clause.counts(index - 1):
        says = f"{word} is the measure word for {clause.own(index + 1)} here, a length of time"
    elif plain in SAYS and (is_often or clause.counts(index - 1)) and not _counts_things(clause, index):
        says = "which one, counted from the first" if is_first else SAYS[plain]
    else:
        head = _head(clause, index)
        says = (
            f"{word} is the measure word for {clause.own(head)} here"
            if head is not None
            else "which one, counted from the first"
            if is_first
            else "how many times it is done"
            if plain in TIMES and (is_often or clause.counts(index - 1))
            else "every one of them"
            if clause.text(index - 1) == "每"
            else f"{word} is a measure word or unit"
            if not _stands_alone(clause, index)
            else f"{word} is a measure word; what it counts is left out, or stands elsewhere"
        )
    note = f"{number} + {word}: {says}"
    if clause.text(index - 1) == "一":  # one, and not "as soon as"
        return Finding(note, "measure", (index - 1,), "number")
    return Finding(note, "measure")


def is_doing(clause: Clause, index: int) -> bool:
    """Whether what follows is done to, or a sentence: 一听这话, 一听有糖吃."""
    is_clause = clause.has(index + 1, "verb") and not clause.has(index + 1, "noun")
    return is_clause or clause.has(index + 1, "demonstrative", "person")


def _one_left_out(clause: Clause, index: int) -> Finding | None:
    """喝了杯茶, 洗了个澡: 一 before a measure word is left out after a verb."""
    is_after = clause.text(index - 1) in ("了", "过", "着") or clause.has(index - 1, "verb")
    head = index + 1 if clause.text(index + 1) else None
    if not is_after or head is None or clause.has(index, "directional") or clause.has(index - 1, "noun"):
        return None
    is_counted = clause.text(index) in clause.measures(clause.text(head)) or (
        clause.text(index) == "个"
        and not clause.has(head, "adverb", "negation", "number", "aspect", "particle")
    )
    if not is_counted:
        return None
    own = clause.own(index)
    return Finding(f"{own} after {clause.own(index - 1)}: short for 一{own}, one", "measure")


def _counts_things(clause: Clause, index: int) -> bool:
    """Tell 一块石头 and 三点建议 from 五块钱 and 三点钟."""
    after = clause.text(index + 1)
    is_thing = clause.has(index + 1, "noun") and not clause.has(index + 1, "locative", "time", "adverb")
    return clause.text(index) in ("块", "毛", "角", "点") and is_thing and after not in ("钱", "钟", "人民币")


def _is_stroke(clause: Clause, index: int) -> bool:
    """Tell 踢了我一脚 from 一口井."""
    done = any(clause.has(at, "aspect") for at in (index - 2, index - 3))
    is_glance = clause.text(index) == "眼" and clause.is_number(index - 1)
    if clause.text(index) == "圈" and not any(clause.text(at) in _ROUND for at in (index - 2, index - 3)):
        return False  # 瘦了一圈
    return clause.text(index) in STROKES and done and (is_glance or not clause.has(index + 1, "noun"))


def _stands_alone(clause: Clause, index: int) -> bool:
    """Whether no noun can follow: 我要一个; 一条是白的."""
    after = clause.own(index + 1) if index + 1 < len(clause.words) else "."
    return clause.text(index + 1) in ALONE_BEFORE and bool(after.strip()) and after not in _TITLES


def _head(clause: Clause, index: int) -> int | None:
    """Find the noun that a measure word counts: 汽车 in 一辆红色的汽车, 饭馆 in 这家饭馆的菜."""
    first = index + 1
    while clause.has(first, "adjective", "degree") and not clause.has(first, "noun") and first < index + _FAR:
        first += 1  # 一位陌生女人
    head = first
    for at in range(first, index + _FAR):
        if clause.text(at) == "的":
            head = at + 1
        elif not clause.has(at, *_BEFORE_HEAD) or clause.has(at, "locative"):
            break
    is_house = clause.text(index) in _HOUSES and clause.text(first)[-1:] in _HOUSED
    if head != first and (is_house or _counts_rather(clause, index, first, head)):
        return first
    if _counts_rather(clause, index, head + 1, head):
        head += 1  # 两张高铁票
    if clause.text(index) in clause.measures(clause.text(head)):
        return head
    if (
        clause.has(head, "noun")
        and not clause.has(head, "locative")
        and clause.text(head) not in _NEVER_HEADS
        and clause.text(head + 1) != "所"  # 一种常人所无法理解的痛苦
    ):
        return _last_of_compound(clause, index, head)
    if clause.text(head) and clause.words[head].kind == "latin":
        return head + clause.has(head + 1, "noun")  # 一个DJ, 一个MP3播放器
    is_last = len(clause.text(head)) > 1 and not clause.text(head + 1) and not clause.has(head, *_NO_NOUN)
    if (
        clause.text(index) in ("个", "种", "场")
        and is_last
        and (head == index + 1 or clause.text(head - 1) == "的")
    ):
        return head  # 一个惊喜, 这场灾难
    for at in range(index + 3, index + _FARTHEST):  # 三张去成都的机票
        is_mark = not clause.text(at) and at < len(clause.words) and clause.own(at) not in _TITLES
        is_broken = is_mark or clause.has(at - 1, "conjunction", "aspect")
        if is_broken or clause.text(index - 1)[:1] == "第":
            break
        is_any = clause.text(index) in ("个", "位", "名") and clause.has(at, "noun")  # 那位穿红衣服的姑娘
        if clause.text(at - 1) == "的" and (is_any or clause.text(index) in clause.measures(clause.text(at))):
            return at
    return None


def _last_of_compound(clause: Clause, index: int, head: int) -> int:
    """Find the noun that the nouns before it describe: 作家 in 一位香港女作家; not where an earlier one is what is counted."""
    counter = clause.text(index)
    while (
        (
            counter not in clause.measures(clause.text(head))
            or counter == "个"
            and clause.text(head + 2) in ("", "为")  # 四个山区乡镇; not 两个人心里明白
        )
        and clause.has(head + 1, "noun")
        and not clause.has(head + 1, *_NO_HEAD)
    ):
        head += 1
    return head


def _counts_rather(clause: Clause, index: int, one: int, other: int) -> bool:
    """Whether the dictionary counts the one noun with a measure word, and not the other."""
    counter = clause.text(index)
    return counter in clause.measures(clause.text(one)) and counter not in clause.measures(clause.text(other))
