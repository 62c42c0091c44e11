"""How much a string looks like a Chinese given name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from webapp.language import tables

PRIOR = -2.5
"""Log odds that a surname's character begins a name at all, where nothing else says so."""
UNSEEN = -11.0
DOUBLED = -4.0
"""Log probability that the second character of a given name is the first again: 冰冰, 圆圆."""
SELDOM_ALONE = -12.0
SELDOM_BONUS = 2.2
"""A character that is hardly ever a word of its own is this much likelier to be a name when it stands alone."""


class GivenNames:
    """Weighs given names by their characters (``data/given_names.tsv``) against ordinary words."""

    def __init__(self, places: Mapping[str, tuple[float, float]], weight: Callable[[str], float]) -> None:
        self._places = places
        self._weight = weight

    @classmethod
    def load(cls, weight: Callable[[str], float]) -> GivenNames:
        """Read the table that ships with the package; ``weight`` is a word's log probability."""
        rows = tables.rows("given_names.tsv")
        return cls({char: (float(first), float(last)) for char, first, last in rows}, weight)

    def likelihood(self, given: str) -> float:
        """Return the log probability of a given name by its characters."""
        nowhere = (UNSEEN, UNSEEN)
        if len(given) == 1:
            is_seldom = given not in self._places and self._weight(given) < SELDOM_ALONE
            return self._places.get(given, nowhere)[1] + SELDOM_BONUS * is_seldom
        second = DOUBLED if given[0] == given[1] else self._places.get(given[1], nowhere)[1]
        return self._places.get(given[0], nowhere)[0] + second

    def last(self, given: str) -> float:
        """Return the log odds of a given name's last character, in its place against a word of its own."""
        likelihood = self._places.get(given[-1], (UNSEEN, UNSEEN))[1]
        return likelihood - self._weight(given[-1])

    def first(self, given: str) -> float:
        """Return the same of its first character."""
        return self._places.get(given[0], (UNSEEN, UNSEEN))[0] - self._weight(given[0])

    def score(self, given: str) -> float:
        """Return the log odds of a given name against the same characters as ordinary words.

        A given name that is one word for the graph (国庆) is weighed against that word.
        """
        nowhere = (UNSEEN, UNSEEN)
        if len(given) == 2 and given[0] == given[1]:
            name = self._places.get(given[0], nowhere)[0] + DOUBLED
            plain = self._weight(given)
        elif len(given) == 2:
            name = self._places.get(given[0], nowhere)[0] + self._places.get(given[1], nowhere)[1]
            plain = max(self._weight(given), self._weight(given[0]) + self._weight(given[1]))
        else:
            name = sum(self._places.get(char, nowhere)[1] - 1.0 for char in given)
            plain = self._weight(given)
            if len(given) == 1 and given not in self._places and plain < SELDOM_ALONE:
                name += SELDOM_BONUS  # 解 + 缙: hardly ever a word
        return name - plain + PRIOR
