"""What says that it is little, or done a little: 早点儿睡, 吃点东西, 贵了点儿, 讨论下."""

from __future__ import annotations

from webapp.language.clauses import Clause, Finding
from webapp.language.measure_notes import POINTING, measure

LITTLE = "a little; a bit"
"""The gloss of 点, 点儿 and 下 where they are short for 一点, 一点儿 and 一下."""
A_LITTLE_DONE = frozenset(
    "看 等 问 试 听 查 帮 讨论 考虑 介绍 解释 检查 休息 了解 联系 确认 准备 分享 打扰 麻烦 商量 研究".split()
)
"""What is done a little with 下 after it: 看下, 等下, 讨论下."""


def a_little(clause: Clause, index: int) -> Finding | None:
    """早点儿睡, 吃点东西: a little; 六点: a time of day."""
    if clause.counts(index - 1) or clause.text(index - 1) in POINTING:
        return measure(clause, index)
    is_verb = clause.text(index) == "点" and (
        clause.has(index - 1, "modal", "adverb", "directional") or clause.has(index + 1, "aspect")
    )
    is_after = clause.text(index - 1) == "了" and clause.has(index - 2, "adjective")  # 贵了点儿
    if is_verb or not (is_after or clause.is_predicate(index - 1)):
        return None
    note = f"{clause.own(index)} after {clause.own(index - 1)}: short for 一{clause.own(index)}, a little"
    return Finding(note, "measure", gloss=LITTLE)


def a_bit(clause: Clause, index: int) -> Finding | None:
    """看下, 讨论下: short for 一下."""
    verb = clause.text(index - 1)
    if clause.text(index) != "下" or verb not in A_LITTLE_DONE or clause.has(index + 1, "aspect", "number"):
        return None
    own = clause.own(index)
    note = f"{own} after {clause.own(index - 1)}: short for 一{own}, a little"
    return Finding(note, "measure", (index - 1,), gloss=LITTLE)
