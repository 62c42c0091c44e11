"""What a reader has corrected in his library, for ``pindu annotate --own``."""

from __future__ import annotations

from contextlib import closing

from webapp.config import Settings
from webapp.language.own import OwnEntry
from webapp.reader.corrected import entry, standing_on
from webapp.reader.library import hash_of, open_library
from webapp.store import articles, corrections


def own_entries(settings: Settings, text: str | None = None) -> tuple[OwnEntry, ...]:
    """Return what is corrected everywhere and, if the library has it, in this very text."""
    with closing(open_library(settings)) as library, library.database.reading() as session:
        row = articles.by_hash(session, hash_of(text)) if text is not None else None
        rows = corrections.standing(session, row.id if row else None)
    if row is None or text is None:
        return tuple(entry(each) for each in rows if each.is_everywhere)
    return tuple(each.entry for each in standing_on(rows, row.id, 0, text))
