"""The whole library in one file, and back, from either database to either.

The file is a zip: ``<table>.jsonl`` for each table, a row a line, and
``manifest.json``, which says what form the rows have and how many there are.
Restoring is one transaction: all of it is put in the place of what was there, or
nothing is changed.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Session

from webapp.errors import BackupError
from webapp.reader.upkeep import damaged_texts
from webapp.reader.wholefile import whole_file
from webapp.store import dump
from webapp.store.articles import count
from webapp.store.database import Database
from webapp.store.models import Base
from webapp.store.schema import REVISIONS

FORMAT = "pindu backup"
_MANIFEST = "manifest.json"
_MOST_MANIFEST_BYTES = 1_000_000
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, LookupError, ValueError, TypeError, RuntimeError,
            OverflowError)  # fmt: skip


def back_up(database: Database, file: Path) -> int:
    """Write the library to ``file``; return how many texts it has.

    What is written is one state of the library, whoever changes it meanwhile. A
    file that is there is replaced if it is a backup, else :class:`BackupError`.
    """
    if file.exists() and not _is_backup(file):
        raise BackupError(f"{file} is there already and is no backup of pindu. Choose another name.")
    with whole_file(file) as stream, database.reading() as session:
        if not database.is_sqlite:
            session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            rows = {table.name: _write_table(archive, session, table.name) for table in dump.tables()}
            manifest = {
                "format": FORMAT,
                "revision": REVISIONS[-1],
                "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
                "rows": rows,
            }
            archive.writestr(_MANIFEST, json.dumps(manifest, indent=1))
        with zipfile.ZipFile(stream) as written:
            if written.testzip() is not None:
                raise BackupError(f"{file} could not be written as it should be. Check the disk; try again.")
        return count(session)


def restore(database: Database, file: Path, *, replace: bool = False) -> int:
    """Put a backup into an empty library, or with ``replace`` in the place of what is there.

    Returns how many texts the library has now. Raises :class:`BackupError` for
    what is no whole backup of this or an earlier pindu, and changes nothing then.
    """
    if not file.is_file():
        raise BackupError(f"There is no file {file}.")
    try:
        with zipfile.ZipFile(file) as archive:
            rows = _checked_rows(file, _manifest(archive))
            with database.writing() as session:
                if not replace and dump.is_filled(session):
                    raise BackupError(
                        "The library is not empty, so nothing was changed. Back it up if you want to keep it, then"
                        " give --replace to have the backup in its place."
                    )
                dump.clear(session)
                for table in dump.tables():
                    if table.name in rows and _load_table(archive, session, table.name) != rows[table.name]:
                        raise ValueError("rows are missing")
                dump.continue_numbers(session)
                session.flush()
                if damaged_texts(session):
                    raise ValueError("a text is not the one that was kept")
                return count(session)
    except _DAMAGED as error:
        raise BackupError(
            f"{file} is no backup of pindu, or is damaged or cut off. Nothing was changed; take another one."
        ) from error
    except (IntegrityError, StatementError) as error:
        raise BackupError(
            f"{file} is damaged: its parts do not fit together. Nothing was changed; take another one."
        ) from error


def _write_table(archive: zipfile.ZipFile, session: Session, name: str) -> int:
    number = 0
    with archive.open(f"{name}.jsonl", "w", force_zip64=True) as member:
        for line in dump.lines(session, Base.metadata.tables[name]):
            member.write(line.encode("utf-8") + b"\n")
            number += 1
    return number


def _load_table(archive: zipfile.ZipFile, session: Session, name: str) -> int:
    with archive.open(f"{name}.jsonl") as member, io.TextIOWrapper(member, "utf-8", newline="\n") as lines:
        return dump.load(session, Base.metadata.tables[name], lines)


def _manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    with archive.open(_MANIFEST) as member:
        found = json.loads(member.read(_MOST_MANIFEST_BYTES))
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise ValueError("no backup")
    return found


def _checked_rows(file: Path, manifest: dict[str, Any]) -> dict[str, int]:
    """Return how many rows each table has."""
    revision, rows = manifest["revision"], manifest["rows"]
    if revision not in REVISIONS:
        raise BackupError(
            f"{file} was made by a newer pindu (its form is {str(revision)[:20]!r}). Install that version;"
            " nothing was changed."
        )
    if not isinstance(rows, dict) or not {"articles", "pages"} <= rows.keys() <= Base.metadata.tables.keys():
        raise ValueError("other tables than ours")
    return rows


def _is_backup(file: Path) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return bool(_manifest(archive))
    except (*_DAMAGED, OSError):
        return False
