"""An article as the library shows it: facts and ready strings, free of the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from webapp.reader.page import LANGUAGES, written_date
from webapp.store.models import ArticleRow

CHARS_PER_MINUTE = 160
"""Chinese characters that a learner reads in a minute with some look-ups; at home in the language one reads 400."""
COVER_CHARS = 8  # of a title, on a cover made of nothing else


@dataclass(frozen=True, slots=True)
class Listing:
    """What the library shows of a text. ``date`` is the text's own, YYYY-MM-DD.

    ``length`` counts Chinese characters, ``chars`` code points; ``position`` is
    where reading stopped, see :class:`~webapp.store.models.ArticleRow`.
    """

    slug: str
    title: str
    date: str | None
    author: str | None
    source_url: str | None
    language: str  # zh-Hans, zh-Hant
    length: int
    added_at: datetime
    chars: int = 0
    archived_at: datetime | None = None
    opened_at: datetime | None = None
    position: int | None = None
    level: int | None = None
    share_above: float | None = None
    tags: tuple[str, ...] = ()
    has_cover: bool = False
    chapter_count: int = 0

    @property
    def date_text(self) -> str:
        return written_date(self.date or "")

    @property
    def added_text(self) -> str:
        return written_date(self.added_at.date().isoformat())

    @property
    def length_text(self) -> str:
        return f"{self.length:,} characters"

    @property
    def time_text(self) -> str:
        return reading_time(self.length)

    @property
    def source_text(self) -> str:
        """Who wrote it, or the site that it is from; "" where neither is known."""
        return self.author or _site(self.source_url)

    @property
    def is_book(self) -> bool:
        return self.chapter_count > 1

    @property
    def chapters_text(self) -> str:
        return f"{self.chapter_count} chapters" if self.is_book else ""

    @property
    def is_finished(self) -> bool:
        return self.position is not None and self.position >= self.chars > 0

    @property
    def is_begun(self) -> bool:
        return self.position is not None and 0 < self.position < self.chars

    @property
    def percent_read(self) -> int:
        """How far it is read; a text that has been begun is never at 0, nor at 100 before its end."""
        if self.is_finished:
            return 100
        return min(99, max(1, 100 * (self.position or 0) // max(1, self.chars))) if self.is_begun else 0

    @property
    def progress_text(self) -> str:
        return "Read" if self.is_finished else f"{self.percent_read} %" if self.is_begun else ""

    @property
    def difficulty_text(self) -> str:
        """How hard it is: "HSK 4, 6 % above"; "" until it has been estimated."""
        if self.level is None:
            return ""
        return (
            f"HSK {self._band}, {self._percent_above} % above" if self._percent_above else f"HSK {self._band}"
        )

    @property
    def difficulty_title(self) -> str:
        """The same as a sentence, for who asks."""
        if self.level is None:
            return ""
        return f"{self._percent_above} % of its words are above HSK {self._band}"

    @property
    def _band(self) -> str:
        return "7–9" if (self.level or 0) >= 7 else str(self.level)

    @property
    def _percent_above(self) -> int:
        return round(100 * (self.share_above or 0))

    @property
    def tint(self) -> int:
        """Which of the cover's five colours, always the same for one text."""
        return sum(map(ord, self.slug)) % 5

    @property
    def cover_text(self) -> str:
        """What stands on the cover of a text without a picture."""
        letters = "".join(char for char in self.title if char.isalnum())
        return letters[:COVER_CHARS]


@dataclass(frozen=True, slots=True)
class StoredArticle(Listing):
    """A text of the library, whole."""

    text: str = ""


def facts(row: ArticleRow) -> dict[str, object]:
    """Return the fields of a :class:`Listing` that stand in the article's own row."""
    return {
        "slug": row.slug,
        "title": row.title,
        "date": row.date,
        "author": row.author,
        "source_url": row.source_url,
        "language": LANGUAGES["hant" if row.script == "hant" else "hans"],
        "length": row.length,
        "added_at": row.added_at,
        "chars": row.chars,
        "archived_at": row.archived_at,
        "opened_at": row.opened_at,
        "position": row.position,
        "level": row.level,
        "share_above": row.share_above,
    }


def reading_time(length: int) -> str:
    """Return how long a learner reads ``length`` characters.

    >>> reading_time(90), reading_time(3200), reading_time(838_430)
    ('1 min', '20 min', '87 h')
    """
    minutes = max(1, round(length / CHARS_PER_MINUTE))
    if minutes < 60:
        return f"{minutes} min"
    hours, rest = divmod(minutes, 60)
    return f"{round(minutes / 60)} h" if hours >= 10 or rest < 5 else f"{hours} h {rest // 5 * 5} min"


def _site(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
