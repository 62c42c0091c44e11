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
    # Where one is reading is told as one scrolls.
    page.on("request", lambda request: "/position" in request.url or requests.append(request.url))
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


# A hand's way to the card over the lines between: a move every few milliseconds, or a slow one that reads.
SWEEP = """([from, to, steps, pause]) => {
    let under = null;
    for (let step = 0; step <= steps; step++) {
        const [clientX, clientY] = [0, 1].map((axis) => from[axis] + ((to[axis] - from[axis]) * step) / steps);
        const target = document.elementFromPoint(clientX, clientY);
        const options = { bubbles: true, pointerType: "mouse", clientX, clientY, screenX: clientX, screenY: clientY };
        for (const kind of target === under ? ["pointermove"] : ["pointerover", "pointermove"]) {
            const event = new PointerEvent(kind, options);
            Object.defineProperty(event, "timeStamp", { value: 1e6 + step * pause }); // however busy the machine is
            target.dispatchEvent(event);
        }
        under = target;
    }
    return document.querySelector("[data-part=headword]").firstChild.textContent; }"""


@pytest.mark.parametrize("pause", [6, 60])
def test_on_the_way_to_its_card_no_other_word_takes_its_place(open_page, pause):
    page = open_page()
    first = page.locator("article > p .sentence").first.locator(".token[data-card]").nth(1)
    first.hover()
    text = part(page, "headword").evaluate("part => part.firstChild.textContent")
    start, card = first.bounding_box(), page.locator("#card").bounding_box()
    assert card["y"] > start["y"] + 1.5 * start["height"], "the sentence is longer than a line"
    way = [[start["x"] + 8, start["y"] + start["height"] / 2], [card["x"] + 200, card["y"] + 20]]
    arrived = page.evaluate(SWEEP, [*way, 14, pause])
    assert (arrived == text) is (pause == 6)  # who goes slowly reads the words on the way


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


def test_its_parts_come_in_their_order(open_page):
    page = open_page()
    word(page, "签署").click()
    seen = page.locator("#card [data-part]").evaluate_all("parts => parts.map((part) => part.dataset.part)")
    order = ("headword", "reading", "gloss", "note", "senses", "classifiers", "parts", "characters", "level", "places", "links")  # fmt: skip
    assert [name for name in seen if name in order] == list(order)


def test_every_word_of_several_characters_shows_each_with_reading_and_meaning(open_page):
    page = open_page()
    word(page, "协议").click()  # agreement
    rows = part(page, "characters").locator(".card-part")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("协xié")
    expect(rows.nth(1)).to_contain_text("议yì")
    assert all(rows.nth(at).locator("small").text_content() for at in (0, 1))
    rows.nth(0).click()
    expect(part(page, "headword")).to_have_text("协協")
    page.locator("#card [data-action=back]").click()
    expect(part(page, "headword")).to_contain_text("协议")


def test_a_character_that_comes_twice_is_told_once(open_page, added):
    page = open_page(address=added("奶奶和妈妈都好好地在。"))  # grandmother and mother are quite well
    word(page, "奶奶").click()  # the second one is read lightly
    rows = part(page, "characters").locator(".card-part")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("奶nǎi")


def test_the_characters_of_a_name_written_by_its_sound_are_folded(open_page):
    page = open_page()
    word(page, "托卡耶夫").click()  # Tokayev
    rows = part(page, "characters").locator(".card-part")
    expect(rows.first).to_be_hidden()
    part(page, "characters").locator("summary").click()
    expect(rows).to_have_count(int(part(page, "characters").locator("summary").text_content().split()[0]))
    expect(rows.first).to_be_visible()


def test_no_word_of_the_sample_lacks_a_character(open_page):
    page = open_page()
    without = page.evaluate(
        r"""() => {
            const { asides, cards, entries } = JSON.parse(document.getElementById("words").textContent);
            return cards.flatMap(([found, , text, reading]) => {
                const whole = text || entries[found[0]]?.[0] || "";
                const pieces = (reading || entries[found[0]]?.[1] || "").split("|");
                const characters = whole.match(/\p{Script=Han}|\P{Script=Han}+/gu) ?? [];
                if (characters.length < 2 || characters.length !== pieces.length) return [];
                return characters.map((each, at) => each + pieces[at].replace(/^[\s']+/u, "").toLowerCase())
                    .filter((key) => /^\p{Script=Han}./u.test(key) && !(key in asides));
            }); }"""
    )
    assert without == []


def test_measure_words_have_their_pinyin_and_open_in_place(open_page, added):
    page = open_page(address=added("我在银行工作。"))  # I work in a bank
    word(page, "银行").click()
    expect(part(page, "classifiers")).to_contain_text("家 jiā")
    part(page, "classifiers").get_by_role("button", name="家").click()
    expect(part(page, "headword")).to_have_text("家")
    expect(part(page, "gloss")).to_contain_text("classifier")


