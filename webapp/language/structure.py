"""Plain text -> title, date, headings, paragraphs and credit lines.

Texts come as they were saved or pasted: a line a paragraph or blank lines
between, indented or hard-wrapped, with or without a title and with whatever a
newspaper, a Markdown file or a novel puts around it. The rules look at lines
only, in this order: lines of a hard-wrapped paragraph belong together; a line
that names its source or date is a credit; ``#`` and 第一章 make a heading; so
does a short line without final punctuation that stands before a paragraph,
unless most lines are like that (a poem, a list).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from webapp.language.credits import find_date, is_credit, title_start
from webapp.language.document import BlockKind
from webapp.language.sentences import sentences

_HEADING_COLUMNS = 72  # 36 Han characters
_TITLE_COLUMNS = 120
_BODY_COLUMNS = 80  # a line as long as this is a paragraph, whatever it ends in
_MAX_HEADINGS_TOGETHER = 2  # "Part one" and "Chapter one"; more of them in a row are a list or a poem
_MAX_HEADINGS_ON_TOP = 3  # title, subtitle, first heading
_SHORTEST_VERSE = 5  # lines
_WRAPPED_COLUMNS = range(40, 121)
_RAGGED_COLUMNS = {True: 14, False: 4}  # how much shorter a full line may be: Latin words, Han characters

_FINAL = "。．！？!?…”’」』"
_STOPS = "。．！？!?…；;，,、：:.—~～"
_CLOSERS = "”’\"'」』）)】］]〕》〉"
_NO_HEADING = re.compile(r"[-*•·●○◆■▪–—>|]|[“\"「『].*[”\"」』]$|\W+$|.*(?:[。；]|\D．)")
_MARKDOWN = re.compile(r"#{1,6}\s+")
_CHAPTER = re.compile(
    r"第\s?[0-9０-９〇零一二两三四五六七八九十百千]+\s?(?:[章回卷](?!合)|[节節部篇集幕](?=[\s：:·]|$))"
    r"|(?:楔子|序章|序言|引子|引言|前言|尾声|尾聲|后记|後記|番外|目录|目錄)(?=[\s：:·]|$)"
    r"|(?:chapter|part)\s+(?:[0-9]+|[ivxlc]+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A block of the text, with its sentences; all offsets count code points from the text's start."""

    kind: BlockKind
    start: int
    end: int
    sentences: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """What a plain text consists of. The blocks cover it without gaps."""

    title: str | None
    date: str | None
    blocks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, or a hard-wrapped paragraph, with the blank lines after it."""

    start: int
    end: int
    content: int  # where ``text`` begins, after the indent
    text: str
    indent: int
    before_gap: bool

    @property
    def columns(self) -> int:
        """The width on a terminal: two for a Han character, one for a Latin letter."""
        return (len(self.text) + len(self.text.encode("utf-8", "replace"))) // 2

    @property
    def ends_open(self) -> bool:
        """Nothing closes the line: neither a full stop nor any other pause."""
        return self.text.rstrip(_CLOSERS)[-1:] not in _STOPS

    @property
    def is_marked(self) -> bool:
        """It says itself that it is a heading: ``#`` or 第一章."""
        if _MARKDOWN.match(self.text):
            return True
        is_short = len(self.text) <= _HEADING_COLUMNS and self.columns <= _HEADING_COLUMNS
        return (
            is_short
            and self.text[-1:] not in ("。", "．", "，", "；", "：", "…")
            and _CHAPTER.match(self.text) is not None
        )

    def may_head(self, columns: int = _HEADING_COLUMNS) -> bool:
        """Claim that it looks like a heading; its surroundings decide."""
        is_short = len(self.text) <= columns and self.columns <= columns
        return is_short and self.ends_open and not _NO_HEADING.match(self.text)

    @property
    def reads_as_body(self) -> bool:
        return not self.ends_open or self.columns > _BODY_COLUMNS


def outline(text: str) -> Outline:
    r"""Find the blocks of a text and the sentences in each.

    >>> found = outline("日期：2025-12-27\n标题：春天\n\n春天来了。花开了。")
    >>> found.title, found.date, [block.kind for block in found.blocks]
    ('春天', '2025-12-27', ['credit', 'credit', 'heading', 'paragraph'])
    >>> found.blocks[-1].sentences
    ((21, 26), (26, 30))
    """
    lines, kinds = _credited(_unwrapped(_read_lines(text)))
    body = [place for place, kind in enumerate(kinds) if kind != "credit"]
    for place in _headings([lines[place] for place in body]):
        kinds[body[place]] = "heading"
    blocks = tuple(
        Span(kind, line.start, line.end, sentences(text, line.start, line.end))
        for line, kind in zip(lines, kinds, strict=True)
    )
    credits = (line.text for line, kind in zip(lines, kinds, strict=True) if kind == "credit")
    dates = (find_date(credit) for credit in credits)
    return Outline(_title(lines, kinds), next(filter(None, dates), None), blocks)


