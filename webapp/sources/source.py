"""From what a reader names (a file, ``-``, the address of a web page) to an article."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from webapp.errors import SourceMissingError, SourceTooLargeError
from webapp.language.script import has_han
from webapp.sources.article import Article, clean, make_article
from webapp.sources.draft import Facts, Line, Section, write_article
from webapp.sources.epub import read_epub
from webapp.sources.fetch import PAGE_TYPES, Fetched, Fetcher
from webapp.sources.formats import Kind, detect, suffix_of
from webapp.sources.html import read_page
from webapp.sources.markdown import read_markdown
from webapp.sources.novel import find_chapters, find_front
from webapp.sources.pdf import read_pdf
from webapp.sources.subtitles import read_subtitles
from webapp.sources.text import decode, decode_as
from webapp.sources.word import read_word

MAX_BYTES = 20_000_000
_DOCUMENTS = {"epub": read_epub, "word": read_word, "pdf": read_pdf}
_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)  # two letters at least: C:// is a drive


def read_source(
    spec: str,
    *,
    fetcher: Fetcher | None = None,
    max_bytes: int = MAX_BYTES,
    stdin: BinaryIO | None = None,
    charset: str | None = None,
) -> Article:
    """Read a file, standard input (``-``) or a web page.

    ``charset`` is the encoding that somebody chose for a plain text. Raises a
    :class:`~webapp.errors.SourceError` of one sentence for what cannot be read.
    """
    if spec == "-":
        data = _bounded(stdin or sys.stdin.buffer, "The standard input", max_bytes)
        return read_bytes(data, name="The standard input", max_bytes=max_bytes, charset=charset)
    if _URL.match(spec.strip()):
        return _read_fetched((fetcher or Fetcher()).fetch(spec), charset)
    return read_bytes(_file(spec, max_bytes), name=spec, max_bytes=max_bytes, charset=charset)


def read_bytes(data: bytes, *, name: str, max_bytes: int = MAX_BYTES, charset: str | None = None) -> Article:
    """Read the content of a file; ``name`` is its name, or what the errors should call it.

    Raises :class:`~webapp.errors.SourceCharsetError`, which carries both readings
    of the first line, where a plain text makes sense in two encodings and no
    ``charset`` (one of :data:`~webapp.sources.text.CHARSETS`) was chosen.
    """
    if len(data) > max_bytes:
        raise _too_large(name, max_bytes)
    shown = _shown(name)
    stem = Path(name.replace("\\", "/")).stem
    title = stem if has_han(stem) else None
    kind = detect(data, shown)
    if kind in _DOCUMENTS:
        return _from_document(data, kind, shown, title)
    if kind == "page":
        return _from_page(data, name=shown, charset=charset)
    text = decode_as(data, charset, name=shown) if charset else decode(data, name=shown, asks=True)
    return _from_text(text, kind, shown, title)


def _from_text(text: str, kind: Kind, name: str, title: str | None) -> Article:
    if kind == "markdown":
        return read_markdown(text, name, title=title)
    if kind == "subtitles":
        return read_subtitles(text, name, title=title)
    text = clean(text)
    chapters = find_chapters(text)
    if not chapters:
        return make_article(text, title=title, name=name)
    front = find_front(text)
    return make_article(
        text, title=front.title or title, author=front.author, date=front.date, chapters=chapters, name=name
    )


def _read_fetched(page: Fetched, charset: str | None) -> Article:
    name = "The page"
    kind = detect(page.body, name, suffix_of(urlsplit(page.url).path))
    if kind in _DOCUMENTS:
        article = _from_document(page.body, kind, name, None)
    elif page.content_type in PAGE_TYPES or kind == "page":
        return _from_page(page.body, name=name, charset=charset or page.charset, url=page.url)
    elif charset:
        article = _from_text(decode_as(page.body, charset, name=name), kind, name, None)
    else:
        article = _from_text(decode(page.body, declared=page.charset, name=name), kind, name, None)
    return replace(article, source_url=page.url)


def _from_document(data: bytes, kind: Kind, name: str, title: str | None) -> Article:
    return _DOCUMENTS[kind](data, name, title=title)


def _from_page(data: bytes, *, name: str, charset: str | None = None, url: str | None = None) -> Article:
    page = read_page(data, charset=charset, url=url, name=name)
    said = page.metadata
    headed = (Line(said.title), *page.lines) if has_han(said.title) and page.lines else page.lines
    facts = Facts(said.title, said.date, said.author, url)
    return write_article((Section(said.title, headed),), facts, name)


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
