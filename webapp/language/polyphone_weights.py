"""The trained weights of the polyphone model, as ``benchmarks/train_polyphones.py`` writes them.

A weight belongs to a feature (see ``polyphone_features.py``) speaking for a
reading. The pairs are hashed into a table with one byte a weight and two bytes
that tell a pair from others that fall on the same place; a pair that is not in
the table weighs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from webapp.errors import PinduError
from webapp.language.polyphone_features import Hashes

Floats = npt.NDArray[np.float32]

FILE: Final = Path(__file__).parent / "data" / "polyphones.npz"
BITS: Final = 21
_SLOT: Final = np.uint64(64 - BITS)
_CHECK: Final = np.uint64(8)


class PolyphoneTableError(PinduError):
    """The trained weights of the polyphone model cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: no weights of the polyphone model ({reason}). Reinstall pindu.")


def slots(pairs: Hashes) -> npt.NDArray[np.intp]:
    """Return the place of each pair in the table."""
    return (pairs >> _SLOT).astype(np.intp)


def checks(pairs: Hashes) -> npt.NDArray[np.uint16]:
    """Return what tells each pair from others at its place; never 0, which marks an empty place."""
    return ((pairs >> _CHECK) & np.uint64(0xFFFF)).astype(np.uint16) | np.uint16(1)


@dataclass(frozen=True, slots=True)
class Weights:
    """What the model has learnt.

    ``readings`` lists each character's readings; ``trust`` is how much the
    network's opinion counts for that character; ``unsure`` is added to the
    network's probabilities before their logarithm, which bounds it.
    """

    readings: Mapping[str, tuple[str, ...]]
    trust: Mapping[str, float]
    unsure: float
    check: npt.NDArray[np.uint16]
    weight: npt.NDArray[np.int8]
    step: float  # what one unit of ``weight`` is worth

    def look_up(self, pairs: Hashes) -> Floats:
        """Return the weight of each pair of feature and reading."""
        places = slots(pairs)
        known = self.check[places] == checks(pairs)
        return np.where(known, self.weight[places], 0).astype(np.float32) * np.float32(self.step)

    @classmethod
    def load(cls, path: Path = FILE) -> Weights:
        """Read the file that :func:`save` wrote."""
        try:
            with np.load(path, allow_pickle=False) as file:
                readings = {
                    char: tuple(written.split())
                    for char, written in zip(file["chars"], file["readings"], strict=True)
                }
                step, unsure = (float(number) for number in file["scale"])
                check = np.zeros(1 << BITS, np.uint16)
                weight = np.zeros(1 << BITS, np.int8)
                places = np.cumsum(file["gaps"], dtype=np.intp)
                check[places] = file["check"]
                weight[places] = file["weight"]
                trust = dict(zip(readings, file["trust"].astype(float).tolist(), strict=True))
        except (OSError, ValueError, KeyError, IndexError, EOFError) as error:
            raise PolyphoneTableError(path, str(error)) from error
        return cls(readings, trust, unsure, check, weight, step)


def save(
    path: Path,
    readings: Mapping[str, Sequence[str]],
    trust: Mapping[str, float],
    unsure: float,
    pairs: Hashes,
    weights: Floats,
) -> int:
    """Write weights for :meth:`Weights.load`; where two pairs share a place the weightier stays.

    Returns how many were kept.
    """
    order = np.argsort(-np.abs(weights), kind="stable")
    places, first = np.unique(slots(pairs[order]), return_index=True)
    kept = order[first]
    step = float(np.abs(weights).max()) / 127
    chars = sorted(readings)
    np.savez_compressed(
        path,
        chars=np.array(chars),
        readings=np.array([" ".join(readings[char]) for char in chars]),
        trust=np.array([trust[char] for char in chars], np.float32),
        scale=np.array([step, unsure]),
        gaps=np.diff(places, prepend=0).astype(
            np.uint16 if np.diff(places, prepend=0).max() < 65_536 else np.uint32
        ),
        check=checks(pairs[kept]),
        weight=np.round(weights[kept] / step).astype(np.int8),
    )
    return len(kept)
