"""Annotations that have been made, kept in the cache folder: a page is annotated once, not once a start.

They are kept by the text's hash and the engine's version, so an edited text and a
newer engine or dictionary find nothing, and those of another version are dropped.
Nothing here is ever needed: where the file is missing, damaged or cannot be
written, texts are annotated anew. They stand apart from the library, so that
reading changes nothing in it, and a backup is no larger for them.

JSON, because what is unpickled can be made to run. A word that many pages have is
one object in memory again after reading (see ``language/document.py``).
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from webapp.language.document import Block, Document, Others, Sentence, Syllable, Token, Word

FORM = 1  # of what is kept here
MOST_PAGES = 20_000  # a hundred megabytes or so
WORDS_KEPT = 10_000

_SCHEMA = """
CREATE TABLE IF NOT EXISTS annotations (text_hash TEXT PRIMARY KEY, version TEXT NOT NULL, document BLOB NOT NULL)
"""


class Annotations:
    """Documents by their texts. Threads and processes may share the file; without one, nothing is kept."""

    def __init__(self, file: Path | None, version: str) -> None:
        self._file = file
        self._version = f"{FORM} {version}"
        self._words: dict[str, Word] = {}
        self._drop_stale()

    def get(self, text: str) -> Document | None:
        """Return the document of a text, None where it has not been kept."""
        with (
            suppress(sqlite3.Error, OSError, ValueError, TypeError, LookupError, zlib.error),
            self._open() as file,
        ):
            row = file.execute(
                "SELECT document FROM annotations WHERE text_hash = ? AND version = ?",
                (_hash(text), self._version),
            ).fetchone()
            return self._document(text, json.loads(zlib.decompress(row[0]))) if row else None
        return None

    def put(self, document: Document) -> None:
        """Keep a document."""
        with suppress(sqlite3.Error, OSError), self._open() as file:
            packed = zlib.compress(
                json.dumps(_plain(document), ensure_ascii=False).encode("utf-8", "surrogatepass"), 1
            )
            file.execute(
                "INSERT OR REPLACE INTO annotations VALUES (?, ?, ?)",
                (_hash(document.text), self._version, packed),
            )

    def _drop_stale(self) -> None:
        with suppress(sqlite3.Error, OSError), self._open() as file:
            file.execute("DELETE FROM annotations WHERE version <> ?", (self._version,))
            file.execute(
                "DELETE FROM annotations WHERE rowid <= (SELECT max(rowid) FROM annotations) - ?",
                (MOST_PAGES,),
            )

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Open the file for a moment; one that is no database of ours is begun anew."""
        if self._file is None:
            raise sqlite3.OperationalError("nothing is kept")
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._file, timeout=1, isolation_level=None)) as connection:
            try:
                connection.execute("PRAGMA synchronous = OFF")  # after a power cut it may be begun anew
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute(_SCHEMA)
                yield connection
            except sqlite3.DatabaseError as error:
                if not isinstance(error, sqlite3.OperationalError):  # damaged
                    self._file.unlink(missing_ok=True)
                raise

    def _document(self, text: str, kept: dict[str, Any]) -> Document:
        words = [self._word(json.dumps(row, ensure_ascii=False), row) for row in kept["words"]]
        blocks = []
        for kind, rows in kept["blocks"]:
            sentences = []
            for start, end, numbers, spoken in rows:
                tokens, at = [], start
                for index, number in enumerate(numbers):
                    said = spoken.get(str(index))
                    tokens.append(Token(words[number], at, None if said is None else tuple(said)))
                    at += len(words[number].text)
                sentences.append(Sentence(start, end, tuple(tokens)))
            blocks.append(Block(kind, tuple(sentences)))
        return Document(text, kept["title"], kept["date"], kept["script"], kept["engine"], tuple(blocks))

    def _word(self, key: str, row: list[Any]) -> Word:
        word = self._words.get(key)
        if word is None:
            if len(self._words) >= WORDS_KEPT:
                self._words.clear()
            (
                text,
                kind,
                syllables,
                headword,
                decided_by,
                doubtful,
                gloss,
                note,
                parts,
                readings,
                cuts,
                role,
            ) = row
            word = self._words[key] = Word(
                text, kind, tuple(Syllable(base, citation) for base, citation in syllables), headword, decided_by,
                doubtful, gloss, note, tuple(self._word(json.dumps(part, ensure_ascii=False), part) for part in parts),
                Others(tuple(readings), tuple(map(tuple, cuts))), role,
            )  # fmt: skip
        return word


def _plain(document: Document) -> dict[str, Any]:
    """Return a document as lists; its distinct words stand in it once."""
    numbers: dict[int, int] = {}
    words: list[list[Any]] = []

    def number(word: Word) -> int:
        found = numbers.get(id(word))
        if found is None:
            found = numbers[id(word)] = len(words)
            words.append(_plain_word(word))
        return found

    blocks = [
        [
            block.kind,
            [
                [
                    sentence.start,
                    sentence.end,
                    [number(token.word) for token in sentence.tokens],
                    {i: token.spoken for i, token in enumerate(sentence.tokens) if token.spoken is not None},
                ]
                for sentence in block.sentences
            ],
        ]
        for block in document.blocks
    ]
    facts = {
        "title": document.title,
        "date": document.date,
        "script": document.script,
        "engine": document.engine,
    }
    return facts | {"words": words, "blocks": blocks}


def _plain_word(word: Word) -> list[Any]:
    return [
        word.text, word.kind, [[each.base, each.citation] for each in word.syllables], word.headword, word.decided_by,
        word.doubtful, word.gloss, word.note, [_plain_word(part) for part in word.parts],
        word.others.readings, word.others.cuts, word.role,
    ]  # fmt: skip


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
