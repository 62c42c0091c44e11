"""The card never covers the hovered word nor leaves the viewport, and spares the sentence where it can."""

from __future__ import annotations

import random
import re

import pytest

pytestmark = pytest.mark.browser

DESK = {"width": 1280, "height": 860}
TABLET = {"width": 820, "height": 1100}
PHONE = {"width": 390, "height": 844}

WORDS = 100
RECTANGLES = """(id) => {
    const token = document.querySelector(`[data-token="${id}"]`);
    const box = (element) => { const r = element.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };
    const lines = (element) => [...element.getClientRects()].map((r) => [r.left, r.top, r.right, r.bottom]);
    return { card: box(document.getElementById("card")), word: lines(token),
        sentence: box(token.closest(".sentence")), isOpen: document.getElementById("card").matches(":popover-open") };
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


@pytest.mark.parametrize("viewport", [DESK, TABLET, PHONE], ids=lambda size: f"{size['width']}px")
def test_the_card_keeps_off_the_word_and_inside_the_viewport(open_page, viewport):
    page = open_page(viewport)
    ids = page.locator(".token[data-card]").evaluate_all("tokens => tokens.map(token => token.dataset.token)")
    covered, outside, sentences = [], [], 0
    for id in random.Random(20251227).sample(ids, WORDS):
        token = page.locator(f'[data-token="{id}"]')
        token.evaluate(
            "(token, share) => scrollBy(0, token.getBoundingClientRect().top - innerHeight * share)",
            random.Random(id).uniform(0.05, 0.9),
        )
        page.evaluate(SETTLED)
        page.mouse.move(1, 1)
        page.keyboard.press("Escape")  # else the pointer would come to lie on the card
        token.hover(force=True)
        found = page.evaluate(RECTANGLES, id)
        assert found["isOpen"], id
        card = found["card"]
        if any(overlap(card, line) for line in found["word"]):
            covered.append((id, found))
        if card[0] < 0 or card[1] < 0 or card[2] > viewport["width"] or card[3] > viewport["height"]:
            outside.append((id, found))
        sentences += overlap(card, found["sentence"])
    assert covered == []
    assert outside == []
    if viewport != PHONE:
        assert sentences <= WORDS * 0.1  # only where a sentence is taller than the room around it


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
