"""Ways of showing: remembered, applied without a reload, and without the text jumping."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from webapp.reader.showing import CHOICES

pytestmark = pytest.mark.browser

DESK = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}

LINES = """() => [...document.querySelectorAll("[data-block]")].map((block) =>
    [block.getBoundingClientRect().height, parseFloat(getComputedStyle(block).lineHeight)])"""

PLAIN = """() => { const article = document.querySelector("article").cloneNode(true);
    for (const each of article.querySelectorAll("rt, rp, noscript")) each.remove();
    return article.textContent; }"""


def choose(page, name, value):
    page.locator("#settings-button").click()
    radio = page.locator(f'#settings input[name="{name}"][value="{value}"]')
    if not radio.is_checked():
        with page.expect_response("**/settings"):
            radio.check(force=True)
    page.keyboard.press("Escape")


def test_pinyin_stands_over_whole_words_and_not_over_punctuation(open_page):
    page = open_page()
    rubies = page.locator("ruby").evaluate_all(
        "all => all.map(ruby => [ruby.firstChild.data, ruby.querySelector('rt').textContent])"
    )
    assert ["介绍", "jièshào"] in rubies  # to introduce
    assert page.locator("[data-kind=punctuation] ruby").count() == 0
    assert page.locator("ruby rt:not([lang=zh-Latn-pinyin])").count() == 0


def test_pinyin_over_characters_and_back(open_page):
    page = open_page()
    texts = "() => [...document.querySelectorAll('.token')].map((token) => token.innerHTML)"
    before = page.evaluate(texts)
    choose(page, "per", "character")
    expect(page.locator("html")).to_have_attribute("data-per", "character")
    rubies = page.locator("ruby").evaluate_all(
        "all => all.map(ruby => [ruby.firstChild.data, ruby.querySelector('rt').textContent])"
    )
    at = rubies.index(["介", "jiè"])
    assert rubies[at + 1] == ["绍", "shào"]
    choose(page, "per", "word")
    assert page.evaluate(texts) == before


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("lines", ["close", "normal"])
@pytest.mark.parametrize("pinyin", [{}, {"per": "character"}, {"pinyin": "difficult"}, {"pinyin": "hover"}])
def test_lines_are_as_tall_with_pinyin_as_without(open_page, viewport, pinyin, lines):
    page = open_page(viewport)
    page.evaluate(
        "(kept) => localStorage.setItem('pindu.settings', JSON.stringify(kept))", pinyin | {"lines": lines}
    )
    page.reload()
    for height, line in page.evaluate(LINES):
        assert abs(height / line - round(height / line)) < 0.02


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pinyin", "hover"),
        ("pinyin", "difficult"),
        ("per", "character"),
        ("bounds", "spaced"),
        ("bounds", "underline"),
        ("size", "huge"),
        ("font", "sans"),
        ("lines", "open"),
        ("lines", "close"),
        ("measure", "narrow"),
        ("phonetics", "zhuyin"),
        ("phonetics", "numbers"),
        ("spoken", "beside"),
        ("gloss", "under"),
        ("script", "traditional"),
        ("tones", "on"),
    ],
)
def test_the_line_under_the_eye_stays_put(open_page, name, value):
    page = open_page()
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
    top = """() => { const token = [...document.querySelectorAll(".token")].find((each) => each.getBoundingClientRect().top + each.getBoundingClientRect().bottom >= 0);
        return token.dataset.token; }"""
    id = page.evaluate(top)
    where = f"document.querySelector('[data-token={id}]').getBoundingClientRect().top"
    before = page.evaluate(where)
    with page.expect_response("**/settings"):
        page.evaluate(
            "([name, value]) => { const input = document.querySelector(`#settings input[name=${name}][value=${value}]`);"
            " input.checked = true; input.dispatchEvent(new Event('change', { bubbles: true })); }",
            [name, value],
        )
    assert abs(page.evaluate(where) - before) <= 1


def test_choices_are_remembered(open_page):
    page = open_page()
    choose(page, "pinyin", "hover")
    choose(page, "theme", "dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("rt").first).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_a_new_browser_on_the_same_library_begins_as_the_last_one_was_left(open_page):
    page = open_page()
    choose(page, "pinyin", "hover")
    choose(page, "theme", "sepia")
    other = open_page()
    expect(other.locator("html")).to_have_attribute("data-theme", "sepia")
    expect(other.locator("html")).to_have_attribute("data-pinyin", "hover")
    choose(other, "theme", "dark")
    page.reload()  # what was chosen in a browser holds there
    expect(page.locator("html")).to_have_attribute("data-theme", "sepia")


def test_starting_over_brings_back_what_a_page_is_at_first(open_page):
    page = open_page()
    choose(page, "bounds", "spaced")
    page.locator("#settings-button").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Start over").click()
    expect(page.locator("html")).to_have_attribute("data-bounds", "none")
    assert page.evaluate("localStorage.getItem('pindu.settings')") is None


def test_what_an_older_pindu_kept_does_no_harm(open_page):
    page = open_page()
    page.evaluate(
        "localStorage.setItem('pindu.settings', JSON.stringify({ pinyin: 'characters', theme: 7 }))"
    )
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-pinyin", "words")
    page.evaluate("localStorage.setItem('pindu.settings', 'null')")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "system")


@pytest.mark.parametrize("level", [1, 3, 7])
def test_pinyin_stands_over_the_words_above_my_level_only(open_page, level):
    page = open_page()
    choose(page, "level", str(level))
    choose(page, "pinyin", "difficult")
    found = page.locator(".token[data-card]:has(rt)").evaluate_all(
        """all => all.map(({ dataset, firstElementChild }) =>
            [dataset.kind ?? "word", Number(dataset.hsk ?? 9), getComputedStyle(firstElementChild.querySelector("rt") ?? firstElementChild).display !== "none"])"""
    )
    assert len(found) > 300
    for kind, hsk, is_shown in found:
        assert is_shown == (kind != "number" and hsk > level)


def test_the_panel_offers_what_can_be_chosen(open_page):
    page = open_page()
    offered = page.locator("#settings input[type=radio]").evaluate_all(
        "all => all.map(({ name, value }) => [name, value])"
    )
    assert sorted(offered) == sorted([name, value] for name, values in CHOICES.items() for value in values)


@pytest.mark.parametrize(
    "viewport", [DESK, {"width": 820, "height": 1180}, PHONE], ids=["desk", "tablet", "phone"]
)
def test_the_panel_fits_and_leaves_text_in_sight(open_page, viewport):
    page = open_page(viewport)
    page.locator("#settings-button").click()
    box = page.locator("#settings").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= viewport["width"] + 0.5
    assert box["y"] >= 0 and box["y"] + box["height"] <= viewport["height"] + 0.5
    assert box["width"] * box["height"] < 0.65 * viewport["width"] * viewport["height"]
    assert page.locator("#settings").evaluate("panel => panel.scrollWidth <= panel.clientWidth")
    cut = (
        "all => all.filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent)"
    )
    assert page.locator("#settings .segments span").evaluate_all(cut) == []


def test_a_hidden_reading_is_shown_when_asked_for(open_page):
    page = open_page()
    choose(page, "pinyin", "hidden")
    page.locator(".token[data-card]", has_text="签署").first.click()  # to sign
    reading = page.locator('#card [data-part="reading"]')
    expect(reading).not_to_contain_text("qiān")
    reading.get_by_role("button").click()
    expect(reading).to_contain_text("qiānshǔ")


def test_nothing_shifts_while_the_page_loads(open_page):
    page = open_page()
    shift = page.evaluate(
        """() => new Promise((done) => { let sum = 0; new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => done(sum), 300); })"""
    )
    assert shift < 0.001


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_what_is_out_of_sight_is_not_set_and_leaves_room_for_itself(open_page, viewport):
    page = open_page(viewport)
    heights = (
        "() => [...document.querySelectorAll('article > [data-block]')].map((each) => each.offsetHeight)"
    )
    guessed = page.evaluate(heights)
    last = page.locator("article > [data-block] .token").last
    assert not last.evaluate("(token) => token.checkVisibility({ contentVisibilityAuto: true })")
    page.evaluate(
        """() => { const sheet = new CSSStyleSheet(); sheet.replaceSync("[data-block] { content-visibility: visible !important }");
        document.adoptedStyleSheets.push(sheet); }"""
    )
    real = page.evaluate(heights)
    assert abs(sum(guessed) - sum(real)) <= 0.06 * sum(real)


def test_copied_text_has_no_pinyin_in_it(open_page):
    page = open_page()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('article'))")
    selected = page.evaluate("getSelection().toString()")
    assert "介绍" in selected  # to introduce, in the first paragraph
    assert "jièshào" not in selected
    assert "编译" in selected  # translated by, in the last line, which is out of sight
    assert len("".join(selected.split())) == len("".join(page.evaluate(PLAIN).split()))


def test_a_font_is_offered_where_it_is_there(open_page):
    page = open_page()
    kai = page.locator('#settings label:has(input[value="kai"])')
    page.evaluate(
        "localStorage.setItem('pindu.settings', JSON.stringify({ font: 'kai' }))"
    )  # on another device
    page.reload()
    page.evaluate("document.documentElement.style.setProperty('--kai-faces', '\"No Such Face\"')")
    page.locator("#settings-button").click()
    expect(kai).to_be_hidden()
    expect(page.locator('#settings input[value="serif"]')).to_be_checked()  # which is what is seen
    page.keyboard.press("Escape")
    page.evaluate(
        """() => { const { style } = document.documentElement;
            const faces = getComputedStyle(document.documentElement).getPropertyValue("--sans");
            style.setProperty("--kai-faces", faces.replace(", sans-serif", "")); }"""
    )  # one of them is on every device
    page.locator("#settings-button").click()
    expect(kai).to_be_visible()
    expect(kai.locator("input")).to_be_checked()


def test_a_sentence_that_is_lit_is_lit_as_high_as_its_pinyin(open_page):
    page = open_page()
    over, light = page.evaluate(
        """() => { const sentence = document.querySelector("article p .sentence");
            const before = document.querySelector("article").offsetHeight;
            sentence.dataset.heard = "speaking";
            if (document.querySelector("article").offsetHeight !== before) return [0, 1]; // nothing may move
            return [sentence.querySelector("rt").getBoundingClientRect().top, sentence.getClientRects()[0].top]; }"""
    )
    assert light <= over + 4  # px of twelve; the letters of pinyin begin below the top of their box
