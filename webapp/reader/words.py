"""The words of one page as the JSON that its script reads: hovering asks the network for nothing.

Its shape is declared for the scripts in ``static/js/types.d.ts``::

    {"tokens":  [[[0, 1, -1], ...], ...],          block > sentence > token -> card, -1 without one
     "cards":   [[entries, gloss, text, reading, note, spoken, level, parts, readings, cuts, kind], ...],
     "entries": [[simplified, reading, senses, traditional, classifiers, is_surname, taiwan], ...],
     "forms":   {"hant": {"丰田": "豐田"}, ...},       words in the other script (forms.py)
     "asides":  {"行háng": "row/line||3", ...}}    what cards mention (asides.py) -> its card, or a small one

The block is half of the page, so it is kept small. An entry that many tokens
share stands in it once, and so does a card. A list's empty tail is left out.
A card whose text and reading are those of its first entry leaves them empty,
and where its gloss is the first senses of that entry it only says how many.
Five hundred characters are mentioned on a page, so of those that are no words on it
only the first senses travel: ``senses|other script|level|pinyin``, the last where its key does
not end in it.

A *reading* is divided: ``yín|háng``, ``Xī|'ān``, ``èr líng èr wǔ| nián``. Without
its bars it is the word's pinyin, and piece by piece it stands over the pieces of
the text, so that tones can be coloured and ruby set over single characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from json import JSONEncoder

from webapp.language import pinyin
from webapp.language.document import Script
from webapp.lexicon.cedict import Entry
from webapp.reader.asides import Asides, Mentioned
from webapp.reader.cards import Card
from webapp.reader.forms import Form

Value = str | int | list["Value"]
NO_CARD = -1
SENSE_END = "/"  # as in CC-CEDICT, whose senses have none in them
MOST_SENSES, MOST_LETTERS = 3, 40  # of a character that is only mentioned
ENTRIES_KEPT = 5_000  # written out; a few megabytes

_write = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

# Escaped so that no text can end the element it stands in, nor open a comment in it.
_UNSAFE = tuple((char, f"\\u{ord(char):04x}") for char in "<>&\u2028\u2029")

# Chinese cited in a sense: 個|个[ge4], or 被[bei4] where both scripts are one.
_READING = re.compile(
    r"\[+([A-Za-zü:]+[1-5](?: ?[A-Za-zü:]+[1-5])*)\]+"
)  # a reading alone: Taiwan pr. [han4]
_CITED = re.compile(r"(?:([^\s,;:|()\[\]\"]+)\|)?([^\s,;:|()\[\]\"]+)\[+([^\]]*)\]+")


class Words:
    """Collects the distinct cards and entries of a page, each under a number of its own."""

    def __init__(self, script: Script, asides: Asides) -> None:
        self._script = script
        self._asides = asides
        self._mentioned: dict[str, Mentioned] = {}
        self._read: dict[tuple[str, str], int] = {}  # cards by text and pinyin
        self._cards: dict[str, int] = {}
        self._entries: dict[str, int] = {}
        self._known: dict[int, tuple[Card, int]] = {}  # the card held: its identity stays taken

    def card(self, card: Card) -> int:
        """Return the number of a card, or ``NO_CARD`` when it would have nothing to say."""
        known = self._known.get(id(card))
        if known is None:
            is_silent = not (card.gloss or card.entries or card.note or card.parts or card.pinyin)
            number = NO_CARD if is_silent else _numbered(self._cards, _without_tail(self._card(card)))
            known = self._known[id(card)] = (card, number)
            self._read.setdefault((card.text, (card.pinyin or "").lower()), number)
            for key, found in self._asides.of(card):
                if key not in self._mentioned:
                    self._mentioned[key] = found
                    if isinstance(found, Card):
                        self.card(found)
        return known[1]

    def block(
        self, tokens: Sequence[Sequence[Sequence[int]]], forms: Mapping[str, Mapping[str, Form]] | None = None
    ) -> str:
        """Return the JSON, safe inside a script element, given each token's card number."""
        numbers = _write(tokens)
        asides = _write({key: self._aside(key, self._mentioned[key]) for key in sorted(self._mentioned)})
        cards, entries = ",".join(self._cards), ",".join(self._entries)
        block = f'{{"tokens":{numbers},"cards":[{cards}],"entries":[{entries}],"forms":{_write(forms or {})},"asides":{asides}}}'
        for char, escape in _UNSAFE:  # a twentieth of the time that str.translate takes
            block = block.replace(char, escape)
        return block

    def _card(self, card: Card) -> list[Value]:
        first = card.entries[0] if card.entries else None
        reading = divided(card.ruby, card.pinyin or "")
        return [
            [_numbered(self._entries, _entry(entry, self._script)) for entry in card.entries],
            self._gloss(card.gloss or "", first),
            card.text if first is None or card.text != first.simplified else "",
            reading if first is None or reading != _reading(first) else "",
            card.note or "",
            card.spoken if card.spoken and card.spoken != card.pinyin else "",
            card.level or 0,
            [number for part in card.parts if (number := self.card(part)) != NO_CARD],
            list(card.other_readings) if card.doubtful or card.decided_by != "word" else [],
            ["|".join(cut) for cut in card.other_cuts],
            "" if card.kind == "word" else card.kind,
        ]

    def _aside(self, key: str, found: Mentioned) -> int | str:
        number = self._read.get((found.text, (found.pinyin or "").lower()), NO_CARD)
        if number != NO_CARD or isinstance(found, Card):
            return self.card(found) if isinstance(found, Card) else number
        senses = [readable(sense, self._script) for sense in found.senses]
        while len(senses) > 1 and (len(senses) > MOST_SENSES or len("/".join(senses)) > MOST_LETTERS):
            senses.pop()
        apart = "" if key.endswith(found.pinyin) else found.pinyin
        brief = (SENSE_END.join(senses), found.other, str(found.level or ""), apart)
        return "|".join(brief).rstrip("|")

    def _gloss(self, gloss: str, first: Entry | None) -> str | int:
        senses = first.senses if first else ()
        lengths = range(1, len(senses) + 1)
        return next((length for length in lengths if "; ".join(senses[:length]) == gloss), gloss)


