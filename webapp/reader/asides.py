"""What a card mentions: its characters, its measure words, the words of another cut.

All of them are opened in place, so the page has to carry them. Each goes by a key
that the card itself spells out, so that no card has to list them: ``行háng`` for a
character as it is read there, ``家 jiā`` for a measure word, ``研究生`` for a word
of another cut.

A page mentions five hundred characters. They stand in no sentence, so nothing is
weighed for them: their senses come in the dictionary's order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Union

from webapp.language import pinyin
from webapp.language.script import is_han, to_simplified
from webapp.lexicon.cedict import Classifier, Entry
from webapp.lexicon.meanings import is_pointer, with_meanings

if TYPE_CHECKING:
    from webapp.language.document import Word
    from webapp.reader.cards import Card
    from webapp.reader.engine import Engine

ASIDES_KEPT = 8_000


@dataclass(frozen=True, slots=True)
class Brief:
    """A character or measure word in brief; ``other`` is its form in the other script, "" where it is the same or one of several."""

    text: str
    pinyin: str
    senses: tuple[str, ...]
    other: str
    level: int | None


Mentioned = Union["Card", Brief]


class Asides:
    """Finds what a card mentions; ``made`` makes the card of a word that stands by itself."""

    def __init__(self, engine: Engine, made: Callable[[Word], Card]) -> None:
        self._engine = engine
        self._made = made
        self._kept: dict[str, Mentioned | None] = {}

    def of(self, card: Card) -> Iterator[tuple[str, Mentioned]]:
        """Yield the keys of what ``card`` mentions, each with what there is to say of it."""
        if len(card.text) > 1:
            for base, reading in card.ruby:
                if reading and len(base) == 1 and is_han(base):
                    key = base + reading.lower()
                    yield from self._aside(key, partial(self._brief, base, pinyin.to_numbered(reading)))
        for each in card.entries[0].classifiers if card.entries else ():
            key = f"{each.simplified} {pinyin.join(each.syllables)}"
            yield from self._aside(key, partial(self._measure, each))
        for text in {text for cut in card.other_cuts for text in cut}:
            yield from self._aside(text, partial(self._word, text))

    def _aside(self, key: str, find: Callable[[], Mentioned | None]) -> Iterator[tuple[str, Mentioned]]:
        if key not in self._kept:
            if len(self._kept) >= ASIDES_KEPT:
                self._kept.clear()
            self._kept[key] = find()
        known = self._kept[key]
        if known is not None:
            yield key, known

    def _measure(self, found: Classifier) -> Brief | None:
        brief = self._brief(found.simplified, " ".join(found.syllables))
        counts = [sense for sense in brief.senses if "classifier" in sense] if brief else []
        return (
            replace(brief, senses=(*counts, *(s for s in brief.senses if s not in counts))) if brief else None
        )

    def _brief(self, text: str, reading: str) -> Brief | None:
        """Take the entries that are read so; of a light syllable (西 in 东西) those that there are."""
        lexicon = self._engine.lexicon
        listed = lexicon.entries(text)
        entries = [each for each in listed if not is_pointer(each)] or [
            with_meanings(e, lexicon) for e in listed
        ]
        own = _read_as(entries, reading) or (
            _read_as(entries, " ".join(entries[0].syllables)) if entries else []
        )
        if not own:
            return None
        senses = tuple(sense for entry in own for sense in entry.senses)
        forms = {own[0].simplified, own[0].traditional} - {text} if len(own) == 1 else set()
        level = self._engine.levels.level(to_simplified(text))
        return Brief(text, pinyin.join(own[0].syllables), senses, "".join(forms), level)

    def _word(self, text: str) -> Card | None:
        tokens = self._engine.annotator.sentences([text])[0]
        return self._made(tokens[0].word) if len(tokens) == 1 else None


def _read_as(entries: Sequence[Entry], reading: str) -> list[Entry]:
    """Return the entries of a reading, those that point elsewhere last; surnames only where there is nothing else."""
    found = [entry for entry in entries if " ".join(entry.syllables).lower() == reading.lower()]
    own = [entry for entry in found if not entry.is_surname] or found
    return sorted(own, key=lambda entry: entry.reference is not None)  # 秊, an old 年, behind 年 itself
