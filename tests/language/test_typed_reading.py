"""Readings as people type them: with marks or numbers, together or apart; a clear sentence for all else."""

import pytest

from webapp.errors import CorrectionError
from webapp.language.typed_reading import typed_reading

KNOWN = {
    "银行": [("yin2", "hang2")],  # a bank
    "行": [("hang2",), ("xing2",)],  # a row; to go
    "长": [("chang2",), ("zhang3",)],  # long; to grow
    "西安": [("Xi1", "an1")],  # Xi'an
    "先": [("xian1",)],  # first
    "哪": [("na3",)],
    "儿": [("er2",), ("r5",)],
    "哪儿": [("na3", "r5")],  # where
    "方": [("fang1",)],
    "案": [("an4",)],
    "方案": [("fang1", "an4")],  # a plan
    "的": [("de5",), ("di4",)],
    "谢谢": [("xie4", "xie5")],  # thanks
}


def typed(what, text):
    return typed_reading(what, text, lambda form: KNOWN.get(form, []))


@pytest.mark.parametrize(
    ("what", "text", "reading"),
    [
        ("yínháng", "银行", "yin2 hang2"),
        ("yin2hang2", "银行", "yin2 hang2"),
        (" Yín  háng ", "银行", "yin2 hang2"),  # as the dictionary writes it
        ("yi\u0301nha\u0301ng", "银行", "yin2 hang2"),  # marks that are characters of their own
        ("xíng", "行", "xing2"),
        ("xing1", "行", "xing1"),  # what no dictionary has may be said all the same
        ("Xi1'an1", "西安", "Xi1 an1"),
        ("xī'ān", "西安", "Xi1 an1"),
        ("xian1", "先", "xian1"),
        ("nǎr", "哪儿", "na3 r5"),
        ("fāngàn", "方案", "fang1 an4"),  # and not fan + gan
        ("fangan", "方案", "fang1 an4"),  # without tones: only one is known
        ("yinhang", "银行", "yin2 hang2"),
        ("xièxie", "谢谢", "xie4 xie5"),
        ("xie4xie0", "谢谢", "xie4 xie5"),
        ("de", "的", "de5"),
        ("nv3", "女", "nü3"),
        ("nu:3", "女", "nü3"),
        ("nǚ", "女", "nü3"),
        ("Wáng", "王", "Wang2"),
        ("ê4", "欸", "ê4"),
        ("fang1 xian1", "方先", "fang1 xian1"),
        ("fangxian", "方先", "fang1 xian1"),
    ],
)
def test_a_reading_is_understood_as_it_is_typed(what, text, reading):
    assert " ".join(typed(what, text)) == reading


@pytest.mark.parametrize(
    ("what", "text", "said"),
    [
        ("yín", "银行", "2 syllables, one a character, such as yínháng"),
        ("yínhánghang", "银行", "2 syllables"),
        ("", "行", "one syllable, such as háng"),
        ("bank", "银行", "2 syllables"),
        ("银行", "银行", "no pinyin"),
        ("xing6", "行", "no pinyin"),
        ("xíng2", "行", "one syllable"),
        ("<b>", "行", "no pinyin"),
        ("qqqq", "行", "one syllable"),
        ("xing", "星", "Write the tones too"),  # nothing is known of it
        ("r5", "儿", "one syllable"),  # never alone
        ("a" * 10_000, "行", "one syllable"),
        ("an" * 40, "行" * 40, "Write the tones too"),
        ("\0", "行", "no pinyin"),
    ],
)
def test_what_is_none_is_refused_in_a_sentence_that_says_why(what, text, said):
    with pytest.raises(CorrectionError) as caught:
        typed(what, text)
    assert said in str(caught.value) and len(str(caught.value)) < 250


def test_several_readings_without_tones_are_asked_for():
    known = {"好": [("hao3",), ("hao4",)]}  # good; to be fond of
    with pytest.raises(CorrectionError, match="hǎo or hào"):
        typed_reading("hao", "好", lambda form: known.get(form, []))
