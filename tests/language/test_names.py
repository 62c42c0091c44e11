import pytest


def tokens(engine, text):
    return {token.text: token.word for token in engine.annotator.sentences([text])[0]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("作家加布里埃尔·加西亚·马尔克斯去世", "加布里埃尔·加西亚·马尔克斯"),  # Gabriel García Márquez
        ("总理让-克洛德·容克说", "让-克洛德·容克"),  # Jean-Claude Juncker
        ("部长沃勒扎斯出席会议", "沃勒扎斯"),  # without a dot, in no dictionary
        ("记者李国强报道", "李国强"),  # a Chinese name
    ],
)
def test_a_name_is_one_token(engine, text, name):
    word = tokens(engine, text)[name]
    assert word.kind == "name"
    assert word.note


@pytest.mark.parametrize(
    ("text", "surname", "reading"),
    [
        ("任老师来了", "任", "Ren2"),  # Teacher Ren
        ("查教授姓查", "查", "Zha1"),  # Professor Zha
        ("单女士是我的邻居", "单", "Shan4"),  # Ms Shan
    ],
)
def test_a_surname_before_a_title_has_its_own_reading(engine, text, surname, reading):
    word = tokens(engine, text)[surname]
    assert word.syllables[0].citation == reading
    assert word.role == "surname"


def test_a_full_name_takes_the_surname_s_own_reading(engine):
    word = tokens(engine, "仇国强同志去世了")["仇国强"]  # Comrade Qiu Guoqiang
    assert [syllable.citation for syllable in word.syllables] == ["Qiu2", "Guo2", "qiang2"]


@pytest.mark.parametrize("text", ["天真热", "他高兴地说", "钱都花光了", "我和他和平相处", "我在花园里"])
def test_ordinary_words_are_no_names(engine, text):
    assert not [word for word in tokens(engine, text).values() if word.kind == "name"]
