"""Train the polyphone model: ``python -m benchmarks.train_polyphones --help``.

Two kinds of knowledge go into one table of weights:

1. *Counts.* How often each feature stands with each reading in dictionary
   words, phrases and sentences labelled by dictionary words, as log-ratios to
   what the character is read as anyway. One factor for each source and feature
   template, shared by all characters, says how far such a count can be trusted.
2. *Weights of single features*, learnt from marked sentences (CPP data) and
   hand-written everyday contexts, on top of the counts and of the network.

The factors and the general trust in the network are learnt from the marked
sentences only; the hand-written contexts may lower it for single characters.
``--folds`` prints the accuracy on sentences held out. Needs pypinyin-dict (for
training only): ``pip install pypinyin-dict``.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks import polyphone_sources as sources
from benchmarks.polyphone_examples import (
    NOTHING,
    UNSURE,
    Array,
    Builder,
    Counts,
    Examples,
    find,
    joined,
    with_counts,
)
from webapp.language.polyphone_features import EDGE, OPEN, TEMPLATES
from webapp.language.polyphone_network import Network
from webapp.language.polyphone_weights import FILE, save

FRAMES = (
    ("", ""),
    ("他", "。"),
    ("我觉得", "了，"),
)  # sentences in which the network meets a hand-written context


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


def same(got: str, want: str) -> bool:
    """Equal, or only a neutral tone apart."""
    return got == want or (got[:-1] == want[:-1] and "5" in (got[-1], want[-1]))


def report(name: str, examples: Examples, shares: Array, choices: Mapping[str, Sequence[str]]) -> None:
    best = shares.argmax(axis=1)
    right = np.array(
        [
            same(choices[c][g], choices[c][w])
            for c, g, w in zip(examples.chars, best, examples.gold, strict=True)
        ]
    )
    sure = shares.max(axis=1)
    print(
        f"{name}: {right.mean():.2%} of {len(right)} right, {(best == examples.gold).mean():.2%} with the tone as marked"
    )
    for bar in (0.7, 0.8, 0.9, 0.95):
        print(
            f"  below {bar}: {(sure < bar).mean():.1%} of all, {(sure[~right] < bar).mean():.0%} of the wrong ones"
        )
    wrong = {c: int((~right[examples.chars == c]).sum()) for c in np.unique(examples.chars[~right])}
    worst = sorted(wrong, key=lambda c: -wrong[c])[:40]
    print("  most often wrong:", " ".join(f"{c}{wrong[c]}/{int((examples.chars == c).sum())}" for c in worst))


def main() -> None:
    here = Path(__file__).parent
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--cedict", type=Path, required=True, help="a CC-CEDICT export, .gz or plain")
    options.add_argument(
        "--marked", type=Path, required=True, help="CPP sentences; the labels lie beside them (.lb)"
    )
    options.add_argument(
        "--texts",
        type=Path,
        nargs="*",
        default=[],
        help="plain texts, or .tsv with sentences in the first column",
    )
    options.add_argument("--contexts", type=Path, default=here / "polyphone_contexts.tsv")
    options.add_argument("--by-hand", type=float, default=2, help="how much a hand-written context counts")
    options.add_argument("--epochs", type=int, default=16)
    options.add_argument("--decay", type=float, default=3e-5, help="how fast single weights shrink")
    options.add_argument(
        "--bind", type=float, default=0.05, help="how much a character's trust is bound to the general one"
    )
    options.add_argument("--folds", type=int, default=5, help="0: no test on held-out sentences")
    options.add_argument("--smallest", type=float, default=0.15, help="weights below this are left out")
    options.add_argument("--out", type=Path, default=FILE)
    chosen = options.parse_args()

    network = Network.load()
    words = sources.dictionary(chosen.cedict)
    written = sources.handwritten(chosen.contexts)
    choices = sources.candidates(words, network.candidates, [(char, reading) for char, reading, _ in written])
    build = Builder(network, choices)
    texts = [
        example
        for path in chosen.texts
        for example in sources.by_words(sources.sentences_of(path), words, choices)
    ]
    counted = [
        build(sources.headwords(words, choices), OPEN, 1),
        build(sources.phrases(words, choices), OPEN, 1),
        build(texts, EDGE, 1),
    ]
    counts = [Counts(examples) for examples in counted]
    print("counted:", [len(examples.gold) for examples in counted], "characters:", len(choices))
    marked = with_counts(build(sources.marked_sentences(chosen.marked), EDGE, 1, True), counts)
    contexts = [
        (text, [(i, reading) for i, c in enumerate(text) if c == char]) for char, reading, text in written
    ]
    by_hand = with_counts(
        joined([build(contexts, OPEN, chosen.by_hand, True, frame) for frame in FRAMES]), counts
    )
    how = (chosen.epochs, chosen.decay, chosen.bind)
    if chosen.folds:
        fold = np.random.default_rng(1).integers(0, chosen.folds, len(marked.gold))
        shares = np.zeros(marked.real.shape, np.float32)
        for number in range(chosen.folds):
            held_out = np.flatnonzero(fold == number)
            shares[held_out] = Learner(marked[np.flatnonzero(fold != number)], by_hand, *how).shares(
                marked[held_out]
            )
        report("held-out sentences", marked, shares, choices)
        network_only = np.where(marked.real, marked.opinion, -np.inf)
        report("the network alone", marked, np.exp(network_only), choices)
    learner = Learner(marked, by_hand, *how)
    plain = [
        replace(examples, counted=np.zeros((len(examples.gold), 0, build.width), np.float32))
        for examples in counted
    ]
    pairs, weights = learner.table(joined(plain), counts, chosen.smallest)
    kept = save(chosen.out, choices, {char: learner.trust(char) for char in choices}, UNSURE, pairs, weights)
    print(
        f"{chosen.out}: {kept} of {len(pairs)} weights, {chosen.out.stat().st_size / 1e6:.2f} MB, trust {learner.general:.2f}"
    )


if __name__ == "__main__":
    main()
