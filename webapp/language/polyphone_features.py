"""What stands around a polyphone, as numbers the model has weights for.

A *feature* is a few characters at fixed distances from the polyphone, for
example the two before it, or the one before and the one after; or one character
that stands anywhere near it, for what belongs together in any order (鞋带系好, 系上
鞋带). Features are hashed, so that a million characters need no strings; the same
arithmetic runs when the model is trained and when it reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Codes = npt.NDArray[np.uint32]

REACH: Final = 6  # how far a feature looks, in characters
TEMPLATES: Final[tuple[tuple[int, ...], ...]] = (
    (),
    *((distance,) for distance in (-4, -3, -2, -1, 1, 2, 3, 4)),
    (-2, -1),
    (-1, 1),
    (1, 2),
    (-3, -2),
    (2, 3),
    (-3, -2, -1),
    (-2, -1, 1),
    (-1, 1, 2),
    (1, 2, 3),
    (-2, -1, 1, 2),
)
NEAR: Final = (*range(-REACH, 0), *range(1, REACH + 1))
"""Distances of the single characters that count wherever they stand."""
FEATURES: Final = len(TEMPLATES) + len(NEAR)
EDGE: Final = 0  # stands before the first and after the last character of a sentence
OPEN: Final = 0xFFFFFFFF  # stands there when what lies outside is not known: a word out of its sentence
_DIGIT: Final = 0x30
_LETTER: Final = 0x41

_MIX: Final = np.uint64(0x9E3779B97F4A7C15)
_FOLD: Final = np.uint64(0xD6E8FEB86659FD93)
_SHIFT: Final = np.uint64(32)


def windows(texts: Sequence[str], wanted: Sequence[Sequence[int]], outside: int = EDGE) -> Codes:
    """Return the code points around each wanted position, one row a position.

    Digits count as one character and Latin letters as another.
    """
    gap = chr(outside) * REACH if outside <= 0x10FFFF else "\0" * REACH
    codes = np.frombuffer(gap.join(["", *texts, ""]).encode("utf-32-le", "surrogatepass"), np.uint32).copy()
    starts = np.cumsum([REACH, *(len(text) + REACH for text in texts)])[:-1]
    counts = [len(places) for places in wanted]
    places = np.fromiter((place for row in wanted for place in row), np.intp, sum(counts))
    codes[(codes >= 0x30) & (codes <= 0x39) | (codes >= 0xFF10) & (codes <= 0xFF19)] = _DIGIT
    folded = codes & ~np.uint32(0x20)
    codes[(folded >= 0x41) & (folded <= 0x5A)] = _LETTER
    if outside == OPEN:
        codes[codes == 0] = OPEN
    centres = places + np.repeat(starts, counts)
    around: Codes = codes[centres[:, None] + np.arange(-REACH, REACH + 1)]
    return around


def hashes(around: Codes) -> Hashes:
    """Return one hash for each row and feature; 0 where it would look at something unknown."""
    result = np.empty((len(around), FEATURES), np.uint64)
    for number, template in enumerate(TEMPLATES):
        key = _mixed(around[:, REACH].astype(np.uint64) + (np.uint64(number + 1) << _SHIFT))
        for distance in template:
            key = _mixed(key ^ around[:, REACH + distance])
        if template:
            key[(around[:, [REACH + distance for distance in template]] == OPEN).any(axis=1)] = 0
        result[:, number] = key
    beside = around[:, [REACH + distance for distance in NEAR]]
    anywhere = _mixed(around[:, REACH].astype(np.uint64) + (np.uint64(len(TEMPLATES) + 1) << _SHIFT))
    keys = _mixed(anywhere[:, None] ^ beside)
    keys[(beside == OPEN) | (beside == EDGE)] = 0
    result[:, len(TEMPLATES) :] = keys
    return result


def label_hash(reading: str) -> int:
    """Return the number that stands for a reading in :func:`with_label`."""
    return crc32(reading.encode("utf-8"))


def with_label(keys: Hashes, labels: Hashes) -> Hashes:
    """Combine features with the readings they may speak for (the arrays broadcast)."""
    return _mixed(keys ^ (labels * _FOLD))


def _mixed(key: Hashes) -> Hashes:
    """Spread every bit of the keys over all the others."""
    key = (key ^ (key >> _SHIFT)) * _MIX
    return key ^ (key >> _SHIFT)
