"""Words of direction and place: 跑进去, 唱起歌来, 走进教室来; 桌子上, 三天以前."""

from __future__ import annotations

from webapp.language.clauses import Clause, Finding
from webapp.language.little_notes import a_bit
from webapp.language.measure_notes import measure
from webapp.language.result_notes import TAKES_VERBS

TIME_WORDS = frozenset("以前 以后 之前 之后 以外 之外".split())
MOVING = frozenset("进出回")
"""What begins a direction that ends in 来 or 去 after the object."""
CARRYING = frozenset(
    "送拿带寄打传跑走飞游爬飘流涌赶追奔驶搬抬端取买借派引招迎驮背扛运递拖拉推扑吹刮冲滚跳掉投射照换调转移接捎牵领抓捉开骑划抱捧提捡退夺抢偷"
    "进出回上下过起"
)
"""After these 来 and 去 say where to: 送来, 跑去."""
NO_MOVES = TAKES_VERBS - {"喜欢", "继续", "忘记"} | frozenset("工作 生活 旅行 中 发".split())
DAYS = frozenset("上天周早晚午夜晨年月日期一二三四五六")
"""What words end in that say when: 早上|下大雨, 每周|上两次课; not 日历|上."""
TOWARDS = {"来": "here (towards the speaker)", "去": "away (from the speaker)"}
ATTENDED = frozenset(
    "大学 小学 中学 初中 高中 幼儿园 班 课 学 厕所 街 网 车 船 飞机 床 楼 山 大一 大二 高一 高二 高三 岗 班车".split()
)
"""What one goes to, 上, or from, 下: after a person 上 is no place."""
NEVER_MOVES = ("modal", "adverb", "directional", "negation")
RAISING = frozenset("拉扶抱拿提抬背举站爬坐立挺直抓捡拾端托撑掀卷挽昂仰抄扛拎")
"""What 起 … 来 after it says a direction of: 拉起他来, 抬起头来; of others it says that they begin."""
COPULAS = frozenset("是乃即非为")
IN_ORDER = frozenset("部集代届次回章季任轮年期站关页句段")
"""What 上一 and 下一 say the last or the next of: 超越上一部; but 爱上一个人."""
_FAR = 7
"""At most so many words stand between the parts of a construction."""


def direction(clause: Clause, index: int) -> Finding | None:
    """跑进去, 笑了起来: the direction; 走来走去; 唱起歌来."""
    end, at = clause.own(index), index - 1
    if clause.text(at) in ("不", "得"):
        return None
    bit = a_bit(clause, index)
    if bit is not None:
        return bit
    if end in ("来", "來"):
        verb = clause.own(at) if clause.text(at) else ""
        if verb and clause.text(index + 1) == clause.text(at) and clause.text(index + 2) == "去":
            note = f"{verb}{end}{verb}去: back and forth, again and again"
            return Finding(note, "directional", (at, index + 1, index + 2))
        began = next((place for place in (index - 2, index - 3) if clause.text(place) == "起"), None)
        if began is not None and clause.has(began - 1, "verb", "directional"):
            verb, object_ = clause.own(began - 1), "".join(map(clause.own, range(began + 1, index)))
            if clause.text(began - 1) in RAISING:
                note = f"{verb}起{object_}{end}: 起 … {end} says that it goes up"
                return Finding(
                    note, "directional", (began,), gloss="up (with 起)", their_gloss="up (with 来)"
                )
            note = f"{verb}起{object_}{end}: begins to, when it comes to"
            return Finding(
                note,
                "directional",
                (began,),
                gloss="starting to (with 起)",
                their_gloss="starting to (with 来)",
            )
        moved = _movement(clause, index)
        if moved is not None:
            return moved
    if end == "去" and (moved := _movement(clause, index)) is not None:
        return moved
    if clause.text(at) == "了" and len(clause.plain[index]) == 2:
        at -= 1  # 笑 + 了 + 起来
    if (
        clause.text(at) in ("请", "到", "在")
        or clause.text(at)[-1:] == "有"
        or (clause.text(index) == "下" and clause.text(at) in ("雨", "雪"))
    ):
        return None  # 请来: please come; 雨下大了: the rain falls; 回不来 is told with 不
    verb, is_where = clause.own(at), clause.text(index) in ("上", "下")
    if is_where and _is_where(clause, at):
        return Finding(f"{verb} + {end}: place or time word after a noun", "locative")
    is_hurry = clause.text(at) == "快" and not clause.text(at - 1)  # 快起来！
    if (
        not is_hurry
        and (clause.has(at, "adjective") or clause.text(at) == "多")
        and clause.text(index)
        in (
            "起来",
            "下来",
            "下去",
        )
    ):
        goes = "goes on being so" if clause.text(index) == "下去" else "begins to be so"
        return Finding(f"{verb} + {end}: {goes}", "directional", (at,))
    if not _is_moving(clause, index, at):
        return locative(clause, index) if is_where else None
    if clause.text(index) in TOWARDS and (
        clause.has(index + 1, "verb") or clause.text(at)[-1] not in CARRYING
    ):
        return None  # 希望去, 会去: to go
    note = f"{verb} + {end}: {end} adds a direction or outcome to {verb}"
    return Finding(note, "directional", (at,), clause.as_verb(at), TOWARDS.get(clause.text(index)))


