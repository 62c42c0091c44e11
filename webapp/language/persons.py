"""Weigh whether a surname's character and the one or two after it are somebody's name.

A name without a cue is told from words by everything at once: which surname it is,
how usual the given name's characters are, what the same characters are as words,
and the words and marks on both sides. The weights are those of a logistic
regression (one choice for each surname: no name, a short one, a long one),
``data/persons.tsv``, made by ``benchmarks/train_persons.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from operator import itemgetter

from webapp.language import tables
from webapp.language.given_names import GivenNames
from webapp.language.person_candidates import (
    FIRSTS,
    Candidate,
    Listing,
    candidates,
    is_calling,
)
from webapp.language.person_doubts import AND, BESIDE, NAMED, beside, is_none, is_said
from webapp.language.person_features import Coarse, Kinds, after_features, before_features, place_features
from webapp.language.person_worth import Worth
from webapp.language.segmentation import Segmenter

AROUND = 4.0
"""The most that the words around are taken to add to what a name is worth against the same characters as words."""
WHOLE = 3.5
"""So sure must it be that a word (宁静) is a name."""
LISTED = 1.0
"""What it counts that jieba lists a name of two characters: those of three are often with what somebody did, 林丹 + 赢."""
KEPT = 15_000
_FIRST = itemgetter(0)  # character of a word


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
        self._plain_counts = (0.0, weights.get("1 plain", 0.0), weights.get("2 plain", 0.0))
        self._worth = Worth(weights, self._coarse, names, segmenter).of
        self._before: dict[tuple[int, str], float] = {}
        self._after: dict[tuple[int, str], float] = {}

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
        if FIRSTS.isdisjoint(map(_FIRST, words)):
            return []  # most runs
        weighed = [
            (odds - (WHOLE if each.shape == "2" else 0.0) + is_said(each, self._coarse[each.before]), each)
            for each in candidates(
                words, run, around, self._segmenter, self._worth, self._listing, self._plain_counts, -AROUND
            )
            if (odds := self._odds(each, words)) > -NAMED
            and not is_calling(each.surname, each.given, self._segmenter.__contains__)
            and not is_none(each, self._coarse[each.before])
        ]
        if not weighed:
            return []
        likely = [(odds, each) for odds, each in weighed if odds > 0.0]
        if len(weighed) > len(likely) and not AND.isdisjoint(words):
            sure = {at for _, each in likely for at in (each.first, each.last - 1)}

            def is_name(at: int) -> bool:
                return at in sure or self._listing(words[at]) is not Listing.WORD

            likely += [
                (odds + BESIDE, each)
                for odds, each in weighed
                if -BESIDE < odds <= 0.0 and beside(each, words, is_name)
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
        length, before, after = len(each.given), each.before, each.after
        odds = each.odds + get(f"{self._coarse[before]} {self._coarse[after]}", 0.0)
        known = self._before.get((length, before))
        if known is None:
            features = before_features(length, before, self._kinds, self._coarse)
            known = self._keep(self._before, (length, before), features)
        odds += known
        known = self._after.get((length, after))
        if known is None:
            known = self._keep(self._after, (length, after), after_features(length, after, self._kinds))
        odds += known
        for feature in place_features(each, self._kinds, self._coarse):
            odds += get(feature, 0.0)
        word = words[each.first]
        is_whole = length == 1 and len(word) == 2 and len(each.surname) == 1
        return odds + LISTED if is_whole and self._listing(word) is Listing.NAME else odds

    def _keep(
        self, kept: dict[tuple[int, str], float], place: tuple[int, str], features: Iterable[str]
    ) -> float:
        total = sum(self._weights.get(feature, 0.0) for feature in features)
        if len(kept) < KEPT:  # a hostile text could have any number of them
            kept[place] = total
        return total
