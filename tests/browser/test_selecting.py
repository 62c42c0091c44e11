"""Dragging over several words looks the whole run up: as headword where it is one, else its parts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
expect.set_options(timeout=15_000)  # a module and an answer are waited for

TEXT = "我在中国银行工作。学生会写文章。这件事很重要。"  # I work at the Bank of China; students can write


@pytest.fixture
def page(open_page, added):
    return open_page(address=added(TEXT))


def part(page, name):
    return page.locator(f'#card [data-part="{name}"]')


def drag(page, first, last):
    start, end = (
        page.locator(".token[data-card]", has_text=text).first.bounding_box() for text in (first, last)
    )
    page.mouse.move(start["x"] + 2, start["y"] + start["height"] * 0.6)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] - 2, end["y"] + end["height"] * 0.6, steps=6)
    page.mouse.up()


def test_a_run_lists_its_words(page):
    drag(page, "很", "重要")
    expect(part(page, "headword")).to_have_text("很重要")
    expect(part(page, "reading")).to_have_text("hěn zhòngyào")
    expect(part(page, "parts").locator(".card-part")).to_have_count(2)
    assert page.evaluate("getSelection().isCollapsed") is False  # it can still be copied


def test_a_run_that_is_a_headword_is_that(page):
    drag(page, "文", "文")
    page.evaluate(
        """() => { const node = document.evaluate("//text()[.='学生会']", document.querySelector("article"), null, 9).singleNodeValue;
            getSelection().setBaseAndExtent(node, 0, node, 2); }"""
    )
    expect(part(page, "headword")).to_contain_text("学生學生")
    expect(part(page, "gloss")).to_contain_text("student")


def test_a_click_elsewhere_ends_it_and_one_in_the_card_does_not(page):
    drag(page, "很", "重要")
    expect(page.locator("#card")).to_be_visible()
    part(page, "parts").locator(".card-part").last.click()
    expect(part(page, "headword")).to_contain_text("重要")
    page.locator("#card [data-action=back]").click()
    expect(part(page, "headword")).to_have_text("很重要")
    page.mouse.click(5, 500)
    expect(page.locator("#card")).to_be_hidden()


def test_without_a_server_the_words_of_the_page_are_listed(page):
    page.wait_for_load_state("networkidle")
    page.evaluate(
        "import(document.querySelector('link[href$=\"card.js\"]').href.replace('card.js', 'run.js'))"
    )
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('offline')); }")
    drag(page, "很", "重要")
    expect(part(page, "headword")).to_have_text("很重要")
    expect(part(page, "reading")).to_have_text("hěn zhòngyào")
    expect(part(page, "parts").locator(".card-part")).to_have_count(2)


def test_a_long_selection_is_for_copying(open_page):
    page = open_page()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('article'))")
    page.wait_for_timeout(600)
    expect(page.locator("#card")).to_be_hidden()


def test_a_word_selected_by_itself_is_what_it_is_there(open_page, added):
    page = open_page(address=added("他喜欢打球。一打鸡蛋多少钱？"))  # to play ball; a dozen eggs
    token = page.locator(".token[data-card]").filter(has_text="打").last
    token.dblclick()
    expect(part(page, "reading")).to_have_text("dá")
    expect(part(page, "gloss")).to_contain_text("dozen")


def test_a_click_into_a_selection_chooses_the_word(page):
    drag(page, "很", "重要")
    expect(part(page, "headword")).to_have_text("很重要")
    page.locator(".token[data-card]", has_text="重要").click()
    expect(part(page, "headword")).to_have_text("重要")
    expect(page.locator("#card[data-pinned]")).to_be_visible()
    assert page.evaluate("getSelection().isCollapsed")
