"""A file that is there whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole_file(file: Path) -> Iterator[BinaryIO]:
    """Give a file to write to; it stands in the place of ``file`` once all of it is on the disk.

    Readable by its owner only. Where anything goes wrong, what was there before stays.
    """
    handle, name = tempfile.mkstemp(dir=file.absolute().parent, prefix=f".{file.name[:40]}.")
    try:
        with os.fdopen(handle, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(file.absolute().parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut; only where a folder can be opened, which Windows cannot."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
