"""The cues of the hand-made tables: which conditions must hold for a sense to gain weight.

The conditions are named as ``context.py`` names what stands around a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from sys import intern
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


class Cell(NamedTuple):
    """What a cell of the table says, by what it costs to find out whether it holds.

    ``usual`` always does, each with its name; ``single`` are cues of one condition, ``several`` of more.
    """

    usual: list[tuple[str, float]]
    single: list[tuple[str, float]]
    several: list[Cue]


def read_cell(fragment: str, written: str) -> Cell:
    """Read a cell of the hand-made table: ``-1=很|太 !end ^2, usual``.

    Commas divide cues, spaces the conditions of one, which must all hold (with
    ``!``: must not); ``^`` gives the weight. Each value of a condition makes a cue
    of its own, so that most are a single look-up. ``usual`` always holds.

    >>> read_cell("to drink", "+1=茶|水, usual")
    Cell(usual=[('usual', 1.5)], single=[('+1=茶', 3.75), ('+1=水', 3.75)], several=[])
    >>> [sorted(cue.needs) for cue in read_cell("to drink", "+1=茶|水 end").several]
    [['+1=茶', 'end'], ['+1=水', 'end']]
    """
    cell = Cell([], [], [])
    for name in written.split(", "):
        body, _, given = name.partition("^")
        conditions = body.split()
        needs = [each for each in conditions if each[0] != "!" and each != "usual"]
        without = [each for each in conditions if each[0] == "!"]
        weight = float(given) if given else CUE if needs or without else USUAL
        if not needs and not without:
            cell.usual.append((name.strip(), weight))
        elif len(needs) == 1 and not without:
            cell.single.extend((each, weight * HAND) for each in _spelled(needs[0]))
        else:
            unwanted = frozenset(each for negated in without for each in _spelled(negated[1:]))
            for together in product(*map(_spelled, needs)):
                cell.several.append(
                    Cue(
                        fragment,
                        name.strip(),
                        frozenset(together),
                        unwanted,
                        weight * (HAND if needs else 1.0),
                    )
                )
    return cell


def parse_cues(fragment: str, written: str) -> Iterator[Cue]:
    """Yield all cues of a cell alike.

    >>> [sorted(cue.needs) for cue in parse_cues("to drink", "+1=茶|水, usual")]
    [[], ['+1=茶'], ['+1=水']]
    """
    cell = read_cell(fragment, written)
    for name, weight in cell.usual:
        yield Cue(fragment, name, frozenset(), frozenset(), weight)
    for name, weight in cell.single:
        yield Cue(fragment, name, frozenset({name}), frozenset(), weight)
    yield from cell.several


def _spelled(condition: str) -> list[str]:
    found = CONDITION.fullmatch(condition)
    return [intern(found[1] + value) for value in found[2].split("|")] if found else [condition]
