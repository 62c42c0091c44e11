"""Separable verbs taken apart: 吃了饭 is 吃饭, 帮他的忙 is 帮忙, 见过面 is 见面."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress

from webapp.language.constructions import Clause, Finding
from webapp.language.word_classes import ASPECTS, DIGITS, PRONOUNS

FARTHEST = 4
"""At most so many words stand between the verb and its object."""
OPENING = ASPECTS | DIGITS | PRONOUNS | {"个", "次", "什么", "点", "完", "好"}
"""What comes right after the verb when its object has moved away."""
_BETWEEN = (
    "aspect",
    "number",
    "measure",
    "person",
    "particle",
    "degree",
    "reduplicated",
    "name",
    "demonstrative",
)


def find_separable(clause: Clause) -> Iterator[tuple[int, Finding]]:
    """Yield the place of each separated verb with its note; the object is the finding's partner."""
    plain = clause.plain
    for verb in compress(range(len(plain) - 2), map(OPENING.__contains__, plain[1:])):
        text = plain[verb]
        if len(text) != 1 or not clause.has(verb, "verb"):
            continue
        for object_ in range(verb + 2, min(verb + 2 + FARTHEST, len(plain))):
            if not clause.has(object_ - 1, *_BETWEEN):
                break
            whole = text + plain[object_]
            if (
                len(plain[object_]) == 1
                and plain[object_] != text
                and clause.is_word(whole)
                and "verb" in clause.classify(whole)
            ):
                own = clause.own(verb) + clause.own(object_)
                note = f"{clause.own(verb)} … {clause.own(object_)}: the verb {own}, taken apart"
                yield verb, Finding(note, "verb", (object_,))
                break
