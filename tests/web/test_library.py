"""The library page and what can be done from it: add, search, arrange, edit, and go on reading."""

import io

import pytest

from webapp.sources.article import Article, Chapter
from webapp.sources.cover import Cover
from webapp.web.parts import EXTENSION

JSON = {"Accept": "application/json"}
SPRING, SUMMER = (
    "春天\n\n春天来了，花都开了。\n",
    "夏天\n\n夏天很热。\n",
)  # spring ... the flowers are out; summer is hot
BOOK = "第一回\n\n春天来了。\n\n第二回\n\n花开了。\n"


@pytest.fixture
def library(app):
    return app.extensions[EXTENSION].library


@pytest.fixture
def book(library) -> str:
    chapters = (Chapter("第一回", 0, 12), Chapter("第二回", 12, len(BOOK)))
    listing = library.put(Article("四季", None, "李四", None, BOOK, chapters, Cover("image/gif", b"GIF89a;")))
    return f"/articles/{listing.slug}"


def test_several_files_are_added_and_each_fails_alone(client):
    files = [(io.BytesIO(SPRING.encode()), "a.txt"), (io.BytesIO(b"\x89PNG\r\n\x1a\n"), "b.txt"), (io.BytesIO(SUMMER.encode()), "c.txt")]  # fmt: skip
    answer = client.post("/articles", data={"file": files})
    assert answer.status_code == 422
    assert answer.text.count('role="alert"') == 1 and "b.txt" in answer.text and "picture" in answer.text
    assert 'href="/articles/chun-tian"' in answer.text and 'href="/articles/xia-tian"' in answer.text
    both = client.post(
        "/articles",
        data={"file": [(io.BytesIO("你好".encode()), "d.txt"), (io.BytesIO("再见".encode()), "e.txt")]},
    )
    assert (both.status_code, both.headers["Location"]) == (303, "/")


def test_a_program_is_told_what_became_of_a_file(client):
    answer = client.post("/articles", data={"file": (io.BytesIO(SPRING.encode()), "a.txt")}, headers=JSON)
    assert answer.status_code == 201
    assert answer.json == {"slug": "chun-tian", "title": "春天", "address": "/articles/chun-tian"}
    refused = client.post("/articles", data={"file": (io.BytesIO(b"x"), "a.txt")}, headers=JSON)
    assert refused.status_code == 422 and refused.json["error"]["message"].endswith(".")


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/x", "https://localhost/", "http://[::1]/", "http://10.0.0.1/春天"]
)
def test_an_address_goes_through_the_guarded_door(client, address: str):
    for data in ({"text": f" {address} \n"}, {"url": address}):
        answer = client.post("/articles", data=data)
        assert answer.status_code == 422 and "private network" in answer.text


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "-", "/etc/passwd", "javascript:alert(1)", "ftp://a.example/"]
)
def test_only_web_addresses_are_addresses(client, url: str):
    answer = client.post("/articles", data={"url": url}, headers=JSON)
    assert answer.status_code == 422 and "web page" in answer.json["error"]["message"]


def test_a_page_that_another_tab_sends_becomes_an_article(client, library):
    html = (
        "<html><head><meta charset='gb2312'><title>春天</title></head><body><article>"
        + "<p>春天来了，花都开了。</p>" * 20
    )
    answer = client.post("/articles", data={"html": html, "url": "https://news.example/a"})
    assert answer.status_code == 303
    (found,) = library.list()
    assert (found.source_url, found.source_text) == ("https://news.example/a", "news.example")
    client.post("/articles", data={"html": html.replace("花", "草"), "url": "javascript:alert(1)"})
    assert {each.source_url for each in library.list()} == {"https://news.example/a", None}


def test_the_page_for_the_bookmarklet_keeps_nothing_by_itself(client, library):
    answer = client.get("/add", query_string={"url": 'https://news.example/"><script>alert(1)</script>'})
    assert answer.status_code == 200 and "<script>alert" not in answer.text
    assert library.list() == ()
    assert "javascript:" in client.get("/add").text and "http://localhost/add" not in client.get("/").text


def test_search_shows_hits_that_open_at_their_sentence(client, article):
    page = client.get("/", query_string={"q": "yinhang"}).text
    assert "<mark>银行</mark>" in page and "Looked for" in page
    assert f'href="{article}?at=' in page
    assert "Nothing has" in client.get("/", query_string={"q": "没有"}).text


