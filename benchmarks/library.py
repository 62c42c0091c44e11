"""How long readers wait for their library: adding, turning pages, looking, searching; and what it takes of memory.

    python -m benchmarks.library [TEXT] [--runs N]

TEXT is a novel, or a folder with one (or ``PINDU_BENCH_TEXTS``); without it one is put
together. Every run has an empty library and a server of its own, which has been up for
some seconds. Cold pages are asked for with pauses, as a reader makes them: the page
after is prepared meanwhile.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import quote

from benchmarks.novel import novel
from benchmarks.server import Server, environment_of, first_answer, serving
from benchmarks.writers import all_at_once
from webapp.config import Settings
from webapp.reader.caretaker import Caretaker
from webapp.reader.dictionary import open_dictionary
from webapp.reader.engine import open_engine
from webapp.reader.library import Library, open_library

PAGES = 50
PAUSE_SECONDS = 0.3
SETTLING_SECONDS = 6  # for what the caretaker does after a start and with a new text
ARTICLES = 1_000
NOVELS = 10
QUERIES = (
    "老太太",
    "经济",
    "魑魅",
    "宝玉 林黛玉",
    "yinhang",
    "hospital",
)  # old lady, economy, demons; names; bank
COUNT = re.compile(r'data-count="(\d+)"')

Figures = dict[str, float]


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("text", nargs="?", default=os.environ.get("PINDU_BENCH_TEXTS", ""))
    options.add_argument("--runs", type=int, default=3)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        dictionary = Path(folder, "dictionary")
        open_dictionary(Settings(home=Path(folder), cache_folder=dictionary)).close()

        @contextmanager
        def empty() -> Iterator[dict[str, str]]:
            """Give the environment of an empty library that has a dictionary."""
            with tempfile.TemporaryDirectory() as home:
                shutil.copytree(dictionary, Path(home, "cache"))
                yield environment_of(Path(home))

        runs: list[Figures] = []
        for run in range(asked.runs):
            with empty() as environment:
                runs.append(a_novel(environment, novel(asked.text, run)))
        print("| a library | median | figure |\n|---|---|---|")
        for name in runs[0]:
            show(name, median(run[name] for run in runs))
        with empty() as environment:
            show("library page with 1,000 articles", many_articles(environment))
        with empty() as environment:
            for name, spent in search(environment, asked.text).items():
                show(name, spent)
        all_at_once()


FIGURES = {
    "novel added": "ms, at most 1000",
    "first page after": "ms, at most 60",
    "a page in the middle, cold": "ms, at most 60",
    "a page in the middle, warm": "ms, at most 10",
    "memory after 50 pages": "MB, at most 350",
    "library page with 1,000 articles": "ms, at most 50",
}


def show(name: str, value: float) -> None:
    print(f"| {name} | {value:.1f} | {FIGURES.get(name, 'ms, at most 100')} |", flush=True)


def a_novel(environment: dict[str, str], text: str) -> Figures:
    """Add a novel to a new library, and leaf through it."""
    with serving(environment) as server:
        first_answer(server, "/")
        time.sleep(SETTLING_SECONDS)
        added, path = server.add(text)
        first, _ = server.get(path)
        count = int((COUNT.search(server.plain(path)) or ["", "1"])[1])
        time.sleep(SETTLING_SECONDS)
        pages = random.Random(1).sample(range(2, count + 1), min(PAGES, count - 1))
        cold = [waited(server, f"{path}?page={page}") for page in pages]
        warm = [server.get(f"{path}?page={page}")[0] for page in pages[-10:]]
        return {
            "novel added": added,
            "first page after": first,
            "a page in the middle, cold": median(cold),
            "a page in the middle, warm": median(warm),
            "memory after 50 pages": server.megabytes(),
        }


def waited(server: Server, path: str) -> float:
    time.sleep(PAUSE_SECONDS)
    return server.get(path)[0]


def many_articles(environment: dict[str, str]) -> float:
    """Return the milliseconds of the library's first page with a thousand articles in it."""
    text = novel()
    with opened(environment) as (library, _):
        for number in range(ARTICLES):
            library.add_text(f"短文{number}\n\n{text[number * 900 : number * 900 + 900]}")
    with serving(environment) as server:
        first_answer(server, "/")
        time.sleep(SETTLING_SECONDS)
        return median(server.get("/")[0] for _ in range(20))


def search(environment: dict[str, str], given: str) -> Figures:
    """Return the milliseconds that answers take from ten million characters."""
    with opened(environment) as (library, caretaker):
        for number in range(NOVELS):
            library.add_text(novel(given, number))
        while caretaker.work():
            pass
    with serving(environment) as server:
        first_answer(server, "/")
        time.sleep(SETTLING_SECONDS)
        return {
            f"search in 10 M characters: {query}": median_of(server, f"/?q={quote(query)}")
            for query in QUERIES
        }


def median_of(server: Server, path: str) -> float:
    return median(server.get(path)[0] for _ in range(5))


@contextmanager
def opened(environment: dict[str, str]) -> Iterator[tuple[Library, Caretaker]]:
    """Open a library in this process."""
    settings = Settings.from_environment(environment)
    library = open_library(settings)
    try:
        yield library, Caretaker(library, open_engine(settings))
    finally:
        library.close()


if __name__ == "__main__":
    main()
