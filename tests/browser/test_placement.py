"""The card never covers the hovered word nor leaves the viewport, and spares the sentence where it can."""

from __future__ import annotations

import random
import re

import pytest

pytestmark = pytest.mark.browser

DESK = {"width": 1280, "height": 860}
TABLET = {"width": 820, "height": 1100}
PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1720, "height": 700}  # the margins are wide enough for a card
LEAST_ROOM = 190  # px: a card that is any use

WORDS = 100
RECTANGLES = """(id) => {
    const token = document.querySelector(`[data-token="${id}"]`);
    const box = (element) => { const r = element.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };
    const lines = (element) => [...element.getClientRects()].map((r) => [r.left, r.top, r.right, r.bottom]);
    return { card: box(document.getElementById("card")), word: lines(token),
        sentence: box(token.closest(".sentence")), lines: lines(token.closest(".sentence")), isOpen: document.getElementById("card").matches(":popover-open") };
}"""

# What has been scrolled to is set now, and stays where it is.
SETTLED = (
    "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
)


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_what_overlapping_means():
    assert overlap((0, 0, 10, 10), (5, 5, 15, 15))
    assert not overlap((0, 0, 10, 10), (10, 0, 20, 10))


def shown(page, id, by):
    """Have a word's card shown somewhere on the screen; gives all that could overlap."""
    page.keyboard.press("Escape")  # else the pointer would come to lie on the card
    page.evaluate(
        """([id, share]) => {
            const token = document.querySelector(`[data-token="${id}"]`);
            scrollBy(0, token.getBoundingClientRect().top - innerHeight * share); }""",
        [id, random.Random(id).uniform(0.05, 0.9)],
    )
    page.evaluate(SETTLED)
    by(page.locator(f'[data-token="{id}"]'))
    found = page.evaluate(RECTANGLES, id)
    assert found["isOpen"], id
    return found


def hovered(token):
    token.page.mouse.move(1, 1)
    token.hover(force=True)


def tapped(token):
    token.tap()


def room_around(kept, height):
    """The larger of the rooms over and under something, with what lies between it and a card."""
    return max(kept[1] - 0.75 * 33, height - kept[3] - 0.45 * 33) - 12


def sample(page):
    ids = page.locator(".token[data-card]").evaluate_all("tokens => tokens.map(token => token.dataset.token)")
    return random.Random(20251227).sample(ids, WORDS)


def is_inside(card, viewport):
    return card[0] >= 0 and card[1] >= 0 and card[2] <= viewport["width"] and card[3] <= viewport["height"]


@pytest.mark.parametrize("viewport", [DESK, TABLET, WIDE], ids=lambda size: f"{size['width']}px")
def test_the_card_is_inside_the_viewport_and_not_over_the_sentence(open_page, viewport):
    page = open_page(viewport)
    outside, over_sentence, over_line, spared = [], [], [], 0
    for id in sample(page):
        found = shown(page, id, hovered)
        card = found["card"]
        if not is_inside(card, viewport):
            outside.append((id, found))
        if any(overlap(card, line) for line in found["word"]):
            over_line.append((id, found))
        if room_around(found["sentence"], viewport["height"]) >= LEAST_ROOM:
            spared += 1
            if any(overlap(card, line) for line in found["lines"]):
                over_sentence.append((id, found))
    assert (outside, over_line, over_sentence) == ([], [], [])
    assert spared > 0.8 * WORDS


def test_the_sheet_of_a_phone_is_inside_the_viewport_and_not_over_the_sentence(open_page):
    page = open_page(PHONE, has_touch=True, is_mobile=True)
    outside, over_sentence, over_line, spared = [], [], [], 0
    for id in sample(page):
        found = shown(page, id, tapped)
        card = found["card"]
        if not is_inside(card, PHONE) or card[3] != PHONE["height"] or found["word"][0][1] < 0:
            outside.append((id, found))
        if any(overlap(card, line) for line in found["word"]):
            over_line.append((id, found))
        if found["sentence"][3] - found["sentence"][1] + 60 <= card[1]:
            spared += 1
            if any(overlap(card, line) for line in found["lines"]):
                over_sentence.append((id, found))
    assert (outside, over_line, over_sentence) == ([], [], [])
    assert spared > 0.5 * WORDS


