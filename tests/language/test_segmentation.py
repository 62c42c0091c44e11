import re
from pathlib import Path

import pytest

from webapp.language import segmentation
from webapp.language.joints import JOINT
from webapp.language.recut import Recutter
from webapp.language.script import HAN
from webapp.language.segmentation import Segmenter
from webapp.language.word_weights import word_weights

SEEDS = Path(__file__).parents[2] / "seeds"


def cut(engine, text):
    return [token.text for token in engine.annotator.sentences([text])[0]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "研究生命的起源",
            ["研究", "生命", "的", "起源"],
        ),  # study the origin of life, not: graduate students
        ("结婚的和尚未结婚的人", ["结婚", "的", "和", "尚未", "结婚", "的", "人"]),  # and not yet, not: monk
        ("他把手举起来", ["他", "把", "手", "举", "起来"]),  # raises his hand, not: handle
        ("门把手坏了", ["门", "把手", "坏", "了"]),  # the door handle is broken
        ("这样才能学会", ["这样", "才", "能", "学会"]),  # only then can one
        ("她很有才能", ["她", "很", "有", "才能"]),  # has talent
        ("三年前我来过", ["三", "年", "前", "我", "来", "过"]),  # three years ago, not: before the new year
        (
            "他们一起去，两家都一样",
            ["他们", "一起", "去", "，", "两", "家", "都", "一样"],
        ),  # together; the same
        ("有一家银行", ["有", "一", "家", "银行"]),  # a bank: counted, not "the whole family"
        ("我看不见", ["我", "看不见"]),  # cannot see: a headword, not 看 + 不见
        ("本书看过三顿饭很快", ["本", "书", "看", "过", "三", "顿", "饭", "很", "快"]),  # no jieba compounds
    ],
)
def test_the_cut_follows_the_whole_sentence(engine, text, words):
    assert cut(engine, text) == words


def test_the_words_of_a_cut_spell_the_run():
    segmenter = Segmenter({"中国": -7.0, "国人": -9.0, "人民": -8.0})
    assert "".join(segmenter.cut("中国人民𠮷").words) == "中国人民𠮷"


def test_a_close_second_cut_is_kept():
    words = {"结合": -9.0, "合成": -9.2, "成": -7.0, "结": -7.1}  # combine + become / tie + compose
    rivals = Segmenter(words).cut("结合成").rivals
    assert rivals[0][:2] == (2, ("结", "合成"))


def test_no_second_cut_is_kept_where_one_is_far_likelier():
    assert not Segmenter({"中国": -5.0, "中": -9.0, "国": -9.0}).cut("中国").rivals


def test_compounds_of_free_words_are_no_words_and_bound_ones_are():
    weights = word_weights({"书", "本", "很", "快", "免", "征"})
    assert "很快" not in weights and "本书" not in weights
    assert "免征" in weights  # exempt from a levy: neither half stands alone


def test_a_phrase_that_a_dictionary_lists_weighs_less_than_its_pieces():
    weights = word_weights({"请", "坐", "请坐"})  # please + sit
    assert weights["请坐"][0] < weights["请"][0] + weights["坐"][0]


def test_every_cut_rule_spells_what_it_mends():
    recutter = Recutter.load(Segmenter({}), lambda word: frozenset())
    for rules in recutter._rules.values():
        for rule in rules:
            assert "".join(rule.found) == "".join(rule.wanted)
            assert rule.found != rule.wanted


def test_nothing_is_cut_into_nothing():
    assert Segmenter({"中国": -5.0}).cut("").words == ()


def rounded(cut):
    """The words, and their rivals with margins free of what the order of a sum leaves in its last digits."""
    return cut.words, {at: (*rival[:2], round(rival[2], 9)) for at, rival in cut.rivals.items()}


def test_a_cut_is_the_same_whether_sought_at_once_or_between_joints(engine):
    segmenter = Segmenter(engine.lexicon.weights())
    article = (SEEDS / "000_bfa1f241c2576418.txt").read_text("utf-8")
    runs = [run for run in re.findall(f"[{HAN}]+", article) if len(run) > 1]
    marked = segmenter.mark(runs)
    for run, joints in zip(runs, marked, strict=True):
        assert rounded(segmenter.cut(run, joints.split(JOINT))) == rounded(segmenter.cut(run))
    assert "".join(marked).count(JOINT) > len(runs) * 2


def test_what_is_remembered_of_stretches_has_an_end(monkeypatch):
    monkeypatch.setattr(segmentation, "CHARACTERS_KEPT", 3)
    segmenter = Segmenter({"结合": -9.0, "合成": -9.2, "成": -7.0, "结": -7.1, "人": -8.0})
    for run in ["人人结合成人", "成人人", "人人结合成人"]:  # joining or becoming (a close call) among persons
        [marked] = segmenter.mark([run])
        assert rounded(segmenter.cut(run, marked.split(JOINT))) == rounded(segmenter.cut(run))
    assert len(segmenter._known) <= 4
