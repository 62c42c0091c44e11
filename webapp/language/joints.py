"""Where a text can be cut whatever its words are: between two characters that stand side by side in no word.

In running text that is so at half of all places. What lies between two of them,
mostly a character or two, is cut alike wherever it occurs, so ``segmentation.py``
looks at most of a text only once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final

import numpy as np
import numpy.typing as npt

_BITS: Final = 23
"""A pair of characters is kept in one of so many places, a bit each, 1 MB. One pair in 50 has the place of another that
is inside a word, and is not cut there: that costs a little time, and nothing else."""
_SPREAD: Final = np.uint64(0x9E3779B97F4A7C15)
_CODE_BITS: Final = np.uint64(21)
_REST_BITS: Final = np.uint64(64 - _BITS)

JOINT: Final = "\n"
"""What marks a joint: no text of one line holds it."""


class Joints:
    """Knows the pairs of characters that stand side by side in a word."""

    def __init__(self, words: Iterable[str]) -> None:
        inside = np.zeros(1 << _BITS, np.bool_)
        codes = np.frombuffer("\n".join(words).encode("utf-32-le", "surrogatepass"), np.uint32)
        inside[_places(codes)] = True
        self._inside = np.packbits(inside, bitorder="little")

    def mark(self, texts: Sequence[str]) -> list[str]:
        r"""Return each text, which must be one line, with ``JOINT`` between two characters of Han that no word holds.

        >>> Joints(["中国", "国人"]).mark(["中国国人", "人，人人"])
        ['中国\n国人', '人，人\n人']
        """
        whole = "\n".join(texts)
        if len(whole) < 2:
            return [*texts]
        codes = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), np.uint32)
        places = _places(codes)
        is_inside = self._inside[places >> 3] >> (places & 7).astype(np.uint8) & 1
        joints = np.flatnonzero(is_inside == 0)
        joints = joints[_are_han(codes[joints]) & _are_han(codes[joints + 1])] + 1
        marked = np.insert(codes, joints, ord(JOINT)).tobytes().decode("utf-32-le", "surrogatepass")
        ends = np.cumsum([len(text) + 1 for text in texts]) - 1
        ends += np.searchsorted(joints, ends)
        starts = [0, *(ends[:-1] + 1).tolist()]
        return [*map(marked.__getitem__, map(slice, starts, ends.tolist()))]


def stretches(run: str, start: int, borders: Sequence[int]) -> list[str]:
    """Cut a run that begins at ``start`` of its text at those of the text's joints that lie within it.

    >>> stretches("中国国人", 5, [2, 7, 12])
    ['中国', '国人']
    """
    within = borders[bisect_right(borders, start) : bisect_left(borders, start + len(run))]
    places = [0, *(border - start for border in within)]
    return [*map(run.__getitem__, map(slice, places, [*places[1:], len(run)]))]


def borders(marked: str) -> list[int]:
    """Return the places of the joints in a text that was marked; its end is taken for one too."""
    return [*accumulate(map(len, marked.split(JOINT)))]


def _are_han(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
    are_han: npt.NDArray[np.bool_] = (
        (codes >= 0x4E00) & (codes <= 0x9FFF)
        | (codes >= 0x3400) & (codes <= 0x4DBF)
        | (codes >= 0xF900) & (codes <= 0xFAFF)
        | (codes >= 0x20000) & (codes <= 0x3FFFF)
        | (codes == 0x3007)
    )
    return are_han


def _places(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.intp]:
    """Return the place of each pair of neighbours in a text of these code points."""
    wide = codes.astype(np.uint64)
    return ((((wide[:-1] << _CODE_BITS) | wide[1:]) * _SPREAD) >> _REST_BITS).astype(np.intp)
