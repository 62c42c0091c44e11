"""Count which sense is meant where, from Chinese sentences with an English translation.

    python -m webapp.lexicon.training tatoeba-cmn-eng.tsv

writes ``data/sense_shapes.tsv`` and ``data/sense_counts.tsv`` (see
``sense_weights.py``). The corpus has two columns, Chinese and English; ours is
from Tatoeba by way of ManyThings.org (CC BY 2.0 FR).

A sense is taken to be meant when the English side has the words of one of its
alternatives, and those words come more often beside the Chinese word than
elsewhere. What a log-linear model learns from these noisy labels (``fitting.py``)
is written to the tables.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path
from tempfile import gettempdir

from webapp.language.document import Kind, Syllable, Word
from webapp.language.script import is_han, to_simplified
from webapp.language.segmentation import Segmenter
from webapp.lexicon.cedict import Entry
from webapp.lexicon.compiler import open_lexicon
from webapp.lexicon.context import Surroundings
from webapp.lexicon.english import stems
from webapp.lexicon.exports import bundled_export
from webapp.lexicon.fitting import Example, Headword, fit, write_tables
from webapp.lexicon.lexicon import Lexicon
from webapp.lexicon.meanings import with_meanings
from webapp.lexicon.scene import Scene
from webapp.lexicon.sense_scores import Grammar
from webapp.lexicon.sense_weights import SenseWeights, keys
from webapp.lexicon.shapes import shape
from webapp.lexicon.tables import DATA

MINIMUM_LIFT = 1.6
"""English words count for a sense when they are so many times likelier beside the word."""
TRANSLATED = frozenset(
    {"verb", "noun", "adjective", "adverb", "preposition", "auxiliary", "pronoun", "conjunction", "direction"}
)
PIECE = re.compile(r"[\u3400-\u9fff]+|[0-9.]+|[A-Za-z]+|\s+|.")


class Trainer:
    """Labels a corpus and fits the weights."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.segmenter = Segmenter(lexicon.weights())
        loaded = SenseWeights.load()
        self.weights = SenseWeights({}, {}, {}, Grammar(()), loaded.fields)
        self.surroundings = Surroundings(lexicon.tags(), loaded.fields, lexicon.kinds)
        self._headwords: dict[str, dict[tuple[str, ...], Headword]] = {}

    def sentence(self, text: str) -> list[Word]:
        """Cut a sentence into words, readings left open."""
        words: list[Word] = []
        for piece in PIECE.findall(to_simplified(text)):
            if is_han(piece[0]):
                words += [_word(part, "word") for part in self.segmenter.cut(piece).words]
            else:
                kind: Kind = (
                    "number" if piece[0].isdigit() else "latin" if piece[0].isalpha() else "punctuation"
                )
                words.append(_word(piece, "space" if piece.isspace() else kind))
        return words

    def headwords(self, form: str) -> dict[tuple[str, ...], Headword]:
        """Return the senses of a form, by reading."""
        if form not in self._headwords:
            groups: dict[tuple[str, ...], list[tuple[Entry, str]]] = defaultdict(list)
            for entry in self.lexicon.entries(form):
                resolved = with_meanings(entry, self.lexicon)
                reading = tuple(s.lower() for s in entry.syllables)
                groups[reading] += [
                    (resolved, sense)
                    for sense in resolved.senses
                    if shape(sense) in TRANSLATED and any(map(stems, keys(sense)))
                ]
            self._headwords[form] = {
                reading: Headword(
                    [(keys(sense) or [""])[0] for _, sense in senses],
                    self.weights.weigh(form, _word(form, "word"), senses),
                )
                for reading, senses in groups.items()
                if senses
            }
        return self._headwords[form]

    def examples(self, pairs: Sequence[tuple[str, str]]) -> Iterator[Example]:
        """Yield every word whose translation tells its senses apart."""
        chinese = [self.sentence(source) for source, _ in pairs]
        english = [frozenset(stems(target)) for _, target in pairs]
        everywhere = Counter(stem for found in english for stem in found)
        count: Counter[str] = Counter()
        beside: dict[str, Counter[str]] = defaultdict(Counter)
        for words, found in zip(chinese, english, strict=True):
            for text in {word.text for word in words if word.kind == "word"}:
                count[text] += 1
                beside[text].update(found)
        total = len(pairs)
        for words, found in zip(chinese, english, strict=True):
            for index, word in enumerate(words):
                if word.kind != "word" or sum(len(h.keys) for h in self.headwords(word.text).values()) < 2:
                    continue
                lift = {
                    stem: beside[word.text][stem] * total / (count[word.text] * everywhere[stem])
                    for stem in found
                }
                idf = {stem: log(total / everywhere[stem]) for stem in found}
                best: tuple[float, tuple[str, ...], dict[int, float]] = (0.0, (), {})
                for reading, headword in self.headwords(word.text).items():
                    fits = [_fit(sense, lift, idf) for sense in headword.weighed.senses]
                    top = max(fits, default=0.0)
                    if top > best[0]:
                        same = [i for i, fit in enumerate(fits) if fit > top * 0.99]
                        best = (top, reading, {i: 1 / len(same) for i in same})
                if best[0] and len(best[2]) < len(self.headwords(word.text)[best[1]].keys):
                    cues = Scene(words, self.surroundings).cues(index)
                    yield Example(word.text, best[1], best[2], tuple(sorted(cues)))


def main(path: Path) -> None:
    """Read the corpus, fit, write the tables into the package."""
    lines = path.read_text("utf-8").splitlines()
    pairs = [
        (cells[0], cells[1]) for cells in (line.split("\t") for line in lines if not line.startswith("#"))
    ]
    lexicon = open_lexicon(bundled_export(), Path(gettempdir(), "pindu-training"))
    trainer = Trainer(lexicon)
    examples = list(trainer.examples(pairs))
    sys.stderr.write(f"{len(examples)} words labelled in {len(pairs)} sentences\n")
    write_tables(fit(examples, trainer.headwords), DATA, path.name)


def _word(text: str, kind: Kind) -> Word:
    return Word(text, kind, tuple(Syllable(char, "") for char in text))


def _fit(sense: str, lift: dict[str, float], idf: dict[str, float]) -> float:
    """Return how much the English side speaks for a sense: the rarest alternative all of whose words it has."""
    best = 0.0
    for part in keys(sense):
        words = stems(part)
        if words and all(lift.get(stem, 0.0) >= MINIMUM_LIFT for stem in words):
            best = max(best, sum(idf[stem] for stem in words))
    return best


if __name__ == "__main__":
    main(Path(sys.argv[1]))
