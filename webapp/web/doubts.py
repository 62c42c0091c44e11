"""Files that can be read in two ways, kept in the page until their sender has said in which.

A browser without scripts sends a file once, so the question that goes back to it
carries the file along, packed, and so does the answer. Nothing waits on the
server, and of several doubtful files those not yet decided are asked about again.
"""

from __future__ import annotations

import binascii
import zlib
from base64 import b64decode, b64encode
from dataclasses import dataclass
from itertools import zip_longest

from werkzeug.datastructures import MultiDict

from webapp.errors import SourceFormatError


@dataclass(frozen=True, slots=True)
class Doubt:
    """A file with its ``readings``: (charset, first line read in it), likeliest first."""

    name: str
    data: bytes
    readings: tuple[tuple[str, str], ...]

    @property
    def packed(self) -> str:
        """The file's content as the form carries it."""
        return b64encode(zlib.compress(self.data)).decode("ascii")


def files_in(form: MultiDict[str, str], max_bytes: int) -> list[tuple[str, bytes]]:
    """Return the names and contents of the files that an answer carries, in the order they were asked about.

    Raises :class:`~webapp.errors.SourceFormatError` where they are not as we packed them.
    """
    pairs = zip_longest(form.getlist("name"), form.getlist("packed"), fillvalue="")
    return [(name, _unpacked(packed, max_bytes)) for name, packed in pairs]


def _unpacked(packed: str, max_bytes: int) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        data = unpacker.decompress(b64decode(packed, validate=True), max_bytes)
    except (binascii.Error, zlib.error, ValueError):
        data = b""
    if not unpacker.eof:
        raise SourceFormatError("The file did not come back whole from the page; choose it once more.")
    return data