def _is_moving(clause: Clause, index: int, at: int) -> bool:
    """Whether the word at a place is the verb that a direction is told of."""
    verb, end = clause.text(at), clause.text(index)
    if verb == "下" and clause.text(at - 1) in ("雨", "雪"):
        return True
    is_next = end in ("上", "下") and clause.text(index + 1) == "一" and clause.text(index + 2) in IN_ORDER
    if not clause.has(at, "verb") or verb in COPULAS or is_next:
        return False
    if verb == "想":
        return end[0] in "起出" and end not in ("出去", "出来") or end == "出来"  # 想起来: not the wish
    if clause.has(at, "preposition") or (
        len(verb) > 1 and end == "过去" and clause.has(index + 1, "verb", "modal")
    ):
        return False  # 往下看; 完成过去要两天的事
    if verb in NO_MOVES or len(verb) > 1 and end == "下" or (end == "去" and verb in ("离开", "走")):
        return False
    if clause.has(at, *NEVER_MOVES):
        return False
    if not clause.has(at, "noun"):
        return True
    if clause.has(at - 1, "measure", "number", "demonstrative") or clause.text(at - 1) == "的":
        return False
    # 站起来, 传出去; 点上一支烟, but 桌上一本书
    lights = clause.is_number(index + 1) and clause.has(index + 2, "measure")
    return len(end) == 2 or (end in ("上", "下") and lights)


def measure_or_direction(clause: Clause, index: int) -> Finding | None:
    """看了三回: how often; 放回书架: back."""
    return measure(clause, index) or direction(clause, index)


def locative(clause: Clause, index: int) -> Finding | None:
    """桌子上: on the table; 三天以前: three days before."""
    plain = clause.text(index)
    is_what_is_done = (
        clause.is_person(index - 1)
        or clause.has(index - 1, "adverb")
        or clause.has(index - 1, "time")
        and clause.text(index - 1)[-1:] in DAYS
        or clause.text(index - 1) in TAKES_VERBS
    )
    if plain in ("上", "下") and (is_what_is_done or clause.has(index + 1, "aspect")):
        return None  # 他上了大学, 汤姆上夜班, 早上下大雨, 开始下
    if (
        plain in ("上", "下")
        and clause.text(index - 1)[-1:] in ("里", "儿")
        and clause.has(index - 1, "pronoun")
    ):
        return None  # 在哪里上车
    if plain == "边" and (
        clause.is_person(index - 1)
        or "边" in (clause.text(index - 3), clause.text(index + 2), clause.text(index + 3))
    ):
        return None  # 他边走边吹口哨
    is_way = plain in ("东", "南", "西", "北")
    if is_way and (clause.text(index - 1) in ("朝", "向", "往") or clause.has(index + 1, "verb")):
        return None  # 朝南; 群鸟南翔
    if plain == "前" and clause.is_person(index - 1) and clause.has(index + 1, "noun"):
        return None  # 我前男友
    if plain in ("上", "下") and clause.text(index + 1) in ATTENDED and not _stands_before(clause, index - 1):
        return None  # 外甥女上小学: goes to
    if clause.words[index].syllables[0].citation == "zhong4":
        return None  # 他中了奖
    is_counted = clause.has(index - 1, "measure") and (
        plain not in ("上", "下") or clause.is_number(index - 2)
    )
    is_where = clause.is_noun(index - 1) or clause.has(index - 1, "pronoun", "place", "name") or is_counted
    if not is_where or clause.has(index - 1, "adverb"):
        return None
    before, own = clause.own(index - 1), clause.own(index)
    if (
        plain in ("前", "后")
        and clause.has(index - 1, "verb")
        and not clause.measures(clause.text(index - 1))
    ):
        return Finding(f"{before} + {own}: {'before' if plain == '前' else 'after'} that is done", "locative")
    if plain in ("前", "后") and clause.has(index - 1, "measure") and clause.is_number(index - 2):
        return Finding(f"{clause.own(index - 2)}{before} + {own}: says when, counted from there", "locative")
    is_who = clause.has(index - 1, "pronoun", "preposition") or (
        plain in ("以前", "以后") and clause.is_person(index - 1)
    )
    if plain in TIME_WORDS and is_who and clause.text(index + 1):
        return _bracket(clause, index)  # 除了他以外; but 他以前来过: he came before
    if plain in TIME_WORDS:
        if clause.has(index - 1, "measure") and clause.is_number(index - 2):
            before = clause.own(index - 2) + before
        if plain in ("以外", "之外") or not clause.has(index - 1, "measure", "time"):
            return _bracket(clause, index) or Finding(
                f"{before} + {own}: says when or where, from there", "locative"
            )
        return Finding(f"{before} + {own}: says when, counted from there", "locative")
    return Finding(f"{before} + {own}: place or time word after a noun", "locative")


