"""axe-core finds nothing to say, however the page is shown: WCAG 2.2 AA and its own best practices."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

DESK = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}

# Every theme with every way of showing pinyin, on either screen in turns; what else can be chosen goes along.
MODES = [
    ("light", "words", DESK, {}),
    ("light", "difficult", PHONE, {"bounds": "underline", "scheme": "own", "tones": "on"}),
    ("light", "hover", DESK, {"gloss": "under", "tones": "on", "scheme": "pleco"}),
    ("light", "hidden", PHONE, {"gloss": "hidden", "bounds": "underline"}),
    ("sepia", "words", PHONE, {"phonetics": "zhuyin", "script": "traditional", "bounds": "spaced"}),
    ("sepia", "difficult", DESK, {"gloss": "under", "tones": "on", "scheme": "hanping"}),
    ("sepia", "hover", PHONE, {}),
    ("sepia", "hidden", DESK, {"tones": "on", "scheme": "sinosplice"}),
    (
        "dark",
        "words",
        DESK,
        {"per": "character", "spoken": "beside", "phonetics": "numbers", "lines": "close"},
    ),
    ("dark", "difficult", PHONE, {"gloss": "under", "tones": "on", "scheme": "pleco"}),
    ("dark", "hover", DESK, {"tones": "on", "scheme": "own"}),
    ("dark", "hidden", PHONE, {"gloss": "hidden", "script": "traditional"}),
]


def violations(page):
    found = Axe().run(page).response["violations"]
    return [(each["id"], each["help"], [node["target"] for node in each["nodes"]][:3]) for each in found]


@pytest.mark.parametrize(
    ("theme", "pinyin", "viewport", "more"),
    MODES,
    ids=lambda value: str(value.get("width", "")) if isinstance(value, dict) else value,
)
def test_axe_finds_nothing_however_it_is_shown(open_page, theme, pinyin, viewport, more):
    # axe is put in from outside, which the page's own policy forbids
    page = open_page(viewport, bypass_csp=True)
    kept = {"theme": theme, "pinyin": pinyin} | more
    page.evaluate("(kept) => localStorage.setItem('pindu.settings', kept)", json.dumps(kept))
    page.reload()
    expect(page.locator("html:not([data-undressed])")).to_have_count(1)
    page.locator("article p .token[data-card]").nth(5).click()
    expect(page.locator("#card")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize(("theme", "viewport"), [("light", PHONE), ("sepia", DESK), ("dark", DESK)])
def test_axe_finds_nothing_in_the_panels(open_page, theme, viewport):
    page = open_page(viewport, bypass_csp=True)
    page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
    page.locator("#settings-button").click()
    assert violations(page) == []
    page.locator('[data-do="links"]').click()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator("#keys-button").click()
    assert violations(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_a_card_at_its_fullest(open_page, added, theme):
    page = open_page(
        DESK, address=added("学生会写文章。我在银行。"), bypass_csp=True
    )  # other cuts, measure words
    page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
    for word in ("学生会", "银行"):
        page.locator(".token[data-card]").filter(has_text=word).click()
        page.locator("#card details").evaluate_all("all => all.forEach((each) => (each.open = true))")
        assert violations(page) == []
        page.locator("#card .card-choice").first.click()
        assert violations(page) == []


@pytest.mark.parametrize("path", ["/", "/about", "/corrections", "/nothing-here"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_other_pages(browser, server, article, path, scheme):
    context = browser.new_context(bypass_csp=True, color_scheme=scheme)
    page = context.new_page()
    page.goto(server + path)
    assert violations(page) == []
    context.close()
