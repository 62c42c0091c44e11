"""Corrections as objects of JSON Lines, out of one library and into another.

Each has its ``kind`` (cut, reading, gloss), the ``text`` that it speaks of, and what
it says of it: ``cut``, the pieces; ``reading``, a syllable a character; ``gloss``.
One of an article says ``at`` which code point its text begins or, while it waits for
its sentence, which ``sentence`` that is and how far into it (``lead``). What the
library has already is never doubled, and where it says something else it stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.errors import CorrectionError
from webapp.language import pinyin
from webapp.reader.anchoring import sentence_around
from webapp.reader.corrected import is_overruled, lengths, pieces
from webapp.reader.wish import clean_gloss
from webapp.store import corrections
from webapp.store.models import CorrectionRow

MOST_CHARS = 2_000  # of a stretch that is cut
Json = dict[str, Any]


def everywhere(session: Session) -> list[Json]:
    """Return what holds in all texts, as it is written."""
    return [_record(row) for row in corrections.standing(session, None)]


def of_article(session: Session, article_id: int) -> list[Json]:
    """Return what holds in an article only, as it is written."""
    rows = corrections.standing(session, article_id)
    return [_record(row) for row in rows if not row.is_everywhere and not is_overruled(row, rows)]


def parsed(given: object, text: str | None) -> list[CorrectionRow]:
    """Return the rows of what was written, of an article's ``text`` or, without one, of all texts.

    Raises ValueError or KeyError with what is wrong with it.
    """
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise ValueError("corrections must be a list of objects")
    return [_row(each, text) for each in given]


def carry_in(session: Session, article_id: int | None, rows: Iterable[CorrectionRow]) -> int:
    """Put in what is not there yet; return how many that were."""
    there = list(corrections.standing(session, article_id))
    count = 0
    for row in rows:
        row.article_id = article_id
        if not any(_is_taken(row, other) for other in there):
            session.add(row)
            session.flush()  # one by one: their numbers are the order in which they are applied
            there.append(row)
            count += 1
    return count


def _is_taken(row: CorrectionRow, other: CorrectionRow) -> bool:
    """Claim that something of the kind has been said of these characters there already."""
    if (row.kind, row.text, row.is_everywhere) != (other.kind, other.text, other.is_everywhere):
        return False
    if row.is_everywhere:
        return row.where_read == other.where_read
    return row.start == other.start and (row.start is not None or row.sentence == other.sentence)


def _record(row: CorrectionRow) -> Json:
    said: dict[str, Any] = {
        "cut": lambda: list(pieces(row.text, row.value)),
        "reading": lambda: " ".join(map(pinyin.to_marks, row.value.split())),
        "gloss": lambda: row.value,
    }
    found: Json = {"kind": row.kind, "text": row.text, row.kind: said[row.kind]()}
    if row.where_read:
        found["where_read"] = " ".join(map(pinyin.to_marks, row.where_read.split()))
    if not row.is_everywhere:
        found |= {"sentence": row.sentence, "lead": row.lead} if row.start is None else {"at": row.start}
    return found | {"made_at": row.made_at.isoformat()}


def _row(given: Json, article: str | None) -> CorrectionRow:
    kind, text = given["kind"], given["text"]
    if kind not in ("cut", "reading", "gloss"):
        raise ValueError(f"{str(kind)[:20]!r} is no kind of correction; it is cut, reading or gloss")
    if not isinstance(text, str) or not 0 < len(text) <= MOST_CHARS or "\0" in text:
        raise ValueError(f"a correction must say of which text it is, in {MOST_CHARS} characters at most")
    start, sentence, lead = _place(given, text, article)
    made_at = datetime.fromisoformat(given["made_at"]) if given.get("made_at") else datetime.now(UTC)
    return CorrectionRow(
        is_everywhere=article is None,
        kind=kind,
        text=text,
        value=_value(kind, text, given[kind]),
        where_read=_reading(text, given["where_read"]) if given.get("where_read") else "",
        start=start,
        sentence=sentence,
        lead=lead,
        made_at=made_at if made_at.tzinfo else made_at.replace(tzinfo=UTC),
    )


def _place(given: Json, text: str, article: str | None) -> tuple[int | None, str, int]:
    """Return where a correction stands, the sentence around it, and how far into that."""
    at, sentence, lead = given.get("at"), given.get("sentence", text), given.get("lead", 0)
    if article is not None and at is not None:
        if type(at) is not int or at < 0 or not article.startswith(text, at):
            raise ValueError(f"{text[:20]!r} does not stand at {str(at)[:20]}")
        return (at, *sentence_around(article, at, at + len(text)))
    if (
        not isinstance(sentence, str)
        or type(lead) is not int
        or lead < 0
        or not sentence.startswith(text, lead)
    ):
        raise ValueError(f"{text[:20]!r} does not stand in its sentence")
    return None, sentence.replace("\0", ""), lead


def _value(kind: str, text: str, said: object) -> str:
    if kind == "cut":
        if not isinstance(said, list) or not all(isinstance(each, str) and each for each in said):
            raise ValueError("a cut must be a list of words")
        if "".join(said) != text:
            raise ValueError(f"the pieces of a cut do not spell {text[:20]!r}")
        return lengths(said)
    if not isinstance(said, str):
        raise ValueError(f"{kind} must be written in quotes")
    if kind == "reading":
        return _reading(text, said)
    try:
        gloss = clean_gloss(said)
    except CorrectionError as error:
        raise ValueError(str(error).removesuffix(".")) from None
    if not gloss:
        raise ValueError("a gloss must say something")
    return gloss


def _reading(text: str, said: object) -> str:
    syllables: Sequence[str] = pinyin.to_numbered(said).split() if isinstance(said, str) else ()
    if len(syllables) != len(text) or not all(map(pinyin.tone, syllables)):
        raise ValueError(f"{str(said)[:40]!r} is no reading of {text[:20]!r}, a syllable a character")
    return " ".join(syllables)
