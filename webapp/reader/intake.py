"""A text taken in without being kept, for ``pindu annotate``."""

from __future__ import annotations

from webapp.config import Settings
from webapp.language.document import Document
from webapp.reader.engine import Engine
from webapp.reader.given import read_as_given
from webapp.sources.article import Article
from webapp.sources.fetch import Fetcher
from webapp.sources.source import read_source

__all__ = ["Article", "annotated", "read_article"]


def read_article(spec: str, settings: Settings, charset: str | None = None) -> Article:
    """Return what is in a file, ``-`` or a web page, as the library would keep it.

    Raises :class:`~webapp.errors.SourceError`.
    """
    return read_source(
        spec, fetcher=Fetcher(settings.fetch_ports), max_bytes=settings.max_text_bytes, charset=charset
    )


def annotated(article: Article, engine: Engine) -> Document:
    """Annotate an article, read as its source reads it where that is written above its words."""
    return read_as_given(engine.annotator.document(article.text), article.readings, engine.annotator)
