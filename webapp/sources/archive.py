"""A zip file that may be hostile, read member by member in memory; nothing is ever extracted.

EPUB and Word documents are such files. What the directory of the archive claims is
judged first (how many entries, how large, how tightly packed, where they lie, what
they are called), then what is really unpacked is counted: a member never yields more
than it declared, all of them together never more than the limit. Archives inside are
not opened.
"""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib

from webapp.errors import SourceFormatError, SourceTooLargeError

MAX_ENTRIES = 20_000
MAX_DIRECTORY_BYTES = 4_000_000
MAX_UNPACKED_BYTES = 100_000_000  # of what is read, pictures left aside
MAX_DECLARED_BYTES = 1_000_000_000  # of all entries, pictures too
MAX_RATIO = 250  # unpacked to packed; text packs to a fifth, a page of one word repeated to a hundredth
SMALL_BYTES = 1_000_000  # however tightly packed

_END = b"PK\x05\x06"
_END_FIELDS = struct.Struct("<4s4H2LH")
_LOCAL_HEADER_BYTES = 30
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LEAVING = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\\|[\x00-\x1f]")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error,
           NotImplementedError, RuntimeError, IndexError, KeyError, UnicodeError)  # fmt: skip


class Archive:
    """The members of a zip file by their names. ``name`` is what errors call the file."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = MAX_UNPACKED_BYTES
        self._judge_end(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except _BROKEN:
            raise self._damaged() from None
        self._judge(entries, len(data))
        self._entries = {entry.filename: entry for entry in entries if not entry.is_dir()}
        self.names = tuple(self._entries)

    def __contains__(self, path: str) -> bool:
        return path in self._entries

    def read(self, path: str, *, at_most: int = MAX_UNPACKED_BYTES) -> bytes:
        """Unpack one member, whose name must be in the archive."""
        entry = self._entries[path]
        limit = min(at_most, self._left)
        if entry.file_size > limit:
            raise self._too_large()
        try:
            with self._zip.open(entry) as member:
                data = member.read(limit + 1)
        except _BROKEN:
            raise self._damaged() from None
        if len(data) > limit:
            raise self._too_large()
        self._left -= len(data)
        return data

    def _judge_end(self, data: bytes) -> None:
        """Look at the size of the directory before the standard library reads all of it."""
        place = data.rfind(_END, max(0, len(data) - 65_536 - _END_FIELDS.size))
        if place < 0 or len(data) < place + _END_FIELDS.size:
            raise self._damaged()
        _, _, _, _, count, size, _, _ = _END_FIELDS.unpack_from(data, place)
        if count > MAX_ENTRIES or size > MAX_DIRECTORY_BYTES:
            raise SourceFormatError(
                f"{self._name} is refused: it holds more than {MAX_ENTRIES:,} files, as no book does."
            )

    def _judge(self, entries: list[zipfile.ZipInfo], size: int) -> None:
        if len(entries) > MAX_ENTRIES:
            raise SourceFormatError(
                f"{self._name} is refused: it holds more than {MAX_ENTRIES:,} files, as no book does."
            )
        if len({entry.filename for entry in entries}) < len(entries):
            raise SourceFormatError(
                f"{self._name} is refused: two files in it have the same name; get it again from its source."
            )
        if sum(entry.file_size for entry in entries) > MAX_DECLARED_BYTES:
            raise self._too_large()
        for entry in entries:
            self._judge_one(entry)
        self._judge_places(entries, size)

    def _judge_one(self, entry: zipfile.ZipInfo) -> None:
        if _LEAVING.search(entry.orig_filename) or _LEAVING.search(entry.filename):
            raise SourceFormatError(f"{self._name} is refused: a file in it is named to land outside of it.")
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise SourceFormatError(
                f"{self._name} is refused: a file in it is a link to another place, as in no book."
            )
        if entry.flag_bits & 0x1:
            raise SourceFormatError(
                f"{self._name} is locked with a password; unlock it in its own program first."
            )
        if entry.compress_type not in _METHODS:
            raise SourceFormatError(
                f"{self._name} is packed in a way that books are not; pack it again as an ordinary zip file."
            )
        if entry.file_size > max(SMALL_BYTES, MAX_RATIO * entry.compress_size):
            raise SourceFormatError(
                f"{self._name} is refused: it would unpack to more than {MAX_RATIO} times its size, as no book does."
            )

    def _judge_places(self, entries: list[zipfile.ZipInfo], size: int) -> None:
        """Refuse entries that share bytes: so a small file unpacks to a huge one."""
        end = 0
        for entry in sorted(entries, key=lambda entry: entry.header_offset):
            if entry.header_offset < end:
                raise SourceFormatError(f"{self._name} is refused: files in it overlap, as in no book.")
            end = entry.header_offset + _LOCAL_HEADER_BYTES + entry.compress_size
        if end > size:
            raise self._damaged()

    def _damaged(self) -> SourceFormatError:
        return SourceFormatError(f"{self._name} is damaged or cut short; get it again from its source.")

    def _too_large(self) -> SourceTooLargeError:
        return SourceTooLargeError(
            f"{self._name} unpacks to more than {MAX_UNPACKED_BYTES // 1_000_000} MB of text; cut it into parts."
        )
