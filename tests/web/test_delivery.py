"""Pages travel packed, and only when they have changed."""

import gzip

import pytest
from flask import Flask, Response

from webapp.web import delivery
from webapp.web.delivery import SMALLEST_TO_PACK, deliver, kept

LONG = "数字基础设施" * 400  # digital infrastructure
PACKS = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.fixture
def app() -> Flask:
    app = Flask("delivery", static_folder=None)
    deliver(app)
    app.add_url_rule("/long", view_func=lambda: LONG)
    app.add_url_rule("/other", endpoint="other", view_func=lambda: LONG + "2")
    app.add_url_rule("/short", endpoint="short", view_func=lambda: "x" * (SMALLEST_TO_PACK - 1))
    app.add_url_rule("/lost", endpoint="lost", view_func=lambda: (LONG, 404))
    app.add_url_rule("/picture", endpoint="picture", view_func=lambda: Response(LONG, mimetype="image/png"))
    return app


def test_a_long_page_is_packed_for_who_can_unpack(app: Flask):
    answer = app.test_client().get("/long", headers=PACKS)
    assert gzip.decompress(answer.data).decode() == LONG
    assert answer.content_length == len(answer.data) < len(LONG)
    assert answer.headers["Content-Encoding"] == "gzip"


def test_others_get_it_plain_and_caches_know_the_difference(app: Flask):
    answer = app.test_client().get("/long")
    assert answer.text == LONG
    assert "Content-Encoding" not in answer.headers
    assert answer.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("path", ["/short", "/picture"])
def test_what_would_not_shrink_is_not_packed(app: Flask, path: str):
    assert "Content-Encoding" not in app.test_client().get(path, headers=PACKS).headers


def test_a_page_is_the_readers_own_and_asked_about_each_time(app: Flask):
    assert app.test_client().get("/long").headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("first", [PACKS, {}])
def test_an_unchanged_page_is_not_sent_again(app: Flask, first: dict[str, str]):
    client = app.test_client()
    tag = client.get("/long", headers=first).headers["ETag"]
    assert tag.startswith("W/")
    again = client.get("/long", headers={**PACKS, "If-None-Match": tag})
    assert again.status_code == 304 and not again.data
    assert again.headers["Vary"] == "Accept-Encoding"
    assert client.get("/long", headers={"If-None-Match": 'W/"other"'}).status_code == 200


def test_an_error_has_no_tag_and_a_head_no_body(app: Flask):
    client = app.test_client()
    assert "ETag" not in client.get("/lost").headers
    head = client.head("/long", headers=PACKS)
    assert not head.data
    assert head.headers["ETag"] == client.get("/long").headers["ETag"]


def test_a_page_that_is_sent_again_is_not_packed_again(app: Flask, monkeypatch):
    packed = []
    compress = delivery.gzip.compress
    monkeypatch.setattr(delivery.gzip, "compress", lambda *a, **b: packed.append(1) or compress(*a, **b))
    client = app.test_client()
    first, second = (client.get("/long", headers=PACKS).data for _ in range(2))
    assert first == second and len(packed) == 1
    monkeypatch.setattr(delivery, "PACKED_KEPT_BYTES", len(first))  # room for one
    assert gzip.decompress(client.get("/long?2", headers=PACKS).data) == gzip.decompress(first)
    client.get("/other", headers=PACKS)
    client.get("/long", headers=PACKS)
    assert len(packed) == 3


def test_a_page_is_made_once_for_each_key(app: Flask):
    made = []
    app.add_url_rule(
        "/kept/<key>",
        endpoint="kept",
        view_func=lambda key: kept(key, lambda: made.append(key) or LONG + key),
    )
    client = app.test_client()
    answers = [client.get(f"/kept/{key}", headers=PACKS) for key in "aab"]
    assert made == ["a", "b"]
    assert [gzip.decompress(each.data).decode() for each in answers] == [LONG + key for key in "aab"]
    plain = client.get("/kept/a")
    assert plain.text == LONG + "a" and "Content-Encoding" not in plain.headers
    for name in ("ETag", "Vary", "Cache-Control", "Content-Type"):
        assert {each.headers[name] for each in answers[:2]} == {plain.headers[name]}
    again = client.get("/kept/a", headers={**PACKS, "If-None-Match": plain.headers["ETag"]})
    assert again.status_code == 304 and not again.data and made == ["a", "b"]
