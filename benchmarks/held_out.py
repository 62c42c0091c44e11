"""How the whole engine reads CPP sentences that its model was not trained on.

    python -m benchmarks.held_out --cedict FILE --marked x.sent --texts TEXT... [--folds N] [--errors N]

The model in the package has seen the development set of CPP, so a score on that
set proves little. Here both parts of the model are trained without each fold in
turn, and the engine with that model annotates the fold's sentences. The options
are those of ``train_polyphones.py`` and ``train_windows.py``; ``--models`` keeps
what was trained, so that a change of the engine alone is measured in a minute.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.train_polyphones import Material, add_sources, folds, same
from benchmarks.train_windows import Sources, add_texts, learn
from webapp.config import Settings
from webapp.language.annotate import Annotator
from webapp.language.document import Token
from webapp.language.polyphone_network import Network
from webapp.language.polyphone_weights import Weights
from webapp.language.polyphone_window import Windows
from webapp.language.polyphones import PolyphoneModel
from webapp.language.script import is_han
from webapp.reader.dictionary import open_dictionary


class Finding(NamedTuple):
    """How a marked character was read; ``token`` is the one it stands in."""

    text: str
    place: int
    wanted: str
    got: str
    token: Token

    @property
    def right(self) -> bool:
        return same(self.got, self.wanted)

    def __str__(self) -> str:
        before, after = self.text[max(0, self.place - 10) : self.place], self.text[self.place + 1 :][:10]
        word = self.token.word
        mark = "?" if word.doubtful else ""
        return (
            f"{before}[{self.text[self.place]}]{after}: {self.wanted}, not {self.got}{mark}"
            f" in {word.text} by {word.decided_by}"
        )


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_sources(options)
    add_texts(options)
    options.add_argument("--models", type=Path, help="folder for trained models; those in it are used")
    options.add_argument("--errors", type=int, default=0, help="print so many of what was read wrong")
    chosen = options.parse_args()
    material = Material.gather(chosen)
    lexicon, network = open_dictionary(Settings.from_environment(os.environ)), Network.load()
    found: list[Finding] = []
    doubtful = tokens = 0
    read: list[Sources] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, held_out in enumerate(folds(chosen.folds, len(material.sentences))):
            weights, windows = (
                (chosen.models or Path(folder)) / f"{name}{number}.npz" for name in ("weights", "windows")
            )
            if not weights.exists():
                material.write(material.learner(chosen, held_out), weights, chosen.smallest)
            if not windows.exists():
                read = read or [Sources.gather(chosen, material)]
                learn(read[0], windows, chosen.rounds, held_out)
            annotator = Annotator(
                lexicon, PolyphoneModel(network, Weights.load(weights), Windows.load(windows))
            )
            sentences = [material.sentences[number] for number in held_out]
            annotated = annotator.sentences([text for text, _ in sentences])
            for (text, [(place, wanted)]), line in zip(sentences, annotated, strict=True):
                found.append(finding(text, place, wanted, line))
                han = [token for token in line if any(map(is_han, token.text))]
                tokens += len(han)
                doubtful += sum(token.word.doubtful for token in han)
    wrong = [each for each in found if not each.right]
    owned = sum(each.token.word.doubtful for each in wrong)
    print(f"{len(found)} held-out sentences, {chosen.folds} folds, neutral tone optional:")
    print(f"  read right           {1 - len(wrong) / len(found):.2%}")
    print(f"  wrong, and doubtful  {owned / max(1, len(wrong)):.1%} ({owned} of {len(wrong)})")
    print(f"  Han tokens doubtful  {doubtful / tokens:.1%}")
    for each in wrong[: chosen.errors]:
        print("   ", each)


def finding(text: str, place: int, wanted: str, tokens: Sequence[Token]) -> Finding:
    """Find the reading of one character, also where several are read as one piece (numbers)."""
    token = next(each for each in tokens if place < each.end)
    at = token.start
    for syllable in token.word.syllables:
        if place < at + len(syllable.base):
            read = syllable.citation.lower().split(" ")
            got = read[place - at] if len(read) == len(syllable.base) else read[0]
            return Finding(text, place, wanted, got or "-", token)
        at += len(syllable.base)
    raise ValueError(f"{token.text} does not spell its place")


if __name__ == "__main__":
    main()
