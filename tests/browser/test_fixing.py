"""A word touched up in its card: by mouse, keyboard and finger; applied in place, kept, undone."""

from __future__ import annotations

import uuid

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
# The bank number so and so. He works at a bank. Many study the origin of life. We all like its manager, for he is good.
TEXT = (
    "第{}个银行\n\n他在银行工作。研究生命起源的人很多。\n我们都喜欢他的行长，因为行长很好。\n"
    + "春天来了。\n" * 40
)
WORDS = """() => [...document.querySelectorAll("[data-block] .token")].map((token) => {
    const copy = token.cloneNode(true);
    for (const over of copy.querySelectorAll("rt, rp")) over.remove();
    return copy.textContent; })"""


@pytest.fixture
def text(added) -> str:
    """The address of a text that no other test has."""
    return added(TEXT.format(uuid.uuid4().int % 10**9))


def word(page, text, nth=0):
    return page.locator("p .token[data-card]").filter(has_text=text).nth(nth)


def fix(page, text, nth=0):
    page.keyboard.press("Escape")  # a click on the word that is chosen would close its card
    word(page, text, nth).click()
    page.locator(".card-fix-button").click()
    expect(page.locator("#fixing")).to_be_visible()


def save(page):
    page.locator(".fix-save").click()
    expect(page.locator("#fixing")).to_have_count(0)
    expect(page.locator(".undo")).to_be_visible()


def words(page):
    return page.evaluate(WORDS)


def test_a_split_is_made_in_place_kept_and_undone(open_page, text):
    page = open_page(address=text)
    before = words(page)
    page.evaluate("window.same = document.querySelector('h1')")
    fix(page, "研究")
    page.get_by_role("button", name="Cut between 研 and 究").click()
    expect(page.locator(".fix-piece")).to_have_count(2)
    expect(page.locator(".fix-word").first).to_contain_text("yán")
    assert words(page) == before  # nothing is kept yet
    save(page)
    after = words(page)
    assert len(after) == len(before) + 1 and "".join(after) == "".join(before)
    assert page.evaluate("window.same.isConnected"), "no reload"
    assert page.evaluate("document.activeElement.textContent").startswith("研")
    expect(page.locator("#card [data-part=headword]")).to_contain_text("研")
    page.reload()
    assert words(page) == after
    page.keyboard.press("u")
    expect(page.get_by_role("status").filter(has_text="Undone.")).to_be_visible()
    assert words(page) == before
    page.reload()
    assert words(page) == before


def test_a_join_gets_what_the_dictionary_says(open_page, text):
    page = open_page(address=text)
    fix(page, "研究")
    page.get_by_role("button", name="Cut between 研 and 究").click()
    save(page)
    fix(page, "研")
    page.get_by_role("button", name="Join 研 and 究").click()
    expect(page.locator(".fix-piece")).to_have_count(1)
    expect(page.locator("#fixing [name=gloss]")).to_have_attribute("placeholder", "a study")
    save(page)
    expect(page.locator("#card [data-part=headword]")).to_contain_text("研究")
    assert "研究" in words(page)


def test_the_undo_that_is_offered_takes_it_back(open_page, text):
    page = open_page(address=text)
    before = words(page)
    fix(page, "研究")
    page.get_by_role("button", name="Join 研究 and 生命").click()
    save(page)
    assert "研究生命" in words(page)
    page.locator(".undo-button").click()
    expect(page.get_by_role("status").filter(has_text="Undone.")).to_be_visible()
    assert words(page) == before


def test_a_reading_is_chosen_for_this_place_or_typed_for_every_text(open_page, text, added):
    other = added("行长在哪里？" + text.rpartition("-")[2])  # where is the manager?
    page = open_page(address=text)
    fix(page, "行长")
    page.locator("#fixing label", has_text="xíngzhǎng").click()
    save(page)
    over = [word(page, "行长", nth).locator("rt").text_content() for nth in (0, 1)]
    assert over == ["xíngzhǎng", "hángzhǎng"]
    fix(page, "行长", 1)
    page.locator(".fix-typed").fill("hang2chang2")
    page.locator(".fix-scope label", has_text="Everywhere").click()
    save(page)
    over = [word(page, "行长", nth).locator("rt").text_content() for nth in (0, 1)]
    assert over == ["xíngzhǎng", "hángcháng"]  # what was said of a place has the last word there
    page.goto(other)
    expect(page.locator(".token[data-card] rt", has_text="hángcháng")).to_have_count(1)
    page.goto(other.partition("/articles")[0] + "/corrections")
    page.locator(".correction", has_text="hángcháng").get_by_role("button", name="Undo").click()
    page.goto(other)
    expect(page.locator(".token[data-card] rt", has_text="hángzhǎng")).to_have_count(1)


