"""Markdown to the text that it stands for."""

import pytest

from webapp.sources.source import read_bytes


def lines(text: str) -> list[str]:
    return read_bytes(text.encode(), name="notes.md").text.rstrip("\n").split("\n\n")


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("他说**“你好”**然后走了。", "他说“你好”然后走了。"),  # CommonMark would leave the asterisks
        ("*一*和_二_和***三***和~~四~~和`五`。", "一和二和三和四和五。"),
        ('看[这里](https://example.org/a_(b) "题")和![图片](a.png)。', "看这里和图片。"),
        ("看[这里][a]和<https://example.org>。", "看这里和https://example.org。"),
        ("你好[^1]世界", "你好世界"),
        (r"你好\*不是强调\*，1 \# 2", "你好*不是强调*，1 # 2"),
        ("变量snake_case_name和3*4*5你好", "变量snake_case_name和3*4*5你好"),
        ("<b>你好</b> &amp; <!-- 注释 -->世界", "你好 & 世界"),
        ("<ruby>汉<rt>hàn</rt></ruby>字", "汉字"),
        ("第一行\n第二行\nEnglish\nwords", "第一行第二行 English words"),
        ("# 春天 #", "春天"),
        ("##春天", "春天"),
        ("春天\n====", "春天"),
        ("> 引用\n> 两行", "引用两行"),
        ("| 姓名 | 城市 |\n|---|:-:|\n", "姓名\u3000城市"),
    ],
)
def test_marks_go_and_text_stays(marked: str, plain: str):
    assert lines(marked) == [plain]


def test_items_of_lists_are_lines():
    assert lines("- 苹果\n- [x] 梨\n  1. 桃\n2. 杏") == [
        "• 苹果",
        "• 梨",
        "1. 桃",
        "2. 杏",
    ]  # apple pear peach apricot


def test_blocks_of_code_rules_and_definitions():
    assert lines("你好\n\n```python\nprint('你')\n```\n\n---\n\n[a]: https://x.example\n再见") == [
        "你好",
        "print('你')",
        "再见",
    ]


def test_two_spaces_at_the_end_break_a_line():
    assert lines("你好  \n世界\\\n再见") == ["你好", "世界", "再见"]


def test_front_matter_says_title_date_and_author():
    article = read_bytes(
        '---\ntitle: "春天"\ndate: 2024-03-01\nauthor: 李四\ntags: [a]\n---\n\n花开了。\n'.encode(),
        name="a.md",
    )
    assert (article.title, article.date, article.author) == ("春天", "2024-03-01", "李四")
    assert article.text == "春天\n\n花开了。\n"


def test_the_one_heading_of_the_first_level_is_the_title():
    article = read_bytes(
        "# 春天\n\n花开了，我们去看花。\n\n## 花园\n\n花园里有很多人。\n".encode(), name="a.md"
    )
    assert article.title == "春天" and not article.chapters


def test_a_long_document_is_cut_into_chapters():
    body = "春天来了，花都开了，我们一起去公园看花。" * 90
    article = read_bytes("".join(f"# {title}\n\n{body}\n\n" for title in "春夏秋冬").encode(), name="年.md")
    assert [chapter.title for chapter in article.chapters] == ["春", "夏", "秋", "冬"]
    assert article.title == "年"  # a year, from the file's name


@pytest.mark.parametrize(
    "text",
    [
        "*" * 50_000 + "你",
        "[" * 50_000 + "你",
        "你" + "`" * 50_001,
        "> " * 30_000 + "你",
        "_a" * 30_000 + "你",
        "![" * 30_000 + "](你",
        "<" * 50_000 + "你",
        "~~~\n" * 20_000 + "你",
        "|" * 50_000 + "你",
    ],
)
def test_marks_without_end_cost_no_time(text: str):
    assert "你" in "".join(lines(text))
