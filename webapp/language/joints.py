"""Where a text can be cut whatever its words are: between two characters that stand side by side in no word.

In running text that is so at half of all places. What lies between two of them,
mostly a character or two, is cut alike wherever it occurs, so ``segmentation.py``
looks at most of a text only once.
"""

from __future__ import annotations

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


class Joints:
    """Knows the pairs of characters that stand side by side in a word."""

    def __init__(self, words: Iterable[str]) -> None:
        inside = np.zeros(1 << _BITS, np.bool_)
        inside[_places("\n".join(words))] = True
        self._inside = np.packbits(inside, bitorder="little")

    def of(self, texts: Sequence[str]) -> list[bytes]:
        r"""Return a byte for each character of each text: 1 where no word holds it and the one before it.

        >>> Joints(["中国", "国人"]).of(["中国国人", "人"])
        [b'\x01\x00\x01\x00', b'\x01']
        """
        if not any(texts):
            return [b""] * len(texts)
        places = _places("\n".join(texts))
        is_inside = self._inside[places >> 3] >> (places & 7).astype(np.uint8) & 1
        is_joint = b"\1" + (1 - is_inside).tobytes()
        ends = accumulate(len(text) + 1 for text in texts)
        return [is_joint[end - len(text) - 1 : end - 1] for end, text in zip(ends, texts, strict=True)]


def _places(text: str) -> npt.NDArray[np.intp]:
    """Return the place of each pair of neighbours in a text."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    return ((((codes[:-1] << _CODE_BITS) | codes[1:]) * _SPREAD) >> _REST_BITS).astype(np.intp)
