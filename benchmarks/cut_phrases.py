"""Read ``cut_contexts.tsv``, from which both tables that settle cuts are learnt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CONTEXTS = Path(__file__).with_name("cut_contexts.tsv")


class Phrase(NamedTuple):
    """A phrase; its borders that are told, and the places where there is surely none."""

    text: str
    words: dict[int, bool]  # where a marked word of two characters begins, and whether it is cut
    borders: frozenset[int]
    bound: frozenset[int]


def phrases(path: Path = CONTEXTS) -> Iterator[Phrase]:
    """Yield each phrase of a file: ``[马上]下来`` has a word marked, ``从[马|上]下来`` a border."""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        text, words, borders, bound = "", {}, set(), set()
        for part in re.split(r"(\[[^\]]*\])", line):
            if part.startswith("["):
                inside = part[1:-1]
                at = len(text)
                if len(inside.replace("|", "")) == 2:
                    words[at] = "|" in inside
                for char in inside:
                    if char == "|":
                        borders.add(at)
                    else:
                        bound.add(at)
                        at += 1
                bound -= borders | {len(text)}
            text += re.sub(r"[\[\]|]", "", part)
        yield Phrase(text, words, frozenset(borders), frozenset(bound))
