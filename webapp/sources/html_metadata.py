"""What a web page says about itself: its title, its date and its author.

Pages say it in four places that disagree: JSON-LD, ``<meta>``, visible elements
and the address. Each is asked in the order of how often it is right on Chinese
news sites; a visible heading that the page's title repeats beats them all.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

MAX_TITLE_CHARS = 200
MAX_AUTHOR_CHARS = 60
_MAX_JSON_CHARS = 200_000
_MAX_JSON_VALUES = 2_000

_TITLE_NAMES = ("og:title", "twitter:title", "articletitle", "dc.title")
_DATE_NAMES = (
    *(
        "article:published_time",
        "og:published_time",
        "publishdate",
        "pubdate",
        "publish_time",
        "datepublished",
        "date",
    ),
    *(
        "og:release_date",
        "dc.date",
        "weibo: article:create_at",
        "parsely-pub-date",
        "firstpublishedtime",
        "apub:time",
    ),
)
_AUTHOR_NAMES = ("author", "article:author", "og:article:author", "dc.creator", "byl", "weixin:author")

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)")
_DATE_IN_ADDRESS = re.compile(r"(?<!\d)(20\d\d)[-/_]?([01]\d)[-/_]?([0-3]\d)(?!\d)")
_DATED_ELEMENTS = re.compile(r"date|time|pub|source|info|meta|byline|author", re.IGNORECASE)
_SITE_NAME = re.compile(r"\s*[_|｜]+\s*|\s+[-–—·]+\s+|(?<=[\u4e00-\u9fff\W])[-–—](?=[\u4e00-\u9fff]{2,8}$)")
_BYLINE = re.compile(r"(?:作者|撰文|記者|记者|文)\s?[:：/]\s?([\u4e00-\u9fff·A-Za-z .]{2,20})")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was found; an empty string or None where nothing was."""

    title: str
    date: str | None
    author: str | None


def read_metadata(tree: HtmlElement, url: str | None) -> Metadata:
    """Ask a whole page, before anything has been taken out of it."""
    named = dict(_named(tree))
    linked = dict(_linked_data(tree))
    head = "".join(tree.xpath("//head/title[1]//text()"))
    claimed = _first(named, _TITLE_NAMES) or linked.get("headline") or head
    return Metadata(
        title=_title(tree, _clean(claimed), _clean(head)),
        date=_date(tree, _first(named, _DATE_NAMES) or linked.get("datePublished") or "", url or ""),
        author=_author(tree, _first(named, _AUTHOR_NAMES) or linked.get("author") or ""),
    )


def _named(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = meta.get("content") or ""
        if name and content.strip():
            yield name.strip().lower(), content


def _first(named: dict[str, str], names: tuple[str, ...]) -> str:
    return next((named[name] for name in names if name in named), "")


def _linked_data(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the headline, date and author of JSON-LD blocks, however they are nested."""
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            waiting = [json.loads((script.text or "")[:_MAX_JSON_CHARS], strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MAX_JSON_VALUES):
            if not waiting:
                break
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting.extend(value[:50])
            elif isinstance(value, dict):
                for key in ("headline", "datePublished"):
                    if isinstance(value.get(key), str):
                        yield key, value[key]
                yield from (("author", name) for name in _names(value.get("author")))
                waiting.extend(v for v in value.values() if isinstance(v, dict | list))


def _names(author: object) -> Iterator[str]:
    for one in author if isinstance(author, list) else [author]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str):
            yield name


def _title(tree: HtmlElement, claimed: str, head: str) -> str:
    for heading in tree.xpath('//*[@id="activity-name"] | //h1 | //h2')[:12]:
        text = _clean(heading.text_content())
        if len(text) >= 4 and (text in claimed or text in head):
            return text[:MAX_TITLE_CHARS]
    parts = [part for part in _SITE_NAME.split(claimed) if part]
    return (parts[0] if parts and len(parts[0]) >= 2 else claimed)[:MAX_TITLE_CHARS]


def _date(tree: HtmlElement, claimed: str, url: str) -> str | None:
    found = find_date(claimed)
    for element in () if found else tree.iter("time", "span", "div", "p", "em", "i"):
        marks = f"{element.get('class', '')} {element.get('id', '')}"
        if element.tag == "time" or _DATED_ELEMENTS.search(marks):
            text = element.get("datetime") or (element.text_content() if len(element) < 10 else "")
            found = find_date(text[:200])
            if found:
                break
    return found or _valid(_DATE_IN_ADDRESS.search(url))


def find_date(text: str) -> str | None:
    """Return the first date in a text as YYYY-MM-DD.

    >>> find_date("发布于 2025年1月9日 10:05"), find_date("2025-13-01")    # published on
    ('2025-01-09', None)
    """
    return _valid(_DATE.search(text))


def _valid(match: re.Match[str] | None) -> str | None:
    try:
        return datetime.date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None


def _author(tree: HtmlElement, claimed: str) -> str | None:
    name = _clean(claimed)
    if not name or name.startswith("http"):
        for element in tree.xpath(
            '//*[@rel="author"] | //*[@id="js_name"] | //*[contains(@class, "author")]'
        )[:5]:
            text = _clean(element.text_content())
            byline = _BYLINE.search(text)
            name = byline[1].strip() if byline else text if 2 <= len(text) <= 20 else ""
            if name:
                break
    return name[:MAX_AUTHOR_CHARS] or None


def _clean(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
