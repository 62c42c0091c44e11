"""A text taken in without being kept, for ``pindu annotate``."""

from __future__ import annotations

from webapp.config import Settings
from webapp.sources.fetch import Fetcher
from webapp.sources.source import read_source


def read_text(spec: str, settings: Settings) -> str:
    """Return the text of a file, ``-`` or the address of a web page, as the library would keep it.

    Raises :class:`~webapp.errors.SourceError`.
    """
    return read_source(spec, fetcher=Fetcher(settings.fetch_ports), max_bytes=settings.max_text_bytes).text
