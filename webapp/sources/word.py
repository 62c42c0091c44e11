"""Word documents (.docx) to lines: paragraphs, headings, items of lists, rows of tables.

What was deleted under "track changes" stays out, what was inserted is in. Word's
phonetic guide is a ruby: its base is text, its reading a reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from webapp.errors import SourceFormatError
from webapp.language.script import has_han
from webapp.sources.archive import Archive
from webapp.sources.article import Article, GivenReading
from webapp.sources.draft import Facts, Line, cut_at_headings, write_article
from webapp.sources.epub_package import resolve
from webapp.sources.printed import printed_pinyin
from webapp.sources.xml import attribute, content, local, parse_xml

_RELATIONS = "_rels/.rels"
_MAIN = "word/document.xml"
_CORE = "docProps/core.xml"
_LEFT_OUT = frozenset({"del", "movefrom", "instrtext", "deltext", "fallback", "rt", "ppr", "rpr", "sdtpr"})
_HEADING_STYLE = re.compile(r"(?:heading|标题|標題)\s*([1-6])$", re.IGNORECASE)
_TITLE_STYLE = re.compile(r"(?:title|标题|標題)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph's style makes of it: the document's title, a heading (1-6), or text (0)."""

    is_title: bool
    level: int


def read_word(data: bytes, name: str, *, title: str | None = None) -> Article:
    """Read a document. Raises a :class:`~webapp.errors.SourceError` of one sentence for what cannot be read."""
    archive = Archive(data, name)
    main = _main_part(archive, name)
    if main not in archive:
        raise SourceFormatError(f"{name} is no Word document, or a damaged one: it has no text part.")
    body = next((e for e in parse_xml(archive.read(main), name) if local(e) == "body"), None)
    if body is None:
        raise SourceFormatError(f"{name} is a damaged Word document; open it in Word and save it again.")
    styles = _styles(archive, main, name)
    lines: list[tuple[int, Line]] = []
    titles: list[str] = []
    for style, line in _blocks(body, styles):
        if style.is_title:
            titles.append(line.text)
        lines.append((style.level, line))
    said, author = _core(archive, name)
    facts = Facts(titles[0] if titles else said if said and has_han(said) else title, author=author)
    return write_article(cut_at_headings(lines), facts, name)


def _main_part(archive: Archive, name: str) -> str:
    if _RELATIONS in archive:
        for relation in parse_xml(archive.read(_RELATIONS), name):
            if attribute(relation, "Type").endswith("/officeDocument"):
                target = resolve("", attribute(relation, "Target").lstrip("/"))
                if target is not None:
                    return target[0]
    return _MAIN


def _core(archive: Archive, name: str) -> tuple[str | None, str | None]:
    if _CORE not in archive:
        return None, None
    found = {local(e): content(e) for e in parse_xml(archive.read(_CORE), name)}
    return found.get("title") or None, found.get("creator") or None


def _styles(archive: Archive, main: str, name: str) -> dict[str, _Style]:
    path = f"{main.rpartition('/')[0]}/styles.xml"
    styles: dict[str, _Style] = {}
    for style in parse_xml(archive.read(path), name) if path in archive else ():
        if local(style) == "style":
            parts = {local(e): e for e in style.iter()}
            called = attribute(parts["name"], "val") if "name" in parts else ""
            level = attribute(parts["outlinelvl"], "val") if "outlinelvl" in parts else ""
            named = _HEADING_STYLE.match(called)
            found = (
                int(named[1]) if named else int(level) + 1 if level in ("0", "1", "2", "3", "4", "5") else 0
            )
            styles[attribute(style, "styleId")] = _Style(_TITLE_STYLE.match(called) is not None, found)
    return styles


def _blocks(parent: Element, styles: dict[str, _Style]) -> Iterator[tuple[_Style, Line]]:
    """Yield paragraphs and rows of tables, in order, through whatever wraps them (content controls, inserted text)."""
    waiting = list(reversed(parent))
    while waiting:
        element = waiting.pop()
        tag = local(element)
        if tag == "p":
            yield from _paragraph(element, styles)
        elif tag == "tr":
            cells = [
                " ".join(line.text for p in cell.iter() if local(p) == "p" for line in _split(p))
                for cell in element
            ]
            text = "\u3000".join(filter(None, cells))
            if text:
                yield _Style(False, 0), Line(text)
        elif tag not in _LEFT_OUT:
            waiting += reversed(element)


def _paragraph(paragraph: Element, styles: dict[str, _Style]) -> Iterator[tuple[_Style, Line]]:
    properties = next((e for e in paragraph if local(e) == "ppr"), None)
    parts = {local(e): attribute(e, "val") for e in properties} if properties is not None else {}
    style = styles.get(parts.get("pstyle", ""), _Style(False, 0))
    if parts.get("outlinelvl", "") in ("0", "1", "2", "3", "4", "5"):
        style = _Style(style.is_title, int(parts["outlinelvl"]) + 1)
    is_item = "numpr" in parts and not style.level
    for line in _split(paragraph):
        yield style, _shifted(line, "• ") if is_item else line


def _split(paragraph: Element) -> Iterator[Line]:
    """Yield the lines of a paragraph: one, or more where it holds line breaks."""
    pieces: list[str] = []
    readings: list[GivenReading] = []
    length = 0
    for piece, reading in [*_pieces(paragraph), ("\n", "")]:
        if piece == "\n":
            text = "".join(pieces)
            lead = len(text) - len(text.lstrip())
            if text.strip():
                yield _shifted(Line(text.strip(), tuple(readings)), "", -lead)
            pieces, readings, length = [], [], 0
            continue
        given = printed_pinyin(piece, reading) if reading else None
        if given is not None:
            readings.append(GivenReading(length, length + len(piece), given))
        pieces.append(piece)
        length += len(piece)


def _pieces(paragraph: Element) -> Iterator[tuple[str, str]]:
    """Yield the text of a paragraph in pieces, each with the reading above it; a line break is one of its own."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        tag = local(element)
        if tag == "t":
            yield element.text or "", ""
        elif tag == "tab":
            yield " ", ""
        elif tag in ("br", "cr", "p"):  # a paragraph inside one: a text box
            yield "\n", ""
            waiting += reversed(element)
        elif tag == "nobreakhyphen":
            yield "-", ""
        elif tag == "ruby":
            parts = {local(e): "".join(t.text or "" for t in e.iter() if local(t) == "t") for e in element}
            yield parts.get("rubybase", ""), parts.get("rt", "")
        elif tag not in _LEFT_OUT:
            waiting += reversed(element)


def _shifted(line: Line, lead: str, by: int = 0) -> Line:
    by += len(lead)
    readings = (GivenReading(r.start + by, r.end + by, r.pinyin) for r in line.readings)
    return Line(lead + line.text, tuple(readings))
