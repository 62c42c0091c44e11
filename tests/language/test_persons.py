import pytest

from webapp.language.person_candidates import IMPOSSIBLE, LIKELIEST, Listing, candidates, with_names
from webapp.language.segmentation import Segmenter


def names(engine, text):
    return [
        token.text
        for token in engine.annotator.sentences([text])[0]
        if token.word.kind == "name" and "personal name" in (token.word.note or "")
    ]


def cut(engine, text):
    return "/".join(token.text for token in engine.annotator.sentences([text])[0])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("屠呦呦发现了青蒿素。", "屠呦呦"),  # Tu Youyou discovered artemisinin
        ("任静唱的歌我听过。", "任静"),  # the song that Ren Jing sang
        ("林丹赢了。", "林丹"),  # Lin Dan won: not Lin Danying
        ("陈静没来上课。", "陈静"),  # Chen Jing did not come
        ("于谦只说了一个字。", "于谦"),  # 于 is a preposition too
        ("卫青打败了匈奴。", "卫青"),
        ("杨绛是钱钟书的妻子。", "杨绛"),
        ("龚琳娜唱歌的表情很夸张。", "龚琳娜"),  # 琳娜 alone would be a foreign name
        ("李明和王芳结婚了。", "王芳"),  # Wang Fang: not 明和 + 王 + 芳
        ("她叫任一诺，在银行上班。", "任一诺"),  # 任一, any, is a word
        ("实习警员顾小满推门进来。", "顾小满"),  # after what somebody is
        ("班长潘彦廷提议合送一台洗碗机。", "潘彦廷"),  # as in Taiwan
        ("谢思雨今天没来上课。", "谢思雨"),  # no transliteration
        ("楚风看着眼前的少女。", "楚风"),  # a hero's name
        ("秦越问：“你是谁？”", "秦越"),
        ("傅慎行冷冷地看着她。", "傅慎行"),  # 慎行, to act with care, is a word
        ("柏杨坐过九年牢。", "柏杨"),
    ],
)
def test_a_name_needs_no_cue(engine, text, name):
    assert name in names(engine, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("郑爽快要结婚了", "郑爽/快要/结婚/了"),  # not: 爽快, frank
        ("慕容复会武功吗", "慕容复/会/武功/吗"),  # not: 复会
        ("吴曾任校长", "吴/曾/任/校长"),  # Wu was once headmaster
        ("联赛开始时国安还在训练", "联赛/开始/时/国安/还/在/训练"),  # when the league began
        ("给我照张相吧", "给/我/照/张/相/吧"),  # take a picture of me
        ("徐不想走", "徐/不/想/走"),  # Xu does not want to go
        ("最朴实的人就是他", "最/朴实/的/人/就是/他"),  # the plainest man
        ("陈奕迅速度很快", "陈奕迅/速度/很/快"),  # not: 迅速, quickly
    ],
)
def test_a_name_may_end_inside_a_word(engine, text, expected):
    assert cut(engine, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "时间过得真快，高兴的时候更快",  # time, glad
        "任何人都不能随便进来",  # anybody
        "经过高山和大河，他们到了海边",  # high mountains and big rivers
        "和平年代也要有准备",  # peace
        "白天黑夜都在下雨",  # by day
        "他常常和白天睡觉的人聊天",  # often; with
        "应该说他和善可亲",  # should; kind
        "钱都花在房租上了",  # the money all went on rent
        "唐军和魏军打了三年",  # the armies of Tang and Wei
        "张道士和贾府的人都来了",  # Zhang the Daoist, the house of Jia
    ],
)
def test_a_surname_s_character_in_a_word_makes_no_name(engine, text):
    assert names(engine, text) == []


def only_short(surname, char, last):
    return 0.0, IMPOSSIBLE


def test_what_is_left_of_the_word_a_name_bites_into_is_cut_anew():
    segmenter = Segmenter({"郑": -10.0, "爽快": -9.0, "爽": -11.0, "快": -8.0, "要": -5.0, "快要": -9.5})
    found = list(candidates(["郑", "爽快", "要"], "郑爽快要", ("", "。"), segmenter, only_short))
    assert [(each.surname, each.given, each.shape, each.rest) for each in found] == [
        ("郑", "爽", "12+", ("快要",))
    ]
    assert with_names(["郑", "爽快", "要"], found) == (["郑爽", "快要"], [0])


def test_a_listed_name_is_weighed_as_if_it_were_no_word():
    segmenter = Segmenter({"林丹": -9.0, "林": -10.0, "丹": -12.0, "赢": -9.0})
    (found,) = candidates(
        ["林丹", "赢"],
        "林丹赢",
        ("", ""),
        segmenter,
        only_short,
        lambda word: Listing.NAME,
    )
    assert (found.shape, found.plain, found.after) == ("11", -22.0, "赢")


def test_no_word_is_likelier_than_what_an_uncut_rest_is_taken_for(engine):
    assert max(engine.lexicon.weights().values()) < LIKELIEST


def test_a_candidate_too_unlikely_is_left_out_before_what_it_bites_into_is_cut():
    segmenter = Segmenter({"郑": -10.0, "爽快": -9.0, "爽": -11.0, "快": -8.0, "要": -5.0, "快要": -9.5})
    words = ["郑", "爽快", "要"]
    (kept,) = candidates(words, "郑爽快要", ("", "。"), segmenter, only_short)
    for least, number in ((-kept.plain - 0.1, 1), (-kept.plain + 0.1, 0)):
        found = candidates(
            words, "郑爽快要", ("", "。"), segmenter, only_short, plain_counts=(0.0, -1.0, -1.0), least=least
        )
        assert len(list(found)) == number
