"""The data contract, on hand-made cards."""

import json

import pytest

from webapp.lexicon.cedict import Classifier, Entry
from webapp.reader import contract
from webapp.reader.cards import Card

BANK = Entry(
    "银行", "銀行", ("yin2", "hang2"), ("bank",),
    classifiers=(Classifier("个", "個", ("ge4",)),),
)  # fmt: skip


def card(text: str = "银行", **more) -> Card:
    values = {
        "text": text, "start": 0, "end": len(text), "kind": "word", "ruby": (("银", "yín"), ("行", "háng")),
        "pinyin": "yínháng", "spoken": "yínháng", "gloss": "bank", "entries": (BANK,), "parts": (), "note": None,
        "level": 1, "decided_by": "word", "doubtful": False, "other_readings": ("yínxíng",),
        "other_cuts": (("银", "行"),),
    }  # fmt: skip
    return Card(**values | more)


def mark(text: str) -> Card:
    return card(text, kind="punctuation", ruby=((text, ""),), pinyin=None, gloss=None, entries=())


def test_a_token_has_the_keys_of_the_contract_in_their_order():
    token = json.loads(contract.dump(contract.token(card())))
    assert list(token) == [
        "text", "start", "end", "kind", "ruby", "pinyin", "spoken", "gloss", "entries", "parts", "note",
        "level", "decided_by", "doubtful", "others",
    ]  # fmt: skip
    assert token["ruby"] == [["银", "yín"], ["行", "háng"]]
    assert token["others"] == {"readings": ["yínxíng"], "cuts": [["银", "行"]]}
    assert token["entries"] == [{
        "simplified": "银行", "traditional": "銀行", "pinyin": "yínháng", "senses": ["bank"],
        "classifiers": [{"hanzi": "个", "pinyin": "gè"}], "taiwan": None,
    }]  # fmt: skip


def test_an_entry_says_how_it_is_read_in_taiwan():
    rubbish = Entry("垃圾", "垃圾", ("la1", "ji1"), ("rubbish",), taiwan=("le4", "se4"))
    assert contract.entry(rubbish)["taiwan"] == "lèsè"


def test_only_the_fields_asked_for_are_there_in_the_order_asked():
    assert list(contract.token(card(), ["gloss", "text"])) == ["gloss", "text"]


def test_parts_are_tokens():
    (part,) = contract.token(card(parts=(card("银"),)))["parts"]
    assert (part["text"], part["kind"]) == ("银", "word")


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\r"])
def test_no_line_end_of_any_kind_breaks_a_line_of_output(end):
    dumped = contract.dump({"text": f"银{end}行"})
    assert len(dumped.splitlines()) == 1
    assert json.loads(dumped) == {"text": f"银{end}行"}
    assert len(contract.cell(f"银{end}行").splitlines()) == 1


@pytest.mark.parametrize("start", "=+-@")
def test_a_spreadsheet_calculates_no_cell(start):
    assert contract.cell(f"{start}1+1") == f"'{start}1+1"


def test_a_row_has_a_cell_for_each_field():
    assert contract.row(card("\t"), ["start", "text", "doubtful", "note"]) == "0\t\\t\tno\t"


def test_interlinear_sets_words_apart_and_keeps_punctuation_with_them():
    words, readings = contract.interlinear([mark("“"), card(), mark("，"), card("\n", kind="space"), card()])
    assert words == "“ 银行， 银行"
    assert readings == "“ yínháng， yínháng"


def test_senses_are_needed_only_by_the_fields_made_of_them():
    assert contract.needs_senses(["text", "gloss"])
    assert contract.needs_senses(["parts"])
    assert not contract.needs_senses(["text", "ruby", "pinyin", "spoken", "level"])
