"""Finding on the page: by characters of either script, by pinyin, by English."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

FOUND = """() => [...document.querySelectorAll(".token[data-found]")].map((token) => {
    const copy = token.cloneNode(true);
    copy.querySelectorAll("rt, rp").forEach((over) => over.remove());
    return copy.textContent; })"""


def ask(page, query):
    page.keyboard.press("/")
    expect(page.locator("#find input")).to_be_focused()
    page.locator("#find input").fill(query)
    page.keyboard.press("Enter")
    return page.evaluate(FOUND)


@pytest.mark.parametrize(
    "query", ["国家", "國家", "guojia", "guo jia", "Guójiā", "guó jiā", "guo2jia1", "  guojia "]
)
def test_a_word_is_found_in_either_script_and_by_its_pinyin(open_page, query):
    assert set(ask(open_page(), query)) == {"国家", "国家级"}  # country, national


@pytest.mark.parametrize(
    "query", ["guó jià", "guo3jia1", "uojia", "guoj", "没有这样的词", "\\", "(", "|", "art"]
)
def test_what_is_not_there_is_said(open_page, query):
    page = open_page()
    assert ask(page, query) == []
    expect(page.locator("#find output")).to_have_text("Not on this page")


def test_english_finds_the_words_that_mean_it(open_page):
    page = open_page()
    assert "签署" in ask(page, "sign")  # to sign


def test_characters_across_words_are_one_hit(open_page):
    page = open_page()
    assert ask(page, "签署协议") == ["签署", "协议"] * 2  # to sign an agreement
    expect(page.locator("#find output")).to_have_text("1 of 2")


def test_hits_are_counted_and_gone_to_in_a_circle(open_page):
    page = open_page()
    count = len(ask(page, "国家"))
    output = page.locator("#find output")
    expect(output).to_have_text(f"1 of {count}")
    places = []
    for step in range(count):
        box = page.locator(".token[data-found=current]").bounding_box()
        assert box["y"] >= 0 and box["y"] + box["height"] <= 860
        places.append(page.locator(".token[data-found=current]").get_attribute("data-token"))
        page.keyboard.press("Enter")
        expect(output).to_have_text(f"{(step + 1) % count + 1} of {count}")
    assert len(set(places)) == count
    page.keyboard.press("Shift+Enter")
    expect(output).to_have_text(f"{count} of {count}")
    page.get_by_role("button", name="Next hit").click()
    expect(output).to_have_text(f"1 of {count}")
    page.get_by_role("button", name="Previous hit").click()
    expect(output).to_have_text(f"{count} of {count}")


def test_escape_closes_clears_and_leaves_one_at_the_hit(open_page):
    page = open_page()
    page.keyboard.press("ArrowRight")
    word = page.evaluate("document.activeElement.dataset.token")
    ask(page, "zzz")
    page.keyboard.press("Escape")
    expect(page.locator("#find")).to_be_hidden()
    assert page.evaluate("document.activeElement.dataset.token") == word  # nothing was found: as it was
    ask(page, "签署")  # to sign
    hit = page.locator(".token[data-found=current]").get_attribute("data-token")
    page.keyboard.press("Escape")
    assert page.evaluate(FOUND) == []
    assert page.evaluate("document.activeElement.dataset.token") == hit
    expect(page.locator("#card")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator('#card [data-part="headword"]')).to_contain_text("签署")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowRight")  # from where one is, not from the top of the window
    walked = page.locator(".token[data-current]")
    assert walked.get_attribute("data-token") != hit
    assert walked.evaluate("(token, hit) => token.dataset.token.split('t')[0] === hit.split('t')[0]", hit)


def test_keys_typed_into_the_field_are_text(open_page):
    page = open_page()
    page.locator("[data-do=find]").first.click()
    expect(page.locator("#find input")).to_be_focused()
    page.keyboard.type("npjks/?")
    assert page.locator("#find input").input_value() == "npjks/?"
    assert page.locator(".token[data-current]").count() == 0


def test_of_a_long_text_this_page_is_searched_and_it_says_so(open_page, added):
    address = added("\n".join(f"第{number}段。" + "他们去银行取钱。" * 60 for number in range(120)))
    page = open_page(address=address)
    assert set(ask(page, "yinhang")) == {"银行"}  # bank
    expect(page.locator("#find")).to_contain_text("Only page 1 of ")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_it_is_open(open_page, width, scheme):
    page = open_page({"width": width, "height": 844}, bypass_csp=True, color_scheme=scheme)
    assert ask(page, "国家")
    assert [(each["id"], each["nodes"][0]["html"]) for each in Axe().run(page).response["violations"]] == []
