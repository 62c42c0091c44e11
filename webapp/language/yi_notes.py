"""What 一 says between and before verbs: 看一看, 一到家就, 微微一笑, 一开始."""

from __future__ import annotations

from webapp.language.clauses import Clause, Finding
from webapp.language.le_notes import FAR
from webapp.language.measure_notes import is_doing

SUDDEN = frozenset(
    "笑闪愣惊皱沉亮黑红白软紧颤震挥转拍跺抖歪扬摆叹哼横拧翻滚跃跳动怔酸热凉甜僵呆扫瞪弯变顿偏伸点喝推拉甩扑"
)
"""What is done once and is over: 微微一笑, 心头一紧."""


def yi(clause: Clause, index: int) -> Finding | None:
    """看一看: a little."""
    before = clause.text(index - 1)
    after, is_done = (
        clause.text(index + 1),
        before == "了" and clause.text(index - 2) == clause.text(index + 1),
    )
    if is_done and clause.has(index + 1, "verb"):  # 想了一想
        note = f"{clause.own(index + 1)}了一{clause.own(index + 1)}: did it briefly"
        return Finding(
            note, "particle", (index - 2, index + 1), "verb", gloss="once; a bit (between two verbs)"
        )
    if after == "开始" and (not before or clause.is_person(index - 1) or before in ("从", "刚")):
        return Finding(f"一{clause.own(index + 1)}: at first, at the very beginning", "", (index + 1,))
    if before and before == clause.text(index + 1) and (before == "等" or clause.has(index - 1, "verb")):
        verb = clause.own(index - 1)
        note = f"{verb}一{verb}: do it briefly, give it a try"
        return Finding(
            note, "particle", (index - 1, index + 1), "verb", gloss="once; a bit (between two verbs)"
        )
    if (
        not clause.has(index + 1, "verb")
        or after.endswith("钱")  # 一分钱
        or clause.has(index + 1, "measure")
        and not is_doing(clause, index + 1)
    ):
        return None
    for place in range(index + 2, index + FAR):
        if clause.text(place) in ("就", "便"):
            note = f"一 … {clause.own(place)}: as soon as the one, the other"
            return Finding(note, "adverb", (place,))
        if not clause.text(place):
            is_pause = place < len(clause.words) and clause.own(place) in ("，", ",")
            then = next((at for at in (place + 1, place + 2) if clause.text(at) in ("就", "便")), None)
            if is_pause and then is not None:
                return Finding(f"一 … {clause.own(then)}: as soon as the one, the other", "adverb", (then,))
            if is_pause and _is_sudden(clause, index):
                return Finding(
                    f"一 + {clause.own(index + 1)}: once, all of a sudden", "adverb", gloss="once; suddenly"
                )
            if (
                is_pause
                and place - index < 6
                and clause.text(index - 2) != "一"  # 一年一签
                and not clause.has(index - 1, "verb", "preposition", "demonstrative")
            ):
                return Finding(f"一 + {clause.own(index + 1)}: as soon as, at the moment when", "adverb")
            break
    return None


def _is_sudden(clause: Clause, index: int) -> bool:
    """Whether what stands alone after 一 is over at once: 嘿嘿一笑, 身形一闪; not 门一开，他就."""
    is_short = not clause.text(index + 2) and clause.text(index + 1) in SUDDEN
    return (
        is_short
        and bool(clause.text(index - 1))
        and not any(clause.text(at) in ("就", "便") for at in range(index + 3, index + FAR))
    )
