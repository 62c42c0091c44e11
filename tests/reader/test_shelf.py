"""The library as one looks at it: filtered, sorted, tagged, archived, and nothing thrown away for good at once."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text as sql

from webapp.errors import ArticleError, ArticleNotFoundError
from webapp.reader.finding import Finder
from webapp.reader.listing import Listing
from webapp.reader.shelf import SORTS, STATES, Selection, Shelf, split_tags
from webapp.reader.welcome import welcome
from webapp.sources.article import Article, Chapter, make_article
from webapp.sources.cover import Cover

BOOK = "第一回\n\n春天来了。\n\n第二回\n\n花开了。\n"  # chapter 1: spring has come; chapter 2: the flowers are out


@pytest.fixture
def shelf(library) -> Shelf:
    return Shelf(library.database)


@pytest.fixture
def book() -> Article:
    chapters = (Chapter("第一回", 0, 12), Chapter("第二回", 12, len(BOOK)))
    return Article("书", None, "李四", None, BOOK, chapters, Cover("image/gif", b"GIF89a"))


def slugs(shelf: Shelf, **wanted) -> list[str]:
    return [listing.slug for listing in shelf.show(Selection(**wanted)).listings]


def test_sorting_and_picking_out(library, shelf, book):
    short, long = (
        library.add_text("阿姨好。").slug,
        library.add_text("中国很大。" * 20).slug,
    )  # hello; China is large
    read = library.put(book).slug
    library.keep_position(long, 3)
    library.keep_position(read, len(BOOK))
    assert slugs(shelf) == [read, long, short]
    assert slugs(shelf, sort="length") == [short, read, long]
    assert slugs(shelf, sort="title") == sorted([short, long, read])
    assert slugs(shelf, sort="opened") == [read, long, short]
    assert slugs(shelf, state="unread") == [short]
    assert slugs(shelf, state="reading") == [long]
    assert slugs(shelf, state="read") == slugs(shelf, state="books") == [read]
    assert slugs(shelf, state="nonsense", sort="'; DROP TABLE articles") == [read, long, short]
    assert slugs(shelf, first=1, most=1) == [long]
    assert shelf.show(Selection(most=1)).count == 3
    assert [listing.slug for listing in shelf.going_on()] == [long]
    assert {*SORTS} and {*STATES}


def test_what_is_known_of_a_book_is_shown(library, book):
    shown = library.put(book)
    assert (shown.has_cover, shown.is_book, shown.chapters_text) == (True, True, "2 chapters")
    assert library.cover(shown.slug) == ("image/gif", b"GIF89a")
    page = library.page(shown.slug, 2)
    assert (page.text, page.chapter, page.count) == (BOOK[12:], 1, 2)
    assert [(place.title, place.page) for place in page.chapters] == [("第一回", 1), ("第二回", 2)]


def test_how_far_one_has_read_is_kept_to_the_sentence(library):
    text = "春天来了，花都开了。\n" * 400
    slug = library.add_text(text).slug
    assert library.page(slug).number == 1
    library.keep_position(slug, 2200)
    page = library.page(slug)
    assert page.number == 3 and page.position == 2200 and page.start <= 2200 < page.start + len(page.text)
    assert library.list()[0].percent_read == 50
    assert library.page(slug, 1).position is None
    library.keep_position(slug, 10**9)
    assert library.list()[0].is_finished and library.page(slug).number == 1


def test_tags_are_words_without_commas_in_one_spelling(library, shelf):
    slug = library.add_text("你好").slug
    assert shelf.tag(slug, split_tags("news, #HSK 4，  news,,\t")).tags == ("HSK 4", "news")
    other = library.add_text("再见").slug
    shelf.tag(other, ["news"])
    assert slugs(shelf, tag="HSK 4") == [slug] and set(slugs(shelf, tag="news")) == {slug, other}
    assert shelf.show(Selection()).tags == ("HSK 4", "news")
    shelf.tag(slug, [])
    assert slugs(shelf, tag="HSK 4") == [] and shelf.show(Selection()).tags == ("news",)
    with pytest.raises(ArticleError, match="tags at most"):
        shelf.tag(slug, map(str, range(30)))


def test_the_archive_is_out_of_the_way(library, shelf):
    slug = library.add_text("你好").slug
    shelf.archive(slug)
    assert slugs(shelf) == [] and slugs(shelf, archived=True) == [slug]
    assert shelf.show(Selection()).archived_count == 1
    assert library.article(slug).text == "你好"
    shelf.archive(slug, archived=False)
    assert slugs(shelf) == [slug]


def test_another_title_leaves_the_address(library, shelf):
    slug = library.add_text("你好").slug
    assert shelf.rename(slug, "  大家\n好 ").title == "大家 好"  # hello everybody
    assert shelf.listing(slug).title == "大家 好"
    with pytest.raises(ArticleError, match="needs a title"):
        shelf.rename(slug, " \u200b\n")


def test_what_is_deleted_can_be_brought_back(library, shelf, engine):
    slug = library.add_text("春天来了。").slug
    shelf.tag(slug, ["news"])
    shelf.remove(slug)
    assert slugs(shelf) == [] and shelf.count() == 0 and shelf.show(Selection()).tags == ()
    assert Finder(library.database, engine.lexicon).find("春天").finds == ()
    with pytest.raises(ArticleNotFoundError):
        library.article(slug)
    assert shelf.bring_back(slug).tags == ("news",)
    assert library.article(slug).text == "春天来了。"


def test_adding_a_deleted_text_again_brings_it_back(library, shelf):
    slug = library.add_text("春天来了。").slug
    shelf.remove(slug)
    assert library.add_text("春天来了。").slug == slug
    assert slugs(shelf) == [slug]


def test_the_bin_is_emptied_after_a_month(library, shelf, book):
    slug = library.put(book).slug
    shelf.remove(slug)
    assert shelf.empty_bin() == 0
    assert shelf.empty_bin(datetime.now(UTC) + timedelta(days=31)) == 1
    with library.database.reading() as session:
        for table in ("articles", "pages", "chapters", "covers", "tags"):
            assert session.scalar(sql(f"SELECT count(*) FROM {table}")) == 0
    with pytest.raises(ArticleNotFoundError):
        shelf.bring_back(slug)
    assert library.put(book).slug == slug  # everything is free again, the index too


def test_the_first_texts_are_put_in_once(library, shelf):
    mine = library.add_text("我的书。").slug  # my book
    welcome(library)
    found = slugs(shelf)
    assert len(found) == 5 and found[0] == mine and found[1] == "zhou-mo-de-zao-shang"
    for slug in found:
        shelf.remove(slug)
    welcome(library)
    assert slugs(shelf) == []


def test_the_sample_among_the_first_texts_is_that_of_the_project(library, pytestconfig):
    welcome(library)
    seed = (pytestconfig.rootpath / "seeds" / "000_bfa1f241c2576418.txt").read_text("utf-8")
    assert make_article(seed).text in {library.article(each.slug).text for each in library.list()}


def listing(**facts) -> Listing:
    given = {
        "slug": "a",
        "title": "春天",
        "date": None,
        "author": None,
        "source_url": None,
        "language": "zh-Hans",
    }
    return Listing(
        **(given | {"length": 100, "added_at": datetime(2026, 11, 24, tzinfo=UTC), "chars": 100} | facts)
    )


@pytest.mark.parametrize(
    ("position", "percent", "said"),
    [(None, 0, ""), (0, 0, ""), (1, 1, "1 %"), (50, 50, "50 %"), (99, 99, "99 %"), (100, 100, "Read")],
)
def test_progress_is_never_none_nor_all_too_early(position, percent, said):
    shown = listing(position=position)
    assert (shown.percent_read, shown.progress_text) == (percent, said)


def test_facts_read_well():
    shown = listing(
        level=4, share_above=0.062, source_url="https://www.news.example/a?b", title="《春天》：花"
    )
    assert shown.difficulty_text == "HSK 4, 6 % above"
    assert (shown.source_text, shown.cover_text, shown.added_text) == (
        "news.example",
        "春天花",
        "24 November 2026",
    )
    assert listing(level=7, share_above=0.3).difficulty_text == "HSK 7–9, 30 % above"
    assert listing(source_url="http://[").source_text == "" and listing().difficulty_text == ""
