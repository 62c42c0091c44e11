"""Corrections hold on to their sentences while the text around them is edited.

What stands before or behind a change moves with the text. What stood in it is
looked for: its whole sentence, or else the few characters beside it where they
occur once. What is not found is kept without a place, and holds again as soon as
an edit brings its sentence back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from webapp.language.sentences import sentences
from webapp.store import corrections
from webapp.store.models import ArticleRow, CorrectionRow

if TYPE_CHECKING:
    from webapp.reader.editing import Change

CONTEXT_CHARS = 4  # to a side
LEAST_CONTEXT_CHARS = 2  # in all; one could be found anywhere
FARTHEST_CHARS = 1_000  # that a sentence is looked for


def sentence_around(text: str, start: int, end: int) -> tuple[str, int]:
    r"""Return the sentence that holds a stretch of a text, and how far into it the stretch begins.

    >>> sentence_around("春天来了。花都开了。\n再见。", 6, 7)    # spring is here, all flowers are out; goodbye
    ('花都开了。', 1)
    """
    first = max(text.rfind("\n", 0, start) + 1, start - FARTHEST_CHARS)
    last = text.find("\n", end, end + FARTHEST_CHARS)
    last = last if last >= 0 else min(len(text), end + FARTHEST_CHARS)
    for begin, stop in sentences(text, first, last):
        if begin <= start < stop:
            return text[begin : max(stop, end)], start - begin
    return text[start:end], 0


def follow(session: Session, article: ArticleRow, text: str, change: Change) -> None:
    """Move the corrections made in an article along with a change; ``text`` is what it reads now."""
    for row in corrections.made_in(session, article.id):
        row.start = _place(row, text, change)
        if row.start is not None:
            row.sentence, row.lead = sentence_around(text, row.start, row.start + len(row.text))


def _place(row: CorrectionRow, text: str, change: Change) -> int | None:
    start = row.start
    if start is not None:
        if start + len(row.text) <= change.start or start >= change.end:
            moved = start + change.grown if start >= change.end else start
            if text.startswith(row.text, moved):
                return moved
        start = change.moved(start)
    at = _nearest(text, row.sentence, (start or 0) - row.lead)
    if at is not None:
        return at + row.lead
    return None if start is None else _by_context(row, text, change)


def _by_context(row: CorrectionRow, text: str, change: Change) -> int | None:
    """Return where the characters stand in the changed stretch with what stood beside them, if that is once."""
    low, high = max(0, change.start - CONTEXT_CHARS), change.end + change.grown + CONTEXT_CHARS
    end = row.lead + len(row.text)
    for left, right in ((CONTEXT_CHARS, CONTEXT_CHARS), (CONTEXT_CHARS, 0), (0, CONTEXT_CHARS)):
        first = max(0, row.lead - left)
        context = row.sentence[first : end + right]
        if len(context) >= len(row.text) + LEAST_CONTEXT_CHARS and text.count(context, low, high) == 1:
            return text.index(context, low, high) + row.lead - first
    return None


def _nearest(text: str, sentence: str, place: int) -> int | None:
    """Return where a sentence stands, of several places the one nearest to where it was."""
    before = text.rfind(sentence, 0, max(0, place) + len(sentence))
    after = text.find(sentence, max(0, place))
    found = [at for at in (before, after) if at >= 0]
    return min(found, key=lambda at: abs(at - place)) if found else None
