"""A thousand articles added by eight processes at once to one library: none may be lost, and none doubled.

python -m benchmarks.writers
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.store.postgres import NotInstalledError, running_cluster
from webapp.config import Settings
from webapp.reader.library import open_library

PROCESSES = 8
EACH = 125
WRITE = """
import sys
from pathlib import Path
from webapp.config import Settings
from webapp.reader.library import open_library

home, url, process, count = sys.argv[1:]
library = open_library(Settings(home=Path(home), cache_folder=Path(home), database_url=url or None))
for number in range(int(count)):
    library.add_text(f"第{process}本书第{number}章\\n\\n" + "他在银行工作。我们都喜欢他。\\n" * 30)
"""


def all_at_once() -> None:
    """Print what became of them on each database that there is."""
    with tempfile.TemporaryDirectory() as home:
        show("SQLite", Path(home), None)
    try:
        with running_cluster() as cluster, tempfile.TemporaryDirectory() as home:
            show("PostgreSQL", Path(home), cluster.new_database())
    except NotInstalledError as missing:
        print(f"\nPostgreSQL is not installed ({missing} is missing): nothing was added to one.")


def show(name: str, home: Path, url: str | None) -> None:
    started = time.perf_counter()
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", WRITE, str(home), url or "", str(number), str(EACH)],
            stderr=subprocess.PIPE,
        )
        for number in range(PROCESSES)
    ]
    complaints = [process.communicate()[1].decode() for process in processes]
    spent = time.perf_counter() - started
    library = open_library(Settings(home=home, cache_folder=home, database_url=url))
    found = library.list()
    library.close()
    if failed := [said for process, said in zip(processes, complaints, strict=True) if process.returncode]:
        raise SystemExit(failed[0])
    titles = {listing.title for listing in found}
    lost, doubled = PROCESSES * EACH - len(titles), len(found) - len(titles)
    print(
        f"\n{PROCESSES * EACH:,} articles by {PROCESSES} processes into {name}: {spent:.1f} s, {lost} lost, {doubled} doubled"
    )


if __name__ == "__main__":
    all_at_once()
