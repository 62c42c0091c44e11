"""The address that keeps how texts are shown."""

from __future__ import annotations

import gzip


def test_a_choice_is_kept_and_rides_in_every_page(client, article):
    assert client.post("/settings", data={"theme": "sepia"}).status_code == 204
    for path in (article, "/", "/about", "/nothing-here"):
        assert "theme=sepia,system,light,dark" in client.get(path).text
    assert client.post("/settings", data={"reset": "1"}).status_code == 204
    assert "theme=system,light" in client.get("/").text


def test_a_page_that_is_kept_as_it_was_sent_shows_what_changed_since(client, article):
    packs = {"Accept-Encoding": "gzip"}

    def shown() -> str:
        return gzip.decompress(client.get(article, headers=packs).data).decode("utf-8")

    first = shown()
    assert shown() == first
    client.post("/settings", data={"theme": "dark"})
    assert "theme=dark,system" in shown()
    client.post(f"{article}/position", data={"page": "1", "sentence": "p1s0"})
    assert 'data-place="p1s0"' in shown()
    client.post(f"{article}/delete")
    assert client.get(article).status_code == 404


def test_what_cannot_be_chosen_is_a_400_in_one_sentence(client):
    answer = client.post("/settings", data={"theme": "<b>"}, headers={"Accept": "application/json"})
    assert answer.status_code == 400
    assert "cannot be shown" in answer.json["error"]["message"]


def test_another_site_cannot_choose(client):
    answer = client.post("/settings", data={"theme": "dark"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert "theme=system,light" in client.get("/").text


def test_a_word_tells_its_level(client, article):
    assert 'data-hsk="1"' in client.get(article).text
