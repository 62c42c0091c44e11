import pytest

from webapp.language.combinations import CAUTION, Combinations, beside
from webapp.language.overlaps import EDGE, END
from webapp.language.segmentation import Segmenter
from webapp.language.word_graph import NO_RIVALS, Cut


def cut(engine, text):
    return "/".join(token.text for token in engine.annotator.sentences([text])[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("先写完作业才能玩", "先/写/完/作业/才/能/玩"),  # only then
        ("她有绘画才能", "她/有/绘画/才能"),  # a talent
        ("外宾明天将来我厂", "外宾/明天/将/来/我/厂"),  # will come
        ("你将来住哪里", "你/将来/住/哪里"),  # in the future
        ("他站在马上射箭", "他/站/在/马/上/射箭"),  # on horseback
        ("我马上出发", "我/马上/出发"),  # at once
        ("弟弟把手弄脏了", "弟弟/把/手/弄脏/了"),  # got his hands dirty
        ("车门的把手断了", "车门/的/把手/断/了"),  # the handle
        ("雪轻轻地下着", "雪/轻轻/地/下/着"),  # snow fell softly
        ("地下有宝藏", "地下/有/宝藏"),  # underground
        ("先喝口水吧", "先/喝/口/水/吧"),  # a mouthful of water
        ("孩子流口水了", "孩子/流/口水/了"),  # saliva
        ("这条河很难过", "这/条/河/很/难/过"),  # hard to cross
        ("听了我很难过", "听/了/我/很/难过"),  # sad
        ("弟弟不过生日", "弟弟/不/过/生日"),  # never celebrate
        ("他握着手不说话", "他/握/着/手/不/说话"),  # holding hands
        ("我们着手解决", "我们/着手/解决"),  # set about
        ("他一脚踢开门", "他/一/脚/踢/开/门"),  # kicked the door open
        ("没有人来开门", "没有/人/来/开门"),  # to open up
        ("现在六点十分", "现在/六/点/十/分"),  # ten past six
        ("我十分想念她", "我/十分/想念/她"),  # very much
    ],
)
def test_two_characters_are_one_word_or_two_by_the_words_around_them(engine, text, expected):
    assert cut(engine, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他从小路走了", "他/从/小路/走/了"),  # by a path
        ("男主人才知道", "男/主人/才/知道"),  # only the host knows
        ("他冻得手脚发麻", "他/冻/得/手脚/发麻"),  # his hands and feet
    ],
)
def test_what_stands_beside_a_border_is_cut_anew(engine, text, expected):
    assert cut(engine, text) == expected


SEGMENTER = Segmenter({"他": -5.0, "才": -6.0, "能": -6.0, "来": -5.0, "才能": -9.0, "能来": -14.0})
WORDS = Cut(("他", "才能", "来"), NO_RIVALS)


def settled(**weights):
    return Combinations(weights, frozenset({"才能"}), {}).settle(WORDS, EDGE, SEGMENTER)


def test_the_sum_of_the_weights_is_the_odds_of_a_border():
    assert settled(**{"才能>来": 1.0, "才能<他": 1.0}).words == ("他", "才", "能", "来")
    assert settled(**{"才能>来": 1.0, "才能<他": -1.0}).words == WORDS.words


def test_the_other_cut_is_kept_where_it_is_nearly_as_likely():
    assert settled(才能=CAUTION + 0.5).rivals == {0: (3, ("他", "才能"), 0.5)}
    assert settled(才能=CAUTION - 0.5).rivals == {1: (1, ("才", "能"), 0.5)}
    assert not settled(才能=9.0).rivals


def test_a_rival_further_on_keeps_its_word():
    rival = (1, ("来",), 0.2)
    cut = Cut(WORDS.words, {2: rival})
    settled = Combinations({"才能": 9.0}, frozenset({"才能"}), {}).settle(cut, EDGE, SEGMENTER)
    assert settled.rivals == {3: rival}


def test_the_ends_of_a_run_are_marks():
    assert beside(["才能"], 0, EDGE) == (EDGE, EDGE, END, END)
