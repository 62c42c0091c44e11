"""Word documents: paragraphs, headings, lists, tables, and what is not text."""

import pytest
from binder import BODY, docx, paragraph

from webapp.errors import SourceFormatError
from webapp.sources.source import read_bytes


def read(body: str, name: str = "letter.docx"):
    return read_bytes(docx(body), name=name)


def test_paragraphs_headings_and_facts_are_read():
    article = read(
        paragraph("春天", "a0") + paragraph("花园", "a1") + paragraph(BODY) + paragraph("") + paragraph(BODY)
    )
    assert article.text == f"春天\n\n花园\n\n{BODY}\n\n{BODY}\n"
    assert (article.title, article.author) == ("春天", "王五")


def test_the_title_in_the_properties_serves_where_the_text_has_none():
    assert read(paragraph(BODY) * 2).title == "家书"  # a letter home


def test_runs_are_joined_and_breaks_and_tabs_kept():
    runs = "<w:p><w:r><w:t>你</w:t></w:r><w:r><w:t>好</w:t><w:tab/><w:t>世界</w:t><w:br/><w:t>再见</w:t></w:r></w:p>"
    assert read(runs).text == "你好 世界\n\n再见\n"


def test_items_of_lists_and_rows_of_tables_are_lines():
    item = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"
    row = "<w:tr>" + "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("姓名", "城市")) + "</w:tr>"
    text = read(
        item.format("苹果") + item.format("梨") + f"<w:tbl>{row}</w:tbl>"
    ).text  # apples, pears; name, city
    assert text == "• 苹果\n\n• 梨\n\n姓名\u3000城市\n"


def test_what_was_deleted_is_gone_and_what_was_inserted_is_there():
    changed = (
        "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>"
        "<w:r><w:instrText>PAGE 你</w:instrText></w:r><w:r><w:t>书</w:t></w:r></w:p>"
    )
    assert read(changed).text == "新书\n"


def test_a_content_control_and_a_text_box_are_read_once():
    box = f"<w:p><w:r><w:t>前</w:t><mc:AlternateContent xmlns:mc='m'><mc:Choice><w:txbxContent>{paragraph('框')}</w:txbxContent></mc:Choice><mc:Fallback>{paragraph('框')}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    text = read(f"<w:sdt><w:sdtContent>{paragraph(BODY)}</w:sdtContent></w:sdt>{box}").text
    assert text.split() == [BODY, "前", "框"]


def test_the_phonetic_guide_is_a_reading():
    guide = (
        "<w:p><w:r><w:t>去</w:t></w:r><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>yín háng</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>银行</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>。</w:t></w:r></w:p>"
    )
    article = read(guide)
    assert article.text == "去银行。\n"
    assert [(r.start, r.end, r.pinyin) for r in article.readings] == [(1, 3, "yín háng")]


def test_a_long_document_is_cut_at_its_headings():
    article = read("".join(paragraph(f"第{n}部分", "a1") + paragraph(BODY) * 70 for n in "一二三"))
    assert [chapter.title for chapter in article.chapters] == ["第一部分", "第二部分", "第三部分"]


def test_a_document_without_chinese_says_so():
    with pytest.raises(Exception, match=r"^letter\.docx has no Chinese"):
        read(paragraph("Hello"))


def test_a_document_under_a_password_says_what_to_do():
    with pytest.raises(SourceFormatError, match=r"^x\.docx is a locked document.*without a password\.$"):
        read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), name="x.docx")
