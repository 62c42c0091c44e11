"""Which part of a web page is the article.

WeChat's articles sit in ``#js_content``, hidden until a script shows them, and are
taken as they are. Everywhere else readability-lxml decides: on 59 hand-labelled
Chinese pages its F1 was .896 where trafilatura's was .871. It counts English
commas, so it can come back nearly empty-handed from Chinese text that stands in
table cells or between ``<br>``; then the element with the most Chinese characters
outside links is taken.
"""

from __future__ import annotations

import logging
import re
from collections import defaultdict

import lxml.html
from lxml.html import HtmlElement
from readability import Document as Readability
from readability.readability import Unparseable

from webapp.language.script import HAN

MAX_ELEMENTS = 60_000
MAX_DEPTH = 200
_ENOUGH_HAN = 400  # so much is an article, whatever else the page holds
_KEPT_ATTRIBUTES = ("class", "id", "itemprop")
_FURNITURE = (
    *(
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "applet",
        "svg",
        "math",
        "canvas",
        "video",
    ),
    *(
        "audio",
        "form",
        "input",
        "button",
        "select",
        "textarea",
        "nav",
        "footer",
        "dialog",
        "link",
        "meta",
        "base",
        "head",
    ),
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ANGLE = re.compile("[<>]")
_HAN_RUN = re.compile(f"[{HAN}]+")


def main_element(tree: HtmlElement) -> HtmlElement:
    """Return the element that holds the article; ``tree`` is changed on the way."""
    wechat = tree.xpath('//*[@id="js_content"]')
    if wechat:
        _strip(wechat[0])
        return wechat[0]
    _strip(tree)
    densest = _densest(tree)
    if _is_manageable(tree):
        found = _readable(lxml.html.tostring(tree, encoding="unicode"))
        if found is not None and (_han(found) >= _ENOUGH_HAN or 2 * _han(found) >= _han(densest)):
            return found
    return densest


def _strip(tree: HtmlElement) -> None:
    """Take out what is never text of an article, and what only the author of the page could style by.

    The attributes go because readability's own clean-up of them takes quadratic
    time on hostile ones.
    """
    root = tree.getroottree().getroot()
    for element in list(tree.iter()):
        if element is tree or element is root:
            continue
        hidden = element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style", "")[:300])
        if (
            not isinstance(element.tag, str)
            or element.tag in _FURNITURE
            or hidden
            or element.get("aria-hidden") == "true"
        ):
            if element.getparent() is not None:
                element.drop_tree()  # keeps the text that follows it
            continue
    for element in tree.iter():
        kept = {name: element.get(name, "")[:100] for name in _KEPT_ATTRIBUTES if name in element.attrib}
        element.attrib.clear()
        element.attrib.update({name: value for name, value in kept.items() if not _ANGLE.search(value)})


def _is_manageable(tree: HtmlElement) -> bool:
    """Tell whether readability, which is quadratic in the depth, may have this tree."""
    depth = elements = deepest = 0
    for event, _ in lxml.etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        deepest = max(deepest, depth)
    return elements <= MAX_ELEMENTS and deepest <= MAX_DEPTH


def _readable(markup: str) -> HtmlElement | None:
    logging.getLogger("readability").setLevel(logging.CRITICAL)  # its failures are ours to report
    try:
        summary = Readability(markup).summary(html_partial=True)
        return lxml.html.fragment_fromstring(summary, create_parent="div")
    except (Unparseable, lxml.etree.LxmlError, ValueError, AssertionError, RecursionError):
        return None


def _densest(tree: HtmlElement) -> HtmlElement:
    """Return the element whose own and children's text, links aside, is the most Chinese."""
    scores: dict[HtmlElement, float] = defaultdict(float)
    for element in tree.iter():
        for text, holder in ((element.text, element), (element.tail, element.getparent())):
            count = sum(map(len, _HAN_RUN.findall(text or "")))
            if not count or holder is None or _is_link(holder):
                continue
            share = 1.0
            for _ in range(4):  # a character counts for its paragraph, and less for what is around it
                scores[holder] += count * share
                holder = holder.getparent()
                share *= 0.9
                if holder is None:
                    break
    return max(scores, key=lambda element: scores[element], default=tree)


def _is_link(element: HtmlElement) -> bool:
    parent = element.getparent()
    return element.tag == "a" or (parent is not None and parent.tag == "a")


def _han(element: HtmlElement) -> int:
    return sum(map(len, _HAN_RUN.findall(element.text_content())))
