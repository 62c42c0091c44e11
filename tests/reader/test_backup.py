"""Backups: all of a library, from each database to each; and what is no backup changes nothing."""

import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text

from webapp.config import Settings
from webapp.errors import BackupError, StoreError
from webapp.reader import upkeep
from webapp.reader.backup import back_up, restore
from webapp.reader.library import Library, open_library
from webapp.reader.shelf import Shelf
from webapp.sources.article import Chapter, GivenReading, make_article
from webapp.sources.cover import Cover
from webapp.store import dump
from webapp.store.models import ArticleRow, CorrectionRow

BOOK = (
    "第一章 春\n春天来了。\n第二章 夏\n夏天到了。\n"  # chapter 1, spring has come; chapter 2, summer is here
)


def fill(library: Library) -> None:
    half = BOOK.index("第二章")
    article = make_article(
        BOOK,
        title="四季",  # the four seasons
        chapters=(Chapter("春", 0, half), Chapter("夏", half, len(BOOK))),
        cover=Cover("image/png", bytes(range(256))),
        readings=(GivenReading(6, 7, "chūn"),),
    )
    slug = library.put(article).slug
    library.keep_position(slug, 9)
    library.add_text("我在银行工作。\n" * 600)  # I work at a bank; pages enough to be cut
    thrown = library.add_text("再见。").slug  # goodbye
    shelf = Shelf(library.database)
    shelf.tag(slug, ["novels", "四季"])
    shelf.archive(slug)
    shelf.remove(thrown)
    with library.database.writing() as session:
        id_ = session.scalar(select(ArticleRow.id).where(ArticleRow.slug == slug))
        session.add_all(
            [correction(id_, "春天", "cut", "1 1"), correction(None, "银行", "gloss", "“银”\n<b>")]
        )


def correction(article_id: int | None, said_of: str, kind: str, value: str) -> CorrectionRow:
    return CorrectionRow(
        article_id=article_id, is_everywhere=article_id is None, kind=kind, text=said_of, value=value, where_read="",
        start=6, sentence="春天来了。", lead=0, made_at=datetime.now(UTC), undone_at=None,
    )  # fmt: skip


def content(library: Library) -> dict[str, list[dict[str, object]]]:
    with library.database.reading() as session:
        found = {t.name: [json.loads(line) for line in dump.lines(session, t)] for t in dump.tables()}
    for row in found["pages"]:
        row.pop("is_indexed")
    return found


@pytest.fixture(params=["sqlite", "postgresql"])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    """Another empty library, on each of the databases."""
    url = request.getfixturevalue("postgres").new_database() if request.param == "postgresql" else None
    opened = open_library(
        Settings(home=tmp_path / "other", cache_folder=tmp_path / "cache", database_url=url)
    )
    yield opened
    opened.close()


def test_a_backup_restores_everything_on_each_database_and_across_them(library, other, tmp_path):
    fill(library)
    assert back_up(library.database, tmp_path / "b") == 2
    assert (tmp_path / "b").stat().st_mode & 0o077 == 0
    assert restore(other.database, tmp_path / "b") == 2
    assert content(other) == content(library)
    added = other.add_text("新来的文章。")  # a new one: its number is not one that is taken
    assert other.article(added.slug).text == "新来的文章。"
    with other.database.writing() as session:
        new = correction(None, "文章", "gloss", "x")
        session.add(new)
        session.flush()
        assert new.id == 3


def test_a_filled_library_is_replaced_only_when_that_is_said(library, other, tmp_path):
    fill(library)
    other.add_text("别的文章，很长。")  # another text
    back_up(library.database, tmp_path / "b")
    before = content(other)
    with pytest.raises(BackupError, match="--replace"):
        restore(other.database, tmp_path / "b")
    assert content(other) == before
    restore(other.database, tmp_path / "b", replace=True)
    assert content(other) == content(library)
    restore(other.database, tmp_path / "b", replace=True)
    assert content(other) == content(library)


