"""The log-linear model of ``train_polyphones.py``: how its weights are learnt, and folded into one table."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from benchmarks.polyphone_examples import NOTHING, Array, Counts, Examples, find, joined
from webapp.language.polyphone_features import FEATURES, TEMPLATES

Integers = npt.NDArray[np.intp]
BATCH = 512
RATE, TRUST_RATE = 0.3, 0.2
AVERAGED = 0.5
"""What is kept is the mean of the weights after each epoch of this last part: steadier than the last."""


class Rows:
    """Examples laid out flat, a row for each reading that an example may have."""

    def __init__(self, examples: Examples) -> None:
        example, label = np.nonzero(examples.real)
        self.counts = examples.real.sum(axis=1)
        self.firsts = np.cumsum(self.counts) - self.counts
        self.example = example
        self.gold = label == examples.gold[example]
        self.pairs = examples.pairs()[example, :, label]
        self.counted = examples.counted[example, :, label]
        self.opinion = examples.opinion[example, label]

    def of(self, examples: Integers) -> tuple[Integers, Integers, Integers]:
        """Return the rows of some examples, the place of each row's example among them, and where each begins."""
        counts = self.counts[examples]
        starts = np.cumsum(counts) - counts
        place = np.repeat(np.arange(len(examples)), counts)
        return np.arange(len(place)) - starts[place] + self.firsts[examples][place], place, starts


