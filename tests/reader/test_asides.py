"""What cards mention is found under keys that they spell out, from a dictionary made by hand."""

from types import SimpleNamespace

import pytest

from webapp.language.document import Others, Syllable, Token, Word
from webapp.lexicon.cedict import Classifier, Entry
from webapp.reader.cards import Cards

BANK = Entry("银行", "銀行", ("yin2", "hang2"), ("bank",), (Classifier("家", "家", ("jia1",)),))
ENTRIES = {
    "银行": (BANK,),
    "银": (Entry("银", "銀", ("yin2",), ("silver",)),),
    "行": (
        Entry("行", "行", ("xing2",), ("to walk",)),
        Entry("行", "行", ("Hang2",), ("surname Hang",), is_surname=True),
        Entry("行", "行", ("hang2",), ("row", "line")),
    ),
    "家": (Entry("家", "家", ("jia1",), ("home", "classifier for families or businesses")),),
    "东": (Entry("东", "東", ("dong1",), ("east",)),),
    "西": (Entry("西", "西", ("xi1",), ("west",)),),
}


class Ranker:
    def scene(self, words):
        return words

    def rank(self, word, scene, index):
        found = ENTRIES.get(word.text, ())
        gloss = found[0].senses[0] if found else None
        return SimpleNamespace(entries=found, gloss=gloss, wording=gloss)


@pytest.fixture
def cards():
    lexicon = SimpleNamespace(entries=lambda form: ENTRIES.get(form, ()))
    levels = SimpleNamespace(level={"银": 5}.get)

    def sentences(texts):
        return [(Token(word(texts[0], "x1"), 0),)]

    annotator = SimpleNamespace(sentences=sentences)
    return Cards(SimpleNamespace(ranker=Ranker(), levels=levels, lexicon=lexicon, annotator=annotator))


def word(text, *readings, **more):
    return Word(text, "word", tuple(map(Syllable, text, readings)), text, **more)


def mentioned(cards, found):
    return dict(cards.asides.of(cards.cards([Token(found, 0)])[0]))


def test_a_word_mentions_its_characters_as_they_are_read_in_it(cards):
    found = mentioned(cards, word("银行", "yin2", "hang2"))  # bank
    assert found["银yín"].senses == ("silver",)
    assert (found["银yín"].other, found["银yín"].level) == ("銀", 5)
    assert found["行háng"].senses == ("row", "line")  # neither to walk nor the surname
    assert found["行háng"].other == ""


def test_a_light_syllable_has_the_meaning_of_the_full_one(cards):
    found = mentioned(cards, word("东西", "dong1", "xi5"))  # thing
    assert (found["西xi"].pinyin, found["西xi"].senses) == ("xī", ("west",))


def test_measure_words_say_what_they_count(cards):
    found = mentioned(cards, word("银行", "yin2", "hang2"))
    assert found["家 jiā"].senses[0] == "classifier for families or businesses"


def test_a_single_character_mentions_no_characters(cards):
    assert mentioned(cards, word("行", "hang2")) == {}


def test_the_words_of_another_cut_are_cards(cards):
    found = mentioned(cards, word("银", "yin2", others=Others((), (("东", "西"),))))
    assert [found[text].text for text in ("东", "西")] == ["东", "西"]
    assert found["东"].gloss == "east"
