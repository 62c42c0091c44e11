"""Train the network of windows: ``python -m benchmarks.train_windows --help``.

It learns (``webapp/language/polyphone_window.py``) from what ``train_polyphones.py``
learns from, and from texts that the engine itself reads: every reading that it is
not in doubt about, by a word of the dictionary, a rule or the model, is a label. So
the rules' knowledge spreads to places where no rule fires.

Needs torch and pypinyin-dict (for training only). The texts used for the package
are those of ``train_overlaps.py`` with the tags taken off, and Tatoeba.
"""

from __future__ import annotations

import argparse
import os
import random
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks import polyphone_sources as sources
from benchmarks.train_polyphones import Material, add_sources
from webapp.config import Settings
from webapp.language.annotate import Annotator
from webapp.language.polyphone_features import EDGE, OPEN, windows
from webapp.language.polyphone_network import Network
from webapp.language.polyphone_weights import Weights
from webapp.language.polyphone_window import FILE, FIRST_ID, WIDTH, char_ids, row_numbers, save
from webapp.language.polyphones import PolyphoneModel
from webapp.reader.dictionary import open_dictionary

DIMS, UNITS = 64, 48
RARE = 3
"""A character met less often is unknown, unless it is a polyphone."""
DROPPED = 0.2
"""This share of a view, and half of it of the characters in the window, are hidden in training."""
OFTEN = 3_000
"""Of what a character met n times more often than this has, one in the root of n is shown."""
MARKED, READ, WORDS, PHRASES, WRITTEN = 4.0, 0.5, 0.5, 0.3, 1.0
"""How much one example counts, by where it comes from."""
SOME_PHRASES = 100_000
TRUST = 0.6
"""How much the opinion counts beside the other weights; chosen on held-out sentences."""


@dataclass(frozen=True)
class Sources:
    """What is learnt from; ``read`` are sentences read by the engine, ``beside`` the marked ones so."""

    choices: Mapping[str, Sequence[str]]
    marked: Sequence[sources.Example]
    beside: Sequence[sources.Example]
    read: Sequence[sources.Example]
    words: Sequence[sources.Example]
    phrases: Sequence[sources.Example]
    written: Sequence[sources.Example]

    @classmethod
    def gather(cls, chosen: argparse.Namespace, material: Material) -> Sources:
        """Read the sources, and have the engine read the texts."""
        choices = material.choices
        dictionary = sources.dictionary(chosen.cedict)
        engine = Annotator(
            open_dictionary(Settings.from_environment(os.environ)),
            PolyphoneModel(Network.load(), Weights.load()),
        )
        texts = [text for path in (*chosen.texts, *chosen.read) for text in sources.sentences_of(path)]
        phrases = sources.phrases(dictionary, choices)
        random.Random(1).shuffle(phrases)
        written = [
            (text, [(at, reading) for at, each in enumerate(text) if each == char])
            for char, reading, text in sources.handwritten(chosen.contexts)
            if reading in choices.get(char, ())
        ]
        beside = read(engine, [text for text, _ in material.sentences], choices)
        return cls(
            choices,
            material.sentences,
            [
                (text, [(at, reading) for at, reading in labels if text[at] != text[place]])
                for (text, labels), (_, [(place, _)]) in zip(beside, material.sentences, strict=True)
            ],
            read(engine, [text for text in texts if len(text) <= chosen.longest], choices),
            sources.headwords(dictionary, choices),
            phrases[:SOME_PHRASES],
            written,
        )

    def weighted(self, without: Collection[int]) -> list[tuple[Sequence[sources.Example], int, float]]:
        """Return the examples, what stands outside of their texts, and their weight."""
        kept = [number for number in range(len(self.marked)) if number not in set(without)]
        return [
            ([self.marked[number] for number in kept], EDGE, MARKED),
            ([self.beside[number] for number in kept], EDGE, READ),
            (self.read, EDGE, READ),
            (self.words, OPEN, WORDS),
            (self.phrases, OPEN, PHRASES),
            (self.written, OPEN, WRITTEN),
        ]


def read(
    engine: Annotator, texts: Sequence[str], choices: Mapping[str, Sequence[str]]
) -> list[sources.Example]:
    """Label the characters of texts that the engine reads without doubt."""
    found: list[sources.Example] = []
    for text, tokens in zip(texts, engine.sentences(texts), strict=True):
        labels = []
        for token in tokens:
            at = token.start
            for syllable in token.word.syllables:
                reading = syllable.citation.lower()
                if not token.word.doubtful and token.word.kind != "number":
                    labels += [(at, reading)] * (reading in choices.get(syllable.base, ()))
                at += len(syllable.base)
        found.append((text, labels))
    return found


