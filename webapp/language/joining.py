"""Join the words of a run that names and doubled words were cut into."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from operator import add
from types import MappingProxyType

from webapp.language import names, transliterations
from webapp.language.cues import Classify
from webapp.language.forms_of_address import FAMILIAR, forms_of_address
from webapp.language.given_names import GivenNames
from webapp.language.japanese_names import SURNAME_FIRSTS, SURNAME_STARTS, japanese_names
from webapp.language.person_candidates import FIRSTS, with_names
from webapp.language.persons import Persons
from webapp.language.reduplication import doubled, qualities

_TWICE = re.compile(r"(.)\1|(..)\2|一(.)一\3")  # most runs: nothing is said twice
_CALLING = names.USUALLY_SURNAMES | FAMILIAR.keys() | {"阿", "帝"}  # without one of these nobody is named
Span = tuple[int, int, str]
NOT_JOINED: Mapping[int, str] = MappingProxyType({})


class Joiner:
    """Knows what belongs together: transliterated names, persons, places, forms of address, doubled words."""

    def __init__(
        self,
        given_names: GivenNames,
        persons: Persons,
        is_word: Callable[[str], bool],
        weight: Callable[[str], float],
        classify: Classify,
    ) -> None:
        self._given_names = given_names
        self._persons = persons
        self._is_word = is_word
        self._weight = weight
        self._classify = classify

    def join(
        self, words: list[str], run: str, chars: frozenset[str], before: str = "", after: str = ""
    ) -> tuple[list[str], Mapping[int, str]]:
        """Return the words of a run, joined; and of which of them, by index, how they are made.

        ``chars`` are the characters of the run: most runs have none that begins anything;
        ``before`` and ``after`` the characters around it, "" at the ends of a sentence.
        """
        spans = self._from_abroad(words, run, chars)
        if not FIRSTS.isdisjoint(chars):
            taken = [(start, end) for start, end, _ in spans if len("".join(words[start:end])) > 2]
            found = self._persons.find(words, run, (before, after), taken)
            if found:
                words, people = with_names(words, found)
                named = [(index, index + 1, _kind(words[index])) for index in people]
                spans = named + _apart(self._from_abroad(words, run, chars), named) if spans else named
        if not _CALLING.isdisjoint(words):
            spans += _apart(self._called(words), spans)
        if len(chars) < len(run) and _TWICE.search(run) is not None:
            said_twice = [(*span, "vivid") for span in qualities(words, self._classify)]
            said_twice += [(*span, "doubled") for span in doubled(words, self._is_word, self._classify)]
            spans += _apart(said_twice, spans)
        if not spans:
            return words, NOT_JOINED
        joined: list[str] = []
        kinds: dict[int, str] = {}
        at = 0
        for start, end, kind in sorted(spans):
            joined += words[at:start]
            kinds[len(joined)] = kind
            joined.append("".join(words[start:end]))
            at = end
        return joined + words[at:], kinds

    def _from_abroad(self, words: list[str], run: str, chars: frozenset[str]) -> list[Span]:
        """Return the transliterated and the Japanese names."""
        spans: list[Span] = []
        if not transliterations.SURELY_TRANSLITERATING.isdisjoint(words):
            spans += [
                (*span, "foreign")
                for span in transliterations.foreign_runs(words, self._classify, self._weight, self._is_word)
            ]
        if not SURNAME_FIRSTS.isdisjoint(chars) and not SURNAME_STARTS.isdisjoint(map(add, run, run[1:])):
            japanese = [(*span, "japanese") for span in japanese_names(words, run)]
            spans = japanese + _apart(spans, japanese)
        return spans

    def _called(self, words: list[str]) -> list[Span]:
        """Return how people call each other, and the villages called after a family, the longest first."""
        found = [(*span, "place") for span in names.villages(words, self._given_names.score)]
        found += [
            (*span, "called") for span in forms_of_address(words, self._given_names.score, self._classify)
        ]
        return sorted(found, key=lambda name: name[0] - name[1])


def _kind(name: str) -> str:
    return "place" if name[-1] in names.PLACE_ENDINGS else "person"


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
