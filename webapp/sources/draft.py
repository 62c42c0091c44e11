"""A text while it is put together: lines with the readings printed above them, gathered in sections.

Readers of documents (web pages, EPUB, Word, subtitles) make sections of lines;
here they become the one text with its places: a blank line between lines, each
section a chapter where there are several.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from webapp.language.script import has_han
from webapp.sources.article import Article, Chapter, GivenReading, clean, make_article
from webapp.sources.cover import Cover

MAX_CHAPTER_TITLE_CHARS = 120
CHAPTER_CHARS = 1_500  # shorter parts are sections of one article, not chapters of a book
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; the places of its ``readings`` count from its beginning.

    ``anchors`` are the names that a table of contents may point to it by.
    """

    text: str
    readings: tuple[GivenReading, ...] = ()
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter to be. Its title is one of the first lines, or is put above them."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document says of itself."""

    title: str | None = None
    date: str | None = None
    author: str | None = None
    source_url: str | None = None
    cover: Cover | None = None


def write_article(sections: Sequence[Section], facts: Facts, name: str) -> Article:
    """Make an article of sections, a book if there are two or more of them."""
    pieces: list[str] = []
    chapters: list[Chapter] = []
    readings: list[GivenReading] = []
    place = 0
    for section in sections:
        start = place
        for line in section.lines:
            text = clean(line.text).strip("\ufeff")
            if text == line.text:  # else their places no longer hold
                readings += [GivenReading(r.start + place, r.end + place, r.pinyin) for r in line.readings]
            pieces += (text, _GAP)
            place += len(text) + len(_GAP)
        if place > start:
            chapters.append(Chapter(section.title[:MAX_CHAPTER_TITLE_CHARS], start, place))
    text = "".join(pieces[:-1]) + "\n"
    if chapters:
        chapters[-1] = Chapter(chapters[-1].title, chapters[-1].start, len(text))
    return make_article(
        text,
        title=facts.title,
        date=facts.date,
        author=facts.author,
        source_url=facts.source_url,
        chapters=tuple(chapters) if len(chapters) > 1 else (),
        cover=facts.cover,
        readings=tuple(readings),
        name=name,
    )


def cut_at_headings(lines: Sequence[tuple[int, Line]]) -> tuple[Section, ...]:
    """Cut a long document into chapters at the highest level that has several headings; 0 is the level of text.

    A document whose sections are short is one section: it is read as a whole.
    """
    whole = (Section("", tuple(line for _, line in lines)),)
    levels = sorted({level for level, _ in lines if level})
    level = next((at for at in levels if sum(at == other for other, _ in lines) > 1), None)
    if level is None:
        return whole
    cut: list[list[Line]] = [[]]
    for at, line in lines:
        if 0 < at <= level:
            cut.append([])
        cut[-1].append(line)
    sections = joined(Section(part[0].text, tuple(part)) for part in cut if part)
    lengths = [sum(len(line.text) for line in section.lines) for section in sections]
    return sections if len(sections) > 1 and median(lengths) >= CHAPTER_CHARS else whole


def joined(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Join a section that is nothing but headings (Part One) with the one that follows it.

    >>> part, chapter = Section("卷一", (Line("卷一"),)), Section("第一章", (Line("第一章"), Line("春天来了。")))
    >>> [section.title for section in joined([part, chapter])]    # Volume one; Chapter one
    ['卷一 · 第一章']
    """
    done: list[Section] = []
    waiting: list[Section] = []
    for section in sections:
        waiting.append(section)
        if has_body(section):
            done.append(_one(waiting))
            waiting = []
    if waiting:  # nothing follows: they end the last one
        done.append(_one([*done[-1:], *waiting], names=slice(1)) if done else _one(waiting))
        del done[-2:-1]
    return tuple(done)


def has_body(section: Section) -> bool:
    """Claim that a section holds more than its own title and a few words."""
    body = "".join(line.text for line in section.lines if line.text.strip() != section.title.strip())
    return len(body) > len(section.title) + 20 or any(char in body for char in "。！？；，")


def titled(section: Section) -> Section:
    """Put the title above the lines unless one of the first three is or begins with it."""
    title = _letters(section.title)
    if not title or not has_han(section.title):
        return section
    if any(_letters(line.text).startswith(title) for line in section.lines[:3]):
        return section
    return Section(section.title, (Line(section.title), *section.lines))


def _one(sections: Sequence[Section], names: slice = slice(None)) -> Section:
    titles = dict.fromkeys(section.title for section in sections[names] if section.title)
    return Section(" · ".join(titles), tuple(line for section in sections for line in section.lines))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
