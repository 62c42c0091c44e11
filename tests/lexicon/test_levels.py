from __future__ import annotations

import pytest

from webapp.errors import SettingError
from webapp.lexicon.levels import Levels


def test_the_three_standards_disagree_and_each_is_named():
    newest, standard, old = Levels.load(), Levels.load("2021"), Levels.load("2.0")
    assert (newest.standard, standard.standard, old.standard) == ("2025", "2021", "2.0")
    assert newest.level("一一") == 6  # one by one
    assert standard.level("一一") == 7
    assert old.level("一一") is None


def test_level_seven_stands_for_seven_to_nine():
    levels = Levels.load()
    assert max(levels.words.values()) == 7
    assert levels.level("一丝不苟") == 7  # meticulous


def test_a_word_takes_the_level_of_its_form_with_or_without_erhua():
    levels = Levels.load("2021")
    assert levels.level("一下儿") == levels.level("一下") == 1  # a bit
    assert levels.level("儿") == levels.words.get("儿")


def test_an_unknown_standard_is_refused_with_the_choices():
    with pytest.raises(SettingError, match=r"2025, 2021, 2\.0"):
        Levels.load("HSK4")
