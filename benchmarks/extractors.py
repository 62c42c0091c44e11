"""Which part of a page is the article: ours beside readability-lxml and trafilatura, where they are installed.

    python -m benchmarks.extractors [FILE.html ...]

On the pages of ``tests/sources/pages.py``: those that ours was made with, and those
written after it and never tuned for. Given files are pages with a ``<main>`` which
is the article. F1 of runs of four Chinese characters, how many pages reach 0.9,
and milliseconds a page.
"""

from __future__ import annotations

import importlib.util
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean
from time import perf_counter

import lxml.html

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "sources"))

from pages import LATER, LAYOUTS, Page, all_pages, f1

from webapp.sources.blocks import lines_of
from webapp.sources.html import read_page

Extract = Callable[[str], Sequence[str]]


def ours(html: str) -> Sequence[str]:
    return read_page(html.encode()).texts


def readability(html: str) -> Sequence[str]:
    from readability import Document

    summary = Document(html).summary(html_partial=True)
    return [line.text for line in lines_of(lxml.html.fragment_fromstring(summary, create_parent="div"))]


def trafilatura(html: str) -> Sequence[str]:
    import trafilatura as extractor

    return (extractor.extract(html, include_comments=False, include_tables=True) or "").split("\n")


def main() -> None:
    logging.getLogger("readability").setLevel(logging.CRITICAL)
    sets = {
        f"{len(LAYOUTS)} builds of page": list(all_pages(LAYOUTS)),
        f"{len(LATER)} builds written later": list(all_pages(LATER)),
    }
    if sys.argv[1:]:
        sets["files"] = [page for name in sys.argv[1:] for page in _from_file(Path(name))]
    ways = [ours, *(way for way in (readability, trafilatura) if importlib.util.find_spec(way.__name__))]
    print("| pages | way | F1 | at least 0.9 | a page |\n|---|---|---|---|---|")
    for name, pages in sets.items():
        for way in ways:
            _print(name, pages, way)


def _print(name: str, pages: Sequence[Page], way: Extract) -> None:
    way(pages[0].html)
    begun = perf_counter()
    found = [way(page.html) for page in pages]
    took = (perf_counter() - begun) * 1000 / len(pages)
    scores = [
        f1([line for line in lines if line.strip() != page.title], page.lines)
        for page, lines in zip(pages, found, strict=True)
    ]
    enough = sum(score >= 0.9 for score in scores)
    print(f"| {name} | {way.__name__} | {mean(scores):.3f} | {enough} of {len(pages)} | {took:.1f} ms |")


def _from_file(path: Path) -> list[Page]:
    html = path.read_text("utf-8")
    body = lxml.html.document_fromstring(html.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    article = body.find(".//main")
    if article is None:
        return []
    for element in article.xpath(".//script|.//style|.//button"):
        element.drop_tree()
    lines = tuple(line.text for line in lines_of(article))
    return [Page(path.name, "", html, lines)] if sum(map(len, lines)) > 200 else []


if __name__ == "__main__":
    main()
