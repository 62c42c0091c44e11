"""What came of what was done: 卖完, 说清楚, 摔疼了."""

from __future__ import annotations

from webapp.language.clauses import Clause, Finding
from webapp.language.measure_notes import measure

LONG_RESULTS = frozenset("清楚 干净 明白 整齐".split())
"""Results of two syllables: 说清楚, 洗不干净."""
BEFORE_LE = frozenset("疼痛糊砸丢高齐哭晕瞎哑烂碎裂弯歪肿湿咸淡晚早贵胖瘦惨傻疯")
"""What names a result as well, with 了: 摔疼了, 长高了."""
BODY = frozenset("头牙背腰腿脚手肚胃心嗓眼脖喉肩膝")
LEARNING = frozenset("学學教练練")
"""Verbs whose result is 会, to be able to; after others it says what is likely."""
WISHES = frozenset("爱愛肯敢怕想")
"""Verbs that take another verb, so that 住 in 爱住多久 is what is liked and no result."""
NO_ENDS = frozenset("是到在有像请连")
"""What another verb follows that is not its result: 到死, until death; 是错的; 连掉根针都."""


def result(clause: Clause, index: int) -> Finding | None:
    """卖完: the result."""
    if not clause.has(index - 1, "verb") or clause.has(
        index - 1, "modal", "adverb", "preposition", "directional", "negation"
    ):
        return measure(clause, index) if clause.has(index, "measure") else None
    verb, end = clause.own(index - 1), clause.own(index)
    if (
        verb == end
        or len(verb) > 2
        or verb in WISHES
        or clause.text(index - 1) in NO_ENDS
        or (clause.text(index) == "会" and verb not in LEARNING)
        or clause.words[index].syllables[0].citation == "gan4"  # 实在干不下去: to do, and not dry
    ):
        return None
    return Finding(f"{verb} + {end}: {end} tells the result of {verb}", "result", (index - 1,))


def result_before_le(clause: Clause, index: int) -> Finding | None:
    """摔疼了, 煮糊了, 来晚了: the result, where 了 says that it came about."""
    is_short = (
        len(clause.text(index - 1)) == 1
        and clause.text(index - 1) not in BODY
        and not clause.has(index - 1, "adjective", "noun", "measure")
    )
    return result(clause, index) if is_short and clause.text(index + 1) == "了" else None


def long_result(clause: Clause, index: int) -> Finding | None:
    """洗干净, 说清楚: the result, in two syllables."""
    return result(clause, index) if len(clause.text(index - 1)) == 1 else None
