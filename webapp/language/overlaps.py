"""Decide between two cuts that overlap, 从前 + 门 or 从 + 前门, by the words around them.

The path with the likeliest words (``segmentation.py``) knows nothing of
neighbours. Where its runner-up overlaps with it, both are weighed again: by the
kinds of the words that stand side by side in them, by the words themselves, and
by how much likelier the path's words are. The weights are those of a logistic
regression, ``data/overlaps.tsv``, made by ``benchmarks/train_overlaps.py``; their
sum is the log odds of the runner-up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from webapp.language import tables
from webapp.language.word_graph import CLOSE_CALL, Cut, Rival

EDGE, NUMERAL = "^", "#"
"""What stands before a run of Han: a mark or nothing, or a number in figures."""
END = "$"
DISTANCE = "distance"
"""The weight of the difference in log probability; the other rows are features."""
KEPT = 15_000
_NAME_KINDS = ("nr", "ns", "nt", "nz", "vn")


def kind_of(word: str, tag: str) -> str:
    """Return what a rare word counts as: jieba's tag and the word's length.

    >>> kind_of("大桥", "n"), kind_of("长江", "ns"), kind_of("从前门", "")
    ('n2', 'ns2', '?3')
    """
    tag = tag.partition("+")[0]
    return f"{tag[:2] if tag[:2] in _NAME_KINDS else tag[:1] or '?'}{min(len(word), 3)}"


def features(before: str, words: Sequence[str], after: str, kinds: Mapping[str, str]) -> Iterator[str]:
    """Yield the features of one cut: pairs of kinds, each word, and each word with its neighbours' kinds.

    ``kinds`` has the kind of every word in it; that of an everyday word is the word itself.

    >>> list(features("^", ["从", "前门"], "进", {"^": "^", "从": "从", "前门": "n2", "进": "进"}))
    ['^ 从', '从 n2', 'n2 进', '从', '前门', '从 前门', '前门 进']
    """
    row = [before, *words, after]
    marks = [kinds[word] for word in row]
    for place in range(len(row) - 1):
        yield f"{marks[place]} {marks[place + 1]}"
    for place in range(1, len(row) - 1):
        word = row[place]
        yield word
        if marks[place] != word:
            yield f"{marks[place - 1]} {word}"
            yield f"{word} {marks[place + 1]}"


class Overlaps:
    """Settles the overlaps of a cut. ``tags`` are jieba's parts of speech."""

    def __init__(
        self, weights: Mapping[str, float], everyday: Sequence[str], tags: Mapping[str, str]
    ) -> None:
        self._weights = weights
        self._distance = weights[DISTANCE]
        self._kinds = Kinds(tags, {word: word for word in (*everyday, EDGE, NUMERAL, END)})
        self._known: dict[tuple[str, tuple[str, ...], tuple[str, ...], str], float] = {}

    @classmethod
    def load(cls, tags: Mapping[str, str]) -> Overlaps:
        """Read the table that ships with the package."""
        weights, everyday = {}, []
        for feature, weight in tables.rows("overlaps.tsv"):
            if weight == "everyday":
                everyday.append(feature)
            else:
                weights[feature] = float(weight)
        return cls(weights, everyday, tags)

    def settle(self, cut: Cut, before: str) -> Cut:
        """Return the cut of a run with each overlap cut in the likelier way.

        ``before`` is what stands in front of the run: ``EDGE`` or ``NUMERAL``.
        """
        words = list(cut.words)
        rivals: dict[int, Rival] = {}
        shift, settled = 0, 0  # by how much places have moved, up to where all is decided
        for place, (count, other, margin) in cut.rivals.items():
            if place < settled:
                continue
            index = place + shift
            if count == 1 or len(other) == 1:
                rivals[index] = (count, other, margin)
                continue
            own = tuple(words[index : index + count])
            after = words[index + count] if index + count < len(words) else END
            odds = self._odds(words[index - 1] if index else before, own, other, after)
            odds -= self._distance * margin
            settled = place + count
            if odds > 0:
                words[index : index + count] = other
                own, other = other, own
                shift += len(own) - count
            if abs(odds) < CLOSE_CALL:
                rivals[index] = (len(own), other, abs(odds))
        return Cut(tuple(words), rivals)

    def _odds(self, before: str, own: tuple[str, ...], other: tuple[str, ...], after: str) -> float:
        key = (before, own, other, after)
        known = self._known.get(key)
        if known is None:
            known = sum(self._weigh(before, other, after)) - sum(self._weigh(before, own, after))
            if len(self._known) < KEPT:  # a hostile text could have any number of them
                self._known[key] = known
        return known

    def _weigh(self, before: str, words: Sequence[str], after: str) -> Iterator[float]:
        get = self._weights.get
        for feature in features(before, words, after, self._kinds):
            yield get(feature, 0.0)


class Kinds(dict[str, str]):
    """The kind of each word, found when first asked for."""

    def __init__(self, tags: Mapping[str, str], known: Mapping[str, str]) -> None:
        super().__init__(known)
        self._tags = tags

    def __missing__(self, word: str) -> str:
        return kind_of(word, self._tags.get(word, ""))
