"""From a warm start to the first page, and what the page weighs.

python -m benchmarks.startup [--runs N]
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from benchmarks.server import PINDU, Server, environment_of, first_answer, serving
from benchmarks.speed import SAMPLE

ASSET = re.compile(r'(?:src|href)="([^"]+\.(?:js|css|svg))"')
IMPORT = re.compile(r'(?:from|import)\s*"([^"]+\.js)"|@import\s+(?:url\()?"([^"]+\.css)"')


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--runs", type=int, default=5)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as home:
        environment = environment_of(Path(home))
        added = subprocess.run(
            [*PINDU, "add", str(SAMPLE)], env=environment, capture_output=True, text=True, check=True
        )
        path = urlsplit(added.stdout.strip()).path
        seconds = []
        for _ in range(asked.runs):
            started = time.perf_counter()
            with serving(environment) as server:
                page = first_answer(server, path)
                seconds.append(time.perf_counter() - started)
                weight = page_bytes(server, path, page)
        print(f"warm start to the first 200 of the article page: {statistics.median(seconds):.2f} s")
        print(f"the page with its styles and scripts, compressed: {weight / 1000:.1f} kB")


def page_bytes(server: Server, path: str, page: bytes) -> int:
    """Return the compressed size of a page and all styles and scripts it leads to."""
    waiting = [urljoin(path, found) for found in ASSET.findall(server.plain(path))]
    seen: set[str] = set()
    size = len(page)
    while waiting:
        asset = waiting.pop()
        if asset not in seen:
            seen.add(asset)
            size += len(server.get(asset)[1])
            text = server.plain(asset)
            waiting += [urljoin(asset, script or style) for script, style in IMPORT.findall(text)]
    return size


if __name__ == "__main__":
    main()
