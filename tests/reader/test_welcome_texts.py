"""The texts that a new library begins with: what stands on a learner's very first page is right."""

from importlib.resources import files

import pytest

FOLDER = files("webapp.reader") / "data"


@pytest.fixture(scope="module")
def sentences(engine) -> dict[str, str]:
    """The texts' sentences, cut and read: by the name of the text."""
    found = {}
    for name in ("1_zhoumo.txt", "2_nainai.txt", "3_xiubiao.txt"):
        document = engine.annotator.document((FOLDER / name).read_text("utf-8"))
        found[name] = " ".join(
            f"{token.text}/{''.join(s.citation for s in token.word.syllables)}" for token in document.tokens()
        )
    return found


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("1_zhoumo.txt", "有的/you3de5 在/zai4 跑步/pao3bu4"),  # some are running
        ("1_zhoumo.txt", "一/yi1 棵/ke1 大/da4 树/shu4 下面/xia4mian4"),  # under a big tree
        ("1_zhoumo.txt", "还是/hai2shi5 两/liang3 个/ge4 包子/bao1zi5"),  # two dumplings as always
        ("1_zhoumo.txt", "笑/xiao4 着/zhe5 问/wen4"),
        ("2_nainai.txt", "奶奶/nai3nai5 的/de5 新/xin1 手机/shou3ji1"),  # grandma's new telephone
        ("2_nainai.txt", "用/yong4 得/de5 比/bi3 我/wo3 还/hai2 熟练/shu2lian4"),  # better at it than me
        ("2_nainai.txt", "教会/jiao1hui4 了/le5 楼上/lou2shang4"),  # taught her neighbour
        ("2_nainai.txt", "记不住/ji4bu5zhu4"),
        ("3_xiubiao.txt", "老/lao3 街/jie1 拐角处/guai3jiao3chu4"),  # an old street's corner
        ("3_xiubiao.txt", "座/zuo4 钟/zhong1 几乎/ji1hu1"),  # a dozen clocks
        ("3_xiubiao.txt", "有/you3 一/yi1 道/dao4 很/hen3 深/shen1"),  # a deep crack
        ("3_xiubiao.txt", "不过/bu4guo4 得/dei3 等/deng3"),  # it will take a while
        ("3_xiubiao.txt", "没有/mei2you3 的/de5"),
        ("3_xiubiao.txt", "有的/you3de5 快/kuai4 几/ji3 秒/miao3"),  # some are fast by seconds
    ],
)
def test_a_word_of_the_first_pages_is_cut_and_read_right(sentences, name: str, said: str):
    assert said in sentences[name]


def test_nothing_of_the_first_pages_is_without_a_meaning(engine):
    from webapp.reader.cards import Cards

    cards = Cards(engine)
    for name in ("1_zhoumo.txt", "2_nainai.txt", "3_xiubiao.txt"):
        document = engine.annotator.document((FOLDER / name).read_text("utf-8"))
        for block in document.blocks:
            for sentence in block.sentences:
                for card in cards.cards(sentence.tokens):
                    if card.kind in ("word", "name"):
                        assert card.gloss or card.note or card.parts, card.text
