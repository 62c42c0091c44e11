"""A web page to lines of text; none of its markup comes along.

The page is parsed, its article found (``html_body.py``), and the article walked
once: every block element ends a line. Of ``<ruby>`` the base text is kept, for
its readings would stand in the sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.etree
import lxml.html

from webapp.errors import SourceEmptyError
from webapp.sources.html_body import main_element
from webapp.sources.html_metadata import Metadata, read_metadata
from webapp.sources.text import decode

MAX_TAG_CHARS = 4_000

_BLOCKS = frozenset(
    {
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "br",
            "caption",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
        ),
        *(
            "figcaption",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "html",
            "li",
            "main",
            "ol",
            "p",
            "pre",
        ),
        *("section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    }
)
_SKIPPED = frozenset({"rt", "rp", "rtc", "script", "style", "head", "title"})
_CHARSET = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset\s*=|\?xml[^>]{0,100}?encoding\s*=)\s*["']?([\w-]{2,20})""", re.I
)
# Possessive, so that a quotation mark which is never closed is looked for only once.
_TAG = re.compile(
    r"""<(?:!--|(?P<name>[a-z][^\s/<>"']{0,50})(?:[^<>"']++|"[^"]*+"|'[^']*+'|["'])*+)""", re.IGNORECASE
)
_CLOSING = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")} | {
    "!--": re.compile("-->")
}
_WHITE_SPACE = re.compile(r"[ \t\n\r\f\v\xa0\u200b]+")
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff“”‘’…—]"
_BROKEN_LINE = re.compile(rf"(?<={_WIDE})[ \t\r\f]*\n\s*(?={_WIDE})")
_AFTERWORD = re.compile(
    r"(相关|延伸|推荐|更多|猜你喜欢|热门|精彩|網友|网友|相關|延伸|推薦)(阅读|閱讀|新闻|新聞|链接|連結|推荐|评论|評論|文章|内容)?[:：>]{0,2}"
    r"|分享(到|至).{0,12}|扫一扫.{0,20}|(上|下)一篇.*|返回(首页|顶部)"
)


@dataclass(frozen=True, slots=True)
class WebPage:
    """What was found in a page: what it says of itself, and the lines of its article."""

    metadata: Metadata
    lines: tuple[str, ...]


def read_page(
    data: bytes, *, charset: str | None = None, url: str | None = None, name: str = "The page"
) -> WebPage:
    """Read a page; ``charset`` is what came with it, for instance in an HTTP header."""
    declared = _CHARSET.search(data, 0, 4096)
    markup = decode(data, declared=charset or (declared[1].decode("ascii") if declared else None), name=name)
    try:
        tree = lxml.html.document_fromstring(_tamed(markup).encode("utf-8", "replace"), parser=_parser())
    except (lxml.etree.LxmlError, ValueError):
        raise SourceEmptyError(f"{name} has no text in it.") from None
    metadata = read_metadata(tree, url)
    lines = _without_furniture(list(_lines(main_element(tree))), metadata.title)
    return WebPage(metadata, tuple(lines))


def _tamed(markup: str) -> str:
    """Cut the attributes of monstrous tags, which cost the parser the square of their number.

    What stands in scripts, styles and comments is stepped over, for it is no tag.
    """
    kept: list[str] = []
    position = 0
    while tag := _TAG.search(markup, position):
        name = tag["name"] or "!--"
        kept.append(markup[position : tag.end() if len(tag[0]) <= MAX_TAG_CHARS else tag.end("name")])
        position = tag.end()
        if name.lower() in _CLOSING:
            end = _CLOSING[name.lower()].search(markup, position)
            kept.append(markup[position : end.start() if end else None])
            position = end.start() if end else len(markup)
    return "".join((*kept, markup[position:]))


def _parser() -> lxml.html.HTMLParser:
    return lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)


def _lines(article: lxml.html.HtmlElement) -> Iterator[str]:
    """Yield the text of each block, white space folded as a browser does."""
    pieces: list[str] = []
    skipping = 0
    for event, element in lxml.etree.iterwalk(article, events=("start", "end")):
        starts = event == "start"
        if element.tag in _SKIPPED:
            skipping += 1 if starts else -1
        elif element.tag in _BLOCKS:
            yield from _folded(pieces)
            pieces = []
        if starts and not skipping:
            pieces.append(element.text or "")
        elif not starts and not skipping and element is not article:
            pieces.append(element.tail or "")
    yield from _folded(pieces)


def _folded(pieces: list[str]) -> Iterator[str]:
    line = _WHITE_SPACE.sub(" ", _BROKEN_LINE.sub("", "".join(pieces))).strip(" \u3000")
    if line:
        yield line


def _without_furniture(lines: list[str], title: str) -> list[str]:
    """Drop the title where it is repeated at the top, and what follows an article at its foot."""
    top = next((i + 1 for i, line in enumerate(lines[:3]) if _bare(line) == _bare(title)), 0)
    foot = next(
        (i for i in range(top + 1, len(lines)) if i > len(lines) * 0.6 and _AFTERWORD.fullmatch(lines[i])),
        len(lines),
    )
    return lines[top:foot]


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text)
