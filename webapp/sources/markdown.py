"""Markdown to the text that it stands for.

Done by lines and marks, not by a CommonMark parser: CommonMark decides by the
spaces and punctuation of Western writing where emphasis ends, and leaves the
asterisks of ``**“你好”**他说`` standing. A text to be read loses nothing if a
mark is taken away too readily.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from webapp.sources.article import Article, clean
from webapp.sources.draft import Facts, Line, cut_at_headings, write_article
from webapp.sources.html_metadata import find_date

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<fields>(?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(
    r"^(title|date|author|标题|標題|日期|作者)[ \t]*[:：][ \t]*(.+)$", re.IGNORECASE | re.MULTILINE
)
_FENCE = re.compile(r"[ ]{0,3}(```+|~~~+)")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t]+|(?=[^#\s\w]|[\u3400-\u9fff]))(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r"[ ]{0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r"[ ]{0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_QUOTE = re.compile(r"[ ]{0,3}(?:>[ ]?)+")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?")
_NUMBER = re.compile(r"[ \t]*(\d{1,4})[.)][ \t]+")
_DEFINITION = re.compile(r"[ ]{0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*\S")
_FOOTNOTE = re.compile(r"[ ]{0,3}\[\^[^\]\n]{1,50}\]:[ \t]*")
_TABLE_RULE = re.compile(r"[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_RESTORED = re.compile("[\ue000-\ue07f]")
_INLINE = (
    (re.compile(r"<!--.*?(?:-->|$)"), ""),
    (re.compile(r"<r[tp]\b[^<>]{0,200}>[^<]{0,200}</r[tp]>", re.IGNORECASE), ""),
    (re.compile(r"<br[ \t]*/?>", re.IGNORECASE), "\n"),
    (re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,2000})>"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>]{0,500}>"), ""),
    (re.compile(r"!?\[([^\[\]]{0,500})\]\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,500})?\)"), r"\1"),
    (re.compile(r"!?\[([^\[\]^][^\[\]]{0,500})\]\[[^\[\]]{0,200}\]"), r"\1"),
    (re.compile(r"\[\^[^\]\s]{1,50}\]"), ""),
    (re.compile(r"(?<!`)(`{1,3})(?!`)([^`\n]{1,2000})\1(?!`)"), r"\2"),
    (re.compile(r"(?<![0-9A-Za-z*])(\*{1,3})(?=[^\s*])([^*\n]{1,2000})\1(?!\*)"), r"\2"),
    (re.compile(r"(?<![A-Za-z0-9_])_{1,3}(?=\S)([^_\n]{1,2000}?)_{1,3}(?![A-Za-z0-9_])"), r"\1"),
    (re.compile(r"~~(?=\S)([^~\n]{1,2000}?)~~"), r"\1"),
)
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60“”‘’…—]"
_BROKEN = re.compile(rf"(?<={_WIDE})[ \t]*\n[ \t]*(?={_WIDE})")


def read_markdown(text: str, name: str, *, title: str | None = None) -> Article:
    """Read Markdown; long documents are cut into chapters at their headings."""
    text = clean(text)
    front = _FRONT_MATTER.match(text)
    fields = (
        {key.lower(): value.strip(" \"'") for key, value in _FIELD.findall(front["fields"])} if front else {}
    )
    lines = list(_lines(text[front.end() :] if front else text))
    said = fields.get("title") or fields.get("标题") or fields.get("標題")
    headings = [line.text for level, line in lines if level == 1]
    facts = Facts(
        title=said or (headings[0] if len(headings) == 1 else None) or title,
        date=find_date(fields.get("date") or fields.get("日期") or ""),
        author=fields.get("author") or fields.get("作者"),
    )
    if said and not headings:
        lines.insert(0, (0, Line(said)))  # what stands in the front matter only is the article's title
    return write_article(cut_at_headings(lines), facts, name)


def _lines(text: str) -> Iterator[tuple[int, Line]]:
    """Yield each heading (with its level 1-6) and paragraph (0)."""
    waiting: list[str] = []
    fence = ""
    for raw in [*text.split("\n"), ""]:
        mark = _FENCE.match(raw)
        if fence or mark:
            yield from _paragraph(waiting)
            is_end = bool(fence and mark and mark[1].startswith(fence))
            if fence and not is_end and raw.strip():
                yield 0, Line(raw.strip())
            fence = fence if fence and not is_end else "" if fence else mark[1] if mark else ""
            continue
        line = _QUOTE.sub("", raw, count=1) if _QUOTE.match(raw) else raw
        heading = _HEADING.match(line)
        underline = _UNDERLINE.match(line)
        if underline and len(waiting) == 1:
            level = 1 if underline[1][0] == "=" else 2
            yield from _paragraph(waiting, level)
        elif heading:
            yield from _paragraph(waiting)
            yield from _paragraph([heading[2]], len(heading[1]))
        elif not line.strip() or _RULE.match(line) or _DEFINITION.match(line) or _TABLE_RULE.match(line):
            yield from _paragraph(waiting)
        else:
            if _begins_block(line):
                yield from _paragraph(waiting)
            waiting.append(_without_marker(line))
            if line.endswith(("  ", "\\")) or line.lstrip().startswith("|"):
                waiting[-1] = waiting[-1].rstrip("\\")
                yield from _paragraph(waiting)
    yield from _paragraph(waiting)


def _paragraph(waiting: list[str], level: int = 0) -> Iterator[tuple[int, Line]]:
    """Yield what waits as one line, and let it go."""
    text = _inline("\n".join(part.strip() for part in waiting)) if waiting else ""
    waiting.clear()
    for line in filter(None, (part.strip() for part in text.split("\v"))):
        yield level, Line(line)


def _begins_block(line: str) -> bool:
    return any(form.match(line) for form in (_BULLET, _NUMBER, _FOOTNOTE))


def _without_marker(line: str) -> str:
    """Replace the marker of a list item by one that stands in text, and the bars of a table by spaces."""
    if bullet := _BULLET.match(line):
        return "• " + line[bullet.end() :]
    if number := _NUMBER.match(line):
        return f"{number[1]}. {line[number.end() :]}"
    if line.lstrip().startswith("|"):
        return "\u3000".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    return _FOOTNOTE.sub("", line, count=1)


def _inline(text: str) -> str:
    """Take the marks out of a paragraph; its line ends become spaces, or nothing between Chinese characters."""
    text = _ESCAPED.sub(lambda found: chr(0xE000 + ord(found[1])), text)  # out of the way of the marks
    text = _BROKEN.sub("", text)
    for form, stands_for in _INLINE:
        text = form.sub(stands_for.replace("\n", "\v"), text)
    text = unescape(_RESTORED.sub(lambda found: chr(ord(found[0]) - 0xE000), text))
    return re.sub(r"[ \t\n]+", " ", text)
