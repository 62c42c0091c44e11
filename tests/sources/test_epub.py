"""EPUB 2 and 3: chapters in reading order, what the book says of itself, and what is refused."""

import pytest
from binder import BODY, epub, epub_members, nav, ncx, package, page, zipped

from webapp.errors import SourceEmptyError, SourceFormatError
from webapp.sources.source import read_bytes

PNG = b"\x89PNG\r\n\x1a\n" + bytes(30)
TEXT = f"<p>{BODY}</p>" * 4
NAV_ITEM = '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
NCX_ITEM = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'


def chapters(data: bytes) -> list[tuple[str, str]]:
    """Read a book: the title of each chapter, and its first line."""
    article = read_bytes(data, name="spring.epub")
    assert not article.chapters or article.chapters[0].start == 0
    assert not article.chapters or article.chapters[-1].end == len(article.text)
    for one, next_one in zip(article.chapters, article.chapters[1:], strict=False):
        assert one.end == next_one.start
    return [(c.title, article.text[c.start : c.end].split("\n")[0]) for c in article.chapters]


def test_an_epub_3_has_the_chapters_of_its_navigation():
    pages = {"c1.xhtml": f"<h1>第一章 早春</h1>{TEXT}", "c2.xhtml": f"<h1>第二章 晚春</h1>{TEXT}"}
    opf = package(list(pages), items=NAV_ITEM)
    book = epub(
        pages, opf=opf, **{"OEBPS/nav.xhtml": nav(("c1.xhtml", "第一章 早春"), ("c2.xhtml", "第二章 晚春"))}
    )
    assert chapters(book) == [("第一章 早春", "第一章 早春"), ("第二章 晚春", "第二章 晚春")]
    article = read_bytes(book, name="x")
    assert (article.title, article.author, article.date) == ("春天的书", "李四", "2020-03-01")


def test_an_epub_2_has_the_chapters_of_its_ncx_and_unnamed_pages_belong_to_the_one_before():
    pages = {"a.html": f"<h2>上</h2>{TEXT}", "b.html": TEXT, "c.html": TEXT}
    opf = package(list(pages), items=NCX_ITEM, toc='toc="ncx"')
    book = epub(pages, opf=opf, **{"OEBPS/toc.ncx": ncx(("a.html", "上"), ("c.html", "下"))})
    assert chapters(book) == [("上", "上"), ("下", "下")]  # 下 stood in the contents only: it is put above
    assert read_bytes(book, name="x").text.count(BODY) == 12


def test_contents_that_lead_into_a_page_cut_it_there():
    pages = {"all.xhtml": f'<h2 id="a">甲</h2>{TEXT}<h2 id="b">乙</h2>{TEXT}<div id="c"/><h2>丙</h2>{TEXT}'}
    toc = nav(*((f"all.xhtml#{mark}", title) for mark, title in (("a", "甲"), ("b", "乙"), ("c", "丙"))))
    book = epub(pages, opf=package(list(pages), items=NAV_ITEM), **{"OEBPS/nav.xhtml": toc})
    assert chapters(book) == [("甲", "甲"), ("乙", "乙"), ("丙", "丙")]


def test_a_part_without_text_of_its_own_joins_its_first_chapter():
    pages = {
        "p.xhtml": "<h1>卷一</h1>",
        "c1.xhtml": f"<h2>第一章</h2>{TEXT}",
        "c2.xhtml": f"<h2>第二章</h2>{TEXT}",
    }
    toc = nav(("p.xhtml", "卷一"), ("c1.xhtml", "第一章"), ("c2.xhtml", "第二章"))
    book = epub(pages, opf=package(list(pages), items=NAV_ITEM), **{"OEBPS/nav.xhtml": toc})
    assert chapters(book) == [("卷一 · 第一章", "卷一"), ("第二章", "第二章")]


def test_a_book_without_contents_has_a_chapter_a_page():
    book = epub({"1.xhtml": f"<h1>春</h1>{TEXT}", "2.xhtml": f"<h1>夏</h1>{TEXT}"})
    assert [title for title, _ in chapters(book)] == ["春", "夏"]


def test_the_spine_orders_and_what_is_not_linear_is_left_out():
    pages = {"1.xhtml": f"<h1>春</h1>{TEXT}", "2.xhtml": f"<h1>夏</h1>{TEXT}", "note.xhtml": "<p>注释。</p>"}
    spine = (
        '<itemref idref="p1"/><itemref idref="p0"/><itemref idref="p2" linear="no"/><itemref idref="gone"/>'
    )
    book = epub(pages, opf=package(list(pages), spine=spine))
    assert [title for title, _ in chapters(book)] == ["夏", "春"]
    assert "注释" not in read_bytes(book, name="x").text  # notes


@pytest.mark.parametrize(
    ("items", "metadata"),
    [
        ('<item id="i" href="i.png" media-type="image/png" properties="cover-image"/>', ""),
        ('<item id="i" href="i.png" media-type="image/png"/>', '<meta name="cover" content="i"/>'),
        ('<item id="cover" href="i.png" media-type="image/png"/>', ""),
    ],
)
def test_the_cover_is_found_however_it_is_named(items: str, metadata: str):
    opf = package(["1.xhtml"], items=items, metadata=f"<dc:title>书</dc:title>{metadata}")
    cover = read_bytes(epub({"1.xhtml": TEXT}, opf=opf, **{"OEBPS/i.png": PNG}), name="x").cover
    assert cover is not None and (cover.media_type, cover.data) == ("image/png", PNG)