def test_a_narrow_window_under_a_mouse_never_scrolls_nor_covers_the_word(open_page):
    page = open_page(PHONE)
    for id in sample(page)[:40]:
        found = shown(page, id, hovered)
        assert is_inside(found["card"], PHONE), found
        assert not any(overlap(found["card"], line) for line in found["word"]), found


def test_a_sentence_that_fills_the_screen_keeps_the_line_and_its_neighbours_in_sight(open_page, added):
    text = "我们去北京看朋友，" * 60 + "然后回家。"  # we go to Beijing to see friends, ... then home
    for viewport, options in ((DESK, {}), (PHONE, {"has_touch": True, "is_mobile": True})):
        page = open_page(viewport, address=added(text), **options)
        tokens = page.locator("article .token[data-card]")
        for number in (60, 150, 240):
            found = shown(
                page, tokens.nth(number).get_attribute("data-token"), tapped if options else hovered
            )
            line = found["word"][0]
            assert is_inside(found["card"], viewport)
            kept = [line[0], line[1] - 40, line[2], line[3] + 40]
            assert not overlap(found["card"], kept), found


def test_from_word_to_word_of_a_sentence_the_card_stays_on_one_side(open_page):
    page = open_page(DESK)
    tokens = page.locator("article > p .sentence").nth(3).locator(".token[data-card]")
    tokens.first.evaluate("token => scrollBy(0, token.getBoundingClientRect().top - 300)")
    page.evaluate(SETTLED)
    tops = set()
    for token in tokens.all():
        token.hover(force=True)
        tops.add(round(page.locator("#card").bounding_box()["y"]))
    assert len(tops) == 1


def test_the_sheet_keeps_clear_of_a_keyboard_that_comes_up(open_page):
    page = open_page(PHONE, has_touch=True, is_mobile=True)
    page.locator("article > p .token[data-card]").first.tap()
    page.evaluate(
        """() => { Object.defineProperty(visualViewport, "height", { value: 500 });
            visualViewport.dispatchEvent(new Event("resize")); }"""
    )
    card = page.locator("#card").bounding_box()
    assert abs(card["y"] + card["height"] - 500) <= 1
    assert card["y"] >= 240


@pytest.mark.parametrize("share", [0.25, 0.7], ids=["under", "over"])
def test_the_card_stays_with_its_word_when_it_grows_and_when_the_text_is_scrolled(open_page, share):
    page = open_page(DESK)
    token = page.locator("article p .token[data-card]", has_text=re.compile("^的")).nth(
        5
    )  # of: it has other readings
    token.evaluate(
        "(token, share) => scrollBy(0, token.getBoundingClientRect().top - innerHeight * share)", share
    )
    token.click()
    name = token.get_attribute("data-token")
    before = page.evaluate(RECTANGLES, name)
    page.locator("#card details").evaluate_all("all => all.forEach((each) => (each.open = true))")
    page.wait_for_timeout(100)
    grown = page.evaluate(RECTANGLES, name)
    assert grown["card"][3] - grown["card"][1] > before["card"][3] - before["card"][1]
    assert not any(overlap(grown["card"], line) for line in grown["word"])
    assert grown["card"][1] >= 0 and grown["card"][3] <= DESK["height"]
    page.mouse.wheel(0, 60)
    page.wait_for_timeout(200)
    scrolled = page.evaluate(RECTANGLES, name)
    moved = scrolled["word"][0][1] - grown["word"][0][1]
    assert moved < -30
    assert abs(scrolled["card"][1] - grown["card"][1] - moved) <= 1
