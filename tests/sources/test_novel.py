"""Where the chapters of a plain-text novel begin."""

import pytest

from webapp.sources.novel import find_chapters, find_front
from webapp.sources.source import read_bytes

BODY = "天下大势，分久必合，合久必分。话说那一年春天，村里来了一个人，谁也不认识他。\n" * 8


def titles(*parts: str) -> list[str]:
    text = "".join(f"{part}\n" if part else BODY for part in parts)
    chapters = find_chapters(text)
    if chapters:
        assert chapters[0].start == 0 and chapters[-1].end == len(text)
        assert all(a.end == b.start for a, b in zip(chapters, chapters[1:], strict=False))
    return [chapter.title for chapter in chapters]


@pytest.mark.parametrize(
    "headings",
    [
        ["第一回 宴桃园", "第二回 张翼德", "第三回 议温明"],
        ["第1章 开始", "第2章 路上", "第3章 到了", "第4章"],
        ["第一章", "第二章", "第三章"],
        ["第九十九章 甲", "第一百章 乙", "第一百零一章 丙"],
        ["第００１章 甲", "第００２章 乙", "第００３章 丙"],
        ["第一节 甲", "第二节 乙"],
        ["卷一 甲", "卷二 乙", "卷三 丙"],
        ["Chapter 1", "Chapter 2: 路上", "Chapter 3"],
        ["楔子", "第一章 甲", "第二章 乙", "尾声"],
        ["序章", "第一章 甲", "第二章 乙", "番外一 春天", "番外 夏天", "后记"],
        ["第一章 甲", "第二章 乙", "第四章 丁", "第五章 戊"],  # the third is missing
        ["第一章 甲", "第二章 乙", "第二章 又乙", "第三章 丙"],  # the author miscounted
        ["1、甲", "2、乙", "3、丙", "4、丁", "5、戊", "6、己"],
    ],
    ids=lambda headings: headings[0],
)
def test_a_series_of_headings_cuts(headings: list[str]):
    body = "" if not headings[0].startswith("1、") else BODY * 3
    parts = [part for heading in headings for part in (heading, *([""] if not body else [body]))]
    assert titles(*parts) == headings


def test_marks_and_indents_around_a_heading_are_no_part_of_it():
    assert titles("　　第一章 甲", "", "【第二章 乙】", "", "### 第三章 丙 ###", "") == [
        "第一章 甲",
        "第二章 乙",
        "第三章 丙",
    ]


def test_the_table_of_contents_is_passed_over():
    headings = ["第一章 甲", "第二章 乙", "第三章 丙"]
    listed = [f"{heading}……{page}" for page, heading in enumerate(headings, 12)]
    assert titles("目录", *listed, "第一章 甲", "", "第二章 乙", "", "第三章 丙", "") == headings
    assert (
        titles("目录", *headings, "", *(part for heading in headings for part in (heading, "")))[-3:]
        == headings
    )


def test_a_heading_written_twice_is_one():
    assert titles("第一章 甲", "第一章 甲", "", "第二章 乙", "", "第二章 丙", "") == [
        "第一章 甲",
        "第二章 乙",
        "第二章 丙",
    ]


def test_parts_count_their_chapters_anew_and_stand_before_the_first():
    parts = ["第一卷 春", "第一章 甲", "", "第二章 乙", "", "第二卷 夏", "第一章 丙", "", "第二章 丁", ""]
    assert titles(*parts) == ["第一卷 春 · 第一章 甲", "第二章 乙", "第二卷 夏 · 第一章 丙", "第二章 丁"]


def test_a_preface_is_a_chapter_and_a_title_page_is_not():
    assert titles("红楼梦", "曹雪芹", "第一章 甲", "", "第二章 乙", "") == ["第一章 甲", "第二章 乙"]
    assert titles("写在前面", "", "第一章 甲", "", "第二章 乙", "") == ["写在前面", "第一章 甲", "第二章 乙"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "你好。",
        BODY * 5,
        "第一章 甲\n" + BODY * 5,  # one heading is no series
        "第一回合他赢了\n" + BODY + "第二回合他输了\n" + BODY,  # rounds of a fight
        "第一章讲的是春天，\n" + BODY + "第二章讲的是夏天。\n" + BODY,  # sentences about chapters
        "第一，\n你好。\n第二，\n再见。\n",
        "第一条 甲\n" + BODY + "第二条 乙\n" + BODY,  # articles of a law
        "第七章 甲\n" + BODY + "第三章 乙\n" + BODY,  # no series
        "1、苹果\n2、梨\n3、桃\n4、杏\n5、李\n6、枣\n",  # a list
        "第一章 甲\n第二章 乙\n第三章 丙\n",  # contents of something else
    ],
)
def test_what_is_no_novel_is_left_whole(text: str):
    assert find_chapters(text) == ()


@pytest.mark.parametrize(
    ("front", "title", "author"),
    [
        ("《红楼梦》曹雪芹\n", "红楼梦", "曹雪芹"),
        ("书名：《边城》\n作者：沈从文\n", "边城", "沈从文"),
        ("边城\n\n作者：沈从文\n简介：一个故事。\n", "边城", "沈从文"),
        ("《边城》\n", "边城", None),
        ("", None, None),
    ],
)
def test_title_and_author_stand_before_the_first_heading(front: str, title: str | None, author: str | None):
    found = find_front(f"{front}第一章 甲\n《别的书》\n作者：别人\n")  # another book, by others
    assert (found.title, found.author) == (title, author)


def test_a_file_becomes_a_book():
    text = f"《边城》沈从文\n第一章 甲\n{BODY}第二章 乙\n{BODY}"
    book = read_bytes(text.encode("gb18030"), name="book.txt")
    assert (book.title, book.author) == ("边城", "沈从文")
    assert [chapter.title for chapter in book.chapters] == ["第一章 甲", "第二章 乙"]


def test_a_book_without_a_title_page_is_called_after_its_file():
    book = read_bytes(f"第一章 甲\n{BODY}第二章 乙\n{BODY}".encode(), name="/home/me/边城.txt")
    assert book.title == "边城"
