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


Test = Callable[[Place], bool]
"""Whether a condition is met at a place: a function made for it alone, which takes half the time of looking at its kind."""
Cue = tuple[Test, ...]


def parse_cue(written: str) -> Cue:
    """Read a cue. An unknown condition raises ValueError.

    >>> place = Place(["喝", "酒"], 0, "喝酒", 0, lambda word: frozenset({"noun"} if word == "酒" else {"verb"}))
    >>> [holds(parse_cue(cue), place) for cue in ("!+1:verb >饭|酒", "-1=很", "")]
    [True, False, True]
    """
    return tuple(_parse_condition(part) for part in written.split())


def holds(cue: Iterable[Test], place: Place) -> bool:
    """Whether all conditions of a cue are met."""
    for is_met in cue:  # noqa: SIM110  # a loop takes half the time of all(), and this runs at every 的
        if not is_met(place):
            return False
    return True


def _parse_condition(written: str) -> Test:
    if re.search(r"[|<>=:](\||$)", written):
        raise ValueError(f"an empty alternative in the condition {written!r}")
    negated = written.startswith("!")
    body = written[negated:]
    if body in _ALONE:
        test = _ALONE[body]
    elif body[0] in "+-" and body[1:2].isdigit() and body[2:3] in ("=", ":"):
        values = frozenset(body[3:].split("|"))
        return (_is_near if body[2] == "=" else _is_of_class)(int(body[:2]), values, negated)
    else:
        kind = next((kind for kind in _WITH_VALUES if body.startswith(kind)), None)
        if kind is None:
            raise ValueError(f"no condition of a cue: {written!r}")
        test = _WITH_VALUES[kind](tuple(body[len(kind) :].split("|")))
    return (lambda place: not test(place)) if negated else test


def _is_near(distance: int, values: frozenset[str], negated: bool) -> Test:
    def is_met(place: Place) -> bool:
        words, index = place.words, place.index + distance
        return ((words[index] if 0 <= index < len(words) else "") in values) != negated

    return is_met


def _is_of_class(distance: int, classes: frozenset[str], negated: bool) -> Test:
    def is_met(place: Place) -> bool:
        words, index = place.words, place.index + distance
        return (0 <= index < len(words) and not classes.isdisjoint(place.classify(words[index]))) != negated

    return is_met


_ALONE: dict[str, Test] = {
    "start": lambda place: place.index == 0,
    "end": lambda place: place.index == len(place.words) - 1,
    "opens": lambda place: place.opens,
    "later:predicate": lambda place: any(place.predicates()),
}
_WITH_VALUES: dict[str, Callable[[tuple[str, ...]], Test]] = {
    "<": lambda values: lambda place: place.text.endswith(values, 0, place.start),
    ">": lambda values: lambda place: place.text.startswith(values, place.end),
    "has=": lambda values: lambda place: any(value in place.text for value in values),
    "earlier=": lambda values: lambda place: any(value in place.text[: place.start] for value in values),
    "later=": lambda values: lambda place: any(value in place.text[place.end :] for value in values),
    "later:": lambda values: (
        lambda place: any(
            not place.classify(word).isdisjoint(values) for word in place.words[place.index + 1 :]
        )
    ),
}
