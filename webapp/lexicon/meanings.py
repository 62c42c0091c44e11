"""Turn pointers into meanings: "see 無可厚非" shows what 无可厚非 means.

An entry that says nothing but where to look gets the senses found there; the
pointer itself stays, as the last sense, for it says how the two words relate.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from webapp.lexicon.cedict import Entry, syllables
from webapp.lexicon.references import Reference, reference

FOLLOWED = ("variant", "see", "same", "erhua", "abbreviation", "see also")
"""Pointers whose target means the same; "used in 葡萄" does not mean a grape."""
DEPTH = 3


class Dictionary(Protocol):
    """Where targets are looked up."""

    def entries(self, form: str, /) -> tuple[Entry, ...]: ...


def is_pointer(entry: Entry) -> bool:
    """Whether an entry only says where to look."""
    return entry.reference is not None and all(map(reference, entry.senses))


def with_meanings(entry: Entry, dictionary: Dictionary, depth: int = DEPTH) -> Entry:
    """Return the entry with meanings first: its own, else those that it points to."""
    if entry.reference is None:
        return entry
    pointers = [reference(sense) for sense in entry.senses]
    own = [sense for sense, pointer in zip(entry.senses, pointers, strict=True) if pointer is None]
    pointing = [sense for sense, pointer in zip(entry.senses, pointers, strict=True) if pointer]
    found: list[str] = []
    if not own and depth:
        for pointer in pointers:
            if pointer and pointer.kind in FOLLOWED:
                target = _target(pointer, entry, dictionary, depth)
                found += [sense for sense in target if sense not in found]
    return replace(entry, senses=(*own, *found, *pointing))


def _target(pointer: Reference, origin: Entry, dictionary: Dictionary, depth: int) -> tuple[str, ...]:
    """Return the senses of the entry that a pointer names, itself resolved."""
    candidates = [
        entry
        for entry in dictionary.entries(pointer.simplified)
        if (entry.traditional, entry.syllables) != (origin.traditional, origin.syllables)
    ]
    if pointer.reading:
        wanted = [s.lower() for s in syllables(pointer.reading)]
        candidates = [e for e in candidates if [s.lower() for s in e.syllables] == wanted] or candidates
    exact = [entry for entry in candidates if entry.traditional == pointer.traditional] or candidates
    exact = [entry for entry in exact if not entry.is_surname] or exact
    if not exact:
        return ()
    resolved = with_meanings(exact[0], dictionary, depth - 1)
    return tuple(sense for sense in resolved.senses if reference(sense) is None)
