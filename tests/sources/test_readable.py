"""The article of a Chinese web page is found, whoever built the page, and nothing of what is around it."""

from statistics import mean

import lxml.html
import pytest
from pages import LATER, LAYOUTS, Page, all_pages, f1

from webapp.sources.html import read_page
from webapp.sources.readable import readable

PAGES = [*all_pages(LAYOUTS), *all_pages(LATER)]
FLOOR, LEAST = 0.99, 0.95  # of the mean, and of each; raise them when it gets better


def score(page: Page) -> float:
    found = [line for line in read_page(page.html.encode()).texts if line.strip() != page.title]
    return f1(found, page.lines)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_article_is_found(page: Page):
    assert score(page) >= LEAST


def test_the_articles_are_found_on_the_whole():
    assert mean(map(score, PAGES)) >= FLOOR


def test_the_measure_tells_more_and_less_from_enough():
    lines = ["春天来了，花都开了。", "我们一起去公园看花。"]  # spring; we go to see the flowers
    assert f1(lines, lines) == 1
    assert (
        0.5 < f1(lines[:1], lines) < 0.8 and 0.5 < f1([*lines, "版权所有未经书面授权不得转载"], lines) < 0.8
    )
    assert f1([], lines) == 0


def tree(markup: str):
    return lxml.html.document_fromstring(markup)


LONG = "我们在公园里走了很久，看见了很多花，也看见了几只小鸟。"  # a long walk in the park


def test_a_name_does_not_condemn_what_holds_most_of_the_text():
    found = readable(tree(f"<body><div class='sidebar page'>{f'<p>{LONG}</p>' * 5}</div><p>短</p></body>"))
    assert found is not None and found.text_content().count(LONG) == 5


def test_comments_are_left_however_long():
    talk = "".join(f"<div class=c><a href=/u>某人</a><p>{LONG}{n}</p></div>" for n in range(40))
    page = f"<body><h1>公园</h1><div><p>{LONG}</p><p>{LONG}</p></div><div id=comments>{talk}</div></body>"
    found = readable(tree(page), "公园 - 某某网")
    assert found is not None and found.text_content().count(LONG) == 2


def test_what_stands_under_the_headline_goes_before_what_is_longer_elsewhere():
    page = (
        f"<body><h1>公园的花</h1><div><p>{LONG}</p><p>{LONG}</p></div>"
        f"<div><p>另外{LONG}</p><p>另外{LONG}</p><p>另外</p></div></body>"
    )
    found = readable(tree(page), "公园的花")
    assert found is not None and "另外" not in found.text_content()[: 2 * len(LONG)]


def test_neighbours_of_one_class_belong_together():
    parts = "".join(f"<div class=part><p>{LONG}{n}</p><p>{LONG}</p></div>" for n in range(3))
    found = readable(tree(f"<body><div>{parts}</div><div class=x><a href=/>首页</a></div></body>"))
    assert found is not None and found.text_content().count(LONG) == 6


def test_a_page_without_sentences_has_no_article():
    assert readable(tree("<body><a href=/>首页</a><a href=/b>关于我们这个网站的一切事情</a></body>")) is None
