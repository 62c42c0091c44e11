"""The log-linear model of ``train_polyphones.py``: how its weights are learnt, and folded into one table."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from benchmarks.polyphone_examples import NOTHING, Array, Counts, Examples, find, joined
from webapp.language.polyphone_features import TEMPLATES


class Learner:
    """The log-linear model, trained by AdaGrad (single weights, trust) and Adam (factors)."""

    def __init__(
        self,
        marked: Examples,
        written: Examples,
        epochs: int,
        decay: float,
        bind: float,
        rate: float = 0.3,
    ) -> None:
        both = joined([marked, written])
        pairs = both.pairs()
        gold = np.take_along_axis(pairs, both.gold[:, None, None], axis=2)
        self.pairs = np.unique(np.append(gold, NOTHING))
        self.weights = np.zeros(len(self.pairs), np.float32)
        self.factors = np.full(both.counted.shape[1], 0.1, np.float32)
        self.chars, char = np.unique(both.chars, return_inverse=True)
        self.general, self.special = np.float32(0.6), np.zeros(len(self.chars), np.float32)
        index = self._index(pairs)
        order = np.random.default_rng(0)
        squares, trust_squares, general_squares = (
            np.full(len(self.pairs), 0.1, np.float32),
            np.ones(len(self.chars), np.float32),
            1.0,
        )
        mean, spread, step = np.zeros_like(self.factors), np.zeros_like(self.factors), 0
        for epoch in range(epochs):
            for rows in np.array_split(order.permutation(len(char)), len(char) // 512):
                step += 1
                batch, places = both[rows], index[rows]
                error = self._shares(batch, places, char[rows])
                error[np.arange(len(rows)), batch.gold] -= 1
                error *= batch.weight[:, None]
                # the factors and the general trust: from marked sentences only
                plain = error * (rows < len(marked.gold))[:, None]
                slope = (
                    np.einsum("nk,nfk->f", plain, batch.counted) / max(1, (rows < len(marked.gold)).sum())
                    + 1e-4 * self.factors
                )
                mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
                adam = mean / (1 - 0.9**step) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-6)
                self.factors -= (0.02 * (1 - epoch / epochs) * adam).astype(np.float32)
                slope = float((plain * batch.opinion).sum())
                general_squares += slope**2
                self.general -= np.float32(0.1 * slope / np.sqrt(general_squares))
                # each character's own trust, and single weights
                slope = np.bincount(char[rows], (error * batch.opinion).sum(axis=1), len(self.chars))
                slope = (slope + bind * len(rows) / 50 * self.special).astype(np.float32)
                trust_squares += slope**2
                self.special = np.maximum(self.special - 0.2 * slope / np.sqrt(trust_squares), -self.general)
                met, where = np.unique(places, return_inverse=True)
                spread_error = np.broadcast_to(error[:, None], places.shape).ravel()
                slope = (
                    np.bincount(where.ravel(), spread_error, len(met)) + decay * len(rows) * self.weights[met]
                ).astype(np.float32)
                slope[met == 0] = 0
                squares[met] += slope**2
                self.weights[met] -= rate * slope / np.sqrt(squares[met])

    def trust(self, char: str) -> float:
        at = int(np.searchsorted(self.chars, char))
        own = self.special[at] if at < len(self.chars) and self.chars[at] == char else 0
        return float(self.general + own)

    def shares(self, examples: Examples) -> Array:
        at = np.minimum(np.searchsorted(self.chars, examples.chars), len(self.chars) - 1)
        char = np.where(self.chars[at] == examples.chars, at, -1)
        return self._shares(examples, self._index(examples.pairs()), char)

    def _index(self, pairs: npt.NDArray[np.uint64]) -> npt.NDArray[np.intp]:
        at = np.searchsorted(self.pairs, pairs)
        at[at >= len(self.pairs)] = 0
        at[self.pairs[at] != pairs] = 0
        return at

    def _shares(self, examples: Examples, index: npt.NDArray[np.intp], char: npt.NDArray[np.intp]) -> Array:
        trust = self.general + np.where(char >= 0, self.special[char], 0)
        scores = np.einsum("nfk,f->nk", examples.counted, self.factors) + self.weights[index].sum(axis=1)
        scores += trust[:, None].astype(np.float32) * examples.opinion
        scores = np.where(examples.real, scores, -np.inf)
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        return shares / shares.sum(axis=1, keepdims=True)

    def table(
        self, everything: Examples, counts: Sequence[Counts], smallest: float
    ) -> tuple[npt.NDArray[np.uint64], Array]:
        """Fold counts and single weights into one weight a pair; those of all other pairs are 0.

        What a count says against readings it was never seen with is turned into
        the same amount for those it was seen with.
        """
        pairs, sums = [self.pairs[1:]], [self.weights[1:]]
        for number, table in enumerate(counts):
            factor = self.factors[number * len(TEMPLATES) : (number + 1) * len(TEMPLATES)]
            for start in range(0, len(everything.gold), 20_000):
                part = everything[np.arange(start, min(start + 20_000, len(everything.gold)))]
                found = part.pairs()
                said = table.log_ratios(part)
                seen = find(table.pairs, table.pair_counts, found) > 0
                unseen = np.where(part.real[:, None] & ~seen, said, -np.inf).max(axis=2, keepdims=True)
                lowest = np.where(part.real[:, None], said, np.inf).min(axis=2, keepdims=True)
                said = (said - np.where(np.isfinite(unseen), unseen, lowest)) * factor[:, None]
                keep = (found != 0) & (seen | (np.arange(len(TEMPLATES)) == 0)[:, None]) & (said != 0)
                met, first = np.unique(found[keep], return_index=True)
                pairs.append(met)
                sums.append(
                    said[keep][first] + np.float32(1000 * (number + 1))
                )  # marks the source, taken off below
        return _summed(pairs, sums, smallest)


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
