"""Let Python's cycle collector rest while very many small values are made.

An annotation is a tree of frozen values, which cannot hold a cycle; looking
through all of them again and again costs a fifth of the time. And what a server
keeps in memory to be quick (dictionary, words, cards) grows page by page: to look
through all of it takes a quarter of a second in which nobody is answered.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (10_000, 20, 50)
"""Ten million values made and kept, net, between two looks through everything; Python's own is 70,000."""


def settle() -> None:
    """Say that a server has been put together: all there is now stays, and is never searched for garbage."""
    gc.collect()
    search_seldom()


def search_seldom() -> None:
    """Let all there is now stay, and look through the rest once in a long while: for what makes many values and ends."""
    gc.freeze()
    gc.set_threshold(*SELDOM)


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Switch the collector off, and on again at the end if it was on.

    What was made meanwhile is put among the old values, unsearched: a first look through all
    of a novel would take as long as to cut a tenth of it. A server keeps only pages, and
    what it froze must stay frozen. Where two threads overlap the collector comes back a
    little early, which costs time only.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if gc.get_threshold() != SELDOM:  # nothing is frozen; to count what is takes milliseconds
                gc.freeze()
                gc.unfreeze()
            gc.enable()