def test_texts_are_picked_out_and_sorted_by_address(client, article):
    client.post(f"{article}/edit", data={"title": "银行", "tags": "news, HSK 4"})
    assert article in client.get("/?tag=HSK+4").text and article not in client.get("/?tag=none").text
    assert (
        article in client.get("/?state=unread&sort=title").text
        and article not in client.get("/?state=read").text
    )
    assert client.get("/?first=-5&sort=x&state=%27&first=99999999999999999999").status_code == 200


def test_a_text_is_renamed_tagged_and_edited_on_one_form(client, article):
    form = client.get(f"{article}/edit").text
    version = form.split('name="version" value="')[1].split('"')[0]
    data = {
        "title": "学校",
        "tags": "news",
        "text": "他在学校工作。",
        "version": version,
    }  # he works at a school
    answer = client.post(f"{article}/edit", data=data)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{article}?page=1")
    assert "学校" in client.get(article).text and "银行" not in client.get("/").text
    again = client.post(f"{article}/edit", data=data | {"text": "另一个。"})  # from a form that is too old
    assert again.status_code == 409 and "另一个。</textarea>" in again.text and 'role="alert"' in again.text
    assert client.post(f"{article}/edit", data={"title": " "}).status_code == 422


def test_deleting_offers_the_way_back(client, article):
    answer = client.post(f"{article}/delete")
    assert answer.headers["Location"] == f"/?deleted={article.rpartition('/')[2]}"
    page = client.get(answer.headers["Location"]).text
    assert "Deleted" in page and f'action="{article}/undelete"' in page and f'href="{article}"' not in page
    assert client.get(article).status_code == 404
    client.post(f"{article}/undelete")
    assert client.get(article).status_code == 200
    assert "Deleted" not in client.get(answer.headers["Location"]).text


def test_the_archive_is_a_place_of_its_own(client, article):
    client.post(f"{article}/archive")
    assert (
        f'href="{article}"' not in client.get("/").text
        and f'href="{article}"' in client.get("/?archived=1").text
    )
    client.post(f"{article}/archive", data={"back": "1"})
    assert f'href="{article}"' in client.get("/").text


def test_reading_goes_on_at_the_sentence(client):
    text = "".join(f"这是第{n}个句子。\n" for n in range(1, 500))  # this is sentence n
    address = client.post("/articles", data={"text": text}).headers["Location"]
    assert client.post(f"{address}/position", data={"page": "2", "sentence": "p3s0"}).status_code == 204
    page = client.get(address).text
    assert 'data-page="2"' in page and 'data-place="p3s0"' in page
    assert "Continue" in client.get("/").text
    assert 'data-place=""' in client.get(f"{address}?page=2").text
    client.post(f"{address}/position", data={"finished": "1"})
    assert 'data-page="1"' in client.get(address).text and "Continue" not in client.get("/").text
    assert client.post(f"{address}/position", data={"page": "2", "sentence": "nonsense"}).status_code == 204
    assert client.post(f"{address}/position", data={"page": "99"}).status_code == 404


def test_a_book_has_contents_a_cover_and_a_way_between_chapters(client, book):
    contents = client.get(f"{book}/contents").text
    assert f'href="{book}?page=2"' in contents and "第二回" in contents
    cover = client.get(f"{book}/cover")
    assert (cover.mimetype, cover.data) == ("image/gif", b"GIF89a;")
    assert f'src="{book}/cover"' in client.get("/").text
    first, second = client.get(book).text, client.get(f"{book}?page=2").text
    assert ">Next chapter</a>" in first and ">Chapter before</a>" in second and "四季" in second
    assert f'rel="prefetch" href="{book}?page=2"' in first and 'rel="prefetch"' not in second
    assert (
        client.get("/articles/none/contents").status_code
        == client.get("/articles/none/cover").status_code
        == 404
    )


def test_a_long_library_has_pages(client, library):
    for number in range(70):
        library.add_text(f"第{number}个春天来了。")
    first, second = client.get("/").text, client.get("/?first=60").text
    assert first.count('class="book"') == 60 and "/?first=60" in first
    assert second.count('class="book"') == 10 and 'rel="prev"' in second
