"""Finding pages by what is written on them.

Chinese has no spaces, so a page is indexed by every two characters that stand
side by side (银行行长: 银行, 行行, 行长), and by the last one of each run; words in
other letters count whole. Only which page has a term is kept, not where: a phrase
is looked up by its terms and then looked for on the pages that have all of them.
That keeps the index a third as large as the text, and adding a novel quick.

SQLite does it with FTS5, PostgreSQL with a GIN index over ``tsvector``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

from webapp.language.script import HAN

_HAN = re.compile(rf"[{HAN}]+")
_PIECE = re.compile(rf"(?P<han>[{HAN}]+)|(?P<word>[^\W_{HAN}]{{1,40}})")  # PostgreSQL keeps no term of 2 kB
_BATCH = 200  # pages a statement
_QUOTE = str.maketrans({"'": "''", "\\": "\\\\"})


def page_terms(content: str) -> set[str]:
    """Return what a page is found by; ``content`` is in lower case and simplified.

    >>> sorted(page_terms("银行 5g"))    # bank
    ['5g', '行', '银行']
    """
    found: set[str] = set()
    for run in _HAN.findall(content):
        found.update(map(str.__add__, run, run[1:]))
        found.add(run[-1])
    found.update(match["word"] for match in _PIECE.finditer(content) if match["word"])
    return found


def phrase_terms(phrase: str) -> list[str]:
    """Return the terms of which a page with ``phrase`` has all; a final ``*`` stands for any ending.

    >>> phrase_terms("银行行长"), phrase_terms("爱"), phrase_terms("5g网络")    # manager of a bank, love, 5G network
    (['银行', '行行', '行长'], ['爱*'], ['5g*', '网络'])
    """
    terms: dict[str, None] = {}
    for match in _PIECE.finditer(phrase):
        run = match[0]
        if match["word"] or len(run) == 1:
            terms[run + "*"] = None
        else:
            terms.update(dict.fromkeys(map(str.__add__, run, run[1:])))
    return list(terms)


def add_to_index(session: Session, pages: Iterable[tuple[int, str]]) -> None:
    """Index pages, given as number and content (see :func:`page_terms`)."""
    if _is_sqlite(session):
        statement = "INSERT INTO search (rowid, terms) VALUES (:page, :terms)"
    else:
        statement = "INSERT INTO search VALUES (:page, array_to_tsvector(CAST(:terms AS text[])))"
    rows = [{"page": number, "terms": _stored(session, content)} for number, content in pages]
    for first in range(0, len(rows), _BATCH):
        session.execute(text(statement), rows[first : first + _BATCH])


def take_from_index(session: Session, pages: Iterable[tuple[int, str]]) -> None:
    """Forget pages, given as they were indexed. On PostgreSQL they go with their pages."""
    if _is_sqlite(session):
        rows = [{"page": number, "terms": _stored(session, content)} for number, content in pages]
        statement = text("INSERT INTO search (search, rowid, terms) VALUES ('delete', :page, :terms)")
        for first in range(0, len(rows), _BATCH):
            session.execute(statement, rows[first : first + _BATCH])


def clear_index(session: Session) -> None:
    """Forget all pages, before they are deleted. On PostgreSQL they go with them."""
    if _is_sqlite(session):
        session.execute(text("INSERT INTO search (search) VALUES ('delete-all')"))


def pages_with(session: Session, phrases: Sequence[str]) -> set[int]:
    """Return the numbers of indexed pages that may have one of the phrases (or none of them, by accident)."""
    asked = [terms for terms in map(phrase_terms, phrases) if terms]
    if not asked:
        return set()
    if _is_sqlite(session):
        query = " OR ".join(f"({' AND '.join(map(_fts5, terms))})" for terms in asked)
        statement = "SELECT rowid FROM search WHERE search MATCH :query"
    else:
        query = " | ".join(f"({' & '.join(map(_tsquery, terms))})" for terms in asked)
        statement = "SELECT page_id FROM search WHERE terms @@ CAST(:query AS tsquery)"
    return set(session.scalars(text(statement), {"query": query}))


def _is_sqlite(session: Session) -> bool:
    return session.connection().dialect.name == "sqlite"


def _stored(session: Session, content: str) -> str | list[str]:
    terms = page_terms(content)
    return " ".join(sorted(terms)) if _is_sqlite(session) else list(terms)


def _fts5(term: str) -> str:
    bare = term.removesuffix("*")
    return f'"{bare}"' + ("*" if bare != term else "")


def _tsquery(term: str) -> str:
    bare = term.removesuffix("*").translate(_QUOTE)
    return f"'{bare}'" + (":*" if term.endswith("*") else "")
