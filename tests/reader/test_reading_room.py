"""Texts opened a page at a time, the same pages every time, and only those asked for."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.errors import ArticleNotFoundError
from webapp.reader import reading_room
from webapp.reader.reading_room import ReadingRoom
from webapp.store.paging import PAGE_CHARS, page_ends

LINE = "他在银行工作。我们都喜欢他。\n"  # He works at the bank. We all like him.


class CountingAnnotator:
    """The real annotator, with a record of the texts that it was given."""

    def __init__(self, annotator):
        self._annotator = annotator
        self.texts = []

    def document(self, text):
        self.texts.append(text)
        return self._annotator.document(text)


@pytest.fixture
def annotator(engine):
    return CountingAnnotator(engine.annotator)


@pytest.fixture
def room(library, engine, annotator):
    from dataclasses import replace

    return ReadingRoom(library, replace(engine, annotator=annotator))


@given(st.text(alphabet="字。\n”a", max_size=300), st.integers(1, 40))
def test_pages_follow_each_other_and_make_up_the_text(text: str, page_chars: int):
    ends = page_ends(text, page_chars)
    assert ends[-1] == len(text)
    assert all(a < b for a, b in zip([0, *ends], ends, strict=False)) or not text
    most = 3 * page_chars if len(ends) == 1 else 1.5 * page_chars
    assert all(b - a <= most for a, b in zip([0, *ends], ends, strict=False))


def test_a_page_ends_with_a_line_where_there_is_one_and_else_with_a_sentence():
    assert page_ends("一二三四五\n六七八九十\n一二三\n", 4) == [6, 12, 16]
    assert page_ends("一二三四。”六七八九。十一二三。", 4) == [6, 11, 16]
    assert page_ends("一" * 20, 4) == [6, 12, 18, 20]


def test_an_article_is_read_in_one_piece():
    article = files("webapp.reader").joinpath("data/4_sample.txt").read_text("utf-8")
    assert page_ends(article) == [len(article)]


def test_a_short_text_is_one_page(room, library):
    opened = room.open(library.add_text(LINE).slug)
    assert (opened.number, opened.count) == (1, 1)


def test_only_the_page_asked_for_is_annotated_and_only_once(room, library, annotator):
    slug = library.add_text(LINE * 3000).slug
    opened = room.open(slug, 7)
    assert opened.count == pytest.approx(3000 * len(LINE) / PAGE_CHARS, abs=2)
    assert sum(map(len, annotator.texts)) < 2 * PAGE_CHARS
    assert room.open(slug, 7) is opened
    assert len(annotator.texts) == 1


def test_pages_long_unread_are_forgotten(room, library, annotator, monkeypatch):
    monkeypatch.setattr(reading_room, "PAGES_KEPT", 2)
    slug = library.add_text("".join(f"{number}：{LINE}" for number in range(600))).slug
    for number in (1, 2, 3, 1):
        room.open(slug, number)
    assert len(annotator.texts) == 4


@pytest.mark.parametrize("number", [0, -1, 2, 10**30])
def test_a_page_that_is_not_there_is_said_to_be_so(room, library, number: int):
    with pytest.raises(ArticleNotFoundError, match="first page"):
        room.open(library.add_text(LINE).slug, number)
