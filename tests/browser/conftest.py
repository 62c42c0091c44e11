"""A real Chromium before a real server: the sample article, put in through the page's own form."""

from __future__ import annotations

import os
import shutil
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
import waitress
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from webapp import create_app
from webapp.config import Settings

SAMPLE = Path(__file__).parents[2] / "seeds" / "000_bfa1f241c2576418.txt"
DESK = ViewportSize(width=1280, height=860)
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_MS = 15_000
OpenPage = Callable[..., Page]
Until = Callable[[Page, str], None]


@pytest.fixture(scope="session")
def served() -> Callable[[Path], AbstractContextManager[str]]:
    """Serves the application with a library of its own in a folder; gives its address."""
    return _served


@pytest.fixture(scope="session")
def server(
    served: Callable[..., AbstractContextManager[str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the library that most tests share."""
    with served(tmp_path_factory.mktemp("pindu")) as address:
        yield address


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    settings = Settings(home=folder / "home", cache_folder=folder / "cache", open_browser=False)
    serving = waitress.create_server(create_app(settings), host="127.0.0.1", port=0)
    thread = threading.Thread(target=serving.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{serving.effective_port}"
    serving.close()


@pytest.fixture(scope="session")
def article(server: str) -> str:
    """The address of the sample article."""
    return add(server, SAMPLE.read_text(encoding="utf-8"))


def add(server: str, text: str) -> str:
    """Put a text into the library as the form does, and return where it leads."""
    form = urllib.parse.urlencode({"text": text}).encode()
    with urllib.request.urlopen(f"{server}/articles", form) as answer:
        return answer.url


@pytest.fixture(scope="session")
def added(server: str) -> Callable[[str], str]:
    """Put a text into the library; gives its address."""
    return lambda text: add(server, text)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the one named by PINDU_CHROMIUM, else the system's, else Playwright's own."""
    found = os.environ.get("PINDU_CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture
def as_it_comes(server: str, article: str) -> None:
    """Let the library forget how earlier tests wanted texts shown, and how far they read the article."""
    for address, form in (
        (f"{server}/settings", {"reset": "1"}),
        (f"{article}/position", {"page": "1", "sentence": "p0s0"}),
    ):
        with urllib.request.urlopen(address, urllib.parse.urlencode(form).encode()):
            pass


@pytest.fixture
def open_page(browser: Browser, article: str, as_it_comes: None) -> Iterator[OpenPage]:
    """Open the article (or another address) in a browser of its own; it must not complain once.

    What a test brings about, such as an answer that is an error, is named by ``expected``.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(
        viewport: ViewportSize = DESK, address: str = "", expected: str = "\0", **options: object
    ) -> Page:
        context = browser.new_context(viewport=viewport, **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)  # two cores may be busy with all else
        # A broken policy (CSP, trusted types), a missing file, an error: all of them arrive here.
        page.on("console", lambda message: expected in message.text or complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address or article)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def until() -> Until:
    """Wait until an expression holds in the page.

    Playwright's ``wait_for_function`` asks the page to ``eval`` whenever its first look fails,
    which the policy of ours forbids: it passes or fails by how fast the machine is.
    """

    def wait(page: Page, expression: str) -> None:
        patience = time.monotonic() + PATIENCE_MS / 1000
        while not page.evaluate(expression):
            assert time.monotonic() < patience, f"still not so: {expression}"
            page.wait_for_timeout(20)

    return wait
