"""Memory of a process that annotates a million characters: page by page, and held as one document.

    python -m benchmarks.memory [FOLDER]

The million characters are those of the ``.txt`` files of FOLDER (or
``PINDU_BENCH_TEXTS``), else the sample article again and again. Each figure is
the peak of a process of its own.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.speed import SAMPLE, batches
from webapp.config import Settings
from webapp.reader.cards import Cards
from webapp.reader.engine import Engine, open_engine

MILLION = 1_000_000


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folder", nargs="?", default=os.environ.get("PINDU_BENCH_TEXTS", ""))
    options.add_argument("--only", choices=WAYS, help="Measure this process in one way.")
    asked = options.parse_args()
    if asked.only:
        measure(asked.only, asked.folder)
        return
    print("| a million characters | once open | at most |\n|---|---|---|")
    for way in WAYS:
        command = [sys.executable, "-m", "benchmarks.memory", asked.folder, "--only", way]
        print(subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip(), flush=True)


def measure(way: str, folder: str) -> None:
    texts = [path.read_text("utf-8") for path in sorted(Path(folder).glob("*.txt"))] if folder else []
    text = "\n".join(texts) or SAMPLE.read_text("utf-8")
    text = (text * (MILLION // len(text) + 1))[:MILLION]
    engine = open_engine(Settings.from_environment(os.environ))
    at_start = peak_megabytes()
    WAYS[way](engine, text)
    print(f"| {way} | {at_start:.0f} MB | {peak_megabytes():.0f} MB |")


def by_line(engine: Engine, text: str) -> None:
    """As a worker does that serves page after page: senses chosen, nothing kept but what is shared."""
    cards = Cards(engine)
    for batch in batches(text):
        for tokens in engine.annotator.sentences(batch):
            cards.cards(tokens)


def as_one_document(engine: Engine, text: str) -> None:
    """As a program does that wants all of a novel at once."""
    document = engine.annotator.document(text)
    if len(document.text) != len(text):
        raise SystemExit("the document does not spell its text")


WAYS: dict[str, Callable[[Engine, str], None]] = {
    "page by page, with senses": by_line,
    "one document, held": as_one_document,
}


def peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1000


if __name__ == "__main__":
    main()
