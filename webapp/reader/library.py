"""The library: put a text in, list what is there, take one out to read.

Each method is one transaction. What comes back are frozen values, free of the
database. Annotating is not the library's job (see ``reading_room.py``), so that
``pindu add`` needs no dictionary. A page as it is kept is put together in ``stored.py``. Arranging what is there is done in
``shelf.py``, changing a text in ``editing.py``, looking for one in ``finding.py``.
"""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from webapp.config import Settings, ensure_folder
from webapp.errors import ArticleNotFoundError, SourceRefusedError, StoreError
from webapp.language.script import count_han, guess_script
from webapp.reader.listing import Listing, StoredArticle, facts
from webapp.reader.slugs import is_slug, slug_for
from webapp.reader.stored import StoredPage, stored_page
from webapp.sources.article import Article, make_article
from webapp.sources.fetch import Fetcher
from webapp.sources.source import read_bytes, read_source
from webapp.store import articles, pages
from webapp.store.database import Database
from webapp.store.models import ArticleRow, ChapterRow, CoverRow, GivenReadingRow
from webapp.store.paging import page_ends
from webapp.store.schema import upgrade

MAX_TRIES = 5  # when other processes add at the same moment


Arrange = Callable[[Session, ArticleRow], None]
"""Does something to an article that has just been put in."""


class Library:
    """The texts of one reader. Threads and processes may share one ``database``."""

    def __init__(self, database: Database, fetcher: Fetcher, max_text_bytes: int) -> None:
        self.database = database
        self._fetcher = fetcher
        self._max_text_bytes = max_text_bytes

    def add(self, spec: str, charset: str | None = None) -> Listing:
        """Add a file, ``-`` or the address of a web page; ``charset`` was chosen by hand."""
        limit = self._max_text_bytes
        return self.put(read_source(spec, fetcher=self._fetcher, max_bytes=limit, charset=charset))

    def add_address(self, url: str) -> Listing:
        """Add the web page at an address; nothing else that :meth:`add` would take for a source."""
        if urlsplit(url).scheme.lower() not in ("http", "https"):
            raise SourceRefusedError(
                "This is not the address of a web page; it must begin with https:// or http://."
            )
        return self.add(url)

    def add_text(self, text: str) -> Listing:
        """Add a text that was typed or pasted."""
        return self.put(make_article(text))

    def add_bytes(self, data: bytes, name: str | None = None, charset: str | None = None) -> Listing:
        """Add the content of a file that was sent, under the name it came with; ``charset`` was chosen by hand."""
        return self.put(
            read_bytes(data, name=name or "The file", max_bytes=self._max_text_bytes, charset=charset)
        )

    def add_page(self, html: str, url: str) -> Listing:
        """Add a web page as a browser has it; ``url`` is where it is from."""
        if urlsplit(url).scheme.lower() not in ("http", "https"):
            url = ""
        data = codecs.BOM_UTF8 + html.encode(
            "utf-8", "replace"
        )  # it is UTF-8 now, whatever it says of itself
        article = read_bytes(data, name="page.html", max_bytes=self._max_text_bytes)
        return self.put(replace(article, source_url=url or None))

    def put(self, article: Article, arrange: Arrange | None = None) -> Listing:
        """Keep an article. The same text twice is one article: the first is returned, from the bin if it was there.

        ``arrange`` is called for one that is new, in the same transaction.
        """
        text_hash = hash_of(article.text)
        slug = slug_for(article.title, text_hash)
        for _ in range(MAX_TRIES):
            try:
                with self.database.writing() as session:
                    row = articles.by_hash(session, text_hash)
                    if row is None:
                        row = _insert(session, article, slug, text_hash)
                        if arrange is not None:
                            arrange(session, row)
                            session.flush()
                    row.deleted_at = None
                    return listing(session, row)
            except IntegrityError:  # PostgreSQL: another process was faster between our look and our step
                continue
        raise StoreError("The library is busy with another program's changes. Try again in a moment.")

    def list(self) -> tuple[Listing, ...]:
        """Return all texts, the last one added in front."""
        with self.database.reading() as session:
            return listings(session, articles.newest_first(session))

    def article(self, slug: str) -> StoredArticle:
        """Return a text. Raises :class:`ArticleNotFoundError` where there is none of that name."""
        with self.database.reading() as session:
            row = found(session, slug)
            return StoredArticle(**facts(row), text=pages.whole_text(session, row.id))  # type: ignore[arg-type]

    def page(self, slug: str, number: int | None = None, at: int | None = None) -> StoredPage:
        """Return a page: by its number, the one with the code point ``at``, or the one where reading stopped.

        Raises :class:`ArticleNotFoundError` where there is no such text or page.
        """
        with self.database.reading() as session:
            return stored_page(session, found(session, slug), number, at)

    def keep_position(self, slug: str, position: int) -> None:
        """Remember that a text is open, and the code point that its reader has come to."""
        with self.database.writing() as session:
            row = found(session, slug)
            row.opened_at = row.position_at = datetime.now(UTC)
            row.position = min(max(0, position), row.chars)

    def cover(self, slug: str) -> tuple[str, bytes]:
        """Return the media type and the bytes of a book's cover."""
        with self.database.reading() as session:
            row = articles.cover(session, found(session, slug).id)
            if row is None:
                raise ArticleNotFoundError("This text has no cover.")
            return row.media_type, row.data

    def close(self) -> None:
        """Close the database's connections."""
        self.database.close()


