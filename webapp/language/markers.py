"""Words that mark what a noun has to do with the verb: 把, 被, 给, 比, 连. For ``morphology.py``."""

from __future__ import annotations

from webapp.language.clauses import Clause, Finding
from webapp.language.measure_notes import measure
from webapp.language.word_classes import ENDS

_HARMS = frozenset("弄打偷抢吃喝拿借撞撕烧骂骗咬踩摔碰卖扔丢砍拆吹淋晒抓逮捉折毁")
"""What is done to things by whom 叫, 让 and 给 then name: 杯子叫他打破了."""
_DONE = ENDS | {"了"}
_CALLED = _DONE | frozenset("作做成在")

GIVEN = frozenset(("好", "了", "的", "吧", "过"))
"""What after 给 and somebody shows that 给 is the verb."""
NOTHING_DONE = frozenset(("", "吧", "吗", "嗎", "呢", "了", "啊", "里", "裡", "上", "的"))
"""What may follow the noun 被."""
ORDERS = frozenset(
    "滚 站住 闭嘴 住口 住手 听着 听好 听 记住 出去 回来 过来 坐下 坐 起来 走开 小心 老实 站".split()
)


def ba(clause: Clause, index: int) -> Finding | None:
    """把门关上: the object before the verb."""
    is_counted = clause.counts(index - 1) or clause.has(index - 1, "demonstrative")
    if is_counted:  # 这将是: it will
        return measure(clause, index) if clause.text(index) != "将" else None
    if clause.text(index) == "将" and not clause.has(index + 1, "noun", "person", "demonstrative", "name"):
        return None  # 将加大支持, 将全面推行: it will
    verbs: list[int] = []
    described: list[int] | None = None  # verbs before a 的
    end = index + 2
    while clause.text(end - 1) and clause.text(end) and end < index + 9:
        if clause.text(end) == "的" and clause.has(end - 1, "verb", "result", "aspect"):
            # 洗好 in 把洗好的衣服晾上, but not 视为 in 把你视为最好的朋友
            described = [
                *(described or ()),
                *(verb for verb in verbs if _has_object_before(clause, index, verb)),
            ]
            verbs = []
        is_result = clause.has(end, "result") and clause.has(end - 1, "verb")
        is_opened = clause.text(end) == "开" and clause.text(end + 1) in ("了", "着")  # 把窗户开了条缝
        is_called = clause.text(end) == "叫" and clause.text(end + 1) in _CALLED  # 把我叫到办公室
        is_counted = clause.text(end - 1) == "个" and clause.counts(end - 2)
        is_thing = is_counted or clause.text(end - 1) in ("这个", "那个", "这些", "那些")  # 这个包裹
        is_where = clause.has(end, "preposition", "directional", "locative")
        is_done = clause.has(end, "verb") and not is_result and not is_thing and (is_opened or not is_where)
        if is_done or is_called:
            verbs.append(end)
        end += 1
    verbs = verbs or described or []
    if not verbs:
        return (
            None
            if described is None
            else Finding(f"{clause.own(index)} puts the object before the verb", "preposition")
        )
    verb = min(verbs, key=lambda at: clause.has(at, "noun"))  # one that may be a noun is the less likely one
    return Finding(f"{clause.own(index)} puts the object before the verb {clause.own(verb)}", "preposition")


def _has_object_before(clause: Clause, index: int, verb: int) -> bool:
    """Whether what something is done to stands between 把 and a verb."""
    if clause.has(verb, "modal") or clause.text(verb) in ("想要", "需要"):
        return False
    return any(clause.has(at, "noun", "person", "name") for at in range(index + 1, verb))


def bei(clause: Clause, index: int) -> Finding | None:
    """被打破: passive; 盖被, 换床厚被吧: a quilt, for nothing follows that could be done."""
    if clause.text(index + 1) in NOTHING_DONE:
        return None
    own = clause.own(index)
    return Finding(f"{own} marks the passive: what follows is who did it, or the verb", "preposition")


def passive(clause: Clause, index: int) -> Finding | None:
    """杯子叫他打破了: passive, in speech."""
    is_thing = clause.has(index - 1, "noun") and not clause.has(index - 1, "person", "name", "title")
    if not is_thing or not clause.text(index + 1) or clause.has(index + 1, "verb", "adjective"):
        return None
    for verb in (index + 2, index + 3):
        text, end = clause.text(verb), verb + 1
        while clause.text(end) in _DONE:
            end += 1
        is_done = end > verb + 1 or len(text) == 2 and text[1] in _DONE
        if text[:1] in _HARMS and is_done and not clause.text(end):
            note = f"{clause.own(index)} marks the passive in speech: what follows is who did it"
            return Finding(note, "preposition", gloss="by (passive: it is done to sb or sth)")
    return None


def gei(clause: Clause, index: int) -> Finding | None:
    """给他打电话: for, to; 给小偷偷走: by."""
    by = passive(clause, index)
    if by is not None:
        return by
    after = clause.text(index + 2)
    if (
        after in GIVEN
        and not clause.has(index + 1, "verb")  # 给难倒了
        or clause.text(index + 1) == "出"
        or clause.counts(index + 2)
        and clause.has(index + 3, "measure")
    ):
        return None  # 给我好吗, 给了我, 给出, 给她一分钱: to give
    if clause.has(index + 1, "person", "name", "title") and any(
        clause.has(at, "verb") for at in (index + 2, index + 3)
    ):
        own = f"{clause.own(index)} + {clause.own(index + 1)}"
        if clause.text(index + 1) == "我" and clause.text(index + 2) in ORDERS and not clause.text(index - 1):
            return Finding(f"{own} before an order: makes it pressing, or rude", "preposition")
        return Finding(f"{own}: for or to somebody, before the verb", "preposition")
    is_for_it = any(clause.has(at, "verb") and not clause.has(at, "noun") for at in (index + 2, index + 3))
    if clause.has(index + 1, "noun") and not clause.has(index + 1, "locative", "time") and is_for_it:
        own = f"{clause.own(index)} + {clause.own(index + 1)}"
        whom = "somebody" if clause.text(index + 1).endswith("们") else "somebody or something"
        return Finding(f"{own}: for or to {whom}, before the verb", "preposition")
    is_wish = clause.has(index + 1, "modal") or clause.text(index + 1) in ("想要", "需要")
    if clause.has(index + 1, "verb") and not clause.has(index + 1, "noun", "directional") and not is_wish:
        note = f"{clause.own(index)} before a verb: stresses that it was done to somebody"
        return Finding(note, "particle")
    return None


def bi(clause: Clause, index: int) -> Finding | None:
    """他比我高: comparison."""
    if clause.has(index + 1, "person", "noun", "name", "demonstrative", "time") and clause.text(index - 1):
        return Finding(f"A 比 B: more than {clause.own(index + 1)}", "preposition")
    return None


def lian(clause: Clause, index: int) -> Finding | None:
    """连孩子都懂: even."""
    if any(clause.text(at) in ("都", "也") for at in range(index + 1, min(index + 8, len(clause.words)))):
        return Finding(f"{clause.own(index)} … 都/也: even", "preposition")
    return None
