"""Brings a database to the tables that this version of pindu needs, at every start.

All of it is one transaction, on SQLite too: killed in the middle, the database is
as it was. Programs that start together wait for the first of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from webapp.errors import StoreError
from webapp.store.database import Database

if TYPE_CHECKING:
    from alembic.config import Config

REVISIONS = ("0001", "0002", "0003")  # in order; a test compares them with the files in migrations/versions
_LOCK = 746_300_001  # any number, but always the same one


def upgrade(database: Database) -> None:
    """Run the migrations that the database has not had; usually none, which takes a millisecond."""
    if revision(database) == REVISIONS[-1]:
        return
    from alembic import command  # a tenth of a second to import, and rarely needed

    with database.changing_schema() as connection:
        command.upgrade(_prepared(connection, database), "head")


def downgrade(database: Database, wanted: str) -> None:
    """Go back to an earlier revision, for an earlier pindu; what only later ones know is lost."""
    if wanted not in REVISIONS:
        raise StoreError(f"There is no revision {wanted!r}. Choose one of {', '.join(REVISIONS)}.")
    here = revision(database)
    if here is None or wanted > here:
        raise StoreError(f"The library is at revision {here or 'none'}, which is not above {wanted}.")
    from alembic import command

    with database.changing_schema() as connection:
        command.downgrade(_prepared(connection, database), wanted)


def revision(database: Database) -> str | None:
    """Return the database's revision, None for an empty one."""
    with database.reading() as session:
        if not inspect(session.connection()).has_table("alembic_version"):
            return None
        found = session.scalar(text("SELECT version_num FROM alembic_version"))
    if found is not None and found not in REVISIONS:
        raise StoreError(
            f"The library {database.name} was made by a newer pindu (its form is {found!r}). Install that version."
        )
    return None if found is None else str(found)


def _prepared(connection: Connection, database: Database) -> Config:
    """Wait for other programs that change the tables, and return Alembic's settings."""
    from alembic.config import Config

    if not database.is_sqlite:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
