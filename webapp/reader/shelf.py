"""The library as one looks at it: filtered, sorted, tagged, archived; and what is thrown away, with a way back.

What is deleted stays for :data:`DAYS_IN_BIN` days, out of sight. Each method is
one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session

from webapp.errors import ArticleError, ArticleNotFoundError
from webapp.language.script import normalise
from webapp.reader.library import found, listing, listings
from webapp.reader.listing import Listing
from webapp.reader.slugs import is_slug
from webapp.sources.article import MAX_TITLE_CHARS
from webapp.store import articles, corrections, pages
from webapp.store.database import Database
from webapp.store.models import TAG_CHARS, ArticleRow, ChapterRow, TagRow

DAYS_IN_BIN = 30
MOST_TAGS = 20

SORTS: dict[str, tuple[str, tuple[Any, ...]]] = {
    "added": ("Last added", ()),
    "opened": ("Last read", (ArticleRow.opened_at.desc().nulls_last(),)),
    "title": ("Title", (ArticleRow.slug,)),  # which is the title in pinyin
    "length": ("Shortest", (ArticleRow.length,)),
    "level": ("Easiest", (ArticleRow.level.nulls_last(), ArticleRow.share_above)),
}
"""The orders that a library may stand in: what each is called, and how it sorts."""

STATES: dict[str, tuple[str, ColumnElement[bool]]] = {
    "unread": ("Not begun", ArticleRow.position.is_(None) | (ArticleRow.position == 0)),
    "reading": ("Begun", (ArticleRow.position > 0) & (ArticleRow.position < ArticleRow.chars)),
    "read": ("Read", ArticleRow.position >= ArticleRow.chars),
    "books": ("Books", exists().where(ChapterRow.article_id == ArticleRow.id, ChapterRow.number == 2)),
}
"""What may be picked out, besides tags and the archive."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which part of a library to show, and in which order; names that do not exist count as not given."""

    state: str = ""
    tag: str = ""
    sort: str = "added"
    archived: bool = False
    first: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of a library: ``listings`` of the ``count`` that the selection has."""

    listings: tuple[Listing, ...]
    count: int
    archived_count: int
    tags: tuple[str, ...]


class Shelf:
    """The articles of one library. Threads may share one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def show(self, selection: Selection) -> Shown:
        """Return the part of the library that was asked for."""
        conditions = _conditions(selection)
        order = SORTS.get(selection.sort, SORTS["added"])[1]
        with self._database.reading() as session:
            query = articles.present(*conditions).order_by(
                *order, ArticleRow.added_at.desc(), ArticleRow.id.desc()
            )
            rows = session.scalars(
                query.offset(max(0, min(selection.first, 2**31))).limit(selection.most)
            ).all()
            return Shown(
                listings(session, rows),
                articles.count(session, *conditions),
                articles.count(session, ArticleRow.archived_at.is_not(None)),
                tuple(articles.tags_in_use(session)),
            )

    def going_on(self, most: int = 3) -> tuple[Listing, ...]:
        """Return the texts that have been begun and not finished, the one read last in front."""
        begun = (STATES["reading"][1], ArticleRow.archived_at.is_(None))
        with self._database.reading() as session:
            query = articles.present(*begun).order_by(
                ArticleRow.opened_at.desc().nulls_last(), ArticleRow.id.desc()
            )
            return listings(session, session.scalars(query.limit(most)).all())

    def listing(self, slug: str) -> Listing:
        """Return one text. Raises :class:`~webapp.errors.ArticleNotFoundError`."""
        with self._database.reading() as session:
            return listing(session, found(session, slug))

    def named(self, name: str, *, deleted: bool = False) -> Listing:
        """Return the text with this slug, page address or, where only one has it, title.

        With ``deleted`` it is looked for in the bin. Raises
        :class:`~webapp.errors.ArticleNotFoundError` or :class:`~webapp.errors.ArticleError`.
        """
        is_here = ArticleRow.deleted_at.is_not(None) if deleted else ArticleRow.deleted_at.is_(None)
        slug = name.rstrip("/").rpartition("/articles/")[2]
        with self._database.reading() as session:
            query = select(ArticleRow).where(is_here)
            rows = session.scalars(query.where(ArticleRow.slug == slug)).all()
            rows = rows or session.scalars(query.where(ArticleRow.title == _line(name)).limit(10)).all()
            if not rows:
                raise ArticleNotFoundError(
                    f"There is no text called {name[:80]!r} {'in the bin' if deleted else 'in the library'};"
                    " nothing was changed. `pindu list` shows what there is."
                )
            if len(rows) > 1:
                slugs = ", ".join(row.slug for row in rows)
                raise ArticleError(f"Several texts have that title; say which of them: {slugs}.")
            return listing(session, rows[0])

    def count(self) -> int:
        """Count the texts that are there."""
        with self._database.reading() as session:
            return articles.count(session)

    def rename(self, slug: str, title: str) -> Listing:
        """Give a text another title; its address stays."""
        title = _line(title)[:MAX_TITLE_CHARS]
        if not title:
            raise ArticleError("A text needs a title; nothing was changed.")
        with self._database.writing() as session:
            row = found(session, slug)
            row.title = title
            return listing(session, row)

    def tag(self, slug: str, names: Iterable[str]) -> Listing:
        """Give a text these tags and no others."""
        wanted = sorted({name for name in map(tag_name, names) if name})
        if len(wanted) > MOST_TAGS:
            raise ArticleError(f"A text can have {MOST_TAGS} tags at most; nothing was changed.")
        with self._database.writing() as session:
            row = found(session, slug)
            articles.set_tags(session, row.id, wanted)
            session.flush()
            return listing(session, row)

    def archive(self, slug: str, *, archived: bool = True) -> Listing:
        """Put a text out of the way, or back."""
        with self._database.writing() as session:
            row = found(session, slug)
            row.archived_at = datetime.now(UTC) if archived else None
            return listing(session, row)

    def remove(self, slug: str) -> Listing:
        """Throw a text away; :meth:`bring_back` undoes it."""
        with self._database.writing() as session:
            row = found(session, slug)
            shown = listing(session, row)
            row.deleted_at = datetime.now(UTC)
            return shown

    def bring_back(self, slug: str) -> Listing:
        """Take a text out of the bin; one that is not in it stays as it is."""
        with self._database.writing() as session:
            row = found(session, slug, deleted=True)
            row.deleted_at = None
            return listing(session, row)

    def deleted(self, slug: str) -> Listing | None:
        """Return a text that is in the bin, None for one that is not."""
        if not is_slug(slug):
            return None
        with self._database.reading() as session:
            row = articles.by_slug(session, slug, deleted=True)
            return listing(session, row) if row is not None and row.deleted_at else None

    def empty_bin(self, now: datetime | None = None) -> int:
        """Delete for good what was thrown away more than :data:`DAYS_IN_BIN` days ago; return how many texts."""
        with self._database.reading() as session:  # a look first: writers need not wait for nothing
            before = (now or datetime.now(UTC)) - timedelta(days=DAYS_IN_BIN)
            ids = [row.id for row in articles.deleted_before(session, before)]
        for id_ in ids:
            with self._database.writing() as session:
                delete_for_good(session, session.get(ArticleRow, id_))
        return len(ids)


