"""What a name is worth by itself: what its surname and each character of its given name are worth, added up.

A text has more different names than it has characters, and nearly all of them are none:
so it is the parts that are kept, and what is surely no name is told by two sums.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import repeat
from typing import TypeVar

from webapp.language.forms_of_address import SHORT_TITLES
from webapp.language.given_names import DOUBLED, GivenNames
from webapp.language.person_candidates import IMPOSSIBLE
from webapp.language.person_features import TWICE, first_features, last_features, surname_features
from webapp.language.segmentation import Segmenter
from webapp.language.word_classes import CLOSED_CLASS, TITLES_AFTER_NAMES

Found = TypeVar("Found")
KEPT = 15_000
UNLIKELY = -9.0
"""Characters that are less likely to be a given name than words, by so much, are not weighed."""
CONTEXT = 5.0
"""The most that the words around are taken to add to what a name is worth by itself."""
LONG_CLOSED, LONG_DOUBLE = -2.0, -1.5
"""What it counts that a long name ends in a function word (黄蓉 + 一), and that its surname is long too (令狐冲 + 爱)."""

Part = tuple[float, float, float]
"""What a part of a name is worth; the same with what it is as a word; and how likelier it is a name's than a word."""
NONE: Part = (IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE)
Opening = tuple[float, float, float, float, float]
"""The same of the character after a surname: its first two as the only one, then all three as the first of two."""


class Worth:
    """Weighs names by themselves; minus infinity where one is surely none."""

    def __init__(
        self,
        weights: Mapping[str, float],
        coarse: Mapping[str, str],
        names: GivenNames,
        segmenter: Segmenter,
    ) -> None:
        self._get = weights.get
        self._coarse = coarse
        self._names = names
        self._segmenter = segmenter
        self._plain = [self._get(f"{length} plain", 0.0) for length in (0, 1, 2)]
        self._given = [self._get(f"{length} given", 0.0) for length in (0, 1, 2)]
        self._of_last = [self._get(f"{length} last", 0.0) for length in (0, 1, 2)]
        self._openings = Kept(self._weigh_opening)
        self._last, self._again = Kept(self._weigh_last), Kept(self._weigh_again)
        self._surnames = Kept(self._weigh_surname)

    def of(self, surname: str, char: str, last: str) -> tuple[float, float]:
        """Return what a surname with one character is worth as a name, and what it is with ``last`` too.

        ``last`` is "" where nothing follows.
        """
        one, best_of_one, two, best_of_two = self._surnames[surname]
        only, best_of_only, first, best_of_first, odds = self._openings[char]
        short = one + only if best_of_one + best_of_only > 0 else IMPOSSIBLE
        if not last:
            return short, IMPOSSIBLE
        worth, best, odds_of_last = (self._again if char == last else self._last)[last]
        is_none = odds + odds_of_last < UNLIKELY or best_of_two + best_of_first + best <= 0
        return short, IMPOSSIBLE if is_none else two + first + worth

    def _weigh_surname(self, surname: str) -> tuple[float, float, float, float]:
        plain = self._segmenter.weight(surname)
        one = self._total(surname_features(surname, 1))
        two = self._total(surname_features(surname, 2)) + LONG_DOUBLE * (len(surname) == 2)
        return one, one + self._plain[1] * plain + CONTEXT, two, two + self._plain[2] * plain + CONTEXT

    def _weigh_opening(self, char: str) -> Opening:
        if char in SHORT_TITLES:
            return *NONE, IMPOSSIBLE, IMPOSSIBLE
        odds = self._names.first(char)
        first = self._part(self._total(first_features(char, odds)), 2, char, odds)
        likelihood = self._names.likelihood(char)
        odds = likelihood - self._segmenter.weight(char)
        if odds < UNLIKELY or char in TITLES_AFTER_NAMES:
            return IMPOSSIBLE, IMPOSSIBLE, *first
        worth, best, _ = self._part(self._ending(char, 1, self._names.last(char), likelihood), 1, char, odds)
        return worth, best, *first

    def _weigh_last(self, char: str) -> Part:
        odds = self._names.last(char)
        return self._part(self._ending(char, 2, odds, self._names.likelihood(char)), 2, char, odds)

    def _weigh_again(self, char: str) -> Part:
        worth = self._ending(char, 2, self._names.last(char), self._names.likelihood(char))
        odds = DOUBLED - self._segmenter.weight(char)
        return self._part(worth + self._get(TWICE, 0.0), 2, char, odds)

    def _ending(self, char: str, length: int, odds: float, likelihood: float) -> float:
        worth = self._total(last_features(char, length, self._coarse[char], odds, likelihood))
        is_closed = length == 2 and char in CLOSED_CLASS
        return worth + self._of_last[length] * odds + LONG_CLOSED * is_closed

    def _part(self, worth: float, length: int, char: str, odds: float) -> Part:
        plain = self._segmenter.weight(char)
        worth += self._given[length] * (odds + plain)
        return worth, worth + self._plain[length] * plain, odds

    def _total(self, features: Iterable[str]) -> float:
        return sum(map(self._get, features, repeat(0.0)))


class Kept(dict[str, Found]):
    """Parts of names and what they are worth, found when first asked for."""

    def __init__(self, find: Callable[[str], Found]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, part: str) -> Found:
        if len(self) >= KEPT:  # a hostile text could have any number of them
            self.clear()
        found = self[part] = self._find(part)
        return found
