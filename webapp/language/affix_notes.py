"""Affixes that stand as words of their own where no dictionary has the whole: 普及|性, 买票|者, 非|会员."""

from __future__ import annotations

from webapp.language.clauses import Clause, Finding
from webapp.language.word_notes import PREFIXES, SUFFIXES

SINGLE_SUFFIXES = frozenset("性者化率型式界")
"""What is hardly ever anything but a suffix after a word of two syllables."""
_STRESSES = frozenset("除是并若绝决莫且而远")
"""Before 非 these make another word of it: 除非, 并非."""


def suffix(clause: Clause, index: int) -> Finding | None:
    """买票者: one who; 普及性: -ness."""
    before = clause.text(index - 1)
    if len(before) < 2 or not clause.has(index - 1, "noun", "verb", "adjective", "idiom"):
        return None
    own, end = clause.own(index - 1), clause.own(index)
    return Finding(f"{own} + {end}: {SUFFIXES[clause.text(index)]}", "suffix")


def non(clause: Clause, index: int) -> Finding | None:
    """非会员: non-."""
    is_thing = len(clause.text(index + 1)) > 1 and clause.has(index + 1, "noun", "adjective")
    if not is_thing or clause.has(index + 1, "verb", "person") or clause.text(index - 1) in _STRESSES:
        return None
    return Finding(f"{clause.own(index)} + {clause.own(index + 1)}: {PREFIXES['非']}", "")
