import pytest


def word(engine, text, wanted):
    return next(token.word for token in engine.annotator.sentences([text])[0] if token.text == wanted)


@pytest.mark.parametrize(
    ("text", "headword", "said"),
    [
        ("我受不了", "受不了", "受 + 不 + 了: cannot be done"),  # I can't stand it
        ("你看得见吗", "看得见", "看 + 得 + 见: can be done"),  # can you see it?
        ("有没有空", "有没有", "yes-no question"),  # is there time?
        ("你先看看", "看看", "看 doubled: do it a little"),  # have a look first
        ("让我看一看", "看一看", "do it a little"),  # let me have a look
        ("你试试看", "试试看", "试 doubled + 看"),  # try and see
        ("孩子们来了", "孩子们", "孩子 + 们: plural"),  # the children have come
        ("城市现代化", "现代化", "现代 + 化: -ize"),  # modernization
        ("保护消费者", "消费者", "消费 + 者: one who"),  # protect consumers
        ("一位科学家", "科学家", "科学 + 家: -ist"),  # a scientist
        ("有可能性", "可能性", "可能 + 性: -ness"),  # there is a possibility
        ("非正式的访问", "非正式", "非 + 正式: non-"),  # an informal visit
        ("花儿开了", "花儿", "花 + 儿: spoken with an r"),  # the flowers are out
        ("我到了杭州市", "杭州市", "杭州 + 市: place name, 市 is city"),  # the city of Hangzhou
        ("长江很长", "长江", "place name with 江, river"),  # the Yangtze is long
        ("他过了台湾海峡", "台湾海峡", "台湾 + 海峡: place name, 海峡 is strait"),  # the Taiwan Strait
        ("天天下雨", "天天", "each and every"),  # it rains every day
        ("他笑嘻嘻的", "笑嘻嘻", "vivid"),  # grinning
        ("他们高高兴兴", "高高兴兴", "高兴 doubled: livelier"),  # in high spirits
        ("這個我受不了", "受不了", "受 + 不 + 了"),
    ],
)
def test_a_headword_says_what_it_is_made_of_and_keeps_its_entry(engine, text, headword, said):
    found = word(engine, text, headword)
    assert said in found.note
    assert found.gloss is None
    assert engine.lexicon.entries(found.headword)


@pytest.mark.parametrize("text", ["动不动", "怪不得", "老人家", "女儿", "明白", "宋江", "反过来"])
def test_a_word_whose_form_only_looks_so_has_no_note(engine, text):
    assert all(token.word.note is None for token in engine.annotator.sentences([text])[0])


def test_a_note_does_not_make_a_dictionary_word_s_reading_less_sure(engine):
    found = word(engine, "他对这件事看得开，受不了委屈", "受不了")
    assert (found.decided_by, found.doubtful) == ("word", False)
    assert [syllable.citation for syllable in found.syllables] == ["shou4", "bu4", "liao3"]


def test_a_light_syllable_is_said_in_full_when_doubled(engine):
    found = word(engine, "长得漂漂亮亮", "漂漂亮亮")  # pretty
    assert [syllable.citation for syllable in found.syllables] == ["piao4", "piao4", "liang4", "liang4"]
    assert "漂亮 doubled" in found.note


def test_a_noun_that_no_dictionary_has_with_an_r_is_spoken_with_one(engine):
    """They live in one compound; the corners of her eyes."""
    for text, noun, read in (("他们住一个大院儿的", "大院儿", "r5"), ("她眼圈儿又红了", "眼圈儿", "r5")):
        found = next(token.word for token in engine.annotator.sentences([text])[0] if token.text == noun)
        assert found.syllables[-1].citation == read
        assert "spoken with an r" in found.note
    assert "姑娘儿" not in [token.text for token in engine.annotator.sentences(["这位姑娘儿时很苦"])[0]]
