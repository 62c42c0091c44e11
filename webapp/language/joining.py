"""Join the words of a run that names and doubled words were cut into."""

from __future__ import annotations

import re
from collections.abc import Callable

from webapp.language import names
from webapp.language.cues import Classify
from webapp.language.forms_of_address import FAMILIAR, forms_of_address
from webapp.language.given_names import GivenNames
from webapp.language.reduplication import doubled

_TWICE = re.compile(r"(.)\1|(..)\2|一(.)一\3")  # most runs: nothing is said twice
_CALLING = names.USUALLY_SURNAMES | FAMILIAR.keys() | {"阿", "帝"}  # without one of these nobody is named
Span = tuple[int, int, str]


class Joiner:
    """Knows what belongs together: transliterated names, persons, places, forms of address, doubled words."""

    def __init__(
        self,
        given_names: GivenNames,
        is_word: Callable[[str], bool],
        weight: Callable[[str], float],
        classify: Classify,
    ) -> None:
        self._given_names = given_names
        self._is_word = is_word
        self._weight = weight
        self._classify = classify

    def join(self, words: list[str], run: str) -> tuple[list[str], dict[int, str]]:
        """Return the words of a run, joined; and of which of them, by index, how they are made."""
        spans = [(*span, "foreign") for span in names.foreign_runs(words, self._is_word, self._weight)]
        if not _CALLING.isdisjoint(words):
            spans += _apart(self._named(words), spans)
        if len(set(run)) < len(run) and _TWICE.search(run) is not None:
            spans += _apart(
                [(*span, "doubled") for span in doubled(words, self._is_word, self._classify)], spans
            )
        if not spans:
            return words, {}
        joined: list[str] = []
        kinds: dict[int, str] = {}
        at = 0
        for start, end, kind in sorted(spans):
            joined += words[at:start]
            kinds[len(joined)] = kind
            joined.append("".join(words[start:end]))
            at = end
        return joined + words[at:], kinds

    def _named(self, words: list[str]) -> list[Span]:
        """Return the names of persons, and of the places that are called like them, the longest first."""
        found = [(*span, "place") for span in names.villages(words)]
        found += [
            (*span, "called") for span in forms_of_address(words, self._given_names.score, self._classify)
        ]
        for start, end in names.personal_names(words, self._given_names.score, self._acts):
            is_place = words[end - 1][-1] in names.PLACE_ENDINGS
            found.append((start, end, "place" if is_place else "person"))
        return sorted(found, key=lambda name: name[0] - name[1])

    def _acts(self, word: str) -> bool:
        """Whether a word says what a person does or is."""
        classes = self._classify(word)
        return "verb" in classes and classes.isdisjoint(("noun", "adjective", "measure", "modal"))


def _apart(found: list[Span], taken: list[Span]) -> list[Span]:
    """Return the spans that overlap with none that is taken, nor with an earlier one of their own.

    >>> _apart([(0, 3, "person"), (2, 4, "called")], [(5, 6, "foreign")])
    [(0, 3, 'person')]
    """
    kept: list[Span] = []
    for start, end, kind in found:
        if all(end <= first or start >= last for first, last, _ in (*taken, *kept)):
            kept.append((start, end, kind))
    return kept
