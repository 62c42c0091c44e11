"""The dictionary as an object: look up a form, its readings, its word weights.

The compiled file is SQLite, opened read-only and immutable, so that any number
of processes share its pages and opening costs a millisecond. It holds the lines
of the export as they are: a line is parsed when it is first looked up, by the
same parser that checked it (``cedict.py``). ``compiler.py`` writes the file.
"""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from sys import intern
from types import MappingProxyType
from typing import Self
from urllib.parse import quote

from webapp.errors import LexiconFileError
from webapp.lexicon.cedict import Entry, parse_line
from webapp.lexicon.priority import everyday_first
from webapp.lexicon.tables import default_readings

FORMAT = 12
"""Raised when the compiled file's layout or the word weights change."""
KEPT_FORMS = 5_000
"""Forms whose entries stay in memory; a novel has about as many."""

_READINGS = "SELECT readings FROM readings WHERE form = ?"
_KINDS = "SELECT kinds FROM readings WHERE form = ?"
_ENTRIES = "SELECT line FROM lines JOIN forms USING (number) WHERE form = ? ORDER BY number"


@dataclass(frozen=True, slots=True)
class Info:
    """What `pindu dictionary info` and the About page say of the dictionary in use."""

    date: str | None
    entries: int
    licence: str
    source: str
    version: str
    added: int
    """Senses of our own (``additions.py``), not counted among the dictionary's."""


_MIXED = re.compile(r"^.*[A-Za-z0-9].*$", re.MULTILINE)


class Lexicon:
    """A compiled dictionary. Use :meth:`open` or ``compiler.open_lexicon``.

    A *form* is a headword as written, simplified or traditional.
    """

    def __init__(self, connection: sqlite3.Connection, info: Info) -> None:
        self._connection = connection
        self._info = info
        self._default_readings = default_readings()
        self.entries: Callable[[str], tuple[Entry, ...]] = lru_cache(KEPT_FORMS)(self._entries)
        """The entries of a form, the everyday ones first; empty when there is none."""

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a compiled file. Raises :class:`LexiconFileError` when it is none of ours."""
        try:
            connection = sqlite3.connect(
                f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            facts = dict(connection.execute("SELECT name, value FROM facts"))
            info = Info(
                facts["date"] or None,
                int(facts["entries"]),
                facts["licence"],
                facts["source"],
                facts["version"],
                int(facts["added"]),
            )
        except (sqlite3.Error, KeyError, ValueError) as error:
            raise LexiconFileError(
                f"The compiled dictionary {path} cannot be read ({error}). Delete it; it is made anew"
                " at the next start."
            ) from error
        return cls(connection, info)

    def close(self) -> None:
        """Let go of the file. The object is of no use afterwards."""
        self._connection.close()

    def __contains__(self, form: object) -> bool:
        return isinstance(form, str) and bool(self.readings(form))

    def readings(self, form: str) -> tuple[tuple[str, ...], ...]:
        """Return the distinct readings of a form, numbered, likeliest first.

        A surname's reading is one of its own ("Zeng1" beside "zeng1").
        """
        try:
            row = self._connection.execute(_READINGS, (form,)).fetchone()
        except UnicodeEncodeError:  # a lone surrogate is no headword
            return ()
        except sqlite3.Error as error:
            raise _damaged(error) from error
        return tuple(tuple(reading.split(" ")) for reading in row[0].split("|")) if row else ()

    def kinds(self, form: str) -> frozenset[str]:
        """Return the fields of meaning that a form has by its English (``kinds.py``), found out while compiling."""
        found = self.select(_KINDS, form)
        return _fields(found[0][0]) if found else NO_FIELDS

    def weights(self) -> dict[str, float]:
        """Return ``{word: log probability}`` of all that may be a word when cutting."""
        return dict(zip(self._words, array("d", self._blob("weights")), strict=True))

    def tags(self) -> Mapping[str, str]:
        """Return ``{word: part of speech}`` (jieba's tags) of the same words; one mapping for all who ask."""
        return self._tags

    def mixed(self) -> frozenset[str]:
        """Return the headwords written with Han and other letters: 卡拉OK, T恤."""
        return frozenset(_MIXED.findall(self._blob("words").decode()))

    def measures(self, form: str) -> frozenset[str]:
        """Return the measure words that a form is counted with, simplified."""
        return self._measures.get(form, NO_MEASURES)

    def headwords(self) -> tuple[str, ...]:
        """Return every form that has an entry, in code-point order."""
        return tuple(
            form for (form,) in self._connection.execute("SELECT DISTINCT form FROM forms ORDER BY form")
        )

    def select(self, statement: str, *parameters: str) -> list[tuple[str, ...]]:
        """Ask the compiled file (``compiler.py`` has its tables), for the other modules of this package."""
        try:
            return self._connection.execute(statement, parameters).fetchall()
        except UnicodeEncodeError:
            return []
        except sqlite3.Error as error:
            raise _damaged(error) from error

    def info(self) -> Info:
        """Return where the dictionary is from and how large it is."""
        return self._info

    def _entries(self, form: str) -> tuple[Entry, ...]:
        try:
            lines = self._connection.execute(_ENTRIES, (form,)).fetchall()
        except UnicodeEncodeError:
            return ()
        except sqlite3.Error as error:
            raise _damaged(error) from error
        found = [parse_line(line) for (line,) in lines]
        return everyday_first(found, self._default_readings.get(form))

    @cached_property
    def _words(self) -> list[str]:
        return self._blob("words").decode().split("\n")

    @cached_property
    def _tags(self) -> Mapping[str, str]:
        tags = map(intern, self._blob("tags").decode().split("\n"))
        return MappingProxyType(dict(zip(self._words, tags, strict=True)))

    @cached_property
    def _measures(self) -> Mapping[str, frozenset[str]]:
        """All of them: few words have any, and of each noun after a number it is asked whether it has."""
        rows = (row.split() for row in self._blob("measures").decode().split("\n"))
        same: dict[frozenset[str], frozenset[str]] = {}  # few sets serve for all words
        found = {}
        for form, *measures in filter(None, rows):
            own = frozenset(measures)
            found[form] = same.setdefault(own, own)
        return found

    def _blob(self, name: str) -> bytes:
        row = self._connection.execute("SELECT value FROM blobs WHERE name = ?", (name,)).fetchone()
        return bytes(row[0])


NO_FIELDS: frozenset[str] = frozenset()
NO_MEASURES: frozenset[str] = frozenset()


@lru_cache(None)  # a few hundred sets serve for all words
def _fields(written: str) -> frozenset[str]:
    return frozenset(written.split())


def _damaged(error: sqlite3.Error) -> LexiconFileError:
    return LexiconFileError(
        f"The compiled dictionary is damaged ({error}). Delete its file in the cache folder; it is"
        " made anew at the next start."
    )
