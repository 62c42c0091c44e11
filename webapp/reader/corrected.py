"""Which of a reader's corrections hold on a page, as entries that the engine applies.

What holds everywhere is applied first, and then what was said of this very place,
so that the narrower word is the last. One exception: who corrects a word
everywhere means the place, too, at which he does so; what he had said of that
place alone before no longer stands. It does again when the later one is undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from webapp.language.own import OwnEntry
from webapp.store.models import CorrectionRow


@dataclass(frozen=True, slots=True)
class Standing:
    """A correction that holds, by its number, and what it makes the engine do."""

    id: int
    entry: OwnEntry


READ_AS_CORRECTED = "read as you have corrected it"
EXPLAINED_AS_CORRECTED = "explained in your own words"


def standing_on(
    rows: Sequence[CorrectionRow], article_id: int | None, start: int, text: str
) -> tuple[Standing, ...]:
    """Return what holds on a page, in the order of application; places count from the page's beginning.

    ``rows`` are the standing ones in the order they were made. Those that cannot
    matter to this text are left out.
    """
    everywhere = [row for row in rows if row.is_everywhere and row.text in text]
    here = [
        row
        for row in rows
        if not row.is_everywhere
        and row.article_id == article_id
        and row.start is not None
        and text.startswith(row.text, row.start - start)
        and row.start >= start
        and not is_overruled(row, rows)
    ]
    return (
        *(Standing(row.id, entry(row)) for row in everywhere),
        *(Standing(row.id, entry(row, row.start - start)) for row in here if row.start is not None),
    )


def entry(row: CorrectionRow, at: int | None = None) -> OwnEntry:
    """Return a correction as the engine takes it, to be applied at a place or, without one, everywhere."""
    if row.kind == "cut":
        return OwnEntry(row.text, cut=pieces(row.text, row.value), at=at)
    if row.kind == "reading":
        return OwnEntry(row.text, reading=tuple(row.value.split()), at=at, note=READ_AS_CORRECTED)
    where_read = tuple(row.where_read.split())
    return OwnEntry(row.text, gloss=row.value, where_read=where_read, at=at, note=EXPLAINED_AS_CORRECTED)


def is_overruled(row: CorrectionRow, rows: Iterable[CorrectionRow]) -> bool:
    """Claim that something which holds everywhere has been said later at this very place."""
    return any(
        other.is_everywhere and other.id > row.id and other.kind == row.kind and overlap(row, other)
        for other in rows
    )


def overlap(row: CorrectionRow, other: CorrectionRow) -> bool:
    """Claim that two corrections were made at places that have characters in common."""
    if (
        row.article_id is None
        or row.article_id != other.article_id
        or row.start is None
        or other.start is None
    ):
        return False
    return row.start < other.start + len(other.text) and other.start < row.start + len(row.text)


def pieces(text: str, lengths: str) -> tuple[str, ...]:
    """Return a text cut into pieces of these lengths.

    >>> pieces("研究生命", "2 2")    # to study life
    ('研究', '生命')
    """
    found, at = [], 0
    for length in map(int, lengths.split()):
        found.append(text[at : at + length])
        at += length
    return tuple(found)


def lengths(cut: Iterable[str]) -> str:
    """Return a cut as it is kept.

    >>> lengths(["研究", "生命"])
    '2 2'
    """
    return " ".join(str(len(piece)) for piece in cut)