@lru_cache(ENTRIES_KEPT)
def _entry(entry: Entry, script: Script) -> str:
    value: list[Value] = [
        entry.simplified,
        _reading(entry),
        SENSE_END.join(readable(sense, script) for sense in entry.senses),
        entry.traditional if entry.traditional != entry.simplified else "",
        [f"{each.simplified} {pinyin.join(each.syllables)}" for each in entry.classifiers],
        int(entry.is_surname),
        "|".join(pieces(entry.taiwan or ())),
    ]
    return _without_tail(value)


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


def readable(sense: str, script: Script = "hans") -> str:
    """Return a sense with the Chinese that it cites in one script, its pinyin with tone marks.

    >>> readable("variant of 後|后[hou4]"), readable("variant of 後|后[hou4]", "hant")
    ('variant of 后 hòu', 'variant of 後 hòu')
    >>> readable("and (Taiwan pr. [han4])")
    'and (Taiwan pr. hàn)'
    """

    def cited(match: re.Match[str]) -> str:
        form = match[1] if script == "hant" and match[1] else match[2]
        return f"{form} {pinyin.join(pinyin.parse(match[3]))}"

    if "[" not in sense:
        return sense
    return _READING.sub(lambda match: pinyin.join(pinyin.parse(match[1])), _CITED.sub(cited, sense))


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


def _reading(entry: Entry) -> str:
    return "|".join(pieces(entry.syllables))


def _without_tail(value: list[Value]) -> str:
    while len(value) > 1 and not value[-1]:
        value.pop()
    return _write(value)


def _numbered(known: dict[str, int], value: str) -> int:
    return known.setdefault(value, len(known))
