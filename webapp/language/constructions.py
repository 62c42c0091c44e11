"""The constructions that ``morphology.py`` explains, a function each."""

from __future__ import annotations

from webapp.language.clauses import PLACE_ENDS, Clause, Finding
from webapp.language.le_notes import AT_THE_END, earlier
from webapp.language.measure_notes import measure
from webapp.language.result_notes import LONG_RESULTS, WISHES, result
from webapp.language.word_classes import DIRECTIONALS, RESULTS

JUDGING = frozenset("好对對")
"""What says how it was done rather than that it can be: 过得好, 说得对 ..."""
DONE_WELL = frozenset("修治办弄改")
"""... but after these: 治得好, it can be cured."""
PASSING = frozenset("走流飞飛跑开開穿爬游飘飄闪閃掠滑驶駛路经經")
TURNING = frozenset("转回扭背翻侧掉调别")
TURNED = frozenset("身 头 脸 身子 脑袋 背 来 去 脸去 头去 头来 身来 身去".split())
"""转过身, 回过头: one turns, and has no experience of it."""
FROM = frozenset(("从", "由", "打", "沿着"))
"""从桥下流过: past, and not before now."""
STANDS_FOR = frozenset(("", "是", "不是", "就是", "都是", "也是", "像", "和", "跟", "用", "归", "比", "成"))
"""What stands before 我的 when that is mine: 这是我的."""
OPENING_MARKS = frozenset("“‘「『《〈（(")
LANGUAGES = frozenset("语文学")
PASSIVE = frozenset("被为")
MEANS_MORE = frozenset("好成了")
"""What with its verb may mean something else: 看好 to be hopeful of, 看成 to take for."""
COMES_AND_GOES = frozenset("进出回上下过合谈处吃想做")
"""Verbs that 不来 or 不去 after them says cannot be done: 进不去, 合不来."""
MAY_FAIL = frozenset("了 到 完 住 起 出 清楚 干净 过来 过去 下去 出来 起来".split())
"""Ends of verbs of two syllables: 考虑不到, 坚持不下去."""


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
    if clause.text(index - 1) in PASSING and earlier(clause, index, FROM) is not None:
        return Finding(f"{verb} + {own}: past, over or across", "directional", (index - 1,))
    if clause.text(index - 1) in TURNING and clause.text(index + 1) in TURNED:
        return Finding(
            f"{verb} + {own}: round, to the other side",
            "directional",
            (index - 1,),
            gloss="round; over (after a verb)",
        )
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
    is_how = (
        clause.text(index + 2) in ("不", "了") or clause.has(index + 2, "verb") and len(after) == 1
    )  # 吓得倒吸, 累得走不动
    if is_end and not is_how and (after not in JUDGING or clause.text(index - 1) in DONE_WELL):
        return _potential(clause, index, "can be done")
    return Finding(f"{verb} + 得: what follows says how, or how far", "particle")


def de_adverb(clause: Clause, index: int) -> Finding | None:
    """慢慢地: -ly."""
    before = clause.text(index - 1)
    if clause.words[index].syllables[0].citation != "de5" or before in ("", "何", "爹"):
        return None
    return Finding(f"{clause.own(index - 1)} + 地: makes an adverb, like -ly", "particle")


def de_modifier(clause: Clause, index: int) -> Finding | None:
    """我的书: describes what follows."""
    if not clause.text(index - 1):
        return None
    after = clause.text(index + 1)
    if after in AT_THE_END:
        after = ""
    elif not after and index + 1 < len(clause.words) and clause.own(index + 1) in OPENING_MARKS:
        after = clause.text(index + 2)  # 题写的“卢沟晓月”碑
    if clause.text(index - 1) == "好" and not clause.text(index - 2) and not after:
        return Finding("好的: all right, yes", "particle")
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
        is_ = earlier(clause, index - 1, frozenset({"是"}))
        is_adjective = clause.has(index - 1, "adjective")
        is_near = is_ is not None and (is_ >= index - 2 or (is_adjective and clause.has(index - 2, "degree")))
        if is_near and is_ is not None:
            return Finding("是 … 的: says what it is like, or stresses how it was done", "particle", (is_,))
        if is_ is not None and clause.has(is_ + 1, "person") and not clause.text(index + 1):
            note = "是 … 的: “the one that …”, or it stresses by whom it was done"
            return Finding(note, "particle", (is_,))
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
    if no == "不" and is_end and not is_less and _may_fail(clause, index - 1, after):
        return _potential(clause, index, "cannot be done")
    return None


def _potential(clause: Clause, index: int, says: str) -> Finding:
    """打不开, 关得上: what 打开 and 关上 mean cannot be done, or can."""
    verb, end = clause.own(index - 1), clause.own(index + 1)
    note = f"{verb} + {clause.own(index)} + {end}: {says} (potential complement)"
    if clause.text(index + 1) in MEANS_MORE:
        return Finding(note, "particle", (index - 1, index + 1))
    role = "directional" if clause.text(index + 1) in DIRECTIONALS else "result"
    return Finding(note, "particle", (index + 1, index - 1), role, whole=verb + end)


def _may_fail(clause: Clause, at: int, end: str) -> bool:
    """Whether a verb stands there that 不 and an end make impossible: 说不好, but not 能|不懂, 记录|不对, 说|不去."""
    verb = clause.text(at)
    if verb in ("还", "也", "都", "就") or verb != "想" and clause.has(at, "modal", "adverb"):
        return False
    if not clause.has(at, "verb"):
        return False
    if end in ("去", "来") and verb not in COMES_AND_GOES:
        return False
    if len(verb) == 1:
        is_thing = clause.text(at - 1) == "的" and clause.has(at, "noun")
        return not is_thing and (verb not in DIRECTIONALS or end in MAY_FAIL or end in ("去", "来"))
    return verb[-1] not in "来去了" and end in MAY_FAIL


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
    by = earlier(clause, index, PASSIVE)
    if by is not None and clause.has(index + 1, "verb") and clause.text(index + 2) != "的":
        return Finding(
            f"{clause.own(by)} … {clause.own(index)} + verb: it is done by somebody (passive)", "particle"
        )
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
    if clause.has(index - 1, "place") or clause.text(index - 1)[-1] in PLACE_ENDS | LANGUAGES:
        return None  # 南京大学校长, 法语老师
    return Finding(f"{name} + {own}: the title comes after the name")
