"""What an EPUB says of itself: its title and author, which files it is read in, and what they are called.

The package file (OPF) lists them; the contents are in a navigation page (EPUB 3)
or an NCX file (EPUB 2). All paths are those of the archive's members, resolved
and never above its root.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from lxml.etree import _Element as Element

from webapp.errors import SourceFormatError
from webapp.sources.archive import Archive
from webapp.sources.html_metadata import find_date
from webapp.sources.xml import attribute, content, local, parse_xhtml, parse_xml

MAX_LIST_BYTES = 8_000_000
_CONTAINER = "META-INF/container.xml"
_LOCKS = ("META-INF/rights.xml", "META-INF/sinf.xml", "META-INF/license.lcpl")
_ENCRYPTION = "META-INF/encryption.xml"
_FONT_OBFUSCATION = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/xml", "text/x-oeb1-document"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: where it leads (a member, perhaps a place in it), and how deep it stands."""

    title: str
    path: str
    anchor: str
    depth: int


@dataclass(frozen=True, slots=True)
class Package:
    """An EPUB's own description. ``spine`` are the pages in reading order."""

    title: str | None
    author: str | None
    date: str | None
    language: str | None
    spine: tuple[str, ...]
    contents: tuple[Entry, ...]
    cover: str | None


@dataclass(frozen=True, slots=True)
class _Item:
    path: str
    media_type: str
    properties: frozenset[str]


def refuse_locked(archive: Archive, name: str) -> None:
    """Raise :class:`SourceFormatError` for a book under DRM; obfuscated fonts do not matter."""
    locked = any(path in archive for path in _LOCKS)
    if not locked and _ENCRYPTION in archive:
        root = parse_xml(archive.read(_ENCRYPTION, at_most=MAX_LIST_BYTES), name)
        methods = {attribute(e, "Algorithm") for e in root.iter() if local(e) == "encryptionmethod"}
        locked = not methods <= _FONT_OBFUSCATION
    if locked:
        raise SourceFormatError(
            f"{name} is locked by its shop (DRM), so it can only be read in the shop's own program;"
            " look for an edition without a lock."
        )


def read_package(archive: Archive, name: str) -> Package:
    """Read container, package and contents. Raises :class:`SourceFormatError` where there is no package."""
    path = _package_path(archive, name)
    root = parse_xml(archive.read(path, at_most=MAX_LIST_BYTES), name)
    parts = {local(child): child for child in root}
    metadata, manifest, spine = (parts.get(part) for part in ("metadata", "manifest", "spine"))
    if manifest is None or spine is None:
        raise SourceFormatError(
            f"{name} is damaged: it does not say what it consists of (no manifest or spine)."
        )
    items = dict(_items(manifest, path))
    pages = [
        items[attribute(ref, "idref")].path
        for ref in spine
        if local(ref) == "itemref" and attribute(ref, "linear") != "no" and attribute(ref, "idref") in items
    ]
    described = list(metadata.iter()) if metadata is not None else []
    readable = {item.path for item in items.values() if item.media_type in _PAGES}
    nav = next((item.path for item in items.values() if "nav" in item.properties), None)
    return Package(
        title=_title(described),
        author=_author(described),
        date=_date(described),
        language=next((content(e) for e in described if local(e) == "language"), None),
        spine=tuple(dict.fromkeys(p for p in pages if p in archive and p in readable and p != nav)),
        contents=tuple(_contents(archive, items, nav, attribute(spine, "toc"), name)),
        cover=_cover(items, described, archive),
    )


def resolve(base: str, href: str) -> tuple[str, str] | None:
    """Return member and anchor that ``href``, written in the member ``base``, leads to; None if out of the book.

    >>> resolve("OEBPS/toc.ncx", "Text/%E7%AB%A01.xhtml#a"), resolve("nav.xhtml", "../../etc/passwd")
    (('OEBPS/Text/章1.xhtml', 'a'), None)
    """
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return None
    path = (
        posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(parts.path)))
        if parts.path
        else base
    )
    return None if path.startswith(("..", "/")) else (path, unquote(parts.fragment))


