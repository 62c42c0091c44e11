"""Where the chapters of a novel begin that came as plain text.

Headings are short lines that number themselves (第一回, 第12章, Chapter 3) or are
called after their place (楔子 prologue, 番外 side story). They count only as a
series: numbers that follow each other, with text between. The table of contents
at the beginning names all of them without text between, and is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from webapp.sources.article import Chapter
from webapp.sources.html_metadata import find_date

FEWEST_CHAPTERS = 2
_LONGEST_HEADING = 48  # code points
_SHORTEST_CHAPTER = 120  # code points, the middle one of all
_PREFACE = 200  # code points before the first heading that are worth a chapter of their own
_BODY = 40  # code points between two headings; less is a table of contents, or a part before its chapter

_NUMBER = r"[0-9０-９]{1,5}|[〇零一二两兩三四五六七八九十百千廿卅]{1,9}"
_HEADING = re.compile(
    rf"(?:正文[\s　]*)?(?P<part>第[\s　]?(?:{_NUMBER})[\s　]?[卷部集][^\s。，！？]{{0,16}}[\s　]+(?=第))?"
    rf"(?:第[\s　]?(?P<number>{_NUMBER})[\s　]?(?P<unit>[章回节節折話话幕]|[卷部篇集])(?!合|目|手)"
    rf"|(?P<unit2>[卷])(?P<number2>{_NUMBER})(?=[\s　：:·]|$)"
    rf"|(?P<unit3>chapter|part|book)[\s　]+(?P<number3>[0-9]{{1,4}}|[ivxlc]{{1,8}})\b)"
    r"(?P<rest>.*)",
    re.IGNORECASE,
)
_LIST_NUMBER = re.compile(r"(?P<number>[0-9]{1,4})[\s　]?[、.．\s][\s　]?(?P<rest>[^0-9\s].*)")
_PLACED = re.compile(
    r"(?:楔子|序章|序幕|序言|自序|序|引子|引言|前言|尾声|尾聲|终章|終章|后记|後記|跋|番外篇?|外传|外傳|附录|附錄)"
    r"(?:[\s　]*[0-9０-９一二三四五六七八九十]{0,3})(?:[\s　：:·、.\-—(（].{0,30})?"
)
_SENTENCE_ENDS = "。，；,;…"
_PARTS = frozenset("卷部篇集") | {"part", "book"}
_FRONT_CHARS = 4_000
_BOOK_TITLE = re.compile(
    r"(?:书名|書名)[\s　]*[:：][\s　]*《?([^》\n]{1,40})|^《([^》\n]{1,40})》", re.MULTILINE
)
_AUTHOR = re.compile(r"(?:作者|著者)[\s　]*[:：][\s　]*([^\s，。；、]{1,20})")
_AFTER_TITLE = re.compile(
    r"《[^》\n]{1,40}》[\s　]*(?:\[.{1,4}\][\s　]*)?([\u3400-\u9fff·]{2,8}?)[\s　]*(?:著|撰)?(?:\n|$)"
)
_TRAILING = re.compile(r"[\s　.…·\-—]*\d*$")  # dots and a page number, in a table of contents
_VALUES = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_SIZES = {"十": 10, "百": 100, "千": 1000}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class _Heading:
    """A line that looks like a heading. ``unit`` is 章, 回 ..., "" for one called after its place."""

    start: int
    end: int
    text: str
    unit: str
    number: int

    @property
    def key(self) -> str:
        return re.sub(r"[\s　]", "", _TRAILING.sub("", self.text))


def find_chapters(text: str) -> tuple[Chapter, ...]:
    r"""Cut a text into chapters; () where it has none. They cover the text.

    >>> body = "天下大势，分久必合，合久必分。" * 10    # the empire long divided must unite
    >>> [c.title for c in find_chapters(f"第一回 结义\n{body}\n第二回 张翼德\n{body}\n第三回 议温明\n{body}\n")]
    ['第一回 结义', '第二回 张翼德', '第三回 议温明']
    """
    found = _without_contents(list(_headings(text, _HEADING)), len(text))
    kept = _series(found)
    if sum(1 for heading in kept if heading.unit) < FEWEST_CHAPTERS:
        listed = _series(_without_contents(list(_headings(text, _LIST_NUMBER)), len(text)))
        kept = listed if len(listed) >= 5 and _middle(listed, len(text)) >= 4 * _SHORTEST_CHAPTER else []
    if not kept or _middle(kept, len(text)) < _SHORTEST_CHAPTER:
        return ()
    return tuple(_chapters(text, kept))


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the first heading: the book's title, author and date, where it says them."""

    title: str | None
    author: str | None
    date: str | None


