"""Changing the text of an article, a page of it at a time.

Chapters, the place where one stopped and everything else that is bound to a place
in the text moves along: what stands before the change stays where it is, what
stands behind it moves by as much as the text has grown, and what stood in the
changed stretch moves to its beginning. Corrections look for their sentence again
(``anchoring.py``). Annotations follow by themselves, as they
are kept by the text of the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from os.path import commonprefix

from sqlalchemy import delete
from sqlalchemy.orm import Session

from webapp.errors import ArticleChangedError, ArticleError
from webapp.language.script import count_han, guess_script, normalise
from webapp.reader.anchoring import follow
from webapp.reader.library import found, hash_of, listing
from webapp.reader.listing import Listing
from webapp.sources.article import make_article
from webapp.store import articles, pages
from webapp.store.database import Database
from webapp.store.models import ArticleRow, GivenReadingRow
from webapp.store.paging import page_ends


@dataclass(frozen=True, slots=True)
class Draft:
    """A page as it is given to be edited; ``version`` names its text as it was then."""

    listing: Listing
    number: int
    count: int
    text: str
    version: str


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of a text that was replaced: from ``start`` to ``end``, code points, ``grown`` longer now."""

    start: int
    end: int
    grown: int

    def moved(self, place: int) -> int:
        """Return where a place in the old text lies in the new one.

        >>> change = Change(10, 12, 3)
        >>> change.moved(10), change.moved(11), change.moved(12)
        (10, 10, 15)
        """
        return place if place <= self.start else place + self.grown if place >= self.end else self.start


class Editor:
    """Edits the texts of a library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def draft(self, slug: str, number: int = 1) -> Draft:
        """Return a page to be edited. Raises :class:`~webapp.errors.ArticleNotFoundError`."""
        with self._database.reading() as session:
            row = found(session, slug)
            count = pages.page_count(session, row.id)
            page = pages.page(session, row.id, min(max(1, number), count))
            text = page.text if page else ""
            return Draft(listing(session, row), page.number if page else 1, count, text, hash_of(text))

    def save(self, slug: str, number: int, text: str, version: str) -> Listing:
        """Put another text in the place of a page's.

        Raises :class:`ArticleChangedError` when the page is no longer the one that
        was given to be edited, and :class:`~webapp.errors.SourceEmptyError` when
        nothing would be left to read.
        """
        with self._database.writing() as session:
            row = found(session, slug)
            page = pages.page(session, row.id, number)
            if page is None or hash_of(page.text) != version:
                raise ArticleChangedError(
                    "This text has been changed somewhere else meanwhile. What you wrote is still in the form:"
                    " copy it, open the text again, and make the change there."
                )
            whole = pages.whole_text(session, row.id)
            before, after = whole[: page.start], whole[page.start + len(page.text) :]
            new = normalise(_ended_like(text, page.text, after))
            made = make_article(before + new + after, name="The text").text
            change = difference(page.text, new, page.start)
            if made != before + new + after:  # what was typed belongs together with what stands beside it
                change = difference(whole, made)
            if change is not None:
                _replace(session, row, made, change)
                follow(session, row, made, change)
            session.flush()
            return listing(session, row)


def difference(old: str, new: str, at: int = 0) -> Change | None:
    """Return the stretch in which two texts differ, None where they are the same; ``at`` is where the old one begins.

    >>> difference("我去银行。", "我不去银行。")    # I go to the bank; I do not go
    Change(start=1, end=1, grown=1)
    """
    if old == new:
        return None
    start = len(commonprefix((old, new)))
    most = min(len(old), len(new)) - start
    tail = len(commonprefix((old[::-1], new[::-1])))
    return Change(at + start, at + len(old) - min(tail, most), len(new) - len(old))


def _replace(session: Session, row: ArticleRow, text: str, change: Change) -> None:
    text_hash = hash_of(text)
    other = articles.by_hash(session, text_hash)
    if other is not None and other.id != row.id:
        where = "in the bin" if other.deleted_at else f"in the library as {other.title!r}"
        raise ArticleError(f"There is a text of these very words {where} already; nothing was changed.")
    chapters = articles.chapters(session, row.id)
    for chapter in chapters:
        chapter.start = change.moved(chapter.start)
    ends = [*(chapter.start for chapter in chapters[1:]), len(text)]
    emptied = [chapter for chapter, end in zip(chapters, ends, strict=False) if chapter.start >= end]
    for chapter in emptied:
        session.delete(chapter)
    session.execute(
        delete(GivenReadingRow).where(  # what the source wrote above words that are gone
            GivenReadingRow.article_id == row.id,
            GivenReadingRow.start < change.end,
            GivenReadingRow.end > change.start,
        )
    )
    later = articles.given_readings(session, row.id, change.end, row.chars)
    for reading in sorted(later, key=lambda each: each.start, reverse=change.grown > 0):
        reading.start, reading.end = reading.start + change.grown, reading.end + change.grown
        session.flush()  # one at a time, the outermost first: two never have one start
    if row.position is not None:
        row.position = len(text) if row.position >= row.chars else change.moved(row.position)
    row.text_hash, row.chars, row.length = text_hash, len(text), count_han(text)
    script = guess_script(text)
    if script != row.script:  # the index was made in the other one
        pages.remove_pages(session, row, pages.rows_of(session, row.id))
        row.script = script
    row.level = row.share_above = None
    pages.replace_pages(session, row, text, page_ends(text, chapter_starts=[each.start for each in chapters]))


def _ended_like(text: str, before: str, after: str) -> str:
    """Return a page with the line end that parts it from the next one; forms lose it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    ending = before[len(before.rstrip("\n")) :]
    return text.rstrip("\n") + ending if after and ending and text.strip() else text
