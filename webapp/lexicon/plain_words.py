"""What a gloss says where the dictionary describes at length what a word does, or would run on.

着 is an "aspect particle indicating action in progress or ongoing state": true, and no
help under a word. ``data/plain_words.tsv`` says such senses in plain words; other
long ones stop where their meaning is complete.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from webapp.lexicon.tables import rows

CLASSIFIER = re.compile(r"(?:classifier|measure word) ?(?:for|:) .+")
SPELLED_OUT = re.compile(r"(.+): ([a-z, -]+)$")
"""classifier for locations or items of damage: spot, point."""
SHORT_NAME = re.compile(
    r"(?:[^;]*, )?(?:abbr\.|short name|short) (?:for|of) ([A-Z][\w'-]*(?: [A-Z][\w'-]*)*)(?=$|[ ,;(])"
)
PARENTHESES = re.compile(r"\s*\([^()]*\)")
ASIDE = re.compile(r"(?<=[a-z)]), |: | (?=(?:including|especially|esp\.|such as|similar to)\b)")
"""Where a description may stop: what follows says more of the same thing."""
NO_THING = re.compile(r"(?:in|for|at|on|by|during|after|when|if|with|from|used|one of|a|an|the) ")
"""A beginning that says nothing without what follows: "in Qing times, ...". """


@lru_cache(1)
def _table() -> tuple[re.Pattern[str], Mapping[str, str]]:
    said = dict(rows("plain_words.tsv", 2))
    return re.compile("|".join(map(re.escape, sorted(said, key=len, reverse=True)))), said


def plain_words(sense: str) -> str | None:
    """Return the plain words for a sense, cited Chinese in simplified characters, None where it needs none.

    >>> plain_words("aspect particle indicating action in progress or ongoing state")
    '…ing (going on, or staying so)'
    >>> plain_words("abbr. for Hunan 湖南 province in south central China")
    'short for Hunan'
    >>> plain_words("to run") is None
    True
    """
    pattern, said = _table()
    found = pattern.match(sense)
    if found:
        return said[found[0]]
    name = SHORT_NAME.match(sense)
    return f"short for {name[1]}" if name else None


def stopped(alternative: str, length: int) -> str:
    """Return a long alternative as far as it names a thing, or as it is when it cannot stop early enough.

    >>> stopped("classifier for buildings, mountains and similar immovable objects", 40)
    'classifier for buildings, mountains etc'
    >>> stopped("classifier for locations or items of damage: spot, point", 40)
    'spot, point (classifier)'
    >>> stopped("oriole or various birds of the Sylvidae family including warblers", 60)
    'oriole or various birds of the Sylvidae family'
    >>> stopped("in Qing times, a specific form of salutation", 40)
    'in Qing times, a specific form of salutation'
    """
    if CLASSIFIER.match(alternative):
        return _classifier(alternative, length)
    if NO_THING.match(alternative):
        return alternative
    bare = PARENTHESES.sub("", alternative)
    if bare != alternative:
        short = stopped(bare, length)
        return short if short != bare else alternative
    ends = [found.start() for found in ASIDE.finditer(alternative) if 3 < found.start() <= length]
    return alternative[: ends[-1]] if ends else alternative


def _classifier(alternative: str, length: int) -> str:
    spelled = SPELLED_OUT.match(alternative)
    if spelled and len(spelled[2]) + 13 <= length:
        return f"{spelled[2]} (classifier)"
    counted = re.split(
        r", | and | or ", re.sub(r",? (?:esp\.|e\.g\.) ?", ", ", spelled[1] if spelled else alternative)
    )
    while len(counted) > 1 and len(", ".join(counted)) + 4 > length:
        counted.pop()
    short = ", ".join(counted).removesuffix(" etc") + " etc"
    return short if len(short) <= length else alternative
