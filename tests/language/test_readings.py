from pathlib import Path

import pytest

from webapp.language import tables
from webapp.language.cues import Place, holds, parse_cue
from webapp.language.pinyin import to_marks
from webapp.language.readings import Rules
from webapp.language.script import is_han


def reading(engine, text, char):
    for token in engine.annotator.sentences([text])[0]:
        for syllable in token.word.syllables:
            if syllable.base == char:
                return syllable.citation
    raise AssertionError(f"no {char} in {text}")


@pytest.mark.parametrize(
    ("text", "char", "expected"),
    [
        ("他唱得真好", "得", "de5"),  # sings well
        ("我得马上走", "得", "dei3"),  # must go
        ("他得了一百分", "得", "de2"),  # got
        ("她高兴地笑了", "地", "de5"),  # happily
        ("地上有水", "地", "di4"),  # on the ground
        ("宝宝睡着了", "着", "zhao2"),  # fell asleep
        ("门开着", "着", "zhe5"),  # stands open
        ("他还没还我书", "还", "hai2"),  # still (the first of the two)
        ("明天我来还书", "还", "huan2"),  # return
        ("头发长长了", "长", "chang2"),
        ("三只猫", "只", "zhi1"),
        ("我只有一只", "只", "zhi3"),
        ("第三行第五个字", "行", "hang2"),  # line
        ("他弹钢琴弹得很好", "弹", "tan2"),
        ("我去过上海", "过", "guo5"),
    ],
)
def test_a_polyphone_follows_its_sentence(engine, text, char, expected):
    assert reading(engine, text, char) == expected


def test_the_deciding_source_is_told(engine):
    by = {token.text: token.word.decided_by for token in engine.annotator.sentences(["银行的人跑得快"])[0]}
    assert by["银行"] == "word"
    assert by["得"] == "rule"


def test_every_rule_gives_a_syllable_for_each_character():
    for row in tables.rows("reading_rules.tsv"):
        for form in row[0].split("|"):
            assert all(map(is_han, form))
            assert len(row[1].split()) == len(form), row
        parse_cue(row[2] if len(row) > 2 else "")


def test_every_rule_can_be_reached():
    for form, rules in Rules.load()._rules.items():
        weak = [rule.is_weak for rule in rules]
        assert True not in weak[:-1], f"what stands after the row of {form} without a cue is never asked"


@pytest.mark.parametrize("cue", ["+1=", "<a||b", "?", "+1~x"])
def test_a_cue_that_means_nothing_is_refused(cue):
    with pytest.raises(ValueError, match="condition"):
        parse_cue(cue)


def test_cues_look_at_words_and_text():
    place = Place(
        ["他", "得", "去"], 1, "他得去", 1, lambda word: frozenset({"verb"} if word == "去" else ())
    )
    assert holds(parse_cue("<他 >去 -1=他 +1:verb !start !end"), place)
    assert not holds(parse_cue("earlier=去"), place)
    assert holds(parse_cue("later:verb later=去 has=得"), place)


def test_a_predicate_is_a_verb_that_is_no_noun_and_not_part_of_an_attribute():
    classes = {"提供": "verb", "服务": "verb noun", "建设": "verb", "喜欢": "verb", "音乐": "noun"}

    def holds_in(words):
        place = Place(words, 0, "".join(words), 0, lambda word: frozenset(classes.get(word, "").split()))
        return holds(parse_cue("later:predicate"), place)

    assert holds_in(["为", "顾客", "提供", "服务"])  # offers service to customers
    assert not holds_in(["为", "正在", "建设", "的", "车站"])  # is a station under construction
    assert not holds_in(["为", "喜欢", "音乐", "的", "人"])  # next to it, and an attribute
    assert not holds_in(["为", "网站", "服务"])


def test_a_clause_may_open_its_sentence(engine):
    assert reading(engine, "为健康，他天天跑步。", "为") == "wei4"  # for the sake of his health
    assert reading(engine, "这条河很长，为三江的支流。", "为") == "wei2"  # is a tributary


def test_a_rule_may_know_a_reading_that_the_dictionary_lacks(engine):
    assert reading(engine, "鸡蛋壳很薄", "壳") == "ke2"  # eggshell


