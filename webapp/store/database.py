"""The one way to the database: an engine, and sessions that read or write.

SQLite runs in WAL mode with ``synchronous=FULL``, so that a commit that was
answered survives a power cut, and a session that will write takes the write lock
when it begins: two that first read and then write would otherwise fail with
"database is locked" however long they are ready to wait.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm import Session

from webapp.errors import StoreError

BUSY_TIMEOUT_SECONDS = 30


class Database:
    """A library's database. Threads may share it; a process opens its own."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writer = engine.execution_options(writes=True)

    @classmethod
    def open(cls, url: str | None, file: Path) -> Database:
        """Open the database at ``url``, or the SQLite ``file`` when there is none.

        Nothing is connected to before the first session.
        """
        try:
            address = make_url(url) if url else URL.create("sqlite", database=str(file))
            engine = create_engine(
                address, connect_args=_connect_arguments(address), pool_pre_ping=not _is_sqlite(address)
            )
        except ModuleNotFoundError as error:
            raise StoreError(
                f"The database of PINDU_DATABASE_URL needs the package {error.name!r}; install pindu[postgres]."
            ) from None
        except (ArgumentError, NoSuchModuleError, ValueError):
            raise StoreError(
                "PINDU_DATABASE_URL is not the address of a database; check its spelling."
            ) from None
        if _is_sqlite(address):
            _prepare_sqlite(engine)
        return cls(engine)

    @property
    def is_sqlite(self) -> bool:
        return _is_sqlite(self.engine.url)

    @property
    def name(self) -> str:
        """The database as errors call it: a file, or an address without its password."""
        if self.is_sqlite:
            return str(self.engine.url.database)
        return self.engine.url.set(query={}).render_as_string(hide_password=True)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Session]:
        """Begin a session that sees one state of the database."""
        with self._explained(), Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextlib.contextmanager
    def writing(self) -> Iterator[Session]:
        """Begin a session that changes something; all of it is kept when it ends well, else nothing."""
        with self._explained(), Session(self._writer, expire_on_commit=False) as session, session.begin():
            session.connection()  # BEGIN now, not at the first statement
            yield session

    @contextlib.contextmanager
    def changing_schema(self) -> Iterator[Connection]:
        """Begin a transaction for migrations."""
        with self._explained(), self._writer.begin() as connection:
            yield connection

    def faults(self, session: Session) -> list[str]:
        """Return what SQLite finds wrong with its file; a PostgreSQL server looks after its own."""
        if not self.is_sqlite:
            return []
        found = [str(each) for each in session.scalars(text("PRAGMA integrity_check(10)"))]
        broken = session.execute(text("PRAGMA foreign_key_check")).all()
        lost = [f"{len(broken)} rows belong to nothing"] if broken else []
        return ([] if found == ["ok"] else found) + lost

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn the driver's errors into one sentence. Broken constraints are the caller's to handle."""
        try:
            yield
        except IntegrityError:
            raise
        except (DBAPIError, PoolTimeoutError) as error:
            raise StoreError(_sentence(self.name, str(getattr(error, "orig", None) or error))) from error


def _is_sqlite(address: URL) -> bool:
    return address.get_backend_name() == "sqlite"


def _connect_arguments(address: URL) -> dict[str, object]:
    return {"timeout": BUSY_TIMEOUT_SECONDS} if _is_sqlite(address) else {"connect_timeout": 10}


def _prepare_sqlite(engine: Engine) -> None:
    file = Path(engine.url.database) if engine.url.database and engine.url.database != ":memory:" else None

    @event.listens_for(engine, "do_connect")
    def connect(
        _dialect: object, _record: object, _positional: object, _named: object
    ) -> sqlite3.Connection | None:
        """Open a library that may only be read as such; WAL would want to write beside it."""
        if (
            file is None
            or not file.exists()
            or (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK))
        ):
            return None  # the usual way
        still = "" if file.with_name(file.name + "-wal").exists() else "&immutable=1"
        return sqlite3.connect(
            f"{file.absolute().as_uri()}?mode=ro{still}", uri=True, check_same_thread=False
        )

    @event.listens_for(engine, "connect")
    def configure(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves, below
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_SECONDS * 1000}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            with contextlib.suppress(sqlite3.OperationalError):  # read-only, or in use by one without WAL
                connection.execute("PRAGMA journal_mode = WAL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _sentence(name: str, reason: str) -> str:
    """Say what a driver's message means and what to do about it."""
    lower = reason.lower()
    if "is full" in lower or "no space" in lower or "disk i/o" in lower:
        return f"The library {name} cannot be written: the disk is full or failing. Free some space; nothing was lost."
    if "readonly" in lower or "read-only" in lower:
        return f"The library {name} may only be read, so nothing was changed. Make it writable, or set PINDU_HOME."
    if "locked" in lower or "queuepool limit" in lower:
        return f"The library {name} is busy with another program's changes. Try again in a moment."
    if "malformed" in lower or "not a database" in lower:
        return (
            f"The library {name} is damaged, or is no library of pindu. Put a backup in its place, or move it away"
            " and a new one is begun."
        )
    if "unable to open" in lower:
        return (
            f"The library {name} cannot be opened. Make its folder readable and writable, or set PINDU_HOME."
        )
    if "connection" in lower or "password" in lower or "host" in lower:
        return f"The database {name} cannot be reached. Check that it runs, and PINDU_DATABASE_URL."
    first = reason.strip().splitlines()[0][:200] if reason.strip() else "no reason given"
    return f"The library {name} failed ({first}). Nothing was changed; try again."