def test_an_earlier_backup_is_replaced_and_another_file_is_not(library, tmp_path):
    back_up(library.database, tmp_path / "b")
    fill(library)
    assert back_up(library.database, tmp_path / "b") == 2
    (tmp_path / "diary").write_text("Dear diary")
    with pytest.raises(BackupError, match="no backup"):
        back_up(library.database, tmp_path / "diary")
    assert (tmp_path / "diary").read_text() == "Dear diary"
    assert {file.name for file in tmp_path.iterdir()} <= {"b", "diary", "home", "cache"}


def rewritten(
    file: Path, member: str, change: Callable[[str], str], manifest: dict[str, object] | None = None
) -> None:
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    parts[member] = change(parts[member])
    parts["manifest.json"] = json.dumps(json.loads(parts["manifest.json"]) | (manifest or {}))
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)


def flipped(file: Path) -> None:
    data = bytearray(file.read_bytes())
    at = data.index(b"pages.jsonl") + 60
    data[at] ^= 0xFF
    file.write_bytes(data)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "no zip": lambda file: file.write_bytes(b"once upon a time" * 99),
    "cut off": lambda file: file.write_bytes(file.read_bytes()[:-40]),
    "cut in half": lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
    "one byte else": flipped,
    "another zip": lambda file: zipfile.ZipFile(file, "w").close(),
    "a row less": lambda file: rewritten(file, "pages.jsonl", lambda rows: rows.split("\n", 1)[1]),
    "no article": lambda file: rewritten(file, "articles.jsonl", lambda rows: "", {"rows": {"articles": 0, "pages": 9}}),
    "another text": lambda file: rewritten(file, "pages.jsonl", lambda rows: rows.replace("银行", "很行")),
    "another column": lambda file: rewritten(file, "pages.jsonl", lambda rows: rows.replace('"number"', '"numero"')),
    "another kind": lambda file: rewritten(file, "pages.jsonl", lambda rows: rows.replace('"number": 1', '"number": "1"')),
    "no moment": lambda file: rewritten(file, "articles.jsonl", lambda rows: rows.replace("+00:00", "+0x:00")),
    "a list": lambda file: rewritten(file, "articles.jsonl", lambda rows: "[]\n"),
    "no tables": lambda file: rewritten(file, "articles.jsonl", lambda rows: rows, {"rows": []}),
    "a newer one": lambda file: rewritten(file, "articles.jsonl", lambda rows: rows, {"revision": "9999"}),
}  # fmt: skip


def test_what_is_no_whole_backup_changes_nothing_and_is_said_in_a_sentence(library, tmp_path):
    fill(library)
    back_up(library.database, tmp_path / "b")
    whole, before = (tmp_path / "b").read_bytes(), content(library)
    for name, damage in DAMAGES.items():
        (tmp_path / "b").write_bytes(whole)
        damage(tmp_path / "b")
        with pytest.raises(BackupError) as caught:
            restore(library.database, tmp_path / "b", replace=True)
        said = str(caught.value)
        assert ("newer pindu" if name == "a newer one" else "othing was changed") in said, name
        assert "\n" not in said and said.endswith(".")
        assert content(library) == before, name
    with pytest.raises(BackupError, match="no file"):
        restore(library.database, tmp_path / "missing", replace=True)


def test_a_backup_without_what_came_later_is_taken(library, tmp_path):
    fill(library)
    back_up(library.database, tmp_path / "b")
    before = content(library)
    with zipfile.ZipFile(tmp_path / "b") as archive:
        rows = json.loads(archive.read("manifest.json"))["rows"]
    del rows["tags"]
    rewritten(
        tmp_path / "b", "articles.jsonl", lambda given: given.replace('"author": null, ', ""), {"rows": rows}
    )
    restore(library.database, tmp_path / "b", replace=True)
    assert content(library) == before | {"tags": []}


def test_a_check_finds_a_text_that_is_not_what_was_kept(library, settings):
    slug = library.add_text("我在银行工作。").slug
    assert replace(upkeep.check(settings), name="") == upkeep.Checked("", upkeep.schema.REVISIONS[-1], 1)
    with library.database.writing() as session:
        session.execute(text("UPDATE pages SET text = '我不在。'"))
    with pytest.raises(StoreError, match=slug):
        upkeep.check(settings)
