import pytest


def words(engine, text):
    return [token.word for token in engine.annotator.sentences([text])[0]]


@pytest.mark.parametrize(
    ("text", "verb", "object_", "readings"),
    [
        ("外面下着雨", "下", "雨", "xia4 zhe5 yu3"),  # it is raining outside
        ("我们结过婚", "结", "婚", "jie2 guo5 hun1"),  # we have been married
        ("他理了发", "理", "发", "li3 le5 fa4"),  # he had a haircut
        ("我上过当", "上", "当", "shang4 guo5 dang4"),  # I have been fooled
        ("他受过伤", "受", "伤", "shou4 guo5 shang1"),  # he has been wounded
        ("她打了电话", "打", "电话", "da3 le5 dian4 hua4"),  # she made a call
        ("别开他的玩笑", "开", "玩笑", "kai1 ta1 de5 wan2 xiao4"),  # don't make fun of him
        ("我们见过一次面", "见", "面", "jian4 guo5 yi1 ci4 mian4"),  # we have met once
        ("你生什么气", "生", "气", "sheng1 shen2 me5 qi4"),  # what are you angry about?
        ("你着什么急", "着", "急", "zhao2 shen2 me5 ji2"),  # what's the hurry?
        ("我洗个澡", "洗", "澡", "xi3 ge4 zao3"),  # I take a bath
        ("他睡了一个好觉", "睡", "觉", "shui4 le5 yi1 ge4 hao3 jiao4"),  # he slept well
        ("别上了他的当", "上", "当", "shang4 le5 ta1 de5 dang4"),  # don't be fooled by him
        ("你帮得了我的忙", "帮", "忙", "bang1 de5 liao3 wo3 de5 mang2"),  # you can help me
        ("我們照了幾張相", "照", "相", "zhao4 le5 ji3 zhang1 xiang4"),  # we took some photographs
    ],
)
def test_a_verb_taken_apart_is_read_and_explained_as_a_whole(engine, text, verb, object_, readings):
    found = words(engine, text)
    texts = [word.text for word in found]
    first, last = texts.index(verb), texts.index(object_)
    said = [syllable.citation for word in found[first : last + 1] for syllable in word.syllables]
    assert " ".join(said) == readings
    for place in (first, last):
        assert f"the verb {verb}{object_}, taken apart" in found[place].note
        assert [part.text for part in found[place].parts] == [verb + object_]


@pytest.mark.parametrize("text", ["握了握手", "摇了摇头", "点了点头"])  # shook hands, shook his head, nodded
def test_a_repeated_verb_is_done_a_little(engine, text):
    found = words(engine, text)
    assert [word.text for word in found] == list(text)
    assert all("done a little" in found[place].note for place in (0, 2, 3))


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("他叹了一口气", ["他", "叹", "了", "一", "口", "气"]),  # he sighed
        ("他说了一句话", ["他", "说", "了", "一", "句", "话"]),  # he said something
    ],
)
def test_a_counted_object_is_set_free(engine, text, cut):
    assert [word.text for word in words(engine, text)] == cut


@pytest.mark.parametrize(
    "text",
    [
        "你听我说",  # listen to me: not 听说
        "请大家排成两行",  # in two lines: not 排行
        "我没看过他穿牛仔裤",  # I've never seen him wear jeans: not 看穿
        "他的法语说得好",  # speaks French well: not 说好
        "军队攻下了一座山",  # took a mountain: not 下山
        "哥哥成了一名工程师",  # became an engineer: not 成名
    ],
)
def test_two_words_that_only_meet_are_no_verb_taken_apart(engine, text):
    assert not [word.text for word in words(engine, text) if word.note and "taken apart" in word.note]


def test_a_while_is_short_for_its_longer_form(engine):
    found = next(word for word in words(engine, "聊了会儿天") if word.text == "会儿")  # chatted a while
    assert [syllable.citation for syllable in found.syllables] == ["hui4", "r5"]
    assert (found.note, found.parts[0].text) == ("short for 一会儿", "一会儿")
