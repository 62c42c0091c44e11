"""A text taken in without being kept, for ``pindu annotate``."""

from __future__ import annotations

from collections.abc import Sequence

from webapp.config import Settings
from webapp.language.collector import search_seldom
from webapp.language.document import Document, Token
from webapp.language.own import Own, OwnEntry
from webapp.reader.engine import Engine
from webapp.reader.given import corrected
from webapp.sources.article import Article
from webapp.sources.fetch import Fetcher
from webapp.sources.source import read_source

__all__ = ["Article", "OwnEntry", "annotated", "annotated_lines", "read_article", "search_seldom"]


def read_article(spec: str, settings: Settings, charset: str | None = None) -> Article:
    """Return what is in a file, ``-`` or a web page, as the library would keep it.

    Raises :class:`~webapp.errors.SourceError`.
    """
    return read_source(
        spec, fetcher=Fetcher(settings.fetch_ports), max_bytes=settings.max_text_bytes, charset=charset
    )


def annotated(article: Article, engine: Engine, own: Sequence[OwnEntry] = ()) -> Document:
    """Annotate an article, read as its source reads it where that is written above its words, and as its reader does."""
    return corrected(engine.annotator.document(article.text), article.readings, own, engine.annotator)


def annotated_lines(
    lines: Sequence[str], engine: Engine, own: Sequence[OwnEntry] = ()
) -> list[tuple[Token, ...]]:
    """Annotate lines, each a text of its own, as their reader corrects words everywhere."""
    return engine.annotator.sentences(lines, Own(own))
