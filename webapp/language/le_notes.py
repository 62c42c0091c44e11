"""What 了 says: done, so now, about to happen, too much, not any more."""

from __future__ import annotations

from webapp.language.clauses import Clause, Finding
from webapp.language.measure_notes import SAYS

AT_THE_END = frozenset("吗 呢 吧 啊 呀 嘛 啦 么".split())
ABOUT_TO = frozenset("快 要 快要 就要 将要 將要".split())
ENOUGH = frozenset("行 好 得 算 罢 成 对 完".split())
"""行了, 好了, 算了 at the beginning: enough, all right, never mind; 完了: that is the end."""
TOO = frozenset("太可")
GROWN = frozenset(
    "大小高矮长短胖瘦多少重轻快慢早晚贵厚薄宽窄深浅远近热冷暖凉亮暗白黑红黄老强弱低好坏旧新硬软湿干满晴阴"
)
STOP = frozenset("别 甭 不要 不用".split())
NOT = frozenset("不 没 没有 不会 不能 不想".split())
ASKED = frozenset("什么 谁 哪儿 哪里 哪 几 怎么".split())
AMOUNTS = frozenset("不少 很多 许多 好多 一些 一点 一点儿 些 点 点儿 几分 一圈 一倍 几倍".split())
"""By how much something has become so: 白了不少."""
UNITS = frozenset(SAYS) | frozenset("圈倍截头层步成码拍")
FAR = 8
"""At most so many words stand between the parts of a construction."""


def earlier(clause: Clause, index: int, sought: frozenset[str]) -> int | None:
    """Find one of the sought words before a place in its clause."""
    for place in range(index - 1, max(index - FAR, -1), -1):
        if not clause.text(place):
            return None
        if clause.text(place) in sought:
            return place
    return None


def le(clause: Clause, index: int) -> Finding | None:
    """吃了饭: completed; 下雨了: a new situation."""
    before = clause.text(index - 1)
    if clause.words[index].syllables[0].citation != "le5" or not before:
        return None
    own = clause.own(index - 1)
    if before in ENOUGH and _opening(clause, index) == index - 1:
        return Finding(f"{own}{clause.own(index)}: so far and no further, said by itself", "aspect")
    if clause.text(index - 2) in TOO and clause.has(index - 1, "adjective", "verb"):
        return Finding(
            f"{clause.own(index - 2)} … {clause.own(index)}: too, or so very", "aspect", (index - 2,)
        )
    is_said_again = clause.text(index + 1) == before and clause.has(index - 1, "verb")
    if is_said_again and clause.text(index + 2) != clause.text(index):  # 看了看, not 行了行了
        return Finding(f"{own}了{own}: did it briefly", "aspect", (index - 1, index + 1))
    if before in GROWN and _is_amount(clause, index + 1):
        return Finding(f"{own} + {clause.own(index)}: it has become so, by what follows", "aspect")
    is_end = not clause.text(index + 1) or clause.text(index + 1) in AT_THE_END
    is_late = before in GROWN and clause.text(index + 1) in (
        "还",
        "才",
        "就",
        "都",
        "也",
        "怎么",
    )  # 这么晚了还不睡
    if is_end or is_late:
        stop = earlier(clause, index, STOP)
        if stop is not None and before != "的" and (not clause.text(stop - 1) or clause.is_person(stop - 1)):
            return Finding(
                f"{clause.own(stop)} … {clause.own(index)}: don't, or stop doing it", "aspect", (stop,)
            )
        if before in ASKED and clause.has(index - 2, "verb") and clause.text(index - 2) not in ("到", "是"):
            return Finding(f"{clause.own(index)} at the end: it has happened", "aspect")
        end, soon = clause.own(index), earlier(clause, index, ABOUT_TO)
        if (
            soon is not None
            and soon < index - 1
            and before != "的"
            and clause.text(soon + 1) != "了"  # 要了我的命了
            and not clause.has(soon - 1, "negation", "degree", "particle")
            and earlier(clause, soon, NOT) is None  # 我不跟你要好了
        ):
            return Finding(f"{clause.own(soon)} … {end}: it is about to happen", "aspect", (soon,))
        return Finding(
            f"{own} + {end}{'' if is_late else ' at the end'}: it is so now (a new situation)", "aspect"
        )
    return Finding(f"{own} + {clause.own(index)}: the action is completed", "aspect", (index - 1,))


def _opening(clause: Clause, index: int) -> int:
    """Return the place where the clause of a word begins."""
    while clause.text(index - 1):
        index -= 1
    return index


def _is_amount(clause: Clause, index: int) -> bool:
    """Whether 不少, 一大圈, 半寸 or 二十克 stands there."""
    is_counted = clause.counts(index) and (
        clause.text(index + 1) in UNITS or clause.text(index + 1) == "大" and clause.text(index + 2) in UNITS
    )
    return clause.text(index) in AMOUNTS or is_counted and clause.text(index + 2) != "的"
