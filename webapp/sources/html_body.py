"""Which part of a web page is the article.

WeChat's articles sit in ``#js_content``, hidden until a script shows them, and are
taken as they are. Everywhere else the sentences decide (``readable.py``); where
there are hardly any, the element with the most Chinese characters outside links is
taken.

Three ways were weighed, by the F1 of runs of four Chinese characters: on 78 pages
of our own writing (``tests/sources/pages.py``: 26 builds of page, each with three of
six texts of 100 to 1,500 characters), on 24 more that were written when ours was
done, and on the 358 pages of a book about Rust as the web has them::

                       with these in mind   written later   Rust by Example
    ours                      .999              .995             .999
    readability-lxml 0.9      .855              .980             .973
    trafilatura 2.3.1         .815              .825             .987

The first column flatters ours, which was made with those pages at hand, and all of
the second are in our hand. On 59 pages of the web that had been labelled by hand
in an earlier trial, readability-lxml with rules of ours had .896, trafilatura .871;
those pages could not be tried again. What also decided: readability-lxml needs
chardet, which is under the LGPL, for a job that we do not give it, and trafilatura
brings 93 MB with a table of domains under MPL, GPL or LGPL. Both lose short articles
among long lists. ``python -m benchmarks.extractors`` prints the figures anew.
"""

from __future__ import annotations

import re
from collections import defaultdict

import lxml.html
from lxml.html import HtmlElement

from webapp.language.script import HAN
from webapp.sources.readable import readable

MAX_ELEMENTS = 60_000
MAX_DEPTH = 200
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


def main_element(tree: HtmlElement, headline: str = "") -> HtmlElement:
    """Return the element that holds the article; ``tree`` is changed on the way.

    ``headline`` is the page's title, if one is known.
    """
    wechat = tree.xpath('//*[@id="js_content"]')
    if wechat:
        _strip(wechat[0])
        return wechat[0]
    _strip(tree)
    found = readable(tree, headline) if _is_manageable(tree) else None
    return found if found is not None else _densest(tree)


def _strip(tree: HtmlElement) -> None:
    """Take out what is never text of an article, and what only the author of the page could style by.

    Hidden things go with it, and all attributes but those that name an element.
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
    """Tell whether a tree is of a size and depth that pages have."""
    depth = elements = deepest = 0
    for event, _ in lxml.etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        deepest = max(deepest, depth)
    return elements <= MAX_ELEMENTS and deepest <= MAX_DEPTH


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
