"""Sentences end where a reader would stop, and lose nothing."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.language.sentences import GREATEST_LENGTH, sentences

ANY_TEXT = st.text() | st.text(st.sampled_from("。！？!?…．.，；“”\"'（）》 \n　字A1\x00"))


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@given(ANY_TEXT)
def test_sentences_joined_spell_the_text_and_none_is_empty(text):
    parts = split(text)
    assert "".join(parts) == text
    assert all(parts)


@pytest.mark.parametrize(
    "marked",
    [
        "“你好。”|他说。|我走了！|真的？！|好",  # "Hello." he said. ...
        "一、二；三：四，五。|六",  # no pause but a full stop ends
        "他说：“真的吗？”，然后走了。|再见",  # a comma after the quotation
        "《你好吗？》的作者来了。|《走吧！》 |他看了",  # the stop is part of a book's title
        "他说：\"你好。\"|她说：\"好吗？\" |\"是的！\"|走了",  # straight quotes
        "（他来了。）|【完。】|是。】　|走",
        "我……|我不知道……的确。",
        "NVIDIA及Freedom Holding Corp.签署Alem.Cloud协议，占3.5％。|好",
        "Mr. Smith of the U.S. Army left. |He went home. |他走了. |“Why?” |好",
        "网址是a.com/b?id=1&c=d!e，请看。|好",
        "无才可去补苍天．|约3．5万．|此系身前",  # ．for 。, but not inside a number
    ],
)  # fmt: skip
def test_sentences_end_at_full_stops(marked):
    assert split(marked.replace("|", "")) == marked.split("|")


def test_only_the_given_stretch_is_divided():
    assert sentences("甲。乙。丙。", 2, 4) == ((2, 4),)


def test_a_sentence_too_long_to_annotate_is_divided_at_a_comma():
    parts = split("字" * 390 + "，" + "字" * 300 + "；" + "字" * 50)
    assert [len(part) for part in parts] == [391, 351]
    assert [len(part) for part in split("字" * 450 + "，" + "字" * 1200)] == [451, 500, 500, 200]


@pytest.mark.parametrize("unit", ["字", "。”", "，", " ", '."', "．)", '"', "…！", "A.", "？ "])
def test_a_million_characters_take_no_more_than_a_second(unit):
    text = unit * (1_000_000 // len(unit))
    start = time.process_time()
    found = sentences(text, 0, len(text))
    assert time.process_time() - start < 1
    assert max(end - start for start, end in found) <= GREATEST_LENGTH