def _stands_before(clause: Clause, at: int) -> bool:
    """Whether 在, 从 and the like stand before a place or a little earlier."""
    return any(clause.text(at - n) in ("在", "从", "到", "往") for n in (1, 2, 3))


def _is_where(clause: Clause, at: int) -> bool:
    """Tell 在派对上, 从树上 and 这个包裹上, where something is, from 打开上: such words are verbs as well."""
    if clause.has(at, "directional", "result"):
        return False
    if len(clause.text(at)) < 2:
        is_thing = clause.has(at, "noun") or clause.measures(clause.text(at))  # 树 is to plant as well
        return bool(is_thing) and clause.text(at - 1) in ("在", "从", "的")
    return (
        clause.has(at - 1, "measure") or clause.text(at - 1)[:1] in ("这", "那") or _stands_before(clause, at)
    )


def _bracket(clause: Clause, index: int) -> Finding | None:
    """除了他以外: all but him, or besides him."""
    for place in range(index - 2, max(index - _FAR, -1), -1):
        if clause.text(place) in ("除了", "除"):
            note = f"{clause.own(place)} … {clause.own(index)}: except, or besides"
            return Finding(note, "locative", (place,))
    return None


def _movement(clause: Clause, index: int) -> Finding | None:
    """走进教室来, 拿出一本书来: towards the speaker; 带回家去: away."""
    if clause.text(index + 1) not in ("", "了", "吧", "吗", "的"):
        return None
    if clause.text(index + 1) == "了" and clause.text(index + 2) not in ("", "吗", "吧"):
        return None  # 超过二十个男孩去了那里
    for place in range(index - 2, max(index - _FAR, -1), -1):
        word = clause.text(place)
        is_moved = word[-1:] in MOVING or (word in ("上", "下", "过") and clause.has(place - 1, "verb"))
        if is_moved and (
            (len(word) == 2 and clause.has(place, "verb"))
            or (len(word) == 1 and clause.has(place - 1, "verb"))
        ):
            where = "towards" if clause.text(index) != "去" else "away from"
            own, end = clause.own(place), clause.own(index)
            if len(word) == 1:
                own = clause.own(place - 1) + own
            note = f"{own} … {end}: {end} says that the movement is {where} the speaker"
            return Finding(note, "directional", (place,))
        if len(word) == 2 and word[1] in "起下上过" and clause.has(place, "verb"):
            own, end = clause.own(place), clause.own(index)
            note = f"{own} … {end}: {own[1]}{end} taken apart by what the verb is about"
            return Finding(note, "directional", (place,))
        if not word or clause.has(place, "verb", "preposition") and not clause.has(place, "noun", "measure"):
            return None
    return None
