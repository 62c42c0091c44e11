"""Read the pickles that g2pM ships its weights in, without running what they may hold.

The unpickler knows nothing but plain containers and numpy arrays.
"""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from webapp.errors import PinduError


class PolyphoneWeightsError(PinduError):
    """The weights of the polyphone network are missing or not what they should be."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"the polyphone network cannot be loaded: {reason}. Reinstall it with: pip install g2pM==0.1.2.5"
        )


class _PlainUnpickler(pickle.Unpickler):
    """Rebuilds containers and numpy arrays, and refuses to call anything else."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401  # the signature of the base class
        if (module, name) == ("numpy", "ndarray"):
            return np.ndarray
        if (module, name) == ("numpy", "dtype"):
            return np.dtype
        if module in {"numpy.core.multiarray", "numpy._core.multiarray"} and name == "_reconstruct":
            return _reconstruct
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a file of weights")


def _reconstruct(kind: type, shape: tuple[int, ...], code: bytes) -> npt.NDArray[Any]:
    """Make the empty array that a pickled array then fills with its state."""
    if kind is not np.ndarray:
        raise pickle.UnpicklingError(f"{kind} is no plain array")
    return np.ndarray.__new__(np.ndarray, shape, code.decode("ascii"))


def read_plain_pickle(path: Path) -> Any:  # noqa: ANN401  # whatever the file holds; the caller checks
    """Read a pickle of dicts, lists, strings, numbers and numpy arrays.

    Raises :class:`PolyphoneWeightsError` for anything else, without running it.
    """
    try:
        with path.open("rb") as file:
            return _PlainUnpickler(file).load()
    except (
        OSError,
        pickle.UnpicklingError,
        EOFError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
    ) as error:
        raise PolyphoneWeightsError(f"{path.name}: {error}") from error
