"""What a reader has corrected, as a list: each can be undone, and made again.

Making corrections is done in ``fixing.py``; which of them hold on a page, in
``corrected.py``. Each method is one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from webapp.errors import CorrectionNotFoundError
from webapp.language import pinyin
from webapp.reader.corrected import pieces
from webapp.reader.page import LANGUAGES, written_date
from webapp.store import corrections
from webapp.store.database import Database
from webapp.store.models import ArticleRow, CorrectionRow

PAGE_CORRECTIONS = 100


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction in the list: what was said of which word in which sentence.

    ``before`` and ``after`` are the sentence around it; ``address`` leads there, "" where the text
    is gone or the sentence is not in it any more.
    """

    id: int
    text: str
    became: str
    kind: str
    where: str
    language: str
    before: str
    after: str
    address: str
    is_lost: bool
    made_text: str


@dataclass(frozen=True, slots=True)
class CorrectionList:
    """A part of a reader's corrections, the last one in front; ``following`` is where the next part begins, or 0."""

    standing: tuple[CorrectionView, ...]
    undone: tuple[CorrectionView, ...]
    following: int


class Corrections:
    """The corrections of one library. Threads may share one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self, first: int = 0) -> CorrectionList:
        """Return what stands, from the ``first``-th on, and what was undone last."""
        first = min(max(0, first), 2**31)
        with self._database.reading() as session:
            most = PAGE_CORRECTIONS
            standing = corrections.newest_first(session, undone=False, first=first, most=most + 1)
            undone = corrections.newest_first(session, undone=True, first=0, most=most)
        return CorrectionList(
            tuple(_view(row, article) for row, article in standing[:most]),
            tuple(_view(row, article) for row, article in undone),
            first + most if len(standing) > most else 0,
        )

    def undo(self, ids: Iterable[int]) -> tuple[int, ...]:
        """Have corrections hold no longer; return those that did. Raises :class:`CorrectionNotFoundError`."""
        return self._mark(ids, datetime.now(UTC))

    def redo(self, ids: Iterable[int]) -> tuple[int, ...]:
        """Have corrections hold again that were undone."""
        return self._mark(ids, None)

    def undo_last(self) -> tuple[int, ...]:
        """Undo what was corrected last, all of it that was made in one go; () where there is nothing."""
        with self._database.writing() as session:
            found = corrections.newest_first(session, undone=False, first=0, most=10)
            last = [row for row, _ in found if row.made_at == found[0][0].made_at]
            for row in last:
                row.undone_at = datetime.now(UTC)
            return tuple(row.id for row in last)

    def _mark(self, ids: Iterable[int], moment: datetime | None) -> tuple[int, ...]:
        with self._database.writing() as session:
            rows = corrections.by_ids(session, ids)
            if not rows:
                raise CorrectionNotFoundError(
                    "There is no such correction. The list shows those that there are."
                )
            changed = [row for row in rows if (row.undone_at is None) != (moment is None)]
            for row in changed:
                row.undone_at = moment
            return tuple(row.id for row in changed)


def told(kind: str, text: str, value: str) -> str:
    """Return what a correction makes of its characters.

    >>> told("cut", "研究生命", "2 2"), told("reading", "行长", "xing2 zhang3"), told("gloss", "行", "to walk")
    ('研究 · 生命', 'xíngzhǎng', '“to walk”')
    >>> told("cut", "生命", "2")
    'one word'
    """
    if kind == "cut":
        found = pieces(text, value)
        return " · ".join(found) if len(found) > 1 else "one word"
    return pinyin.join(value.split()) if kind == "reading" else f"“{value}”"


def _view(row: CorrectionRow, article: ArticleRow | None) -> CorrectionView:
    is_there = article is not None and article.deleted_at is None and row.start is not None
    return CorrectionView(
        row.id,
        row.text,
        told(row.kind, row.text, row.value),
        row.kind,
        "everywhere" if row.is_everywhere else article.title if article else "",
        LANGUAGES[article.script] if article else "zh",
        row.sentence[: row.lead].lstrip(),
        row.sentence[row.lead + len(row.text) :].rstrip(),
        f"/articles/{article.slug}?at={row.start}" if is_there and article else "",
        row.start is None and not row.is_everywhere,
        written_date(row.made_at.date().isoformat()),
    )
