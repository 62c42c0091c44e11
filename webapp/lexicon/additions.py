"""Everyday senses that CC-CEDICT lacks, in words of our own, joined to its lines before they are compiled.

``data/additions.tsv`` names an entry as an export does, 跳 跳 [tiao4], and lists senses.
They come last in that entry; where an export has no such entry they are one of their own.
A newer export may have found the same gap: what it says first stays, ours is left out.
The compiled file, the command line and the page count them apart from the dictionary's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from webapp.lexicon.glosses import PARENTHESES, alternatives
from webapp.lexicon.tables import rows

ENTRY = re.compile(r"\S+ \S+ \[\[?[^\[\]]+\]\]?(?= /)")
"""How a line begins that holds an entry."""


def additions() -> dict[str, tuple[str, ...]]:
    """Return the senses of the table, by the entry they belong to."""
    return {entry: tuple(senses.strip("/").split("/")) for entry, senses in rows("additions.tsv", 2)}


def with_additions(lines: Iterable[str], added: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the lines of an export with the senses that they lack, new entries at the end.

    >>> export = ["跳 跳 [tiao4] /to jump/", "花 花 [hua1] /flower/"]
    >>> list(with_additions(export, {"跳 跳 [tiao4]": ("to dance",), "花 花 [hua1]": ("flower",), "甲 甲 [jia3]": ("A",)}))
    ['跳 跳 [tiao4] /to jump/to dance/', '花 花 [hua1] /flower/', '甲 甲 [jia3] /A/']
    """
    left = dict(added)
    for line in lines:
        found = ENTRY.match(line)
        senses = left.pop(found[0], ()) if found else ()
        known = {meaning(part) for sense in line.split("/") for part in alternatives(sense)} if senses else ()
        lacking = [sense for sense in senses if meaning(sense) not in known]
        yield "/".join((line.rstrip().removesuffix("/"), *lacking, "")) if lacking else line
    for entry, senses in left.items():
        yield f"{entry} /{'/'.join(senses)}/"


def meaning(sense: str) -> str:
    """Return the first alternative of a sense without what explains it.

    >>> meaning("to play (a board game); to make a move")
    'to play'
    """
    return PARENTHESES.sub("", next(iter(alternatives(sense)), "")).strip()
