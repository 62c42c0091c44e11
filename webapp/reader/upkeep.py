"""The database behind the library: brought up to date, taken back, looked through for damage."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.config import Settings
from webapp.errors import StoreError
from webapp.reader.library import hash_of, open_database
from webapp.store import articles, pages, schema
from webapp.store.database import Database
from webapp.store.models import ArticleRow

MOST_NAMED = 5  # faults in one sentence


@dataclass(frozen=True, slots=True)
class Checked:
    """A library without a fault: what it is called, its revision and how many texts it has."""

    name: str
    revision: str
    count: int


def bring_up_to_date(settings: Settings) -> str:
    """Run the migrations that the library has not had; return the revision that it is at now."""
    with closing(open_database(settings)) as database:
        schema.upgrade(database)
    return schema.REVISIONS[-1]


def take_back(settings: Settings, revision: str) -> None:
    """Take the library back to an earlier revision; what only later ones know is lost."""
    with closing(open_database(settings)) as database:
        schema.downgrade(database, revision)


def check(settings: Settings) -> Checked:
    """Look through the whole library; raises :class:`~webapp.errors.StoreError` with what is wrong."""
    with closing(open_database(settings)) as database:
        return _checked(database)


def damaged_texts(session: Session) -> list[str]:
    """Return the slugs of texts whose pages are not what was kept."""
    rows = session.execute(
        select(ArticleRow.id, ArticleRow.slug, ArticleRow.text_hash).order_by(ArticleRow.id)
    )
    return [slug for id_, slug, wanted in rows.all() if hash_of(pages.whole_text(session, id_)) != wanted]


def _checked(database: Database) -> Checked:
    revision = schema.revision(database)
    if revision != schema.REVISIONS[-1]:
        raise StoreError(
            f"The library {database.name} is at revision {revision or 'none'}, and this pindu needs"
            f" {schema.REVISIONS[-1]}. Run: pindu db upgrade"
        )
    with database.reading() as session:
        faults = [
            *database.faults(session),
            *(f"the text {slug} is damaged" for slug in damaged_texts(session)),
        ]
        count = articles.count(session)
    if faults:
        raise StoreError(
            f"The library {database.name} has faults: {_named(faults)}. Restore a backup with"
            " pindu restore --replace FILE."
        )
    return Checked(database.name, revision, count)


def _named(faults: Sequence[str]) -> str:
    more = f"; and {len(faults) - MOST_NAMED} more" if len(faults) > MOST_NAMED else ""
    return "; ".join(faults[:MOST_NAMED]) + more
