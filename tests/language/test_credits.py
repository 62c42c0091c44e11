"""Lines about a text are told from the text."""

import pytest

from webapp.language.credits import find_date, is_credit, title_start


@pytest.mark.parametrize(
    "line",
    [
        "来源：人民日报海外版", "作者：张三 李四", "责任编辑: 王五", "文/赵六 图/钱七", "【编译：木合塔尔·木拉提】", "（记者 张三）",
        "（新华社记者李四、王五）", "（据新华社电）", "2025-12-27", "2025年1月3日 星期五 08:30", "2025/12/27 10:00:05 来源：新华网",
        "date: 2025-12-27", "https://example.org/news/1", "本报记者 张三", "發佈時間：2024-05-01", "Author: Ann Lee",
        "原标题：某地的春天",
    ],
)  # fmt: skip
def test_credits(line):
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "2025年12月27日，总统签署了法令。", "作者写道", "编辑部的故事", "（他是编辑。）", "来源很多", "记者从现场发来报道。", "文化：我们的根",
        "2025年", "图书馆", "（编辑部里一片安静）", "", "时间：" + "很长" * 60, "https://example.org 是一个网址。",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_credit(line):
    assert not is_credit(line)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-12-27", "2025-12-27"), ("于2025年1月3日发布", "2025-01-03"), ("2025/1/3", "2025-01-03"), ("2024.02.29", "2024-02-29"),
        ("2025-02-29", None), ("2025-13-01", None), ("12025-01-011", None), ("2025年", None), ("", None),
    ],
)  # fmt: skip
def test_only_real_dates_are_found(text, date):
    assert find_date(text) == date


def test_a_title_begins_after_its_label_or_after_the_date_of_the_first_line():
    assert title_start("標題: 春天", is_first=False) == 4
    assert title_start("date 2025-12-27 数字", is_first=True) == 16
    assert title_start("2025-12-27 10:30 他来了。", is_first=True) == 0
    assert title_start("标题：", is_first=True) == 0
