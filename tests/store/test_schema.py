"""Migrations: the same tables as the models, once, whole, and by one program at a time."""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

import webapp.store
from webapp.config import Settings
from webapp.errors import StoreError
from webapp.store.database import Database
from webapp.store.models import Base
from webapp.store.schema import REVISIONS, upgrade

START = (
    "import sys; from pathlib import Path; from webapp.store.database import Database; from webapp.store.schema import upgrade\n"
    "print('ready', flush=True); sys.stdin.readline()\n"
    "upgrade(Database.open(sys.argv[1] or None, Path(sys.argv[2]))); print('done', flush=True)"
)


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    settings.home.mkdir()
    opened = Database.open(settings.database_url, settings.library_file)
    yield opened
    opened.close()


def started(settings: Settings) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", START, settings.database_url or "", str(settings.library_file)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdout.readline() == "ready\n"
    return process


def tables(database: Database) -> set[str]:
    with database.reading() as session:
        return set(inspect(session.connection()).get_table_names())


def test_the_migrations_make_the_tables_of_the_models(database: Database):
    upgrade(database)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_list_of_revisions_is_the_folder_of_migrations():
    config = Config()
    config.set_main_option("script_location", str(Path(webapp.store.__file__).parent / "migrations"))
    revisions = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(reversed([script.revision for script in revisions])) == REVISIONS


def test_a_second_start_changes_nothing(database: Database):
    upgrade(database)
    with database.writing() as session:
        session.execute(
            text("INSERT INTO articles VALUES (1, 's', 'h', '2026-11-23', 't', '', '', '', 'hans', 1, '春')")
        )
    upgrade(database)
    with database.reading() as session:
        assert session.scalar(text("SELECT text FROM articles")) == "春"


def test_a_library_of_a_newer_pindu_is_left_alone(database: Database):
    upgrade(database)
    with database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="newer pindu"):
        upgrade(database)


def test_two_programs_that_start_together_make_the_tables_once(database: Database, settings: Settings):
    processes = [started(settings) for _ in range(2)]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    for process in processes:
        output, _ = process.communicate(timeout=60)
        assert (output, process.returncode) == ("done\n", 0)
    assert tables(database) == {"articles", "alembic_version"}


def test_killed_in_the_middle_of_a_migration_the_library_is_empty_or_whole(
    database: Database, settings: Settings
):
    chance = random.Random(5)
    for _ in range(4):
        process = started(settings)
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write("\n")
        process.stdin.flush()
        time.sleep(chance.uniform(0, 0.3))
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()
        assert tables(database) in (set(), {"articles", "alembic_version"})
    upgrade(database)
    assert tables(database) == {"articles", "alembic_version"}
