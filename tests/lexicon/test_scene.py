"""What stands around a word, by name."""

import pytest

from webapp.language.document import Syllable, Word
from webapp.lexicon.context import Surroundings
from webapp.lexicon.scene import EARLIER, Scene


def words(sentence):
    """Return the words of a sentence that is written with spaces between them; a bar stands for a space."""
    kinds = {**dict.fromkeys("，。、？！“”", "punctuation"), "|": "space"}
    return [Word(text, kinds.get(text, "word"), (Syllable(text, ""),)) for text in sentence.split()]


@pytest.fixture(scope="module")
def surroundings():
    return Surroundings({"茶": "n", "喝": "v"}, {}, lambda form: frozenset())


@pytest.fixture
def cues(surroundings):
    """Return the names of the cues around a word of a sentence."""

    def found(sentence, word):
        here = words(sentence)
        return Scene(here, surroundings).cues([each.text for each in here].index(word))

    return found


def test_neighbours_are_named_by_place_text_and_class(cues):
    assert {"-1=他", "+1=茶", "+1:noun", "+2=了", "after=茶", "before=他"} <= cues("他 喝 茶 了", "喝")


def test_a_clause_ends_at_a_comma_and_not_at_a_quotation_mark_or_space(cues):
    assert {"start", "end", "+1=，", "earlier=好"} <= cues("好 ， 喝 ， 茶", "喝")
    assert {"-1=他", "+1=茶"} <= cues("他 “ 喝 | 茶 ”", "喝")
    assert not {"-1=好", "+1=茶", "after=茶", "before=好"} & cues("好 ， 喝 ， 茶", "喝")


def test_what_is_far_is_no_neighbour_any_more(cues):
    many = " ".join("一二三四五六七")
    assert "after=五" in cues(f"喝 {many}", "喝") and "after=六" not in cues(f"喝 {many}", "喝")
    assert "earlier=茶" not in cues(f"茶 ， {'好 ， ' * EARLIER} 喝", "喝")


@pytest.mark.parametrize(
    ("sentence", "name", "holds"),
    [
        ("茶 、 喝", "list", True),
        ("茶 、 一 二 三 四 五 喝", "list", False),
        ("喝 、 茶", "list", False),
        ("喝 茶 吗 ？", "asks", True),
        ("茶 ？ 喝 。", "asks", False),
    ],
)
def test_a_pause_mark_before_and_a_question_mark_after(cues, sentence, name, holds):
    assert (name in cues(sentence, "喝")) is holds


def test_only_names_of_use_are_kept(surroundings):
    told = Surroundings({"茶": "n"}, {}, lambda form: frozenset(), {"+1=茶", "-1:noun"})
    sentence = words("茶 喝 茶")
    assert [called.names for called in Scene(sentence, told).near(1)] == [("-1:noun",), ("+1=茶",)]


def test_what_a_neighbour_says_is_summed_up(surroundings):
    weights = {"+1=茶": {"verb": 1.5}, "+1:noun": {"verb": 0.5, "noun": -1.0}}
    summing = Surroundings({"茶": "n"}, {}, lambda form: frozenset(), set(weights), weights, {"+1=茶": 0.25})
    called = Scene(words("他 喝 茶"), summing).near(1)[-1]
    assert (called.shaping, called.verbal) == ({"verb": 2.0, "noun": -1.0}, 0.25)
