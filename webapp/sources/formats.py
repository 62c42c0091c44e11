"""Which kinds of files are read, and what to do about those that are not.

A file is known by what is in it; its name only decides between kinds of plain
text. So a novel that was saved as ``book.epub`` without being one is still read,
and a picture called ``story.txt`` is refused as a picture.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from webapp.errors import SourceFormatError

Kind = Literal["text", "markdown", "subtitles", "page", "epub", "word", "pdf"]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that is read: what people call it, and how its names end."""

    kind: Kind
    label: str
    suffixes: tuple[str, ...]

    @property
    def is_text(self) -> bool:
        """Claim that nothing in such a file tells it from plain text for certain."""
        return self.kind in ("text", "markdown", "page", "subtitles")


FORMATS = (
    Format("text", "plain text and novels", (".txt", ".text")),
    Format("markdown", "Markdown", (".md", ".markdown")),
    Format("page", "saved web pages", (".html", ".htm", ".xhtml")),
    Format("epub", "EPUB books", (".epub",)),
    Format("word", "Word documents", (".docx",)),
    Format("subtitles", "subtitles", (".srt", ".vtt")),
    Format("pdf", "PDF with a text layer", (".pdf",)),
)
SUFFIXES = tuple(suffix for form in FORMATS for suffix in form.suffixes)

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0"  # Word, Excel and others before 2007, and new ones under a password
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_CUE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:WEBVTT|\d+\s*\r?\n\s*\d\d?:\d\d:\d\d[,.]\d{1,3}\s*-->)")
_SAVE_AS_TEXT = "open it in its own program and save it as plain text, .docx or EPUB"
_CONVERT_BOOK = "convert it to EPUB first, for instance with Calibre"
_UNPACK = "unpack it and add the files in it"
_IS_PICTURE = "it has no text in it; a program for character recognition (OCR) can make text of it"
# What is not read: how it begins, at which byte, what it is, and what to do.
_OTHERS = (
    (b"{\\rtf", 0, "a rich text (RTF) document", _SAVE_AS_TEXT),
    (b"BOOKMOBI", 60, "a Kindle book", _CONVERT_BOOK),
    (b"TEXtREAd", 60, "a PalmDOC book", _CONVERT_BOOK),
    (b"\xeaDRMION\xee", 0, "a locked Kindle book", "only Kindle's own programs open it"),
    (b"ITSF", 0, "a Windows help file (CHM)", _CONVERT_BOOK),
    (b"AT&TFORM", 0, "a scanned DjVu document", _IS_PICTURE),
    (b"\x89PNG", 0, "a picture", _IS_PICTURE),
    (b"\xff\xd8\xff", 0, "a picture", _IS_PICTURE),
    (b"GIF8", 0, "a picture", _IS_PICTURE),
    (b"WEBP", 8, "a picture", _IS_PICTURE),
    (b"II*\0", 0, "a picture", _IS_PICTURE),
    (b"MM\0*", 0, "a picture", _IS_PICTURE),
    (b"ftyp", 4, "a film, sound or picture", "add its subtitles (.srt, .vtt) instead"),
    (b"\x1aE\xdf\xa3", 0, "a film", "add its subtitles (.srt, .vtt) instead"),
    (b"ID3", 0, "a sound", "add its text instead"),
    (b"OggS", 0, "a sound or film", "add its text instead"),
    (b"\x1f\x8b", 0, "a compressed file", _UNPACK),
    (b"BZh", 0, "a compressed file", _UNPACK),
    (b"\xfd7zXZ\0", 0, "a compressed file", _UNPACK),
    (b"7z\xbc\xaf", 0, "a compressed file", _UNPACK),
    (b"Rar!", 0, "a compressed file", _UNPACK),
    (b"\x7fELF", 0, "a program", "add a text instead"),
    (b"MZ\x90", 0, "a program", "add a text instead"),
    (b"SQLite format 3\0", 0, "a database", "to take over a library, see pindu restore and pindu import"),
)


def detect(data: bytes, name: str, suffix: str | None = None) -> Kind:
    """Tell what a file is; ``suffix`` is that of ``name`` unless given.

    Raises :class:`SourceFormatError` for what is not read, saying what to do.
    """
    suffix = suffix_of(name) if suffix is None else suffix
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return _zipped(data, name, suffix)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLE):
        what = (
            "a locked document" if suffix in (".docx", ".xlsx", ".pptx") else "an old Word or Excel document"
        )
        raise _refused(name, what, f"{_SAVE_AS_TEXT}, without a password")
    for signature, place, what, advice in _OTHERS:
        if data[place : place + len(signature)] == signature:
            raise _refused(name, what, advice)
    if _CUE.match(data[:400]):
        return "subtitles"
    if _HTML.match(data):
        return "page"
    return next((form.kind for form in FORMATS if suffix in form.suffixes and form.is_text), "text")


def suffix_of(name: str) -> str:
    """Return how a file's name ends, in small letters: ``.txt``."""
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()


def _zipped(data: bytes, name: str, suffix: str) -> Kind:
    """Tell the documents that are zip files apart; each names its first or main part in plain bytes."""
    if b"META-INF/container.xml" in data or data[30:58] == b"mimetypeapplication/epub+zip":
        return "epub"
    if b"word/document" in data:
        return "word"
    for mark, what in (
        (b"xl/workbook", "an Excel workbook"),
        (b"ppt/presentation", "a PowerPoint presentation"),
        (b"opendocument", "an OpenDocument file"),
    ):
        if mark in data:
            raise _refused(name, what, _SAVE_AS_TEXT)
    if suffix in (".epub", ".docx"):
        return "epub" if suffix == ".epub" else "word"
    raise _refused(name, "a zip archive", _UNPACK)


def _refused(name: str, what: str, advice: str) -> SourceFormatError:
    return SourceFormatError(f"{name} is {what}, which is not read: {advice}.")
