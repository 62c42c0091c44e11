"""Let Python's cycle collector rest while very many small values are made.

An annotation is a tree of frozen values, which cannot hold a cycle; looking
through all of them again and again costs a fifth of the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Switch the collector off, and on again at the end if it was on.

    Where two threads overlap it comes back a little early, which costs time only.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