@pytest.mark.parametrize(
    ("text", "word", "reading"),
    [
        ("他一味地抱怨", "地", "de5"),  # he only complains
        ("他一次次地失败", "地", "de5"),  # he failed time and again
        ("一点一点地吃", "地", "de5"),  # eat bit by bit
        ("两地分居", "地", "di4"),  # live in two places
        ("地方政府很重视", "地方", "di4 fang1"),  # local government
        ("中央和地方", "地方", "di4 fang1"),  # centre and regions
        ("这个地方很美", "地方", "di4 fang5"),  # this place is beautiful
        ("有的地方下雪", "地方", "di4 fang5"),  # in some places it snows
        ("有的地方下雪", "有的", "you3 de5"),  # some
        ("我所有的书", "的", "de5"),  # all my books
        ("他的士兵来了", "的", "de5"),  # his soldiers came
        ("他病得不轻", "得", "de5"),  # he is rather ill
        ("我得不停地练", "得", "dei3"),  # I have to practise without a stop
        ("和主席握手", "和", "he2"),  # shake hands with the chairman
    ],
)
def test_small_words_are_read_by_what_they_do(engine, text, word, reading):
    found = next(token.word for token in engine.annotator.sentences([text])[0] if token.text == word)
    assert " ".join(syllable.citation for syllable in found.syllables) == reading


@pytest.mark.parametrize("text", ["今年增长一点五", "平均是一点五。"])  # grew by 1.5; 1.5 on average
def test_a_decimal_may_end_a_clause(engine, text):
    found = next(token.word for token in engine.annotator.sentences([text])[0] if "点" in token.text)
    assert (found.text, found.kind, found.gloss) == ("一点五", "number", "1.5")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("拟小蛭（学名：）为舌蛭科拟小蛭属的动物。", "wei2"),  # a genus of leeches
        ("公司为员工准备了早餐。", "wei4"),  # the company made breakfast for its people
    ],
)
def test_a_broad_cue_gives_way_to_a_model_that_is_sure(engine, text, expected):
    assert reading(engine, text, "为") == expected


def test_only_a_mark_after_its_reading_lets_a_rule_yield():
    assert any(rule.yields for rule in Rules.load().of("为"))
    assert not any(rule.yields for rule in Rules.load().of("得"))


@pytest.mark.parametrize(
    ("text", "word", "reading"),
    [
        ("他多少有点不高兴", "多少", "duo1 shao3"),  # somewhat
        ("这个多少钱", "多少", "duo1 shao5"),  # how much
        ("正当我要出门的时候", "正当", "zheng4 dang1"),  # just when
        ("他有正当的理由", "正当", "zheng4 dang4"),  # legitimate
        ("孩子打了个冷战", "冷战", "leng3 zhan5"),  # shivered
        ("我看不懂里面的门道", "门道", "men2 dao5"),  # the tricks of it
        ("工作人员的调配", "调配", "diao4 pei4"),  # deploying people
        ("锅里煮着羊下水", "下水", "xia4 shui5"),  # offal
        ("葛洲坝", "葛洲坝", "Ge3 zhou1 ba4"),  # where the dictionary slips
    ],
)
def test_a_word_of_two_readings_is_read_by_its_sense(engine, text, word, reading):
    found = next(token.word for token in engine.annotator.sentences([text])[0] if token.text == word)
    assert " ".join(syllable.citation for syllable in found.syllables) == reading


EVERYDAY = [
    row.split("\t")
    for row in Path(__file__)
    .with_name("data")
    .joinpath("everyday_polyphones.tsv")
    .read_text("utf-8")
    .splitlines()
    if not row.startswith("#")
]


def test_everyday_sentences_are_read_right(engine):
    """The list was written before looking at what the engine answers."""
    texts = [sentence.replace("⟦", "").replace("⟧", "") for _, sentence, _ in EVERYDAY]
    wrong = []
    for (_, sentence, readings), tokens in zip(EVERYDAY, engine.annotator.sentences(texts), strict=True):
        syllables = [syllable for token in tokens for syllable in token.word.syllables]
        at, place = 0, sentence.index("⟦")
        for syllable in syllables:
            if at == place and to_marks(syllable.citation).lower() not in readings.split(" | "):
                wrong.append(f"{sentence} {syllable.citation}")
            at += len(syllable.base)
    assert not wrong
