"""What each word may set off while a sentence is cut, looked up at once for all that may.

Mending seams, cutting anew by grammar, joining names: each has words without which it
changes nothing, and three runs in four have none of most. A word's *traits* are bits; those
of a run's words together say what is to be asked about it. It takes a tenth of the time to
cut off what each would need to look for itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_

SEAM, COMES, TURNS, ASPECT, AGAIN, LONG, RULE, SECOND = (1 << bit for bit in range(8))
GRAMMAR, DIRECTION, WILL, COUNTRY, COMBINED, ABROAD, SURNAME, CALLING = (1 << bit for bit in range(8, 16))
RISES, MAY_BE, OUTCOME = (1 << bit for bit in range(16, 19))
"""A trait sets something off alone, or beside another one in the same run: see ``concern`` of those who mark it."""
WORDS_KEPT = 6_000
"""So many words' traits are kept, and as many that were met before them."""


class Traits(dict[str, int]):
    """The traits of each word, found when first asked for.

    >>> traits = Traits()
    >>> traits.mark(SEAM, words=["子"])
    >>> traits.mark(SURNAME, firsts="王")
    >>> traits.of(["王", "婆", "子"]) == SEAM | SURNAME
    True
    """

    def __init__(self) -> None:
        super().__init__()
        self._words: dict[str, int] = {}
        self._firsts: dict[str, int] = {}
        self._lasts: dict[str, int] = {}
        self._same: dict[int, int] = {}  # one object for each
        self._before: dict[str, int] = {}

    def mark(
        self, trait: int, *, words: Iterable[str] = (), firsts: Iterable[str] = (), lasts: Iterable[str] = ()
    ) -> None:
        """Give a trait to words, to what begins with a character, and to what has two and ends in one."""
        for table, keys in ((self._words, words), (self._firsts, firsts), (self._lasts, lasts)):
            for key in keys:
                table[key] = table.get(key, 0) | trait

    def of(self, words: Iterable[str]) -> int:
        """Return the traits of some words together."""
        return reduce(or_, map(self.__getitem__, words), 0)

    def __missing__(self, word: str) -> int:
        found = self._before.get(word)
        if found is None:
            found = self._words.get(word, 0) | self._firsts.get(word[0], 0)
            if len(word) == 2:
                found |= self._lasts.get(word[1], 0)
            elif len(word) > 2:
                found |= LONG
            found = self._same.setdefault(found, found)
        if len(self) >= WORDS_KEPT:
            self._before = dict(self)
            self.clear()
        self[word] = found
        return found
