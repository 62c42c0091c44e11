"""Ways of showing that have to be written into the page: zhuyin, numbers, glosses under words, the other script, tones."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from webapp.language import pinyin

pytestmark = pytest.mark.browser

DESK = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}

MARKUP = "() => [...document.querySelectorAll('.token')].map((token) => token.innerHTML)"
PLAIN = """() => { const article = document.querySelector("article").cloneNode(true);
    for (const each of article.querySelectorAll("rt, rp, noscript")) each.remove();
    return article.textContent; }"""

# What is to be seen of some paragraphs: letters by their squares, what stands over and beside them, glosses. Pairs that overlap.
OVERLAPS = """() => {
  const boxes = [];
  const square = ({ left, right, top, bottom }, size, what) => {
    const middle = (top + bottom) / 2;
    if (right > left) boxes.push({ left, right, top: middle - size / 2, bottom: middle + size / 2, what });
  };
  const blocks = [...document.querySelectorAll("[data-block]")].slice(0, 7);
  // All of them first: what is set above the viewport moves the page under those already measured.
  for (const block of blocks) block.style.contentVisibility = "visible";
  for (const block of blocks) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const size = parseFloat(getComputedStyle(text.parentElement).fontSize);
      const over = text.parentElement.closest("rt");
      if (text.parentElement.closest("rp") || (over && getComputedStyle(over).display === "none")) continue;
      const range = new Range();
      range.selectNodeContents(text);
      const isUpright = text.parentElement.matches(".symbols");
      for (const rect of range.getClientRects()) {
        const middle = (rect.left + rect.right) / 2;
        if (isUpright) boxes.push({ left: middle - size / 2, right: middle + size / 2, top: rect.top, bottom: rect.bottom, what: text.data });
        else square(rect, over ? 0.7 * size : 0.9 * size, text.data);
      }
    }
    for (const token of block.querySelectorAll(".token[data-gloss]")) {
      const gloss = getComputedStyle(token, "::after");
      if (gloss.content === "none" || !token.dataset.gloss) continue;
      const box = token.getBoundingClientRect();
      const top = box.top + parseFloat(gloss.top) + parseFloat(gloss.marginTop);
      boxes.push({ left: box.left, right: box.right, top, bottom: top + parseFloat(gloss.height), what: token.dataset.gloss });
    }
  }
  const found = [];
  boxes.forEach((one, index) => boxes.slice(index + 1).forEach((other) => {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    if (across > 1 && down > 1) found.push([one.what, other.what, across, down]);
  }));
  return [boxes.length, found];
}"""


def shown(open_page, kept, **options):
    """Open the article as one who has chosen before, and wait until it is written."""
    page = open_page(**options)
    page.evaluate("(kept) => localStorage.setItem('pindu.settings', kept)", json.dumps(kept))
    page.reload()
    expect(page.locator("html:not([data-undressed])")).to_have_count(1)
    return page


def press(page, name, value):
    """Choose something in the panel, and wait until it holds."""
    page.locator("#settings-button").click()
    with page.expect_response("**/settings"):
        page.locator(f'#settings input[name="{name}"][value="{value}"]').check(force=True)
    expect(page.locator("html")).to_have_attribute(f"data-{name}", value)
    page.keyboard.press("Escape")


def shift(page):
    return page.evaluate(
        """() => new Promise((done) => { let sum = 0; new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => done(sum), 300); })"""
    )


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize(
    "kept",
    [
        {"gloss": "under"},
        {"gloss": "under", "per": "character", "lines": "close", "font": "sans"},
        {"gloss": "under", "phonetics": "zhuyin", "size": "huge"},
        {"phonetics": "zhuyin", "lines": "close"},
        {"phonetics": "numbers", "spoken": "beside", "per": "character", "bounds": "spaced"},
        {"script": "traditional", "spoken": "beside", "bounds": "underline"},
    ],
    ids=lambda kept: "-".join(kept.values()),
)
def test_nothing_overlaps_and_nothing_shifts(open_page, viewport, kept):
    page = shown(open_page, kept, viewport=viewport)
    assert shift(page) < 0.001
    boxes, overlaps = page.evaluate(OVERLAPS)
    assert boxes > 300
    assert overlaps == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_the_server_wrote_comes_back(open_page):
    page = open_page()
    before = page.evaluate(MARKUP)
    for name, value, plain in (
        ("phonetics", "zhuyin", "pinyin"),
        ("phonetics", "numbers", "pinyin"),
        ("script", "traditional", "written"),
    ):
        press(page, name, value)
        assert page.evaluate(MARKUP) != before
        press(page, name, plain)
        assert page.evaluate(MARKUP) == before


@pytest.mark.parametrize(
    "kept", [{"gloss": "under", "phonetics": "zhuyin", "tones": "on"}, {"script": "traditional"}]
)
def test_what_is_selected_is_the_text_alone(open_page, kept):
    page = shown(open_page, kept)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('article'))")
    selected = page.evaluate("getSelection().toString()")
    assert "".join(selected.split()) == "".join(page.evaluate(PLAIN).split())
    heard = page.locator("article rt:not([aria-hidden=true])").count()
    assert heard == 0


def test_the_browser_spells_every_syllable_as_the_server_does(open_page, engine):
    page = open_page()
    syllables = {
        syllable
        for form in engine.lexicon.headwords()[::7]
        for reading in engine.lexicon.readings(form)
        for syllable in reading
        if pinyin.tone(syllable) and syllable != pinyin.UNKNOWN
    }
    assert len(syllables) > 1000
    marked = {pinyin.to_marks(each): each for each in sorted(syllables)}
    module = page.locator('script[type="module"]').get_attribute("src").replace("article-main", "phonetics")
    spelled = page.evaluate(
        """async ([module, syllables]) => { const { inZhuyin, inNumbers } = await import(module);
            return syllables.map((each) => [each, inZhuyin(each), inNumbers(each)]); }""",
        [module, list(marked)],
    )
    for syllable, zhuyin, numbered in spelled:
        # ê and r have no tone of their own to show; in numbers they stay
        assert zhuyin == pinyin.zhuyin(pinyin.to_numbered(syllable)), syllable
        assert numbered == pinyin.to_numbered(syllable) or syllable in ("r", "R"), syllable


def test_zhuyin_stands_beside_each_character_its_neutral_dot_first(open_page, added):
    page = shown(
        open_page, {"phonetics": "zhuyin"}, address=added("妈妈说孩子们的桌子很好看。")
    )  # mother says
    rubies = page.locator("ruby").evaluate_all(
        "all => all.map((each) => [each.firstChild.data, [...each.querySelectorAll('span')].map((span) => span.textContent)])"
    )
    assert ["妈", ["ㄇㄚ", ""]] in rubies
    assert ["子", ["˙ㄗ"]] in rubies
    assert ["好", ["ㄏㄠ", "ˇ"]] in rubies
    for character, over in page.locator("ruby").evaluate_all(
        "all => all.map((each) => { const range = new Range(); range.selectNode(each.firstChild); const over = each.querySelector('rt').getBoundingClientRect();"
        " return [range.getBoundingClientRect().toJSON(), over.toJSON()]; })"
    ):
        assert over["left"] >= character["right"] - 1
        middle = (over["top"] + over["bottom"]) / 2
        assert character["top"] <= middle <= character["bottom"]


def test_the_spoken_tone_stands_beside_where_it_differs(open_page, added):
    page = shown(open_page, {"spoken": "beside"}, address=added("这不是我的书。"))  # this is not my book
    assert page.locator(".said").all_text_contents() == ["búshì"]
    press(page, "per", "character")
    assert page.locator(".said").all_text_contents() == ["bú"]


def test_readings_of_taiwan(open_page, added):
    page = shown(open_page, {"region": "taiwan"}, address=added("他把垃圾扔了。"))  # he threw out the rubbish
    expect(page.locator("rt").nth(2)).to_have_text("lèsè")
    page.locator(".token", has_text="垃圾").click()
    expect(page.locator('#card [data-part="reading"]')).to_contain_text("lèsè")
    press(page, "region", "mainland")
    expect(page.locator("rt").nth(2)).to_have_text("lājī")


def test_the_other_script_without_a_request(open_page, added):
    page = open_page(
        address=added("头发长了，他后来发展了丰田汽车。范先生在里面干了一杯。政府免征税款。")
    )  # hair, later, Toyota; no taxes
    with page.expect_response("**/settings"):
        page.keyboard.press("t")
    expect(page.locator("html")).to_have_attribute("data-script", "traditional")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    text = "".join(page.evaluate(PLAIN).split())
    assert "頭髮長了，他後來發展了豐田汽車。范先生在裡面乾了一杯。政府免徵稅款。" in text
    expect(page.locator("article")).to_have_attribute("lang", "zh-Hant")
    expect(page.locator(".uncertain", has_text="徵")).to_have_attribute("title", "Could also be 征")
    assert page.locator(".uncertain", has_text="髮").count() == 0  # 头发 is one word
    assert page.locator(".uncertain", has_text="後").count() == 0
    page.locator(".token", has_text="頭髮").click()
    expect(page.locator('#card [data-part="headword"]')).to_have_text("頭髮头发")
    page.keyboard.press("Escape")
    with page.expect_response("**/settings"):
        page.keyboard.press("t")
    assert "头发长了" in page.evaluate(PLAIN)
    with page.expect_response("**/settings"):
        page.keyboard.press("t")
    assert "頭髮長了" in page.evaluate(PLAIN)
    assert [url for url in asked if "/settings" not in url and "/position" not in url] == []


def test_a_traditional_text_in_simplified_characters(open_page, added):
    page = open_page(
        address=added("他在臺灣的後面發現頭髮，乾隆乾杯。")
    )  # behind Taiwan, hair, Qianlong toasts
    with page.expect_response("**/settings"):
        page.keyboard.press("t")
    expect(page.locator("html")).to_have_attribute("data-script", "simplified")
    assert "他在台湾的后面发现头发，乾隆干杯。" in "".join(page.evaluate(PLAIN).split())
    expect(page.locator("article")).to_have_attribute("lang", "zh-Hans")


def test_tones_are_colours_without_an_element_more(open_page):
    page = open_page()
    before = page.evaluate(MARKUP)
    press(page, "tones", "on")
    tones = page.evaluate(
        """() => Object.fromEntries([1, 2, 3, 4, 5].map((tone) => [tone,
            [...CSS.highlights.get(`tone-${tone}`) ?? []].map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset))]))"""
    )
    assert "介" in tones["4"] and "全" in tones["2"] and "已" in tones["3"] and "的" in tones["5"]
    assert sum(map(len, tones.values())) > 1000
    assert page.evaluate(MARKUP) == before
    press(page, "tones", "off")
    assert page.evaluate("[...CSS.highlights.keys()].filter((name) => name.startsWith('tone'))") == []


def test_glosses_under_words_are_short_and_no_part_of_the_text(open_page):
    page = open_page()
    with page.expect_response("**/settings"):
        page.keyboard.press("g")
    expect(page.locator("html")).to_have_attribute("data-gloss", "under")
    glosses = page.locator(".token[data-gloss]").evaluate_all(
        "all => all.map(({ dataset }) => dataset.gloss)"
    )
    assert len([gloss for gloss in glosses if gloss]) > 300
    assert max(map(len, glosses)) <= 31
    assert "sign" in glosses and not any("(" in gloss for gloss in glosses)
    assert page.locator("article").inner_text().count("artificial intelligence") == 0
    with page.expect_response("**/settings"):
        page.keyboard.press("g")
    expect(page.locator("html")).to_have_attribute("data-gloss", "card")


def test_a_hidden_meaning_is_told_when_asked_for(open_page):
    page = open_page()
    press(page, "gloss", "hidden")
    page.locator(".token[data-card]", has_text="签署").first.click()  # to sign
    gloss = page.locator('#card [data-part="gloss"]')
    expect(gloss).to_be_hidden()
    expect(page.locator('#card [data-part="senses"]')).to_be_hidden()
    page.keyboard.press("g")
    expect(gloss).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".token[data-card]", has_text="介绍").first.click()  # to introduce
    expect(gloss).to_be_hidden()
    page.get_by_role("button", name="Show meaning").click()
    expect(gloss).to_be_visible()
    assert "sign" not in (page.locator(".token[role=button]").get_attribute("aria-label") or "")
