"""The queries on the pages of articles. Each takes the session of a transaction that its caller owns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from webapp.language.script import to_simplified
from webapp.store.models import ArticleRow, PageRow
from webapp.store.search import add_to_index, take_from_index

MOST_INDEXED_AT_ONCE = 60
"""Pages that are indexed while a text is added; of a longer one all wait for the caretaker."""


_BATCH = 10_000  # numbers in one query


def content(text: str, script: str) -> str:
    """Return a text as it is searched: lower case, simplified, each code point in its place.

    >>> content("在臺灣用WiFi", "hant")    # using wifi in Taiwan
    '在台湾用wifi'
    """
    simple = to_simplified(text) if script == "hant" else text
    lower = simple.lower()
    return (
        lower
        if len(lower) == len(simple)
        else "".join(c if len(c.lower()) > 1 else c.lower() for c in simple)
    )


def whole_text(session: Session, article_id: int) -> str:
    """Return the text of an article, which is that of its pages joined."""
    return "".join(
        session.scalars(select(PageRow.text).where(PageRow.article_id == article_id).order_by(PageRow.number))
    )


def page(session: Session, article_id: int, number: int) -> PageRow | None:
    """Return a page by its number, counted from 1."""
    if not 1 <= number < 2**31:
        return None
    return session.scalar(select(PageRow).where(PageRow.article_id == article_id, PageRow.number == number))


def page_at(session: Session, article_id: int, place: int) -> int:
    """Return the number of the page that holds a code point."""
    if place >= 2**31:
        place = 2**31 - 1
    query = select(func.max(PageRow.number)).where(PageRow.article_id == article_id, PageRow.start <= place)
    return session.scalar(query) or 1


def pages_at(session: Session, article_id: int, places: Sequence[int]) -> list[int]:
    """Return the numbers of the pages that hold these code points."""
    query = select(PageRow.start).where(PageRow.article_id == article_id).order_by(PageRow.number)
    starts = session.scalars(query).all()
    return [max(1, bisect_right(starts, place)) for place in places]


def page_count(session: Session, article_id: int) -> int:
    """Return how many pages an article has."""
    return session.scalar(select(func.count()).where(PageRow.article_id == article_id)) or 0


def places(session: Session, ids: Iterable[int]) -> list[tuple[int, int]]:
    """Return pages with their articles, as (page, article), leaving out those of deleted ones."""
    wanted = sorted(ids)
    here = ArticleRow.deleted_at.is_(None)
    query = (
        select(PageRow.id, PageRow.article_id)
        .join(ArticleRow, ArticleRow.id == PageRow.article_id)
        .where(here)
    )
    found: list[tuple[int, int]] = []
    for first in range(0, len(wanted), _BATCH):
        part = wanted[first : first + _BATCH]
        found += [(id_, article_id) for id_, article_id in session.execute(query.where(PageRow.id.in_(part)))]
    return found


def by_ids(session: Session, ids: Sequence[int]) -> Sequence[PageRow]:
    """Return pages in the order of their numbers."""
    return session.scalars(select(PageRow).where(PageRow.id.in_(ids)).order_by(PageRow.number)).all()


def replace_pages(session: Session, article: ArticleRow, text: str, ends: Sequence[int]) -> None:
    """Give an article the pages that end at ``ends``; those that stay as they are stay indexed."""
    kept = {(row.number, row.start, row.text): row for row in rows_of(session, article.id)}
    wanted = [
        (number, start, text[start:end]) for number, (start, end) in enumerate(pairwise([0, *ends]), start=1)
    ]
    staying = set(wanted)
    remove_pages(session, article, [row for key, row in kept.items() if key not in staying])
    new = [
        {"article_id": article.id, "number": number, "start": start, "is_indexed": False, "text": part}
        for number, start, part in wanted
        if (number, start, part) not in kept
    ]
    if new:
        session.execute(insert(PageRow), new)
    if len(new) <= MOST_INDEXED_AT_ONCE:
        index_pages(
            session, [row for row in rows_of(session, article.id) if not row.is_indexed], article.script
        )


def rows_of(session: Session, article_id: int) -> Sequence[PageRow]:
    """Return all pages of an article."""
    return session.scalars(
        select(PageRow).where(PageRow.article_id == article_id).order_by(PageRow.number)
    ).all()


def remove_pages(session: Session, article: ArticleRow, rows: Sequence[PageRow]) -> None:
    """Drop pages, from the index too."""
    if rows:
        take_from_index(
            session, ((row.id, content(row.text, article.script)) for row in rows if row.is_indexed)
        )
        session.execute(delete(PageRow).where(PageRow.id.in_([row.id for row in rows])))


def index_pages(session: Session, rows: Iterable[PageRow], script: str) -> None:
    """Put pages into the index."""
    found = list(rows)
    if found:
        add_to_index(session, ((row.id, content(row.text, script)) for row in found))
        session.execute(
            update(PageRow).where(PageRow.id.in_([row.id for row in found])).values(is_indexed=True)
        )


def waiting(session: Session, most: int | None = None) -> Sequence[tuple[PageRow, str]]:
    """Return pages that are not indexed yet, each with the script of its article, the oldest first."""
    query = (
        select(PageRow, ArticleRow.script)
        .join(ArticleRow, ArticleRow.id == PageRow.article_id)
        .where(~PageRow.is_indexed, ArticleRow.deleted_at.is_(None))
        .order_by(PageRow.id)
        .limit(most)
    )
    return [(row, script) for row, script in session.execute(query)]
