"""Read the gold files of ``data/`` into items; what a file's columns are stands at its head."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with a marked stretch, and what is right there."""

    text: str
    start: int
    end: int
    accepted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trap:
    """A text with the cuts that an item tests, all that are firm, and those that may be or not."""

    text: str
    tested: frozenset[int]
    firm: frozenset[int]
    optional: frozenset[int]
    whole: tuple[tuple[int, int], ...]  # stretches that must stay together


@dataclass(frozen=True, slots=True)
class Cut:
    """A text cut into words, each with its reading ("" where it has none)."""

    words: tuple[str, ...]
    readings: tuple[str, ...]
    optional: frozenset[int] = frozenset()  # places where a cut is as right as none

    @property
    def text(self) -> str:
        return "".join(self.words)

    @property
    def ends(self) -> tuple[int, ...]:
        ends, at = [], 0
        for word in self.words:
            at += len(word)
            ends.append(at)
        return tuple(ends)


def rows(name: str) -> list[list[str]]:
    lines = (DATA / name).read_text("utf-8").split("\n")
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def packed_lines(name: str) -> list[str]:
    return gzip.decompress((DATA / name).read_bytes()).decode("utf-8").split("\n")


def marked(name: str, between: str = " | ") -> list[Marked]:
    """Items of a file whose third column marks a stretch with ⟦ ⟧, and whose fourth says what is right."""
    items = []
    for row in rows(name):
        start, end = row[2].index("⟦"), row[2].index("⟧") - 1
        text = row[2].replace("⟦", "").replace("⟧", "")
        items.append(Marked(text, start, end, tuple(row[3].split(between))))
    return items


def phrases(name: str) -> list[Marked]:
    """Items of a file that asks for the reading of the whole of its third column."""
    return [Marked(row[2], 0, len(row[2]), tuple(row[4].split(" | "))) for row in rows(name)]


def traps() -> list[Trap]:
    return [trap(row[4]) for row in rows("segmentation_traps_dev.tsv")]


def trap(markings: str) -> Trap:
    """Read one item: ``/`` a cut, ``//`` one that is tested, ``~`` an optional one, ``{ }`` one token.

    >>> trap("研究//生命~起源{很}长")    # to research the origin of life takes long
    Trap(text='研究生命起源很长', tested=frozenset({2}), firm=frozenset({2}), optional=frozenset({4}), whole=((6, 7),))
    """
    text = ""
    tested, firm, optional = set(), set(), set()
    whole: list[tuple[int, int]] = []
    opened = 0
    for mark in markings.replace("//", "‖"):
        at = len(text)
        if mark in "‖/":
            firm.add(at)
            if mark == "‖":
                tested.add(at)
        elif mark == "~":
            optional.add(at)
        elif mark == "{":
            opened = at
        elif mark == "}":
            whole.append((opened, at))
        else:
            text += mark
    return Trap(text, frozenset(tested), frozenset(firm - {len(text)}), frozenset(optional), tuple(whole))


def traditional() -> list[Cut]:
    """Sentences in traditional script; a word's syllables are joined by ``_``, punctuation reads ``-``."""
    items = []
    for _, _, words, readings in rows("traditional_dev.tsv"):
        spoken = ("" if r == "-" else r.replace("_", " ") for r in readings.split())
        items.append(Cut(tuple(words.split()), tuple(spoken)))
    return items


def sample_article() -> list[Cut]:
    """The sentences of the sample article, without the line above it."""
    items = []
    body = [row + [""] * (7 - len(row)) for row in rows("seed_gold_dev.tsv")]
    for _, found in groupby((row for row in body if row[6] != "meta"), key=lambda row: row[0]):
        sentence = list(found)
        cut = Cut(tuple(row[1] for row in sentence), tuple(row[2] for row in sentence))
        optional = frozenset(end for end, row in zip(cut.ends, sentence, strict=True) if row[5] == "+next")
        items.append(Cut(cut.words, cut.readings, optional))
    return items


def cpp() -> list[Marked]:
    """Encyclopedia sentences with one marked character; the reading is numbered, ü as v."""
    items = []
    sentences, labels = packed_lines("cpp_dev.sent.gz"), packed_lines("cpp_dev.lb.gz")
    for sentence, label in zip(sentences, labels, strict=True):
        if sentence:
            at = sentence.index("▁")
            reading = label.strip().replace("u:", "v")
            items.append(Marked(sentence.replace("▁", ""), at, at + 1, (reading,)))
    return items


def dependencies() -> list[Cut]:
    """The sentences of UD Chinese GSDSimp, in the words of that treebank."""
    items, words = [], []
    for line in packed_lines("ud_dev.conllu.gz"):
        fields = line.split("\t")
        if fields[0].isdigit():
            words.append(fields[1])
        elif not line and words:
            items.append(Cut(tuple(words), ("",) * len(words)))
            words = []
    return items
