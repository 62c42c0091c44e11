"""A small network of our own that looks at the characters on both sides of a polyphone.

What ``polyphone_weights.py`` knows are single strings of characters. This network
knows characters by their likeness: each is a row of numbers, those in the window
are mixed into one *view* of the place, and the view is compared with each reading
of the polyphone. It is trained by ``benchmarks/train_windows.py`` on the same
material and on texts that the engine reads without doubt.

It is slower than the weights and asked only where they leave a doubt. No product
is so large that OpenBLAS would start threads (see ``polyphone_network.py``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from webapp.language.polyphone_features import EDGE, OPEN, REACH, Codes
from webapp.language.polyphone_network import in_pieces
from webapp.language.polyphone_weights import PolyphoneTableError

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.intp]

FILE: Final = Path(__file__).parent / "data" / "windows.npz"
ARRAYS: Final = ("rows", "mix", "centres", "labels", "bias")
WIDTH: Final = 2 * REACH + 1
EDGE_ID, OPEN_ID, UNKNOWN_ID, FIRST_ID = 0, 1, 2, 3
"""Rows of what is no known character; from the last on stand the characters of ``Windows.chars``."""


def char_ids(chars: Sequence[str]) -> npt.NDArray[np.uint16]:
    """Return the row of each code point of the basic plane."""
    ids = np.full(0x10000, UNKNOWN_ID, np.uint16)
    ids[[ord(char) for char in chars]] = np.arange(FIRST_ID, FIRST_ID + len(chars))
    ids[EDGE] = EDGE_ID
    return ids


def row_numbers(around: Codes, ids: npt.NDArray[np.uint16]) -> npt.NDArray[np.uint16]:
    """Return the rows of the code points of windows (see ``polyphone_features.windows``)."""
    return np.where(around == OPEN, np.uint16(OPEN_ID), ids[np.minimum(around, 0xFFFF)])


@dataclass(frozen=True, slots=True)
class Windows:
    """The weights; ``dims`` numbers a character, ``units`` a view.

    A row of ``labels``, ``bias`` belongs to one reading of one polyphone, a row of
    ``centres`` to a polyphone; ``readings`` lists both in order. ``trust`` is how much
    the network's opinion counts beside the other weights.
    """

    chars: str  # every known character once
    ids: npt.NDArray[np.uint16]
    rows: Floats  # (FIRST_ID + characters, dims)
    mix: Floats  # (WIDTH * dims, units)
    centres: Floats  # (polyphones, units)
    labels: Floats  # (readings of all polyphones, units)
    bias: Floats
    readings: Mapping[str, tuple[str, ...]]
    trust: float

    @classmethod
    def load(cls, path: Path = FILE) -> Windows:
        """Read the file that :func:`save` wrote."""
        try:
            with np.load(path, allow_pickle=False) as file:
                chars = str(file["chars"])
                polyphones = zip(str(file["polyphones"]), file["readings"], strict=True)
                rows, mix, centres, labels, bias = (file[name].astype(np.float32) for name in ARRAYS)
                readings = {char: tuple(written.split()) for char, written in polyphones}
                trust = float(file["trust"])
        except (OSError, ValueError, KeyError, IndexError, EOFError) as error:
            raise PolyphoneTableError(path, str(error)) from error
        return cls(chars, char_ids(chars), rows, mix, centres, labels, bias, readings, trust)

    def numbers(self, readings: Mapping[str, Sequence[str]]) -> tuple[Integers, Integers]:
        """Return the numbers of polyphones, and of all their readings in one list; -1 of what is not known here."""
        rows = {char: row for row, char in enumerate(self.readings)}
        pairs = [(char, reading) for char, own in self.readings.items() for reading in own]
        labels = {pair: number for number, pair in enumerate(pairs)}
        return (
            np.array([rows.get(char, -1) for char in readings], np.intp),
            np.array(
                [labels.get((char, each), -1) for char, own in readings.items() for each in own], np.intp
            ),
        )

    def scores(self, around: Codes, polyphone: Integers, label: Integers, place: Integers) -> Floats:
        """Return what the network says for readings, not yet shares: one score for each of ``label``.

        ``polyphone`` numbers the character of each window of ``around``, ``label`` the reading
        scored, and ``place`` the window that it is scored in.
        """
        seen = self.rows[row_numbers(around, self.ids)].reshape(len(around), -1)
        views = np.maximum(in_pieces(seen, self.mix) + self.centres[polyphone], 0)
        scores: Floats = np.einsum("nh,nh->n", views[place], self.labels[label]) + self.bias[label]
        return scores


def save(
    path: Path,
    chars: str,
    arrays: Mapping[str, Floats],
    readings: Mapping[str, Sequence[str]],
    trust: float,
) -> None:
    """Write weights for :meth:`Windows.load`; ``arrays`` by the names of its fields, in half precision."""
    rows, mix, centres, labels, bias = (arrays[name].astype(np.float16) for name in ARRAYS)
    np.savez_compressed(
        path,
        chars=np.array(chars),
        polyphones=np.array("".join(readings)),
        readings=np.array([" ".join(own) for own in readings.values()]),
        trust=np.array(trust),
        rows=rows,
        mix=mix,
        centres=centres,
        labels=labels,
        bias=bias,
    )
