"""Keys and buttons come from one table: what each does, and what is left to the browser."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PRESS = """([key, options]) => {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...options });
    (document.activeElement ?? document.body).dispatchEvent(event);
    return event.defaultPrevented; }"""


def current(page):
    return page.evaluate("document.querySelector('.token[data-current]')?.dataset.token ?? null")


def difficult(page, level):
    """The tokens above a level, read from the page's own words."""
    block = json.loads(page.locator("#words").text_content())
    found = []
    for id in page.locator(".token[data-card]").evaluate_all("all => all.map(each => each.dataset.token)"):
        p, s, t = (int(each) for each in id[1:].replace("s", " ").replace("t", " ").split())
        card = block["cards"][block["tokens"][p][s][t]]
        level_of, kind = (card + [0] * 11)[6], (card + [""] * 11)[10] if len(card) > 10 else ""
        if not kind and (not level_of or level_of > level):
            found.append(id)
    return found


@pytest.mark.parametrize("level", [3, 6])
def test_n_goes_to_the_next_word_above_the_readers_level_and_shift_n_back(open_page, level):
    page = open_page()
    page.evaluate("(level) => localStorage.setItem('pindu.settings', JSON.stringify({ level }))", str(level))
    page.reload()
    expected = difficult(page, level)
    walked = []
    for _ in range(5):
        page.keyboard.press("n")
        walked.append(current(page))
    assert walked == expected[:5]
    page.keyboard.press("Shift+N")
    assert current(page) == expected[3]


def test_where_no_difficult_word_is_left_a_sentence_says_so(open_page):
    page = open_page()
    page.keyboard.press("n")
    for _ in range(3):
        page.keyboard.press("Shift+N")
    expect(page.get_by_role("status")).to_have_text("No word above your level before this one.")


def test_caps_lock_changes_no_key(open_page):
    page = open_page()
    page.evaluate(PRESS, ["N", {}])  # n with Caps Lock on
    first = current(page)
    page.evaluate(PRESS, ["N", {}])
    assert current(page) != first
    page.evaluate(PRESS, ["n", {"shiftKey": True}])
    assert current(page) == first


@pytest.mark.parametrize("modifier", ["ctrlKey", "altKey", "metaKey"])
def test_modifiers_are_left_to_the_browser(open_page, modifier):
    page = open_page()
    page.keyboard.press("ArrowRight")
    start = current(page)
    for key in ("ArrowRight", "n", "j", "p", "?", "Escape", "Enter"):
        assert not page.evaluate(PRESS, [key, {modifier: True}])
    assert current(page) == start


def test_nothing_is_taken_while_typing(open_page):
    page = open_page()
    page.evaluate("document.querySelector('main').prepend(document.createElement('input'))")
    page.locator("main > input").focus()
    page.keyboard.type("njkp?")
    assert page.locator("main > input").input_value() == "njkp?"
    assert current(page) is None
    expect(page.locator("#keys")).to_be_hidden()


def test_a_selection_still_grows_by_shift_and_arrows(open_page):
    page = open_page()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('article p[data-block]'))")
    assert not page.evaluate(PRESS, ["ArrowRight", {"shiftKey": True}])
    assert current(page) is None


def test_every_key_that_the_dialog_names_works_and_stands_there_once(open_page):
    page = open_page()
    page.locator("#keys-button").click()
    expect(page.locator("#keys")).to_be_visible()
    shortcuts = page.locator("#keys [aria-keyshortcuts]").evaluate_all(
        "all => all.map(each => each.getAttribute('aria-keyshortcuts'))"
    )
    assert len(shortcuts) == len(set(shortcuts)) >= 14
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    for shortcut in shortcuts:
        if shortcut == "?":
            continue  # it would take the keys away from those that follow
        page.locator(".token[data-card]").nth(40).click()
        page.locator(".token[data-card]").nth(40).focus()
        *shift, key = shortcut.split("+")
        assert page.evaluate(PRESS, [key, {"shiftKey": bool(shift)}]), shortcut
        page.evaluate(PRESS, ["Escape", {}])


def test_every_line_of_the_dialog_is_a_button_that_does_it(open_page):
    page = open_page()
    page.locator("#keys-button").click()
    page.get_by_role("button", name="Next word above my level").click()
    expect(page.locator("#keys")).to_be_hidden()
    assert current(page) == difficult(page, 3)[0]
    assert page.evaluate("document.activeElement.dataset.token") == current(page)
    page.keyboard.press("?")
    page.get_by_role("button", name="Pinyin on or off").click()
    expect(page.locator("rt").first).to_be_hidden()


def test_the_question_mark_closes_the_dialog_too(open_page):
    page = open_page()
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_hidden()
