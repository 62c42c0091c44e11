"""What is made of several words: the gloss of a compound that no dictionary has, and of a verb taken apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from webapp.lexicon.glosses import PARENTHESES, alternatives

LETTERS = re.compile("[a-z]+")
LITTLE = frozenset("a an and at be by for in of on one or s sb sth the to up".split())


def put_together(glosses: Sequence[str | None]) -> str | None:
    """Return the gloss of a compound: the first meaning of each part, None where a part has none.

    >>> put_together(["education (in schools)", "office; bureau"])
    'education + office'
    """
    first = [PARENTHESES.sub("", alternatives(short)[0]) or short for short in glosses if short]
    return " + ".join(first) if len(first) == len(glosses) else None


def share_a_word(one: str, other: str) -> bool:
    """Whether two glosses have a word of some meaning in common, in whatever form.

    >>> share_a_word("to sing", "to sing a song"), share_a_word("to climb", "to be fooled")
    (True, False)
    """
    stems = [{word[:4] for word in LETTERS.findall(text) if word not in LITTLE} for text in (one, other)]
    return not stems[0].isdisjoint(stems[1])
