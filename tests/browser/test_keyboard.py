"""The whole page by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def current(page):
    return page.evaluate("document.querySelector('.token[data-current]')?.dataset.token ?? null")


def test_arrows_walk_from_word_to_word(open_page):
    page = open_page()
    page.keyboard.press("ArrowRight")
    first = current(page)
    page.keyboard.press("ArrowRight")
    second = current(page)
    page.keyboard.press("ArrowLeft")
    assert first != second
    assert current(page) == first
    expect(page.locator("#card")).to_be_visible()


def test_the_chosen_word_tells_a_screen_reader_all(open_page):
    page = open_page()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    label = page.evaluate("document.activeElement.ariaLabel")
    headword = page.locator('#card [data-part="headword"]').evaluate("part => part.firstChild.textContent")
    reading = page.locator('#card [data-part="reading"] .reading').first.text_content()
    gloss = page.locator('#card [data-part="gloss"]').text_content()
    assert label == f"{headword}, {reading}, {gloss}"
    assert page.locator(".token[role=button]").count() == 1


def test_down_goes_to_the_next_line_and_up_comes_back(open_page):
    page = open_page()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("j")
    start = page.locator(".token[data-current]").bounding_box()
    page.keyboard.press("ArrowDown")
    below = page.locator(".token[data-current]").bounding_box()
    assert 0.5 * start["height"] < below["y"] - start["y"] < 2.5 * start["height"]
    page.keyboard.press("ArrowUp")
    assert page.locator(".token[data-current]").bounding_box() == start


def test_down_scrolls_as_ever_while_no_word_is_chosen(open_page, until):
    page = open_page()
    page.keyboard.press("ArrowDown")
    until(page, "scrollY > 0")
    assert current(page) is None


def test_a_walk_reaches_every_word_once_in_order(open_page):
    page = open_page()
    ids = page.locator(".token[data-card]").evaluate_all("tokens => tokens.map(token => token.dataset.token)")
    walked = page.evaluate(
        """(steps) => Array.from({ length: steps }, () => {
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
            return document.querySelector(".token[data-current]").dataset.token; })""",
        len(ids),
    )
    assert walked == ids


def test_enter_pins_tab_goes_into_the_card_and_escape_comes_back(open_page):
    page = open_page()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#card[data-pinned]")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('card').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('.token')")


def test_sentences_and_paragraphs_are_steps_too(open_page):
    page = open_page()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("j")
    page.keyboard.press("j")
    block = current(page).split("s")[0]
    page.keyboard.press("Shift+ArrowRight")
    assert current(page).startswith(block + "s1") or current(page).split("s")[0] != block
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert current(page).split("s")[0] != block


def test_question_mark_shows_the_keys_and_escape_closes_them(open_page):
    page = open_page()
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("ArrowRight")  # the dialog has the keys now
    assert current(page) is None
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()


def test_p_switches_the_pinyin(open_page):
    page = open_page()
    rt = page.locator("rt").first
    expect(rt).to_be_visible()
    page.keyboard.press("p")
    expect(rt).to_be_hidden()
    page.keyboard.press("p")
    expect(rt).to_be_visible()


def test_the_whole_article_is_read_without_a_mouse(open_page):
    """Each word, when moved to, is in sight, says all of itself, and has its card, which covers it nowhere."""
    page = open_page()
    faults = page.evaluate(
        """async () => {
            const press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
            const frame = () => new Promise(requestAnimationFrame);
            const card = document.getElementById("card");
            const part = (name) => card.querySelector(`[data-part="${name}"]`);
            const faults = [];
            for (const _ of document.querySelectorAll(".token[data-card]")) {
                press("ArrowRight");
                await frame(); // what has come into sight is laid out
                await frame();
                const token = document.activeElement;
                const line = token.getClientRects()[0];
                const box = card.getBoundingClientRect();
                const label = [part("headword").firstChild.textContent, part("reading").querySelector(".reading")?.textContent,
                    part("gloss").textContent].filter(Boolean).join(", ");
                const holds = {
                    labelled: token.ariaLabel === label,
                    open: card.matches(":popover-open") && token.ariaExpanded === "true",
                    inSight: line.top >= -1 && line.bottom <= innerHeight + 1,
                    inside: box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth,
                    beside: box.left >= line.right || line.left >= box.right || box.top >= line.bottom || line.top >= box.bottom,
                };
                for (const [name, is] of Object.entries(holds)) if (!is) faults.push(`${token.dataset.token} ${label}: not ${name}`);
            }
            return faults; }"""
    )
    assert faults == []


def test_all_of_the_card_is_reached_by_tab_and_the_focus_comes_back(open_page):
    page = open_page()
    page.keyboard.press("j")
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    name = current(page)
    reached = []
    for _ in range(12):
        page.keyboard.press("Tab")
        if not page.evaluate("document.getElementById('card').contains(document.activeElement)"):
            break
        reached.append(
            page.evaluate("document.activeElement.ariaLabel ?? document.activeElement.textContent.trim()")
        )
        assert page.evaluate("document.activeElement.matches(':focus-visible')")
    assert "Close" in reached and "MDBG" in reached and "Copy with pinyin" in reached
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.token") == name
    assert page.evaluate("document.activeElement.matches(':focus-visible')")


def test_a_click_gives_the_word_the_focus_so_that_tab_leads_into_its_card(open_page):
    page = open_page()
    token = page.locator("article > p .token[data-card]").nth(7)
    token.click()
    assert page.evaluate("document.activeElement.dataset.token") == token.get_attribute("data-token")
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('card').contains(document.activeElement)")
