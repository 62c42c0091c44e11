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
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks import polyphone_sources as sources
from benchmarks.polyphone_examples import UNSURE, Array, Builder, Counts, Examples, joined, with_counts
from benchmarks.polyphone_learner import Learner
from webapp.language.polyphone_features import EDGE, OPEN
from webapp.language.polyphone_network import Network
from webapp.language.polyphone_weights import FILE, save

FRAMES = (
    ("", ""),
    ("他", "。"),
    ("我觉得", "了，"),
)  # sentences in which the network meets a hand-written context


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


@dataclass(frozen=True)
class Material:
    """Everything that models are learnt from; ``marked`` holds one example a sentence of ``sentences``."""

    choices: Mapping[str, Sequence[str]]
    sentences: Sequence[sources.Example]
    marked: Examples
    written: Examples
    counted: Sequence[Examples]
    counts: Sequence[Counts]

    @classmethod
    def gather(cls, chosen: argparse.Namespace) -> Material:
        """Read the sources that :func:`add_sources` put among the options."""
        network = Network.load()
        words = sources.dictionary(chosen.cedict)
        written = sources.handwritten(chosen.contexts)
        choices = sources.candidates(
            words, network.candidates, [(char, reading) for char, reading, _ in written]
        )
        build = Builder(network, choices)
        counted = [
            build(sources.headwords(words, choices), OPEN, 1),
            build(sources.phrases(words, choices), OPEN, 1),
        ]
        for path in chosen.texts:
            texts = list(sources.by_words(sources.sentences_of(path), words, choices))
            counted.append(build(texts, EDGE, 1))
        counts = [Counts(examples) for examples in counted]
        sentences = [
            (text, [(at, reading)])
            for text, [(at, reading)] in sources.marked_sentences(chosen.marked)
            if reading in choices.get(text[at], ())
        ]
        marked = with_counts(build(sentences, EDGE, 1, True), counts)
        contexts = [
            (text, [(i, reading) for i, c in enumerate(text) if c == char]) for char, reading, text in written
        ]
        by_hand = joined([build(contexts, OPEN, chosen.by_hand, True, frame) for frame in FRAMES])
        plain = [
            replace(examples, counted=np.zeros((len(examples.gold), 0, build.width), np.float32))
            for examples in counted
        ]
        return cls(choices, sentences, marked, with_counts(by_hand, counts), plain, counts)

    def learner(self, chosen: argparse.Namespace, without: Collection[int] = ()) -> Learner:
        """Learn from all marked sentences but those left out."""
        rows = np.setdiff1d(np.arange(len(self.sentences)), np.fromiter(without, np.intp))
        return Learner(self.marked[rows], self.written, chosen.epochs, chosen.decay, chosen.bind)

    def write(self, learner: Learner, path: Path, smallest: float) -> str:
        """Write the weights file of a model; return what is in it."""
        pairs, weights = learner.table(joined(self.counted), self.counts, smallest)
        trust = {char: learner.trust(char) for char in self.choices}
        kept = save(path, self.choices, trust, UNSURE, pairs, weights)
        size = path.stat().st_size / 1e6
        return f"{kept} of {len(pairs)} weights, {size:.2f} MB, trust {learner.general:.2f}"


def folds(count: int, sentences: int) -> list[npt.NDArray[np.intp]]:
    """Deal the sentences into so many folds, the same ones every time."""
    dealt = np.random.default_rng(1).integers(0, count, sentences)
    return [np.flatnonzero(dealt == number) for number in range(count)]


def add_sources(options: argparse.ArgumentParser) -> None:
    """Add what a model is learnt from, and how."""
    here = Path(__file__).parent
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


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_sources(options)
    options.add_argument("--out", type=Path, default=FILE)
    chosen = options.parse_args()
    material = Material.gather(chosen)
    marked = material.marked
    print("counted:", [len(each.gold) for each in material.counted], "characters:", len(material.choices))
    if chosen.folds:
        shares = np.zeros(marked.real.shape, np.float32)
        for held_out in folds(chosen.folds, len(marked.gold)):
            shares[held_out] = material.learner(chosen, held_out).shares(marked[held_out])
        report("held-out sentences", marked, shares, material.choices)
        network_only = np.where(marked.real, marked.opinion, -np.inf)
        report("the network alone", marked, np.exp(network_only), material.choices)
    print(f"{chosen.out}: {material.write(material.learner(chosen), chosen.out, chosen.smallest)}")


if __name__ == "__main__":
    main()
