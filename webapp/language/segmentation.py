"""Cut a run of Han characters into words, by the likeliest path through all of it.

The graph is jieba's: an edge for every word that begins at a character, weighted
by its log probability; the cut is the path with the largest sum (jieba computes
the same in ``Tokenizer.calc``). What differs is which words there are
(``word_weights.py``), and that the runner-up is kept: where it is close, the
cut is open to doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import repeat
from operator import add
from typing import NamedTuple

IMPOSSIBLE = float("-inf")
"""The weight of what is no word."""
UNKNOWN_WEIGHT = -18.5
"""A character that no word list has: a little less likely than the rarest word."""
CLOSE_CALL = 1.5
"""A runner-up within this log-probability of the best cut is worth showing."""
CONTESTED = 5.0
"""The same where the two cuts overlap (从前 + 门, 从 + 前门): so far is it worth asking the words around (``overlaps.py``)."""


Rival = tuple[int, tuple[str, ...], float]
"""How many words could be cut otherwise, the other words, and by how much they are less likely."""


class Cut(NamedTuple):
    """The words of a run, and where another cut is nearly as likely.

    ``rivals`` maps the index of a word to the other cut of the words from there on.
    """

    words: tuple[str, ...]
    rivals: Mapping[int, Rival]


NO_RIVALS: Mapping[int, Rival] = {}


class Segmenter:
    """Cuts by a fixed list of weighted words. Read-only, so it can be shared.

    >>> words = {"研究": -9.0, "研究生": -10.5, "生命": -9.4, "命": -10.0, "生": -9.0, "起源": -10.8}
    >>> Segmenter(words).cut("研究生命起源").words
    ('研究', '生命', '起源')
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._begun = _begun(weights)

    def __contains__(self, word: str) -> bool:
        return word in self._weights

    def __iter__(self) -> Iterator[str]:
        return iter(self._weights)

    def weight(self, word: str) -> float:
        """Return the log probability of a word, or that of an unknown character for each."""
        known = self._weights.get(word)
        return UNKNOWN_WEIGHT * len(word) if known is None else known

    def cut(self, run: str) -> Cut:
        """Cut a run of Han characters. Linear in its length; the words spell it back."""
        size = len(run)
        weights = self._weights
        singles = [*map(weights.get, run, repeat(UNKNOWN_WEIGHT))]
        if size == 1:
            return Cut((run,), NO_RIVALS)
        pairs = [*map(self._begun.get, map(add, run, run[1:])), None]
        best = [0.0] * (size + 1)  # score of the best cut of run[i:]
        step = [1] * size  # length of its first word
        close: dict[int, tuple[int, float]] = {}  # length of the runner-up's first word, margin
        for start in range(size - 1, -1, -1):
            top = singles[start] + best[start + 1]
            begun = pairs[start]
            if begun is None:
                best[start] = top
                continue
            first, second, other = 1, IMPOSSIBLE, 1  # the best first word's length, the runner-up
            weight, longer = begun
            score = weight + best[start + 2]
            if score >= top:
                top, first, second = score, 2, top
            elif weight > IMPOSSIBLE:
                second, other = score, 2
            for length in longer:
                if start + length > size:
                    break
                weight = weights.get(run[start : start + length], IMPOSSIBLE)
                if weight > IMPOSSIBLE:
                    score = weight + best[start + length]
                    if score >= top:
                        top, first, second, other = score, length, top, first
                    elif score > second:
                        second, other = score, length
            if top - second < CONTESTED:
                low, high = (
                    (start + first, start + other) if first < other else (start + other, start + first)
                )
                if top - second < CLOSE_CALL or low + step[low] != high:  # else one word or its two halves
                    close[start] = (other, top - second)
            best[start], step[start] = top, first
        words, starts, at = [], [], 0
        while at < size:
            starts.append(at)
            words.append(run[at : at + step[at]])
            at += step[at]
        return Cut(tuple(words), self._rivals(run, starts, step, close) if close else NO_RIVALS)

    def split(self, word: str) -> tuple[str, ...]:
        """Cut a word into shorter ones, as if the list did not have it.

        >>> Segmenter({"银行": -9.0, "行长": -10.0, "银行行长": -5.0}).split("银行行长")
        ('银行', '行长')
        """
        best: list[tuple[float, int]] = [(0.0, 0)]
        for end in range(1, len(word) + 1):
            best.append(
                max(
                    (best[start][0] + self.weight(word[start:end]), start)
                    for start in range(end)
                    if end - start == 1 or (end - start < len(word) and word[start:end] in self._weights)
                )
            )
        words, end = [], len(word)
        while end:
            start = best[end][1]
            words.append(word[start:end])
            end = start
        return tuple(reversed(words))

    @staticmethod
    def _rivals(
        run: str, starts: list[int], step: list[int], close: Mapping[int, tuple[int, float]]
    ) -> Mapping[int, Rival]:
        """Follow each close runner-up until it meets the chosen cut again."""
        if close.keys().isdisjoint(starts):
            return NO_RIVALS
        place = {start: index for index, start in enumerate(starts)}
        place[len(run)] = len(starts)
        rivals = {}
        for index, start in enumerate(starts):
            if start not in close:
                continue
            length, margin = close[start]
            at, end = start + length, start + step[start]
            other = [run[start:at]]
            while at not in place or at < end:
                other.append(run[at : at + step[at]])
                at += step[at]
            count = place[at] - index
            if margin < CLOSE_CALL or (count > 1 and len(other) > 1):
                rivals[index] = (count, tuple(other), margin)
        return rivals


def _begun(weights: Mapping[str, float]) -> dict[str, tuple[float, tuple[int, ...]]]:
    """Return, for each two characters that begin a word, their own weight and the lengths of longer words.

    One look-up a character tells what may begin there; two characters that are
    no word themselves are impossible.
    """
    lengths: dict[str, int] = {}  # a bit a length
    for word in weights:
        size = len(word)
        if size > 1:
            pair = word[:2]
            lengths[pair] = lengths.get(pair, 0) | 1 << size
    spelled: dict[int, tuple[int, ...]] = {}
    for bits in set(lengths.values()):
        spelled[bits] = tuple(size for size in range(3, bits.bit_length()) if bits >> size & 1)
    return {pair: (weights.get(pair, IMPOSSIBLE), spelled[bits]) for pair, bits in lengths.items()}
