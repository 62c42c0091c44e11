"""Normal form, Chinese characters, and conversion that keeps every offset."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.language import script

ANY_TEXT = st.text(st.characters()) | st.text(
    st.sampled_from("甚麼著者睡乾隆妳們们么坏后後\n\r\x00\ud800𠀀😀é")
)


@given(ANY_TEXT)
def test_a_normal_form_can_be_stored_and_stays_as_it_is(text):
    normal = script.normalise(text)
    normal.encode()
    assert script.normalise(normal).lstrip("\ufeff") == normal.lstrip("\ufeff")
    assert "\r" not in normal


def test_only_line_ends_marks_and_lone_surrogates_change():
    assert (
        script.normalise("\ufeffa\x00\x07\ufeff\u3000b \r\n\r\n\rc\ud83dd")
        == "a\x00\x07\ufeff\u3000b \n\n\nc\ufffdd"
    )


def test_composed_characters_are_the_stored_form():
    assert script.normalise(unicodedata.normalize("NFD", "lǜ")) == "lǜ"


def test_chinese_characters_are_known_in_every_plane():
    assert all(script.is_han(char) for char in "一龥〇㐀𠀀\ufa0e\U00030000")
    assert not any(script.is_han(char) for char in "aあ。，１·\n😀가")
    assert script.has_han("only 一 character") and not script.has_han("none, 。")


@given(ANY_TEXT)
def test_simplified_text_is_exactly_as_long(text):
    assert len(script.to_simplified(text)) == len(text)


@given(st.text(st.characters(blacklist_categories=["Lo"])))
def test_what_is_not_chinese_is_not_touched(text):
    assert script.to_simplified(text) == text


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("乾隆皇帝乾杯，餅乾很乾淨", "乾隆皇帝干杯，饼干很干净"),  # the emperor; cheers, biscuits, clean
        ("他睡著了，看著我，顯著的著名著作", "他睡着了，看着我，显著的著名著作"),  # particle 着; literary 著
        ("瞭解情況，瞭望", "了解情况，瞭望"),  # understand; look out over
        ("後來皇后站在後面", "后来皇后站在后面"),  # later; empress; behind
        ("房間裡、心裏、公里", "房间里、心里、公里"),  # inside, in two spellings; kilometre
        ("甚麼？什麼？甚至這麼", "什么？什么？甚至这么"),  # what; even; so
        ("妳好，臺灣的颱風", "你好，台湾的台风"),  # hello (to a woman); Taiwan's typhoon
        ("理髮，發展，幹什麼", "理发，发展，干什么"),
        ("他的姪子打砲", "他的侄子打炮"),
        ("一隻鳥，只有", "一只鸟，只有"),
        ("留著白鬍子，背著書包，看著作業", "留着白胡子，背着书包，看着作业"),  # not: a work (zhù)
        ("他的著作，讀著名的書", "他的著作，读著名的书"),
    ],
)
def test_traditional_characters_are_converted_by_their_phrase(traditional, simplified):
    assert script.to_simplified(traditional) == simplified


@pytest.mark.parametrize(
    "simplified",
    [
        "这是什么，怎么坏了",
        "著名的专著，执著",
        "乾隆年间的著录",
        "他和她捱了打，於",
        "老么说：什么？",
        "徵、羽",
        "沈从文覆舟",
    ],
)
def test_simplified_text_is_left_alone(simplified):
    line = simplified + "，我们对这个问题的认识"  # enough to see that the line is simplified
    assert script.to_simplified(line) == line


def test_a_simplified_line_keeps_its_own_characters_beside_quoted_traditional_ones():
    mixed = "这个字写作“臺灣”，坏了的是什么？\n我們睡著了"
    assert script.to_simplified(mixed) == "这个字写作“台湾”，坏了的是什么？\n我们睡着了"


def test_where_a_phrase_would_change_the_length_each_character_is_converted():
    def swelling(text: str) -> str:
        return (
            text.replace("計程車", "出租汽车").replace("計", "计").replace("車", "车").replace("㍿", "株式")
        )

    assert script._aligned("計程車", swelling) == "计程车"
    assert script._aligned("㍿\n計程車", swelling) == "㍿\n计程车"


def test_the_script_of_a_text_is_what_most_of_it_is_written_in():
    assert script.guess_script("這個問題很難解決，他說“台湾”。") == "hant"
    assert script.guess_script("这个问题很难解决，他说“臺灣”。") == "hans"
    assert script.guess_script("乾杯") == script.guess_script("") == script.guess_script("abc") == "hans"
    assert script.guess_script("为什么后面里面干净") == "hans"


def test_simplified_and_back_again():
    assert script.to_traditional("台湾的头发，什么\ud800") == "臺灣的頭髮，什麼\ufffd"


@pytest.mark.parametrize("line", ["我们对这个问题的认识很深，", "我們對這個問題的認識很深，"])
def test_a_book_is_converted_in_a_second(line):
    script.to_simplified("準備")
    start = time.process_time()
    script.to_simplified((line * 4 + "\n") * (1_000_000 // (4 * len(line))))
    assert time.process_time() - start < 1.5


def test_the_characters_of_each_script_are_those_of_its_standard_and_of_opencc():
    from benchmarks.script_evidence import script_evidence

    evidence = script._evidence()
    for name, chars in script_evidence().items():  # another OpenCC may write some few otherwise
        assert len(chars ^ getattr(evidence, name)) <= 0.01 * len(chars)
    assert evidence.hans.isdisjoint(evidence.hant)


def test_words_of_untouched_characters_come_out_as_the_whole_conversion_has_them(engine, monkeypatch):
    words = [word for word in engine.lexicon.headwords() if len(word) <= script.SHORT][::5]
    quick = [script.to_simplified(word) for word in words]
    monkeypatch.setattr(script, "SHORT", 0)
    assert quick == [script.to_simplified(word) for word in words]
    assert [script.to_simplified(word) for word in ("藉口", "答覆")] == ["借口", "答复"]  # pretext, reply