def _package_path(archive: Archive, name: str) -> str:
    if _CONTAINER in archive:
        root = parse_xml(archive.read(_CONTAINER, at_most=MAX_LIST_BYTES), name)
        for element in root.iter():
            path = attribute(element, "full-path") if local(element) == "rootfile" else ""
            if path and path in archive:
                return path
    found = next((path for path in archive.names if path.lower().endswith(".opf")), None)
    if found is None:
        raise SourceFormatError(f"{name} is no EPUB book, or a damaged one: it has no package file (.opf).")
    return found


def _items(manifest: Element, path: str) -> Iterator[tuple[str, _Item]]:
    for item in manifest:
        target = resolve(path, attribute(item, "href")) if local(item) == "item" else None
        if target is not None:
            properties = frozenset(attribute(item, "properties").split())
            yield attribute(item, "id"), _Item(target[0], attribute(item, "media-type").lower(), properties)


def _title(described: list[Element]) -> str | None:
    return next((text for e in described if local(e) == "title" and (text := content(e))), None)


def _author(described: list[Element]) -> str | None:
    """Return the authors; who has another role (translator, editor) is none."""
    roles = {
        attribute(e, "refines").lstrip("#"): content(e)
        for e in described
        if local(e) == "meta" and attribute(e, "property") == "role"
    }
    names = [
        content(e)
        for e in described
        if local(e) == "creator" and (attribute(e, "role") or roles.get(attribute(e, "id")) or "aut") == "aut"
    ]
    return "、".join(dict.fromkeys(filter(None, names))) or None


def _date(described: list[Element]) -> str | None:
    dates = [e for e in described if local(e) == "date" and attribute(e, "event") != "modification"]
    return next(filter(None, (find_date(content(date)) for date in dates)), None)


def _cover(items: dict[str, _Item], described: list[Element], archive: Archive) -> str | None:
    """Return the member that is the picture on the front, by EPUB 3's mark, EPUB 2's, or its name."""
    named = [
        attribute(e, "content") for e in described if local(e) == "meta" and attribute(e, "name") == "cover"
    ]
    found = [item.path for item in items.values() if "cover-image" in item.properties]
    found += [items[name].path for name in named if name in items]
    found += [
        item.path
        for key, item in items.items()
        if "cover" in key.lower() and item.media_type.startswith("image/")
    ]
    return next((path for path in found if path in archive), None)


def _contents(
    archive: Archive, items: dict[str, _Item], nav: str | None, toc: str, name: str
) -> Iterator[Entry]:
    ncx = items[toc].path if toc in items else None
    ncx = ncx or next((i.path for i in items.values() if i.media_type == "application/x-dtbncx+xml"), None)
    found: list[Entry] = []
    if nav is not None and nav in archive:
        found = list(_nav_entries(parse_xhtml(archive.read(nav, at_most=MAX_LIST_BYTES), name), nav))
    if not found and ncx is not None and ncx in archive:
        found = list(_ncx_entries(parse_xml(archive.read(ncx, at_most=MAX_LIST_BYTES), name), ncx))
    yield from found


def _nav_entries(root: Element, base: str) -> Iterator[Entry]:
    navs = list(root.iter("nav"))
    toc = next((e for e in navs if "toc" in attribute(e, "type").split()), navs[0] if navs else None)
    for link in toc.iter("a") if toc is not None else ():
        target = resolve(base, attribute(link, "href"))
        if target is not None and content(link):
            yield Entry(content(link), *target, depth=sum(1 for _ in link.iterancestors("ol")))


def _ncx_entries(root: Element, base: str) -> Iterator[Entry]:
    for point in root.iter():
        if local(point) != "navpoint":
            continue
        parts = {local(child): child for child in point}
        if "navlabel" in parts and "content" in parts:
            target = resolve(base, attribute(parts["content"], "src"))
            depth = sum(1 for e in point.iterancestors() if local(e) == "navpoint") + 1
            if target is not None and content(parts["navlabel"]):
                yield Entry(content(parts["navlabel"]), *target, depth=depth)
