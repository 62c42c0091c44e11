"""A finger: a tap opens, a tap elsewhere closes, scrolling never opens anything."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def page(open_page):
    return open_page(PHONE, has_touch=True, is_mobile=True)


def test_a_tap_opens_a_sheet_and_leaves_the_line_in_sight(page):
    tokens = page.locator("article p .token[data-card]")
    for number in (3, 40, 90, 160):
        token = tokens.nth(number)
        token.evaluate("token => scrollBy(0, token.getBoundingClientRect().bottom - innerHeight + 10)")
        token.tap()
        expect(page.locator("#card")).to_be_visible()
        card, word = page.locator("#card").bounding_box(), token.bounding_box()
        assert card["x"] == 0
        assert card["y"] + card["height"] == PHONE["height"]
        assert word["y"] >= 0
        assert word["y"] + word["height"] <= card["y"]
        page.locator("#card [data-action=close]").tap()


def test_a_tap_elsewhere_closes(page):
    page.locator("article p .token[data-card]").first.tap()
    expect(page.locator("#card")).to_be_visible()
    page.locator(".article-facts").tap()
    expect(page.locator("#card")).to_be_hidden()


def test_a_tap_on_another_word_shows_that_one(page):
    page.locator(".token[data-card]").nth(8).tap()
    page.locator(".token[data-card]").nth(1).tap()
    expect(page.locator(".token[data-current=pinned]")).to_have_count(1)
    assert page.locator(".token[data-card]").nth(1).get_attribute("data-current") == "pinned"


def test_scrolling_opens_nothing(page, until):
    session = page.context.new_cdp_session(page)

    def touch(kind, *points):
        session.send(
            "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": 180, "y": y} for y in points]}
        )

    touch("touchStart", 700)
    for y in range(690, 200, -20):
        touch("touchMove", y)
    touch("touchEnd")
    until(page, "scrollY > 100")
    expect(page.locator("#card")).to_be_hidden()


def test_every_button_is_large_enough_for_a_finger(page):
    page.locator("article p .token[data-card]").first.tap()
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, a")].filter((each) => each.checkVisibility())
            .map((each) => [each.textContent.trim(), each.getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 24).map(([text]) => text)"""
    )
    assert small == []


@pytest.mark.parametrize("size", ["small", "medium"])
def test_a_word_of_one_character_is_wide_enough_for_a_finger_and_the_text_does_not_move(page, size):
    page.evaluate("(size) => { document.documentElement.dataset.size = size; }", size)
    found = page.evaluate(
        r"""() => {
            const words = [...document.querySelectorAll("article p .token[data-card]")]
                .filter((token) => /^\p{Script=Han}$/u.test((token.querySelector("ruby") ?? token).firstChild.textContent));
            const bases = words.map((token) => (token.querySelector("ruby") ?? token).firstChild);
            const places = () => bases.map((node) => {
                const range = document.createRange();
                range.selectNode(node);
                const { x, y } = range.getBoundingClientRect();
                return [Math.round(x), Math.round(y)];
            });
            const widths = words.map((token) => token.getBoundingClientRect().width);
            const wide = places();
            for (const token of words) token.style.setProperty("--reach", "0px");
            return { widths, wide, narrow: places() };
        }"""
    )
    assert len(found["widths"]) > 20
    assert min(found["widths"]) >= 24
    assert found["wide"] == found["narrow"]
