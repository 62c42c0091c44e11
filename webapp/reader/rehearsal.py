"""Words that every text has, looked up before anybody waits for them.

What a word means is worked out when it is first met, and kept. Half of the words of
a page are met on any page, so the first page would be the slowest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.reader.cards import Cards
from webapp.reader.page import build_page

if TYPE_CHECKING:
    from webapp.reader.engine import Engine

HIGHEST_LEVEL = 6  # five thousand words, and ten megabytes
WORDS_AT_ONCE = 60  # some hundredths of a second


def rehearse(engine: Engine, cards: Cards | None = None) -> Iterator[None]:
    """Make pages of the words of the first levels of the syllabus, a few words at each step.

    ``cards`` are those of the pages to come, which then have them already.
    """
    cards = cards or Cards(engine)
    words = [word for word, level in engine.levels.words.items() if level <= HIGHEST_LEVEL]
    for first in range(0, len(words), WORDS_AT_ONCE):
        build_page(engine.annotator.document("，".join(words[first : first + WORDS_AT_ONCE])), cards, "")
        yield
