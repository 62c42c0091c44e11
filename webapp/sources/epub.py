"""EPUB 2 and 3 to a book: its pages in reading order, cut into chapters by its table of contents.

Written here because the common library for it is under the AGPL. Pages that the
contents do not name belong to the chapter before them: publishers cut long
chapters into several files. A book without contents has a chapter a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from webapp.errors import SourceFormatError, SourceTooLargeError
from webapp.language.script import has_han
from webapp.sources.archive import Archive
from webapp.sources.article import Article
from webapp.sources.blocks import HEADINGS, lines_of
from webapp.sources.cover import MAX_COVER_BYTES, Cover, make_cover
from webapp.sources.draft import Facts, Line, Section, joined, titled, write_article
from webapp.sources.epub_package import Entry, Package, read_package, refuse_locked
from webapp.sources.xml import content, parse_xhtml

MAX_PAGE_BYTES = 20_000_000


def read_epub(data: bytes, name: str, *, title: str | None = None) -> Article:
    """Read a book; ``title`` is for one that does not say its own. Raises a :class:`~webapp.errors.SourceError` of one sentence for what cannot be read."""
    archive = Archive(data, name)
    refuse_locked(archive, name)
    package = read_package(archive, name)
    if not package.spine:
        raise SourceFormatError(f"{name} is damaged: none of the pages that it names is in it.")
    sections = joined(titled(section) for section in _sections(archive, package, name))
    facts = Facts(package.title or title, package.date, package.author, cover=_cover(archive, package))
    return write_article(sections, facts, name)


def _sections(archive: Archive, package: Package, name: str) -> Iterator[Section]:
    named: dict[str, list[Entry]] = {}
    for entry in package.contents:
        named.setdefault(entry.path, []).append(entry)
    title, lines = "", list[Line]()
    for path in package.spine:
        heading, page = _page(archive, path, name)
        entries = named.get(path, [])
        starts = _starts(entries, page) if page else []
        if page and not named.keys() & set(package.spine):  # no contents, or they lead nowhere
            starts = [(0, heading or page[0].text)]
        for place, (begin, found) in enumerate(starts):
            lines += page[: begin if not place else 0]
            if lines:
                yield Section(title or _named_by(lines), tuple(lines))
            end = starts[place + 1][0] if place + 1 < len(starts) else len(page)
            title, lines = found, page[begin:end]
        if not starts:
            lines += page
    if lines:
        yield Section(title or _named_by(lines), tuple(lines))


def _page(archive: Archive, path: str, name: str) -> tuple[str, list[Line]]:
    """Return the first heading of a page, and its lines."""
    root = parse_xhtml(archive.read(path, at_most=MAX_PAGE_BYTES), name)
    body = next(root.iter("body"), root)
    heading = next((text for e in body.iter(*sorted(HEADINGS)) if (text := content(e))), "")
    return heading, list(lines_of(body))


def _starts(entries: Sequence[Entry], page: Sequence[Line]) -> list[tuple[int, str]]:
    """Return at which line each entry's chapter begins; entries that begin together share it."""
    found: dict[int, list[str]] = {}
    for entry in entries:
        place = next((at for at, line in enumerate(page) if entry.anchor in line.anchors), 0)
        titles = found.setdefault(place, [])
        if entry.title not in titles:
            titles.append(entry.title)
    return [(place, " · ".join(titles)) for place, titles in sorted(found.items())]


def _named_by(lines: Sequence[Line]) -> str:
    """Return a short first line, to know a part by that the contents do not name."""
    return next((line.text for line in lines if has_han(line.text)), lines[0].text)[:24]


def _cover(archive: Archive, package: Package) -> Cover | None:
    if package.cover is None:
        return None
    try:
        return make_cover(archive.read(package.cover, at_most=MAX_COVER_BYTES))
    except (SourceFormatError, SourceTooLargeError):
        return None  # the book is worth having without
