"""What a reader said by hand goes before dictionary, rules and model, and only where it was meant."""

import pytest

from webapp.language.own import Own, OwnEntry


@pytest.fixture
def corrected(engine):
    def correct(text, *entries):
        annotator = engine.annotator
        found = annotator.corrected(annotator.document(text), Own(entries))
        assert "".join(token.text for token in found.tokens()) == found.text
        return list(found.tokens())

    return correct


def words(tokens):
    return [token.text for token in tokens]


def test_a_cut_is_made_and_says_who_decided(corrected):
    tokens = corrected("你好。", OwnEntry("你好", cut=("你", "好")))  # hello
    assert words(tokens) == ["你", "好", "。"]
    assert [token.word.decided_by for token in tokens[:2]] == ["own", "own"]


def test_a_cut_does_not_reach_into_a_longer_word(corrected):
    text = "研究生。"  # a postgraduate; 研究 is to research
    assert words(corrected(text, OwnEntry("研究", cut=("研", "究")))) == words(corrected(text))


def test_a_reading_holds_for_the_word_of_just_these_characters(corrected):
    tokens = corrected(
        "银行行长。", OwnEntry("行长", cut=("行长",), reading=("xing2", "zhang3"))
    )  # a bank's manager
    word = next(token.word for token in tokens if token.text == "行长")
    assert [syllable.citation for syllable in word.syllables] == ["xing2", "zhang3"]
    assert word.decided_by == "own" and not word.doubtful


def test_an_entry_with_a_place_holds_there_only(corrected):
    tokens = corrected("你好。你好。", OwnEntry("你好", gloss="hi", at=3))
    assert [token.word.gloss == "hi" for token in tokens if token.text == "你好"] == [False, True]


def test_a_gloss_for_one_reading_is_not_given_to_another(corrected):
    entry = OwnEntry("银行", gloss="x", where_read=("yin2", "xing2"))  # a bank, which is yínháng
    assert all(token.word.gloss != "x" for token in corrected("银行。", entry))


def test_without_a_word_of_its_own_a_document_stays_itself(engine):
    document = engine.annotator.document("你好。")
    assert engine.annotator.corrected(document, Own([OwnEntry("银行", gloss="x")])) is document


def test_a_corrected_sentence_keeps_the_names_known_from_the_others(corrected):
    text = "薛宝钗来了。宝钗笑道：好的。宝钗也去银行了。宝钗说话。"  # Xue Baochai comes; Baochai laughs, goes, speaks
    tokens = corrected(text, OwnEntry("银行", reading=("yin2", "hang1")))
    assert words(tokens).count("宝钗") == 3
    assert next(each for each in tokens if each.word.text == "银行").word.decided_by == "own"
