"""Spoken tones of words written by hand: ``看:kan4 一:yi1`` are two words, ``100:yi1~bai3`` is a number in digits."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.language.document import Syllable, Word
from webapp.language.sandhi import spoken

NUMBER = re.compile(
    r"\d|[一二三四五六七八九十][〇一二三四五六七八九十百月分]|[一二三四五六七八九]点[一二三四五六七八九]$|九点"
)


def words(notation: str) -> list[Word]:
    made = []
    for item in notation.split(" "):
        text, _, readings = item.partition(":")
        if "~" in readings:
            made.append(Word(text, "number", (Syllable(text, readings.replace("~", " ")),)))
        elif readings:
            kind = "number" if NUMBER.match(text) else "word"
            pairs = zip(text, readings.split("_"), strict=True)
            made.append(Word(text, kind, tuple(Syllable(char, reading) for char, reading in pairs)))
        else:
            made.append(Word(text, "punctuation", (Syllable(text, ""),)))
    return made


def said(notation: str) -> str:
    sentence = words(notation)
    result = zip(sentence, spoken(sentence), strict=True)
    return " ".join(
        "_".join(tones or [syllable.citation for syllable in word.syllables]).replace(" ", "~") or word.text
        for word, tones in result
    )


@pytest.mark.parametrize(
    ("citation", "surface"),
    [
        ("一:yi1 天:tian1", "yi4 tian1"),  # one day
        ("一:yi1 年:nian2", "yi4 nian2"),  # one year
        ("一:yi1 本:ben3", "yi4 ben3"),  # one (book)
        ("一:yi1 次:ci4", "yi2 ci4"),  # once
        ("一:yi1 个:ge5", "yi2 ge5"),  # one: 个 is a fourth tone underneath
        ("1:yi1 个:ge4", "yi2 ge4"),
        ("一样:yi1_yang4", "yi2_yang4"),  # the same
        ("一心一意:yi1_xin1_yi1_yi4", "yi4_xin1_yi2_yi4"),  # wholeheartedly
        ("一点一点:yi1_dian3_yi1_dian3", "yi4_dian3_yi4_dian3"),  # bit by bit
        ("每一:mei3_yi1 次:ci4", "mei3_yi2 ci4"),  # every time
        ("100:yi1~bai3", "yi4~bai3"),
        ("10001:yi1~wan4~ling2~yi1", "yi2~wan4~ling2~yi1"),
        ("一百一十:yi1_bai3_yi1_shi2 天:tian1", "yi4_bai3_yi1_shi2 tian1"),  # 110 days
    ],
)
def test_yi_follows_the_next_tone(citation, surface):
    assert said(citation) == surface


@pytest.mark.parametrize(
    "citation",
    [
        "统一:tong3_yi1 思想:si1_xiang3",  # unify thoughts
        "第一:di4_yi1 次:ci4",  # the first time
        "十一:shi2_yi1 个:ge4",  # eleven
        "一九一一年:yi1_jiu3_yi1_yi1_nian2",  # 1911
        "1998:yi1~jiu3~jiu3~ba1",
        "一月:yi1_yue4",  # January
        "二点一三:er4_dian3_yi1_san1",  # 2.13
        "一:yi1 号:hao4",  # number one
        "一:yi1 年级:nian2_ji2",  # first form
        "1:yi1 比:bi3 零:ling2",  # 1-0
        "三分之一:san1_fen1_zhi1_yi1 的:de5",  # a third
        "万:wan4 一:yi1",  # at the end
        "一:yi1 ， 是:shi4",  # before a pause
        "一:yi1 不:bu2 做:zuo4",  # already spoken: nothing to do
        "一一〇:yao1_yao1_ling2",  # 110, the police
    ],
)
def test_yi_that_counts_or_ends_stays(citation):
    assert said(citation) == " ".join(
        item.split(":")[1] if ":" in item else item for item in citation.split(" ")
    )


@pytest.mark.parametrize(
    ("citation", "surface"),
    [
        ("不:bu4 是:shi4", "bu2 shi4"),
        ("不:bu4 吃:chi1", "bu4 chi1"),
        ("不:bu4 好:hao3", "bu4 hao3"),
        ("我:wo3 不:bu4", "wo3 bu4"),
        ("不:bu4 ， 去:qu4", "bu4 ， qu4"),
        ("不:bu4 一样:yi1_yang4", "bu4 yi2_yang4"),
        ("好久不见:hao3_jiu3_bu4_jian4", "hao2_jiu3_bu2_jian4"),
        ("要不是:yao4_bu4_shi4", "yao4_bu2_shi4"),  # if it were not for
        ("迫不及待:po4_bu4_ji2_dai4", "po4_bu4_ji2_dai4"),  # cannot wait
        ("他:ta1 不:bu4 见:jian4", "ta1 bu2 jian4"),
    ],
)
def test_bu_rises_before_a_fourth_tone(citation, surface):
    assert said(citation) == surface


@pytest.mark.parametrize(
    ("citation", "surface"),
    [
        ("看一看:kan4_yi1_kan4", "kan4_yi5_kan4"),  # have a look
        ("试:shi4 一:yi1 试:shi4", "shi4 yi5 shi4"),
        ("是不是:shi4_bu4_shi4", "shi4_bu5_shi4"),
        ("喜:xi3 不:bu4 喜欢:xi3_huan5", "xi3 bu5 xi3_huan5"),  # do you like
        ("对不起:dui4_bu4_qi3", "dui4_bu5_qi3"),
        ("想不起来:xiang3_bu4_qi3_lai2", "xiang3_bu5_qi3_lai2"),  # cannot recall
        ("听:ting1 不:bu4 清楚:qing1_chu5", "ting1 bu5 qing1_chu5"),
        ("看:kan4 不到:bu4_dao4", "kan4 bu5_dao4"),
    ],
)
def test_both_are_light_between_verbs_and_before_a_result(citation, surface):
    assert said(citation) == surface


@pytest.mark.parametrize(
    ("citation", "surface"),
    [
        ("你好:ni3_hao3", "ni2_hao3"),
        ("展览馆:zhan3_lan3_guan3", "zhan2_lan2_guan3"),  # 展览|馆 exhibition hall
        ("小老鼠:xiao3_lao3_shu3", "xiao3_lao2_shu3"),  # 小|老鼠 little mouse
        ("小组长:xiao3_zu3_zhang3", "xiao2_zu2_zhang3"),  # 小组|长 group leader
        ("岂有此理:qi3_you3_ci3_li3", "qi2_you3_ci2_li3"),  # 岂有|此理 outrageous
        ("很:hen3 美丽:mei3_li4", "hen2 mei3_li4"),
        ("买:mai3 水果:shui3_guo3", "mai3 shui2_guo3"),
        ("水果:shui3_guo3 好:hao3", "shui2_guo2 hao3"),
        ("我:wo3 很:hen3 好:hao3", "wo2 hen2 hao3"),
        ("请:qing3 你:ni3 给:gei3 我:wo3 买:mai3", "qing2 ni3 gei2 wo2 mai3"),
        ("老李:lao3_li3 买:mai3 酒:jiu3", "lao2_li3 mai2 jiu3"),
        ("哪儿:na3_r5 有:you3", "na2_r5 you3"),  # 儿 is no syllable of its own
        ("九点五十五:jiu3_dian3_wu3_shi2_wu3", "jiu2_dian2_wu3_shi2_wu3"),  # 9:55
        ("55:wu3~shi2~wu3 本:ben3", "wu3~shi2~wu2 ben3"),
        ("小姐:xiao3_jie5", "xiao2_jie5"),  # a third tone underneath the light one
        ("想想:xiang3_xiang5", "xiang2_xiang5"),
    ],
)
def test_a_third_tone_rises_before_another(citation, surface):
    assert said(citation) == surface


@pytest.mark.parametrize(
    "citation",
    [
        "老师:lao3_shi1 好:hao3",
        "好:hao3 ， 走:zou3 了:le5",  # a comma is a pause
        "姐姐:jie3_jie5",
        "奶奶:nai3_nai5 的:de5",
        "耳朵:er3_duo5",
        "本子:ben3_zi5 。",
        "很:hen3 大:da4",
    ],
)
def test_other_third_tones_stay(citation):
    assert said(citation) == " ".join(
        item.split(":")[1] if ":" in item else item for item in citation.split(" ")
    )


def test_a_word_without_change_has_no_spoken_tones():
    assert spoken(words("他:ta1 不:bu4 要:yao4 ，")) == [None, ("bu2",), None, None]
    assert spoken([]) == []


CHARS = [
    "一:yi1",
    "不:bu4",
    "好:hao3",
    "看:kan4",
    "个:ge5",
    "儿:r5",
    "，",
    "第:di4",
    "十一:shi2_yi1",
    "水果:shui3_guo3",
    "100:yi1~bai3",
]


@given(st.lists(st.sampled_from(CHARS)))
def test_only_tones_change_and_only_to_what_can_be_said(items):
    sentence = words(" ".join(items)) if items else []
    for word, tones in zip(sentence, spoken(sentence), strict=True):
        if tones is not None:
            assert len(tones) == len(word.syllables)
            before, after = " ".join(s.citation for s in word.syllables).split(), " ".join(tones).split()
            assert [reading[:-1] for reading in before] == [
                reading[:-1] for reading in after
            ] and before != after


@given(st.lists(st.sampled_from(CHARS)), st.lists(st.sampled_from(CHARS)))
def test_nothing_is_changed_across_a_pause(left, right):
    parts = [words(" ".join(items)) if items else [] for items in (left, right)]
    comma = words("，")
    assert spoken(parts[0] + comma + parts[1]) == spoken(parts[0]) + [None] + spoken(parts[1])


def test_a_long_chain_takes_linear_time():
    sentence = words(
        " ".join(["好:hao3", "一:yi1", "不:bu4", "水果:shui3_guo3", "看:kan4", "不:bu4", "到:dao4"] * 10_000)
    )
    start = time.process_time()
    spoken(sentence)
    assert time.process_time() - start < 2
