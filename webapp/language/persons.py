"""Weigh whether a surname's character and the one or two after it are somebody's name.

A name without a cue is told from words by everything at once: which surname it is,
how usual the given name's characters are, what the same characters are as words,
and the words and marks on both sides. The weights are those of a logistic
regression (one choice for each surname: no name, a short one, a long one),
``data/persons.tsv``, made by ``benchmarks/train_persons.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache

from webapp.language import tables
from webapp.language.given_names import GivenNames
from webapp.language.person_candidates import (
    DOUBLE,
    IMPOSSIBLE,
    Candidate,
    Listing,
    candidates,
    is_calling,
)
from webapp.language.person_features import Coarse, Kinds, around_features, own_features, place_features
from webapp.language.segmentation import Segmenter
from webapp.language.word_classes import CLOSED_CLASS

UNLIKELY = -9.0
"""Characters that are less likely to be a given name than words, by so much, are not weighed."""
CONTEXT = 5.0
"""The most that the words around are taken to add to what a name is worth by itself ..."""
AROUND = 4.0
"""... and to what it is worth against the same characters as words."""
WHOLE = 3.5
"""So sure must it be that a word (宁静) is a name."""
LISTED = 1.0
"""What it counts that jieba lists a name of two characters: those of three are often with what somebody did, 林丹 + 赢."""
LONG_CLOSED, LONG_DOUBLE = -2.0, -1.5
"""What it counts that a long name ends in a function word (黄蓉 + 一), and that its surname is long too (令狐冲 + 爱)."""
KEPT = 100_000


class Persons:
    """Finds the names of persons in the words of a run."""

    def __init__(
        self,
        weights: Mapping[str, float],
        everyday: Collection[str],
        tags: Mapping[str, str],
        names: GivenNames,
        segmenter: Segmenter,
        listing: Callable[[str], Listing],
    ) -> None:
        self._weights = weights
        self._kinds, self._coarse = Kinds(tags, everyday), Coarse(tags)
        self._segmenter = segmenter
        self._listing = listing
        self._of_plain = tuple(weights.get(f"{length} plain", 0.0) for length in (0, 1, 2))
        self._around: dict[tuple[int, str, str], float] = {}
        self._own = Own(weights, self._coarse, names, segmenter)

    @classmethod
    def load(
        cls,
        tags: Mapping[str, str],
        names: GivenNames,
        segmenter: Segmenter,
        is_headword: Callable[[str], bool],
    ) -> Persons:
        """Read the table that ships with the package."""

        @cache
        def listing(word: str) -> Listing:
            if not tags.get(word, "").startswith("nr"):
                return Listing.WORD
            return Listing.HEADWORD if is_headword(word) else Listing.NAME

        weights, everyday = {}, []
        for feature, weight in tables.rows("persons.tsv"):
            if weight == "everyday":
                everyday.append(feature)
            else:
                weights[feature] = float(weight)
        return cls(weights, everyday, tags, names, segmenter, listing)

    def find(
        self,
        words: Sequence[str],
        run: str,
        around: tuple[str, str],
        taken: Sequence[tuple[int, int]] = (),
    ) -> list[Candidate]:
        """Return the names in a run, none overlapping another, from left to right.

        ``around`` are the characters around the run, "" at the ends of a sentence;
        ``taken`` the ranges of words that are something else.
        """
        likely = [
            (odds, each)
            for each in candidates(words, run, around, self._segmenter, self._own, self._listing)
            if (odds := self._odds(each, words)) > (WHOLE if each.shape == "2" else 0.0)
        ]
        if not likely:
            return []
        found: list[Candidate] = []
        spans = [*taken]
        for _, each in sorted(likely, key=lambda one: -one[0]):
            if all(each.last <= first or each.first >= last for first, last in spans):
                found.append(each)
                spans.append((each.first, each.last))
        return sorted(found)

    def _odds(self, each: Candidate, words: Sequence[str]) -> float:
        get = self._weights.get
        name = each.surname + each.given
        odds = self._own[name] + self._of_plain[len(each.given)] * each.plain
        if odds < -AROUND:
            return odds
        around = (len(each.given), each.before, each.after)
        known = self._around.get(around)
        if known is None:
            known = sum(get(name, 0.0) for name in around_features(*around, self._kinds, self._coarse))
            if len(self._around) < KEPT:
                self._around[around] = known
        odds += known
        for feature in place_features(each, self._kinds, self._coarse):
            odds += get(feature, 0.0)
        is_listed = len(name) == 2 and words[each.first] == name and self._listing(name) is Listing.NAME
        return odds + LISTED * is_listed


class Own(dict[str, float]):
    """What each name is worth by itself, found when first asked for; minus infinity where it is surely none."""

    def __init__(
        self, weights: Mapping[str, float], coarse: Mapping[str, str], names: GivenNames, segmenter: Segmenter
    ) -> None:
        super().__init__()
        self._weights = weights
        self._coarse = coarse
        self._names = names
        self._segmenter = segmenter

    def __missing__(self, name: str) -> float:
        length = 2 if name[:2] in DOUBLE else 1
        own = self._weigh(name[:length], name[length:])
        if len(self) >= KEPT:  # a hostile text could have any number of them
            self.clear()
        self[name] = own
        return own

    def _weigh(self, surname: str, given: str) -> float:
        likelihood = self._names.likelihood(given)
        singles = sum(map(self._segmenter.weight, given))
        if likelihood - singles < UNLIKELY or is_calling(surname, given, self._segmenter.__contains__):
            return IMPOSSIBLE
        get = self._weights.get
        length = len(given)
        own = LONG_CLOSED * (length == 2 and given[1] in CLOSED_CLASS) + LONG_DOUBLE * (
            length == len(surname) == 2
        )
        own += sum(get(name, 0.0) for name in own_features(surname, given, self._coarse, self._names))
        own += get(f"{length} given", 0.0) * likelihood + get(f"{length} last", 0.0) * self._names.last(given)
        plain = get(f"{length} plain", 0.0) * (singles + self._segmenter.weight(surname))
        return own if own + plain + CONTEXT > 0 else IMPOSSIBLE
