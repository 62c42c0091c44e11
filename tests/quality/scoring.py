"""How often an annotator is right, section by section.

An annotator takes texts of a line each and gives the tokens of each. Ours and
the baselines are measured by the same functions; a figure is always "right out
of so many", so that a floor under it means the same everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tests.quality import gold
from webapp.language.pinyin import to_numbered
from webapp.language.script import has_han


@dataclass(frozen=True, slots=True)
class Seen:
    """What an annotator says of a token. ``ruby`` pairs pieces of the text with marked readings."""

    text: str
    ruby: tuple[tuple[str, str], ...]
    spoken: str = ""
    gloss: str = ""
    has_card: bool = False
    doubtful: bool = False


Annotator = Callable[[Sequence[str]], list[list[Seen]]]


@dataclass
class Section:
    """The figures of a section as (right, out of), and what was wrong."""

    figures: dict[str, tuple[float, float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def count(self, name: str, right: Collection[bool] | Iterable[bool]) -> None:
        hits = list(right)
        self.figures[name] = (sum(hits), len(hits))

    def share(self, name: str) -> float:
        right, total = self.figures[name]
        return right / total if total else 1.0


class Line:
    """A text's tokens, with their places in it."""

    def __init__(self, text: str, tokens: Sequence[Seen]) -> None:
        assert "".join(token.text for token in tokens) == text, "the tokens do not spell the text back"
        self.tokens = tokens
        self.starts: list[int] = []
        self.pieces: list[tuple[int, int, str]] = []
        at = 0
        for token in tokens:
            self.starts.append(at)
            for base, reading in token.ruby:
                self.pieces.append((at, at + len(base), reading))
                at += len(base)
        self.ends = [*self.starts[1:], at]

    @property
    def cuts(self) -> set[int]:
        return set(self.starts) - {0}

    def token_at(self, place: int) -> Seen:
        return next(t for t, end in zip(self.tokens, self.ends, strict=True) if place < end)

    def reading_at(self, place: int) -> str:
        """The reading of one character, also where a piece of several is read syllable by syllable."""
        for start, end, reading in self.pieces:
            if start <= place < end:
                syllables = reading.split()
                return syllables[place - start] if end - start == len(syllables) else reading
        return ""

    def readings_within(self, start: int, end: int) -> str:
        return " ".join(r for s, e, r in self.pieces if start <= s and e <= end and r)


def canonical(reading: str) -> str:
    """Return marked pinyin without spaces, apostrophes, hyphens and case."""
    return re.sub(r"[\s'’·\-]", "", unicodedata.normalize("NFC", reading)).lower()


def lines(annotate: Annotator, texts: Sequence[str]) -> list[Line]:
    return [Line(text, tokens) for text, tokens in zip(texts, annotate(texts), strict=True)]


def is_right(reading: str, accepted: Iterable[str]) -> bool:
    return canonical(reading) in set(map(canonical, accepted))


def agreement(cuts: Sequence[tuple[set[int], Collection[int]]]) -> tuple[float, float]:
    """Return F1 of (found, right) cuts, as hits and total: 2 x agreeing out of all found and all right."""
    agreeing = sum(len(found & set(right)) for found, right in cuts)
    return 2 * agreeing, sum(len(found) + len(right) for found, right in cuts)


def coverage(section: Section, found: Iterable[Line]) -> None:
    """Count the Han tokens that have a card, and those that are beyond doubt."""
    han = [token for line in found for token in line.tokens if has_han(token.text)]
    section.count("Han tokens with a card", [token.has_card for token in han])
    section.count("Han tokens beyond doubt", [not token.doubtful for token in han])
    section.errors += [f"no card: {token.text}" for token in han if not token.has_card]


def sample(annotate: Annotator) -> Section:
    section, items = Section(), gold.sample_article()
    found = lines(annotate, [item.text for item in items])
    cuts, readings = [], []
    for item, line in zip(items, found, strict=True):
        firm = set(item.ends[:-1]) - item.optional
        cuts.append((line.cuts - item.optional, firm))
        section.errors += [_cut_error(item.text, cut, line) for cut in sorted(cuts[-1][0] ^ firm)]
        for (start, end), reading in zip(pairwise((0, *item.ends)), item.readings, strict=True):
            if reading:
                have = line.readings_within(start, end)
                readings.append(is_right(have, [reading]))
                if not readings[-1]:
                    section.errors.append(f"{item.text[start:end]}: {reading}, not {have!r}")
    section.figures["cuts (F1)"] = agreement(cuts)
    section.count("tokens read right", readings)
    coverage(section, found)
    return section


def polyphones(annotate: Annotator) -> Section:
    section, items = Section(), gold.marked("polyphones_dev.tsv")
    found = lines(annotate, [item.text for item in items])
    _score_places(section, items, found, lambda item, have: is_right(have, item.accepted), "read right")
    coverage(section, found)
    return section


def cpp(annotate: Annotator) -> Section:
    section, items = Section(), gold.cpp()
    found = lines(annotate, [item.text for item in items])
    _score_places(section, items, found, _is_right_but_for_neutral, "read right, neutral tone optional")
    return section


