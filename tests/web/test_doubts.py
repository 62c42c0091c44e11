"""Files that can be read in two ways: the page asks, the answer is taken, and nothing is lost on the way."""

import io
import re
import zlib
from base64 import b64encode
from html import unescape

import pytest

from webapp.web.parts import EXTENSION

MENU, BANK = "菜单", "银行"  # a menu, a bank: in GBK their bytes are as good in Big5
SPRING = "春天来了，花都开了。"  # spring has come, the flowers are out
JSON = {"Accept": "application/json"}


def gbk(text: str, name: str) -> tuple[io.BytesIO, str]:
    return io.BytesIO(text.encode("gbk")), name


def titles(app) -> set[str]:
    return {listing.title for listing in app.extensions[EXTENSION].library.list()}


def form_of(html: str) -> tuple[dict[str, list[str]], list[str]]:
    """The fields of the form that asks, and the choices it offers."""
    form = re.search(r'<form class="doubts".*?</form>', html, re.DOTALL)[0]
    fields = {
        name: [unescape(value) for value in re.findall(rf'name="{name}" value="([^"]*)"', form)]
        for name in ("name", "packed")
    }
    return fields, re.findall(r'name="choice" value="([^"]*)"', form)


def test_a_doubt_shows_the_first_line_both_ways_and_the_choice_is_followed(client, app):
    asked = client.post("/articles", data={"file": gbk(MENU, "cai.txt")})
    assert asked.status_code == 422 and titles(app) == set()
    assert "cai.txt" in asked.text and MENU in asked.text and "粕等" in asked.text
    fields, choices = form_of(asked.text)
    assert sorted(choices) == ["0 big5", "0 gb18030"]
    answer = client.post("/articles/charset", data=fields | {"choice": "0 gb18030"})
    assert answer.status_code == 303 and "/articles/cai-dan" in answer.headers["Location"]
    assert titles(app) == {MENU}


def test_of_several_files_each_has_its_own_doubt_and_none_is_lost(client, app):
    files = [gbk(MENU, "a.txt"), (io.BytesIO(SPRING.encode()), "b.txt"), gbk(BANK, "c's & co.txt")]
    asked = client.post("/articles", data={"file": files})
    fields, choices = form_of(asked.text)
    assert fields["name"] == ["a.txt", "c's & co.txt"] and len(choices) == 4
    assert titles(app) == {SPRING}
    asked = client.post("/articles/charset", data=fields | {"choice": "1 big5"})
    assert asked.status_code == 422 and "is in the library" in asked.text
    fields, choices = form_of(asked.text)
    assert fields["name"] == ["a.txt"] and len(choices) == 2
    client.post("/articles/charset", data=fields | {"choice": "0 gb18030"})
    assert titles(app) == {SPRING, MENU, "窅俴"}  # the bank, read in Big5 as was asked for


def test_a_program_is_told_the_readings_and_chooses(client, app):
    asked = client.post("/articles", data={"file": gbk(MENU, "a.txt")}, headers=JSON)
    assert asked.status_code == 422
    assert sorted(asked.json["error"]["readings"]) == [["big5", "粕等"], ["gb18030", MENU]]
    data = {"file": gbk(MENU, "a.txt"), "charset": "gb18030"}
    assert client.post("/articles", data=data, headers=JSON).json["title"] == MENU


@pytest.mark.parametrize("charset", ["rot13", "x" * 500, "<script>", "utf-16-be"])
def test_a_charset_that_is_none_or_does_not_fit_is_refused_in_a_sentence(client, app, charset: str):
    data = {"file": gbk(SPRING, "a.txt"), "charset": charset}
    answer = client.post("/articles", data=data, headers=JSON)
    assert answer.status_code == 422 and answer.json["error"]["message"].endswith(".")
    assert titles(app) == set()


def packed(data: bytes) -> str:
    return b64encode(zlib.compress(data)).decode()


@pytest.mark.parametrize(
    "content",
    ["", "%%%", "AAAA", packed(MENU.encode("gbk"))[:-6], packed(bytes(5_000_000)), "你好"],
    ids=["nothing", "no base64", "not packed", "cut short", "a bomb", "no ASCII"],
)
def test_a_file_that_does_not_come_back_whole_is_refused(client, app, content: str):
    answer = client.post(
        "/articles/charset", data={"name": "a.txt", "packed": content, "choice": "0 gb18030"}
    )
    assert answer.status_code == 422 and "choose it once more" in answer.text
    assert titles(app) == set()


@pytest.mark.parametrize("choice", ["", "0", "7 gb18030", "x y", "0  "])
def test_an_answer_that_chooses_nothing_is_asked_again(client, app, choice: str):
    data = {"name": "a.txt", "packed": packed(MENU.encode("gbk")), "choice": choice}
    answer = client.post("/articles/charset", data=data)
    assert answer.status_code == 422 and len(form_of(answer.text)[1]) == 2
    assert titles(app) == set()


def test_a_form_without_files_is_no_error_of_ours(client):
    assert client.post("/articles/charset", data={}).status_code == 303
