"""Conditions on the neighbours of a word, written in a line of a table.

A cue is a list of conditions, all of which must hold, separated by spaces:

=============== ===============================================================
``<吃|喝``      the text before ends with one of these
``>饭|酒``      the text after begins with one of these
``-1=很|太``    the word before is one of these; ``+1``, ``-2``, ``+2`` likewise
``-1:verb``     the word before is of one of these classes (``verb|adjective``)
``has=就|便``   the clause holds one of these
``earlier=把``  the clause holds one of these before the word; ``later=了`` after it
``later:verb``  a later word of the clause is of one of these classes; ``later:predicate``: a verb that is
                neither next, nor a noun as well, nor inside what 的 makes an attribute
``start``       the clause begins here; ``end``: it ends here; ``opens``: the clause is its sentence's first
=============== ===============================================================

A ``!`` before a condition turns it round. Classes are those of
:func:`webapp.language.classes.classify`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

Classify = Callable[[str], frozenset[str]]


@dataclass(slots=True)
class Place:
    """A word among the words of its clause (from one punctuation mark to the next).

    Not frozen, which takes three times as long to make: every 的 has one.
    """

    words: Sequence[str]
    index: int
    text: str  # the clause in one string
    start: int  # where the word begins in it
    classify: Classify
    opens: bool = True  # whether no other clause of the sentence stands before this one

    def near(self, distance: int) -> str:
        """Return the word so many places on, "" outside the clause."""
        index = self.index + distance
        return self.words[index] if 0 <= index < len(self.words) else ""

    @property
    def end(self) -> int:
        return self.start + len(self.words[self.index])

    def predicates(self) -> Iterator[str]:
        """Yield the verbs that may be the clause's own, from the word after next on.

        What stands right before 的, or has only its object between, is not: 正在建设的车站, 喜欢音乐的人.
        """
        for at in range(self.index + 2, len(self.words)):
            word = self.words[at]
            classes = self.classify(word)
            if "verb" not in classes or not classes.isdisjoint(("noun", "measure", "number")):
                continue
            if "的" in self.words[at + 1 : at + 2] or (
                self.words[at + 2 : at + 3] == ["的"] and "noun" in self.classify(self.words[at + 1])
            ):
                continue
            yield word


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a cue."""

    kind: str  # "<", ">", "=", ":", "has", "earlier", "later", "later:", "predicate", "start", "end", "opens"
    values: tuple[str, ...] = ()
    distance: int = 0
    negated: bool = False

    def holds(self, place: Place) -> bool:
        """Whether the condition is met at a place."""
        return self._met(place) != self.negated

    def _met(self, place: Place) -> bool:
        match self.kind:
            case "<":
                return place.text.endswith(self.values, 0, place.start)
            case ">":
                return place.text.startswith(self.values, place.end)
            case "=":
                return place.near(self.distance) in self.values
            case ":":
                near = place.near(self.distance)
                return bool(near) and not place.classify(near).isdisjoint(self.values)
            case "has":
                return any(value in place.text for value in self.values)
            case "earlier":
                return any(value in place.text[: place.start] for value in self.values)
            case "later":
                return any(value in place.text[place.end :] for value in self.values)
            case "predicate":
                return any(place.predicates())
            case "opens":
                return place.opens
            case "later:":
                later = place.words[place.index + 1 :]
                return any(not place.classify(word).isdisjoint(self.values) for word in later)
            case "start":
                return place.index == 0
            case _:
                return place.index == len(place.words) - 1


Cue = tuple[Condition, ...]


def parse_cue(written: str) -> Cue:
    """Read a cue. An unknown condition raises ValueError.

    >>> parse_cue("!-1:verb >饭|酒")[1]
    Condition(kind='>', values=('饭', '酒'), distance=0, negated=False)
    """
    return tuple(_parse_condition(part) for part in written.split())


def holds(cue: Iterable[Condition], place: Place) -> bool:
    """Whether all conditions of a cue are met."""
    for condition in cue:  # noqa: SIM110  # a loop takes half the time of all(), and this runs at every 的
        if not condition.holds(place):
            return False
    return True


def _parse_condition(written: str) -> Condition:
    if re.search(r"[|<>=:](\||$)", written):
        raise ValueError(f"an empty alternative in the condition {written!r}")
    negated = written.startswith("!")
    body = written[negated:]
    if body in ("start", "end", "opens"):
        return Condition(body, negated=negated)
    if body == "later:predicate":
        return Condition("predicate", negated=negated)
    if body[0] in "<>":
        return Condition(body[0], tuple(body[1:].split("|")), negated=negated)
    for kind, mark in (("has", "="), ("earlier", "="), ("later", "="), ("later:", "")):
        if body.startswith(kind + mark):
            return Condition(kind, tuple(body[len(kind + mark) :].split("|")), negated=negated)
    if body[0] in "+-" and body[1:2].isdigit() and body[2:3] in ("=", ":"):
        return Condition(body[2], tuple(body[3:].split("|")), int(body[:2]), negated)
    raise ValueError(f"no condition of a cue: {written!r}")