def test_rare_senses_unfold_by_keyboard(open_page, added):
    page = open_page(address=added("他喜欢打球。他打人。"))  # he likes ball games; he hits people
    page.locator(".token[data-card]").filter(has_text="打").last.click()
    fold = part(page, "senses").locator("details").first
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(fold).to_have_attribute("open", "")
    expect(page.locator("#card[data-pinned]")).to_be_visible()  # the key was the fold's, not the card's


def test_a_word_under_a_mouse_has_nothing_that_costs_more_on_a_longer_page(open_page, added):
    page = open_page(address=added("他喜欢打球。他打人。"))  # he likes ball games; he hits people
    word = page.locator(".token[data-card]").filter(has_text="打").last
    word.hover()
    assert word.evaluate("word => getComputedStyle(word).touchAction") == "auto"
    fold = part(page, "senses").locator("summary").first
    assert fold.evaluate("fold => getComputedStyle(fold).counterIncrement") == "none"


def test_it_counts_where_the_word_stands_and_goes_there(open_page):
    page = open_page()
    text = "签署"  # to sign
    all_of_it = [
        id
        for id, said in page.locator(".token[data-card]").evaluate_all(
            """tokens => tokens.map((token) => { const copy = token.cloneNode(true);
                copy.querySelectorAll("rt, rp").forEach((over) => over.remove());
                return [token.dataset.token, copy.textContent]; })"""
        )
        if said == text
    ]
    assert len(all_of_it) > 2
    current = "document.querySelector('.token[data-current]').dataset.token"
    page.locator(f'[data-token="{all_of_it[0]}"]').click()
    expect(part(page, "count")).to_have_text(f"1 of {len(all_of_it)}")
    page.get_by_role("button", name="next place").click()
    assert page.evaluate(current) == all_of_it[1]
    expect(part(page, "count")).to_have_text(f"2 of {len(all_of_it)}")
    expect(page.locator(".token[data-current]")).to_be_in_viewport()
    for _ in range(2):
        page.get_by_role("button", name="place before").click()
    assert page.evaluate(current) == all_of_it[-1]  # round the corner


def test_links_lead_out_and_ask_nothing_before_they_are_pressed(open_page):
    page = open_page()
    word(page, "签署").click()
    links = part(page, "links").locator("a")
    expect(links).to_have_text(["MDBG", "Pleco"])
    for link in links.all():
        assert link.get_attribute("rel") == "noopener noreferrer"
        assert link.get_attribute("target") == "_blank"
        assert link.get_attribute("href").endswith("%E7%AD%BE%E7%BD%B2")


def test_the_links_are_the_readers_own(open_page):
    page = open_page()
    page.locator("#settings-button").click()
    page.locator('[data-do="links"]').click()
    dialog = page.locator("#links").bounding_box()
    assert abs(dialog["x"] + dialog["width"] / 2 - page.evaluate("innerWidth") / 2) < 20
    row = page.locator("#links .links-row").last
    row.get_by_label("Name").fill("Own")
    row.get_by_label("Address").fill("javascript:alert('{word}')")
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("alert")).to_contain_text("{word}")  # still open, and says what to do
    row.get_by_label("Address").fill("https://example.org/{word}")
    with page.expect_response("**/settings"):
        page.get_by_role("button", name="Keep").click()
    page.reload()
    for each in (page, open_page()):  # another browser has them from the library
        word(each, "签署").click()
        expect(part(each, "links").locator("a").last).to_have_attribute(
            "href", "https://example.org/%E7%AD%BE%E7%BD%B2"
        )
    page.locator("#settings-button").click()
    page.locator('[data-do="links"]').click()
    page.get_by_role("button", name="The usual ones").click()
    page.get_by_role("button", name="Leave").click()
    expect(part(page, "links").locator("a")).to_have_count(2)


def test_a_doubtful_word_says_so_and_offers_the_other_reading_in_place(open_page):
    page = open_page()
    page.locator(".token[data-doubtful]", has_text="将").first.click()  # jiāng, will; also jiàng, qiāng
    expect(part(page, "others")).to_contain_text("Not certain.")
    part(page, "others").get_by_role("button", name="jiàng").click()
    expect(part(page, "reading")).to_have_text("jiàng")
    expect(part(page, "gloss")).to_contain_text("general")
    page.locator("#card [data-action=back]").click()
    expect(part(page, "reading")).to_have_text("jiāng")


def test_another_cut_shows_the_cards_of_its_words_in_place(open_page, added):
    page = open_page(address=added("学生会写文章。"))  # the student union writes, or students can write
    word(page, "学生会").click()
    part(page, "others").get_by_role("button", name="学生 · 会").click()
    expect(part(page, "headword")).to_have_text("学生 · 会")
    rows = part(page, "parts").locator(".card-part")
    expect(rows.nth(0)).to_contain_text("学生xuésheng")
    expect(part(page, "characters").locator(".card-part")).to_have_count(
        0
    )  # they are said of the word itself
    rows.nth(1).click()
    expect(part(page, "headword")).to_contain_text("会")
    for _ in range(2):
        page.locator("#card [data-action=back]").click()
    expect(part(page, "headword")).to_contain_text("学生会")
