"""How hard a text is to read, estimated from a few of its pages.

Two figures, because one misleads: the HSK level under which nearly all of the
words fall that the syllabus has, and the share of all words that are above that
level or in no syllabus at all. Names, numbers and foreign words are left out:
they are no vocabulary.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from webapp.language.document import Document
from webapp.language.script import has_han
from webapp.reader.cards import Card, Cards

NEARLY_ALL = 0.95
SAMPLE_PAGES = 3
HIGHEST = 7  # stands for 7-9


@dataclass(frozen=True, slots=True)
class Difficulty:
    """``level`` 1 to 7, 7 for the band 7-9; ``share_above`` 0 to 1."""

    level: int
    share_above: float


def sample(count: int) -> list[int]:
    """Return the numbers of the pages of ``count`` to judge a text by.

    >>> sample(1), sample(2), sample(700)
    ([1], [1, 2], [1, 351, 631])
    """
    return list(dict.fromkeys((1, count // 2 + 1, max(1, count * 9 // 10 + 1))))[:count]


def difficulty(documents: Iterable[Document], cards: Cards) -> Difficulty:
    """Judge annotated pages of a text."""
    levels: Counter[int | None] = Counter()
    for document in documents:
        for block in document.blocks:
            for sentence in block.sentences:
                levels.update(_level(card) for card in cards.cards(sentence.tokens) if _counts(card))
    return _judged(levels)


def _judged(levels: Counter[int | None]) -> Difficulty:
    listed = sum(count for level, count in levels.items() if level is not None)
    if not listed:
        return Difficulty(HIGHEST, float(bool(levels)))
    below, level = 0, HIGHEST
    for level in range(1, HIGHEST + 1):
        below += levels[level]
        if below >= NEARLY_ALL * listed:
            break
    return Difficulty(level, 1 - below / levels.total())


def _counts(card: Card) -> bool:
    return card.kind == "word" and has_han(card.text)


def _level(card: Card) -> int | None:
    """Return a word's level; a compound that no list has is as hard as the hardest of its parts."""
    if card.level is not None or not card.parts:
        return card.level
    return _hardest([_level(part) for part in card.parts if _counts(part)])


def _hardest(levels: Sequence[int | None]) -> int | None:
    known = [level for level in levels if level is not None]
    return max(known) if known and len(known) == len(levels) else None
