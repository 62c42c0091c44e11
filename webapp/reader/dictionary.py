"""The dictionary as the command line asks for it: look a word up, say which one it is, take a newer one."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from webapp.config import Settings, ensure_folder
from webapp.lexicon.cedict import Entry
from webapp.lexicon.compiler import compiled_path, open_lexicon
from webapp.lexicon.exports import current_export, install_export
from webapp.lexicon.levels import Levels
from webapp.lexicon.lexicon import Info as Info
from webapp.lexicon.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Answer:
    """What the dictionary says of a form, and its HSK level."""

    entries: tuple[Entry, ...]
    level: int | None


def open_dictionary(settings: Settings) -> Lexicon:
    """Open the dictionary in use, compiling it when that has not been done."""
    return open_lexicon(current_export(settings.home), settings.cache_folder)


def look_up(word: str, settings: Settings) -> Answer:
    """Return the entries of a word in either script; none when there is no such headword."""
    with closing(open_dictionary(settings)) as lexicon:
        entries = lexicon.entries(word)
    return Answer(entries, Levels.load().level(entries[0].simplified) if entries else None)


def describe(settings: Settings) -> Info:
    """Return where the dictionary in use is from, of which day, and how large it is."""
    with closing(open_dictionary(settings)) as lexicon:
        return lexicon.info()


def update(export: Path, settings: Settings) -> Info:
    """Take a newer export into use; what was in use before stays until it is proven good."""
    before = compiled_path(current_export(settings.home), settings.cache_folder)
    install_export(export, ensure_folder(settings.home))
    found = describe(settings)
    if before != compiled_path(current_export(settings.home), settings.cache_folder):
        before.unlink(missing_ok=True)  # a running pindu has it open and goes on with it
    return found
