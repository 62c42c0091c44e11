"""The card never covers the hovered word nor leaves the viewport, and spares the sentence where it can."""

from __future__ import annotations

import random

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


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_what_overlapping_means():
    assert overlap((0, 0, 10, 10), (5, 5, 15, 15))
    assert not overlap((0, 0, 10, 10), (10, 0, 20, 10))


@pytest.mark.parametrize("viewport", [DESK, TABLET, PHONE], ids=lambda size: f"{size['width']}px")
@pytest.mark.parametrize("has_anchors", [True, False], ids=["anchors", "script"])
def test_the_card_keeps_off_the_word_and_inside_the_viewport(open_page, viewport, has_anchors):
    page = open_page(viewport)
    if not has_anchors:  # as in a browser that does not know them
        page.context.add_init_script("CSS.supports = () => false;")
        page.reload()
    ids = page.locator(".token[data-card]").evaluate_all("tokens => tokens.map(token => token.dataset.token)")
    covered, outside, sentences = [], [], 0
    for id in random.Random(20251227).sample(ids, WORDS):
        token = page.locator(f'[data-token="{id}"]')
        token.evaluate(
            "(token, share) => scrollBy(0, token.getBoundingClientRect().top - innerHeight * share)",
            random.Random(id).uniform(0.05, 0.9),
        )
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
