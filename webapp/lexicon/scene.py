"""A sentence as its words see it: which words stand close to each, and which farther off in its clause.

All that is asked of a sentence more than once is found out once: where its clauses
begin and end, and what its words are called beside others (``context.py``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from webapp.language.document import Word
from webapp.lexicon.context import Called, Names, Surroundings

REACH = 5
"""How many words ``after`` and ``before`` look."""
EARLIER = 14
"""How many words ``earlier`` and ``asks`` look."""
ASKING = ("？", "?")
PASSED_OVER = frozenset("“”‘’「」『』《》〈〉（）()\"'、·")
"""Marks that do not end a clause."""
STEPS = ((0, -1), (1, -2), (2, 1), (3, 2))
"""Each of the places ``BESIDE`` a word, and how far it is."""


class Scene:
    """The words of a sentence. :meth:`near` and :meth:`far` name the cues around one of them.

    Spaces and marks within a clause do not count as neighbours.
    """

    __slots__ = (
        "_asked",
        "_beside",
        "_clauses",
        "_earlier",
        "_listed",
        "_place",
        "_standing",
        "_surroundings",
        "_words",
    )

    def __init__(self, words: Sequence[Word], surroundings: Surroundings) -> None:
        self._words = words
        self._surroundings = surroundings
        self._standing: list[Word] = []  # those that are neighbours
        self._place: list[int] = []  # of each word among them
        self._clauses: list[list[int]] = []  # of each that stands: where its clause begins and ends
        self._listed: list[int] = []
        self._asked: list[int] = []
        clause = [0, 0]
        for index, word in enumerate(words):
            self._place.append(len(self._standing))
            if word.kind == "punctuation":
                if word.text not in PASSED_OVER:
                    clause = [len(self._standing), 0]
                    if word.text in ASKING:
                        self._asked.append(index)
                elif word.text == "、":
                    self._listed.append(index)
            elif word.kind != "space":
                self._standing.append(word)
                self._clauses.append(clause)
                clause[1] = len(self._standing)
        self._beside = [surroundings.beside(word) for word in self._standing]
        self._earlier: list[Names] | None = None

    def near(self, index: int) -> list[Called]:
        """Return the names of the cues close to a word (``start``, ``end``, ``role``, ``-2`` to ``+2``).

        Only these say anything about the shape of a sense.
        """
        place, role = self._place[index], self._words[index].role
        begins, ends = self._clauses[place]
        near = [self._beside[place + by][side] for side, by in STEPS if begins <= place + by < ends]
        called = self._surroundings.called
        if role:
            near.append(called(("role=" + role,)))
        if place == begins:
            near.append(called(("start",)))
        if place + 1 == ends:
            follows = self._words[index + 1 : index + 2]
            near.append(self._surroundings.ends(follows[0].text if follows else ""))
        return near

    def far(self, index: int) -> list[Names]:
        """Return the names of the cues that are not close."""
        place, surroundings = self._place[index], self._surroundings
        begins, ends = self._clauses[place]
        before = self._standing[max(begins, place - REACH) : place]
        after = self._standing[place + 1 : min(ends, place + 1 + REACH)]
        named = [surroundings.before[at.text] for at in reversed(before)]
        named += [surroundings.after[at.text] for at in after]
        if index > len(before):
            if self._earlier is None:
                self._earlier = [surroundings.earlier[at.text] for at in self._words]
            named += self._earlier[max(0, index - EARLIER) : index - len(before)]
            if _is_among(self._listed, index - REACH, index):
                named.append(("list",))
        if _is_among(self._asked, index + len(after) + 1, index + EARLIER + 1):
            named.append(("asks",))
        return named

    def cues(self, index: int) -> set[str]:
        """Return the names of all cues that hold for a word."""
        near = (called.names for called in self.near(index))
        return {name for names in (*near, *self.far(index)) for name in names}


def _is_among(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the places, which are in order, lies in a stretch; an endless sentence may have any number."""
    return bool(places) and bisect_left(places, start) < bisect_left(places, end)
