"""The library page with a thousand texts in it: milliseconds that the server takes to make it, medians.

    python -m benchmarks.library

In a library of its own in a temporary folder, through the whole application but
for the network.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.speed import SAMPLE
from webapp.config import Settings
from webapp.sources.article import make_article
from webapp.web.app import create_app
from webapp.web.parts import EXTENSION, Parts

TEXTS = 1_000
RUNS = 30
PATHS = {
    "the library": "/",
    "its ninth page": "/?first=480",
    "by title": "/?sort=title",
    "what has been begun": "/?state=reading",
    "with a tag": "/?tag=tag3",
    "a word that all texts have": "/?q=人工智能",
    "a word that one text has": "/?q=第500篇",
    "in English": "/?q=computer",
}


def main() -> None:
    with TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder) / "home", open_browser=False)
        app = create_app(settings)
        parts: Parts = app.extensions[EXTENSION]
        fill(parts)
        client = app.test_client()
        print(f"| {TEXTS:,} texts | median | slowest | page |\n|---|---|---|---|")
        for name, path in PATHS.items():
            client.get(path)
            times = []
            for _ in range(RUNS):
                begun = perf_counter()
                answer = client.get(path)
                times.append((perf_counter() - begun) * 1000)
            print(
                f"| {name} | {median(times):.1f} ms | {max(times):.1f} ms | {len(answer.data) // 1000} kB |"
            )


def fill(parts: Parts) -> None:
    """Put the texts in: each the beginning of the sample under another name, every seventh tagged, every fifth begun."""
    body = SAMPLE.read_text("utf-8")[:800]
    for number in range(TEXTS):
        listing = parts.library.put(make_article(f"第{number}篇文章\n\n{body}\n"))  # article number n
        if number % 7 == 0:
            parts.shelf.tag(listing.slug, [f"tag{number % 9}"])
        if number % 5 == 0:
            parts.library.keep_position(listing.slug, 100)


if __name__ == "__main__":
    main()
