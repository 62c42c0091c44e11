"""Editing a text: what is bound to places in it follows, and two that edit at once do not overwrite each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.errors import ArticleChangedError, ArticleError, SourceEmptyError
from webapp.reader.editing import Editor, difference
from webapp.sources.article import Article, Chapter, GivenReading

CHAPTERS = ["第一回\n\n春天来了。\n\n", "第二回\n\n花开了。\n\n", "第三回\n\n夏天到了。\n"]
BOOK = "".join(CHAPTERS)


@pytest.fixture
def editor(library) -> Editor:
    return Editor(library.database)


@pytest.fixture
def slug(library) -> str:
    starts = [0, len(CHAPTERS[0]), len(CHAPTERS[0] + CHAPTERS[1]), len(BOOK)]
    chapters = tuple(Chapter(f"第{n}回", a, b) for n, a, b in zip("一二三", starts, starts[1:], strict=False))
    readings = tuple(
        GivenReading(at, at + 2, "x y") for at in (BOOK.index("春天"), BOOK.index("花开"), BOOK.index("夏天"))
    )
    return library.put(Article("书", None, None, None, BOOK, chapters, None, readings)).slug


def save(editor: Editor, slug: str, number: int, text: str) -> None:
    editor.save(slug, number, text, editor.draft(slug, number).version)


def test_a_page_is_replaced_and_what_stands_behind_it_moves_along(library, editor, slug):
    library.keep_position(slug, BOOK.index("夏天"))
    draft = editor.draft(slug, 2)
    assert (draft.text, draft.number, draft.count) == (CHAPTERS[1], 2, 3)
    save(
        editor, slug, 2, "第二回\r\n\r\n红色的花开了。"
    )  # red flowers; as a form sends it, and without its last lines
    text = library.article(slug).text
    assert text == BOOK.replace("花开", "红色的花开")
    found = library.page(slug)
    assert found.number == 3 and text[found.position :].startswith("夏天")
    assert [place.start for place in found.chapters] == [text.index(f"第{n}回") for n in "一二三"]
    with library.database.reading() as session:
        from webapp.store.articles import by_slug, given_readings

        rows = given_readings(session, by_slug(session, slug).id, 0, len(text))
        assert [text[row.start : row.end] for row in rows] == ["春天", "花开", "夏天"]


def test_an_edit_changes_neither_address_nor_title_and_judges_anew(library, editor, slug):
    save(editor, slug, 1, CHAPTERS[0].replace("春天", "秋天"))
    shown = library.list()[0]
    assert (shown.slug, shown.title, shown.chars, shown.level) == (slug, "书", len(BOOK), None)


def test_two_that_edit_at_once_do_not_overwrite_each_other(library, editor, slug):
    first, second = editor.draft(slug, 2), editor.draft(slug, 2)
    editor.save(slug, 2, "第二回\n\n第一个。", first.version)
    with pytest.raises(ArticleChangedError, match="changed somewhere else"):
        editor.save(slug, 2, "第二回\n\n第二个。", second.version)
    assert "第一个" in library.article(slug).text


def test_a_text_cannot_become_empty_or_another_one(library, editor, slug):
    other = library.add_text("你好").slug
    for text in ("", "no Chinese"):
        with pytest.raises(SourceEmptyError):
            save(editor, other, 1, text)
    once = library.add_text("你好！").slug
    with pytest.raises(ArticleError, match="already"):
        save(editor, once, 1, "你好")
    assert library.article(once).text == "你好！"


def test_a_page_may_be_emptied(library, editor, slug):
    save(editor, slug, 2, "")
    assert library.article(slug).text == CHAPTERS[0] + CHAPTERS[2]
    found = library.page(slug, 2)
    assert (found.count, found.text) == (2, CHAPTERS[2])
    assert [place.title for place in found.chapters] == ["第一回", "第三回"]


def test_saving_what_was_there_changes_nothing(library, editor, slug):
    before = library.list()
    save(editor, slug, 1, CHAPTERS[0])
    assert library.list() == before and library.article(slug).text == BOOK


def test_a_traditional_text_that_becomes_simplified_is_found_in_it(library, editor, engine):
    from webapp.reader.finding import Finder

    slug = library.add_text("我們在臺灣讀書。" + "字" * 5000).slug
    draft = editor.draft(slug)
    save(editor, slug, 1, draft.text.replace("我們在臺灣讀書", "我们在台湾读书"))
    assert library.list()[0].language == "zh-Hans"
    assert len(Finder(library.database, engine.lexicon).find("读书").finds) == 1


@given(st.text("春天来", max_size=12), st.text("春天来", max_size=12))
def test_a_difference_turns_one_text_into_the_other(old: str, new: str):
    change = difference(old, new)
    if change is None:
        assert old == new
    else:
        assert new == old[: change.start] + new[change.start : change.end + change.grown] + old[change.end :]
        assert change.moved(len(old)) == len(new) or change.start == len(old)
