"""Parsed markup to lines: blocks, lists, white space, and the readings of ruby."""

import lxml.html
import pytest

from webapp.sources.blocks import lines_of
from webapp.sources.printed import printed_pinyin


def lines(markup: str) -> list[str]:
    return [line.text for line in lines_of(lxml.html.fragment_fromstring(markup, create_parent="div"))]


def readings(markup: str) -> list[tuple[str, str]]:
    found = lines_of(lxml.html.fragment_fromstring(markup, create_parent="div"))
    return [(line.text[r.start : r.end], r.pinyin) for line in found for r in line.readings]


def test_headings_lists_quotations_and_captions_are_lines():
    markup = (
        "<h2>题目</h2><p>一段。</p><blockquote><p>引文。</p></blockquote><figure><img><figcaption>图一</figcaption></figure>"
        "<ul><li>苹果<li><p>梨</p></ul><ol><li>甲<ul><li>内</ul><li>乙</ol>"
    )
    assert lines(markup) == ["题目", "一段。", "引文。", "图一", "• 苹果", "• 梨", "1. 甲", "• 内", "2. 乙"]


@pytest.mark.parametrize(
    ("markup", "text", "found"),
    [
        ("<ruby>汉<rt>hàn</rt>字<rt>zì</rt></ruby>", "汉字", [("汉", "hàn"), ("字", "zì")]),
        ("<ruby>汉字<rp>(</rp><rt>hànzì</rt><rp>)</rp></ruby>", "汉字", [("汉字", "hàn zì")]),
        ("<ruby><rb>汉</rb><rb>字</rb><rt>hàn</rt><rt>zì</rt></ruby>", "汉字", [("汉", "hàn"), ("字", "zì")]),
        ("<ruby>行<rt>ㄏㄤˊ</rt></ruby>", "行", [("行", "háng")]),
        ("<ruby>東京<rt>とうきょう</rt></ruby>", "東京", []),
        ("<ruby>微软<rt>Microsoft</rt></ruby>", "微软", []),
        ("行，<b><ruby>行<rt>háng</rt></ruby></b>", "行，行", [("行", "háng")]),
        ("<ruby>行<rt></rt></ruby>", "行", []),
        ("<ruby>行", "行", []),
        ("<rt>háng</rt>行", "行", []),
        ("<ruby><ruby>行<rt>háng</rt></ruby><rt>x</rt></ruby>", "行", [("行", "háng")]),
    ],
)
def test_of_ruby_the_base_is_text_and_the_reading_a_reading(
    markup: str, text: str, found: list[tuple[str, str]]
):
    assert lines(markup) == [text]
    assert readings(markup) == found


def test_the_place_of_a_reading_holds_whatever_white_space_is_folded():
    markup = "<ul><li>  他  说\n  行，\u200b \n  去<ruby>\n 银行 <rt>yínháng</rt></ruby>  行 </li></ul>"
    (line,) = lines_of(lxml.html.fragment_fromstring(markup, create_parent="div"))
    (reading,) = line.readings
    assert line.text[reading.start : reading.end] == "银行" and line.text.startswith("• 他 说行，")


@pytest.mark.parametrize(
    ("base", "reading", "pinyin"),
    [
        ("女", "nǚ", "nǚ"),
        ("女", "nv3", "nǚ"),
        ("女", "ㄋㄩˇ", "nǚ"),
        ("绿", "lu:4", "lǜ"),
        ("学", "ㄒㄩㄝˊ", "xué"),
        ("吗", "˙ㄇㄚ", "ma"),
        ("儿", "ㄦˊ", "ér"),
        ("北京大学", "Běijīng Dàxué", "běi jīng dà xué"),
        ("西安", "xi1an1", "xī ān"),
        ("方案", "fāng'àn", "fāng àn"),
        ("中国", "zhong1guo2", "zhōng guó"),
        ("中国", "zhōng", None),
        ("中", "zhōngguó", None),
        ("中国", "ㄓㄨㄥㄍㄨㄛˊ", None),  # the first has no end: one syllable only
        ("中", "middle", None),
        ("A", "a", None),
        ("中", "", None),
        ("中", "x" * 100, None),
    ],
)
def test_a_printed_reading_has_a_syllable_for_each_character(base: str, reading: str, pinyin: str | None):
    assert printed_pinyin(base, reading) == pinyin
