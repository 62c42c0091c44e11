"""Every kind of plain text is seen as a reader sees it."""

import time
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.language.structure import outline

PIECES = [
    "。",
    "\n",
    "\n\n",
    "　　",
    " ",
    "# ",
    "第一章",
    "标题：",
    "2025-12-27",
    "来源：",
    "短",
    "字" * 45,
    "\x00",
    "𠀀",
    "😀",
    "\r",
    "\u0301",
]
ANY_TEXT = st.text() | st.lists(st.sampled_from(PIECES)).map("".join)


def kinds(text: str) -> list[tuple[str, str]]:
    """Each block of a text: its kind's first letter and what it says."""
    return [(block.kind[0], text[block.start : block.end].strip()) for block in outline(text).blocks]


@given(ANY_TEXT)
def test_every_code_point_is_in_one_sentence_of_one_block(text):
    place = 0
    for block in outline(text).blocks:
        assert block.start == place < block.end
        for start, end in block.sentences:
            assert start == place < end
            place = end
        assert block.end == place
    assert place == len(text)


def test_an_empty_text_has_no_blocks():
    assert outline("").blocks == () and outline("").title is outline("").date is None


def test_blank_lines_belong_to_the_block_before_them_and_at_the_top_to_the_first():
    found = outline("\n \n甲。\n\n\n乙。\n\n")
    assert [(block.start, block.end) for block in found.blocks] == [(0, 8), (8, 12)]


def test_a_news_article_has_a_dated_title_headings_and_a_credit():
    text = dedent("""\
         date 2025-12-27 数字基础设施持续夯实

        目前全国从业人员已超过20万人。政府计划提供培训。

        国家超级计算能力实现突破

        2025年，建成超级计算集群。

        【编译：木合塔尔·木拉提】""")
    assert outline(text).title == "数字基础设施持续夯实"
    assert outline(text).date == "2025-12-27"
    assert [kind for kind, _ in kinds(text)] == ["c", "h", "p", "h", "p", "c"]
    assert len(outline(text).blocks[2].sentences) == 2


@pytest.mark.parametrize(
    ("text", "title", "date", "shape"),
    [
        ("标题：春天来了\n日期：2025年3月1日\n来源：新华网\n\n　　花开了。\n　　草绿了。\n", "春天来了", "2025-03-01", "chccpp"),
        ("# 春天\n\n*来源*\n\n## 花\n桃花开了。\n- 桃\n- 杏\n", "春天", None, "hphppp"),
        ("春天来了\n花开了。\n草绿了。", "春天来了", None, "hpp"),
        ("　　花开了。\n　　草绿了。", None, None, "pp"),
        ("花开了。\n\n草绿了。", None, None, "pp"),
        ("人工智能会思考吗？\n\n2025/3/1 来源：新华社\n\n" + "很多人问这个问题，答案各不相同。" * 3, "人工智能会思考吗？", "2025-03-01", "hcp"),
        ("“你去吗？”\n“去。”\n“那走吧”\n他们走了。", None, None, "pppp"),
        ("静夜思\n李白\n\n床前明月光\n疑是地上霜\n举头望明月\n低头思故乡", "静夜思", None, "hhpppp"),
        ("登鹳雀楼\n\n白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。", "登鹳雀楼", None, "hpppp"),
        ("红楼梦\n\n第一回　甄士隐梦幻识通灵\n\n此开卷第一回也。\n第二回　冷子兴演说荣国府\n且说封家人。", "红楼梦", None, "hhphp"),
        ("第12章 他是谁？\n他来了。\n第三章到此结束。", "第12章 他是谁？", None, "hpp"),
        ("Spring\n\nThe flowers bloom. It is warm.\n\nSummer\n\nIt is hot.", "Spring", None, "hphp"),
        ("要买的东西：\n苹果\n香蕉\n梨\n就这些。", None, None, "ppppp"),
        ("我爱北京", None, None, "p"),
        (" \n\x00", None, None, "p"),
        ("他说得对。\n\n一、背景\n\n事情是这样的。\n\n张三", None, None, "phpp"),
        ("2025年12月27日，会议开幕。\n会议很长。", None, None, "pp"),
        ("会议开幕\n本报记者 张三\n会议今天开幕。\n（责任编辑：李四）", "会议开幕", None, "hcpc"),
    ],
)  # fmt: skip
def test_texts_of_all_kinds(text, title, date, shape):
    found = outline(text)
    assert "".join(kind for kind, _ in kinds(text)) == shape
    assert (found.title, found.date) == (title, date)


def test_hard_wrapped_lines_are_one_paragraph():
    text = dedent("""\
        数字基础设施是国家发展的重要支撑，近年来哈萨克斯坦不断加大投入，推
        动人工智能、大数据和云计算等技术在各个领域的广泛应用，取得了显著成
        效。今天，我们来谈谈它的发展。下一步，政府将继续完善相关政策，吸引
        更多企业参与。

        第二个问题是人才培养。各大高校已经开设了相关专业，企业也在积极开展
        培训。""")
    assert [kind for kind, _ in kinds(text)] == ["p", "p"]
    assert len(outline(text).blocks[0].sentences) == 3


@pytest.mark.parametrize(
    "line", ["我们去公园，花都开了。", "字", "第一章 花\n花开了。", "标题：花\n", "2025-12-27 " * 3]
)
def test_the_work_of_outlining_grows_with_the_text_not_with_its_square(line):
    """Ten times the text may take thirty times as long before this fails; a square would be a hundred."""

    def work(characters: int) -> float:
        text = (line * 40 + "\n") * (characters // (40 * len(line)))
        tries = []
        for _ in range(3):
            start = time.process_time()
            outline(text)
            tries.append(time.process_time() - start)
        return min(tries)

    assert work(500_000) < 30 * work(50_000) + 0.05
