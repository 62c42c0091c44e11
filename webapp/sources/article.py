"""What comes in, whatever it came from: one text with what is known about it."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.errors import SourceEmptyError
from webapp.language.script import has_han, normalise
from webapp.language.structure import outline
from webapp.sources.cover import Cover

MAX_TITLE_CHARS = 200
OPENING_CHARS = 24  # of a text without a title, to know it by
_HEAD_CHARS = 8_000  # title and date stand in here, or nowhere
_BLANK = "\ufeff\u200b\u2060 \t\n\u3000\xa0"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a book: ``start`` and ``end`` count code points of its text, half-open."""

    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GivenReading:
    """What the source itself writes above a stretch of the text: ``pinyin`` in tone marks, a syllable a character."""

    start: int
    end: int
    pinyin: str


@dataclass(frozen=True, slots=True)
class Article:
    """A text ready for the library. ``text`` is normalised; offsets count its code points.

    ``date`` is YYYY-MM-DD. ``title`` is never empty: a text without one is known
    by its opening words. ``chapters`` cover the text of a book in order, without
    gaps; a text that is no book has none. ``readings`` do not overlap and stand
    in order.
    """

    title: str
    date: str | None
    author: str | None
    source_url: str | None
    text: str
    chapters: tuple[Chapter, ...] = ()
    cover: Cover | None = None
    readings: tuple[GivenReading, ...] = ()


def make_article(
    text: str,
    *,
    title: str | None = None,
    date: str | None = None,
    author: str | None = None,
    source_url: str | None = None,
    chapters: tuple[Chapter, ...] = (),
    cover: Cover | None = None,
    readings: tuple[GivenReading, ...] = (),
    name: str = "The text",
) -> Article:
    r"""Make an article of a text, or say why it is none; ``name`` begins that sentence.

    What the text itself says goes before ``title``, but for a book, whose text
    begins with the heading of a chapter; a known ``date`` goes before what the
    text says. Places in ``chapters`` and ``readings`` are those of a text that
    has gone through :func:`clean`.

    >>> article = make_article("标题：春天\n日期：2025-3-1\n\n春天来了。")    # Spring has come.
    >>> article.title, article.date
    ('春天', '2025-03-01')
    """
    text = clean(text)
    if not text.strip(_BLANK):
        raise SourceEmptyError(f"{name} is empty; there is nothing to read.")
    if not has_han(text):
        raise SourceEmptyError(f"{name} has no Chinese characters in it; there is nothing to explain.")
    found = outline(_head(text))
    own = "" if title and chapters else found.title
    return Article(
        title=(own or title or _opening(text))[:MAX_TITLE_CHARS],
        date=date or found.date,
        author=author,
        source_url=source_url,
        text=text,
        chapters=chapters,
        cover=cover,
        readings=readings,
    )


def clean(text: str) -> str:
    """Return the form in which a text is kept: normalised, and without NUL, which no database keeps."""
    return normalise(text).replace("\0", "\ufffd")


def _head(text: str) -> str:
    """Return the first lines of a text."""
    if len(text) <= _HEAD_CHARS:
        return text
    end = text.rfind("\n", 0, _HEAD_CHARS)
    return text[: end + 1 or _HEAD_CHARS]


def _opening(text: str) -> str:
    line = next(line for line in (line.strip(_BLANK) for line in text.split("\n")) if has_han(line))
    return line if len(line) <= OPENING_CHARS else line[:OPENING_CHARS].rstrip("，。、；： ") + "…"
