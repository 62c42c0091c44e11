"""Texts as JSON Lines: all of a text goes out and comes in; a bad line is said and keeps nothing."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from webapp.config import Settings
from webapp.errors import SourceError
from webapp.reader.exchange import exported, take
from webapp.reader.library import open_library
from webapp.reader.shelf import Shelf
from webapp.sources.article import Chapter, GivenReading, make_article
from webapp.sources.cover import Cover
from webapp.store import articles
from webapp.store.corrections import made_in
from webapp.store.models import CorrectionRow

BOOK = (
    "第一章 春\n春天来了。\n第二章 夏\n夏天到了。\n"  # chapter 1, spring has come; chapter 2, summer is here
)
PICTURE = Cover("image/png", b"\x89PNG\r\n\x1a\n....")


def test_all_of_a_text_goes_out_and_comes_in(library, tmp_path):
    half = BOOK.index("第二章")
    book = make_article(
        BOOK,
        title="四季",  # the four seasons
        date="2026-11-24",
        author="我",
        source_url="https://example.org/",
        chapters=(Chapter("春", 0, half), Chapter("夏", half, len(BOOK))),
        cover=PICTURE,
        readings=(GivenReading(6, 7, "chūn"),),
    )
    slug = library.put(book).slug
    library.keep_position(slug, 9)
    shelf = Shelf(library.database)
    shelf.tag(slug, ["novels"])
    shelf.archive(slug)
    shelf.rename(slug, "新的四季")
    library.add_text("我在银行工作。")  # I work at a bank
    shelf.remove(library.add_text("再见。").slug)  # goodbye; what is in the bin stays there
    lines = list(exported(library.database))
    assert [json.loads(line)["title"] for line in lines] == ["新的四季", "我在银行工作。"]
    other = open_library(Settings(home=tmp_path / "other", cache_folder=tmp_path / "cache"))
    for line in lines:
        assert take(other, line.encode(), "Line 1")[1]
    assert list(exported(other.database)) == lines
    other.close()


def test_a_text_that_is_there_stays_as_it_is(library):
    listing = library.add_text("我在银行工作。")
    line = json.dumps({"text": "我在银行工作。", "title": "别的", "tags": ["new"]}).encode()
    assert take(library, line, "Line 1") == (listing, False, 0)
    assert take(library, b'{"text": "\xe6\x98\xa5\xe5\xa4\xa9"}', "Line 1")[1]  # 春天, spring


def corrected(library):
    """Correct a text here and there, and words everywhere; return its slug."""
    slug = library.add_text("春天来了。花开了。").slug  # spring is here; flowers bloom
    with library.database.writing() as session:
        id_ = articles.by_slug(session, slug).id
        made = {"made_at": datetime(2026, 11, 30, 12, tzinfo=UTC), "lead": 0, "where_read": ""}
        here = {"article_id": id_, "is_everywhere": False, **made}
        for row in (
            CorrectionRow(kind="cut", text="春天", value="1 1", start=0, sentence="春天来了。", **here),
            CorrectionRow(kind="reading", text="了", value="liao3", start=7, sentence="花开了。", **here | {"lead": 2}),
            CorrectionRow(kind="gloss", text="夏天", value="hot", start=None, sentence="夏天到了。", **here),
            CorrectionRow(kind="gloss", text="花", value="x", start=5, sentence="花开了。", **here,
                          undone_at=datetime.now(UTC)),
            CorrectionRow(kind="gloss", text="行", value="“able” <b>", article_id=None, is_everywhere=True, start=None,
                          sentence="行", **made | {"where_read": "xing2"}),
            CorrectionRow(kind="cut", text="研究生命", value="2 2", article_id=id_, is_everywhere=True, start=3,
                          sentence="研究生命", **made),
        ):  # fmt: skip
            session.add(row)
            session.flush()
    return slug


def test_corrections_go_out_and_come_in_and_are_not_doubled(library, tmp_path):
    corrected(library)
    lines = list(exported(library.database))
    assert [len(json.loads(line)["corrections"]) for line in lines] == [3, 2]
    other = open_library(Settings(home=tmp_path / "other", cache_folder=tmp_path / "cache"))
    assert [take(other, line.encode(), "Line 1").corrections for line in lines] == [3, 2]
    assert list(exported(other.database)) == lines
    assert [take(other, line.encode(), "Line 1").corrections for line in lines] == [0, 0]
    assert list(exported(other.database)) == lines
    other.close()


def test_a_text_that_is_there_takes_the_corrections_that_it_has_not(library, tmp_path):
    corrected(library)
    lines = list(exported(library.database))
    other = open_library(Settings(home=tmp_path / "other", cache_folder=tmp_path / "cache"))
    slug = other.add_text("春天来了。花开了。").slug
    own = {"kind": "reading", "text": "了", "reading": "le", "at": 7}
    line = json.dumps({"text": "春天来了。花开了。", "corrections": [own]}).encode()
    assert take(other, line, "Line 1") == (other.list()[0], False, 1)
    assert take(other, lines[0].encode(), "Line 1").corrections == 2  # what was said of 了 stays
    with other.database.reading() as session:
        rows = made_in(session, articles.by_slug(session, slug).id)
        assert [row.value for row in rows] == ["le5", "1 1", "hot"]
    other.close()


BAD = {
    "corrections of nothing": b'{"corrections": [{}]}',
    "a correction everywhere of no reading": b'{"corrections": [{"kind": "reading", "text": "a", "reading": 5}]}',
    "no JSON": b"{",
    "no UTF-8": b'{"text": "\xff"}',
    "a list": b"[]",
    "no text": b'{"title": "x"}',
    "a number": b'{"text": 5}',
    "deep": b"[" * 100_000,
    "no Chinese": b'{"text": "hello"}',
    **{
        name: json.dumps({"text": BOOK, **fields}).encode()
        for name, fields in {
            "a title of numbers": {"title": 5},
            "no day": {"date": "2026-13-01"},
            "no moment": {"added_at": "yesterday"},
            "a place behind the end": {"position": 99},
            "a place that is no number": {"position": True},
            "tags in one": {"tags": "a,b"},
            "too many tags": {"tags": [str(n) for n in range(50)]},
            "chapters backwards": {"chapters": [{"title": "a", "start": 9}, {"title": "b", "start": 3}]},
            "a chapter without a title": {"chapters": [{"start": 0}]},
            "a chapter of text": {"chapters": "abc"},
            "readings that overlap": {
                "readings": [{"start": 0, "end": 3, "pinyin": "a"}, {"start": 2, "end": 4, "pinyin": "b"}]
            },
            "a reading of nothing": {"readings": [{"start": 2, "end": 2, "pinyin": "b"}]},
            "a cover with scripts": {"cover": "PHN2ZyBvbmxvYWQ9J2FsZXJ0KDEpJy8+"},
            "a cover in no code": {"cover": "?"},
            "corrections in one": {"corrections": {}},
            "a correction of nothing": {"corrections": [{"kind": "gloss", "gloss": "x"}]},
            "a correction of no kind": {"corrections": [{"kind": "colour", "text": "春", "at": 4}]},
            "a correction elsewhere": {
                "corrections": [{"kind": "gloss", "text": "冬", "gloss": "x", "at": 4}]
            },
            "a correction at no number": {
                "corrections": [{"kind": "gloss", "text": "春", "gloss": "x", "at": True}]
            },
            "a cut of other characters": {
                "corrections": [{"kind": "cut", "text": "春天", "cut": ["春", "夏"], "at": 6}]
            },
            "a reading too short": {
                "corrections": [{"kind": "reading", "text": "春天", "reading": "chūn", "at": 6}]
            },
            "a reading that is none": {
                "corrections": [{"kind": "reading", "text": "春", "reading": "!", "at": 4}]
            },
            "a gloss without an end": {
                "corrections": [{"kind": "gloss", "text": "春", "gloss": "x" * 999, "at": 4}]
            },
        }.items()
    },
}


@pytest.mark.parametrize("name", BAD)
def test_a_line_that_cannot_be_used_is_said_and_keeps_nothing(tmp_path: Path, name: str):
    library = open_library(Settings(home=tmp_path / "home", cache_folder=tmp_path / "cache"))
    with pytest.raises(SourceError) as caught:
        take(library, BAD[name], "Line 7")
    said = str(caught.value)
    assert said.startswith("Line 7") and said.endswith(".") and "\n" not in said
    assert library.list() == ()
    library.close()


def test_a_text_whose_transaction_is_tried_again_keeps_its_tags(library, monkeypatch):
    set_tags, tries = articles.set_tags, []

    def beaten_once(session, article_id, tags):
        tries.append(tags)
        set_tags(session, article_id, tags)
        if len(tries) == 1:
            raise IntegrityError("", {}, Exception("another process was faster"))

    monkeypatch.setattr(articles, "set_tags", beaten_once)
    line = '{"text": "春天来了。", "tags": ["poems"]}'  # spring is here
    found, is_new, _ = take(library, line.encode(), "Line 1")
    assert (len(tries), is_new, tuple(found.tags)) == (2, True, ("poems",))
