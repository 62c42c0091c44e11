"""Labelled positions as arrays of hashed features, and counts of them.

See ``train_polyphones.py`` for what they are used for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from benchmarks import polyphone_sources as sources
from webapp.language.polyphone_features import OPEN, hashes, label_hash, windows, with_label
from webapp.language.polyphone_network import Network

Array = npt.NDArray[np.float32]
UNSURE = 0.01  # added to the network's probabilities, which bounds their logarithm
NOTHING = np.uint64(0)


@dataclass(frozen=True)
class Examples:
    """Labelled positions as arrays: n positions, F templates, K readings at most."""

    keys: npt.NDArray[np.uint64]  # (n, F); 0 where nothing is known
    labels: npt.NDArray[np.uint64]  # (n, K) hashes of the character's readings
    real: npt.NDArray[np.bool_]  # (n, K) which of them are readings and not padding
    gold: npt.NDArray[np.intp]
    opinion: Array  # (n, K) the network's bounded log-probabilities
    chars: npt.NDArray[np.str_]
    weight: Array
    counted: Array  # (n, sources * F, K) filled by :func:`with_counts`

    def __getitem__(self, rows: npt.NDArray[np.intp]) -> Examples:
        return Examples(**{name: value[rows] for name, value in vars(self).items()})

    def pairs(self) -> npt.NDArray[np.uint64]:
        """(n, F, K) hashes of feature and reading."""
        pairs = with_label(self.keys[:, :, None], self.labels[:, None, :])
        pairs[(self.keys == 0)[:, :, None] | ~self.real[:, None, :]] = NOTHING
        return pairs


def joined(parts: Sequence[Examples]) -> Examples:
    return Examples(**{name: np.concatenate([vars(part)[name] for part in parts]) for name in vars(parts[0])})


class Builder:
    """Makes :class:`Examples` of labelled texts."""

    def __init__(self, network: Network, choices: Mapping[str, Sequence[str]]) -> None:
        self.network, self.choices = network, choices
        self.width = max(map(len, choices.values()))
        self.ids = {label: number for number, label in enumerate(network.labels)}

    def __call__(
        self,
        examples: Sequence[sources.Example],
        outside: int,
        weight: float,
        network: bool = False,
        frame: tuple[str, str] = ("", ""),
    ) -> Examples:
        known = [
            (text, [(at, r) for at, r in labels if r in self.choices.get(text[at], ())])
            for text, labels in examples
        ]
        texts = [text for text, _ in known]
        wanted = [[at for at, _ in labels] for _, labels in known]
        chars = [text[at] for text, labels in known for at, _ in labels]
        n = len(chars)
        labels, real = np.zeros((n, self.width), np.uint64), np.zeros((n, self.width), bool)
        for row, char in enumerate(chars):
            own = self.choices[char]
            labels[row, : len(own)] = [label_hash(reading) for reading in own]
            real[row, : len(own)] = True
        readings = [reading for _, pairs in known for _, reading in pairs]
        gold = np.array([self.choices[c].index(r) for c, r in zip(chars, readings, strict=True)], np.intp)
        opinion = np.zeros((n, self.width), np.float32)
        if network:
            before, after = frame
            framed = [[at + len(before) for at in places] for places in wanted]
            opinion = self.opinions([before + text + after for text in texts], framed, chars)
        keys = hashes(windows(texts, wanted, outside))
        if outside == OPEN:
            keys[:, 0] = (
                NOTHING if network else keys[:, 0]
            )  # contexts written by hand say nothing of how common a reading is
        return Examples(
            keys,
            labels,
            real,
            gold,
            opinion,
            np.array(chars),
            np.full(n, weight, np.float32),
            np.zeros((n, 0, self.width), np.float32),
        )

    def opinions(self, texts: Sequence[str], wanted: Sequence[Sequence[int]], chars: Sequence[str]) -> Array:
        logits = self.network.encode(texts, wanted) @ self.network.label_weight.T + self.network.label_bias
        result = np.zeros((len(chars), self.width), np.float32)
        for row, char in enumerate(chars):
            own = [
                reading for reading in self.network.candidates.get(char, ()) if reading in self.choices[char]
            ]
            if own:
                shares = np.exp(
                    logits[row, [self.ids[r] for r in own]] - logits[row, [self.ids[r] for r in own]].max()
                )
                shares = dict(zip(own, shares / shares.sum(), strict=True))
                result[row, : len(self.choices[char])] = np.log(
                    [shares.get(r, 0) + UNSURE for r in self.choices[char]]
                )
        return result


class Counts:
    """How often a feature stands with a reading in one source."""

    def __init__(self, examples: Examples) -> None:
        own = np.take_along_axis(examples.labels, examples.gold[:, None], 1)
        pairs = with_label(examples.keys, own)
        pairs[examples.keys == 0] = NOTHING
        self.pairs, self.pair_counts = np.unique(pairs, return_counts=True)
        self.keys, self.key_counts = np.unique(examples.keys, return_counts=True)

    def log_ratios(self, examples: Examples) -> Array:
        """(n, F, K): what each feature says for each reading, against the character's usual reading."""
        together = find(self.pairs, self.pair_counts, examples.pairs())
        total = find(self.keys, self.key_counts, examples.keys)[:, :, None]
        usual_together = np.where(examples.keys[:, :1] == 0, 0, together[:, 0])
        usual = (usual_together + 1 / examples.real.sum(axis=1)[:, None]) / (total[:, 0] + 1)
        ratios = np.log((together + usual[:, None] / 2) / (total + 0.5) / usual[:, None])
        ratios = np.where(examples.real[:, None] & (total > 0), ratios, 0)
        ratios[:, 0] = np.where(examples.real & (examples.keys[:, :1] != 0), np.log(usual), 0)
        return ratios.astype(np.float32)


def find(
    known: npt.NDArray[np.uint64], counts: npt.NDArray[np.intp], wanted: npt.NDArray[np.uint64]
) -> Array:
    at = np.searchsorted(known, wanted)
    at[at >= len(known)] = 0
    return np.where((known[at] == wanted) & (wanted != 0), counts[at], 0).astype(np.float32)


def with_counts(examples: Examples, counts: Sequence[Counts]) -> Examples:
    return replace(examples, counted=np.concatenate([table.log_ratios(examples) for table in counts], axis=1))
