from __future__ import annotations

import pytest

from webapp.lexicon.glosses import GLOSS_LENGTH, alternatives, gloss, plain
from webapp.lexicon.tables import rows


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
    assert gloss(sense).plain == short


def test_a_gloss_fills_up_from_the_next_sense_while_it_fits():
    assert gloss("flower", "blossom").plain == "flower; blossom"
    assert gloss("flower", "x" * GLOSS_LENGTH).plain == "flower"
    assert gloss("flower", "flower; bloom").plain == "flower; bloom"


def test_no_alternative_is_cut_inside_even_when_it_is_long():
    long = "to be engaged in an occupation that takes all of the day and half of the night"
    assert gloss(f"{long}; to work").plain == long


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
        if not gloss(sense).plain.strip()
    ]
    assert empty == []


@pytest.mark.parametrize(
    ("sense", "short"),
    [
        ("(pronoun) this; these", "this; these"),
        ("(of sb or sth) to be (located) at", "to be (located) at"),
        ("to be (followed by substantives only)", "to be"),
        ("(used before a verb to indicate an action in progress)", "be …ing (going on right now)"),
        ("(after a numeral) ... odd", "(after a numeral) ... odd"),
        ("United Kingdom 聯合王國|联合王国[Lian2 he2 wang2 guo2]", "United Kingdom"),
    ],
)  # fmt: skip
def test_parentheses_before_the_meaning_and_a_second_name_are_left_out(sense, short):
    assert gloss(sense).plain == short


@pytest.mark.parametrize(
    ("sense", "short"),
    [
        ("aspect particle indicating action in progress or ongoing state", "…ing (going on, or staying so)"),  # 着
        ("(not) at all", "not at all (before 不 or 没)"),  # 并
        ("(not) any more", "(not) any more"),  # 再也
        ("(long) time", "a long time"),  # 久
        ("to work in such a program", "to teach in a poor area as a volunteer"),  # 支教: the program is another sense
        ("classifier for locations or items of damage: spot, point", "spot, point (classifier)"),  # 处
        ("Nanjing subprovincial city on the Changjiang, capital of Jiangsu province 江蘇|江苏[Jiang1 su1]", "Nanjing subprovincial city"),
    ],
)  # fmt: skip
def test_what_describes_or_runs_on_is_said_in_plain_words(sense, short):
    assert gloss(sense).plain == short


def test_programs_find_the_dictionarys_own_words_in_a_gloss():
    particle = "aspect particle indicating action in progress or ongoing state"  # 着
    assert gloss(particle).worded == f"{gloss(particle).plain}; {particle}"
    assert gloss("flower", "blossom").worded == "flower; blossom"


def test_plain_words_are_short_and_each_names_a_sense_there_is(lexicon):
    senses = {plain(s) for form in lexicon.headwords() for e in lexicon.entries(form) for s in e.senses}
    beginnings = {sense[:end] for sense in senses for end in range(8, 80)}
    for beginning, said in rows("plain_words.tsv", 2):
        assert said and len(said) <= GLOSS_LENGTH
        assert beginning in beginnings, beginning
