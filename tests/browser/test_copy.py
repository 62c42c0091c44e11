"""What is copied is the text as it was written: no pinyin, no glosses, no marks of no width."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SAMPLE = Path(__file__).parents[2] / "seeds" / "000_bfa1f241c2576418.txt"
TEXT = "我的银行\n\n我去银行。他在\u200b北京工作。\n\n我们明天见！\n"  # my bank; I go to the bank; see you tomorrow


@pytest.fixture
def page(open_page, server, added):
    page = open_page(address=added(TEXT))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
    return page


def clipboard(page):
    return page.evaluate("navigator.clipboard.readText()")


def select(page, selector, start=0, end=None):
    page.evaluate(
        """([selector, start, end]) => {
            const tokens = [...document.querySelectorAll(selector)].slice(start, end ?? undefined);
            const range = document.createRange();
            range.setStartBefore(tokens[0]);
            range.setEndAfter(tokens.at(-1));
            getSelection().removeAllRanges();
            getSelection().addRange(range); }""",
        [selector, start, end],
    )


def test_the_whole_article_is_copied_as_its_source(open_page, server, article):
    page = open_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+c")
    source = re.sub(r"^ *date \S+ *", "", SAMPLE.read_text("utf-8"))  # that is shown as a date
    lines = [line.strip() for line in source.splitlines() if line.strip()]
    assert clipboard(page).split("\n") == lines


@pytest.mark.parametrize(
    "shown",
    [{}, {"per": "character"}, {"pinyin": "hover"}, {"phonetics": "zhuyin"}, {"gloss": "under"}],
    ids=str,
)
def test_a_selection_is_clean_however_the_text_is_shown(page, shown):
    page.evaluate("(shown) => localStorage.setItem('pindu.settings', JSON.stringify(shown))", shown)
    page.reload()
    select(page, "article > p[data-block] .token")
    page.keyboard.press("Control+c")
    assert clipboard(page) == "我去银行。他在北京工作。\n我们明天见！"


def test_part_of_a_paragraph_is_one_line(page):
    select(page, "article > p[data-block] .token", 1, 3)
    page.keyboard.press("Control+c")
    assert clipboard(page) == "去银行"


def test_what_is_selected_outside_the_text_is_copied_as_ever(page):
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.bar-home'))")
    page.keyboard.press("Control+c")
    assert "Library" in clipboard(page)


def test_c_copies_the_word_with_its_pinyin(page):
    page.locator(".token[data-card]").filter(has_text="银行").last.click()
    page.keyboard.press("c")
    expect(page.get_by_role("status")).to_have_text("Copied: 银行 (yínháng)")
    assert clipboard(page) == "银行 (yínháng)"
    page.locator("#card .card-part").nth(1).click()  # 行, as it is read there
    page.locator("#card [data-do=copy]").click()
    expect(page.get_by_role("status")).to_have_text("Copied: 行 (háng)")


def test_c_copies_a_selection_with_its_pinyin(page):
    select(page, "article > p[data-block] .token", 0, 4)
    page.keyboard.press("c")
    expect(page.get_by_role("status")).to_contain_text("Copied")
    assert clipboard(page) == "我去银行。 (wǒ qù yínháng.)"


def test_c_without_a_word_says_what_to_do(page):
    page.keyboard.press("c")
    expect(page.get_by_role("status")).to_have_text("Choose a word first, or select some text.")


def test_a_page_without_a_clipboard_of_its_own_copies_all_the_same(page):
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
    )  # http, another machine
    page.locator(".token[data-card]").filter(has_text="银行").last.click()
    page.keyboard.press("c")
    expect(page.get_by_role("status")).to_have_text("Copied: 银行 (yínháng)")
    page.locator("[data-do=find]").click()
    field = page.locator("#find input")
    expect(field).to_be_focused()  # the bar is loaded when it is first asked for
    page.keyboard.press("Control+v")
    expect(field).to_have_value("银行 (yínháng)")
