import pytest

from webapp.language.overlaps import DISTANCE, EDGE, NUMERAL, Overlaps
from webapp.language.word_graph import Cut

FROM_THE_FRONT_DOOR = Cut(("他", "从前", "门", "来"), {1: (2, ("从", "前门"), 0.5)})


def cut(engine, text):
    return "/".join(token.text for token in engine.annotator.sentences([text])[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他从前门进来", "他/从/前门/进来"),  # came in by the front door, not: before
        ("从前有一个国王", "从前/有/一/个/国王"),  # once there was a king
        ("他从前天起就病了", "他/从/前天/起/就/病/了"),  # since the day before yesterday
        ("请把手机关掉", "请/把/手机/关掉"),  # switch off the phone, not: handle + office
        ("两只有病的猫", "两/只/有病/的/猫"),  # two sick cats, not: only
        ("地下水位下降了", "地下/水位/下降/了"),  # the water table, not: groundwater
        ("结合成分子时很热", "结合/成/分子/时/很/热"),  # when they combine into molecules, not: ingredient
        ("北京大学生喜欢咖啡", "北京/大学生/喜欢/咖啡"),  # students of Beijing, not: Peking University
    ],
)
def test_overlapping_words_are_told_apart_by_their_neighbours(engine, text, expected):
    assert cut(engine, text) == expected


def overlaps(**weights):
    return Overlaps({DISTANCE: 1.0, **weights}, ["从"], {"前门": "n", "门": "n"})


def test_the_likelier_of_two_cuts_is_taken_and_the_other_kept_as_its_rival():
    settled = overlaps(**{"从 n2": 1.5}).settle(FROM_THE_FRONT_DOOR, EDGE)
    assert settled.words == ("他", "从", "前门", "来")
    assert settled.rivals == {1: (2, ("从前", "门"), 1.0)}  # log odds: 1.5 for it, 0.5 against


def test_a_cut_that_is_far_likelier_has_no_rival():
    assert not overlaps(**{"从 n2": 9.0}).settle(FROM_THE_FRONT_DOOR, EDGE).rivals


def test_what_stands_before_the_run_counts():
    cut = Cut(("个人", "选"), {0: (2, ("个", "人选"), 0.2)})  # after a number: 个 + candidate
    weighed = overlaps(**{"# 个": 3.0})
    assert weighed.settle(cut, NUMERAL).words == ("个", "人选")
    assert weighed.settle(cut, EDGE).words == ("个人", "选")


def test_a_word_and_its_halves_do_not_overlap():
    cut = Cut(("才能", "来"), {0: (1, ("才", "能"), 0.3)})
    assert overlaps(**{"才": 9.0}).settle(cut, EDGE) == cut
