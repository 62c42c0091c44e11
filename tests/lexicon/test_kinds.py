from __future__ import annotations

import pytest

from webapp.lexicon.kinds import Kinds


@pytest.mark.parametrize(
    ("word", "field"),
    [
        ("总经理", "person"),  # general manager
        ("番茄", "food"),  # tomato
        ("直升机", "vehicle"),  # helicopter
        ("春天", "time"),  # spring
        ("吉他", "instrument"),  # guitar
    ],
)
def test_the_english_of_a_word_says_what_it_names(lexicon, word, field):
    assert field in Kinds.load().of(lexicon.entries(word))


def test_verbs_and_surnames_name_nothing(lexicon):
    assert Kinds.load().of(lexicon.entries("奔跑")) == frozenset()  # to run
