import pytest

from webapp.language.doubling import doubled


def notes(engine, text):
    return {token.text: token.word.note for token in engine.annotator.sentences([text])[0] if token.word.note}


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("我看过这部电影", "过", "experienced"),
        ("他笑着说", "着", "goes on"),
        ("他买了一本书", "了", "completed"),
        ("下雨了", "了", "new situation"),
        ("他跑得很快", "得", "how far"),
        ("他慢慢地走", "地", "-ly"),
        ("我的书", "的", "possession"),
        ("我们见过面", "见", "the verb 见面"),
        ("请帮我的忙", "帮", "the verb 帮忙"),
        ("他把门关上", "把", "object before the verb"),
        ("杯子被他打破了", "被", "passive"),
        ("三顿饭", "顿", "measure word"),
        ("他喝不喝酒", "不", "A-not-A"),
        ("同学们好", "们", "plural"),
        ("他吃完了", "完", "result"),
        ("他比我高", "比", "more than"),
        ("连孩子都懂", "连", "even"),
    ],
)
def test_a_construction_is_explained(engine, text, word, said):
    assert said in notes(engine, text)[word]


@pytest.mark.parametrize(
    ("text", "word", "reading"),
    [
        ("出去走走吧", "走走", ["zou3", "zou5"]),  # take a little walk
        ("他认认真真地写字", "认认真真", ["ren4", "ren4", "zhen1", "zhen1"]),  # carefully
    ],
)
def test_a_doubled_word_is_one_token(engine, text, word, reading):
    found = next(token.word for token in engine.annotator.sentences([text])[0] if token.text == word)
    assert "doubled" in found.note
    assert [syllable.citation for syllable in found.syllables] == reading


def test_a_doubled_compound_that_no_dictionary_has_is_read_too(engine):
    annotator = engine.annotator
    compound = next(w for w in sorted(engine.lexicon.weights()) if len(w) == 2 and w not in engine.lexicon)
    text = compound[0] * 2 + compound[1] * 2
    assert "".join(token.text for token in annotator.sentences([text])[0]) == text
    made = doubled(annotator._words, text, text)
    assert [syllable.base for syllable in made.syllables] == list(text)


def test_what_stands_together_shares_the_note(engine):
    found = notes(engine, "他喝不喝酒")  # does he drink?
    assert found["喝"] == found["不"]


def test_notes_stop_at_punctuation(engine):
    assert "着" not in notes(engine, "他笑，着火了")  # he laughs; it caught fire


def test_every_han_word_has_an_entry_a_note_or_parts(engine):
    text = "看过三顿很快银行行长的无纸化办公室，龘㐂，沃勒扎斯在Alatau建飞行器。好不好？吃了饭受不了。"
    for token in engine.annotator.sentences([text])[0]:
        if token.kind in ("word", "name"):
            assert engine.lexicon.entries(token.word.headword) or token.word.note or token.word.parts, (
                token.text
            )


def test_a_negation_before_去_takes_no_direction(engine):
    assert "A-not-A" in notes(engine, "他去没去北京")["去"]  # did he go to Peking?


def test_a_verb_said_twice_with_着_is_one_construction(engine):
    words = [
        token.word for token in engine.annotator.sentences(["他说着说着就哭了"])[0]
    ]  # while talking, he wept
    assert [word.text for word in words if word.note and "说着说着" in word.note] == ["说", "着", "说", "着"]
