"""Touching up a word over HTTP: the form without scripts, JSON for the page, and a clear answer to all that is wrong."""

import re

import pytest

SPLIT = {"page": "1", "token": "p1s0t2", "piece": ["银", "行"], "scope": "here"}  # TEXT: 他 在 银行 工作
PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}",
    "</script><b>",
    "a\0b\x1b[31m",
    "‮x",
]
JSON = {"Accept": "application/json"}


@pytest.fixture
def bank(client, article):
    """The name of 银行 on the page, and a way to post."""
    page = client.get(article).get_data(as_text=True)
    name = re.search(r'data-token="(p\d+s\d+t\d+)"[^>]*><ruby>银行<', page)[1]

    def post(headers=JSON, **fields):
        return client.post(f"{article}/fix", data={"page": "1", "token": name, **fields}, headers=headers)

    post.name = name
    return post


def shown(client, article):
    return re.sub(r"<rt[^>]*>.*?</rt>|<rp>.</rp>", "", client.get(article).get_data(as_text=True))


def test_saving_answers_with_what_has_changed_and_the_page_has_it(client, article, bank):
    answer = bank(piece=["银", "行"])
    assert answer.status_code == 200
    assert answer.json["token"] == bank.name and answer.json["said"] == "银 · 行, here"
    assert answer.json["blocks"] == [bank.name.partition("s")[0]]
    assert "<ruby>银</ruby>" in shown(client, article)
    undone = client.post(
        "/corrections/undo",
        data={"correction": answer.json["corrections"], "slug": article.rpartition("/")[2]},
        headers=JSON,
    )
    assert undone.json == {"corrections": answer.json["corrections"], "blocks": answer.json["blocks"]}
    assert "<ruby>银行</ruby>" in shown(client, article)


def test_without_scripts_the_form_leads_from_gap_to_gap_and_back_to_the_sentence(client, article, bank):
    choose = client.get(f"{article}/fix?page=1").get_data(as_text=True)
    assert f"token={bank.name}" in choose
    form = client.get(f"{article}/fix?page=1&token={bank.name}").get_data(as_text=True)
    assert 'aria-label="Cut between 银 and 行"' in form and 'aria-label="Join 银行 and 行长"' in form
    form = client.get(f"{article}/fix?page=1&token={bank.name}&piece=银行&toggle=1&gloss=mine").get_data(
        as_text=True
    )
    assert 'name="piece" value="银"' in form and 'value="mine"' in form and "autofocus" in form
    assert "<ruby>银行</ruby>" in shown(client, article)  # nothing is kept yet
    answer = bank(headers={}, piece=["银", "行"], gloss="")
    assert answer.status_code == 303
    assert re.search(r"/articles/[^?]+\?at=\d+$", answer.headers["Location"])
    assert 'data-place="p' in client.get(answer.headers["Location"]).get_data(as_text=True)


def test_the_list_undoes_and_does_again(client, article, bank):
    assert "Nothing has been corrected" in client.get("/corrections").get_data(as_text=True)
    (number,) = bank(reading="yin1 hang1", scope="everywhere").json["corrections"]
    page = client.get("/corrections").get_data(as_text=True)
    assert "yīnhāng" in page and "Everywhere" in page
    assert client.post("/corrections/undo", data={"correction": number}).headers["Location"] == "/corrections"
    assert "1 undone" in client.get("/corrections").get_data(as_text=True)
    client.post("/corrections/redo", data={"correction": number})
    assert "undone" not in client.get("/corrections").get_data(as_text=True)
    assert client.post("/corrections/undo", headers=JSON).json["corrections"] == [number]  # the last one


@pytest.mark.parametrize("gloss", PAYLOADS)
def test_whatever_is_written_as_a_gloss_stays_text(client, article, bank, gloss):
    assert bank(gloss=gloss).status_code == 200
    for address in (article, "/corrections", f"{article}/fix?page=1&token={bank.name}"):
        page = client.get(address).get_data(as_text=True)
        assert "<script>alert" not in page and "<img src=x" not in page and "</script><b>" not in page
        assert "\0" not in page and "\x1b" not in page and ">49<" not in page


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ({"reading": "yín"}, 422, "2 syllables"),
        ({"typed": "bank!"}, 422, "no pinyin"),
        ({"gloss": "x" * 201}, 422, "too long"),
        ({"scope": "nowhere", "gloss": "x"}, 422, "here or everywhere"),
        ({}, 422, "Nothing is changed"),
        ({"token": "x", "gloss": "y"}, 422, "which word"),
        ({"token": "p99s0t0", "gloss": "y"}, 404, "no such word"),
        ({"piece": "铁路", "gloss": "y"}, 409, "others by now"),
        ({"page": "9", "gloss": "y"}, 404, "no page 9"),
        ({"of": "7", "gloss": "y"}, 422, "which of the pieces"),
    ],
)
def test_what_cannot_be_kept_is_said_with_the_right_status_and_the_form_keeps_its_input(
    client, bank, fields, status, said
):
    answer = bank(**fields)
    assert answer.status_code == status and said in answer.json["error"]["message"]
    page = bank(headers={}, **fields)
    assert page.status_code == status and said in page.get_data(as_text=True)
    if status == 422 and "gloss" in fields and "token" not in fields and "of" not in fields:
        assert fields["gloss"] in page.get_data(as_text=True)
    assert "Nothing has been corrected" in client.get("/corrections").get_data(as_text=True)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/articles/nothing/fix", 404),
        ("/articles/nothing/fix?token=p0s0t0", 404),
        ("{article}/fix?token=p0s0t99", 404),
        ("{article}/fix?token=p0s0t0&toggle=99", 422),
        ("{article}/fix?token=p0s0t0&piece=x", 409),
        ("{article}/fix?token=p0s0t0&instead=3", 200),
        ("{article}/fix?token=p0s0t0&choose=3", 422),
        ("/corrections?first=-1", 200),
        ("/corrections?first=9999999999999999999999", 200),
        ("/corrections/undo", 405),
    ],
)
def test_an_address_that_leads_nowhere_says_so(client, article, address, status):
    assert client.get(address.format(article=article)).status_code == status


def test_a_correction_that_there_is_not_cannot_be_undone(client):
    for deed in ("undo", "redo"):
        assert (
            client.post(
                f"/corrections/{deed}", data={"correction": "77777777777777777777"}, headers=JSON
            ).status_code
            == 404
        )
    assert client.post("/corrections/undo", headers=JSON).json == {"corrections": [], "blocks": []}


def test_other_sites_change_nothing(client, article, bank):
    answer = bank(headers={"Origin": "https://evil.example"}, piece=["银", "行"])
    assert answer.status_code == 403
    assert client.post("/corrections/undo", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
