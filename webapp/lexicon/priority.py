"""Which entry of a headword an everyday text means, when nothing else is known.

CC-CEDICT sorts the entries of a headword by reading, capitals first, so 605
headwords begin with a surname and many with a variant. Here each entry gets a
rank from what it says of itself; ``data/default_readings.tsv`` names the
everyday reading where that is not enough (长 cháng before zhǎng).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from webapp.lexicon.cedict import Entry
from webapp.lexicon.references import reference

Reading = tuple[str, ...]

ARCHAIC = re.compile(
    r"\((?:[^()]*\b)?(?:old|archaic|literary|classical|dialect|Tw|Cantonese|Japanese kokuji)\b[^()]*\)"
)
POINTER, UNKNOWN = 5, 9
NAME_ONLY = re.compile(
    r"surname |\(?(?:used in|in) (?:place names|given names)|abbr\. for|short name for|abbr\. of"
)


def everyday_first(entries: Sequence[Entry], default: Reading | None = None) -> tuple[Entry, ...]:
    """Sort the entries of a form: everyday meanings, then names, variants, the archaic.

    The least odd entry of the ``default`` reading comes first of all, and the
    others of that reading before those of equal rank.
    """
    if len(entries) < 2:
        return tuple(entries)
    ranks = {id(entry): oddness(entry) for entry in entries}
    best = min((ranks[id(entry)] for entry in entries if entry.syllables == default), default=None)

    def key(entry: Entry) -> tuple[int, bool, int]:
        rank = ranks[id(entry)]
        chosen = entry.syllables == default
        return (-1 if chosen and rank == best else rank, not chosen, -len(entry.senses))

    return tuple(sorted(entries, key=key))


def oddness(entry: Entry) -> int:
    """Return how far from everyday an entry is; 0 is an ordinary word."""
    pointers = sum(1 for sense in entry.senses if reference(sense))
    if "xx5" in entry.syllables:
        return UNKNOWN
    if entry.reference and pointers == len(entry.senses):
        return POINTER + (entry.reference.kind == "variant")
    if all(NAME_ONLY.match(sense) for sense in entry.senses):
        return 4
    if all(ARCHAIC.search(sense) for sense in entry.senses):
        return 3
    if entry.is_proper or entry.is_surname:
        return 2
    return 0
