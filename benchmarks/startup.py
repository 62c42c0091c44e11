"""From a warm start to the first page, and what the page weighs.

python -m benchmarks.startup [--runs N]
"""

from __future__ import annotations

import argparse
import os
import re
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

from benchmarks.speed import SAMPLE

PATIENCE_SECONDS = 60
ASSET = re.compile(r'(?:src|href)="([^"]+\.(?:js|css|svg))"')
IMPORT = re.compile(r'(?:from|import)\s*"([^"]+\.js)"|@import\s+(?:url\()?"([^"]+\.css)"')


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--runs", type=int, default=5)
    asked = options.parse_args()
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


if __name__ == "__main__":
    main()
