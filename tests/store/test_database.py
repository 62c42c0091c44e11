"""The database: how it is opened, what a session promises, what its errors say."""

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import select, text

from webapp.config import Settings
from webapp.errors import StoreError
from webapp.store import database as database_module
from webapp.store.articles import newest_first
from webapp.store.database import Database
from webapp.store.models import ArticleRow
from webapp.store.schema import upgrade


def row(number: int, **facts: object) -> ArticleRow:
    given = {
        "slug": f"s{number}",
        "text_hash": f"h{number}",
        "title": "春天",
        "script": "hans",
        "length": 2,
    }
    return ArticleRow(added_at=datetime.now(UTC), **(given | facts))


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    settings.home.mkdir()
    opened = Database.open(settings.database_url, settings.library_file)
    upgrade(opened)
    yield opened
    opened.close()


def titles(database: Database) -> list[str]:
    with database.reading() as session:
        return [found.title for found in newest_first(session)]


def test_a_writing_session_keeps_all_or_nothing(database: Database):
    with database.writing() as session:
        session.add(row(1))
    with pytest.raises(ZeroDivisionError), database.writing() as session:
        session.add(row(2))
        session.flush()
        1 / 0  # noqa: B018 - anything may go wrong in the middle
    assert titles(database) == ["春天"]


def test_a_moment_comes_back_in_utc(database: Database):
    moment = datetime(2026, 11, 23, 8, 30, tzinfo=timezone(timedelta(hours=8)))
    with database.writing() as session:
        session.add(row(1))
        session.flush()
        session.scalars(select(ArticleRow)).one().added_at = moment
    with database.reading() as session:
        found = session.scalars(select(ArticleRow)).one().added_at
    assert found == moment and found.utcoffset() == timedelta(0)


def test_writers_wait_for_each_other_and_readers_do_not(database: Database):
    order: list[str] = []

    def second() -> None:
        with database.writing() as session:
            order.append("second begins")
            session.add(row(2))

    with database.writing() as session:
        session.add(row(1))
        session.flush()
        assert titles(database) == []  # a reader sees the state before, at once
        thread = threading.Thread(target=second)
        thread.start()
        time.sleep(0.2)
        order.append("first ends")
    thread.join()
    assert len(titles(database)) == 2
    if database.is_sqlite:
        assert order == ["first ends", "second begins"]


def sqlite(folder: Path) -> Database:
    return Database.open(None, folder / "library.sqlite3")


def test_sqlite_is_durable_and_checks_its_references(tmp_path: Path):
    database = sqlite(tmp_path)
    with database.reading() as session:
        found = {
            name: session.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    database.close()
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30_000}


def complaint(database: Database) -> str:
    with pytest.raises(StoreError) as caught:
        upgrade(database)
        with database.writing() as session:
            session.add_all(row(number, title="春" * 100_000) for number in range(100))
    database.close()
    message = str(caught.value)
    assert "\n" not in message and message.endswith(".") and "Traceback" not in message
    return message


def test_a_file_that_is_no_library_is_left_as_it_is(tmp_path: Path):
    file = tmp_path / "library.sqlite3"
    file.write_bytes(b"this is no database" * 99)
    assert "damaged" in complaint(sqlite(tmp_path))
    assert file.read_bytes() == b"this is no database" * 99


def test_a_damaged_library_says_so(tmp_path: Path):
    database = sqlite(tmp_path)
    upgrade(database)
    with database.writing() as session:
        session.add_all(row(number, title="春" * 3000) for number in range(50))
    database.close()
    file = tmp_path / "library.sqlite3"
    content = bytearray(file.read_bytes())
    content[100:3000] = os.urandom(2900)
    file.write_bytes(content)
    damaged = sqlite(tmp_path)
    with pytest.raises(StoreError, match="damaged"):
        titles(damaged)
    damaged.close()


def test_a_folder_that_is_missing_or_in_the_way_says_so(tmp_path: Path):
    assert "cannot be opened" in complaint(sqlite(tmp_path / "missing"))
    (tmp_path / "library.sqlite3").mkdir()
    assert "cannot be opened" in complaint(sqlite(tmp_path))


def test_a_full_disk_says_so_and_loses_nothing(tmp_path: Path):
    database = sqlite(tmp_path)
    upgrade(database)
    with database.writing() as session:
        session.add(row(1000))
    connection = database.engine.raw_connection()
    connection.cursor().execute("PRAGMA max_page_count = 20")  # SQLite's own way of a full disk
    connection.close()
    assert "full" in complaint(database)
    database = sqlite(tmp_path)
    assert titles(database) == ["春天"]
    database.close()


def test_a_library_that_another_program_holds_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(database_module, "BUSY_TIMEOUT_SECONDS", 0)
    database = sqlite(tmp_path)
    upgrade(database)
    other = sqlite3.connect(tmp_path / "library.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert "busy" in complaint(database)
    other.close()


def test_a_library_that_may_only_be_read_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    database = sqlite(tmp_path)
    upgrade(database)
    with database.writing() as session:
        session.add(row(1))
    database.close()
    # Permissions mean nothing to root, who may run this test: what the system says is replaced.
    monkeypatch.setattr(database_module.os, "access", lambda path, mode: mode != os.W_OK)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    database = sqlite(tmp_path)
    upgrade(database)
    assert titles(database) == ["春天"]
    assert "only be read" in complaint(database)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql+psycopg://me:secret@127.0.0.1:1/x", "cannot be reached"),
        ("postgresql+psycopg://me:secret@127.0.0.1:notaport/x", "spelling"),
        ("postgresql+nosuchdriver://me:secret@h/x", "spelling"),
        ("postgresql+asyncpg://me:secret@h/x", "asyncpg"),
        ("://", "spelling"),
    ],
)
def test_a_bad_address_is_one_sentence_without_the_password(url: str, said: str, tmp_path: Path):
    with pytest.raises(StoreError, match=said) as caught:
        upgrade(Database.open(url, tmp_path / "unused"))
    assert "secret" not in str(caught.value) and "\n" not in str(caught.value)
