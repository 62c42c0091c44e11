"""From a warm start to the first page; what the page weighs; memory after a million characters.

    python -m benchmarks.startup [FOLDER] [--runs N]

The million characters are those of the ``.txt`` files of FOLDER (or
``PINDU_BENCH_TEXTS``), else the sample article again and again.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urljoin

from benchmarks.speed import SAMPLE, batches
from webapp.config import Settings
from webapp.reader.cards import Cards
from webapp.reader.engine import open_engine

MILLION = 1_000_000
PATIENCE_SECONDS = 60
ASSET = re.compile(r'(?:src|href)="([^"]+\.(?:js|css|svg))"')
IMPORT = re.compile(r'(?:from|import)\s*"([^"]+\.js)"|@import\s+(?:url\()?"([^"]+\.css)"')


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folder", nargs="?", default=os.environ.get("PINDU_BENCH_TEXTS", ""))
    options.add_argument("--runs", type=int, default=5)
    options.add_argument(
        "--memory", action="store_true", help=argparse.SUPPRESS
    )  # this process is the one measured
    asked = options.parse_args()
    if asked.memory:
        annotate_a_million(asked.folder)
        return
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"PINDU_HOME": home, "PINDU_CACHE": str(Path(home, "cache"))}
        pindu = [sys.executable, "-m", "webapp"]
        added = subprocess.run(
            [*pindu, "add", str(SAMPLE)], env=environment, capture_output=True, text=True, check=True
        )
        path = "/" + added.stdout.strip().split("/", 3)[3]
        seconds = []
        for _ in range(asked.runs):
            with served([*pindu, "serve"], environment, path) as (spent, address, page):
                seconds.append(spent)
                weight = page_bytes(address, page)
        print(f"warm start to the first 200 of the article page: {statistics.median(seconds):.2f} s")
        print(f"the page with its styles and scripts, compressed: {weight / 1000:.1f} kB")
        measured = [sys.executable, "-m", "benchmarks.startup", asked.folder, "--memory"]
        print(
            subprocess.run(
                measured, env=environment, capture_output=True, text=True, check=True
            ).stdout.strip()
        )


@contextmanager
def served(command: list[str], environment: dict[str, str], path: str) -> Iterator[tuple[float, str, bytes]]:
    """Serve for a while; gives the seconds to the first 200, the page's address and its bytes."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}{path}"
    started = time.perf_counter()
    server = subprocess.Popen(
        [*command, "--port", str(port)], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        page = first_answer(address, server, started + PATIENCE_SECONDS)
        yield time.perf_counter() - started, address, page
    finally:
        server.terminate()
        server.wait()


def first_answer(address: str, server: subprocess.Popen[bytes], deadline: float) -> bytes:
    while server.poll() is None and time.perf_counter() < deadline:
        with suppress(OSError):
            return packed(address)
        time.sleep(0.005)
    raise SystemExit(f"{address} does not answer: try 'pindu serve' by itself")


def packed(address: str) -> bytes:
    """Return the bytes that travel."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip", "Accept": "text/html,*/*"})
    with urllib.request.urlopen(request) as answer:
        return bytes(answer.read())


def page_bytes(address: str, page: bytes) -> int:
    """Return the compressed size of a page and all styles and scripts it leads to."""
    with urllib.request.urlopen(address) as answer:
        html = answer.read().decode("utf-8")
    waiting = [urljoin(address, found) for found in ASSET.findall(html)]
    seen: set[str] = set()
    size = len(page)
    while waiting:
        asset = waiting.pop()
        if asset not in seen:
            seen.add(asset)
            size += len(packed(asset))
            with urllib.request.urlopen(asset) as answer:
                text = answer.read().decode("utf-8")
            waiting += [urljoin(asset, script or style) for script, style in IMPORT.findall(text)]
    return size


def annotate_a_million(folder: str) -> None:
    texts = [path.read_text("utf-8") for path in sorted(Path(folder).glob("*.txt"))] if folder else []
    text = "\n".join(texts) or SAMPLE.read_text("utf-8")
    text = (text * (MILLION // len(text) + 1))[:MILLION]
    engine = open_engine(Settings.from_environment(os.environ))
    cards = Cards(engine)
    at_start = peak_megabytes()
    for batch in batches(text):
        for tokens in engine.annotator.sentences(batch):
            cards.cards(tokens)
    print(
        f"memory: {at_start:.0f} MB once open, at most {peak_megabytes():.0f} MB while annotating {len(text):,} characters"
    )


def peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1000


if __name__ == "__main__":
    main()
