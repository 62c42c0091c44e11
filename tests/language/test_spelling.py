"""Who is believed about the characters inside longer words: the dictionary, usage, or the model."""

import pytest

from webapp.language.classes import Classifier
from webapp.language.new_words import NewWords
from webapp.language.polyphones import Prediction
from webapp.language.segmentation import Segmenter
from webapp.language.spelling import (
    BELIEVED_FROM,
    CONTRADICTED_FROM,
    FOREIGN_FROM,
    RESPELLED_EVERYDAY_FROM,
    RESPELLED_FROM,
    SPELLED_FROM,
    Speller,
)
from webapp.language.words import Words


@pytest.fixture(scope="module")
def words(engine):
    return Words(
        engine.lexicon,
        Segmenter(engine.lexicon.weights()),
        Classifier(engine.lexicon.tags()).__getitem__,
        NewWords({}),
    )


@pytest.fixture(scope="module")
def speller(words):
    return Speller(words, None)


def listed(words, text):
    """A headword in its first reading, as the dictionary decides it."""
    return words.word(text, text, words.readings(text, text)[0], "word")


def heard(
    speller, word, place, reading, probability, choices=("yin2", "hang2", "xing2", "fu2", "qiu2", "chou2")
):
    """The word after the model has chosen a reading for one of its characters."""
    return speller.spelled(word, (place,), [Prediction(reading, probability)])


def read(word):
    return [syllable.citation for syllable in word.syllables]


def test_the_dictionary_stands_while_the_model_is_not_sure_of_another_reading(words, speller):
    word = listed(words, "银行")  # bank
    assert speller.spelled(word, (1,), [Prediction("hang2", 0.9, "xing2")]) is word
    hesitant = heard(speller, word, 1, "xing2", CONTRADICTED_FROM - 0.01)
    assert (read(hesitant), hesitant.decided_by, hesitant.doubtful) == (["yin2", "hang2"], "word", True)


def test_an_objection_makes_the_dictionary_doubtful_and_is_offered_first(words, speller):
    word = heard(speller, listed(words, "银行"), 1, "xing2", CONTRADICTED_FROM)
    assert (read(word), word.doubtful, word.others.readings) == (["yin2", "hang2"], True, ("yin2 xing2",))


def test_a_model_that_is_next_to_certain_changes_the_reading_and_the_old_one_is_offered(words, speller):
    bank, known = listed(words, "银行"), {1: Prediction("hang2", 0.9)}
    unsure, sure = (
        speller.spelled(bank, (1,), [Prediction("xing2", probability)], known, is_rare=True)
        for probability in (RESPELLED_FROM, BELIEVED_FROM)
    )
    for word in (unsure, sure):
        assert (read(word), word.decided_by) == (["yin2", "xing2"], "model")
        assert word.others.readings == ("yin2 hang2",)
    assert (unsure.doubtful, sure.doubtful) == (True, False)


def test_an_everyday_word_is_read_otherwise_only_by_a_model_that_is_surer_still(words, speller):
    bank, known = listed(words, "银行"), {1: Prediction("hang2", 0.9)}
    below, above = (
        speller.spelled(bank, (1,), [Prediction("xing2", probability)], known)
        for probability in (RESPELLED_FROM, RESPELLED_EVERYDAY_FROM)
    )
    assert (read(below), below.doubtful) == (["yin2", "hang2"], True)
    assert read(above) == ["yin2", "xing2"]


def test_a_neutral_tone_is_the_dictionarys_to_decide(words, speller):
    word = listed(words, "衣服")  # clothes, yi1 fu5
    assert read(word) == ["yi1", "fu5"]
    assert heard(speller, word, 1, "fu2", 1.0) is word


def test_a_surname_keeps_its_own_reading_and_is_only_doubted(words, speller):
    person = words.names.person("仇国强", "仇国强")  # a name, Qiú Guóqiáng
    word = heard(speller, person, 0, "chou2", 1.0)
    assert read(word)[0] == "Qiu2"
    assert word.doubtful


def test_a_surname_in_a_piece_of_a_foreign_name_has_its_foreign_sound(words, speller):
    person = words.names.person("柏培拉", "柏培拉")  # Berbera, taken for somebody called Bǎi
    assert read(person)[0] == "Bai3"
    assert read(heard(speller, person, 0, "bo2", FOREIGN_FROM))[0] == "Bo2"
    unsure = heard(speller, person, 0, "bo2", FOREIGN_FROM - 0.01)
    assert read(unsure)[0] == "Bai3"
    assert unsure.doubtful


def test_a_given_name_is_spelled_as_the_model_has_it_with_its_capital(words, speller):
    person = words.names.person("李行", "李行")
    unlike = {"Xing2": "hang2", "Hang2": "xing2"}[read(person)[1]]
    assert read(heard(speller, person, 1, unlike, SPELLED_FROM))[1] == unlike.capitalize()


def test_an_objection_counts_only_as_far_as_the_sentence_speaks(words, speller):
    word = listed(words, "会计")  # accountant, kuai4 ji4
    alone = {0: Prediction("hui4", 0.999)}  # the model does not know the word
    assert speller.spelled(word, (0,), [Prediction("hui4", 0.9999)], alone) is word
    hardly = {0: Prediction("hui4", 0.6)}
    assert speller.spelled(word, (0,), [Prediction("hui4", 0.9999)], hardly) is word
    rare = speller.spelled(word, (0,), [Prediction("hui4", 0.9999)], hardly, is_rare=True)
    assert read(rare) == ["hui4", "ji4"]
    known = {0: Prediction("kuai4", 0.7)}
    assert read(speller.spelled(word, (0,), [Prediction("hui4", RESPELLED_EVERYDAY_FROM)], known)) == [
        "hui4",
        "ji4",
    ]


def test_a_hesitant_model_makes_a_reading_doubtful(words, speller):
    word = listed(words, "会计")
    for is_rare, probability in ((False, 0.79), (True, 0.94)):
        hesitant = [Prediction("kuai4", probability, "hui4")]
        doubted = speller.spelled(word, (0,), hesitant, is_rare=is_rare)
        assert doubted.doubtful and doubted.others.readings == ("hui4 ji4",)
        sure = [Prediction("kuai4", probability + 0.02, "hui4")]
        assert speller.spelled(word, (0,), sure, is_rare=is_rare) is word


def test_an_objection_to_a_rare_word_is_a_doubt_even_without_a_sentence(words, speller):
    word, alone = listed(words, "会计"), {0: Prediction("hui4", 0.999)}
    doubted = speller.spelled(word, (0,), [Prediction("hui4", 0.999)], alone, is_rare=True)
    assert read(doubted) == ["kuai4", "ji4"] and doubted.doubtful


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("会计", ["kuai4", "ji4"]),  # accountant
        ("公司需要一名会计。", ["kuai4", "ji4"]),  # the firm needs an accountant
        ("问题的症结", ["zheng1", "jie2"]),  # the crux of the problem
        ("与会者", ["yu4", "hui4", "zhe3"]),  # those who take part, a compound with a word of the dictionary
        ("别闹别扭了", ["nao4", "bie4", "niu5"]),  # don't be difficult
    ],
)
def test_words_the_model_does_not_know_are_read_as_the_dictionary_has_them(engine, text, reading):
    assert reading in [read(token.word) for token in engine.annotator.sentences([text])[0]]
