"""Hovering shows a word's card at once, without asking the network."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def part(page, name):
    return page.locator(f'#card [data-part="{name}"]')


def word(page, text):
    return page.locator(".token[data-card]").filter(has_text=text).first


def test_hovering_a_word_opens_its_card(open_page):
    page = open_page()
    expect(page.locator("#card")).to_be_hidden()
    word(page, "签署").hover()  # to sign
    expect(page.locator("#card")).to_be_visible()
    expect(part(page, "headword")).to_contain_text("签署")
    expect(part(page, "headword")).to_contain_text("簽署")  # the same in traditional characters
    expect(part(page, "reading")).to_have_text("qiānshǔ")
    expect(part(page, "gloss")).to_contain_text("sign")
    assert part(page, "reading").locator("[data-tone]").evaluate_all(
        "spans => spans.map(span => span.dataset.tone)"
    ) == ["1", "3"]


def test_every_word_is_hovered_without_a_request(open_page):
    page = open_page()
    page.wait_for_load_state("networkidle")
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    cards = page.evaluate(
        """() => [...document.querySelectorAll(".token[data-card]")].slice(0, 200).map((token, index) => {
            token.dispatchEvent(new PointerEvent("pointerover",
                {bubbles: true, pointerType: "mouse", screenX: index, screenY: 1}));
            const card = document.getElementById("card");
            const said = ["reading", "gloss", "note", "senses", "parts"]
                .map((name) => card.querySelector(`[data-part="${name}"]`).textContent).join("");
            return [token.dataset.token, card.matches(":popover-open"), said];
        })"""
    )
    assert len(cards) == 200
    assert [card for card in cards if not card[1] or not card[2]] == []  # open, and never empty
    assert requests == []


def test_no_chinese_word_is_without_a_card(open_page):
    page = open_page()
    without = page.evaluate(
        r"""() => [...document.querySelectorAll(".token:not([data-card])")]
            .map((token) => token.textContent).filter((text) => /\p{Script=Han}/u.test(text))"""
    )
    assert without == []


def test_the_text_does_not_move_when_cards_open(open_page):
    page = open_page()
    places = """() => [...document.querySelectorAll(".token")].map((token) => {
        const { x, y, width } = token.getBoundingClientRect(); return [x, y, width]; })"""
    before = page.evaluate(places)
    word(page, "签署").hover()
    expect(page.locator("#card")).to_be_visible()
    assert page.evaluate(places) == before


def test_a_click_pins_the_card_until_something_else_is_clicked(open_page):
    page = open_page()
    word(page, "签署").click()  # to sign
    word(page, "启动").hover()  # to start: the pinned card stays
    expect(part(page, "headword")).to_contain_text("签署")
    page.locator("#card [data-action=close]").click()
    expect(page.locator("#card")).to_be_hidden()
    word(page, "启动").click()
    expect(part(page, "headword")).to_contain_text("启动")
    page.mouse.click(5, 400)  # the margin
    expect(page.locator("#card")).to_be_hidden()


def test_the_pointer_may_go_into_the_card(open_page):
    page = open_page()
    page.locator("h2 .token[data-card]").first.hover()
    page.locator("#card").hover()
    page.wait_for_timeout(500)
    expect(page.locator("#card")).to_be_visible()


def test_leaving_the_text_closes_the_card(open_page):
    page = open_page()
    word(page, "签署").hover()
    page.mouse.move(5, 500)
    expect(page.locator("#card")).to_be_hidden()


def test_dragging_over_words_selects_them_and_opens_nothing(open_page):
    page = open_page()
    start, end = word(page, "签署").bounding_box(), word(page, "协议").bounding_box()  # sign an agreement
    page.mouse.move(start["x"] + 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] - 1, end["y"] + end["height"] / 2, steps=5)
    page.mouse.up()
    assert page.evaluate("getSelection().toString()").replace("\n", "").startswith("签署协议"[:2])
    assert page.locator("#card[data-pinned]").count() == 0


def test_a_part_opens_in_place_and_there_is_a_way_back(open_page):
    page = open_page()
    ids = page.evaluate(
        """() => { const { tokens, cards } = JSON.parse(document.getElementById("words").textContent);
            return tokens.flatMap((block, p) => block.flatMap((sentence, s) => sentence.flatMap((card, t) =>
                card >= 0 && cards[card][7]?.length ? [`p${p}s${s}t${t}`] : []))); }"""
    )
    assert ids, "the sample has words that are no headwords"
    page.locator(f'[data-token="{ids[0]}"]').click()
    whole = part(page, "headword").text_content()
    button = page.locator("#card .card-part").first
    piece = button.locator("b").text_content()
    button.click()
    expect(part(page, "headword")).to_contain_text(piece)
    page.locator("#card [data-action=back]").click()
    expect(part(page, "headword")).to_have_text(whole)