def numerals(annotate: Annotator) -> Section:
    section, items = Section(), gold.marked("numerals_dev.tsv")
    right = []
    for item, line in zip(items, lines(annotate, [item.text for item in items]), strict=True):
        have = line.readings_within(item.start, item.end)
        right.append(is_right(have, item.accepted))
        if not right[-1]:
            section.errors.append(f"{_shown(item)}: {item.accepted[0]}, not {have!r}")
    section.count("spoken right", right)
    return section


def traps(annotate: Annotator) -> Section:
    section, items = Section(), gold.traps()
    cuts, passed = [], []
    for item, line in zip(items, lines(annotate, [item.text for item in items]), strict=True):
        torn = any(start < cut < end for cut in line.cuts for start, end in item.whole)
        passed.append(item.tested <= line.cuts and not torn)
        cuts.append((line.cuts - item.optional, item.firm))
        if not passed[-1]:
            section.errors.append("/".join(token.text for token in line.tokens))
    section.count("sentences", passed)
    section.figures["cuts (F1)"] = agreement(cuts)
    return section


def spoken_tones(annotate: Annotator) -> Section:
    section, items = Section(), gold.phrases("tone_sandhi_dev.tsv")
    right = []
    for item, line in zip(items, lines(annotate, [item.text for item in items]), strict=True):
        have = "".join(token.spoken for token in line.tokens)
        right.append(is_right(have, item.accepted))
        if not right[-1]:
            section.errors.append(f"{item.text}: {item.accepted[0]}, not {have!r}")
    section.count("right", right)
    return section


def senses(annotate: Annotator) -> Section:
    section, items = Section(), gold.marked("gloss_sense_dev.tsv", between=" || ")
    right = []
    for item, line in zip(items, lines(annotate, [item.text for item in items]), strict=True):
        token = line.token_at(item.start)
        is_cut_so = token.text == item.text[item.start : item.end]
        wanted = set().union(*map(wordings, item.accepted))
        right.append(is_cut_so and not wanted.isdisjoint(wordings(token.gloss)))
        if not right[-1]:
            section.errors.append(f"{_shown(item)}: {item.accepted[0]}, not {token.gloss!r}")
    section.count("right sense on top", right)
    return section


def traditional(annotate: Annotator) -> Section:
    section, items = Section(), gold.traditional()
    cuts, right = [], []
    for item, line in zip(items, lines(annotate, [item.text for item in items]), strict=True):
        cuts.append((line.cuts, item.ends[:-1]))
        for (start, end), reading in zip(pairwise((0, *item.ends)), item.readings, strict=True):
            for place, syllable in zip(range(start, end), reading.split(), strict=False):
                right.append(is_right(line.reading_at(place), [syllable]))
                if not right[-1]:
                    section.errors.append(f"{item.text} {item.text[start:end]}: {reading}")
    section.count("characters read right", right)
    section.figures["cuts (F1)"] = agreement(cuts)
    return section


def dependencies(annotate: Annotator) -> Section:
    section = Section()
    coverage(section, lines(annotate, [item.text for item in gold.dependencies()]))
    return section


SECTIONS: dict[str, Callable[[Annotator], Section]] = {
    "sample article": sample,
    "polyphones": polyphones,
    "numerals": numerals,
    "segmentation traps": traps,
    "spoken tones": spoken_tones,
    "senses": senses,
    "traditional": traditional,
    "CPP": cpp,
    "UD": dependencies,
}


def wordings(sense: str) -> set[str]:
    """Return what a sense says in other words, without its parentheses.

    >>> sorted(wordings("to spend (money, time); to use"))
    ['to spend', 'to use']
    """
    bare = re.sub(r"\([^)]*\)", " ", sense)
    return {" ".join(part.split()).strip(" .,").lower() for part in re.split(r"[;/]", bare)} - {""}


def _score_places(
    section: Section,
    items: Sequence[gold.Marked],
    found: Sequence[Line],
    judge: Callable[[gold.Marked, str], bool],
    name: str,
) -> None:
    """Judge the reading at each marked character; count how many of the wrong ones are owned up to."""
    right, owned = [], []
    for item, line in zip(items, found, strict=True):
        have = line.reading_at(item.start)
        right.append(judge(item, have))
        if not right[-1]:
            owned.append(line.token_at(item.start).doubtful)
            section.errors.append(f"{_shown(item)}: {item.accepted[0]}, not {have!r}")
    section.count(name, right)
    section.count("wrong ones marked doubtful", owned)


def _is_right_but_for_neutral(item: gold.Marked, have: str) -> bool:
    want = item.accepted[0] if item.accepted[0][-1].isdigit() else item.accepted[0] + "5"
    got = to_numbered(have.lower()).replace("ü", "v")
    return got == want or (got[:-1] == want[:-1] and "5" in (got[-1:], want[-1]))


def _shown(item: gold.Marked) -> str:
    before, after = item.text[max(0, item.start - 10) : item.start], item.text[item.end : item.end + 10]
    return f"{before}[{item.text[item.start : item.end]}]{after}"


def _cut_error(text: str, cut: int, line: Line) -> str:
    kind = "a cut too many" if cut in line.cuts else "a cut missing"
    return f"{kind}: {text[max(0, cut - 6) : cut]}|{text[cut : cut + 6]}"
