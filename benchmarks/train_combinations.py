"""Make ``webapp/language/data/combinations.tsv``: when a word of two characters is two words, or parts of its neighbours.

    python -m benchmarks.train_combinations CORPUS... > webapp/language/data/combinations.tsv

What the model learns from:

* ``cut_contexts.tsv`` beside this file: hand-written phrases, 马上 marked as ``[马上]`` where it is one
  word and as ``[马|上]`` where a border belongs inside it. They say which words the table is about.
* For the same words sentences of corpora that are cut into words (``word/tag word/tag ...``, a
  sentence a line; see ``train_overlaps.py``), where the corpus has the word whole. A corpus's own
  borders inside a word count only for the few words of which its standard is ours (``TRUSTED``).

Figures on a fifth of the phrases, held out in turn, go to stderr. Needs scipy, for training only.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from os import environ
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.cut_phrases import phrases
from benchmarks.train_overlaps import sentences
from webapp.config import Settings
from webapp.language.combinations import CAUTION, Around, Combinations, beside
from webapp.language.new_words import NewWords
from webapp.language.numerals import scan
from webapp.language.overlaps import EDGE, NUMERAL, Overlaps
from webapp.language.pieces import pieces
from webapp.language.segmentation import Segmenter
from webapp.reader.engine import open_dictionary

TRUSTED = frozenset(
    "都会 才能 个人 将来 学会 一起 从小 人才 中将 上将 天才 一块 一道 一身 一头 家人 年间 国有".split()
)
"""Words that the People's Daily cuts in two only where the sentence says so."""
OF_A_CORPUS = 400
"""So many sentences of the corpora for each word and answer, ..."""
LIGHTER = 0.15
"""... each of which counts for this much of a phrase."""
SEEN = 3
"""A feature must be met this often."""
PENALTY = 0.3
LIGHT = 0.15
"""Weights nearer to nought than this are left out."""
FOLDS = 5
BORDERS, RIGHT = 4, 0.7
"""A word has a place in the table that is cut in so many phrases, and of whose phrases this share is decided rightly."""
HANDMADE = "pd"
"""The file of the People's Daily is called so; the others were cut by a model."""


class Example(NamedTuple):
    """A word that the segmenter takes whole, what stands beside it, and whether a border belongs inside."""

    word: str
    around: Around
    is_cut: bool
    is_phrase: bool


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("corpora", nargs="+", type=Path)
    asked = options.parse_args()
    knowledge = open_dictionary(Settings.from_environment(environ))
    marked = [(each.text, each.words) for each in phrases()]
    words = frozenset(text[at : at + 2] for text, places in marked for at in places)
    learner = Learner(words, knowledge.weights(), knowledge.tags())
    examples = [*learner.of_phrases(marked), *learner.of_corpora(asked.corpora)]
    words = told(examples, held_out(examples, learner))
    learner = Learner(words, knowledge.weights(), knowledge.tags())
    examples = [*learner.of_phrases(marked), *learner.of_corpora(asked.corpora)]
    report(examples, held_out(examples, learner))
    names, table, labels, counts = matrix(examples, learner)
    print("# Weights of a logistic regression that says where a word is two; see language/combinations.py.")
    print("# Made by benchmarks/train_combinations.py. feature\tweight")
    for name, weight in zip(names, fit(table, labels, counts), strict=True):
        if weight or name in words:
            print(name, f"{weight:.1f}".replace("-0.0", "0.0"), sep="\t")


