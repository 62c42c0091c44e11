from __future__ import annotations

import pytest

from webapp.lexicon.glosses import GLOSS_LENGTH, alternatives, gloss, plain


@pytest.mark.parametrize(
    ("sense", "short"),
    [
        ("to spend (money, time)", "to spend (money, time)"),
        ("can; to have the skill; to know how to", "can; to have the skill; to know how to"),
        ("(literary) road", "road"),
        ("(bound form) up; upper; above; previous", "up; upper; above; previous"),
        ("(completed action marker)", "(completed action marker)"),
        (
            "classifier for long thin things (ribbon, river, road, trousers etc)",
            "classifier for long thin things",
        ),
        ("karaoke (loanword)", "karaoke"),
        ("abbr. for 電視劇|电视剧[dian4 shi4 ju4]", "abbr. for 电视剧"),
        ("Tianjin, a municipality in northeast China, abbr. 津", "Tianjin"),
    ],
)
def test_a_gloss_keeps_whole_alternatives_in_their_wording(sense, short):
    assert gloss(sense) == short


def test_a_gloss_fills_up_from_the_next_sense_while_it_fits():
    assert gloss("flower", "blossom") == "flower; blossom"
    assert gloss("flower", "x" * GLOSS_LENGTH) == "flower"
    assert gloss("flower", "flower; bloom") == "flower; bloom"


def test_no_alternative_is_cut_inside_even_when_it_is_long():
    long = "to be engaged in an occupation that takes all of the day and half of the night"
    assert gloss(f"{long}; to work") == long


def test_semicolons_in_parentheses_do_not_divide():
    assert alternatives("to hold (a cup; a glass); to keep") == ["to hold (a cup; a glass)", "to keep"]


def test_cited_chinese_is_shown_in_simplified_form_without_its_reading():
    assert plain("like 個|个[ge4] or [[liang3]]") == "like 个 or [[liang3]]"


def test_no_sense_of_the_dictionary_has_an_empty_gloss(lexicon):
    empty = [
        (form, sense)
        for form in lexicon.headwords()[::7]
        for entry in lexicon.entries(form)
        for sense in entry.senses
        if not gloss(sense).strip()
    ]
    assert empty == []


@pytest.mark.parametrize(
    ("sense", "short"),
    [
        ("(pronoun) this; these", "this; these"),
        ("(of sb or sth) to be (located) at", "to be (located) at"),
        ("to be (followed by substantives only)", "to be"),
        ("(used before a verb to indicate an action in progress)", "(used before a verb to indicate an action in progress)"),
        ("(after a numeral) ... odd", "(after a numeral) ... odd"),
        ("United Kingdom 聯合王國|联合王国[Lian2 he2 wang2 guo2]", "United Kingdom"),
    ],
)  # fmt: skip
def test_parentheses_before_the_meaning_and_a_second_name_are_left_out(sense, short):
    assert gloss(sense) == short
