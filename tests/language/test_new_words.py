import pytest

from webapp.language import tables
from webapp.language.new_words import APART, HEADWORD, NewWords


def words(engine, text):
    return [token.word for token in engine.annotator.sentences([text])[0]]


def test_a_word_that_the_dictionary_lacks_is_one_with_its_sense(engine):
    found = next(
        word for word in words(engine, "这是世预赛的比赛") if word.text == "世预赛"
    )  # World Cup qualifiers
    assert found.gloss == "World Cup qualifiers"
    assert found.parts


def test_cantonese_words_are_said_to_be_so(engine):
    found = {word.text: word.gloss for word in words(engine, "佢哋去咗邊度？")}  # where did they go?
    assert found["佢哋"] == "they; them (Cantonese)"
    assert found["邊度"] == "where? (Cantonese)"
    assert "而家" not in [word.text for word in words(engine, "他走了，而家还在")]  # and his home


def test_the_name_of_a_firm_is_a_name(engine):
    found = words(engine, "她在小红书上写笔记")[2]  # not: small + red + book
    assert (found.text, found.kind) == ("小红书", "name")
    assert found.syllables[0].citation == "Xiao3"


def test_a_new_word_with_a_letter_in_it_is_one(engine):
    found = words(engine, "今天A股大跌")[1]  # A shares
    assert found.text == "A股"
    assert [part.text for part in found.parts] == ["股"]


def test_a_headword_is_not_taken_for_two_words(engine):
    assert words(engine, "年轻人不想内卷")[-1].text == "内卷"  # rat race, not: inner + roll


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("他上课老是迟到", "老是"),  # always, not: old + is
        ("这道菜倒是不难做", "倒是"),
        ("来年我们再去", "来年"),  # next year
        ("问题就地解决", "就地"),  # on the spot
        ("她爱上了唱歌", "爱上"),
        ("他身在他乡", "他乡"),
        ("毕业在即", "在即"),
        ("温度偏高", "偏高"),
        ("你搞错了", "搞错"),
    ],
)
def test_a_headword_that_its_characters_outweigh_is_one(engine, text, word):
    assert word in [each.text for each in words(engine, text)]


def test_a_new_word_leaves_its_neighbours_alone(engine):
    assert [word.text for word in words(engine, "今天猫叫了")] == [
        "今天",
        "猫",
        "叫",
        "了",
    ]  # the cat; not Tmall
    assert [word.text for word in words(engine, "他是小程序员")] == ["他", "是", "小", "程序员"]  # programmer


def test_the_table_lists_each_word_once_and_headwords_as_such(engine):
    rows = list(tables.rows("new_words.tsv"))
    assert len({word for word, *_ in rows}) == len(rows)
    for word, kind, gloss in rows:
        if kind != APART:
            assert bool(engine.lexicon.readings(word)) == (kind == HEADWORD), word
        assert bool(gloss) == (kind not in (HEADWORD, APART)), word
    assert NewWords.load().get("内卷") is None


def test_a_word_that_only_the_graph_has_is_explained_and_cut_as_before(engine):
    told = {word.text: word.gloss for word in words(engine, "长江流经武汉")}
    assert told["流经"] == "to flow through"
    assert "流经" not in [word.text for word in words(engine, "主流经济学家这样说")]  # mainstream economists


def test_two_words_side_by_side_are_two(engine):
    assert [word.text for word in words(engine, "我想喝水")] == ["我", "想", "喝", "水"]
    assert [word.text for word in words(engine, "这家的水煮鱼")] == ["这", "家", "的", "水煮鱼"]


def test_organisations_and_places_of_novels_are_one_token(engine):
    for text, name in (
        ("省住建厅要求整改", "住建厅"),
        ("他要去梁山泊", "梁山泊"),
        ("进了栊翠庵", "栊翠庵"),
        ("他住在中山路三号", "中山路"),
    ):
        assert name in [word.text for word in words(engine, text)]