def delete_for_good(session: Session, row: ArticleRow | None) -> None:
    """Delete an article and all that belongs to it."""
    if row is not None:
        pages.remove_pages(session, row, pages.rows_of(session, row.id))
        corrections.leave(session, row.id)
        session.flush()
        session.delete(row)


def tag_name(name: str) -> str:
    r"""Return a tag as it is kept: in one line, without a comma, which parts tags where they are typed.

    >>> tag_name("  my\n #Novels, old")
    'my Novels old'
    """
    return _line(name.replace(",", " ").replace("，", " ").replace("#", " "))[:TAG_CHARS].strip()


def split_tags(typed: str) -> Sequence[str]:
    """Return the tags of a line where commas part them."""
    return typed.replace("，", ",").split(",")


def _line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in normalise(text)).split())


def _conditions(selection: Selection) -> list[ColumnElement[bool]]:
    archived = ArticleRow.archived_at
    conditions: list[ColumnElement[bool]] = [
        archived.is_not(None) if selection.archived else archived.is_(None)
    ]
    if selection.state in STATES:
        conditions.append(STATES[selection.state][1])
    if selection.tag:
        tagged = select(TagRow.article_id).where(TagRow.name == tag_name(selection.tag))
        conditions.append(ArticleRow.id.in_(tagged))
    return conditions
