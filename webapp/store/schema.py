"""Brings a database to the tables that this version of pindu needs, at every start.

All of it is one transaction, on SQLite too: killed in the middle, the database is
as it was. Programs that start together wait for the first of them.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from webapp.errors import StoreError
from webapp.store.database import Database

REVISIONS = ("0001",)  # in order; a test compares them with the files in migrations/versions
_LOCK = 746_300_001  # any number, but always the same one


def upgrade(database: Database) -> None:
    """Run the migrations that the database has not had; usually none, which takes a millisecond."""
    if _current(database) == REVISIONS[-1]:
        return
    with database.changing_schema() as connection:
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        _migrate(connection)


def _current(database: Database) -> str | None:
    """Return the database's revision, None for an empty one."""
    with database.reading() as session:
        if not inspect(session.connection()).has_table("alembic_version"):
            return None
        revision = session.scalar(text("SELECT version_num FROM alembic_version"))
    if revision is not None and revision not in REVISIONS:
        raise StoreError(
            f"The library {database.name} was made by a newer pindu (its form is {revision!r}). Install that version."
        )
    return None if revision is None else str(revision)


def _migrate(connection: Connection) -> None:
    from alembic import command  # a tenth of a second to import, and rarely needed
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
