"""Texts as lines of JSON, a text a line, for other programs and other libraries.

Unlike a backup (see ``backup.py``), which is the library itself, these lines say
what a text is in words that anyone can write: only ``text`` has to be there. A
text that the library has already is left as it is, but for corrections that it
has not (``carrying.py``). A line without a text holds the ``corrections`` that
hold everywhere.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.errors import SourceFormatError
from webapp.reader import carrying
from webapp.reader.library import Library, found
from webapp.reader.listing import Listing
from webapp.reader.shelf import MOST_TAGS, tag_name
from webapp.sources.article import MAX_TITLE_CHARS, Article, Chapter, GivenReading, make_article
from webapp.sources.cover import Cover, make_cover
from webapp.store import articles, pages
from webapp.store.database import Database
from webapp.store.models import ArticleRow


def exported(database: Database) -> Iterator[str]:
    """Return the texts of a library as lines, the one added first in front; one at a time is in memory."""
    with database.reading() as session:
        query = articles.present().with_only_columns(ArticleRow.id)
        ids = session.scalars(query.order_by(ArticleRow.added_at, ArticleRow.id)).all()
    for id_ in ids:
        with database.reading() as session:
            row = session.scalar(
                select(ArticleRow).where(ArticleRow.id == id_, ArticleRow.deleted_at.is_(None))
            )
            if row is not None:  # else it was deleted meanwhile
                yield json.dumps(_record(session, row), ensure_ascii=False)
    with database.reading() as session:
        everywhere = carrying.everywhere(session)
    if everywhere:
        yield json.dumps({"corrections": everywhere}, ensure_ascii=False)


class Taken(NamedTuple):
    """What came of a line: the text, None for a line of corrections; is it new; how many corrections are."""

    listing: Listing | None
    is_new: bool
    corrections: int = 0


def take(library: Library, line: bytes, name: str) -> Taken:
    """Put the text of one line into the library, and its corrections.

    ``name`` calls the line in errors: :class:`~webapp.errors.SourceError`.
    """
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        raise SourceFormatError(f"{name} is no JSON in UTF-8; each line must be one whole object.") from None
    if isinstance(record, dict) and "text" not in record and "corrections" in record:
        return _take_corrections(library, record, name)
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise SourceFormatError(f'{name} has no text; each line must be an object with a "text" in it.')
    try:
        article = _article(record, name)
        columns, tags = _columns(record, len(article.text)), _tags(record)
        carrying.parsed(_corrections(record), article.text)
    except (ValueError, TypeError, KeyError) as error:
        raise _unusable(name, error) from None
    new: list[ArticleRow] = []

    def arrange(session: Session, row: ArticleRow) -> None:
        new.append(row)
        articles.set_tags(session, row.id, tags)
        for field, value in columns.items():
            setattr(row, field, value)

    listing = library.put(article, arrange)
    count = 0
    if _corrections(record):
        with library.database.writing() as session:
            rows = carrying.parsed(_corrections(record), article.text)
            count = carrying.carry_in(session, found(session, listing.slug).id, rows)
    return Taken(listing, bool(new), count)


def _take_corrections(library: Library, record: dict[str, Any], name: str) -> Taken:
    try:
        rows = carrying.parsed(record["corrections"], None)
    except (ValueError, TypeError, KeyError) as error:
        raise _unusable(name, error) from None
    with library.database.writing() as session:
        return Taken(None, False, carrying.carry_in(session, None, rows))


def _corrections(record: dict[str, Any]) -> object:
    return [] if record.get("corrections") is None else record["corrections"]


def _unusable(name: str, error: Exception) -> SourceFormatError:
    reason = f"{error.args[0]} is missing" if isinstance(error, KeyError) else str(error)
    return SourceFormatError(f"{name} cannot be used: {reason[:120]}. Correct it, or leave that field out.")


def _record(session: Session, row: ArticleRow) -> dict[str, Any]:
    """Return a text as it is written; what is empty is left out."""
    cover = articles.cover(session, row.id)
    record = {
        "title": row.title,
        "date": row.date,
        "author": row.author,
        "source_url": row.source_url,
        "added_at": row.added_at.isoformat(),
        "archived_at": row.archived_at and row.archived_at.isoformat(),
        "position": row.position,
        "tags": articles.tags(session, [row.id]).get(row.id),
        "chapters": [{"title": c.title, "start": c.start} for c in articles.chapters(session, row.id)],
        "readings": [
            {"start": r.start, "end": r.end, "pinyin": r.pinyin}
            for r in articles.given_readings(session, row.id, 0, row.chars)
        ],
        "corrections": carrying.of_article(session, row.id),
        "cover": cover and base64.b64encode(cover.data).decode("ascii"),
        "text": pages.whole_text(session, row.id),
    }
    return {name: value for name, value in record.items() if value not in (None, [])}


def _article(record: dict[str, Any], name: str) -> Article:
    day = _words(record, "date")
    article = make_article(
        record["text"],
        date=date.fromisoformat(day).isoformat() if day else None,
        author=_words(record, "author"),
        source_url=_words(record, "source_url"),
        cover=_cover(_words(record, "cover")),
        name=name,
    )
    title = (_words(record, "title") or "").strip()[:MAX_TITLE_CHARS]
    return replace(
        article,
        title=title or article.title,
        chapters=_chapters(record.get("chapters") or [], len(article.text)),
        readings=_readings(record.get("readings") or [], len(article.text)),
    )


def _columns(record: dict[str, Any], chars: int) -> dict[str, Any]:
    """Return what the reader has made of a text, by the columns that hold it."""
    kept: dict[str, Any] = {
        field: moment for field in ("added_at", "archived_at") if (moment := _moment(record, field))
    }
    if record.get("position") is not None:
        kept["position"] = _place(record["position"], 0, chars)
    return kept


def _tags(record: dict[str, Any]) -> list[str]:
    names = record.get("tags") or []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ValueError("tags must be a list of words")
    tags = sorted({name for name in map(tag_name, names) if name})
    if len(tags) > MOST_TAGS:
        raise ValueError(f"a text can have {MOST_TAGS} tags at most")
    return tags


def _words(record: dict[str, Any], field: str) -> str | None:
    value = record.get(field)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{field} must be written in quotes")
    return value.replace("\0", "") if value else None


def _moment(record: dict[str, Any], field: str) -> datetime | None:
    value = _words(record, field)
    if value is None:
        return None
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _place(value: object, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise ValueError(f"{str(value)[:20]!r} is no place in the text from {least} to {most}")
    return value


def _chapters(given: Sequence[Any], chars: int) -> tuple[Chapter, ...]:
    starts = [0]
    for each in given[1:]:
        starts.append(_place(each["start"], starts[-1] + 1, chars - 1))
    if given:
        starts[0] = _place(given[0]["start"], 0, starts[1] - 1 if len(starts) > 1 else chars - 1)
    return tuple(
        Chapter(str(each["title"]).replace("\0", "")[:MAX_TITLE_CHARS], start, end)
        for each, (start, end) in zip(given, pairwise([*starts, chars]), strict=False)
    )


def _readings(given: Sequence[Any], chars: int) -> tuple[GivenReading, ...]:
    found, last = [], 0
    for each in given:
        start = _place(each["start"], last, chars)
        last = _place(each["end"], start + 1, chars)
        found.append(GivenReading(start, last, str(each["pinyin"]).replace("\0", "")))
    return tuple(found)


def _cover(written: str | None) -> Cover | None:
    if written is None:
        return None
    cover = make_cover(base64.b64decode(written, validate=True))
    if cover is None:
        raise ValueError("the cover is no picture that pages show")
    return cover