def open_library(settings: Settings, fetcher: Fetcher | None = None) -> Library:
    """Open the library, made or brought up to date first.

    Raises :class:`~webapp.errors.StoreError` or :class:`~webapp.errors.DataFolderError`.
    """
    database = open_database(settings)
    upgrade(database)
    return Library(database, fetcher or Fetcher(settings.fetch_ports), settings.max_text_bytes)


def open_database(settings: Settings) -> Database:
    """Open the library's database as it is."""
    ensure_folder(settings.home)
    return Database.open(settings.database_url, settings.library_file)


def hash_of(text: str) -> str:
    """Return what tells one text from another."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def found(session: Session, slug: str, *, deleted: bool = False) -> ArticleRow:
    """Return an article's row, or raise :class:`ArticleNotFoundError`."""
    row = articles.by_slug(session, slug, deleted=deleted) if is_slug(slug) else None
    if row is None:
        raise ArticleNotFoundError(f"The library has no text called {slug[:80]!r}.")
    return row


def listing(session: Session, row: ArticleRow) -> Listing:
    """Return what the library shows of one article."""
    return listings(session, [row])[0]


def listings(session: Session, rows: Sequence[ArticleRow]) -> tuple[Listing, ...]:
    """Return what the library shows of articles, in a few queries for all of them."""
    ids = [row.id for row in rows]
    tags, covers = articles.tags(session, ids), articles.with_cover(session, ids)
    chapters = articles.chapter_counts(session, ids)
    return tuple(
        Listing(
            **facts(row),  # type: ignore[arg-type]
            tags=tuple(tags.get(row.id, ())),
            has_cover=row.id in covers,
            chapter_count=chapters.get(row.id, 0),
        )
        for row in rows
    )


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
        length=count_han(article.text),
        chars=len(article.text),
    )
    session.add(row)
    session.flush()
    starts = [chapter.start for chapter in article.chapters]
    session.add_all(
        ChapterRow(article_id=row.id, number=number, start=chapter.start, title=chapter.title)
        for number, chapter in enumerate(article.chapters, start=1)
    )
    session.add_all(
        GivenReadingRow(article_id=row.id, start=each.start, end=each.end, pinyin=each.pinyin)
        for each in article.readings
    )
    if article.cover:
        session.add(CoverRow(article_id=row.id, media_type=article.cover.media_type, data=article.cover.data))
    pages.replace_pages(session, row, article.text, page_ends(article.text, chapter_starts=starts))
    return row