class Learner:
    """Finds the words of the table where our own segmenter takes them whole."""

    def __init__(self, words: frozenset[str], weights: Mapping[str, float], tags: Mapping[str, str]) -> None:
        self._words = words
        self._model = Combinations({}, words, tags)
        raised = self._model.raised(NewWords.load().weighed(weights))
        self._raised = frozenset(word for word in words if raised[word] != weights.get(word))
        self._segmenter = Segmenter(raised)
        self._overlaps = Overlaps.load(tags)

    def features(self, example: Example) -> set[str]:
        """Return what is known of an example."""
        return set(self._model.features(example.word, example.around, self._segmenter))

    def of_phrases(self, marked: Iterable[tuple[str, Mapping[int, bool]]]) -> Iterator[Example]:
        """Yield the marked words of phrases; those that are cut rightly by the graph teach nothing."""
        for text, places in marked:
            for at, word, around in self._met(text):
                if at in places:
                    yield Example(word, around, places[at], True)

    def of_corpora(self, paths: Iterable[Path]) -> Iterator[Example]:
        """Yield what corpora have of the same words, so many of each."""
        seen: Counter[tuple[str, bool]] = Counter()
        for path in paths:
            is_handmade = path.stem == HANDMADE
            for words in sentences(path):
                text, borders = "".join(words), {0, *accumulate(map(len, words))}
                for at, word, around in self._met(text):
                    is_cut = at + 1 in borders
                    is_told = not is_handmade and not is_cut or word in self._raised
                    if word in TRUSTED:
                        is_told = is_handmade
                    if is_told and {at, at + 2} <= borders and seen[word, is_cut] < OF_A_CORPUS:
                        seen[word, is_cut] += 1
                        yield Example(word, around, is_cut, False)

    def _met(self, text: str) -> Iterator[tuple[int, str, Around]]:
        before = EDGE
        for piece in pieces(text, scan(text)):
            if piece.kind != "han":
                before = NUMERAL if piece.kind == "numeral" else EDGE
                continue
            cut = self._segmenter.cut(text[piece.start : piece.end])
            if cut.rivals:
                cut = self._overlaps.settle(cut, before)
            at = piece.start
            for index, word in enumerate(cut.words):
                if word in self._words:
                    yield at, word, beside(cut.words, index, before)
                at += len(word)
            before = EDGE


def matrix(
    examples: Sequence[Example], learner: Learner
) -> tuple[list[str], csr_matrix, np.ndarray, np.ndarray]:
    """Return the features' names, a row of noughts and ones for each example, the answers and what each counts."""
    known = [learner.features(each) for each in examples]
    seen = Counter(name for row in known for name in row)
    names = sorted(name for name, count in seen.items() if count >= SEEN)
    column = {name: place for place, name in enumerate(names)}
    cells = [(number, column[name]) for number, row in enumerate(known) for name in row if name in column]
    rows, columns = zip(*cells, strict=True)
    table = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(examples), len(names)))
    labels = np.array([each.is_cut for each in examples], float)
    return names, table, labels, np.array([1.0 if each.is_phrase else LIGHTER for each in examples])


def held_out(examples: Sequence[Example], learner: Learner) -> np.ndarray:
    """Return the answer to each example of a model that has not seen it."""
    _, table, labels, counts = matrix(examples, learner)
    folds = np.random.RandomState(0).randint(0, FOLDS, len(examples))
    odds = np.zeros(len(examples))
    for fold in range(FOLDS):
        held = folds == fold
        odds[held] = table[held] @ fit(table[~held], labels[~held], counts[~held])
    return odds > CAUTION


def told(examples: Sequence[Example], guessed: np.ndarray) -> frozenset[str]:
    """Return the words that phrases teach something of: enough have a border, and most are decided rightly."""
    borders = Counter(each.word for each in examples if each.is_phrase and each.is_cut)
    count = Counter(each.word for each in examples if each.is_phrase)
    right = Counter(
        each.word
        for each, is_cut in zip(examples, guessed, strict=True)
        if each.is_phrase and bool(is_cut) == each.is_cut
    )
    return frozenset(
        word for word, cut in borders.items() if cut >= BORDERS and right[word] >= RIGHT * count[word]
    )


def fit(table: csr_matrix, labels: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Return the weights of the features, those near to nought as nought."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = table @ weights
        wrong = (counts * np.logaddexp(0, np.where(labels > 0, -odds, odds))).sum()
        off = counts * (1 / (1 + np.exp(-odds)) - labels)
        return wrong + PENALTY / 2 * (weights**2).sum(), table.T @ off + PENALTY * weights

    start = np.zeros(table.shape[1])
    weights = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    weights[abs(weights) < LIGHT] = 0
    return weights


def report(examples: Sequence[Example], guessed: np.ndarray) -> None:
    """Say on stderr how many held-out words are decided rightly."""
    right: Counter[tuple[bool, bool]] = Counter()
    count: Counter[tuple[bool, bool]] = Counter()
    for each, is_cut in zip(examples, guessed, strict=True):
        count[each.is_phrase, each.is_cut] += 1
        right[each.is_phrase, each.is_cut] += bool(is_cut) == each.is_cut
    for (is_phrase, is_cut), total in sorted(count.items(), reverse=True):
        source, answer = "phrases" if is_phrase else "corpora", "two words" if is_cut else "one word"
        share = right[is_phrase, is_cut] / total
        print(f"{source}, {answer}: {share:.1%} of {total:,} right, held out", file=sys.stderr)


if __name__ == "__main__":
    main()
