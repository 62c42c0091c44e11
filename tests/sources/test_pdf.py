"""PDF with a text layer to paragraphs; documents are written here, object by object."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import pytest

from webapp.errors import SourceFormatError
from webapp.sources.source import read_bytes

EM = 14


def pdf(pages: Sequence[Sequence[tuple[int, str]]], *, title: str = "", trailer: str = "") -> bytes:
    """Write a document of lines at an indent in ems; each character a glyph of its own of a composite font."""
    chars = sorted({char for page in pages for _, line in page for char in line})
    codes = {char: number for number, char in enumerate(chars, 1)}
    cmap = "\n".join(f"<{n:04x}> <{char.encode('utf-16-be').hex()}>" for char, n in codes.items())
    objects = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        3: "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        4: "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        "/DW 1000/FontDescriptor 6 0 R>>",
        5: _stream(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
            f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(codes)} beginbfchar\n{cmap}\nendbfchar\n"
            "endcmap CMapName currentdict /CMap defineresource pop end end"
        ),
        6: "<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200"
        "/CapHeight 800/StemV 80>>",
        7: f"<</Title<{('﻿' + title).encode('utf-16-be').hex()}>>>",
    }
    kids = []
    for page in pages:
        drawn = "".join(
            f"BT /F {EM} Tf {50 + indent * EM} {700 - 20 * row} Td <{''.join(f'{codes[c]:04x}' for c in line)}> Tj ET\n"
            for row, (indent, line) in enumerate(page)
        )
        number = len(objects) + 2 if 2 not in objects else len(objects) + 1
        objects[number] = _stream(drawn)
        objects[number + 1] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 800]/Contents {number} 0 R/Resources<</Font<</F 3 0 R>>>>>>"
        )
        kids.append(f"{number + 1} 0 R")
    objects[2] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    made, places = b"%PDF-1.7\n", []
    for number in sorted(objects):
        places.append(len(made))
        made += f"{number} 0 obj {objects[number]} endobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}trailer <</Size {len(places) + 1}/Root 1 0 R/Info 7 0 R{trailer}>>\n"
    return made + f"{end}startxref\n{len(made)}\n%%EOF".encode("latin-1")


def _stream(content: str) -> str:
    return f"<</Length {len(content)}>>stream\n{content}\nendstream"


def text_of(*pages: Sequence[tuple[int, str]]) -> str:
    return read_bytes(pdf(pages), name="spring.pdf").text.rstrip("\n")


# PDFium takes a line that repeats the one above for a shadow, so the lines differ.
OTHER = "夏天来了天气很热我们一起去河边游泳大家都很好"
FULL = "春天来了花都开了我们一起去公园看花大家都很高"  # a line that reaches the edge


def test_lines_of_a_paragraph_are_joined_and_an_indent_begins_the_next():
    page = [(2, FULL[:-2]), (0, FULL), (0, "最后一行。"), (2, FULL[:-2]), (0, "完。")]
    assert text_of(page) == f"{FULL[:-2]}{FULL}最后一行。\n\n{FULL[:-2]}完。"


def test_a_paragraph_goes_on_over_the_end_of_a_page_and_the_number_of_the_page_is_dropped():
    assert (
        text_of([(0, FULL), (0, OTHER), (9, "12")], [(0, FULL), (0, "完。"), (9, "13")])
        == FULL + OTHER + FULL + "完。"
    )


def test_what_stands_over_every_page_is_dropped():
    pages = [[(5, "红楼梦"), (0, f"第{n}页的话。"), (9, f"- {n} -")] for n in "一二三四"]
    assert text_of(*pages) == "\n\n".join(f"第{n}页的话。" for n in "一二三四")


def test_latin_words_are_joined_with_a_space_or_without_their_hyphen():
    wide = "我们用Python写程序也用Java写程式 inter"
    joined = text_of([(0, wide + "-"), (0, "national。" + "春" * 21), (0, "好")])
    assert "international。" in joined


def test_the_title_is_taken_from_the_document_unless_a_program_wrote_it():
    lines = [(0, FULL), (0, "完。")]
    assert read_bytes(pdf([lines], title="边城"), name="x.pdf").title == "边城"
    assert read_bytes(pdf([lines], title="Microsoft Word - 边城.doc"), name="家书.pdf").title == "家书"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.5 ...", "is damaged"),
        (pdf([[(0, FULL)]])[:300], "is damaged"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 50, "is damaged"),
        (pdf([[]] * 9), "has no text in it, only pictures"),
        (pdf([[(9, "1")]] * 9), "has no text in it, only pictures"),
        (pdf([[(0, "\ue000" * 22)]] * 3), "does not say which characters"),
    ],
    ids=["no document", "cut short", "noise", "no text", "page numbers only", "private characters"],
)
def test_what_cannot_be_read_is_said(data: bytes, said: str):
    with pytest.raises(SourceFormatError) as caught:
        read_bytes(data, name="scan.pdf")
    assert (
        str(caught.value).startswith("scan.pdf ")
        and said in str(caught.value)
        and "\n" not in str(caught.value)
    )


def test_the_reading_process_knows_a_password_when_it_meets_one():
    encrypt = (
        "/Encrypt<</Filter/Standard/V 1/R 2/O<" + "00" * 32 + ">/U<" + "11" * 32 + ">/P -4>>/ID[<00><00>]"
    )
    with pytest.raises(SourceFormatError, match=r"^x\.pdf is locked with a password"):
        read_bytes(pdf([[(0, FULL)]], trailer=encrypt), name="x.pdf")


def test_the_reading_process_does_without_the_rest_of_pindu():
    said = "import sys, webapp.sources.pdf_pages; print(sorted(m for m in sys.modules if m.startswith(('flask', 'jieba', 'lxml'))))"
    assert (
        subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )
