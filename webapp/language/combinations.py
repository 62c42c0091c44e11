"""Decide whether two characters are one word or belong to two, 才能 "talent" or 才 + 能, by the words around them.

The path with the likeliest words (``segmentation.py``) nearly always takes the
longer word. For the headwords in which a sentence often enough wants a border,
``data/combinations.tsv`` has the weights of a logistic regression, made by
``benchmarks/train_combinations.py``; their sum is the log odds of the border. What
stands beside it is then cut anew: 主 + 人才 + 来 becomes 主人 + 才 + 来.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from webapp.language import tables
from webapp.language.overlaps import EDGE, END, NUMERAL, Kinds
from webapp.language.script import is_han
from webapp.language.segmentation import Segmenter
from webapp.language.traits import COMBINED, Traits
from webapp.language.word_graph import CLOSE_CALL, UNKNOWN_WEIGHT, Cut, Rival

RAISED = 0.01
"""A word of the table is so much likelier than its halves, so that it is met at all."""
CAUTION = 0.3
"""The log odds from which there is a border: a word cut in two misleads more than two left together."""
JOINED = 1.0
"""Its second half joins what follows where that is likelier than both apart by this much (log probability)."""
KEPT = 15_000


class Around(NamedTuple):
    """What stands beside a word, the nearer ones in the middle."""

    far: str
    before: str
    after: str
    next: str


def features(word: str, around: Around, kinds: Sequence[str], joins: str) -> Iterator[str]:
    """Yield the features of a word of two characters.

    ``kinds`` are those of the words around it (``overlaps.kind_of``); ``joins`` says beside
    which of them a half of it would be a word too: "L", "R", "LR" or "-".
    """
    first, second = word[0], word[1]
    far, before, after, next_after = around
    far_kind, left, right, next_kind = kinds
    yield word
    yield word + joins
    yield f"{word}<{before}"
    yield f"{word}<{left}"
    yield f"{word}>{after}"
    yield f"{word}>{right}"
    yield f"{word}<<{far_kind}"
    yield f"{word}>>{next_kind}"
    yield f"{word}>>{next_after}"
    yield f"{word}<-{before[-1]}"
    yield f"{word}>-{after[0]}"
    yield f"{first}_<{before}"
    yield f"{first}_<{left}"
    yield f"{first}_>{after}"
    yield f"{first}_>{right}"
    yield f"{first}_>>{next_kind}"
    yield f"_{second}<{before}"
    yield f"_{second}<{left}"
    yield f"_{second}>{after}"
    yield f"_{second}>{right}"
    yield f"{first}_<-{before[-1]}"
    yield f"_{second}>-{after[0]}"
    yield joins
    yield f"{joins}<{left}"
    yield f"{joins}>{right}"
    yield f"<{before}"
    yield f"<{left}"
    yield f">{after}"
    yield f">{right}"


class Combinations:
    """Settles where a border belongs inside a word. ``words`` are those that it is asked about."""

    def __init__(self, weights: Mapping[str, float], words: frozenset[str], tags: Mapping[str, str]) -> None:
        self._weights = weights
        self._words = words
        self._kinds = Kinds(tags, {mark: mark for mark in (EDGE, NUMERAL, END)})
        self._known: dict[tuple[str, Around], float] = {}

    @classmethod
    def load(cls, tags: Mapping[str, str]) -> Combinations:
        """Read the table that ships with the package. ``tags`` are jieba's parts of speech."""
        weights = {feature: float(weight) for feature, weight in tables.rows("combinations.tsv")}
        words = frozenset(feature for feature in weights if len(feature) == 2 and all(map(is_han, feature)))
        return cls(weights, words, tags)

    def raised(self, weights: Mapping[str, float]) -> dict[str, float]:
        """Return the weights of all words, with those of the table no lower than their halves'.

        >>> Combinations({}, frozenset({"都会"}), {}).raised({"都": -5.0, "会": -5.0, "都会": -12.0})["都会"]
        -9.99
        """
        halves = {
            word: sum(weights.get(char, UNKNOWN_WEIGHT) for char in word) + RAISED for word in self._words
        }
        return {
            **weights,
            **{word: max(weight, weights.get(word, weight)) for word, weight in halves.items()},
        }

    def settle(self, cut: Cut, before: str, segmenter: Segmenter) -> Cut:
        """Return the cut of a run with a border inside its words of the table where one belongs.

        ``before`` is what stands in front of the run: ``overlaps.EDGE`` or ``overlaps.NUMERAL``.
        """
        words = [*cut.words]
        rivals = dict(cut.rivals)
        index = 0
        while index < len(words):
            word = words[index]
            if word in self._words:
                odds = self.odds(word, beside(words, index, before), segmenter) - CAUTION
                if odds > 0:
                    index = _part(words, rivals, index, odds, segmenter)
                elif odds > -CLOSE_CALL:
                    rivals.setdefault(index, (1, (word[0], word[1]), -odds))
            index += 1
        return Cut(tuple(words), rivals)

    def odds(self, word: str, around: Around, segmenter: Segmenter) -> float:
        """Return the log odds of a border inside a word."""
        key = (word, around)
        known = self._known.get(key)
        if known is None:
            get = self._weights.get
            known = 0.0
            for feature in self.features(word, around, segmenter):
                known += get(feature, 0.0)
            if len(self._known) < KEPT:  # a hostile text could have any number of them
                self._known[key] = known
        return known

    def features(self, word: str, around: Around, segmenter: Segmenter) -> Iterator[str]:
        """Yield the features of a word."""
        kinds = [self._kinds[each] for each in around]
        return features(word, around, kinds, _joins(word, around, segmenter))

    def mark(self, traits: Traits) -> None:
        """Mark the words of the table."""
        traits.mark(COMBINED, words=self._words)


