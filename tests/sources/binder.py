"""Binds books for the tests: EPUB, Word and zip files, whole or with one thing wrong."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

BODY = "春天来了，花都开了，我们一起去公园看花，大家都很高兴。"  # Spring has come; we go to see the flowers.
CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
    '<rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def zipped(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack members in their order."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in members.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else method
            archive.writestr(zipfile.ZipInfo(name), content, stored)
    return made.getvalue()


def page(body: str, head: str = "<title>x</title>") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN"'
        ' "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head>{head}</head><body>{body}</body></html>'
    )


def package(
    pages: Sequence[str],
    *,
    metadata: str = "<dc:title>春天的书</dc:title><dc:creator>李四</dc:creator><dc:date>2020-03-01</dc:date>",
    items: str = "",
    spine: str | None = None,
    toc: str = "",
) -> str:
    """Write an OPF file; ``items`` go into the manifest beside the pages."""
    manifest = "".join(
        f'<item id="p{i}" href="{href}" media-type="application/xhtml+xml"/>' for i, href in enumerate(pages)
    )
    refs = "".join(f'<itemref idref="p{i}"/>' for i in range(len(pages))) if spine is None else spine
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0">'
        f"<metadata>{metadata}</metadata><manifest>{manifest}{items}</manifest><spine {toc}>{refs}</spine></package>"
    )


def epub(pages: Mapping[str, str], *, opf: str | None = None, **others: str | bytes) -> bytes:
    """Bind pages (path in OEBPS: markup of the body); ``others`` replace or add members by keyword ``path``."""
    return zipped(epub_members(pages, opf) | others)


def epub_members(pages: Mapping[str, str], opf: str | None = None) -> dict[str, str | bytes]:
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/content.opf": package(list(pages)) if opf is None else opf,
    }
    return members | {f"OEBPS/{path}": page(body) for path, body in pages.items()}


def nav(*entries: tuple[str, str]) -> str:
    links = "".join(f'<li><a href="{href}">{title}</a></li>' for href, title in entries)
    return page(f'<nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc"><ol>{links}</ol></nav>')


def ncx(*entries: tuple[str, str]) -> str:
    points = "".join(
        f'<navPoint><navLabel><text>{title}</text></navLabel><content src="{href}"/></navPoint>'
        for href, title in entries
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN"'
        ' "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">'
        f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{points}</navMap></ncx>'
    )


def docx(body: str, **others: str | bytes) -> bytes:
    """Write a Word document; ``body`` is the markup in ``<w:body>``."""
    return zipped(docx_members(body) | others)


def docx_members(body: str) -> dict[str, str | bytes]:
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"'
            ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
            ' Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": (
            f'<w:styles xmlns:w="{W}"><w:style w:styleId="a1"><w:name w:val="heading 1"/></w:style>'
            '<w:style w:styleId="a0"><w:name w:val="Title"/></w:style></w:styles>'
        ),
        "docProps/core.xml": (
            '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            "<dc:title>家书</dc:title><dc:creator>王五</dc:creator></cp:coreProperties>"
        ),
    }


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"
