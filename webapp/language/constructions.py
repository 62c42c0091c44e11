"""The constructions that ``morphology.py`` explains, a function each."""

from __future__ import annotations

from webapp.language.clauses import Clause, Finding
from webapp.language.measure_notes import measure
from webapp.language.result_notes import LONG_RESULTS, WISHES, result
from webapp.language.word_classes import DIRECTIONALS, RESULTS

JUDGING = frozenset("好对對")
"""What says how it was done rather than that it can be: 过得好, 说得对 ..."""
DONE_WELL = frozenset("修治办弄改")
"""... but after these: 治得好, it can be cured."""
AT_THE_END = frozenset("吗 呢 吧 啊 呀 嘛 啦 么".split())
ABOUT_TO = frozenset("快 要 快要 就要 将要 將要".split())
PASSING = frozenset("走流飞飛跑开開穿爬游飘飄闪閃掠滑驶駛路经經")
FROM = frozenset(("从", "由", "打", "沿着"))
"""从桥下流过: past, and not before now."""
STANDS_FOR = frozenset(("", "是", "不是", "就是", "都是", "也是", "像", "和", "跟", "用", "归", "比", "成"))
"""What stands before 我的 when that is mine: 这是我的."""
FAR = 8
"""At most so many words stand between the parts of a construction."""


def _earlier(clause: Clause, index: int, sought: frozenset[str]) -> int | None:
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
    is_said_again = clause.text(index + 1) == before and clause.has(index - 1, "verb")
    if is_said_again and clause.text(index + 2) != clause.text(index):  # 看了看, not 行了行了
        return Finding(f"{own}了{own}: did it briefly", "aspect", (index - 1, index + 1))
    if not clause.text(index + 1) or clause.text(index + 1) in AT_THE_END:
        end, soon = clause.own(index), _earlier(clause, index, ABOUT_TO)
        if (
            soon is not None
            and soon < index - 1
            and before != "的"
            and clause.text(soon + 1) != "了"  # 要了我的命了
            and not clause.has(soon - 1, "negation", "degree", "particle")
        ):
            return Finding(f"{clause.own(soon)} … {end}: it is about to happen", "aspect", (soon,))
        return Finding(f"{own} + {end} at the end: it is so now (a new situation)", "aspect")
    return Finding(f"{own} + {clause.own(index)}: the action is completed", "aspect", (index - 1,))


def zhe(clause: Clause, index: int) -> Finding | None:
    """笑着: goes on; 找着: found."""
    if clause.words[index].syllables[0].citation == "zhao2":
        return result(clause, index)
    if clause.words[index].syllables[0].citation != "zhe5" or not clause.text(index - 1):
        return None
    verb, zhe = clause.own(index - 1), clause.own(index)
    for other in (index + 2, index - 2):
        if clause.text(other) == clause.text(index) and clause.text(other - 1) == clause.text(index - 1):
            note = f"{verb}{zhe}{verb}{zhe}: while doing so, something else happens"
            return Finding(note, "aspect", (index - 1,))
    return Finding(f"{verb} + {zhe}: the action or state goes on", "aspect", (index - 1,))


def guo(clause: Clause, index: int) -> Finding | None:
    """看过: has the experience."""
    verb, own = clause.own(index - 1), clause.own(index)
    if clause.text(index - 1) in PASSING and _earlier(clause, index, FROM) is not None:
        return Finding(f"{verb} + {own}: past, over or across", "directional", (index - 1,))
    is_light = clause.words[index].syllables[0].citation == "guo5" and clause.text(index - 1)
    if not is_light and (
        not clause.is_predicate(index - 1)
        or clause.has(index - 1, "modal", "adverb")
        or clause.has(index + 1, "directional")
        or clause.text(index - 1) in WISHES
    ):
        return None
    if clause.text(index + 1) == "了":
        note = f"{verb} + {own} + {clause.own(index + 1)}: it is done, or past something"
    else:
        note = f"{verb} + {own}: has done so before (experienced aspect)"
    return Finding(note, "aspect", (index - 1,))


def de_degree(clause: Clause, index: int) -> Finding | None:
    """跑得快: how; 看得见: can."""
    if clause.words[index].syllables[0].citation != "de5" or not clause.text(index - 1):
        return None
    verb, after = clause.own(index - 1), clause.text(index + 1)
    is_end = after in RESULTS or after in DIRECTIONALS
    if is_end and (after not in JUDGING or clause.text(index - 1) in DONE_WELL):
        end = clause.own(index + 1)
        return Finding(
            f"{verb} + 得 + {end}: can be done (potential complement)", "particle", (index - 1, index + 1)
        )
    return Finding(f"{verb} + 得: what follows says how, or how far", "particle")


def de_adverb(clause: Clause, index: int) -> Finding | None:
    """慢慢地: -ly."""
    if clause.words[index].syllables[0].citation != "de5" or not clause.text(index - 1):
        return None
    return Finding(f"{clause.own(index - 1)} + 地: makes an adverb, like -ly", "particle")


