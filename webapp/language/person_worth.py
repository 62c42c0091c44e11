"""What a name is worth by itself: what its surname and each character of its given name are worth, added up.

A text has more different names than it has characters, and nearly all of them are none:
so it is the parts that are kept, and what is surely no name is told by two sums.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from webapp.language.given_names import DOUBLED, GivenNames
from webapp.language.person_candidates import IMPOSSIBLE
from webapp.language.person_features import first_features, last_features, surname_features
from webapp.language.segmentation import Segmenter
from webapp.language.word_classes import CLOSED_CLASS

UNLIKELY = -9.0
"""Characters that are less likely to be a given name than words, by so much, are not weighed."""
CONTEXT = 5.0
"""The most that the words around are taken to add to what a name is worth by itself."""
LONG_CLOSED, LONG_DOUBLE = -2.0, -1.5
"""What it counts that a long name ends in a function word (黄蓉 + 一), and that its surname is long too (令狐冲 + 爱)."""

Part = tuple[float, float, float]
"""What a part of a name is worth; the same with what it is as a word; and how likelier it is a name's than a word."""


class Worth:
    """Weighs names by themselves; minus infinity where one is surely none."""

    def __init__(
        self,
        weights: Mapping[str, float],
        coarse: Mapping[str, str],
        names: GivenNames,
        segmenter: Segmenter,
    ) -> None:
        get = weights.get
        self._weight = segmenter.weight
        self._plain = {length: get(f"{length} plain", 0.0) for length in (1, 2)}

        def total(features: Iterable[str]) -> float:
            return sum(get(feature, 0.0) for feature in features)

        def part(worth: float, length: int, char: str, odds: float) -> Part:
            plain = self._weight(char)
            worth += get(f"{length} given", 0.0) * (odds + plain)
            return worth, worth + self._plain[length] * plain, odds

        def last(char: str, length: int) -> float:
            is_closed = length == 2 and char in CLOSED_CLASS
            return (
                total(last_features(char, length, coarse, names))
                + get(f"{length} last", 0.0) * names.last(char)
                + LONG_CLOSED * is_closed
            )

        def only(char: str) -> Part:
            odds = names.likelihood(char) - self._weight(char)
            if odds < UNLIKELY:
                return IMPOSSIBLE, IMPOSSIBLE, odds
            return part(last(char, 1), 1, char, odds)

        def first_of_two(char: str) -> Part:
            return part(total(first_features(char, names)), 2, char, names.first(char))

        def last_of_two(char: str) -> Part:
            return part(last(char, 2), 2, char, names.last(char))

        def first_again(char: str) -> Part:
            return part(last(char, 2) + get("twice", 0.0), 2, char, DOUBLED - self._weight(char))

        def surname(length: int) -> Callable[[str], Part]:
            def found(surname: str) -> Part:
                worth = total(surname_features(surname, length)) + LONG_DOUBLE * (length == len(surname) == 2)
                return worth, worth + self._plain[length] * self._weight(surname) + CONTEXT, 0.0

            return found

        self._only, self._first = Parts(only), Parts(first_of_two)
        self._last, self._again = Parts(last_of_two), Parts(first_again)
        self._before_one, self._before_two = Parts(surname(1)), Parts(surname(2))

    def of(self, surname: str, given: str) -> float:
        """Return what a surname with a given name of one or two characters is worth."""
        if len(given) == 1:
            worth, best, _ = self._only[given]
            of_surname, best_of_surname, _ = self._before_one[surname]
            return of_surname + worth if best_of_surname + best > 0 else IMPOSSIBLE
        one, two = given[0], given[1]
        first, best_of_first, odds_of_first = self._first[one]
        worth, best, odds = self._again[one] if one == two else self._last[two]
        if odds_of_first + odds < UNLIKELY:
            return IMPOSSIBLE
        of_surname, best_of_surname, _ = self._before_two[surname]
        return of_surname + first + worth if best_of_surname + best_of_first + best > 0 else IMPOSSIBLE


class Parts(dict[str, Part]):
    """Surnames or characters and what they are worth, found when first asked for: there are no more than characters."""

    def __init__(self, found: Callable[[str], Part]) -> None:
        super().__init__()
        self._found = found

    def __missing__(self, name: str) -> Part:
        part = self[name] = self._found(name)
        return part
