"""Find doubled words that no dictionary lists: 试试, 高高兴兴."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from operator import eq

from webapp.language.cues import Classify
from webapp.language.word_classes import CLOSED_CLASS

_AABB = re.compile(r"(.)\1(.)\2")


def doubled(
    words: Sequence[str], is_word: Callable[[str], bool], classify: Classify
) -> list[tuple[int, int]]:
    """Return the ranges of words that together are one doubled verb or adjective.

    >>> def classify(word): return frozenset({"verb"})
    >>> doubled(["试", "试", "看"], lambda word: False, classify)
    [(0, 2)]
    >>> doubled(["高", "高兴", "兴", "地"], {"高兴"}.__contains__, classify)
    [(0, 3)]
    """
    text = "".join(words)
    if not any(map(eq, text, text[1:])):  # most sentences: no character stands beside itself
        return []
    found = [
        (index, index + 2)
        for index, word in enumerate(words[:-1])
        if len(word) == 1
        and word == words[index + 1]
        and word not in CLOSED_CLASS
        and "verb" in classify(word)
        and words[index + 2 : index + 3] != [word]
        and words[max(0, index - 1) : index] != [word]
    ]
    for match in _AABB.finditer(text):
        if match[1] != match[2] and is_word(match[1] + match[2]):
            places = {0: 0}
            for index, word in enumerate(words):
                places[max(places) + len(word)] = index + 1
            if match.start() in places and match.end() in places:
                found.append((places[match.start()], places[match.end()]))
    return [(start, end) for start, end in found if end - start > 1]
