"""The data contract: cards as the JSON, text and table rows that other programs read.

What each key means is written down once, in the README under "The data"; a key
is added freely, renamed never.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from webapp.language import pinyin
from webapp.language.document import Document, Sentence
from webapp.lexicon.cedict import Entry
from webapp.reader.cards import Card, Cards

Json = dict[str, Any]

FIELDS: dict[str, Callable[[Card], Any]] = {
    "text": attrgetter("text"),
    "start": attrgetter("start"),
    "end": attrgetter("end"),
    "kind": attrgetter("kind"),
    "ruby": attrgetter("ruby"),
    "pinyin": attrgetter("pinyin"),
    "spoken": attrgetter("spoken"),
    "gloss": lambda card: worded(card),
    "entries": lambda card: [entry(each) for each in card.entries],
    "parts": lambda card: [token(part) for part in card.parts],
    "note": attrgetter("note"),
    "level": attrgetter("level"),
    "decided_by": attrgetter("decided_by"),
    "doubtful": attrgetter("doubtful"),
    "others": lambda card: {"readings": card.other_readings, "cuts": card.other_cuts},
}
"""The keys of a token, in their order, each with where it comes from."""

ALL_FIELDS = tuple(FIELDS)
SENSE_FIELDS = frozenset({"gloss", "entries", "parts"})
TABLE_FIELDS = ("start", "end", "text", "kind", "pinyin", "spoken", "gloss", "note", "level", "doubtful")

# What ends a line for some readers of ours though not for JSON.
_LINE_ENDS = {"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_CELL = (
    {code: f"\\x{code:02x}" for code in range(0x20)}
    | str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
    | str.maketrans(_LINE_ENDS)
)
_FORMULA = ("=", "+", "-", "@")


def token(card: Card, fields: Sequence[str] = ALL_FIELDS) -> Json:
    """Return a token of the contract, or only some of its keys."""
    return {field: FIELDS[field](card) for field in fields}


def worded(card: Card) -> str | None:
    """Return the gloss as a program finds it in the entry: in plain words only where the dictionary has none."""
    return card.wording or card.gloss


def entry(found: Entry) -> Json:
    """Return a dictionary entry of the contract, its pinyin with tone marks."""
    return {
        "simplified": found.simplified,
        "traditional": found.traditional,
        "pinyin": pinyin.join(found.syllables),
        "senses": found.senses,
        "classifiers": [
            {"hanzi": each.simplified, "pinyin": pinyin.join(each.syllables)} for each in found.classifiers
        ],
        "taiwan": pinyin.join(found.taiwan) if found.taiwan else None,
    }


def needs_senses(fields: Sequence[str]) -> bool:
    """Tell whether any of the fields is looked up in the dictionary."""
    return not SENSE_FIELDS.isdisjoint(fields)


def document(found: Document, cards: Cards, fields: Sequence[str] = ALL_FIELDS) -> Json:
    """Return a whole document of the contract."""
    return {
        "title": found.title,
        "date": found.date,
        "script": found.script,
        "engine": found.engine,
        "blocks": [
            {
                "kind": block.kind,
                "sentences": [sentence(each, cards.cards(each.tokens), fields) for each in block.sentences],
            }
            for block in found.blocks
        ],
    }


def sentence(found: Sentence, cards: Iterable[Card], fields: Sequence[str], **more: int | str) -> Json:
    """Return a sentence of the contract; what else is given stands before it."""
    return {
        **more,
        "start": found.start,
        "end": found.end,
        "tokens": [token(card, fields) for card in cards],
    }


def line(text: str, cards: Iterable[Card], fields: Sequence[str] = ALL_FIELDS) -> Json:
    """Return a line that is a text of its own."""
    return {"text": text, "tokens": [token(card, fields) for card in cards]}


def dump(value: Json) -> str:
    r"""Return JSON in UTF-8 letters that stays on one line, whatever a reader takes for a line end.

    >>> dump({"text": "银\u2028行\x0b"}).isascii(), len(dump({"text": "银\u2028行\x0b"}).splitlines())
    (False, 1)
    """
    written = json.dumps(value, ensure_ascii=False)
    for char, escaped in _LINE_ENDS.items():
        written = written.replace(char, escaped)
    return written


def row(card: Card, fields: Sequence[str] = TABLE_FIELDS) -> str:
    """Return a token as a line of tab-separated cells; see :func:`cell`."""
    return "\t".join(cell(FIELDS[field](card)) for field in fields)


def cell(value: object) -> str:
    r"""Return a value as a cell: one line, lists as JSON, and nothing that a spreadsheet would calculate.

    >>> cell("=1+1"), cell("\n"), cell(True), cell(None), cell([["银", "yín"]])
    ("'=1+1", '\\n', 'yes', '', '[["银", "yín"]]')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, str):
        value = json.dumps(value, ensure_ascii=False)
    return ("'" if value.startswith(_FORMULA) else "") + value.translate(_CELL)


def interlinear(cards: Iterable[Card]) -> tuple[str, str]:
    """Return a sentence as two lines: its words apart, and how they are read.

    Punctuation stands with the word before it in both; white space is dropped.
    """
    words: list[str] = []
    readings: list[str] = []
    for card in cards:
        if card.kind == "space" or not card.text.strip():
            continue
        if card.kind == "punctuation" and words:
            words[-1] += card.text
            readings[-1] += card.text
        else:
            words.append(card.text)
            readings.append(card.pinyin or card.text)
    return " ".join(words), " ".join(readings)
