"""A text opened for reading, a page at a time: only the page asked for is annotated.

So a novel opens as quickly as a news item. Pages follow from the text alone and
are the same every time; one ends at the end of a line, after about
``PAGE_CHARS`` characters, or inside a line that is longer than two pages.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING

from webapp.errors import ArticleNotFoundError
from webapp.reader.cards import Cards
from webapp.reader.page import Page, build_page

if TYPE_CHECKING:
    from webapp.reader.engine import Engine
    from webapp.reader.library import Library

PAGE_CHARS = 4_000
PAGES_KEPT = 32  # some megabytes; going back to a page costs nothing

# Where a page may end: behind a line, else behind a sentence.
_LINE_END = re.compile(r"\n+")
_SENTENCE_END = re.compile(r"[。！？!?…]+[”’」』）]*")


@dataclass(frozen=True, slots=True)
class OpenPage:
    """One page of a text: the ``number``-th of ``count``, counted from 1."""

    page: Page
    number: int
    count: int


class ReadingRoom:
    """Opens the texts of a library. Many threads may share one."""

    def __init__(self, library: Library, engine: Engine) -> None:
        self._library = library
        self._engine = engine
        self._cards = Cards(engine)
        self._kept: OrderedDict[tuple[str, datetime, int], OpenPage] = OrderedDict()
        self._lock = Lock()

    def open(self, slug: str, number: int = 1) -> OpenPage:
        """Return a page. Raises :class:`ArticleNotFoundError` where there is no such text or page."""
        article = self._library.article(slug)  # asked each time: it may have been removed
        key = (slug, article.added_at, number)
        with self._lock:
            if found := self._kept.get(key):
                self._kept.move_to_end(key)
                return found
        ends = page_ends(article.text)
        if not 1 <= number <= len(ends):
            raise ArticleNotFoundError(
                f"This text has {len(ends)} pages, and no page {number}. Open it at its first page."
            )
        text = article.text[0 if number == 1 else ends[number - 2] : ends[number - 1]]
        document = self._engine.annotator.document(text)
        opened = OpenPage(build_page(document, self._cards, slug, article.title), number, len(ends))
        with self._lock:
            self._kept[key] = opened
            while len(self._kept) > PAGES_KEPT:
                self._kept.popitem(last=False)
        return opened


def page_ends(text: str, page_chars: int = PAGE_CHARS) -> list[int]:
    r"""Return where each page of ``text`` ends; the last one ends with the text.

    >>> page_ends("第一行\n第二行\n第三行\n", page_chars=5)    # three lines
    [8, 12]
    """
    ends: list[int] = []
    start = 0
    while len(text) - start > page_chars * 3 // 2:  # a short last page is not worth turning to
        found = _LINE_END.search(text, start + page_chars, start + 2 * page_chars)
        found = found or _SENTENCE_END.search(text, start + page_chars, start + 2 * page_chars)
        start = found.end() if found else start + 2 * page_chars
        ends.append(min(start, len(text)))
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return ends
