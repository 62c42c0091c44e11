"""A selection is looked up as a headword where it is one, else as its parts."""

import pytest


def looked_up(client, text, **more):
    answer = client.get("/lookup", query_string={"text": text, **more})
    assert answer.status_code == 200
    return answer.json


@pytest.mark.parametrize("text", ["学生会", "人手", "學生會"])  # student union, manpower
def test_a_run_that_is_a_headword_is_its_card(shared_client, text):
    found = looked_up(shared_client, text, script="hant" if text == "學生會" else "hans")
    card = found["words"]["cards"][found["card"]]
    simplified, _, _, *traditional = found["words"]["entries"][card[0][0]]
    assert text in (simplified, *traditional[:1])


def test_any_other_run_lists_its_parts_and_is_read_word_by_word(shared_client):
    found = looked_up(shared_client, "我在银行工作")  # I work in a bank
    card = found["words"]["cards"][found["card"]]
    assert card[2] == "我在银行工作"
    assert card[3].replace("|", "") == "wǒ zài yínháng gōngzuò"
    assert len(card[7]) == 4


def test_tones_that_change_between_its_words_are_told(shared_client):
    found = looked_up(shared_client, "我不是学生")  # I am no student: bù is said bú
    assert found["words"]["cards"][found["card"]][5] == "wǒ búshì xuésheng"


@pytest.mark.parametrize("text", ["", " ", "好" * 61, "好\n好"])
def test_what_cannot_be_looked_up_is_told(shared_client, text):
    answer = shared_client.get("/lookup", query_string={"text": text}, headers={"Accept": "application/json"})
    assert answer.status_code == 400
    assert "60 characters" in answer.json["error"]["message"]


@pytest.mark.parametrize(
    "text", ["<script>", "%ED%A0%80", "？？", "abc", "𠮷野家", "１２３", "%00", "%F0%9F%98%80"]
)
def test_anything_else_is_answered(shared_client, text):
    answer = shared_client.get(f"/lookup?text={text}")
    assert answer.status_code == 200
    assert answer.json["card"] >= -1
