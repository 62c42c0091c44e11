"""On a narrow screen, and at twice the size, nothing is wider than the screen, whatever a text is called."""

from __future__ import annotations

import urllib.parse
import urllib.request

import pytest

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
ZOOMED = {"width": 640, "height": 430}  # 1280 by 860 at 200 %
NARROWEST = {"width": 320, "height": 568}  # WCAG 1.4.10

LONG_WORD = "W" * 180
TITLES = (LONG_WORD, "超长" * 90, f"《{LONG_WORD}》", "\u202e" + "题" * 60)  # very long; title
WIDE = """() => document.documentElement.scrollWidth - document.documentElement.clientWidth"""
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""  # WCAG 1.4.12

# Not the ways to pick texts out, which scroll sideways.
CONTROLS = ", ".join(f"{each}:visible:not(.chips *)" for each in ("button", "a", "input", "select"))


@pytest.fixture(scope="module")
def shelf(served, tmp_path_factory):
    """A library of its own with texts of hostile titles, one of them begun."""
    with served(tmp_path_factory.mktemp("narrow")) as address:
        places = [
            put(f"{address}/articles", text=f"{title}\n\n他去银行。\n") for title in TITLES
        ]  # to the bank
        put(f"{places[1]}/position", page="1", sentence="p1s0")
        yield address, places


def put(address, **form):
    with urllib.request.urlopen(address, urllib.parse.urlencode(form).encode()) as answer:
        return answer.url


@pytest.mark.parametrize("viewport", [PHONE, NARROWEST, ZOOMED], ids=lambda size: f"{size['width']}px")
def test_no_title_widens_a_page(open_page, shelf, viewport):
    address, places = shelf
    page = open_page(viewport, address)
    wide = {}
    for path in (
        address,
        f"{address}/?q=W",
        f"{address}/about",
        *places,
        *(f"{each}/contents" for each in places),
    ):
        page.goto(path)
        wide[path.removeprefix(address)] = page.evaluate(WIDE)
    assert {path: by for path, by in wide.items() if by > 0} == {}


@pytest.mark.parametrize("viewport", [PHONE, ZOOMED], ids=["phone", "200 percent"])
def test_with_wider_spacing_nothing_is_lost(open_page, article, server, viewport):
    page = open_page(viewport, bypass_csp=True)
    for address in (article, server):
        page.goto(address)
        page.add_style_tag(content=SPACING)
        assert page.evaluate(WIDE) <= 0
        for control in page.locator(CONTROLS).all():
            box = control.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= viewport["width"] + 1, control
    page.goto(article)
    page.add_style_tag(content=SPACING)
    page.locator("article p .token[data-card]").nth(5).click()
    card = page.locator("#card")
    box = card.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= viewport["width"]
    assert box["y"] >= 0 and box["y"] + box["height"] <= viewport["height"] + 1
    assert card.evaluate("(card) => card.scrollWidth <= card.clientWidth")


def test_in_forced_colours_a_chosen_word_and_the_focus_are_seen(open_page):
    page = open_page(forced_colors="active")
    token = page.locator("article p .token[data-card]").nth(5)
    plain = token.evaluate("(token) => getComputedStyle(token).backgroundColor")
    token.click()
    assert token.evaluate("(token) => getComputedStyle(token).backgroundColor") != plain
    page.keyboard.press("Escape")
    page.locator("#settings-button").focus()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_with_reduced_motion_nothing_moves(open_page):
    page = open_page(reduced_motion="reduce")
    page.locator("article p .token[data-card]").nth(5).click()
    page.locator("#settings-button").click()
    assert page.evaluate("document.getAnimations().length") == 0
    moving = """() => [...document.querySelectorAll("*")].filter((each) => { const style = getComputedStyle(each);
        return parseFloat(style.transitionDuration) > 0.01 || (style.animationName !== "none" && parseFloat(style.animationDuration) > 0.01);
    }).length"""
    assert page.evaluate(moving) == 0


def test_in_forced_colours_tones_paint_nothing(open_page, until):
    page = open_page(forced_colors="active")
    page.evaluate("localStorage.setItem('pindu.settings', JSON.stringify({ tones: 'on', per: 'character' }))")
    page.reload()
    until(page, "document.documentElement.dataset.undressed === undefined")
    assert page.evaluate("CSS.highlights.size") == 0  # they would look like a selection
    page.emulate_media(forced_colors="none")
    until(page, "CSS.highlights.size === 5")


@pytest.mark.parametrize("viewport", [PHONE, NARROWEST], ids=["phone", "narrowest"])
def test_the_bar_has_room_where_there_is_a_voice(open_page, viewport):
    page = open_page(viewport)
    page.locator(".bar [data-hearing]").evaluate_all("all => all.forEach((each) => (each.hidden = false))")
    assert page.evaluate(WIDE) <= 0
    tools = [each.bounding_box() for each in page.locator(".bar .tool").all()]
    assert (
        len({round(tool["height"]) for tool in tools}) == 1 and tools[0]["height"] < 40
    )  # no word on two lines
    assert len({round(tool["y"]) for tool in tools}) == 1
