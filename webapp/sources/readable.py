"""Which part of a page is read: elements are scored by the sentences that stand in them.

The idea is that of Arc90's Readability: a paragraph speaks for what holds it, and
less for what holds that. What differs is made for Chinese. Length is counted in
Chinese characters and Chinese punctuation; text between ``<br>`` counts as
paragraphs; wrappers that hold nothing but one paragraph do not count as levels,
so that an editor's nests of ``<section>`` are as good as plain ``<p>``; items that
repeat with a link of their own (comments, excerpts of other articles) count for
little; what follows the headline counts for more, so that a short notice is found
among long lists.
"""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import islice

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from webapp.language.script import HAN
from webapp.sources.blocks import BLOCKS, HEADINGS

LEVELS = (1.0, 0.6, 0.3, 0.15)  # how much a paragraph speaks for what holds it, what holds that, ...
ITEM = 0.1  # how much a paragraph counts in an item of a list that repeats
ITEM_CHARS = 300  # such items are no longer
GOOD, BAD, AFTER_HEADLINE = 1.25, 0.4, 1.5
NEAR_CHARS = 120  # between the headline and the text: date, source, author
JOINED, JOINED_ALIKE = (
    0.4,
    0.2,
)  # of the best score: with so much a neighbour belongs to it, one of its class with less
MOST_LEVELS = 12  # that are climbed from a paragraph
LINKED = 0.4  # share of characters in links from which on a block is a list of links
LEAST_CHARS = 25

_HAN = re.compile(f"[{HAN}]")
_MARKS = re.compile(r"[，。！？；：、…”」』]")
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_GOOD = frozenset(
    "article content body entry main post text story detail read reading para paragraph txt artibody con zw nr"
    " chapter richtext news maincontent contents".split()
)
_BAD = frozenset(
    "comment comments reply replies foot footer copyright share sharing social related relate recommend recommends"
    " recommendation recommendations rec hot rank ranking sidebar side aside widget nav navbar navigation menu breadcrumb"
    " breadcrumbs crumb tags tag keywords toc catalog ad ads advert advertisement sponsor promo banner toolbar tool tools"
    " statement disclaimer pagination pager page pages paging login more rel jp sharedaddy subscribe app download editor"
    " edit navbox catlinks reflist references infobox masthead".split()
)
_COMMENTS = frozenset(("comment", "comments"))
_WORST = _COMMENTS | frozenset(
    "copyright statement footer foot related recommend recommends share sharedaddy reflist references navbox".split()
)
_WHOLE = frozenset(("html", "body"))
_BOXES = frozenset("div section ul ol dl table aside header figure p span".split())


@dataclass(slots=True)
class _Part:
    """What stands in an element. ``first`` and ``last`` count the Chinese characters before and up to its end."""

    first: int
    last: int = 0
    linked: int = 0  # characters in links
    links: int = 0
    paragraphs: list[float] = field(default_factory=list)  # the scores of its own, not of those inside

    @property
    def han(self) -> int:
        return self.last - self.first

    @property
    def share_linked(self) -> float:
        return self.linked / self.han if self.han else float(self.links > 0)


Parts = dict[HtmlElement, _Part]


def readable(tree: HtmlElement, headline: str = "") -> HtmlElement | None:
    """Return the part that is read, made anew, or None where nothing looks like text; ``tree`` is changed.

    ``headline`` is the page's title, however much of the site's name is in it.
    """
    for is_strict in (True, False):
        kept = copy.deepcopy(tree) if is_strict else tree
        if is_strict:
            _drop_named(kept)
        parts = _parts(kept)
        scores = _scores(parts, _end_of_headline(parts, headline))
        best = max(scores, key=lambda element: scores[element], default=None)
        if best is not None and parts[best].han - parts[best].linked >= LEAST_CHARS:
            return _cleaned(_joined(best, scores, parts), parts)
    return None


def _names(element: HtmlElement) -> set[str]:
    said = f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}"
    return {word.lower() for word in _NAME.findall(said)}


def _drop_named(tree: HtmlElement) -> None:
    """Drop what calls itself a comment, a menu, an advert, unless it holds the headline or most of the text."""
    parts = _parts(tree)
    most = (parts[tree].han - parts[tree].linked) / 2
    for element in list(tree.iter(*_BOXES)):
        names, part = _names(element), parts[element]
        if not names & _BAD or (names & _GOOD and not names & _WORST) or element.getparent() is None:
            continue
        is_most = part.han - part.linked > most and not names & _COMMENTS
        if not is_most and element.find(".//h1") is None and element.find(".//article") is None:
            element.drop_tree()


