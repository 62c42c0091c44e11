"""The cues of the hand-made tables: which conditions must hold for a sense to gain weight.

The conditions are named as ``context.py`` names what stands around a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

CUE = 3.0
"""What a cue of the hand-made table counts, unless the row says otherwise."""
HAND = 1.25
"""What the weights of the hand-made table are multiplied by, against the counted ones."""
USUAL = 1.5
"""The same for a row that only says which sense is the usual one."""
CONDITION = re.compile(r"([^=:]+[=:])(.+)")


class Cue(NamedTuple):
    """A row of the hand-made table: all of ``needs`` must be there, none of ``without``.

    A tuple, because a page of new words reads thousands of them.
    """

    fragment: str
    name: str
    needs: frozenset[str]
    without: frozenset[str]
    weight: float


def parse_cues(fragment: str, written: str) -> Iterator[Cue]:
    """Read a cell of the hand-made table: ``-1=很|太 !end ^2, usual``.

    Commas divide cues, spaces the conditions of one, which must all hold (with
    ``!``: must not); ``^`` gives the weight. Each value of a condition makes a cue
    of its own, so that most are a single look-up. ``usual`` always holds.

    >>> [sorted(cue.needs) for cue in parse_cues("to drink", "+1=茶|水 end")]
    [['+1=茶', 'end'], ['+1=水', 'end']]
    """
    for name in written.split(", "):
        body, _, weight = name.partition("^")
        needs: list[frozenset[str]] = [frozenset()]
        without: frozenset[str] = frozenset()
        for condition in body.split():
            if condition.startswith("!"):
                without |= frozenset(_spelled(condition[1:]))
            elif condition != "usual":
                needs = [have | {one} for have in needs for one in _spelled(condition)]
        usual = CUE if needs[0] or without else USUAL
        for have in needs:
            yield Cue(
                fragment,
                name.strip(),
                have,
                without,
                (float(weight) if weight else usual) * (HAND if needs[0] else 1.0),
            )


def _spelled(condition: str) -> list[str]:
    found = CONDITION.fullmatch(condition)
    return [found[1] + value for value in found[2].split("|")] if found else [condition]