def _read_lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    start = place = 0  # where the next block begins; where the next line begins
    for raw in text.split("\n"):
        end = min(place + len(raw) + 1, len(text))
        content = raw.lstrip()
        if content:
            indent = len(raw) - len(content)
            lines.append(_Line(start, end, place + indent, content.rstrip(), indent, before_gap=False))
            start = end
        elif lines and end > place:
            lines[-1] = replace(lines[-1], end=end, before_gap=True)
            start = end
        place = end
    if text and not lines:
        lines.append(_Line(0, len(text), len(text), "", 0, before_gap=False))
    return lines


def _title(lines: Sequence[_Line], kinds: Sequence[BlockKind]) -> str | None:
    """Return the text of the first block that is no credit, if that is a heading."""
    for line, kind in zip(lines, kinds, strict=True):
        if kind == "heading":
            return _MARKDOWN.sub("", line.text, count=1).rstrip("# ") or None
        if kind == "paragraph":
            return None
    return None


def _unwrapped(lines: list[_Line]) -> list[_Line]:
    """Join the lines of paragraphs that were broken at a fixed width."""
    limit = max((line.columns for line in lines), default=0)
    if limit not in _WRAPPED_COLUMNS:
        return lines
    full = [line.columns >= limit - _RAGGED_COLUMNS[line.text[-1:].isascii()] for line in lines]
    broken = sum(is_full and line.text[-1] not in _FINAL for line, is_full in zip(lines, full, strict=True))
    if broken < 3 or broken * 5 < len(lines):
        return lines
    joined: list[list[_Line]] = []
    for place, line in enumerate(lines):
        goes_on = place > 0 and full[place - 1] and not lines[place - 1].before_gap
        if goes_on and not line.indent and not line.is_marked and not is_credit(line.text):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [
        replace(
            parts[0], end=parts[-1].end, before_gap=parts[-1].before_gap, text=" ".join(p.text for p in parts)
        )
        for parts in joined
    ]


def _credited(lines: Sequence[_Line]) -> tuple[list[_Line], list[BlockKind]]:
    """Tell credit lines from the rest; the label before a title (标题：) becomes a block of its own."""
    parts: list[_Line] = []
    kinds: list[BlockKind] = []
    in_head = True  # until the title or the first paragraph
    for line in lines:
        label = title_start(line.text, is_first=not parts) if in_head else 0
        if label:
            seam = line.content + label
            parts.append(replace(line, end=seam, text=line.text[:label], before_gap=False))
            parts.append(replace(line, start=seam, content=seam, text=line.text[label:]))
            kinds += ["credit", "heading"]
            in_head = False
        else:
            parts.append(line)
            kinds.append("credit" if is_credit(line.text) else "paragraph")
            in_head = in_head and (kinds[-1] == "credit" or not line.reads_as_body)
    return parts, kinds


def _headings(lines: Sequence[_Line]) -> Iterator[int]:
    """Yield the places of the headings among the lines of a text without its credits."""
    marked = {place for place, line in enumerate(lines) if line.is_marked}
    yield from marked
    if len(lines) > 1 and _is_exclaimed_title(lines[0], lines[1]):
        yield 0
    unmarked = [
        place
        for place, line in enumerate(lines)
        if place not in marked and line.may_head(_HEADING_COLUMNS if place else _TITLE_COLUMNS)
    ]
    is_verse = len(lines) >= _SHORTEST_VERSE and len(unmarked) * 2 > len(lines)
    for run in _runs(unmarked):
        most = _MAX_HEADINGS_TOGETHER if run[0] else _MAX_HEADINGS_ON_TOP
        last, after = run[-1], run[-1] + 1
        if run[0] == 0 and (is_verse or len(run) > most):
            yield from _verse_title(lines, run)
        if is_verse or after == len(lines) or not (after in marked or lines[after].reads_as_body):
            continue
        if len(run) <= most:
            yield from run
        elif lines[last].before_gap and not all(lines[place].before_gap for place in run):
            yield last  # a list, then a heading that stands alone


def _is_exclaimed_title(line: _Line, below: _Line) -> bool:
    """Claim that the first line is a title although it asks or exclaims: it stands alone over a longer text."""
    if line.text[-1:] not in ("？", "！", "?", "!") or not line.before_gap or line.columns > _HEADING_COLUMNS:
        return False
    return line.text[0] not in '“‘「『"—-' and below.columns > 2 * line.columns


def _verse_title(lines: Sequence[_Line], run: Sequence[int]) -> Sequence[int]:
    """Return the lines that stand apart above a poem's lines: its title, perhaps its poet."""
    for count, place in enumerate(run[:_MAX_HEADINGS_TOGETHER], 1):
        if lines[place].before_gap:
            stands_apart = count < len(run) - 1 and not lines[run[count]].before_gap
            return run[:count] if stands_apart else ()
    return ()


def _runs(places: Sequence[int]) -> Iterator[list[int]]:
    """Group neighbouring places: [1, 2, 5] -> [1, 2], [5]."""
    run: list[int] = []
    for place in places:
        if run and place != run[-1] + 1:
            yield run
            run = []
        run.append(place)
    if run:
        yield run