def test_a_cover_that_is_a_script_is_no_cover():
    item = '<item id="i" href="i.svg" media-type="image/svg+xml" properties="cover-image"/>'
    book = epub(
        {"1.xhtml": TEXT}, opf=package(["1.xhtml"], items=item), **{"OEBPS/i.svg": "<svg onload='x()'/>"}
    )
    assert read_bytes(book, name="x").cover is None


def test_translators_are_no_authors():
    metadata = (
        '<dc:title>书</dc:title><dc:creator id="a">甲</dc:creator><dc:creator id="b">乙</dc:creator>'
        '<meta refines="#b" property="role">trl</meta><dc:creator opf:role="edt">丙</dc:creator>'
    )
    book = epub({"1.xhtml": TEXT}, opf=package(["1.xhtml"], metadata=metadata))
    assert read_bytes(book, name="x").author == "甲"


def test_ruby_keeps_its_base_and_its_reading():
    ruby = "<p>他去<ruby>银行<rp>(</rp><rt>yínháng</rt><rp>)</rp></ruby>。<ruby>你<rt>ㄋㄧˇ</rt>好<rt>ㄏㄠˇ</rt></ruby>！</p>"
    article = read_bytes(epub({"1.xhtml": ruby + TEXT}), name="x")
    assert article.text.startswith("他去银行。你好！\n")
    found = [(article.text[r.start : r.end], r.pinyin) for r in article.readings]
    assert found == [("银行", "yín háng"), ("你", "nǐ"), ("好", "hǎo")]


def test_pages_that_are_no_xml_are_read_as_the_html_that_they_are():
    broken = f"<p>你好&nbsp;世界&hellip;<br>{BODY}<p>{BODY}<a id=x/><b>完"
    members = epub_members({"1.xhtml": ""}) | {
        "OEBPS/1.xhtml": f"<html><head><title/></head><body>{broken}</body></html>"
    }
    text = read_bytes(zipped(members), name="x").text
    assert text.startswith("你好 世界…\n") and text.count(BODY) == 2 and "完" in text


def test_pages_in_other_encodings_and_percent_encoded_names_are_found():
    body = f'<?xml version="1.0" encoding="gb2312"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{TEXT}</body></html>'
    opf = package(["%E7%AB%A01.xhtml"])
    members = epub_members({}, opf) | {"OEBPS/章1.xhtml": body.encode("gb2312")}  # chapter 1
    assert BODY in read_bytes(zipped(members), name="x").text


def test_a_book_of_many_pages_is_read():
    pages = {f"{n}.xhtml": f"<h1>第{n}章</h1>{TEXT}" for n in range(1, 1201)}
    assert len(chapters(epub(pages))) == 1200


@pytest.mark.parametrize(
    "extra",
    [
        {"META-INF/rights.xml": "<rights/>"},
        {"META-INF/sinf.xml": "<sinf/>"},
        {"META-INF/license.lcpl": "{}"},
        {
            "META-INF/encryption.xml": '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData>'
            '<e:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></e:EncryptedData></encryption>'
        },
    ],
    ids=["adobe", "apple", "lcp", "encrypted pages"],
)
def test_a_locked_book_is_refused_with_the_reason(extra: dict[str, str]):
    with pytest.raises(SourceFormatError, match=r"^spring\.epub is locked by its shop \(DRM\)"):
        read_bytes(epub({"1.xhtml": TEXT}, **extra), name="spring.epub")


def test_obfuscated_fonts_are_no_lock():
    encryption = (
        '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData>'
        '<e:EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></e:EncryptedData></encryption>'
    )
    assert read_bytes(epub({"1.xhtml": TEXT}, **{"META-INF/encryption.xml": encryption}), name="x").title


def test_a_book_of_pictures_says_that_it_is_empty():
    with pytest.raises(SourceEmptyError):
        read_bytes(epub({"1.xhtml": '<img src="a.jpg" alt=""/>'}), name="x.epub")


def test_nothing_of_a_page_survives_as_markup():
    hostile = f"<script>alert(1)</script><p onclick='x()'>{BODY}</p><svg onload='x()'><text>svg</text></svg>"
    text = read_bytes(
        zipped(epub_members({}, package(["1.xhtml"])) | {"OEBPS/1.xhtml": page(hostile)}), name="x"
    ).text
    assert text.strip() == BODY


@pytest.mark.parametrize("tag", ["scr<script", "a}b<c", "x:y", "{z}q<r", "好<"])
def test_a_page_with_impossible_names_is_read_all_the_same(tag: str):
    article = read_bytes(epub({"1.xhtml": f"<p>{BODY}<{tag}>春天</{tag}></p><p>{BODY}</p>"}), name="x")
    assert article.text.count(BODY) == 2
