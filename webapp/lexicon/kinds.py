"""What a Chinese word names, told by the head of its English: 总经理 "general manager" is a person.

The hand-made fields (``data/fields.tsv``) list the words that matter most; here any
word of the dictionary gets a field, so that "to treat" is meant before every kind of
person and "to sauté" before every dish.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from webapp.lexicon.cedict import Entry
from webapp.lexicon.tables import rows

LOOKED_AT = 2
"""How many senses of an entry say what it names; later ones are rarely meant."""
PARENTHESES = re.compile(r"\([^()]*\)")
END = re.compile(r"\s(?:of|for|in|on|with|who|that|which|from|to|at|used|or|and|by|made|where|as)\s|[,;(]")
NO_NOUN = re.compile(
    r"(?:to|surname|variant|old variant|see|abbr\.|CL:|classifier|used|by|in|at|on|of|for|from|with|as|when|not|without) "
)


class Kinds:
    """The fields of words by their dictionary entries."""

    def __init__(self, fields: Mapping[str, frozenset[str]]) -> None:
        self._fields = fields

    @classmethod
    def load(cls) -> Kinds:
        """Read ``data/english_kinds.tsv``."""
        fields: dict[str, set[str]] = {}
        for field, nouns in rows("english_kinds.tsv", 2):
            for noun in nouns.split():
                fields.setdefault(noun, set()).add(field)
        return cls({noun: frozenset(names) for noun, names in fields.items()})

    def of(self, entries: Iterable[Entry]) -> frozenset[str]:
        """Return the fields of a word with these entries.

        >>> entry = Entry("總經理", "总经理", ("zong3", "jing1", "li3"), ("general manager; CEO",))
        >>> sorted(Kinds.load().of([entry]))
        ['person']
        """
        found: set[str] = set()
        for entry in entries:
            if not entry.is_surname:
                for sense in entry.senses[:LOOKED_AT]:
                    found |= self._fields.get(head(sense), frozenset())
        return frozenset(found)


def head(sense: str) -> str:
    """Return the noun that a sense is about, "" when it is none.

    >>> head("(old) rice wine made of millet"), head("to pull"), head("Chinese cabbage")
    ('wine', '', 'cabbage')
    """
    if NO_NOUN.match(sense):
        return ""
    bare = PARENTHESES.sub("", sense).strip()
    found = END.search(bare)
    words = (bare[: found.start()] if found else bare).split()
    return words[-1] if words else ""
