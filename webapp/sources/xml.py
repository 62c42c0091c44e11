"""XML that may be hostile: no entity is expanded, no DTD read, nothing fetched.

Documents are decoded first, so that a declaration of entities cannot hide in
another encoding, and refused where they declare one: no book needs that.
"""

from __future__ import annotations

import re
from html.entities import html5

import lxml.etree
import lxml.html

from webapp.errors import SourceEncodingError, SourceFormatError
from webapp.sources.text import decode

MAX_DEPTH = 250

_ENCODING = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]{2,20})""")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_ENTITY = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)\b", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,500}(?:\[\s*\]\s*)?>", re.IGNORECASE)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30};)")
_OWN = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
_CLOSED = re.compile(
    r"<(a|p|div|span|title|script|style|i|b|em|strong|td|li|h[1-6])(\s[^<>]{0,300})?/>", re.I
)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # characters that XML may not hold


def parse_xml(data: bytes, name: str) -> lxml.etree._Element:
    """Parse a document's own files (package, contents, Word's parts); small faults are mended.

    Raises :class:`SourceFormatError` for what is no XML or declares entities.
    """
    text = _DOCTYPE.sub("", _text(data, name), count=1)
    parser = lxml.etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True,
        huge_tree=False, recover=True,
    )  # fmt: skip
    try:
        root = lxml.etree.fromstring(text.encode(), parser)
    except (lxml.etree.LxmlError, ValueError):
        root = None
    if root is None:
        raise SourceFormatError(f"{name} is damaged: a part of it is no XML; get it again from its source.")
    return root


def parse_xhtml(data: bytes, name: str) -> lxml.etree._Element:
    """Parse a page of a book: as XML where it is XML, else as the HTML that it is meant to be.

    Element names come without their namespace.
    """
    text = _NAMED.sub(_entity, _DOCTYPE.sub("", _text(data, name), count=1))
    strict = lxml.etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml.etree.fromstring(text.encode(), strict)
    except (lxml.etree.LxmlError, ValueError):
        opened = _CLOSED.sub(r"<\1\2></\1>", text)
        loose = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
        try:
            return lxml.html.document_fromstring(opened.encode(), parser=loose)
        except (lxml.etree.LxmlError, ValueError):
            return lxml.etree.Element("html")
    for element in root.iter(lxml.etree.Element):
        element.tag = local(element)
    return root


def local(element: lxml.etree._Element) -> str:
    """Return the name of an element without its namespace, in small letters."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def attribute(element: lxml.etree._Element, name: str) -> str:
    """Return an attribute whatever namespace it is in; "" where there is none."""
    return next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), "")


def content(element: lxml.etree._Element) -> str:
    """Return all text in an element, white space folded."""
    return " ".join("".join(map(str, element.itertext())).split())


def _text(data: bytes, name: str) -> str:
    declared = _ENCODING.search(data, 0, 400)
    try:
        text = decode(data, declared=declared[1].decode("ascii") if declared else None, name=name)
    except SourceEncodingError:
        raise SourceFormatError(
            f"{name} is damaged: a part of it is no text; get it again from its source."
        ) from None
    if _ENTITY.search(text):
        raise SourceFormatError(f"{name} is refused: it declares XML entities, as no ordinary book does.")
    return _UNFIT.sub("\ufffd", _DECLARATION.sub("", text, count=1))


def _entity(found: re.Match[str]) -> str:
    named = found[1]
    return found[0] if named in _OWN else html5.get(named, found[0])
