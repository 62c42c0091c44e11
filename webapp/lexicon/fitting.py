"""Fit what ``training.py`` has labelled: a log-linear model of which sense is meant.

There is a weight for each sense, one for each cue and shape of sense, one for each
cue and sense of a word. What stays near zero is left out of the tables.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from pathlib import Path

from webapp.lexicon.sense_scores import Weighed

MINIMUM_CUE = 4
EPOCHS = 5
RATE = 0.25
DECAY = {"sense": 0.001, "shape": 0.0005, "cue": 0.02}
KEPT_FROM = {"sense": 0.15, "shape": 0.12, "cue": 0.3}


@dataclass(frozen=True, slots=True)
class Example:
    """A word in a sentence whose sense the translation gives away."""

    word: str
    reading: tuple[str, ...]
    label: dict[int, float]  # index among the senses of that reading -> share
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Headword:
    """The senses of one reading of a word, with all that is known of them without counting.

    Only those that a translation can show: no English word stands for a measure
    word or a particle.
    """

    keys: list[str]
    weighed: Weighed


Headwords = Callable[[str], Mapping[tuple[str, ...], Headword]]
"""The senses of a form, by reading."""


def fit(examples: Sequence[Example], headwords: Headwords) -> dict[tuple[str, ...], float]:
    """Return the fitted weights, keyed ("sense", word, key), ("shape", cue, shape) or ("cue", word, key, cue)."""
    seen = Counter((e.word, cue) for e in examples for cue in e.cues)
    common = Counter(cue for e in examples for cue in e.cues if _is_grammatical(cue))
    weights: dict[tuple[str, ...], float] = defaultdict(float)
    squares: dict[tuple[str, ...], float] = defaultdict(lambda: 1e-2)
    for epoch in range(EPOCHS):
        loss = right = 0.0
        for example in examples:
            headword = headwords(example.word)[example.reading]
            shapes = headword.weighed.shapes
            general = [cue for cue in example.cues if common[cue] >= 40]
            own = [cue for cue in example.cues if seen[example.word, cue] >= MINIMUM_CUE]
            terms: list[list[tuple[str, ...]]] = []
            for key, kind in zip(headword.keys, shapes, strict=True):
                term: list[tuple[str, ...]] = [("sense", example.word, key)]
                term += [("shape", cue, kind) for cue in general]
                term += [("cue", example.word, key, cue) for cue in own]
                terms.append(term)
            scores = [
                base + sum(weights[name] for name in term)
                for base, term in zip(headword.weighed.base, terms, strict=True)
            ]
            shares = _softmax(scores)
            loss -= log(max(1e-9, sum(shares[i] * p for i, p in example.label.items())))
            right += max(range(len(shares)), key=shares.__getitem__) in example.label
            for i, term in enumerate(terms):
                error = shares[i] - example.label.get(i, 0.0)
                if abs(error) < 1e-3:
                    continue
                for name in term:
                    gradient = error + DECAY[name[0]] * weights[name] * len(term)
                    squares[name] += gradient * gradient
                    weights[name] -= RATE * gradient / sqrt(squares[name])
        sys.stderr.write(
            f"epoch {epoch + 1}: {right / len(examples):.4f} right, loss {loss / len(examples):.4f}\n"
        )
    return weights


def write_tables(weights: dict[tuple[str, ...], float], folder: Path, corpus: str) -> None:
    """Write what is far enough from zero, in a fixed order."""
    head = f"# Counted by training.py in {corpus}; do not edit.\n"
    kept = {name: weight for name, weight in weights.items() if abs(weight) >= KEPT_FROM[name[0]]}
    shapes = [(n[1], n[2], f"{w:.2f}") for n, w in kept.items() if n[0] == "shape"]
    counts = [
        (n[1], n[2], n[3] if n[0] == "cue" else "", f"{w:.1f}")
        for n, w in kept.items()
        if n[0] in ("sense", "cue") and n[2]
    ]
    for name, columns, rows in (
        ("sense_shapes.tsv", "# cue\tshape\tweight\n", shapes),
        ("sense_counts.tsv", "# word\talternative\tcue\tweight\n", counts),
    ):
        body = "".join("\t".join(row) + "\n" for row in sorted(rows))
        folder.joinpath(name).write_text(head + columns + body, "utf-8")


def _softmax(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    powers = [exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def _is_grammatical(cue: str) -> bool:
    """Whether a cue says something about shapes: classes and function words next to the word."""
    return cue in ("start", "end") or (cue[:2] in ("-1", "+1") and "*" not in cue)
