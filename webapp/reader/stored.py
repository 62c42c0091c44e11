"""A page of a text as the library keeps it, with all that is bound to places on it.

Everything that a page is made of is read in one transaction, so that it is of one
state of the library: its text, the chapters, what the source wrote above its words,
and what the reader has corrected in them.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.errors import ArticleNotFoundError
from webapp.reader.corrected import Standing, standing_on
from webapp.reader.listing import Listing, facts
from webapp.sources.article import GivenReading
from webapp.store import articles, corrections, pages
from webapp.store.models import ArticleRow, PageRow


@dataclass(frozen=True, slots=True)
class ChapterPlace:
    """A chapter of a book: the code point that it begins at, and the page."""

    title: str
    start: int
    page: int


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page of a text as it is kept: the ``number``-th of ``count``, from the code point ``start`` on.

    ``position`` is where the reader stopped, if that is on this page. The places of
    ``readings``, which the source itself gave, and of ``corrections``, which the
    reader made, count from the page's beginning.
    """

    listing: Listing
    number: int
    count: int
    start: int
    text: str
    position: int | None = None
    chapters: tuple[ChapterPlace, ...] = ()
    readings: tuple[GivenReading, ...] = ()
    corrections: tuple[Standing, ...] = ()

    @property
    def chapter(self) -> int | None:
        """Which of the chapters this page belongs to, None outside of any."""
        begun = [
            index for index, each in enumerate(self.chapters) if each.start < self.start + len(self.text)
        ]
        return begun[-1] if begun else None

    @property
    def chapter_title(self) -> str:
        """The title of the chapter that this page belongs to, "" outside of any."""
        return "" if self.chapter is None else self.chapters[self.chapter].title

    @property
    def chapter_before(self) -> int:
        """The page that the last chapter before this page's begins on, 0 where there is none."""
        earlier = [each.page for each in self.chapters[: self.chapter or 0] if each.page < self.number]
        return earlier[-1] if earlier else 0

    @property
    def chapter_after(self) -> int:
        """The page that the first chapter after this page's begins on, 0 where there is none."""
        following = 0 if self.chapter is None else self.chapter + 1
        return next((each.page for each in self.chapters[following:] if each.page > self.number), 0)


def stored_page(session: Session, row: ArticleRow, number: int | None, at: int | None) -> StoredPage:
    """Return a page: by its number, the one with the code point ``at``, or the one where reading stopped.

    Raises :class:`ArticleNotFoundError` where there is no such page.
    """
    position = row.position if row.position is not None and 0 < row.position < row.chars else None
    if number is None:
        place = max(0, at) if at is not None else position or 0
        number = pages.page_at(session, row.id, place)
    count = pages.page_count(session, row.id)
    page = pages.page(session, row.id, number)
    if page is None:
        raise ArticleNotFoundError(
            f"This text has {count} pages, and no page {number}. Open it at its first page."
        )
    is_here = position is not None and page.start <= position < page.start + len(page.text)
    return StoredPage(
        Listing(**facts(row)),  # type: ignore[arg-type]
        page.number,
        count,
        page.start,
        page.text,
        position if is_here else None,
        _chapter_places(session, row.id),
        _given_readings(session, row.id, page),
        standing_on(corrections.standing(session, row.id, page.text), row.id, page.start, page.text),
    )


def _chapter_places(session: Session, article_id: int) -> tuple[ChapterPlace, ...]:
    """Return the chapters of a book, each with the page it begins on."""
    rows = articles.chapters(session, article_id)
    if not rows:
        return ()
    numbers = pages.pages_at(session, article_id, [row.start for row in rows])
    return tuple(
        ChapterPlace(row.title, row.start, number) for row, number in zip(rows, numbers, strict=True)
    )


def _given_readings(session: Session, article_id: int, page: PageRow) -> tuple[GivenReading, ...]:
    rows = articles.given_readings(session, article_id, page.start, page.start + len(page.text))
    return tuple(GivenReading(row.start - page.start, row.end - page.start, row.pinyin) for row in rows)
