"""Does things to a library over and over until it is killed: run as a program by ``test_faults.py``.

Each line of standard input orders one deed, which is done in a process of its own,
forked, so that 50 of them cost no 50 starts. Each line of standard output is
something that the library has acknowledged, or ``over``: true where the deed was
ended by us, or came to its own end well.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
import traceback
from itertools import count
from pathlib import Path

from alembic import command  # noqa: F401 - imported once, before the forks

import webapp.store.migrations  # noqa: F401
from webapp.config import Settings
from webapp.reader.backup import restore
from webapp.reader.editing import Editor
from webapp.reader.exchange import take
from webapp.reader.library import open_database, open_library
from webapp.store import schema

BACKUPS = 4
SHARED = 5  # texts that all of a crowd add


begun: list[int] = []  # in the process of a deed: a pipe that is closed with the first acknowledgement


def text_of(seed: int, number: int) -> str:
    return f"第{seed}本的第{number}篇：银行在哪里？\n" * 60  # the n-th piece of book s: where is the bank?


def version_of(number: int) -> str:
    return f"{number}改了又改。\n" + "春天来了。\n" * 400  # changed again and again; spring has come


def number_in(text: str) -> int:
    return int(text.partition("改")[0])


def say(**facts: object) -> None:
    os.write(1, json.dumps(facts).encode() + b"\n")
    if begun:
        os.close(begun.pop())  # whoever waits at its other end knows that work is under way


def adding(settings: Settings, seed: int, most: int = 1_000_000) -> None:
    library = open_library(settings)
    for number in range(most):
        whose = 0 if most < 1_000 and number < SHARED else seed
        say(slug=library.add_text(text_of(whose, number)).slug, text=text_of(whose, number))


def editing(settings: Settings, slug: str) -> None:
    editor = Editor(open_library(settings).database)
    while True:
        draft = editor.draft(slug, 1)
        number = number_in(draft.text) + 1
        editor.save(slug, 1, f"{number}{draft.text[draft.text.index('改') :]}", draft.version)
        say(number=number)


def correcting(settings: Settings, after: int) -> None:
    library = open_library(settings)
    for number in count(after + 1):
        said = [
            {"kind": "cut", "text": f"第{number}行", "cut": [f"第{number}", "行"]},  # the n-th line
            {"kind": "gloss", "text": f"第{number}行", "gloss": f"line {number}"},
        ]
        take(library, json.dumps({"corrections": said}).encode(), "Line 1")
        say(number=number)


def restoring(settings: Settings, folder: str, after: int) -> None:
    database = open_library(settings).database
    for number in count(after + 1):
        restore(database, Path(folder) / f"{number % BACKUPS}", replace=True)
        say(number=number % BACKUPS)


def migrating(settings: Settings) -> None:
    database = open_database(settings)
    while True:
        schema.upgrade(database)
        say(revision=schema.REVISIONS[-1])
        schema.downgrade(database, "0001")
        say(revision="0001")


def begin(settings: Settings, order: dict[str, object]) -> tuple[int, int]:
    """Begin a deed; return its process, and a pipe that ends with its first acknowledgement."""
    under_way, announces = os.pipe()
    process = os.fork()
    if process == 0:
        begun.append(announces)
        try:
            globals()[str(order["deed"])](settings, **order["with"])
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    os.close(announces)
    return process, under_way


def main() -> None:
    settings = Settings(
        home=Path(sys.argv[1]), cache_folder=Path(sys.argv[1]), database_url=sys.argv[2] or None
    )
    for line in sys.stdin:
        orders = json.loads(line)
        deeds = [begin(settings, order) for order in orders["deeds"]]
        if "seconds" in orders:
            for process, under_way in deeds:
                os.read(under_way, 1)
                time.sleep(orders["seconds"])
                os.kill(process, signal.SIGKILL)
        ends = [os.waitpid(process, 0)[1] for process, _ in deeds]
        for _, under_way in deeds:
            os.close(under_way)
        say(over=all(end in (0, signal.SIGKILL) for end in ends))


if __name__ == "__main__":
    main()
