"""From what a reader names (a file, ``-``, the address of a web page) to an article."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import BinaryIO

from webapp.errors import SourceMissingError, SourceTooLargeError
from webapp.language.script import has_han
from webapp.sources.article import Article, make_article
from webapp.sources.fetch import Fetcher
from webapp.sources.html import read_page
from webapp.sources.text import decode

MAX_BYTES = 20_000_000
_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)  # two letters at least: C:// is a drive
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml", "application/xml", "text/xml"})


def read_source(
    spec: str, *, fetcher: Fetcher | None = None, max_bytes: int = MAX_BYTES, stdin: BinaryIO | None = None
) -> Article:
    """Read a file, standard input (``-``) or a web page.

    Raises a :class:`~webapp.errors.SourceError` of one sentence for what cannot be read.
    """
    if spec == "-":
        data = _bounded(stdin or sys.stdin.buffer, "The standard input", max_bytes)
        return read_bytes(data, name="The standard input", max_bytes=max_bytes)
    if _URL.match(spec.strip()):
        return _read_url(spec, fetcher or Fetcher())
    return read_bytes(_file(spec, max_bytes), name=spec, max_bytes=max_bytes)


def read_bytes(data: bytes, *, name: str, max_bytes: int = MAX_BYTES) -> Article:
    """Read the content of a file; ``name`` is its name, or what the errors should call it."""
    if len(data) > max_bytes:
        raise _too_large(name, max_bytes)
    shown = _shown(name)
    if Path(name).suffix.lower() in _HTML_SUFFIXES or _HTML.match(data):
        return _from_page(data, name=shown)
    stem = Path(name.replace("\\", "/")).stem
    return make_article(decode(data, name=shown), title=stem if has_han(stem) else None, name=shown)


def _read_url(url: str, fetcher: Fetcher) -> Article:
    page = fetcher.fetch(url)
    if page.content_type in _HTML_TYPES or _HTML.match(page.body):
        return _from_page(page.body, name="The page", charset=page.charset, url=page.url)
    text = decode(page.body, declared=page.charset, name="The page")
    return make_article(text, source_url=page.url, name="The page")


def _from_page(data: bytes, *, name: str, charset: str | None = None, url: str | None = None) -> Article:
    page = read_page(data, charset=charset, url=url, name=name)
    said = page.metadata
    lines = (said.title, *page.lines) if has_han(said.title) and page.lines else page.lines
    return make_article(
        "\n\n".join(lines), title=said.title, date=said.date, author=said.author, source_url=url, name=name
    )


def _file(spec: str, max_bytes: int) -> bytes:
    try:
        with Path(spec).open("rb") as file:
            return _bounded(file, spec, max_bytes)
    except IsADirectoryError:
        raise SourceMissingError(f"{_shown(spec)} is a folder; name a file in it.") from None
    except (FileNotFoundError, NotADirectoryError):
        raise SourceMissingError(f"There is no file {_shown(spec)}; check its name and folder.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not possible"
        raise SourceMissingError(
            f"{_shown(spec)} cannot be read ({reason}); check its permissions."
        ) from error


def _bounded(file: BinaryIO, name: str, max_bytes: int) -> bytes:
    """Read all of a file, which may be endless, but never much more than is allowed."""
    data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise _too_large(name, max_bytes)
    return data


def _too_large(name: str, max_bytes: int) -> SourceTooLargeError:
    return SourceTooLargeError(
        f"{_shown(name)} is larger than {max_bytes / 1_000_000:g} MB;"
        " cut it into parts, or allow more with PINDU_MAX_TEXT_MB."
    )


def _shown(name: str) -> str:
    return "".join(char if char.isprintable() else "\ufffd" for char in name[:200])