def _parts(tree: HtmlElement) -> Parts:
    """Look at every element once; blocks inside and ``<br>`` end a paragraph."""
    parts: Parts = {}
    holders = [tree]
    written: list[str] = []
    order = inside = 0

    def end_paragraph() -> None:
        text = "".join(written)
        written.clear()
        if han := len(_HAN.findall(text)):
            parts[holders[-1]].paragraphs.append(
                min(han, 120) / 25 + min(len(_MARKS.findall(text)), 10) * 0.5
            )

    for event, element in lxml.etree.iterwalk(tree, events=("start", "end")):
        is_block, is_start = element.tag in BLOCKS, event == "start"
        if is_block and parts:
            end_paragraph()
        if is_start:
            parts[element] = _Part(order)
            inside += element.tag == "a"
            if is_block and element.tag != "br" and element is not tree:
                holders.append(element)
            text = element.text
        else:
            if is_block and element.tag != "br" and element is not tree:
                holders.pop()
            inside -= element.tag == "a"
            part, above = parts[element], parts.get(element.getparent())
            part.last = order
            part.links += element.tag == "a"
            if above is not None:
                above.linked, above.links = above.linked + part.linked, above.links + part.links
            text = element.tail if element is not tree else None
        if text:
            found = len(_HAN.findall(text))
            order += found
            if inside:
                holder = element if is_start else element.getparent()
                parts[holder].linked += found
            else:
                written.append(text)
    return parts


def _end_of_headline(parts: Parts, headline: str) -> int:
    """Return how many Chinese characters stand before the end of the headline, -1 where it is not in the page."""
    wanted, found = "".join(_HAN.findall(headline)), -1
    for element, part in parts.items():
        if element.tag in HEADINGS and 2 <= part.han <= len(wanted):
            text = "".join(_HAN.findall(element.text_content()))
            if text in wanted and (found < 0 or element.tag == "h1"):
                found = part.last
    return found


def _scores(parts: Parts, headline: int) -> dict[HtmlElement, float]:
    scores: dict[HtmlElement, float] = defaultdict(float)
    for element, part in parts.items():
        if not part.paragraphs or element.tag in HEADINGS:
            continue
        worth = sum(part.paragraphs) * (ITEM if _is_item(element, parts) else 1)
        holders = [element] if len(part.paragraphs) > 1 else []
        level = element
        for parent in islice(element.iterancestors(), MOST_LEVELS):
            if parent not in parts or len(holders) == len(LEVELS):
                break
            if parts[parent].han > parts[level].han:  # not a mere wrapper
                holders.append(parent)
            level = parent
        for holder, weight in zip(holders, LEVELS, strict=False):
            scores[holder] += worth * weight
    for element in scores:
        part, names = parts[element], _names(element)
        scores[element] *= 1 - part.share_linked
        scores[element] *= GOOD if names & _GOOD or element.tag == "article" else 1
        scores[element] *= BAD if names & _BAD else 1
        if part.first <= headline + NEAR_CHARS and headline <= part.last:
            scores[element] *= AFTER_HEADLINE
    return scores


def _is_item(element: HtmlElement, parts: Parts) -> bool:
    """Claim that a paragraph is in one of several like items, each with a link beside its text."""
    for level in (element, *islice(element.iterancestors(), 3)):
        parent = level.getparent()
        if parent is None or level not in parts or parts[level].han > ITEM_CHARS:
            return False
        if parts[level].links > parts[element].links:
            like = (level.tag, level.get("class"))
            if sum((each.tag, each.get("class")) == like for each in islice(parent, 50)) >= 3:
                return True
    return False


def _joined(best: HtmlElement, scores: dict[HtmlElement, float], parts: Parts) -> HtmlElement:
    """Return the best element together with what beside it is as good or plainly text."""
    parent = best.getparent()
    joined: HtmlElement = lxml.html.Element("div")
    for element in [best] if parent is None or best.tag in _WHOLE else list(parent):
        part = parts[element]
        is_text = element.tag == "p" and part.han >= LEAST_CHARS and part.share_linked < 0.25
        is_alike = (element.tag, element.get("class")) == (best.tag, best.get("class"))
        enough = scores[best] * (JOINED_ALIKE if is_alike else JOINED)
        if element is best or scores.get(element, 0) >= enough or is_text:
            element.tail = None
            joined.append(element)
    return joined


def _cleaned(root: HtmlElement, parts: Parts) -> HtmlElement:
    """Drop lists of links, and what calls itself something else, unless it is most of the text."""
    most = sum(parts[element].han for element in root) / 2
    for element in list(root.iter(*_BOXES)):
        part = parts.get(element)
        if part is None or part.han > most or element.getparent() is None:
            continue
        is_links = element.tag not in ("p", "span") and part.links > 1 and part.share_linked >= LINKED
        if is_links or _names(element) & _WORST:
            element.drop_tree()
    return root
