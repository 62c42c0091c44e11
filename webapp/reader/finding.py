"""Looking for texts: by words in them, by their titles, in Chinese, pinyin or English.

Each word asked for must be in the title, or on one and the same page. A word in
Latin letters stands for itself and for every headword that is read or translated
so: ``yinhang`` and ``bank`` find 银行. Chinese is found in either script.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.language.script import has_han, normalise, to_simplified
from webapp.lexicon.lexicon import Lexicon
from webapp.lexicon.reverse import Reverse
from webapp.reader.library import listings
from webapp.reader.listing import Listing
from webapp.store import articles, pages
from webapp.store.database import Database
from webapp.store.models import ArticleRow
from webapp.store.search import pages_with

MOST_ARTICLES = 30
MOST_HITS = 3  # shown of a text
MOST_PAGES_READ = 4  # of a text, to find them on
MOST_WORDS = 6
LONGEST_QUERY = 100
CONTEXT_CHARS = 24  # to each side of a hit, at most

_SENTENCE_BREAK = re.compile(r"[\n。！？!?…]")


@dataclass(frozen=True, slots=True)
class Hit:
    """Where something was found: ``at`` is the code point in the text, around it what stands before and after."""

    at: int
    before: str
    match: str
    after: str


@dataclass(frozen=True, slots=True)
class Find:
    """A text in which something was found, with the first hits; ``page_count`` pages may have more."""

    listing: Listing
    hits: tuple[Hit, ...]
    page_count: int


@dataclass(frozen=True, slots=True)
class Findings:
    """The answer to a query. ``words`` are the headwords that its pinyin or English stood for."""

    query: str
    finds: tuple[Find, ...]
    count: int
    words: tuple[str, ...]


class Finder:
    """Looks through the texts of a library. Threads may share one."""

    def __init__(self, database: Database, lexicon: Lexicon) -> None:
        self._database = database
        self._reverse = Reverse(lexicon)

    def find(self, query: str) -> Findings:
        """Return the texts that have all words of a query, those with a fitting title first."""
        query = " ".join(normalise(query).split())[:LONGEST_QUERY]
        groups = self._groups(query)
        stood_for = tuple(dict.fromkeys(w for group in groups for w in group[1:])) if groups else ()
        if not groups:
            return Findings(query, (), 0, ())
        with self._database.reading() as session:
            numbers = self._pages(session, groups)
            places = pages.places(session, numbers)
            on_pages: dict[int, list[int]] = defaultdict(list)
            for id_, article_id in places:
                on_pages[article_id].append(id_)
            titled, others = self._articles(session, groups, on_pages)
            rows = [*titled, *others]
            shown = rows[:MOST_ARTICLES]
            finds = [
                Find(listing, self._hits(session, row, on_pages[row.id], groups), len(on_pages[row.id]))
                for row, listing in zip(shown, listings(session, shown), strict=True)
            ]
        true = tuple(find for find, row in zip(finds, shown, strict=True) if find.hits or row in titled)
        return Findings(query, true, len(rows) - len(shown) + len(true), stood_for)

    def _groups(self, query: str) -> list[tuple[str, ...]]:
        """Return, for each word of the query, what would do for it."""
        if not query:
            return []
        if not has_han(query) and (words := self._reverse.words(query)):
            return [(query.lower(), *words)]  # "tai chi" is one thing
        return [
            (simple,) if has_han(simple) else (simple, *self._reverse.words(simple))
            for simple in to_simplified(query).lower().split()[:MOST_WORDS]
        ]

    def _pages(self, session: Session, groups: Sequence[Sequence[str]]) -> set[int]:
        found = set.intersection(*(pages_with(session, group) for group in groups))
        for row, script in pages.waiting(session):
            text = pages.content(row.text, script)
            if all(any(each in text for each in group) for group in groups):
                found.add(row.id)
        return found

    def _articles(
        self, session: Session, groups: Sequence[Sequence[str]], on_pages: dict[int, list[int]]
    ) -> tuple[list[ArticleRow], list[ArticleRow]]:
        """Return the articles that have all words in their titles, and those that have them in their texts."""
        titled, others = [], []
        for row in articles.newest_first(session):
            title = pages.content(row.title, row.script)
            if all(any(each in title for each in group) for group in groups):
                titled.append(row)
            elif row.id in on_pages:
                others.append(row)
        others.sort(key=lambda row: -len(on_pages[row.id]))
        return titled, others

    def _hits(
        self, session: Session, row: ArticleRow, ids: Sequence[int], groups: Sequence[Sequence[str]]
    ) -> tuple[Hit, ...]:
        hits: list[Hit] = []
        for page in pages.by_ids(session, sorted(ids)[:MOST_PAGES_READ]):
            text = pages.content(page.text, row.script)
            spans = [_spans(text, group) for group in groups]
            if all(spans):
                rarest = min(spans, key=len)
                hits += [
                    _hit(page.text, page.start, start, end) for start, end in rarest[: MOST_HITS - len(hits)]
                ]
            if len(hits) >= MOST_HITS:
                break
        return tuple(hits)


def _spans(text: str, phrases: Iterable[str]) -> list[tuple[int, int]]:
    pattern = "|".join(re.escape(each) for each in sorted(phrases, key=len, reverse=True) if each)
    return [match.span() for match in re.finditer(pattern, text)] if pattern else []


def _hit(text: str, page_start: int, start: int, end: int) -> Hit:
    """Cut a hit out with its sentence, or as much of it as is short enough."""
    left = max(
        (m.end() for m in _SENTENCE_BREAK.finditer(text, max(0, start - CONTEXT_CHARS), start)), default=0
    )
    cut_left = max(left, start - CONTEXT_CHARS)
    stop = _SENTENCE_BREAK.search(text, end, end + CONTEXT_CHARS)
    right = stop.end() if stop else min(len(text), end + CONTEXT_CHARS)
    before, after = text[cut_left:start].lstrip("，、；：,;: \u3000"), text[end:right].rstrip()
    return Hit(
        page_start + start,
        ("…" if cut_left > left else "") + before,
        text[start:end],
        after + ("" if stop or right == len(text) else "…"),
    )