def beside(words: Sequence[str], index: int, before: str) -> Around:
    """Return the two words before a place of a run and the two after it.

    >>> beside(["他", "马上", "来"], 1, "#")
    Around(far='#', before='他', after='来', next='$')
    """
    last = len(words) - 1
    return Around(
        words[index - 2] if index > 1 else before if index else EDGE,
        words[index - 1] if index else before,
        words[index + 1] if index < last else END,
        words[index + 2] if index + 1 < last else END,
    )


def _joins(word: str, around: Around, known: Segmenter) -> str:
    """Say with which neighbours a half of a word would be a word."""
    before, after = around.before, around.after
    left = before[-1] + word[0] in known and (len(before) == 1 or before[:-1] in known)
    right = word[1] + after in known or (
        word[1] + after[0] in known and (len(after) == 1 or after[1:] in known)
    )
    return ("L" if left else "") + ("R" if right else "") or "-"


def _part(words: list[str], rivals: dict[int, Rival], index: int, odds: float, segmenter: Segmenter) -> int:
    """Part a word, and cut its neighbours anew with its halves. Return the place of the first half's last word."""
    word, first = words[index], max(index - 1, 0)
    left = segmenter.cut("".join(words[first:index]) + word[0]).words
    right = segmenter.cut(word[1] + "".join(words[index + 1 : index + 3])).words
    last = index + 3
    joined = right[0]
    if segmenter.weight(joined) < JOINED + segmenter.weight(word[1]) + segmenter.weight(joined[1:]):
        right, last = (word[1],), index + 1
    own = tuple(words[first:last])
    words[first:last] = left + right
    shift = len(left) + len(right) - len(own)
    for place, rival in [*rivals.items()]:
        if place + rival[0] > first:
            del rivals[place]
            if place >= last:
                rivals[place + shift] = rival
    if odds < CLOSE_CALL:
        rivals[first] = (len(left) + len(right), own, odds)
    return first + len(left) - 1
