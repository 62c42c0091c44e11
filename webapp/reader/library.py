"""The library: put a text in, list what is there, take one out to read.

Each method is one transaction. What comes back are frozen values, free of the
database. Annotating is not the library's job (see ``reading_room.py``), so that
``pindu add`` needs no dictionary.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from webapp.config import Settings, ensure_folder
from webapp.errors import ArticleNotFoundError, StoreError
from webapp.language.script import guess_script, is_han
from webapp.reader.page import LANGUAGES, written_date
from webapp.reader.slugs import is_slug, slug_for
from webapp.sources.article import Article, make_article
from webapp.sources.fetch import Fetcher
from webapp.sources.source import read_bytes, read_source
from webapp.store import articles
from webapp.store.database import Database
from webapp.store.models import ArticleRow
from webapp.store.schema import upgrade

MAX_TRIES = 5  # when other processes add at the same moment


@dataclass(frozen=True, slots=True)
class Listing:
    """What the library shows of a text. ``date`` is the text's own, YYYY-MM-DD."""

    slug: str
    title: str
    date: str | None
    author: str | None
    source_url: str | None
    language: str  # zh-Hans, zh-Hant
    length: int  # Chinese characters
    added_at: datetime

    @property
    def date_text(self) -> str:
        return written_date(self.date or "")

    @property
    def length_text(self) -> str:
        return f"{self.length:,} characters"


@dataclass(frozen=True, slots=True)
class StoredArticle(Listing):
    """A text of the library, whole."""

    text: str


class Library:
    """The texts of one reader. Threads and processes may share one database."""

    def __init__(self, database: Database, fetcher: Fetcher, max_text_bytes: int) -> None:
        self._database = database
        self._fetcher = fetcher
        self._max_text_bytes = max_text_bytes

    def add(self, spec: str) -> Listing:
        """Add a file, ``-`` or the address of a web page."""
        return self.put(read_source(spec, fetcher=self._fetcher, max_bytes=self._max_text_bytes))

    def add_text(self, text: str) -> Listing:
        """Add a text that was typed or pasted."""
        return self.put(make_article(text))

    def add_bytes(self, data: bytes, name: str | None = None) -> Listing:
        """Add the content of a file that was sent, under the name it came with."""
        return self.put(read_bytes(data, name=name or "The file", max_bytes=self._max_text_bytes))

    def put(self, article: Article) -> Listing:
        """Keep an article. The same text twice is one article: the first is returned."""
        text_hash = hashlib.sha256(article.text.encode("utf-8")).hexdigest()
        slug = slug_for(article.title, text_hash)
        for _ in range(MAX_TRIES):
            try:
                with self._database.writing() as session:
                    return _listing(
                        articles.by_hash(session, text_hash) or _insert(session, article, slug, text_hash)
                    )
            except IntegrityError:  # PostgreSQL: another process was faster between our look and our step
                continue
        raise StoreError("The library is busy with another program's changes. Try again in a moment.")

    def list(self) -> tuple[Listing, ...]:
        """Return all texts, the last one added in front."""
        with self._database.reading() as session:
            return tuple(_listing(row) for row in articles.newest_first(session))

    def article(self, slug: str) -> StoredArticle:
        """Return a text. Raises :class:`ArticleNotFoundError` where there is none of that name."""
        with self._database.reading() as session:
            row = articles.by_slug(session, slug) if is_slug(slug) else None
            if row is None:
                raise ArticleNotFoundError(f"The library has no text called {slug[:80]!r}.")
            return StoredArticle(*_facts(row), text=row.text)

    def close(self) -> None:
        """Close the database's connections."""
        self._database.close()


def open_library(settings: Settings, fetcher: Fetcher | None = None) -> Library:
    """Open the library, made or brought up to date first.

    Raises :class:`~webapp.errors.StoreError` or :class:`~webapp.errors.DataFolderError`.
    """
    ensure_folder(settings.home)
    database = Database.open(settings.database_url, settings.library_file)
    upgrade(database)
    return Library(database, fetcher or Fetcher(settings.fetch_ports), settings.max_text_bytes)


def _insert(session: Session, article: Article, slug: str, text_hash: str) -> ArticleRow:
    row = ArticleRow(
        slug=articles.free_slug(session, slug, text_hash),
        text_hash=text_hash,
        added_at=datetime.now(UTC),
        title=article.title,
        date=article.date,
        author=article.author,
        source_url=article.source_url,
        script=guess_script(article.text),
        length=sum(map(is_han, article.text)),
        text=article.text,
    )
    session.add(row)
    session.flush()
    return row


def _facts(row: ArticleRow) -> tuple[str, str, str | None, str | None, str | None, str, int, datetime]:
    language = LANGUAGES["hant" if row.script == "hant" else "hans"]
    return (row.slug, row.title, row.date, row.author, row.source_url, language, row.length, row.added_at)


def _listing(row: ArticleRow) -> Listing:
    return Listing(*_facts(row))
