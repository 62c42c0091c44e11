"""Words that the dictionary is too old for, and those that it has but that would be cut in two.

A table, ``data/new_words.tsv``: names of firms, of teams and services, people and places
of well-known books, and words of the last years. Only what means more than its parts
stands there (显眼包, 世预赛), for anything else is better hovered part by part. It also
says what words mean that jieba has and the dictionary has not (流经), and which of them,
and of the headwords, are two words side by side (喝水, 家的).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from webapp.language import tables
from webapp.language.script import is_han

WEIGHT = -13.5
"""The log probability of such a word; or, where that is more, ..."""
SURE = 1.0
"""... so much above that of the likeliest cut through it."""
HEADWORD = "="
GLOSSED = "gloss"
"""The kind of a word that is cut as it would be without the table, which says only what it means."""
APART = "-"
"""The kind of what is no word when a text is cut."""
IMPOSSIBLE = float("-inf")


@dataclass(frozen=True, slots=True)
class NewWord:
    """What is told of a word that the dictionary does not have."""

    is_name: bool
    gloss: str


class NewWords:
    """The table."""

    def __init__(
        self,
        words: Mapping[str, NewWord | None],
        glossed: Mapping[str, NewWord] | None = None,
        apart: Collection[str] = (),
    ) -> None:
        self._words = words
        self._told = {**words, **(glossed or {})}
        self._apart = frozenset(apart)

    @classmethod
    def load(cls) -> NewWords:
        """Read the table that ships with the package."""
        words: dict[str, NewWord | None] = {}
        glossed: dict[str, NewWord] = {}
        apart: list[str] = []
        for word, kind, gloss in tables.rows("new_words.tsv"):
            if kind == APART:
                apart.append(word)
            elif kind == GLOSSED:
                glossed[word] = NewWord(False, gloss)
            else:
                words[word] = None if kind == HEADWORD else NewWord(kind == "name", gloss)
        return cls(words, glossed, apart)

    def get(self, word: str) -> NewWord | None:
        """Return what is told of a word, None where the dictionary has it or it is not in the table."""
        return self._told.get(word)

    def mixed(self) -> frozenset[str]:
        """Return those that hold other than Han characters: A股."""
        return frozenset(word for word in self._words if not all(map(is_han, word)))

    def weighed(self, weights: Mapping[str, float]) -> dict[str, float]:
        """Return the weights of all words, with those of the table.

        >>> NewWords({"内卷": None}).weighed({"内": -6.0, "卷": -7.0})["内卷"]
        -12.0
        """
        known = {word: weight for word, weight in weights.items() if word not in self._apart}
        return {**known, **{word: max(WEIGHT, _best_split(word, known) + SURE) for word in self._words}}


def _best_split(word: str, weights: Mapping[str, float]) -> float:
    best = [0.0]
    for end in range(1, len(word) + 1):
        best.append(max(best[start] + weights.get(word[start:end], IMPOSSIBLE) for start in range(end)))
    return best[-1]
