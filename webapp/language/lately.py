"""What was asked for lately, and no more than that.

A server that is read for hours meets ever more words. To forget all of them at once
makes the next page slow, and to note each use in an order takes time with each of a
thousand tokens. So there are two halves: what is asked for moves into the new one, and
when that is full, what is left in the old one goes.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Lately(Generic[Key, Value]):
    """A dictionary of at most ``most`` values, those that were asked for last among them.

    Threads may share one: two that miss the same key each make their own value, and one of them is kept.
    """

    def __init__(self, most: int) -> None:
        self._half = max(1, most // 2)
        self._new: dict[Key, Value] = {}
        self._old: dict[Key, Value] = {}

    def __len__(self) -> int:
        return len(self._new) + len(self._old)

    def get(self, key: Key) -> Value | None:
        """Return what is kept for a key, None where that is nothing."""
        found = self._new.get(key)
        if found is None:
            found = self._old.pop(key, None)
            if found is not None:
                self.keep(key, found)
        return found

    def keep(self, key: Key, value: Value) -> Value:
        """Keep a value, and return it."""
        if len(self._new) >= self._half:
            self._old, self._new = self._new, {}
        self._new[key] = value
        return value
