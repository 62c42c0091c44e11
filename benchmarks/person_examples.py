"""The examples that ``train_persons.py`` learns from: surnames in tagged sentences, with a name or without."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from webapp.language.classes import Classifier
from webapp.language.given_names import GivenNames
from webapp.language.names import SPEAKING
from webapp.language.numerals import scan
from webapp.language.overlaps import Overlaps
from webapp.language.person_candidates import IMPOSSIBLE, Candidate, candidates, is_calling
from webapp.language.person_worth import UNLIKELY
from webapp.language.pieces import pieces
from webapp.language.recut import Recutter
from webapp.language.script import to_simplified
from webapp.language.seams import Seams
from webapp.language.segmentation import Segmenter
from webapp.language.transliterations import TRANSLITERATING
from webapp.language.word_classes import CLOSED_CLASS, RARELY_SURNAMES, SURNAMES
from webapp.lexicon.lexicon import Lexicon

OFTEN = 6
"""A name that comes again and again is an example so many times."""
WHOLE_SHARE, SHORT_SHARE = 0.25, 0.4
"""So many of the borrowed names are left as they are, and so many get a given name of one character."""
ROUNDS = 3
"""So often is each sentence lent a name."""
LONGEST, MOST = 60, 6000
"""Sentences of so many characters are lent names, and so many of a file."""
PRONOUN = re.compile("(?<![其吉维排利])[他她](?!们)")


class Sentence(NamedTuple):
    """A sentence in simplified characters, and the Chinese names in it."""

    text: str
    names: Mapping[int, int]  # where each begins and ends
    unsure: frozenset[int]  # places that are part of what may be a name or not


class Group(NamedTuple):
    """The candidates that begin at one surname, and which of them is right (-1: none)."""

    candidates: tuple[Candidate, ...]
    right: int
    held: bool
    source: str


def sentences(path: Path, names_known: Callable[[str], bool]) -> Iterator[Sentence]:
    is_by_hand = "PER" not in path.read_text("utf-8")[:200_000]
    for line in path.read_text("utf-8").splitlines():
        at, words, spans, was_surname = 0, [], [], False
        for token in line.split():
            word, _, tag = token.rpartition("/")
            word = word.strip("[]")
            if was_surname and tag == "nr" and len(word) <= 2 and len(words[-1]) <= 2:
                spans[-1] = (spans[-1][0], at + len(word), True)
                was_surname = False
            elif word:
                was_surname = tag == "nr"
                if tag in ("nr", "PER"):
                    spans.append((at, at + len(word), False))
            words.append(word)
            at += len(word)
        text = "".join(words)
        plain = to_simplified(text)
        if len(plain) != len(text):
            continue
        names, unsure = {}, set()
        for start, end, is_full in spans:
            if not is_by_hand and end - start == 3 and plain[end - 1] in SPEAKING:
                end -= 1  # 凤姐 + 道
            name = plain[start:end]
            longest = 4 if name[:2] in SURNAMES else 3
            fits = 1 < len(name) <= longest and (name[0] in SURNAMES or name[:2] in SURNAMES)
            if fits and not is_by_hand:
                given = name[2 if name[:2] in SURNAMES else 1 :]
                fits = (
                    not TRANSLITERATING.issuperset(name)
                    and CLOSED_CLASS.isdisjoint(given)
                    and names_known(given)
                )
            if fits and (is_full or not is_by_hand):
                names[start] = end
            else:
                unsure.update(range(start, end))
        yield Sentence(plain, names, frozenset(unsure))


class Lender:
    """Makes up names of the parts of known ones."""

    def __init__(self, full: Sequence[str], pick: random.Random) -> None:
        self._full = full
        self._pick = pick
        counts = Counter(name[: 2 if name[:2] in SURNAMES else 1] for name in full)
        counts.update(SURNAMES - RARELY_SURNAMES)
        self._surnames = list(counts)
        self._shares = [count**0.5 for count in counts.values()]

    def name(self) -> str:
        chance = self._pick.random()
        name = self._pick.choice(self._full)
        if chance < WHOLE_SHARE:
            return name
        surname = self._pick.choices(self._surnames, self._shares)[0]
        given = name[2 if name[:2] in SURNAMES else 1 :]
        return surname + (given if chance > WHOLE_SHARE + SHORT_SHARE else self._pick.choice(given))

    def sentences(self, texts: Sequence[Sentence]) -> Iterator[Sentence]:
        """Yield the sentences without a name that have 他 or 她, with one in its place."""
        for text, names, unsure in texts:
            if names or unsure:
                continue
            if places := [match.start() for match in PRONOUN.finditer(text)]:
                at, name = self._pick.choice(places), self.name()
                yield Sentence(text[:at] + name + text[at + 1 :], {at: at + len(name)}, frozenset())


class Cutter:
    """Cuts runs as the engine does, without the names that jieba lists."""

    def __init__(self, lexicon: Lexicon) -> None:
        tags = lexicon.tags()
        weights = {
            word: weight
            for word, weight in lexicon.weights().items()
            if not (
                tags.get(word, "").startswith("nr")
                and len(word) > 1
                and word[0] in SURNAMES
                and not lexicon.readings(word)
            )
        }
        classify = Classifier(tags).__getitem__
        self.segmenter = Segmenter(weights)
        self._overlaps = Overlaps.load(tags)
        self._seams = Seams(self.segmenter, classify)
        self._recutter = Recutter.load(self.segmenter, classify)

    def words(self, run: str, mark: str) -> list[str]:
        found = self.segmenter.cut(run)
        if found.rivals:
            found = self._overlaps.settle(found, "^")
        words = self._seams.mend(list(found.words))
        self._recutter.free_nouns(words)
        return self._recutter.adjust(words, mark)


class Worth:
    """Nought for what may be a name by its characters."""

    def __init__(self, cutter: Cutter, names: GivenNames) -> None:
        self._segmenter = cutter.segmenter
        self._names = names

    def of(self, surname: str, char: str, last: str) -> tuple[float, float]:
        return self._odds(surname, char), self._odds(surname, char + last) if last else IMPOSSIBLE

    def _odds(self, surname: str, given: str) -> float:
        odds = self._names.likelihood(given) - sum(map(self._segmenter.weight, given))
        is_none = odds < UNLIKELY or is_calling(surname, given, self._segmenter.__contains__)
        return IMPOSSIBLE if is_none else 0.0


def groups(
    given: Sentence, cutter: Cutter, names: GivenNames, seen: Counter[str], held: bool, source: str
) -> Iterator[Group]:
    text = given.text
    if SURNAMES.isdisjoint(text):
        return
    worth = Worth(cutter, names).of
    for piece in pieces(text, scan(text)):
        if piece.kind != "han":
            continue
        run = text[piece.start : piece.end]
        if SURNAMES.isdisjoint(run) or len(run) < 2:
            continue
        words = cutter.words(run, "")
        before = text[piece.start - 1 : piece.start] if piece.start else ""
        after = text[piece.end : piece.end + 1]
        by_start: dict[int, list[Candidate]] = {}
        for each in candidates(words, run, (before, after), cutter.segmenter, worth):
            by_start.setdefault(each.start, []).append(each)
        for start, found in by_start.items():
            place = piece.start + start
            if place in given.unsure:
                continue
            end = given.names.get(place)
            right = -1
            if end is not None:
                right = next(
                    (
                        index
                        for index, each in enumerate(found)
                        if piece.start + each.start + len(each.surname + each.given) == end
                    ),
                    -1,
                )
                if right < 0:
                    continue
                name = text[place:end]
                seen[name] += 1
                if seen[name] > OFTEN and not source.startswith("borrowed"):
                    continue
            yield Group(tuple(found), right, held, source)
