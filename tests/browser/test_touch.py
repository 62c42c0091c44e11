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


def swipe(page, start, end, y):
    session = page.context.new_cdp_session(page)
    for at, x in enumerate(range(start, end, 12 if end > start else -12)):
        kind = "touchMove" if at else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_swipe_on_the_sheet_turns_to_the_next_word_and_back(page, until):
    tokens = page.locator("article > p .token[data-card]")
    names = tokens.evaluate_all("tokens => tokens.map((token) => token.dataset.token)")
    tokens.nth(4).tap()
    card = page.locator("#card").bounding_box()
    current = "document.querySelector('.token[data-current=pinned]')?.dataset.token"
    swipe(page, 300, 120, card["y"] + 60)
    until(page, f"{current} === '{names[5]}'")
    for _ in range(2):
        swipe(page, 90, 270, card["y"] + 60)
    until(page, f"{current} === '{names[3]}'")
    expect(page.locator("#card")).to_be_visible()


def test_the_sheet_scrolls_inside_and_turns_nothing(page):
    page.locator("article > p .token[data-card]").nth(4).tap()
    before = page.locator("#card [data-part=headword]").text_content()
    top = page.evaluate("scrollY")
    session = page.context.new_cdp_session(page)
    box = page.locator("#card").bounding_box()
    for at in range(12):
        kind = "touchMove" if at else "touchStart"
        point = {"x": 200 + at, "y": box["y"] + 200 - 12 * at}
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(300)
    assert page.locator("#card [data-part=headword]").text_content() == before
    assert page.evaluate("scrollY") == top


def test_a_long_press_selects_as_everywhere(page):
    token = page.locator("article > p .token[data-card]").nth(6)
    box = token.bounding_box()
    session = page.context.new_cdp_session(page)
    point = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] * 0.7}
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    page.wait_for_timeout(900)
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(100)
    assert page.locator(".token[data-current=pinned]").count() == 0  # it was no tap
    expect(page.locator("#card")).to_be_hidden()


def test_handles_that_select_a_run_look_it_up_and_leave_the_text_where_it_is(page):
    tokens = page.locator("article > p .token[data-card]")
    tokens.first.scroll_into_view_if_needed()
    before = tokens.first.bounding_box()
    page.evaluate(
        """() => { const [from, , to] = document.querySelectorAll("article > p .token[data-card]");
            getSelection().setBaseAndExtent(from, 0, to, to.childNodes.length); }"""
    )
    expect(page.locator("#card")).to_be_visible(timeout=15_000)
    assert page.locator("#card .card-part").count() >= 3
    assert tokens.first.bounding_box() == before


def test_a_double_tap_zooms_nothing_and_a_pinch_still_may(page):
    assert (
        page.locator(".token[data-card]").first.evaluate("token => getComputedStyle(token).touchAction")
        == "manipulation"
    )
    assert "user-scalable" not in page.locator("meta[name=viewport]").get_attribute("content")
    page.locator("article > p .token[data-card]").first.tap()
    assert "pinch-zoom" in page.locator("#card").evaluate("card => getComputedStyle(card).touchAction")


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
