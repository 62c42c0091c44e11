"""The queries on articles. Each takes the session of a transaction that its caller owns."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from webapp.store.models import ArticleRow


def by_hash(session: Session, text_hash: str) -> ArticleRow | None:
    """Find the article that has this very text."""
    return session.scalar(select(ArticleRow).where(ArticleRow.text_hash == text_hash))


def by_slug(session: Session, slug: str) -> ArticleRow | None:
    """Find an article with its text."""
    return session.scalar(select(ArticleRow).where(ArticleRow.slug == slug).options(undefer(ArticleRow.text)))


def newest_first(session: Session) -> Sequence[ArticleRow]:
    """Return all articles without their texts, the last one added in front."""
    return session.scalars(
        select(ArticleRow).order_by(ArticleRow.added_at.desc(), ArticleRow.id.desc())
    ).all()


def free_slug(session: Session, wanted: str, text_hash: str) -> str:
    """Return ``wanted``, or where another text has it, ``wanted`` with the beginning of the hash."""
    is_taken = session.scalar(select(ArticleRow.id).where(ArticleRow.slug == wanted)) is not None
    return f"{wanted}-{text_hash[:8]}" if is_taken else wanted
