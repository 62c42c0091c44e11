"""Colours of the tones can be read: every scheme in every theme, also on a chosen word, and whatever the reader mixes."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.browser

THEMES = ("light", "sepia", "dark")
SCHEMES = ("mdbg", "pleco", "hanping", "sinosplice", "own")
GARISH = "#ffff00_#00ff00_#ffffff_#0000ff_#000000"  # none of which can be read on every paper

# The contrast of each tone with what it may stand on: the paper, the card, a chosen word.
CONTRASTS = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const probe = document.createElement("i");
  document.body.append(probe);
  const luminance = (name) => {
    probe.style.color = `var(${name})`;
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((each) => each / 255).map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return [1, 2, 3, 4, 5].flatMap((tone) => ["--paper", "--raised", "--lit"].map((ground) => {
    const [dark, light] = [luminance(`--tone-${tone}`), luminance(ground)].sort((one, other) => one - other);
    return [tone, ground, (light + 0.05) / (dark + 0.05)];
  }));
}"""
COLOURS = """() => { const probe = document.createElement("i"); document.body.append(probe);
  return [1, 2, 3, 4].map((tone) => { probe.style.color = `var(--tone-${tone})`; return getComputedStyle(probe).color; }); }"""


@pytest.mark.parametrize("theme", THEMES)
def test_every_scheme_can_be_read(open_page, theme):
    page = open_page()
    seen = set()
    for scheme in SCHEMES:
        page.evaluate(
            "(kept) => localStorage.setItem('pindu.settings', kept)",
            json.dumps({"theme": theme, "scheme": scheme, "tones": "on", "colours": GARISH}),
        )
        page.reload()
        for tone, ground, contrast in page.evaluate(CONTRASTS):
            assert contrast >= 4.5, (scheme, theme, tone, ground)
        colours = page.evaluate(COLOURS)
        if scheme != "own":
            assert len(set(colours)) == 4
        seen.add(tuple(colours))
    assert len(seen) == len(SCHEMES)


def test_own_colours_are_chosen_and_kept(open_page):
    page = open_page()
    page.locator("#settings-button").click()
    assert page.get_by_label("Third tone").is_hidden()
    with page.expect_response("**/settings"):
        page.locator('#settings input[value="own"]').check(force=True)
    with page.expect_response("**/settings"):
        page.get_by_label("Third tone").fill("#884400")
    page.keyboard.press("Escape")
    other = open_page()  # another browser on this library
    assert other.locator("html").get_attribute("data-scheme") == "own"
    kept = other.locator("html").get_attribute("data-colours")
    assert kept == "#c2185b_#b26a00_#884400_#1565c0_#757575"
    assert other.evaluate("document.documentElement.style.getPropertyValue('--own-3')") == "#884400"


def test_on_paper_the_hard_words_follow_the_text(open_page, until):
    page = open_page()
    page.emulate_media(media="print")
    until(page, "dispatchEvent(new Event('beforeprint')) && document.querySelector('.glossary') !== null")
    glossary = page.locator(".glossary")
    assert glossary.is_visible()
    words = glossary.locator("dt").all_text_contents()
    assert "签署" in words and "人" not in words and len(words) == len(set(words)) > 50  # to sign; person
    assert "sign" in glossary.locator("div", has_text="签署").first.text_content()
    assert page.locator(".bar").is_hidden() and page.locator("article rt").first.is_visible()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".glossary").count() == 0


def test_paper_is_white_whatever_the_theme(open_page, until):
    page = open_page()
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.emulate_media(media="print")
    until(page, "dispatchEvent(new Event('beforeprint')) && document.querySelector('.glossary') !== null")
    colours = page.evaluate(
        """() => [getComputedStyle(document.documentElement).backgroundColor,
            ...[...document.querySelectorAll(".glossary [data-tone]")].slice(0, 40).map((each) => getComputedStyle(each).color)]"""
    )
    assert colours[0] == "rgb(255, 255, 255)"
    lightness = [
        float(colour.split("(")[1].split()[0]) for colour in colours[1:] if colour.startswith("oklch")
    ]
    assert lightness and max(lightness) <= 0.5  # those of the dark theme are 0.8 and more