def test_a_wrong_reading_is_said_in_the_form_and_what_was_typed_stays(open_page, text):
    page = open_page(address=text, expected="status of 422")
    fix(page, "行长")
    page.locator(".fix-typed").fill("bank")
    page.locator("#fixing [name=gloss]").fill("boss")
    page.locator(".fix-save").click()
    expect(page.locator(".fix-problem")).to_contain_text("2 syllables")
    expect(page.locator(".fix-typed")).to_have_value("bank")
    expect(page.locator("#fixing [name=gloss]")).to_have_value("boss")


@pytest.mark.parametrize(
    "payload", ["<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "a|b/c; “d”"]
)
def test_a_gloss_of_ones_own_stays_the_text_that_was_written(open_page, text, payload):
    page = open_page(address=text)
    page.on("dialog", lambda dialog: pytest.fail(f"it ran: {dialog.message}"))
    fix(page, "银行")
    page.locator("#fixing [name=gloss]").fill(payload)
    page.locator("#fixing [name=gloss]").press("Enter")
    expect(page.locator("#card [data-part=gloss]")).to_have_text(payload)
    assert page.locator("#card img, .undo img").count() == 0
    page.reload()
    word(page, "银行").click()
    expect(page.locator("#card [data-part=gloss]")).to_have_text(payload)


def test_all_of_it_by_keyboard(open_page, text):
    page = open_page(address=text)
    before = words(page)
    page.keyboard.press("ArrowRight")
    while "研究" not in page.evaluate("document.activeElement.textContent"):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("e")
    expect(page.locator("#fixing")).to_be_visible()
    expect(page.get_by_role("button", name="Cut between 研 and 究")).to_be_focused()
    page.keyboard.press("ArrowRight")  # to the next gap, not to the next word
    expect(page.get_by_role("button", name="Join 研究 and 生命")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Cut between 究 and 生")).to_be_focused()
    while page.evaluate("document.activeElement.name") != "gloss":
        page.keyboard.press("Tab")
    page.keyboard.type("life science")
    page.keyboard.press("Enter")
    expect(page.locator("#card [data-part=gloss]")).to_have_text("life science")
    assert "研究生命" in words(page) and page.evaluate("document.activeElement.dataset.token")
    page.keyboard.press("u")
    expect(page.get_by_role("status").filter(has_text="Undone.")).to_be_visible()
    assert words(page) == before
    page.keyboard.press("e")
    expect(page.locator("#fixing")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#fixing")).to_have_count(0)
    expect(page.locator("#card")).to_be_visible()  # the word is still chosen, and has the focus
    assert page.evaluate("document.activeElement.dataset.token")


def test_the_other_reading_that_the_card_offers_is_taken_at_one_press(open_page, added):
    address = added(f"第{uuid.uuid4().int % 10**9}班\n\n这个人很行。\n")  # he is quite capable
    page = open_page(address=address)
    page.locator(".token[data-doubtful]").first.click()
    page.locator("#card .card-others .card-choice").first.click()
    page.get_by_role("button", name="Have it so here").click()
    expect(page.locator(".undo")).to_be_visible()
    expect(page.locator("#card [data-part=reading]")).to_have_text("háng")
    expect(page.locator(".token[data-doubtful]")).to_have_count(0)


def test_words_that_are_selected_together_are_made_one(open_page, text):
    page = open_page(address=text)
    page.evaluate(
        """() => {
            const tokens = [...document.querySelectorAll("p .token")];
            const first = tokens.findIndex((token) => token.textContent.startsWith("研究"));
            getSelection().setBaseAndExtent(tokens[first], 0, tokens[first + 1], tokens[first + 1].childNodes.length); }"""
    )
    page.get_by_role("button", name="Make it one word here").click()
    expect(page.locator(".undo")).to_be_visible()
    assert "研究生命" in words(page)


def test_in_other_ways_of_showing_the_new_words_are_dressed_as_the_rest(open_page, text):
    page = open_page(address=text)
    name = word(page, "银行").get_attribute("data-token")
    page.evaluate(
        "localStorage.setItem('pindu.settings', JSON.stringify({ phonetics: 'zhuyin', script: 'traditional' }))"
    )
    page.reload()
    bank = page.locator(f'[data-token="{name}"]')
    bank.click()
    page.keyboard.press("e")
    page.get_by_role("button", name="Cut between 银 and 行").click()
    expect(page.locator(".fix-piece")).to_have_count(2)
    save(page)
    assert (
        page.evaluate("(token) => token.textContent.replace(/[()]/g, '')", bank.element_handle()) == "銀ㄧㄣˊ"
    )


def test_what_was_not_saved_is_there_when_one_comes_back(open_page, text):
    page = open_page(address=text)
    fix(page, "银行")
    page.locator("#fixing [name=gloss]").fill("where money is")
    word(page, "研究").click()
    expect(page.locator("#fixing")).to_have_count(0)
    fix(page, "银行")
    expect(page.locator("#fixing [name=gloss]")).to_have_value("where money is")
    page.locator("#fixing [data-action=cancel]").click()
    fix(page, "银行")
    expect(page.locator("#fixing [name=gloss]")).to_have_value("")


@pytest.mark.parametrize("per", ["word", "character"])
def test_the_line_under_the_eye_stays_where_it_is(open_page, text, per):
    page = open_page(address=text)
    name = word(page, "春天", 5).get_attribute("data-token")  # spring
    page.evaluate("(per) => localStorage.setItem('pindu.settings', JSON.stringify({ per }))", per)
    page.reload()
    page.evaluate("scrollTo(0, 300)")
    page.locator(f'[data-token="{name}"]').click()
    page.keyboard.press("e")
    place = "document.querySelector('.token[data-current]').getBoundingClientRect().top"
    before = page.evaluate(place)
    page.get_by_role("button", name="Cut between 春 and 天").click()
    expect(page.locator(".fix-piece")).to_have_count(2)
    page.locator(".fix-scope label", has_text="Everywhere").click()
    save(page)
    assert abs(page.evaluate(place) - before) <= 1
    assert "春天" not in words(page)
    page.keyboard.press("u")
    expect(page.get_by_role("status").filter(has_text="Undone.")).to_be_visible()
    assert words(page).count("春天") == 40


def test_by_finger_on_a_phone(open_page, text):
    page = open_page(PHONE, address=text, has_touch=True, is_mobile=True)
    word(page, "研究").tap()
    page.locator(".card-fix-button").tap()
    expect(page.locator("#fixing")).to_be_visible()
    page.get_by_role("button", name="Cut between 研 and 究").tap()
    expect(page.locator(".fix-piece")).to_have_count(2)
    sheet, chosen = page.locator("#card").bounding_box(), word(page, "研究").bounding_box()
    assert (
        sheet["y"] >= chosen["y"] + chosen["height"] and sheet["y"] + sheet["height"] <= PHONE["height"] + 1
    )
    small = page.locator("#fixing button:not(.unseen), #fixing label").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect()).filter(({ width, height }) => Math.min(width, height) < 24).length"
    )
    assert small == 0
    page.locator(".fix-save").tap()
    expect(page.locator(".undo")).to_be_visible()
    assert "研" in words(page)


@pytest.mark.parametrize(("viewport", "scheme"), [(None, "light"), (PHONE, "dark")])
def test_axe_finds_nothing_in_the_form_nor_in_the_list(open_page, text, viewport, scheme):
    options = {"viewport": viewport} if viewport else {}
    page = open_page(address=text, bypass_csp=True, color_scheme=scheme, **options)
    fix(page, "研究")
    page.get_by_role("button", name="Join 研究 and 生命").click()
    page.get_by_role("button", name="Cut between 究 and 生").click()
    expect(page.locator(".fix-piece")).to_have_count(2)
    found = Axe().run(page).response["violations"]
    assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == []
    page.get_by_role("button", name="Cut between 研 and 究").click()
    save(page)
    for address in ("/corrections", text.partition("/articles")[2]):
        page.goto(
            text.partition("/articles")[0]
            + (address if address == "/corrections" else f"/articles{address}/fix?token=p1s0t0")
        )
        found = Axe().run(page).response["violations"]
        assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == []


def test_without_scripts_a_word_is_corrected_all_the_same(open_page, text):
    page = open_page(address=text, java_script_enabled=False)
    page.get_by_role("link", name="Touch up a word").click()
    page.locator(".fix-words a", has_text="研究").first.click()
    page.get_by_role("button", name="Cut between 研 and 究").click()
    page.locator(".fix-save").click()
    assert "?at=" in page.url
    expect(page.locator(".token", has_text="究").first).not_to_contain_text("研")