class Learner:
    """Trained by AdaGrad (single weights, trust) and Adam (factors)."""

    def __init__(self, marked: Examples, written: Examples, epochs: int, decay: float, bind: float) -> None:
        both = joined([marked, written])
        rows = Rows(both)
        self.pairs = np.unique(np.append(rows.pairs[rows.gold], NOTHING))
        self.weights = np.zeros(len(self.pairs), np.float32)
        self.factors = np.full(both.counted.shape[1], 0.1, np.float32)
        self.chars, char = np.unique(both.chars, return_inverse=True)
        self.general, self.special = np.float32(0.6), np.zeros(len(self.chars), np.float32)
        index = self._index(rows.pairs)
        order = np.random.default_rng(0)
        squares = np.full(len(self.pairs), 0.1, np.float32)
        trust_squares, general_squares = np.ones(len(self.chars), np.float32), 1.0
        mean, spread, step = np.zeros_like(self.factors), np.zeros_like(self.factors), 0
        sums = [np.zeros_like(each) for each in (self.weights, self.factors, self.general, self.special)]
        kept = 0
        for epoch in range(epochs):
            for batch in np.array_split(order.permutation(len(char)), len(char) // BATCH):
                step += 1
                at, place, starts = rows.of(batch)
                own = char[batch]
                trust = (self.general + self.special[own])[place]
                error = self._shares(rows.counted[at], index[at], trust * rows.opinion[at], starts, place)
                error = (error - rows.gold[at]) * both.weight[batch][place]
                # the factors and the general trust: from marked sentences only
                is_marked = batch < len(marked.gold)
                plain = error * is_marked[place]
                slope = _tied(plain @ rows.counted[at] / max(1, is_marked.sum())) + 1e-4 * self.factors
                mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
                adam = mean / (1 - 0.9**step) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-6)
                self.factors -= (0.02 * (1 - epoch / epochs) * adam).astype(np.float32)
                slope = float((plain * rows.opinion[at]).sum())
                general_squares += slope**2
                self.general -= np.float32(0.1 * slope / np.sqrt(general_squares))
                # each character's own trust, and single weights
                slope = np.bincount(own[place], error * rows.opinion[at], len(self.chars))
                slope = (slope + bind * len(batch) / 50 * self.special).astype(np.float32)
                trust_squares += slope**2
                self.special = np.maximum(
                    self.special - TRUST_RATE * slope / np.sqrt(trust_squares), -self.general
                )
                met, where = np.unique(index[at], return_inverse=True)
                slope = np.bincount(where.ravel(), np.repeat(error, index.shape[1]), len(met))
                slope = (slope + decay * len(batch) * self.weights[met]).astype(np.float32)
                slope[met == 0] = 0
                squares[met] += slope**2
                self.weights[met] -= RATE * slope / np.sqrt(squares[met])
            if epoch + 1 > epochs * (1 - AVERAGED):
                kept += 1
                for total, value in zip(
                    sums, (self.weights, self.factors, self.general, self.special), strict=True
                ):
                    total += value
        if kept:
            self.weights, self.factors, self.general, self.special = (total / kept for total in sums)

    def trust(self, char: str) -> float:
        at = int(np.searchsorted(self.chars, char))
        own = self.special[at] if at < len(self.chars) and self.chars[at] == char else 0
        return float(self.general + own)

    def shares(self, examples: Examples) -> Array:
        """Return the probability of each reading; (n, K)."""
        rows = Rows(examples)
        trust = np.array([self.trust(char) for char in examples.chars], np.float32)[rows.example]
        found = self._shares(
            rows.counted, self._index(rows.pairs), trust * rows.opinion, rows.firsts, rows.example
        )
        result = np.zeros(examples.real.shape, np.float32)
        result[examples.real] = found
        return result

    def _index(self, pairs: npt.NDArray[np.uint64]) -> Integers:
        at = np.searchsorted(self.pairs, pairs)
        at[at >= len(self.pairs)] = 0
        at[self.pairs[at] != pairs] = 0
        return at

    def _shares(
        self, counted: Array, index: Integers, opinion: Array, starts: Integers, place: Integers
    ) -> Array:
        """Return the share of each row within its example."""
        scores = counted @ self.factors + self.weights[index].sum(axis=1) + opinion
        shares: Array = np.exp(scores - np.maximum.reduceat(scores, starts)[place])
        return shares / np.add.reduceat(shares, starts)[place]

    def table(
        self, everything: Examples, counts: Sequence[Counts], smallest: float
    ) -> tuple[npt.NDArray[np.uint64], Array]:
        """Fold counts and single weights into one weight a pair; those of all other pairs are 0.

        What a count says against readings it was never seen with is turned into
        the same amount for those it was seen with.
        """
        pairs, sums = [self.pairs[1:]], [self.weights[1:]]
        for number, table in enumerate(counts):
            factor = self.factors[number * FEATURES : (number + 1) * FEATURES]
            for start in range(0, len(everything.gold), 20_000):
                part = everything[np.arange(start, min(start + 20_000, len(everything.gold)))]
                found = part.pairs()
                said = table.log_ratios(part)
                seen = find(table.pairs, table.pair_counts, found) > 0
                unseen = np.where(part.real[:, None] & ~seen, said, -np.inf).max(axis=2, keepdims=True)
                lowest = np.where(part.real[:, None], said, np.inf).min(axis=2, keepdims=True)
                said = (said - np.where(np.isfinite(unseen), unseen, lowest)) * factor[:, None]
                keep = (found != 0) & (seen | (np.arange(FEATURES) == 0)[:, None]) & (said != 0)
                met, first = np.unique(found[keep], return_index=True)
                pairs.append(met)
                sums.append(
                    said[keep][first] + np.float32(1000 * (number + 1))
                )  # marks the source, taken off below
        return _summed(pairs, sums, smallest)


def _tied(slope: Array) -> Array:
    """Move the factors of what stands anywhere near as one: a pair has one weight, wherever it is met."""
    tied = slope.reshape(-1, FEATURES).copy()
    tied[:, len(TEMPLATES) :] = tied[:, len(TEMPLATES) :].mean(axis=1, keepdims=True)
    return tied.ravel()


def _summed(
    pairs: list[npt.NDArray[np.uint64]], sums: list[Array], smallest: float
) -> tuple[npt.NDArray[np.uint64], Array]:
    """Add up weights; a pair counts once for each source, however many examples show it."""
    keys, values = np.concatenate(pairs), np.concatenate(sums)
    source = np.round(values / 1000).astype(np.intp)
    values = values - np.float32(1000) * source
    order = np.lexsort((source, keys))
    keys, values, source = keys[order], values[order], source[order]
    once = np.append(True, (keys[1:] != keys[:-1]) | (source[1:] != source[:-1]))
    keys, values = keys[once], values[once]
    unique, inverse = np.unique(keys, return_inverse=True)
    total = np.bincount(inverse, values, len(unique)).astype(np.float32)
    kept = np.abs(total) >= smallest
    return unique[kept], total[kept]
