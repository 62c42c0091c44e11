"""Compile an export into the read-only file that ``lexicon.py`` opens.

The file is keyed by the export's bytes, :data:`~webapp.lexicon.lexicon.FORMAT` and
the code that weighs its words, written beside and renamed: two processes that
compile at once both succeed, and nothing half-written is ever opened.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

from webapp.errors import LexiconFileError
from webapp.language import tables as language_tables
from webapp.language.word_weights import word_weights
from webapp.lexicon.additions import additions, with_additions
from webapp.lexicon.cedict import Entry, holds_entry, parse, parse_header
from webapp.lexicon.exports import read_export, replacing
from webapp.lexicon.kinds import Kinds
from webapp.lexicon.lexicon import FORMAT, Lexicon
from webapp.lexicon.priority import everyday_first
from webapp.lexicon.tables import default_readings

MADE_BY = (
    "language/word_weights.py",
    "language/jieba_names.py",
    "language/word_classes.py",
    "lexicon/additions.py",
    "language/data/parts_of_speech.tsv",
    "lexicon/cedict.py",
    "lexicon/priority.py",
    "lexicon/kinds.py",
    "lexicon/data/additions.tsv",
    "lexicon/data/english_kinds.tsv",
)
"""What decides what stands in the file: where one of them has changed, an older file is stale."""
SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE lines (number INTEGER PRIMARY KEY, line TEXT NOT NULL);
CREATE TABLE forms (form TEXT, number INTEGER, PRIMARY KEY (form, number)) WITHOUT ROWID;
CREATE TABLE readings (form TEXT PRIMARY KEY, readings TEXT NOT NULL, kinds TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE blobs (name TEXT PRIMARY KEY, value BLOB NOT NULL);
"""


def open_lexicon(source: Path, cache_folder: Path) -> Lexicon:
    """Open the lexicon compiled from ``source``, compiling it when there is none yet."""
    target = compiled_path(source, cache_folder)
    if target.is_file():
        try:
            return Lexicon.open(target)
        except LexiconFileError:  # a damaged cache is no reason to stop
            target.unlink(missing_ok=True)
    compile_lexicon(source, target)
    return Lexicon.open(target)


def compiled_path(source: Path, cache_folder: Path) -> Path:
    """Return where the compiled form of ``source`` belongs."""
    return cache_folder / f"lexicon-{_version(source)}.sqlite"


def compile_lexicon(source: Path, target: Path) -> None:
    """Parse ``source``, weigh its words and write ``target``."""
    lines = read_export(source)
    header = parse_header(lines)
    listed = sum(map(holds_entry, lines))
    if not listed:
        raise LexiconFileError(f"{source} holds no dictionary entry. Give a CC-CEDICT export.")
    added = additions()
    lines = list(with_additions(lines, added))
    entries = list(parse(lines, source.name))
    weights = word_weights({entry.simplified for entry in entries})
    _fill_tags(weights, entries)
    _correct_tags(weights)
    words = sorted(weights)
    numbers = array("d", [weights[word][0] for word in words])
    forms = {(form, n) for n, e in enumerate(entries) for form in (e.simplified, e.traditional)}
    facts = {
        "date": header.date or "",
        "entries": str(listed),
        "added": str(sum(map(len, added.values()))),
        "licence": header.licence or "CC BY-SA 4.0",
        "source": f"CC-CEDICT ({header.publisher or 'MDBG'})",
        "version": _version(source),
    }
    bodies = filter(holds_entry, lines)
    with replacing(target) as beside:
        try:
            with closing(sqlite3.connect(beside)) as connection:
                connection.executescript(SCHEMA)
                connection.executemany("INSERT INTO facts VALUES (?, ?)", facts.items())
                connection.executemany("INSERT INTO lines VALUES (?, ?)", enumerate(bodies))
                connection.executemany("INSERT INTO forms VALUES (?, ?)", sorted(forms))
                connection.executemany("INSERT INTO readings VALUES (?, ?, ?)", _readings(entries))
                connection.executemany(
                    "INSERT INTO blobs VALUES (?, ?)",
                    {
                        "words": "\n".join(words).encode(),
                        "weights": numbers.tobytes(),
                        "tags": "\n".join(weights[word][1] for word in words).encode(),
                        "measures": "\n".join(_measures(entries)).encode(),
                    }.items(),
                )
                connection.commit()
        except sqlite3.Error as error:
            raise OSError(0, str(error)) from error


def _readings(entries: Sequence[Entry]) -> Iterator[tuple[str, str, str]]:
    """Yield each form with its distinct readings, likeliest first, joined by ``|``, and its fields of meaning."""
    kinds = Kinds.load()
    forms: dict[str, list[Entry]] = {}
    for entry in entries:
        for form in {entry.simplified, entry.traditional}:
            forms.setdefault(form, []).append(entry)
    defaults = default_readings()
    for form in sorted(forms):
        ranked = everyday_first(forms[form], defaults.get(form))
        readings = dict.fromkeys(" ".join(entry.syllables) for entry in ranked)
        yield form, "|".join(readings), " ".join(sorted(kinds.of(ranked)))


def _measures(entries: Sequence[Entry]) -> Iterator[str]:
    """Yield a line for each form that is counted with measure words: the form, and they, simplified."""
    forms: dict[str, set[str]] = {}
    for entry in entries:
        for form in {entry.simplified, entry.traditional}:
            forms.setdefault(form, set()).update(each.simplified for each in entry.classifiers)
    for form, measures in sorted(forms.items()):
        if measures:
            yield " ".join((form, *sorted(measures)))


def _correct_tags(weights: dict[str, tuple[float, str]]) -> None:
    """Put right the parts of speech that jieba has wrong."""
    for word, tag in language_tables.rows("parts_of_speech.tsv"):
        if word in weights:
            weights[word] = (weights[word][0], tag)


def _fill_tags(weights: dict[str, tuple[float, str]], entries: Sequence[Entry]) -> None:
    """Complete the parts of speech by the shape of the first senses.

    A word that jieba does not know gets one; a word that jieba has in another
    class but whose first two senses say "to ..." is a verb as well: "n+v".
    """
    for entry in entries:
        weight, tag = weights.get(entry.simplified, (0.0, "?"))
        is_verb = any(sense.startswith("to ") for sense in entry.senses[:2])
        if not tag and entry.senses:
            weights[entry.simplified] = (weight, "nz" if entry.is_proper else "v" if is_verb else "n")
        elif is_verb and tag[:1] in set("nadzsfbilt") and "+" not in tag:
            weights[entry.simplified] = (weight, f"{tag}+v")


def _version(source: Path) -> str:
    try:
        digest = blake2b(source.read_bytes(), digest_size=8)
    except OSError as error:
        raise LexiconFileError(
            f"The dictionary file {source} cannot be read ({error.strerror}). Check its name and permissions."
        ) from error
    for name in MADE_BY:
        digest.update((files("webapp") / name).read_bytes())
    digest.update(f"{FORMAT} {sys.byteorder} {sorted(default_readings().items())}".encode())
    return digest.hexdigest()