def de_modifier(clause: Clause, index: int) -> Finding | None:
    """我的书: describes what follows."""
    if not clause.text(index - 1):
        return None
    after = clause.text(index + 1)
    if after in AT_THE_END:
        after = ""
    is_whose = clause.text(index - 2) in STANDS_FOR
    if clause.has(index - 1, "person") and after in ("", "是", "不是") and is_whose:
        return Finding(f"{clause.own(index - 1)} + 的: possession, the thing itself is left out", "particle")
    if after == "是":
        return Finding("的 before 是: “the one that …”", "particle")
    if clause.has(index - 1, "person") and after:
        return Finding(f"{clause.own(index - 1)} + 的: possession", "particle")
    if after:
        return Finding("的: what stands before it describes what follows", "particle")
    if clause.has(index - 1, "verb", "aspect", "adjective") and clause.text(index - 2) != "最":
        is_ = _earlier(clause, index - 1, frozenset({"是"}))
        is_adjective = clause.has(index - 1, "adjective")
        is_near = is_ is not None and (is_ >= index - 2 or (is_adjective and clause.has(index - 2, "degree")))
        if is_near and is_ is not None:
            return Finding("是 … 的: says what it is like, or stresses how it was done", "particle", (is_,))
        if is_ is not None and not is_adjective:
            note = "是 … 的: stresses when, where, how or by whom it was done"
            return Finding(note, "particle", (is_,))
    return Finding("的 at the end: “the one that …”, or it stresses the statement", "particle")


def bu(clause: Clause, index: int) -> Finding | None:
    """好不好: a question; 看不见: cannot."""
    before, after = clause.text(index - 1), clause.text(index + 1)
    if not before or not after:
        return None
    no, verb, end = clause.own(index), clause.own(index - 1), clause.own(index + 1)
    if after.startswith(before) and before != "还" and clause.is_predicate(index + 1):
        return Finding(
            f"{verb}{no}{end}: a yes-no question (A-not-A)",
            "negation",
            (index - 1, index + 1),
            "modal" if clause.has(index - 1, "modal") else "",
            their_gloss=f"beginning of {end}" if len(after) > len(before) else None,
        )
    is_end = after in RESULTS or after in DIRECTIONALS or after in LONG_RESULTS
    is_less = after == "到" and clause.is_number(index + 2)  # 剩不到三万块
    if no == "不" and is_end and clause.has(index - 1, "verb") and not is_less:
        return Finding(
            f"{verb} + 不 + {end}: cannot be done (potential complement)", "particle", (index - 1, index + 1)
        )
    return None


def yi(clause: Clause, index: int) -> Finding | None:
    """看一看: a little."""
    before = clause.text(index - 1)
    if before and before == clause.text(index + 1) and (before == "等" or clause.has(index - 1, "verb")):
        verb = clause.own(index - 1)
        note = f"{verb}一{verb}: do it briefly, give it a try"
        return Finding(
            note, "particle", (index - 1, index + 1), "verb", gloss="once; a bit (between two verbs)"
        )
    if (
        not clause.has(index + 1, "verb")
        or clause.has(index + 1, "measure")
        and not clause.has(index + 2, "person", "demonstrative")
    ):
        return None
    for place in range(index + 2, index + FAR):
        if clause.text(place) in ("就", "便"):
            note = f"一 … {clause.own(place)}: as soon as the one, the other"
            return Finding(note, "adverb", (place,))
        if not clause.text(place):
            is_pause = place < len(clause.words) and clause.own(place) in ("，", ",")
            if (
                is_pause
                and place - index < 5
                and not clause.has(index - 1, "verb", "preposition", "demonstrative")
            ):
                return Finding(f"一 + {clause.own(index + 1)}: as soon as, at the moment when", "adverb")
            break
    return None


def try_and_see(clause: Clause, index: int) -> Finding | None:
    """猜猜看, 想想看: and see."""
    verb = clause.text(index - 1)
    if len(verb) != 2 or verb[0] != verb[1] or clause.has(index - 1, "noun", "adjective", "adverb"):
        return None
    note = f"{clause.own(index - 1)} + {clause.own(index)}: do it a little and see"
    return Finding(note, "particle", gloss="and see (what happens)")


def men(clause: Clause, index: int) -> Finding | None:
    """学生们: plural of persons."""
    return (
        Finding(f"{clause.own(index - 1)} + {clause.own(index)}: plural of persons", "suffix")
        if clause.text(index - 1)
        else None
    )


def suo(clause: Clause, index: int) -> Finding | None:
    """我所知道的: that which."""
    if clause.has(index + 1, "verb") and not clause.is_number(index - 1):
        return Finding("所 + verb: that which is …", "particle")
    return measure(clause, index)


def title(clause: Clause, index: int) -> Finding | None:
    """王老师, 王小明同学: the title after the name."""
    if not index or clause.words[index - 1].kind != "name":
        return None
    name, own = clause.own(index - 1), clause.own(index)
    if clause.words[index - 1].role == "surname":
        return Finding(f"surname {name} + {own}: the title comes after the name", "", (index - 1,))
    if clause.has(index - 1, "place"):
        return None
    return Finding(f"{name} + {own}: the title comes after the name")
