"""The words of one page as the JSON that its script reads: hovering asks the network for nothing.

The block is kept small, as it is most of the page: an entry that many tokens
share stands in it once, so does a card, and both are lists whose empty tail is
left out. Its shape is declared for the scripts in ``static/js/types.d.ts``::

    {"tokens":  [[[0, 1, -1], ...], ...],          block > sentence > token -> card, -1 without one
     "cards":   [[text, reading, gloss, entries, note, spoken, level, parts, readings, cuts, kind], ...],
     "entries": [[simplified, reading, senses, traditional, classifiers, is_surname], ...]}

A *reading* is divided: ``yín|háng``, ``Xī|'ān``, ``èr líng èr wǔ| nián``. Without
its bars it is the word's pinyin, and piece by piece it stands over the pieces of
the text, so that tones can be coloured and ruby set over single characters.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from webapp.language import pinyin
from webapp.lexicon.cedict import Entry
from webapp.reader.cards import Card

Value = str | int | list["Value"]
NO_CARD = -1

# Escaped so that no text can end the element it stands in, nor open a comment in it.
_UNSAFE = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


class Words:
    """Collects the distinct cards and entries of a page, each under a number of its own."""

    def __init__(self) -> None:
        self._cards: dict[str, int] = {}
        self._entries: dict[str, int] = {}

    def card(self, card: Card) -> int:
        """Return the number of a card, or ``NO_CARD`` when it would have nothing to say."""
        if not (card.gloss or card.entries or card.note or card.parts or card.pinyin):
            return NO_CARD
        return _numbered(self._cards, _without_tail(self._card(card)))

    def block(self, tokens: Sequence[Sequence[Sequence[int]]]) -> str:
        """Return the JSON, safe inside a script element, given each token's card number."""
        numbers = json.dumps(tokens, separators=(",", ":"))
        cards, entries = ",".join(self._cards), ",".join(self._entries)
        return f'{{"tokens":{numbers},"cards":[{cards}],"entries":[{entries}]}}'.translate(_UNSAFE)

    def _card(self, card: Card) -> list[Value]:
        return [
            card.text,
            divided(card.ruby, card.pinyin or ""),
            card.gloss or "",
            [self._entry(entry) for entry in card.entries],
            card.note or "",
            card.spoken if card.spoken and card.spoken != card.pinyin else "",
            card.level or 0,
            [number for part in card.parts if (number := self.card(part)) != NO_CARD],
            list(card.other_readings) if card.doubtful or card.decided_by != "word" else [],
            ["|".join(cut) for cut in card.other_cuts],
            "" if card.kind == "word" else card.kind,
        ]

    def _entry(self, entry: Entry) -> int:
        value: list[Value] = [
            entry.simplified,
            "|".join(pieces(entry.syllables)),
            list(entry.senses),
            entry.traditional if entry.traditional != entry.simplified else "",
            [f"{each.simplified} {pinyin.join(each.syllables)}" for each in entry.classifiers],
            int(entry.is_surname),
        ]
        return _numbered(self._entries, _without_tail(value))


def pieces(syllables: Iterable[str]) -> list[str]:
    """Return numbered syllables as they are written together, still apart.

    >>> pieces(["Xi1", "an1"]), pieces(["Bei3", "jing1", "Da4", "xue2"])
    (['Xī', "'ān"], ['Běi', 'jīng', ' Dà', 'xué'])
    """
    read: list[str] = []
    apart: list[str] = []
    written = ""
    for syllable in syllables:
        read.append(syllable)
        longer = pinyin.join(read)
        apart.append(longer[len(written) :])
        written = longer
    return apart


def divided(ruby: Sequence[tuple[str, str]], whole: str) -> str:
    """Return a word's pinyin with a bar between the readings of its pieces.

    >>> divided([("西", "Xī"), ("安", "ān")], "Xī'ān")
    "Xī|'ān"
    >>> divided([("2025", "èr líng èr wǔ"), ("年", "nián")], "èr líng èr wǔ nián")
    'èr líng èr wǔ| nián'
    >>> divided([("帕", "Pà"), ("·", ""), ("罗", "Luó")], "Pà Luó")
    'Pà|| Luó'
    """
    apart: list[str] = []
    at = 0
    for _, reading in ruby:
        found = whole.find(reading, at) if reading else at
        if found < 0:  # written otherwise than its pieces are: it stays whole
            return whole
        apart.append(whole[at : found + len(reading)])
        at = found + len(reading)
    return "|".join(apart) + whole[at:]


def _without_tail(value: list[Value]) -> str:
    while len(value) > 1 and not value[-1]:
        value.pop()
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _numbered(known: dict[str, int], value: str) -> int:
    return known.setdefault(value, len(known))
