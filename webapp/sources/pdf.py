"""PDF with a text layer to paragraphs.

A PDF knows lines at places, no paragraphs. A line goes on in the next one when it
reaches the right edge of its column and the next is not indented. What repeats at
the head or foot of pages, and page numbers, are dropped.

Of the permissively licensed libraries PDFium was taken: on Chinese documents that
Chromium printed, pypdf and pdfminer.six put spaces into justified lines and gave
the radicals ⼈ and ⾏ for 人 and 行, and took eight times as long. It works in a
process of its own (``pdf_pages.py``).
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from webapp.errors import SourceFormatError
from webapp.language.script import has_han
from webapp.sources.article import Article, clean, make_article
from webapp.sources.novel import find_chapters

TIMEOUT_SECONDS = 90
LEAST_CHARS_A_PAGE = 8  # on the average; fewer are page numbers over a scan

_PAGE_NUMBER = re.compile(
    r"[-—–·\s]*(?:第\s?)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s?[页頁])?(?:\s?[/／]\s?\d{1,4})?[-—–·\s]*$"
    r"|(?:[-—–·]\s?[〇一二三四五六七八九十百]{1,5}\s?[-—–·]|第[〇一二三四五六七八九十百]{1,5}[页頁])$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_STOPS = "。！？!?…”』」：:"
_NO_SPACE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff“”‘’…—、。]")
_WIDE = r"[\u2e80-\u9fff\uff00-\uff60\d“”‘’…—、。]"
_WIDE_PAIR = re.compile(rf"{_WIDE}(?= ?{_WIDE})")
_WIDE_SEAM = re.compile(rf"(?<={_WIDE}) (?={_WIDE})")
_FAULTS = {
    "locked": "is locked with a password; save it without one in a PDF program first",
    "damaged": "is damaged or cut short; get it again from its source",
    "long": "has more than 5,000 pages; cut it into parts",
}
_PROGRAM_TITLE = re.compile(
    r"^(?:Microsoft Word|untitled|无标题|未命名|about:)|\.(?:docx?|indd|html?|pdf)$", re.IGNORECASE
)


class _Line(NamedTuple):
    """A line on a page; ``left``, ``right`` and ``size`` are points, all 0 where they are not known."""

    text: str
    left: float
    right: float
    size: float


def read_pdf(data: bytes, name: str, *, title: str | None = None) -> Article:
    """Read a document. Raises :class:`SourceFormatError` where it is locked, damaged or scanned."""
    found = _taken_out(data, name)
    pages = [[_Line(_closed_up(line[0]), *line[1:]) for line in page] for page in found["pages"]]
    text = "".join(line.text for page in pages for line in page)
    if len(_UNREADABLE.findall(text)) * 5 > len(text):
        raise SourceFormatError(
            f"{name} does not say which characters its fonts draw; a program for character recognition (OCR) can tell."
        )
    if sum(map(str.isalnum, text)) < LEAST_CHARS_A_PAGE * max(1, len(pages)):
        raise SourceFormatError(
            f"{name} has no text in it, only pictures of pages; a program for character recognition (OCR) can add it."
        )
    written = clean("\n\n".join(_paragraphs(_without_furniture(pages))))
    said = str(found.get("title") or "").strip()
    named = said if has_han(said) and not _PROGRAM_TITLE.search(said) else title
    author = str(found.get("author") or "").strip()[:60] or None
    chapters = find_chapters(written)
    article = make_article(written, title=named, author=author, chapters=chapters, name=name)
    return replace(article, title=named) if named and chapters else article


def _closed_up(line: str) -> str:
    """Take out the spaces of a line that was stretched to the edge character by character.

    PDFium joins a word that was divided at a line's end itself, with U+FFFE for its hyphen.
    """
    line = line.replace("\ufffe", "")
    wide = len(_WIDE_PAIR.findall(line))
    return _WIDE_SEAM.sub("", line) if len(_WIDE_SEAM.findall(line)) > 0.3 * wide else line


def _taken_out(data: bytes, name: str) -> dict[str, Any]:
    """Let the other process read the document."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "webapp.sources.pdf_pages"],
            input=data, capture_output=True, timeout=TIMEOUT_SECONDS, check=True,
        )  # fmt: skip
        found: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise SourceFormatError(
            f"{name} takes too long to read; save it as plain text in a PDF program and add that."
        ) from None
    except (subprocess.SubprocessError, OSError, ValueError):
        found = {"fault": "damaged"}
    if "fault" in found:
        raise SourceFormatError(f"{name} {_FAULTS[found['fault']]}.")
    return found


def _without_furniture(pages: Sequence[Sequence[_Line]]) -> list[list[_Line]]:
    """Drop page numbers, and running heads and feet: what stands at the edge of most pages, but for its number."""
    edges = Counter(mark for page in pages for mark in {_mark(line) for line in (*page[:2], *page[-2:])})
    repeated = {mark for mark, times in edges.items() if times >= 3 and times * 5 >= len(pages) * 2}
    kept = []
    for page in pages:
        last = len(page) - 1
        kept.append(
            [
                line
                for at, line in enumerate(page)
                if not (
                    (at < 2 or at > last - 2)
                    and (_mark(line) in repeated or (at in (0, last) and _PAGE_NUMBER.match(line.text)))
                )
            ]
        )
    return kept


def _mark(line: _Line) -> str:
    return _DIGITS.sub("#", line.text)


def _paragraphs(pages: Sequence[Sequence[_Line]]) -> Iterator[str]:
    """Join lines to paragraphs, over the ends of pages too."""
    text = ""
    before: _Line | None = None
    was_full = False
    for page in pages:
        for line in page:
            near = [other for other in page if abs(other.left - line.left) < 4 * (line.size or 1)]
            begins = line.left > min(other.left for other in near) + 0.9 * line.size
            if before is not None and was_full and not begins and _alike(before, line):
                text = _joined(text, line.text)
            else:
                if text:
                    yield text
                text = line.text
            edge = max(other.right for other in near)
            is_wide = line.size == 0 or line.right >= edge - 1.8 * line.size
            was_full = is_wide and len(line.text) > 8 and not (line.size == 0 and line.text[-1] in _STOPS)
            before = line
    if text:
        yield text


def _alike(one: _Line, other: _Line) -> bool:
    """Claim that two lines are of about one size: a heading is larger."""
    return abs(one.size - other.size) <= 0.25 * max(one.size, other.size)


def _joined(text: str, more: str) -> str:
    if text.endswith("-") and text[-2:-1].isalpha() and text[-2:-1].isascii() and more[:1].islower():
        return text[:-1] + more
    is_wide = _NO_SPACE.match(text[-1]) or _NO_SPACE.match(more[0])
    return text + ("" if is_wide else " ") + more
