"""Every route through the whole application: what it answers, and that the walls stand around it."""

import io
import json
import sqlite3
from contextlib import closing
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from flask import Flask, session

from webapp.web.app import FORM_OVERHEAD_BYTES
from webapp.web.security import HEADERS, SAFE_METHODS

FOREIGN_HOSTS = [
    "evil.example", "evil.example:7463", "localhost.evil.example", "127.0.0.1.evil.example", "localhost.", "127.1",
    "0.0.0.0", "0x7f.0.0.1", "2130706433", "127.0.0.2", "192.168.1.1", "[::2]", "[::ffff:127.0.0.1]", "[::1].evil.example",
    "localhost@evil.example", "evil.example#localhost", "localhost,evil.example", "..", "a" * 64 + ".example", "xn--80ak6aa92e.com",
    "localhost:", "localhost:80:80", "évil.example", "",
]  # fmt: skip
FOREIGN_ORIGINS = [
    "https://evil.example",
    "http://localhost:3000",
    "http://localhost.evil.example",
    "null",
    "http://[",
]
JSON = {"Accept": "application/json"}


def rules(app: Flask) -> list[tuple[str, str]]:
    """Every method and path that the application knows, with an article of that name or not."""
    return [
        (
            method,
            rule.rule.replace("<slug>", "none").replace("<fingerprint>/<path:filename>", "0/css/base.css"),
        )
        for rule in app.url_map.iter_rules()
        for method in sorted(rule.methods or ())
    ]


def content(settings) -> dict[str, list[tuple]]:
    """Everything in the library, table by table; the index can only be asked, its own tables can be read."""
    with closing(sqlite3.connect(settings.library_file)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: list(database.execute(f"SELECT * FROM {name}")) for name in tables if name != "search"}


def test_a_pasted_text_becomes_a_page(client, article):
    answer = client.get(article)
    assert answer.status_code == 200
    assert "银行行长</title>" in answer.text  # the manager of a bank
    assert "<ruby>银行<rp>(</rp><rt" in answer.text and "yínháng</rt>" in answer.text
    assert 'class="token"' in answer.text and 'data-token="p' in answer.text


def test_adding_answers_with_the_address_of_the_page(client):
    answer = client.post("/articles", data={"text": "你好，世界。"})  # Hello, world.
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/articles/")


def test_the_same_text_twice_is_one_article(client):
    sent = [client.post("/articles", data={"text": "你好，世界。"}).headers["Location"] for _ in range(2)]
    assert sent[0] == sent[1]
    assert client.get("/").text.count(f'href="{sent[0]}"') == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5"])
def test_a_file_becomes_a_page(client, encoding: str):
    data = "這是一個文件，我們今天要看的書都在這裡。".encode(
        encoding
    )  # This is a file; the books of today are in it.
    answer = client.post("/articles", data={"file": (io.BytesIO(data), "book.txt"), "text": ""})
    assert answer.status_code == 303
    assert "文件" in client.get(answer.headers["Location"]).text


def test_the_library_lists_what_is_in_it(client, article):
    shelf = client.get("/").text
    assert f'href="{article}"' in shelf and "银行行长" in shelf and "27 December 2025" in shelf


@pytest.mark.parametrize("text", ["", "   \n", "no Chinese at all"])
def test_what_is_no_chinese_text_comes_back_with_the_reason(client, text: str):
    answer = client.post("/articles", data={"text": text})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text and f">{text}</textarea>" in answer.text.replace("\r", "")
    refused = client.post("/articles", data={"text": text}, headers=JSON)
    assert refused.status_code == 422 and refused.json["error"]["message"].endswith(".")


def test_a_binary_file_comes_back_with_the_reason(client):
    answer = client.post("/articles", data={"file": (io.BytesIO(b"\x89PNG\r\n\x1a\n" + bytes(99)), "x.txt")})
    assert answer.status_code == 422
    assert "picture" in answer.text


