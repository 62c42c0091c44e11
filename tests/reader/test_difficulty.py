"""How hard a text is: names and numbers do not count, easy texts are easy."""

import pytest

from webapp.reader.cards import Cards
from webapp.reader.difficulty import Difficulty, difficulty


@pytest.fixture(scope="module")
def judge(engine):
    cards = Cards(engine, senses=False)
    return lambda *texts: difficulty([engine.annotator.document(text) for text in texts], cards)


def test_an_easy_text_is_easier_than_a_hard_one(judge):
    easy = judge(
        "我是学生。他是老师。我们是朋友。今天天气很好。"
    )  # I am a student ... the weather is fine today
    hard = judge(
        "鉴于全球人工智能技术的迅猛发展，政府颁布了一系列条例。"
    )  # in view of the rapid development of AI ...
    assert easy.level <= 2 and easy.share_above < 0.1
    assert hard.level >= 5 and hard.level > easy.level


def test_names_numbers_and_foreign_words_are_no_vocabulary(judge):
    assert judge("我是王小明。") == judge("我是Tom。", "2025年。") == Difficulty(1, 0.0)


def test_a_text_without_words_is_judged_all_the_same(judge):
    assert judge("——").share_above == 0.0
