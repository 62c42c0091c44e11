"""What the library keeps, as typed SQLAlchemy models.

The tables themselves are made by ``migrations/``; a test holds the two together.
The index for searching is no model: it is made of what each database does best
(see ``search.py``).
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, Float, ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

SLUG_CHARS = 80
TAG_CHARS = 40


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC; SQLite, which keeps no zone, gives it back with one all the same."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn any zone into UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Say that it is UTC, or turn the server's zone into it."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """The base of all models."""


def _of_article(primary_key: bool = False) -> Mapped[int]:
    return mapped_column(ForeignKey("articles.id", ondelete="CASCADE"), primary_key=primary_key)


class ArticleRow(Base):
    """An article or book. ``text_hash`` (SHA-256) makes the same text twice one article.

    Its text is in its pages. ``length`` counts Chinese characters, ``chars`` code
    points. ``position`` is the code point at which the sentence begins where
    reading stopped, or ``chars`` once it was read to the end. ``level`` is the HSK
    level under which nearly all of its words fall, ``share_above`` the share (0 to
    1) of words above it; both None until they have been estimated.
    """

    __tablename__ = "articles"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(SLUG_CHARS), unique=True)
    text_hash: Mapped[str] = mapped_column(String(64), unique=True)
    added_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    title: Mapped[str] = mapped_column(Text)
    date: Mapped[str | None] = mapped_column(String(10))  # YYYY-MM-DD
    author: Mapped[str | None] = mapped_column(Text)
    source_url: Mapped[str | None] = mapped_column(Text)
    script: Mapped[str] = mapped_column(String(4))  # hans, hant
    length: Mapped[int]
    chars: Mapped[int] = mapped_column(server_default="0")
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    opened_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    position: Mapped[int | None]
    position_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    level: Mapped[int | None]
    share_above: Mapped[float | None] = mapped_column(Float)


class PageRow(Base):
    """A stretch of an article's text, ``start`` its first code point. Pages, joined, are the text.

    A page that is not indexed yet is searched by looking through it.
    """

    __tablename__ = "pages"
    __table_args__ = (
        Index("ix_pages_article", "article_id", "number", unique=True),
        Index(
            "ix_pages_unindexed",
            "id",
            sqlite_where=text("NOT is_indexed"),
            postgresql_where=text("NOT is_indexed"),
        ),
        {"sqlite_autoincrement": True},  # a number is never used again: the index knows pages by it
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = _of_article()
    number: Mapped[int]  # from 1
    start: Mapped[int]
    is_indexed: Mapped[bool]
    text: Mapped[str] = mapped_column(Text)


class ChapterRow(Base):
    """A chapter of a book: it begins at the code point ``start`` and ends where the next one begins."""

    __tablename__ = "chapters"

    article_id: Mapped[int] = _of_article(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)  # from 1
    start: Mapped[int]
    title: Mapped[str] = mapped_column(Text)


class GivenReadingRow(Base):
    """A reading that the source itself writes above a stretch of its text."""

    __tablename__ = "given_readings"

    article_id: Mapped[int] = _of_article(primary_key=True)
    start: Mapped[int] = mapped_column(primary_key=True)
    end: Mapped[int]
    pinyin: Mapped[str] = mapped_column(Text)


class CoverRow(Base):
    """The picture on a book's cover."""

    __tablename__ = "covers"

    article_id: Mapped[int] = _of_article(primary_key=True)
    media_type: Mapped[str] = mapped_column(String(40))
    data: Mapped[bytes] = mapped_column(LargeBinary)


class TagRow(Base):
    """A word that a reader has put on an article."""

    __tablename__ = "tags"

    article_id: Mapped[int] = _of_article(primary_key=True)
    name: Mapped[str] = mapped_column(String(TAG_CHARS), primary_key=True)


class CorrectionRow(Base):
    """What a reader said of some characters: how they are cut, how they are read, or what they mean.

    ``kind`` is "cut", "reading" or "gloss"; ``value`` holds the lengths of the pieces
    ("2 1"), the numbered syllables ("xing2 zhang3"), or the gloss. ``where_read``
    limits a gloss to words read so. It holds at ``start``, a code point of its
    article's text, or, if it ``is_everywhere``, in all texts; then article and place
    are where it was made. ``sentence`` is the one around it and ``lead`` how far into
    that ``text`` begins, so that it can be found again after the text was edited;
    ``start`` is None while it cannot. What was made in one go has one ``made_at``.
    """

    __tablename__ = "corrections"
    __table_args__ = {"sqlite_autoincrement": True}  # a number is never used again: an undo names it

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int | None] = mapped_column(ForeignKey("articles.id", ondelete="SET NULL"), index=True)
    is_everywhere: Mapped[bool]
    kind: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(Text)
    value: Mapped[str] = mapped_column(Text)
    where_read: Mapped[str] = mapped_column(Text)
    start: Mapped[int | None]
    sentence: Mapped[str] = mapped_column(Text)
    lead: Mapped[int]
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class FactRow(Base):
    """Something to be remembered of the library itself, such as that its first texts have been put in."""

    __tablename__ = "facts"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
