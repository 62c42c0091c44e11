"""Looking for texts in Chinese, pinyin and English, indexed or not, in either script."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql

from webapp.reader.caretaker import Caretaker
from webapp.reader.finding import Finder
from webapp.reader.library import Library
from webapp.reader.reading_room import ReadingRoom
from webapp.store import search

BANK = "银行行长\n\n他在银行工作。我们都喜欢他。\n"  # The manager of a bank. He works at the bank; we all like him.
TAIPEI = "臺北\n\n我們在臺北的銀行換錢，用WiFi上網。\n"  # We change money at a bank in Taipei and go online by WiFi.


@pytest.fixture
def finder(library, engine) -> Finder:
    return Finder(library.database, engine.lexicon)


@pytest.fixture
def both(library) -> tuple[str, str]:
    return library.add_text(BANK).slug, library.add_text(TAIPEI).slug


def slugs(finder: Finder, query: str) -> set[str]:
    return {find.listing.slug for find in finder.find(query).finds}


@pytest.mark.parametrize("query", ["银行", "銀行", "yinhang", "yínháng", "yin2 hang2", "bank", "Bank"])
def test_a_word_is_found_however_it_is_written(finder, both, query: str):
    assert slugs(finder, query) == set(both)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("台北", {1}), ("我们", {0, 1}), ("钱", {1}), ("wifi", {1}), ("WIFI", {1}), ("wi", {1}), ("银行 工作", {0}), ("喜", {0}),
        ("银行 没有", set()), ("行银", set()), ("fi", set()), ("他。", {0}), ("工作。我们", {0}), ("yin1hang2", set()), ("。", set()),
    ],
)  # fmt: skip
def test_only_what_has_all_words_is_found(finder, both, query: str, found: set[int]):
    assert slugs(finder, query) == {both[index] for index in found}


def test_a_page_that_has_the_pairs_but_not_the_phrase_is_no_hit(library, finder):
    library.add_text("行长说：银行很忙，行行出状元。")  # 银行, 行行 and 行长, but no 银行行长
    assert slugs(finder, "银行行长") == set()


def test_hits_stand_in_their_sentence_and_lead_to_it(library, finder, engine):
    text = "第一句话。" * 400 + "他在银行工作。" + "最后一句话。" * 400
    slug = library.add_text(text).slug
    (find,) = finder.find("银行").finds
    (hit,) = find.hits
    assert (hit.before, hit.match, hit.after) == ("他在", "银行", "工作。")
    assert text[hit.at : hit.at + 2] == "银行"
    opened = ReadingRoom(library, engine).open(slug, at=hit.at)
    assert opened.starts[opened.place] == text.index("他在银行")


def test_a_title_comes_first_and_many_pages_before_few(library, finder):
    few = library.add_text("我爱花。").slug  # I love flowers
    many = library.add_text("花开了。\n" * 1500).slug
    titled = library.add_text("花\n\n这里什么都没有。").slug
    assert [find.listing.slug for find in finder.find("花").finds] == [titled, many, few]
    assert finder.find("花").finds[1].page_count > 1


def test_what_pinyin_and_english_stood_for_is_said(finder, both):
    assert "银行" in finder.find("bank").words
    assert finder.find("银行").words == ()


def test_a_long_text_is_found_before_and_after_it_is_indexed(library, finder, engine):
    library.add_text("春天来了，花都开了。\n" * 12_000 + "独一无二")  # one of a kind
    with library.database.reading() as session:
        assert session.scalar(sql("SELECT count(*) FROM pages WHERE NOT is_indexed")) > 60
    before = finder.find("独一无二")
    assert len(before.finds) == 1
    caretaker = Caretaker(library, engine)
    while caretaker.work():
        pass
    with library.database.reading() as session:
        assert session.scalar(sql("SELECT count(*) FROM pages WHERE NOT is_indexed")) == 0
        assert search.pages_with(session, ["独一无二"]) and not search.pages_with(session, ["二来"])
    after = finder.find("独一无二")
    assert [find.hits for find in after.finds] == [find.hits for find in before.finds]
    assert after.finds[0].listing.level is not None


@pytest.mark.parametrize(
    "query",
    ['"', "'", "*", "银行*", '银" OR "行', "NEAR(a b)", "a'b\\c", "%", "_", "\0", "\ud800", "银" * 5000, "a" * 5000, "-", "()", "& | !", "ａ", "🇨🇳", "ß"],
    ids=range(19),
)  # fmt: skip
def test_no_query_breaks_anything(finder, both, query: str):
    assert finder.find(query).query is not None


@given(st.text(max_size=20))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_stands_in_a_text_is_found_by_its_terms(text: str):
    lower = text.lower()
    terms = search.page_terms(lower)
    for term in search.phrase_terms(lower):
        bare = term.removesuffix("*")
        assert any(each == bare or (term != bare and each.startswith(bare)) for each in terms)


def test_both_databases_forget_what_is_gone(library: Library, finder, engine):
    from webapp.reader.editing import Editor

    slug = library.add_text(BANK.replace("银行行长", "行长")).slug
    editor = Editor(library.database)
    draft = editor.draft(slug)
    editor.save(slug, 1, draft.text.replace("银行", "学校"), draft.version)  # bank -> school
    assert slugs(finder, "银行") == set() and slugs(finder, "学校") == {slug}
    with library.database.reading() as session:
        assert search.pages_with(session, ["银行"]) == set()
