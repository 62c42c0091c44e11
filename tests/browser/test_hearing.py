"""Reading aloud, before a voice that does what the test tells it."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

# Like Chrome's: voices come late, a cancelled utterance complains afterwards, nothing ends by itself.
FAKE = """
window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; }
};
const synthesis = Object.assign(new EventTarget(), {
    voices: [], said: [], current: null, pending: false, paused: false, cancelled: 0,
    getVoices() { return this.voices; },
    speak(utterance) {
        this.current = utterance;
        this.said.push([utterance.text, utterance.voice.name, utterance.rate]);
    },
    cancel() {
        const cut = this.current;
        this.current = null;
        this.cancelled += 1;
        if (cut) setTimeout(() => cut.dispatchEvent(Object.assign(new Event("error"), { error: "interrupted" })), 5);
    },
    pause() {}, resume() {},
    tell(name, more = {}) {
        const utterance = this.current;
        if (name === "end") this.current = null;
        utterance.dispatchEvent(Object.assign(new Event(name), more));
    },
});
Object.defineProperty(synthesis, "speaking", { get: () => synthesis.current !== null });
Object.defineProperty(window, "speechSynthesis", { value: synthesis });
const voice = (name, lang, localService = true) => ({ name, lang, localService, voiceURI: name });
"""
VOICES = """
setTimeout(() => { synthesis.voices = [voice("Mei-Jia", "zh-TW"), voice("Sin-ji", "zh-HK"), voice("Anna", "de-DE"),
    voice("Cloud", "zh-CN", false), voice("Tingting", "zh_CN")];
    synthesis.dispatchEvent(new Event("voiceschanged")); }, 50);
