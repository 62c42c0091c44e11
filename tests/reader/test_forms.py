"""The other form of words: what the page carries beyond what its entries tell."""

from __future__ import annotations

import json

import pytest

from webapp.reader.cards import Cards
from webapp.reader.forms import by_entry
from webapp.reader.page import build_page


@pytest.fixture(scope="module")
def forms(engine):
    cards = Cards(engine)

    def found(text):
        return json.loads(build_page(engine.annotator.document(text), cards, "x").words)["forms"]

    return found


def test_what_the_dictionary_tells_is_not_said_again(forms):
    assert forms("他的头发很长。") == {}  # his hair is long


def test_compounds_and_numbers_that_no_dictionary_has(forms):
    assert forms("丰田卖了20万辆。")["hant"]["20万"] == "20萬"  # sold 200,000


def test_a_character_that_stands_for_several_tells_the_others(forms):
    assert forms("政府免征税款。")["hant"]["免征"] == ["免徵", 1, "征"]  # exempts from taxes: no headword


def test_what_the_sentence_and_the_sense_agree_on_is_not_doubted(forms):
    found = forms("你在家里休息，我后天向他问好。")  # rest at home, the day after tomorrow I'll greet him
    assert [form for form in found.get("hant", {}).values() if isinstance(form, list)] == []


def test_a_transliterated_name_is_written_by_its_sound(forms):
    found = forms("雅尔塔的加里·奥尔德曼和帕克里奇会见了托卡耶夫。")["hant"]  # never 裡, 紮, 託 or 剋
    assert found["加里·奥尔德曼"] == "加里·奧爾德曼"
    assert found.get("帕克里奇", "帕克里奇") == "帕克里奇"
    assert [form for form in found.values() if isinstance(form, list)] == []


def test_a_surname_keeps_its_own_form(forms):
    assert forms("范先生姓范。").get("hant", {}).get("范", "范")[0] == "范"  # Mr Fan
    assert forms("余秀华写诗。")["hant"]["余秀华"] == "余秀華"  # the poet Yu Xiuhua, never 餘


def test_one_text_two_words(forms):
    found = forms("一只猫只吃鱼。")  # one cat eats nothing but fish
    assert (
        sorted(str(form)[:1] for name, form in found["hant"].items() if "只" in str(form) or name == "只")
        != []
    )


def test_a_traditional_text_needs_little(forms):
    assert "hant" not in forms("他睡著了，著名的原著。")  # he fell asleep; the famous original


def test_the_entry_decides_where_lengths_agree(engine):
    cards = Cards(engine)
    sentence = engine.annotator.document("头发").blocks[0].sentences[0]
    (card,) = cards.unplaced(sentence.tokens)
    assert by_entry("hant", "头发", card) == "頭髮"
    assert by_entry("hans", "头发", card) == "头发"