@pytest.mark.parametrize("field", ["text", "file"])
def test_too_much_is_a_clear_413_and_nothing_is_kept(client, settings, field: str):
    before = content(settings)
    slack = FORM_OVERHEAD_BYTES if field == "text" else 0
    for size in (settings.max_text_bytes + slack, settings.max_text_bytes * 2):
        body = "好".encode() * (size // 3 + 1)  # "good", many times
        data = {"text": body.decode()} if field == "text" else {"file": (io.BytesIO(body), "a.txt")}
        answer = client.post("/articles", data=data, content_type="multipart/form-data")
        assert answer.status_code == 413
        assert "0.2 MB" in answer.text
        for name, value in HEADERS.items():
            assert answer.headers[name] == value
    assert content(settings) == before


def test_a_text_up_to_the_limit_is_taken(client, settings):
    text = "好。\n" * (settings.max_text_bytes // 7)
    answer = client.post("/articles", data={"text": text}, content_type="multipart/form-data")
    assert answer.status_code == 303
    assert client.get(answer.headers["Location"]).status_code == 200


def test_a_book_is_read_a_page_at_a_time(client):
    lines = [f"第{n}章说的是第{n}件事。" for n in range(1, 1500)]  # Chapter n tells of thing n.
    address = client.post("/articles", data={"text": "\n".join(lines)}).headers["Location"]
    first, second = client.get(address).text, client.get(f"{address}?page=2").text
    assert 'href="?page=2"' in first and "Page 1 of" in first
    assert 'href="?page=1"' in second and 'href="?page=3"' in second
    assert client.get(f"{address}?page=1").text == first
    for page in ("0", "-1", "9999"):
        assert client.get(f"{address}?page={page}").status_code == 404
    assert client.get(f"{address}?page=two").status_code == 200  # what is no number is the first page


def test_about_names_the_dictionary_and_its_licence(client, engine):
    answer = client.get("/about")
    info = engine.lexicon.info()
    assert answer.status_code == 200
    for said in ("CC-CEDICT", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/", info.date, f"{info.entries:,}", "jieba", "g2pM", "OpenCC"):  # fmt: skip
        assert said in answer.text


def test_health_is_json_once_texts_can_be_read(client, article):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json["status"] == "ok" and answer.json["articles"] == 1
    assert answer.json["dictionary"]["entries"] > 100_000


@pytest.mark.parametrize(
    "path", ["/none", "/articles/none", "/articles/../x", "/static/0/none.js", "/articles", "/about/"]
)
def test_an_error_is_one_sentence_as_a_page_or_as_json(client, path: str):
    answer = client.get(path)
    assert answer.status_code in (404, 405) and '<p class="lead">' in answer.text
    error = client.get(path, headers=JSON).json["error"]
    assert error["status"] == answer.status_code and error["message"].endswith(".")


def test_a_fault_of_ours_is_a_page_without_its_details(app, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr("webapp.reader.reading_room.ReadingRoom.find", lambda *_: fail(*_[1:]))
    answer = app.test_client().get("/articles/x")
    assert answer.status_code == 500
    assert "Something went wrong" in answer.text and "secret detail" not in answer.text
    for name, value in HEADERS.items():
        assert answer.headers[name] == value


def test_every_answer_carries_every_header(app, client, article):
    asked = [
        *rules(app),
        ("GET", article),
        ("HEAD", article),
        ("GET", "/none"),
        ("PUT", "/"),
        ("TRACE", "/"),
        ("BREW", "/"),
    ]
    tag = client.get(article).headers["ETag"]
    answers = [client.open(path, method=method) for method, path in asked]
    answers += [
        client.get(article, headers={"If-None-Match": tag}),
        client.get("/", headers={"Host": "evil.example"}),
        client.post("/articles", headers={"Origin": "https://evil.example"}),
    ]
    assert {200, 303, 304, 400, 403, 404, 405, 422} - {303} <= {answer.status_code for answer in answers}
    for answer in answers:
        given = HEADERS
        if answer.request.path == "/add" and answer.request.method in (
            "GET",
            "HEAD",
        ):  # the tab that opened it may speak to it
            given = HEADERS | {"Cross-Origin-Opener-Policy": "unsafe-none"}
        for name, value in given.items():
            assert answer.headers.getlist(name) == [value], (answer.request.path, answer.status_code)


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
def test_a_foreign_name_is_refused_everywhere(client, article, host: str):
    for path in ("/", article, "/static/0/css/base.css", "/healthz", "/none"):
        answer = client.get(path, headers={"Host": host})
        assert answer.status_code == 400 and "银行" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:7463", "127.0.0.1:7463", "[::1]:7463", "[::1]"])
def test_our_own_names_are_served(client, host: str):
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
def test_no_other_origin_can_change_anything(app, client, settings, origin: str):
    before = content(settings)
    unsafe = [(method, path) for method, path in rules(app) if method not in SAFE_METHODS]
    assert ("POST", "/articles") in unsafe
    for method, path in [*unsafe, ("PUT", "/articles/none"), ("DELETE", "/articles/none")]:
        for headers in (
            {"Origin": origin},
            {"Origin": origin, "Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
        ):
            answer = client.open(path, method=method, data={"text": "你好"}, headers=headers)  # hello
            assert answer.status_code == 403, (method, path, headers)
    assert content(settings) == before


def test_our_own_pages_and_programs_can(client):
    own = [
        {},
        {"Origin": "http://localhost"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"},
    ]
    for headers in own:
        assert client.post("/articles", data={"text": "你好"}, headers=headers).status_code == 303


def test_reading_changes_nothing(app, client, settings, article):
    before = content(settings)
    for method, path in [*rules(app), ("GET", article), ("GET", article)]:
        if method in SAFE_METHODS:
            client.open(path, method=method, query_string={"text": "你好", "page": 1, "delete": 1})
    assert content(settings) == before


@pytest.mark.parametrize("path", ["//evil.example/", "//evil.example", "/\\evil.example", "/%2f%2fevil.example/", "/articles//evil.example", "/articles/"])  # fmt: skip
def test_no_path_redirects(client, path: str):
    answer = client.get("/", environ_overrides={"PATH_INFO": unquote(path)})
    assert answer.status_code in (404, 405) and "Location" not in answer.headers


def test_a_redirect_never_leaves(client):
    data = {"text": "你好", "next": "//evil.example", "slug": "//evil.example"}
    answer = client.post(
        "/articles?next=//evil.example", data=data, headers={"X-Forwarded-Host": "evil.example"}
    )
    assert answer.headers["Location"].startswith("/articles/") and "evil" not in answer.headers["Location"]


class Scripts(HTMLParser):
    """Collects the JSON of the words block."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self._inside = "", False

    def handle_starttag(self, tag, attrs):
        self._inside = dict(attrs).get("id") == "words"

    def handle_data(self, data):
        if self._inside:
            self.words += data

    def handle_endtag(self, tag):
        self._inside = False


def test_the_page_carries_its_words_as_json(client, article):
    found = Scripts()
    found.feed(client.get(article).text)
    assert json.loads(found.words)["cards"] and "银行" in found.words


def test_an_unchanged_page_is_not_sent_twice(client, article):
    first = client.get(article, headers={"Accept-Encoding": "gzip"})
    assert first.headers["Content-Encoding"] == "gzip" and "no-cache" in first.headers["Cache-Control"]
    assert client.get(article, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_no_cookie_is_set_without_need(client, article):
    assert "Set-Cookie" not in client.get(article).headers


def test_a_session_cookie_is_a_lax_one_out_of_reach_of_scripts(app):
    app.add_url_rule("/sign", endpoint="sign", view_func=lambda: session.update(a=1) or "x")
    cookie = app.test_client().get("/sign").headers["Set-Cookie"]
    assert "SameSite=Lax" in cookie and "HttpOnly" in cookie
