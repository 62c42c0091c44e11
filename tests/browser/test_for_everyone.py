"""Without scripts, with a screen reader, in any colours, within a small budget."""

from __future__ import annotations

import gzip
import re
import urllib.request

import pytest

pytestmark = pytest.mark.browser

BUDGET_BYTES = (
    96_000  # the words with all their characters among it; of which styles and scripts may take 40_000
)
FONTS_AND_IMAGES = (".svg", ".png", ".woff2")


def test_all_that_the_card_says_has_its_language(open_page, added):
    page = open_page(address=added("学生会写文章。我在银行。"))
    page.locator(".token[data-card]").filter(has_text="银行").click()
    wrong = page.evaluate(
        r"""() => {
            const walker = document.createTreeWalker(document.getElementById("card"), NodeFilter.SHOW_TEXT);
            const found = [];
            for (let node; (node = walker.nextNode()); ) {
                const { lang } = node.parentElement.closest("[lang]");
                const isHan = /\p{Script=Han}/u.test(node.data);
                const isReading = node.parentElement.closest(".reading") !== null;
                const wanted = isHan ? /^zh-Han[st]$/ : isReading ? /^zh-Latn-pinyin$/ : /^en$|^zh/;
                if (node.data.trim() && !wanted.test(lang)) found.push([node.data, lang]);
            }
            return found; }"""
    )
    assert wrong == []


def test_without_scripts_the_article_reads_with_ruby_and_tooltips(open_page):
    page = open_page(java_script_enabled=False)
    token = page.locator(".token", has_text="签署").first  # to sign
    assert "qiānshǔ" in token.text_content()
    assert "sign" in token.get_attribute("title")
    assert page.locator("#card").is_hidden()
    assert page.locator("#settings-button").is_hidden()  # it could do nothing


def test_the_page_is_what_it_is(open_page):
    page = open_page()
    assert page.locator("h1").count() == 1
    assert page.locator("article h2").count() == 6
    assert page.locator("time").get_attribute("datetime") == "2025-12-27"
    assert page.locator("article").get_attribute("lang") == "zh-Hans"
    assert page.locator("html").get_attribute("lang") == "en"
    credit = page.locator("p.credit")
    credit.locator("rt, rp").evaluate_all("all => all.forEach((each) => each.remove())")
    assert credit.text_content() == "【编译：木合塔尔·木拉提】"  # translated by Muhtar Murat


def test_the_page_with_styles_and_scripts_is_small(article):
    def packed(address):
        request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request) as answer:
            return answer.read()

    page = packed(article)
    html = gzip.decompress(page).decode()
    server = article.rsplit("/articles/", 1)[0]
    files = {
        path
        for path in re.findall(r'(?:href|src)="(/static/[^"]+)"', html)
        if not path.endswith(FONTS_AND_IMAGES)
    }
    sizes = {path: len(packed(server + path)) for path in files}
    total = len(page) + sum(sizes.values())
    assert len(sizes) > 10  # the sheet, the script and those behind it
    assert sum(sizes.values()) <= 40_000
    assert total <= BUDGET_BYTES, f"{len(page)} for the page, {sum(sizes.values())} for styles and scripts"
