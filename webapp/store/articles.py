"""The queries on articles. Each takes the session of a transaction that its caller owns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, func, select
from sqlalchemy.orm import Session

from webapp.store.models import ArticleRow, ChapterRow, CoverRow, FactRow, GivenReadingRow, TagRow


def by_hash(session: Session, text_hash: str) -> ArticleRow | None:
    """Find the article that has this very text, be it deleted."""
    return session.scalar(select(ArticleRow).where(ArticleRow.text_hash == text_hash))


def by_slug(session: Session, slug: str, *, deleted: bool = False) -> ArticleRow | None:
    """Find an article; one that is deleted only when ``deleted`` ones are asked for too."""
    row = session.scalar(select(ArticleRow).where(ArticleRow.slug == slug))
    return row if row is not None and (deleted or row.deleted_at is None) else None


def newest_first(session: Session) -> Sequence[ArticleRow]:
    """Return all articles that are not deleted, the last one added in front."""
    return session.scalars(present().order_by(ArticleRow.added_at.desc(), ArticleRow.id.desc())).all()


def present(*conditions: ColumnElement[bool]) -> Select[Any]:
    """Begin a query of the articles that are not deleted."""
    return select(ArticleRow).where(ArticleRow.deleted_at.is_(None), *conditions)


def count(session: Session, *conditions: ColumnElement[bool]) -> int:
    """Count the articles that are not deleted."""
    query = select(func.count()).select_from(present(*conditions).subquery())
    return session.scalar(query) or 0


def free_slug(session: Session, wanted: str, text_hash: str) -> str:
    """Return ``wanted``, or where another text has it, ``wanted`` with the beginning of the hash."""
    is_taken = session.scalar(select(ArticleRow.id).where(ArticleRow.slug == wanted)) is not None
    return f"{wanted}-{text_hash[:8]}" if is_taken else wanted


def chapters(session: Session, article_id: int) -> Sequence[ChapterRow]:
    """Return an article's chapters in their order; most have none."""
    query = select(ChapterRow).where(ChapterRow.article_id == article_id).order_by(ChapterRow.number)
    return session.scalars(query).all()


def given_readings(session: Session, article_id: int, start: int, end: int) -> Sequence[GivenReadingRow]:
    """Return the readings that the source gave within a stretch of an article."""
    row = GivenReadingRow
    query = select(row).where(row.article_id == article_id, row.start >= start, row.end <= end)
    return session.scalars(query.order_by(row.start)).all()


def cover(session: Session, article_id: int) -> CoverRow | None:
    """Return an article's cover."""
    return session.get(CoverRow, article_id)


def with_cover(session: Session, ids: Iterable[int]) -> set[int]:
    """Return which of the articles have a cover."""
    return set(session.scalars(select(CoverRow.article_id).where(CoverRow.article_id.in_(list(ids)))))


def chapter_counts(session: Session, ids: Iterable[int]) -> dict[int, int]:
    """Return how many chapters each of the books has; articles without any are left out."""
    row = ChapterRow
    query = select(row.article_id, func.count()).where(row.article_id.in_(list(ids))).group_by(row.article_id)
    return {article_id: chapters for article_id, chapters in session.execute(query)}  # noqa: C416 - typed rows


def tags(session: Session, ids: Iterable[int]) -> dict[int, list[str]]:
    """Return the tags of each article, in alphabetical order."""
    found: dict[int, list[str]] = defaultdict(list)
    query = select(TagRow).where(TagRow.article_id.in_(list(ids))).order_by(TagRow.name)
    for row in session.scalars(query):
        found[row.article_id].append(row.name)
    return found


def tags_in_use(session: Session) -> Sequence[str]:
    """Return every tag that an article which is not deleted has."""
    query = select(TagRow.name).join(ArticleRow, ArticleRow.id == TagRow.article_id)
    return session.scalars(
        query.where(ArticleRow.deleted_at.is_(None)).distinct().order_by(TagRow.name)
    ).all()


def set_tags(session: Session, article_id: int, names: Iterable[str]) -> None:
    """Give an article these tags and no others."""
    session.execute(delete(TagRow).where(TagRow.article_id == article_id))
    session.add_all(TagRow(article_id=article_id, name=name) for name in dict.fromkeys(names))


def deleted_before(session: Session, moment: datetime) -> Sequence[ArticleRow]:
    """Return the articles that were deleted before a moment."""
    return session.scalars(select(ArticleRow).where(ArticleRow.deleted_at < moment)).all()


def fact(session: Session, name: str) -> str | None:
    """Return something that is remembered of the library."""
    row = session.get(FactRow, name)
    return row.value if row else None