def find_front(text: str) -> Front:
    r"""Read the lines above the first heading of a novel.

    >>> find_front("《红楼梦》曹雪芹\n第一回  甄士隐梦幻识通灵\n...")
    Front(title='红楼梦', author='曹雪芹', date=None)
    """
    lines: list[str] = []
    for raw in text[:_FRONT_CHARS].split("\n"):
        line = raw.strip(" \t\u3000\xa0#*=")
        if _HEADING.match(line) or _PLACED.fullmatch(line):
            break
        lines += [line] if line else []
    written = "\n".join(lines)
    author, named, date = _AUTHOR.search(written), _BOOK_TITLE.search(written), find_date(written)
    first = (
        lines[0] if lines and len(lines[0]) <= 30 and lines[0][-1] not in _SENTENCE_ENDS + "！？!?”" else None
    )
    title = next(filter(None, named.groups()), None) if named else first
    after = _AFTER_TITLE.match(written) if named and not author else None
    return Front(title, author[1] if author else after[1] if after else None, date)


def number_value(written: str) -> int:
    """Return the value of a chapter's number, 0 for what is none.

    >>> [number_value(number) for number in ("12", "十二", "一百零三", "二十", "一二〇", "１２", "xiv")]
    [12, 12, 103, 20, 120, 12, 14]
    """
    written = written.lower().replace("廿", "二十").replace("卅", "三十")
    if written.isdecimal():
        return int(written)
    if all(char in _ROMAN for char in written):
        values = [_ROMAN[char] for char in written]
        return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))
    if not any(char in _SIZES for char in written):
        return int("".join(str(_VALUES.get(char, 0)) for char in written) or 0)
    total = digit = 0
    for char in written:
        if char in _SIZES:
            total, digit = total + (digit or 1) * _SIZES[char], 0
        else:
            digit = _VALUES.get(char, 0)
    return total + digit


def _headings(text: str, form: re.Pattern[str]) -> Iterator[_Heading]:
    start = 0
    for raw in text.split("\n"):
        end = min(start + len(raw) + 1, len(text))
        line = raw.strip(" \t\u3000\xa0#*=【】")
        if 0 < len(line) <= _LONGEST_HEADING:
            match = form.match(line)
            if match and match["rest"].rstrip()[-1:] not in tuple(_SENTENCE_ENDS):
                said = match.groupdict()
                number = said["number"] or said.get("number2") or said.get("number3") or ""
                unit = said.get("unit") or said.get("unit2") or said.get("unit3") or "list"
                yield _Heading(start, end, line, unit.lower(), number_value(number))
            elif form is _HEADING and _PLACED.fullmatch(line):
                yield _Heading(start, end, line, "", 0)
        start = end


def _without_contents(found: list[_Heading], length: int) -> list[_Heading]:
    """Drop what a table of contents names beforehand, and headings that are written twice."""
    once: list[_Heading] = []
    for heading in found:
        if once and once[-1].key == heading.key and heading.start - once[-1].end < _BODY:
            continue
        once.append(heading)
    later: dict[str, int] = {heading.key: place for place, heading in enumerate(once)}
    kept: list[_Heading] = []
    was_listed = False
    for place, heading in enumerate(once):
        next_start = once[place + 1].start if place + 1 < len(once) else length
        is_empty = next_start - heading.end < _BODY
        comes_again = later[heading.key] > place
        was_listed = comes_again and (is_empty or was_listed)
        if not was_listed:
            kept.append(heading)
    return kept


def _series(found: Sequence[_Heading]) -> list[_Heading]:
    """Keep what counts on: the next number, the same again, or one from the start in a new part."""
    kept: list[_Heading] = []
    last: dict[str, int] = {}
    numbered = [heading for heading in found if heading.unit]
    for place, heading in enumerate(numbered):
        before = last.get(heading.unit)
        after = next((h.number for h in numbered[place + 1 :] if h.unit == heading.unit), None)
        begins = heading.number <= 1 or (before is None and after == heading.number + 1)
        goes_on = before is not None and before <= heading.number <= before + 1
        jumps = before is not None and heading.number > before + 1 and after == heading.number + 1
        if begins or goes_on or jumps:
            kept.append(heading)
            last[heading.unit] = heading.number
    if len(kept) * 2 < len(numbered) or len(kept) < FEWEST_CHAPTERS:
        return []
    return sorted([*kept, *(h for h in found if not h.unit)], key=lambda heading: heading.start)


def _middle(kept: Sequence[_Heading], length: int) -> float:
    ends = [*(heading.start for heading in kept[1:]), length]
    return median([end - heading.end for heading, end in zip(kept, ends, strict=True)]) if kept else 0


def _chapters(text: str, kept: Sequence[_Heading]) -> Iterator[Chapter]:
    """Make chapters of headings; a part's own heading goes to its first chapter."""
    starts: list[tuple[int, str]] = []
    waiting: list[_Heading] = []
    for place, heading in enumerate(kept):
        waiting.append(heading)
        end = kept[place + 1].start if place + 1 < len(kept) else len(text)
        if end - heading.end >= _BODY or heading.unit not in _PARTS or place + 1 == len(kept):
            starts.append((waiting[0].start, " · ".join(h.text for h in waiting)))
            waiting = []
    first = starts[0][0]
    if len(text[:first].strip()) >= _PREFACE:
        opening = next(line.strip() for line in text.split("\n") if line.strip())
        starts.insert(0, (0, opening[:24]))
    else:
        starts[0] = (0, starts[0][1])
    for (start, title), (end, _) in zip(starts, [*starts[1:], (len(text), "")], strict=True):
        yield Chapter(title, start, end)
