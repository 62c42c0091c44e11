"""The graph of the words of a run, and the likeliest path through all of it.

The graph is jieba's: an edge for every word that begins at a character, weighted
by its log probability; the cut is the path with the largest sum (jieba computes
the same in ``Tokenizer.calc``). The runner-up is kept: where it is close, the cut is
open to doubt.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import repeat
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

Pair = tuple[float, str, tuple[int, ...]]
"""Of two characters that begin a word: their own weight, and the third characters and the lengths of longer words."""
Beginning = tuple[float, dict[str, Pair]]
"""Of a character: its own weight, and what it begins with each that may follow it."""
NO_BEGINNING: Beginning = (UNKNOWN_WEIGHT, {})


class WordGraph:
    """Knows which words begin with which characters, and how likely they are."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._beginnings = _beginnings(weights)

    def path(self, run: str) -> Cut:
        """Return the likeliest words of a run of Han characters. Linear in its length; they spell it back."""
        size = len(run)
        if size < 2:
            return Cut((run,) if run else (), NO_RIVALS)
        if size == 2:
            return self._pair(run)
        weights = self._weights
        chars = [*run]
        begun = [*map(self._beginnings.get, chars, repeat(NO_BEGINNING))]
        pairs = [*map(dict.get, [following for _, following in begun], chars[1:]), None]
        best = [0.0] * (size + 1)  # score of the best cut of run[i:]
        after = after_next = 0.0  # the same of what follows the character, and what follows the one after it
        step = [1] * size  # length of its first word
        close: dict[int, tuple[int, float]] = {}  # length of the runner-up's first word, margin
        start = size
        for (weight, _), pair in zip(reversed(begun), reversed(pairs), strict=True):
            start -= 1
            top = weight + after
            if pair is None:
                after, after_next, best[start] = top, after, top
                continue
            first, second, other = 1, IMPOSSIBLE, 1  # the best first word's length, the runner-up
            weight, thirds, longer = pair
            score = weight + after_next
            if score >= top:
                top, first, second = score, 2, top
            elif weight > IMPOSSIBLE:
                second, other = score, 2
            if longer and start + 2 < size and chars[start + 2] in thirds:
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
            after, after_next, best[start], step[start] = top, after, top, first
        words, starts, at = [], [], 0
        while at < size:
            starts.append(at)
            end = at + step[at]
            words.append(run[at:end])
            at = end
        return Cut(tuple(words), self._rivals(run, starts, step, close) if close else NO_RIVALS)

    def _pair(self, run: str) -> Cut:
        """Do the same for two characters: a third of what is looked for between joints, in a third of the time."""
        weight, following = self._beginnings.get(run[0], NO_BEGINNING)
        apart = (run[0], run[1])
        pair = following.get(run[1])
        if pair is None:
            return Cut(apart, NO_RIVALS)
        margin = pair[0] - (weight + self._beginnings.get(run[1], NO_BEGINNING)[0])
        if margin >= 0:
            return Cut((run,), {0: (1, apart, margin)} if margin < CLOSE_CALL else NO_RIVALS)
        return Cut(apart, {0: (2, (run,), -margin)} if -margin < CLOSE_CALL else NO_RIVALS)

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


def _beginnings(weights: Mapping[str, float]) -> dict[str, Beginning]:
    """Return what begins with each character. Two that begin a longer word but are none themselves are impossible."""
    lengths: dict[str, int] = {}  # of the words that begin with two characters, a bit a length
    thirds: dict[str, str] = {}
    for word in weights:
        size = len(word)
        if size > 1:
            pair = word[:2]
            lengths[pair] = lengths.get(pair, 0) | 1 << size
            if size > 2 and word[2] not in thirds.get(pair, ""):
                thirds[pair] = thirds.get(pair, "") + word[2]
    spelled: dict[int, tuple[int, ...]] = {}
    for bits in set(lengths.values()):
        spelled[bits] = tuple(size for size in range(3, bits.bit_length()) if bits >> size & 1)
    found: dict[str, Beginning] = {
        char: (weights.get(char, UNKNOWN_WEIGHT), {}) for char in {word[0] for word in weights if word}
    }
    same = {char: char for char in found}  # one object for each character, and each row of them
    for pair, bits in lengths.items():
        second, third = same.setdefault(pair[1], pair[1]), thirds.get(pair, "")
        found[pair[0]][1][second] = (
            weights.get(pair, IMPOSSIBLE),
            same.setdefault(third, third),
            spelled[bits],
        )
    return found
