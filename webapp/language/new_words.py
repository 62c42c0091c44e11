"""Words that the dictionary is too old for, and those that it has but that would be cut in two.

A table, ``data/new_words.tsv``: names of firms, of teams and services, and words of
the last years. Only what means more than its parts stands there (显眼包, 世预赛), for
anything else is better hovered part by part.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from webapp.language import tables
from webapp.language.script import is_han

WEIGHT = -13.5
"""The log probability of such a word; or, where that is more, ..."""
SURE = 1.0
"""... so much above that of the likeliest cut through it."""
HEADWORD = "="
IMPOSSIBLE = float("-inf")


@dataclass(frozen=True, slots=True)
class NewWord:
    """What is told of a word that the dictionary does not have."""

    is_name: bool
    gloss: str


class NewWords:
    """The table."""

    def __init__(self, words: Mapping[str, NewWord | None]) -> None:
        self._words = words

    @classmethod
    def load(cls) -> NewWords:
        """Read the table that ships with the package."""
        rows = tables.rows("new_words.tsv")
        return cls(
            {word: None if kind == HEADWORD else NewWord(kind == "name", gloss) for word, kind, gloss in rows}
        )

    def get(self, word: str) -> NewWord | None:
        """Return what is told of a word, None where the dictionary has it or it is not in the table."""
        return self._words.get(word)

    def mixed(self) -> frozenset[str]:
        """Return those that hold other than Han characters: A股."""
        return frozenset(word for word in self._words if not all(map(is_han, word)))

    def weighed(self, weights: Mapping[str, float]) -> dict[str, float]:
        """Return the weights of all words, with those of the table.

        >>> NewWords({"内卷": None}).weighed({"内": -6.0, "卷": -7.0})["内卷"]
        -12.0
        """
        return {**weights, **{word: max(WEIGHT, _best_split(word, weights) + SURE) for word in self._words}}


def _best_split(word: str, weights: Mapping[str, float]) -> float:
    best = [0.0]
    for end in range(1, len(word) + 1):
        best.append(max(best[start] + weights.get(word[start:end], IMPOSSIBLE) for start in range(end)))
    return best[-1]
