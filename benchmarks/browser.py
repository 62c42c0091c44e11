"""What a reader feels in a real Chromium, on the sample article and on a page of ten thousand tokens.

    python -m benchmarks.browser [--runs N]

Painted means: the frame that shows it has been handed over, counted from the moment at
which the browser tells the page of the pointer, finger or key. Pages that long do not
come out of the library (see ``store/paging.py``); here they show what there is to spare.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from unittest.mock import patch

import waitress
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.novel import novel
from benchmarks.speed import SAMPLE
from webapp import create_app
from webapp.commands.serving import THREADS
from webapp.config import Settings
from webapp.reader.library import page_ends
from webapp.web.parts import EXTENSION, Parts

HOVERS = 200
TAPS = 30
SWITCHES = 5
LONG_CHARS = 15_500  # ten thousand tokens
DESK, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
]

# Measures from an event to the first frame in which the card shows something else, or (key) to the next frame.
WATCH = """(kind) => {
  const card = document.getElementById("card");
  const channel = new MessageChannel();
  let began = 0;
  window.spans = [];
  channel.port1.onmessage = () => { if (began) window.spans.push(performance.now() - began); began = 0; };
  addEventListener(kind, (event) => {
    if (kind !== "keydown" && !event.target.closest?.(".token[data-card]")) return;
    const now = began = performance.now();
    const before = card.textContent;
    const wasOpen = card.matches(":popover-open");
    let frames = 0;
    const look = () => {
      if (now !== began) return;
      const isShown = card.matches(":popover-open") && (!wasOpen || card.textContent !== before);
      if (kind === "keydown" || isShown) channel.port2.postMessage(0);
      else if (frames++ < 60) requestAnimationFrame(look);
      else began = 0;
    };
    requestAnimationFrame(look);
  }, { capture: true });
}"""
OBSERVE = """() => {
  window.shifts = 0; window.long = [];
  new PerformanceObserver((list) => { for (const each of list.getEntries()) window.shifts += each.value; })
    .observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => { for (const each of list.getEntries()) window.long.push(each.duration); })
    .observe({ type: "longtask", buffered: true });
}"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
WEIGHT = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .filter((each) => each.initiatorType !== "other" || each.entryType === "navigation")
  .reduce((sum, each) => sum + each.transferSize, 0)"""
IN_SIGHT = """() => [...document.querySelectorAll(".token[data-card]")].map((token) => {
  const box = token.getClientRects()[0];
  return box && [box.x + box.width / 2, box.y + box.height / 2, token.dataset.token];
}).filter((each) => each && each[1] > 120 && each[1] < innerHeight - 30)"""
IS_THERE = "([x, y, name]) => document.elementFromPoint(x, y)?.closest('.token')?.dataset.token === name"
TOP_TOKEN = """() => [...document.querySelectorAll(".token")].find((token) => {
  const { top, bottom } = token.getBoundingClientRect();
  return top + bottom >= 0;
}).dataset.token"""
TOP_OF = "(name) => document.querySelector(`[data-token='${name}']`).getBoundingClientRect().top"


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--runs", type=int, default=5)
    runs = options.parse_args().runs
    with served() as (sample, long), chromium() as browser:
        print("| in a browser | sample | 10,000 tokens | figure |\n|---|---|---|---|")
        for rows in zip(loading(browser, sample, runs), loading(browser, long, runs), strict=True):
            show(*rows)
        for rows in zip(hovering(browser, sample), hovering(browser, long), strict=True):
            show(*rows)
        for rows in zip(tapping(browser, sample), tapping(browser, long), strict=True):
            show(*rows)
        for rows in zip(switching(browser, sample), switching(browser, long), strict=True):
            show(*rows)


Row = tuple[str, float, str]


def show(one: Row, other: Row) -> None:
    print(f"| {one[0]} | {one[1]:.1f} | {other[1]:.1f} | {one[2]} |", flush=True)


def loading(browser: Browser, address: str, runs: int) -> list[Row]:
    painted, shifts, longest, weight = [], [], [], 0.0
    for _ in range(runs):
        with opened(browser, address) as page:
            page.evaluate(OBSERVE)
            page.wait_for_timeout(500)
            painted.append(page.evaluate(PAINTED))
            shifts.append(page.evaluate("() => window.shifts"))
            longest.append(max(page.evaluate("() => window.long"), default=0.0))
            weight = page.evaluate(WEIGHT)
    return [
        ("open, nothing kept: words painted", median(painted), "ms, at most 250 on the sample"),
        ("open: layout shift", max(shifts), "0"),
        ("open: longest task", median(longest), "ms"),
        ("open: what travels", weight / 1000, "kB packed"),
    ]


def hovering(browser: Browser, address: str) -> list[Row]:
    chance, asked = random.Random(1), list[str]()
    with opened(browser, address) as page:
        page.wait_for_timeout(500)
        page.evaluate(WATCH, "pointerover")
        page.on("request", lambda request: asked.append(request.url))
        height = page.evaluate("() => document.documentElement.scrollHeight - innerHeight")
        hovers = 0
        while hovers < HOVERS:
            page.evaluate("(top) => scrollTo(0, top)", chance.random() * height)
            page.wait_for_timeout(100)
            places = page.evaluate(IN_SIGHT)
            for place in chance.sample(places, min(10, len(places))):
                if page.evaluate(IS_THERE, place):
                    page.mouse.move(place[0], place[1])
                    page.wait_for_timeout(40)
                    hovers += 1
        spans = page.evaluate("() => window.spans")
    told = [url for url in asked if "/position" not in url]  # where one is reading is told as one scrolls
    return [
        ("hover: card painted, median", median(spans), "ms, at most 8"),
        ("hover: card painted, 99 of 100", quantiles(spans, n=100)[98], "ms, at most 33"),
        (f"requests during {HOVERS} hovers", len(told), "0"),
    ]


def tapping(browser: Browser, address: str) -> list[Row]:
    chance = random.Random(2)
    with opened(browser, address, viewport=PHONE, has_touch=True, is_mobile=True) as page:
        page.wait_for_timeout(500)
        page.evaluate(WATCH, "pointerup")
        for _ in range(TAPS):
            x, y, _ = chance.choice(page.evaluate(IN_SIGHT))
            page.touchscreen.tap(x, y)
            page.wait_for_timeout(150)
            page.keyboard.press("Escape")
            page.wait_for_timeout(100)
        spans = page.evaluate("() => window.spans")
    return [("tap: card painted", median(spans) if spans else float("nan"), "ms")]


def switching(browser: Browser, address: str) -> list[Row]:
    moved = []
    with opened(browser, address) as page:
        page.wait_for_timeout(500)
        page.evaluate(WATCH, "keydown")
        page.evaluate("() => scrollTo(0, (document.documentElement.scrollHeight - innerHeight) / 2)")
        for _ in range(2 * SWITCHES):
            page.wait_for_timeout(300)
            name = page.evaluate(TOP_TOKEN)
            before = page.evaluate(TOP_OF, name)
            page.keyboard.press("p")
            page.wait_for_timeout(700)
            moved.append(abs(page.evaluate(TOP_OF, name) - before))
        spans = page.evaluate("() => window.spans")
    return [
        ("pinyin off: painted", median(spans[::2]), "ms"),
        ("pinyin on: painted", median(spans[1::2]), "ms, at most 300"),
        ("pinyin on or off: the line at the top moves", max(moved), "px, at most 1"),
    ]


@contextmanager
def served() -> Iterator[tuple[str, str]]:
    """Serve the sample and a page of ten thousand tokens; gives their addresses."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(home=Path(folder), cache_folder=Path(folder, "cache"), open_browser=False))
        server = waitress.create_server(app, host="127.0.0.1", port=0, threads=THREADS)
        threading.Thread(target=server.run, daemon=True).start()
        parts: Parts = app.extensions[EXTENSION]
        sample = parts.library.add_text(SAMPLE.read_text("utf-8"))
        with patch("webapp.reader.library.page_ends", partial(page_ends, page_chars=LONG_CHARS)):
            long = parts.library.add_text(novel(chars=LONG_CHARS))
        here = f"http://127.0.0.1:{server.effective_port}/articles"
        for slug in (sample.slug, long.slug):  # the browser is measured, not the server
            parts.reading_room.open(slug)
        yield f"{here}/{sample.slug}", f"{here}/{long.slug}"
        server.close()


@contextmanager
def chromium() -> Iterator[Browser]:
    found = os.environ.get("PINDU_CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, address: str, **options: object) -> Iterator[Page]:
    """Open a page in a browser that has kept nothing."""
    context = browser.new_context(**({"viewport": DESK} | options))
    page = context.new_page()
    page.goto(address, wait_until="load")
    yield page
    context.close()


if __name__ == "__main__":
    main()
