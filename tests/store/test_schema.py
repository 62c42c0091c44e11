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
from webapp.store.articles import by_slug
from webapp.store.database import Database
from webapp.store.models import Base
from webapp.store.pages import page_count, whole_text
from webapp.store.paging import page_ends
from webapp.store.schema import REVISIONS, downgrade, revision, upgrade

START = (
    "import sys; from pathlib import Path; from webapp.store.database import Database; from webapp.store.schema import upgrade\n"
    "print('ready', flush=True); sys.stdin.readline()\n"
    "upgrade(Database.open(sys.argv[1] or None, Path(sys.argv[2]))); print('done', flush=True)"
)


TABLES = {"alembic_version", *Base.metadata.tables}


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
    """Return the tables that are there; the index is made of some of its own."""
    with database.reading() as session:
        names = inspect(session.connection()).get_table_names()
    return {name for name in names if not name.startswith("search")}


def test_the_migrations_make_the_tables_of_the_models(database: Database):
    upgrade(database)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = compare_metadata(context, Base.metadata)
    # The index for searching is no model: it is made of what each database has for that.
    assert [each for each in found if "search" not in str(each)] == []


def test_the_list_of_revisions_is_the_folder_of_migrations():
    config = Config()
    config.set_main_option("script_location", str(Path(webapp.store.__file__).parent / "migrations"))
    revisions = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(reversed([script.revision for script in revisions])) == REVISIONS


def test_a_second_start_changes_nothing(database: Database):
    upgrade(database)
    with database.writing() as session:
        session.execute(
            text(
                "INSERT INTO articles (id, slug, text_hash, added_at, title, script, length)"
                " VALUES (1, 's', 'h', '2026-11-23', '春', 'hans', 1)"
            )
        )
    upgrade(database)
    with database.reading() as session:
        assert session.scalar(text("SELECT title FROM articles")) == "春"


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
    assert tables(database) == TABLES


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
        assert tables(database) in (set(), TABLES)
    upgrade(database)
    assert tables(database) == TABLES


def test_texts_survive_the_way_back_to_an_earlier_pindu_and_forth_again(database: Database):
    texts = {"long": "春天来了，花都开了。\n" * 900, "short": "你好"}  # spring has come; hello
    upgrade(database)
    downgrade(database, "0001")
    assert revision(database) == "0001"
    with database.writing() as session:
        for name, found in texts.items():
            session.execute(
                text(
                    "INSERT INTO articles (slug, text_hash, added_at, title, script, length, text)"
                    " VALUES (:name, :name, '2026-11-23', '春', 'hans', 1, :found)"
                ),
                {"name": name, "found": found},
            )
    upgrade(database)
    with database.reading() as session:
        for name, found in texts.items():
            row = by_slug(session, name)
            assert row is not None and row.chars == len(found)
            assert whole_text(session, row.id) == found
            assert page_count(session, row.id) == (len(page_ends(found)) if name == "long" else 1)
    downgrade(database, "0001")
    with database.reading() as session:
        assert dict(session.execute(text("SELECT slug, text FROM articles")).all()) == texts


@pytest.mark.parametrize("wanted", ["0009", "", "head"])
def test_a_revision_that_there_is_not_is_said_to_be_so(database: Database, wanted: str):
    upgrade(database)
    with pytest.raises(StoreError, match="no revision"):
        downgrade(database, wanted)
    assert revision(database) == REVISIONS[-1]