"""
SAID = "speechSynthesis.said"
TEXT = "(all) => all.map((each) => { const copy = each.cloneNode(true); copy.querySelectorAll('rt, rp').forEach((e) => e.remove()); return copy.textContent; })"


@pytest.fixture
def page(browser, article, as_it_comes):
    context = browser.new_context(viewport={"width": 1280, "height": 860}, bypass_csp=True)
    page = context.new_page()
    page.set_default_timeout(15_000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(FAKE + VOICES)
    page.goto(article)
    page.locator(".bar [data-do=read-on]").wait_for()
    yield page
    context.close()
    assert errors == []


def tell(page, event, **more):
    page.evaluate("([name, more]) => speechSynthesis.tell(name, more)", [event, more])


def said(page, until, count):
    until(page, f"{SAID}.length === {count} && speechSynthesis.speaking")
    return page.evaluate(SAID)


def sentences(page):
    return page.locator("article .sentence").evaluate_all(TEXT)


def test_without_a_chinese_voice_of_the_device_there_are_no_controls_and_the_settings_say_why(
    browser, article
):
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(
        FAKE + 'synthesis.voices = [voice("Cloud", "zh-CN", false), voice("Anna", "de-DE")];'
    )
    page.goto(article)
    page.keyboard.press("ArrowRight")
    expect(page.locator("#card")).to_be_visible()
    for control in page.locator("[data-do=speak], [data-do=speak-sentence], [data-do=read-on]").all():
        expect(control).to_be_hidden()
    page.keyboard.press("s")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    expect(page.get_by_role("button", name="Hear the word")).to_have_count(0)
    page.keyboard.press("Escape")
    page.locator("#settings-button").click()
    expect(page.get_by_text("This device has no Chinese voice")).to_be_visible()
    expect(page.locator("select[name=voice]")).to_be_hidden()
    context.close()


def test_s_speaks_the_word_with_the_voice_of_its_script_and_lights_it(page, until):
    page.keyboard.press("ArrowRight")
    word = page.locator('#card [data-part="headword"]').evaluate("part => part.firstChild.textContent")
    page.keyboard.press("s")
    assert said(page, until, 1) == [[word, "Tingting", 1]]
    expect(page.locator(".token[data-heard][data-current]")).to_have_count(1)
    expect(page.locator("#hearing")).to_be_hidden()
    tell(page, "end")
    expect(page.locator("[data-heard]")).to_have_count(0)


def test_the_card_has_a_button_for_the_word_and_one_for_its_sentence(page, until):
    page.locator("article > p .token[data-card]").first.click()
    page.locator("#card [data-do=speak]").click()
    said(page, until, 1)
    page.locator("#card [data-do=speak-sentence]").click()
    sentence = page.locator("article > p .sentence").first.evaluate("each => (" + TEXT + ")([each])[0]")
    assert sentence.startswith(said(page, until, 2)[1][0])


def test_reading_on_goes_from_sentence_to_sentence_and_lights_the_word_being_spoken(page, until):
    texts = sentences(page)
    page.keyboard.press("Shift+S")
    assert said(page, until, 1)[0][0] == texts[0]
    expect(page.locator(".sentence[data-heard]")).to_have_count(1)  # the voice has told no word yet
    tell(page, "end")
    spoken = said(page, until, 2)[1][0]
    assert spoken == texts[1][: len(spoken)]
    tokens = page.locator(".sentence[data-heard] .token").evaluate_all(TEXT)
    tell(page, "boundary", charIndex=len("".join(tokens[:3])), name="word")
    expect(page.locator(".sentence[data-heard]")).to_have_count(0)
    assert page.locator(".token[data-heard]").evaluate_all(TEXT) == [tokens[3]]


def test_reading_on_begins_at_the_chosen_word_and_counts_from_there(page, until):
    tokens = page.locator("article > p .sentence").first.locator(".token")
    texts = tokens.evaluate_all(TEXT)
    tokens.nth(2).click()
    page.keyboard.press("Shift+S")
    assert said(page, until, 1)[0][0].startswith("".join(texts[2:5]))
    expect(page.locator("#card")).to_be_hidden()
    tell(page, "boundary", charIndex=len(texts[2]), name="word")
    assert page.locator(".token[data-heard]").evaluate_all(TEXT) == [texts[3]]


def test_a_pause_remembers_the_word_and_going_on_begins_at_it(page, until):
    page.keyboard.press("Shift+S")
    whole = said(page, until, 1)[0][0]
    first = page.locator(".sentence[data-heard] .token").evaluate_all(TEXT)[0]
    tell(page, "boundary", charIndex=len(first), name="word")
    page.get_by_role("button", name="Pause").click()
    assert not page.evaluate("speechSynthesis.speaking")
    page.get_by_role("button", name="Go on").click()
    assert said(page, until, 2)[1][0] == whole[len(first) :]


def test_another_rate_is_heard_at_once_and_remembered(page, until):
    page.keyboard.press("Shift+S")
    said(page, until, 1)
    page.get_by_label("Speed").select_option("0.7")
    assert said(page, until, 2)[1][2] == 0.7
    page.reload()
    page.locator(".bar [data-do=read-on]").click()
    assert said(page, until, 1)[0][2] == 0.7


def test_another_voice_is_chosen_in_the_settings(page, until):
    page.locator("#settings-button").click()
    expect(page.locator("select[name=voice] option")).to_have_text(["Tingting (zh-CN)", "Mei-Jia (zh-TW)"])
    page.locator("select[name=voice]").select_option("Mei-Jia")
    page.keyboard.press("Escape")
    page.locator(".bar [data-do=read-on]").click()
    assert said(page, until, 1)[0][1] == "Mei-Jia"


def test_a_word_spoken_over_another_leaves_only_the_last_one(page, until):
    page.keyboard.press("ArrowRight")
    page.keyboard.press("s")
    said(page, until, 1)
    page.keyboard.press("s")
    said(page, until, 2)
    page.wait_for_timeout(60)  # what was cut off has complained by now
    expect(page.locator("[data-heard]")).to_have_count(1)
    expect(page.get_by_role("status")).to_be_empty()


def test_a_voice_that_gives_up_is_told(page, until):
    page.keyboard.press("Shift+S")
    said(page, until, 1)
    tell(page, "error", error="synthesis-failed")
    expect(page.get_by_role("status")).to_contain_text("fell silent")
    expect(page.locator("#hearing")).to_be_hidden()


def test_leaving_the_page_stops_the_voice(page, until):
    page.keyboard.press("Shift+S")
    said(page, until, 1)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert not page.evaluate("speechSynthesis.speaking")


def test_no_passage_is_so_long_that_a_browser_would_cut_it(page, until):
    longest = page.evaluate("document.querySelector('article').textContent.length")
    page.keyboard.press("Shift+S")
    count = 0
    while page.evaluate("!document.getElementById('hearing').hidden") or not count:
        count += 1
        spoken = said(page, until, count)[-1][0]
        assert len(spoken) < 150
        tell(page, "end")
        assert count < longest
    assert count >= len([each for each in sentences(page) if each.strip()])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_while_it_reads(page, until, scheme, width):
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # no fading light of where one stopped
    page.keyboard.press("Shift+S")
    said(page, until, 1)
    tell(page, "boundary", charIndex=0, name="word")
    assert [each["id"] for each in Axe().run(page).response["violations"]] == []
