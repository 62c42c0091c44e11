"""A web page to lines of text; none of its markup comes along.

The page is parsed, its article found (``html_body.py``), and the article walked
once (``blocks.py``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import lxml.etree
import lxml.html

from webapp.errors import SourceEmptyError
from webapp.sources.blocks import lines_of
from webapp.sources.draft import Line
from webapp.sources.html_body import main_element
from webapp.sources.html_metadata import Metadata, read_metadata
from webapp.sources.text import decode

MAX_TAG_CHARS = 4_000
MOST_BYLINES = 5  # lines above an article that say where it is from

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
# What stands around an article in lines of its own. Before it: where it is from, when, who.
_LABEL = (
    "来源|來源|稿源|作者|撰文|出版|记者|記者|编辑|編輯|责编|責編|责任编辑|責任編輯|校对|审核|发布者|发布时间|發布時間|发表于|更新时间|时间|時間"
    "|浏览次数|浏览|阅读|点击|字号|字体|本文字数"
)
_BYLINE = re.compile(  # possessive: what one label takes, the next does not get back
    rf"(?:[\s|｜·]*+(?>(?:{_LABEL})\s?[:：]?\s?[^\s。！？]{{0,14}}|\d{{4}}[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?"
    r"|\d{1,2}:\d\d(?::\d\d)?|举报|收藏|打印|分享(?:到[:：]?)?|[小中大]))++"
)
_AFTERWORD = re.compile(
    r"(相关|延伸|推荐|更多|猜你喜欢|热门|精彩|网友|網友|相關|延伸|推薦|阅读下一篇)(阅读|閱讀|新闻|新聞|链接|連結|推荐|评论|評論|文章|内容|报道)?[:：>]{0,2}"
    r"|分享(到|至|此文).{0,12}|扫一扫.{0,20}|(上|下)一(篇|章|页)[^。！？]{0,60}|返回(首页|顶部|目录|.{0,6}查看更多)|.{0,4}(打印|关闭)(本页|窗口).*"
    r"|[【（(\[]?(?:责任编辑|責任編輯|责编|編輯|编辑|校对|标签|关键字|关键词)[:：].{0,20}"
    r"|(?:特别|版权|免责|平台)(?:声明|说明|提示)[:：].*|©?\s?本文版权.*|(?:未经|未經).{0,8}(?:授权|允许|許可).*"
)
_ANYWHERE = re.compile(
    r"[（(]?(?:请|請)(?:继续|繼續)往下(?:阅读|閱讀)[.…）)]*|(?:广告|廣告)[:：].{0,20}|(?:广告|廣告|ADVERTISEMENT)"
)


@dataclass(frozen=True, slots=True)
class WebPage:
    """What was found in a page: what it says of itself, and the lines of its article."""

    metadata: Metadata
    lines: tuple[Line, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(line.text for line in self.lines)


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
    lines = _without_furniture(list(lines_of(main_element(tree, metadata.title))), metadata.title)
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


def _without_furniture(lines: list[Line], title: str) -> list[Line]:
    """Drop the title where it is repeated at the top, and what stands around an article and in the middle of it."""
    lines = [line for line in lines if not _ANYWHERE.fullmatch(line.text)] or lines
    top = next((i + 1 for i, line in enumerate(lines[:3]) if _bare(line.text) == _bare(title)), 0)
    while top < min(len(lines) - 1, MOST_BYLINES) and _BYLINE.fullmatch(lines[top].text):
        top += 1
    foot = len(lines)
    for at in range(len(lines) - 1, max(top, int(len(lines) * 0.6)), -1):
        if _AFTERWORD.fullmatch(lines[at].text):
            foot = at
    return lines[top:foot]


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text)
