"""Characters a second: jieba alone, jieba + pypinyin per word, and our whole annotation.

    python -m benchmarks.speed [FOLDER] [--runs N]

On the sample article, and on the ``.txt`` files of FOLDER (or ``PINDU_BENCH_TEXTS``).
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from pypinyin import lazy_pinyin

from tests.quality.baselines import tokenizer
from webapp.config import Settings
from webapp.reader import contract
from webapp.reader.cards import Cards
from webapp.reader.engine import Engine, open_engine

SAMPLE = Path(__file__).parent.parent / "seeds" / "000_bfa1f241c2576418.txt"
SHORT_CHARS = 20_000  # a shorter text is annotated over and over until it is this long
BATCH_LINES = 400
FIELDS = ("text", "kind", "ruby", "pinyin", "spoken", "gloss", "note", "level", "doubtful")

Method = Callable[[str], object]


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folder", nargs="?", default=os.environ.get("PINDU_BENCH_TEXTS", ""))
    options.add_argument("--runs", type=int, default=3)
    asked = options.parse_args()
    started = time.perf_counter()
    engine = open_engine(Settings.from_environment(os.environ))
    print(f"engine opened in {time.perf_counter() - started:.2f} s; medians of {asked.runs} runs\n")
    methods = all_methods(engine)
    print("| text | characters | " + " | ".join(methods) + " | document / naive |")
    print("|---" * (len(methods) + 3) + "|")
    for path in [SAMPLE, *sorted(Path(asked.folder).glob("*.txt") if asked.folder else [])]:
        text = path.read_text("utf-8")
        speeds = chars_per_second(text, methods, asked.runs)
        cells = [f"{speed:,.0f}" for speed in speeds.values()]
        ratio = speeds["pindu, document"] / speeds["jieba + pypinyin"]
        print(f"| {path.stem[:24]} | {len(text):,} | " + " | ".join(cells) + f" | {ratio:.2f} |", flush=True)


def all_methods(engine: Engine) -> dict[str, Method]:
    cut = tokenizer().cut

    def whole_lines(text: str) -> None:
        cards = Cards(engine)
        for batch in batches(text):
            for line, tokens in zip(batch, engine.annotator.sentences(batch), strict=True):
                contract.dump(contract.line(line, cards.cards(tokens), FIELDS))

    return {
        "jieba.cut": lambda text: list(cut(text)),
        "jieba + pypinyin": lambda text: [lazy_pinyin(word) for word in cut(text)],
        "pindu, document": engine.annotator.document,
        "pindu, lines with glosses": whole_lines,
    }


def chars_per_second(text: str, methods: dict[str, Method], runs: int) -> dict[str, float]:
    """Run the methods in turn, so that a slow moment of the machine meets them all."""
    times = max(1, SHORT_CHARS // len(text))
    seconds: dict[str, list[float]] = {name: [] for name in methods}
    for method in methods.values():
        method(text[:2000])  # what is made once is not measured
    for _ in range(runs):
        for name, method in methods.items():
            started = time.perf_counter()
            for _ in range(times):
                method(text)
            seconds[name].append(time.perf_counter() - started)
    return {name: len(text) * times / statistics.median(spent) for name, spent in seconds.items()}


def batches(text: str) -> Iterator[list[str]]:
    lines = text.split("\n")
    for start in range(0, len(lines), BATCH_LINES):
        yield lines[start : start + BATCH_LINES]


if __name__ == "__main__":
    main()
