"""Join the words of a run that names and doubled words were cut into."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from webapp.language import names, transliterations
from webapp.language.cues import Classify
from webapp.language.forms_of_address import COMMON_SURNAMES, FAMILIAR, PET_NAMES, forms_of_address
from webapp.language.given_names import GivenNames
from webapp.language.japanese_names import SURNAME_STARTS, japanese_names
from webapp.language.person_candidates import FIRSTS, with_names
from webapp.language.persons import Persons
from webapp.language.reduplication import doubled, qualities
from webapp.language.traits import ABROAD, CALLING, SURNAME, Traits

_TWICE = re.compile(r"(.)\1|(..)\2|一(.)一\3")  # most runs: nothing is said twice
_JAPANESE = re.compile("|".join(sorted(SURNAME_STARTS)))
_CALLING = (
    names.USUALLY_SURNAMES | FAMILIAR.keys() | PET_NAMES | {"阿", "帝"}
)  # without one of these nobody is named
_USUAL = frozenset("思雨嘉欣佳芳茹荣根海华杰英琳兴立强林平金香玉雪梅明永福宁彦廷")
"""Characters that transliterations share with everyday Chinese given names."""
ERHUA = "erhua"
"""The kind of a noun spoken with an r at its end, which no dictionary has so."""
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

    @staticmethod
    def mark(traits: Traits) -> None:
        """Mark the words without which there is nothing to join."""
        traits.mark(ABROAD, words=transliterations.SURELY_TRANSLITERATING)
        traits.mark(SURNAME, firsts=FIRSTS)
        traits.mark(CALLING, words=_CALLING)

    def join(
        self, words: list[str], run: str, chars: frozenset[str], has: int, before: str = "", after: str = ""
    ) -> tuple[list[str], Mapping[int, str]]:
        """Return the words of a run, joined; and of which of them, by index, how they are made.

        ``chars`` are the characters of the run and ``has`` the traits of its words: most runs have none that
        begins anything; ``before`` and ``after`` the characters around it, "" at the ends of a sentence.
        """
        spans: list[Span] = []
        is_japanese = _JAPANESE.search(run) is not None
        if is_japanese or has & ABROAD:
            spans = self._from_abroad(words, run, is_japanese)
        if has & SURNAME:
            taken = [
                (start, end) for start, end, _ in spans if not _may_be_chinese("".join(words[start:end]))
            ]
            found = self._persons.find(words, run, (before, after), taken)
            if found:
                words, people = with_names(words, found)
                has |= CALLING  # perhaps: it is looked for anew
                if any(each.rest for each in found):  # 李明 + 和 + 王芳, which was 李 + 明和 + 王 + 芳
                    words, people = self._named_again(words, people, run, (before, after))
                named = [(index, index + 1, _kind(words[index])) for index in people]
                spans = named + _apart(self._from_abroad(words, run, is_japanese), named) if spans else named
        if has & CALLING and not _CALLING.isdisjoint(words):
            spans += _apart(self._called(words), spans)
        if "儿" in chars and "儿" in words:
            spans += _apart([(*span, ERHUA) for span in erhua_nouns(words, self._classify)], spans)
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

    def _from_abroad(self, words: list[str], run: str, is_japanese: bool) -> list[Span]:
        """Return the transliterated and the Japanese names; ``is_japanese``: a surname of theirs may stand in the run."""
        spans: list[Span] = []
        if not transliterations.SURELY_TRANSLITERATING.isdisjoint(words):
            spans += [
                (*span, "foreign")
                for span in transliterations.foreign_runs(words, self._classify, self._weight, self._is_word)
            ]
        if is_japanese:
            japanese = [(*span, "japanese") for span in japanese_names(words, run)]
            spans = japanese + _apart(spans, japanese)
        return spans

    def _named_again(
        self, words: list[str], people: list[int], run: str, around: tuple[str, str]
    ) -> tuple[list[str], list[int]]:
        """Look for names once more where one bit into a word: what was left of it is cut anew."""
        found = self._persons.find(words, run, around, [(index, index + 1) for index in people])
        if not found:
            return words, people
        moved = [
            index - sum(each.last - each.first - 1 - len(each.rest) for each in found if each.last <= index)
            for index in people
        ]
        words, more = with_names(words, found)
        return words, sorted(moved + more)

    def _called(self, words: list[str]) -> list[Span]:
        """Return how people call each other, and the villages called after a family, the longest first."""
        found = [(*span, "place") for span in names.villages(words, self._given_names.score)]
        found += [
            (*span, "called") for span in forms_of_address(words, self._given_names.score, self._classify)
        ]
        return sorted(found, key=lambda name: name[0] - name[1])


def _may_be_chinese(name: str) -> bool:
    """Whether what looks transliterated may be a Chinese name as well: 谢思雨, not 夏洛莱."""
    return len(name) == 2 or (len(name) == 3 and name[0] in COMMON_SURNAMES and _USUAL.issuperset(name[1:]))


def erhua_nouns(words: Sequence[str], classify: Classify) -> list[tuple[int, int]]:
    """Return the ranges of nouns of two characters or more with 儿 after them: 大院 + 儿.

    >>> erhua_nouns(["一", "个", "大院", "儿", "的"], lambda word: frozenset(("noun",) if word == "大院" else ()))
    [(2, 4)]
    """
    return [
        (index - 1, index + 1)
        for index in range(1, len(words))
        if words[index] == "儿"
        and len(words[index - 1]) > 1
        and ("noun" in (classes := classify(words[index - 1])) or not classes)
        and classes.isdisjoint(("person", "name", "place", "time", "title"))
    ]


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