def learn(material: Sources, path: Path, epochs: int, without: Collection[int] = ()) -> None:
    """Train a network on all but some of the marked sentences, and write it to a file."""
    import torch

    torch.manual_seed(1)
    torch.set_num_threads(1)
    order = np.random.default_rng(1)
    choices, parts = material.choices, material.weighted(without)
    met = Counter(char for examples, _, _ in parts for text, _ in examples for char in text)
    chars = "".join(sorted(c for c in met if ord(c) < 0xFFFF and (met[c] >= RARE or c in choices)))
    polyphones = {char: row for row, char in enumerate(choices)}
    first = np.cumsum([0, *map(len, choices.values())])
    width = max(map(len, choices.values()))
    every = np.array([[*range(len(own)), *[0] * (width - len(own))] for own in choices.values()])
    labels = torch.from_numpy(every + first[:-1, None])
    real = torch.from_numpy(np.arange(width) < np.array([[len(own)] for own in choices.values()]))
    seen, own, gold, weight = _examples(parts, choices, polyphones, char_ids(chars))
    often = np.minimum(1, np.sqrt(OFTEN / np.maximum(1, np.bincount(own))))[own]
    often[weight == MARKED] = 1

    def table(rows: int, size: int, spread: float) -> torch.nn.Parameter:
        return torch.nn.Parameter(torch.randn(rows, size) * spread)

    weights = {
        "rows": table(FIRST_ID + len(chars), DIMS, 0.3),
        "mix": table(WIDTH * DIMS, UNITS, (3 * WIDTH * DIMS) ** -0.5),
        "centres": table(len(choices), UNITS, 0.0),
        "labels": table(int(first[-1]), UNITS, 0.1),
        "bias": table(int(first[-1]), 1, 0.0),
    }
    optimiser = torch.optim.AdamW(weights.values(), lr=2e-3, weight_decay=1e-4)
    steps = epochs * int(often.sum()) // BATCH
    rate = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(0.02, 1 - step / steps))
    for _ in range(epochs):
        shown = order.permutation(np.flatnonzero(order.random(len(own)) < often))
        for batch in np.array_split(shown, max(1, len(shown) // BATCH)):
            polyphone = torch.from_numpy(own[batch])
            rows = weights["rows"][torch.from_numpy(seen[batch].astype(np.int64))]
            rows = rows * (torch.rand(rows.shape[:2]) > DROPPED / 2)[..., None]
            view = torch.relu(rows.flatten(1) @ weights["mix"] + weights["centres"][polyphone])
            view = torch.nn.functional.dropout(view, DROPPED)
            label = labels[polyphone]
            scores = (weights["labels"][label] * view[:, None]).sum(-1) + weights["bias"][label][..., 0]
            shares = scores.masked_fill(~real[polyphone], -1e9).log_softmax(-1)
            right = shares.gather(1, torch.from_numpy(gold[batch])[:, None])[:, 0]
            loss = -(right * torch.from_numpy(weight[batch])).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            rate.step()
    arrays = {name: value.detach().numpy() for name, value in weights.items()}
    save(path, chars, {**arrays, "bias": arrays["bias"][:, 0]}, choices, TRUST)


BATCH = 512


def _examples(
    parts: Sequence[tuple[Sequence[sources.Example], int, float]],
    choices: Mapping[str, Sequence[str]],
    polyphones: Mapping[str, int],
    ids: npt.NDArray[np.uint16],
) -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.intp], npt.NDArray[np.intp], npt.NDArray[np.float32]]:
    """Return rows of windows, numbers of the polyphones, of their readings, and weights of all examples."""
    found = []
    for examples, outside, weight in parts:
        labelled = [(text[at], reading) for text, labels in examples for at, reading in labels]
        around = windows(
            [text for text, _ in examples], [[at for at, _ in own] for _, own in examples], outside
        )
        found.append(
            (
                row_numbers(around, ids),
                np.array([polyphones[char] for char, _ in labelled], np.intp),
                np.array([choices[char].index(reading) for char, reading in labelled], np.intp),
                np.full(len(labelled), weight, np.float32),
            )
        )
    seen, own, gold, weights = zip(*found, strict=True)
    return np.concatenate(seen), np.concatenate(own), np.concatenate(gold), np.concatenate(weights)


def add_texts(options: argparse.ArgumentParser) -> None:
    """Add what else is learnt from, and how long."""
    options.add_argument(
        "--read", type=Path, nargs="*", default=[], help="more plain texts, which only the engine reads"
    )
    options.add_argument("--longest", type=int, default=120, help="sentences longer than this are left out")
    options.add_argument("--rounds", type=int, default=5, help="how often the network sees everything")


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_sources(options)
    add_texts(options)
    options.add_argument("--out", type=Path, default=FILE)
    chosen = options.parse_args()
    learn(Sources.gather(chosen, Material.gather(chosen)), chosen.out, chosen.rounds)
    print(f"{chosen.out}: {chosen.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
