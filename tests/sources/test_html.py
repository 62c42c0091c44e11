"""Web pages to lines of text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.errors import SourceError
from webapp.sources.html import read_page
from webapp.sources.html_metadata import find_date

# The ministry said that over 200,000 people work in IT, some 20,000 of them in artificial intelligence.
PARAGRAPH = (
    "据人工智能与数字发展部介绍，目前全国IT行业从业人员已超过20万人，其中人工智能领域专业人才约2万人。"
)
NEWS = f"""<!DOCTYPE html><html><head><title>数字基础设施持续夯实_要闻_某某网</title>
<meta property="article:published_time" content="2025-12-27T10:00:00+08:00"><meta name="author" content="张娜"></head><body>
<nav><a href="/">首页</a><a href="/news">新闻</a></nav><div class="header"><a href="/login">登录</a></div>
<div class="main"><h1>数字基础设施持续夯实</h1><div class="info">来源：新华网</div>
<div class="content"><p>　　{PARAGRAPH}</p><p>“鼓励”一词<b>出现</b>了<a href="/x">三次</a>。{PARAGRAPH}</p>
<h2>国家超级计算能力实现突破</h2><p>{PARAGRAPH}</p><blockquote><p>引文：{PARAGRAPH}</p></blockquote>
<figure><img src="a.png" alt="图"><figcaption>图为哈萨克斯坦的超级计算机，摄于阿斯塔纳，十二月。</figcaption></figure><p>{PARAGRAPH}</p></div>
<div class="related"><h3>相关阅读</h3><ul><li><a href="/1">别的新闻</a></li></ul></div></div>
<div id="comments"><p>网友甲：这条新闻写得很好，我看了三遍，还想再看一遍，大家都来看看吧。</p></div>
<footer>版权所有 © 某某网</footer><script>var a = "<p>不是正文</p>";</script></body></html>"""


def test_the_article_comes_without_what_is_around_it():
    page = read_page(NEWS.encode())
    text = "\n".join(page.texts)
    assert text.count(PARAGRAPH) == 5
    assert "国家超级计算能力实现突破" in page.texts  # the section heading is a line of its own
    assert f"“鼓励”一词出现了三次。{PARAGRAPH}" in page.texts
    for furniture in ("首页", "登录", "版权所有", "不是正文", "别的新闻", "网友甲"):
        assert furniture not in text, furniture


def test_title_date_and_author_are_found():
    metadata = read_page(NEWS.encode()).metadata
    assert (metadata.title, metadata.date, metadata.author) == ("数字基础设施持续夯实", "2025-12-27", "张娜")
    assert "数字基础设施持续夯实" not in read_page(NEWS.encode()).texts


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "big5", "utf-16"])
def test_a_page_is_decoded_as_it_declares_or_as_it_looks(encoding: str):
    text = "今天天氣很好" if encoding == "big5" else "今天天气很好"  # fine weather today
    for declaration in (
        f'<meta charset="{encoding}">',
        f'<meta http-equiv=Content-Type content="text/html; charset={encoding}">',
        "",
    ):
        page = read_page(
            f"<html><head>{declaration}</head><body><p>{text}。</p></body></html>".encode(encoding)
        )
        assert page.texts == (f"{text}。",)


def test_wechat_text_that_waits_hidden_for_a_script_is_read():
    markup = (
        '<html><body><h1 id="activity-name">\n 冬天的早晨 </h1><a id="js_name">读书会</a>'
        f'<div id="js_content" style="visibility: hidden"><section><span>{PARAGRAPH}</span></section><p>第二段。</p></div>'
        "<p>赞赏作者</p></body></html>"
    )
    page = read_page(markup.encode())
    assert page.texts == (PARAGRAPH, "第二段。")
    assert page.metadata.author == "读书会"


def test_of_ruby_the_base_text_is_kept():
    markup = "<p>我去<ruby>银行<rp>(</rp><rt>yín<b>háng</b></rt><rp>)</rp></ruby>取<ruby>钱<rtc>qián</rtc></ruby>。</p>"
    assert read_page(markup.encode()).texts == ("我去银行取钱。",)  # I go to the bank to get money


def test_text_between_line_breaks_and_in_table_cells_is_read():
    sentences = [f"第{i}段：{PARAGRAPH}" for i in range(1, 9)]
    flat = (
        "<body><table><tr><td><a href=/>首页</a></td></tr><tr><td>　　"
        + "<br><br>　　".join(sentences)
        + "</td></tr></table></body>"
    )
    assert [line for line in read_page(flat.encode()).texts if line.startswith("第")] == sentences


def test_source_lines_broken_between_characters_are_joined_and_latin_words_are_not():
    page = read_page("<p>今天\n  天气，\n很好。My\n name is 小明。</p>".encode())
    assert page.texts == ("今天天气，很好。My name is 小明。",)


def test_entities_are_text_and_markup_is_gone():
    page = read_page("<p>3 &lt; 5，&#20013;&#x6587;&amp;&nbsp;&lt;script&gt;你好&lt;/script&gt;</p>".encode())
    assert page.texts == ("3 < 5，中文& <script>你好</script>",)


def test_json_ld_tells_date_and_author_when_nothing_else_does():
    markup = (
        '<script type="application/ld+json">[{"@graph": [{"@type": "NewsArticle", "headline": "冬天到了",'
        ' "datePublished": "2024-02-29", "author": [{"name": "李四"}]}]}]</script><p>冬天到了，天气冷了。</p>'
    )
    metadata = read_page(markup.encode()).metadata
    assert (metadata.title, metadata.date, metadata.author) == ("冬天到了", "2024-02-29", "李四")


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("http://news.example/2025/1227/c1-1.html", "2025-12-27"),
        ("http://news.example/2025-12/27/content_1.htm", "2025-12-27"),
        ("http://news.example/20251227/1.html", "2025-12-27"),
        ("http://news.example/20259999/1.html", None),
        ("http://news.example/id/1220251227123.html", None),
    ],
)
def test_the_address_gives_the_date_of_last_resort(url: str, date: str | None):
    assert read_page("<p>你好，世界。</p>".encode(), url=url).metadata.date == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025年12月27日", "2025-12-27"),
        ("2025/1/2 10:00", "2025-01-02"),
        ("2025-02-30", None),
        ("电话12025-12-2733", None),
        ("", None),
    ],
)
def test_a_date_is_found_only_where_it_exists(text: str, date: str | None):
    assert find_date(text) == date


@pytest.mark.parametrize(
    "title",
    [
        "数字时代来了_新闻频道_某某网",
        "数字时代来了 - 某某网",
        "数字时代来了 | 某某",
        "数字时代来了-某某新闻网",
        "数字时代来了",
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(title: str):
    assert read_page(f"<title>{title}</title><p>你好，世界。</p>".encode()).metadata.title == "数字时代来了"


HOSTILE = {
    "deep blocks": "<div>" * 100_000 + "你好",
    "deep inline": "<b>" * 100_000 + "你好",
    "deep but allowed": "<div class=a><div class=b><span>你好世界</span>" * 120,
    "wide": "<p>你好</p>" * 100_000,
    "unfinished tags": "<a b=c " * 200_000,
    "angle brackets": "<" * 1_000_000,
    "ampersands": "&" * 1_000_000,
    "a tag of 200,000 attributes": "<p " + " ".join(f"a{i}=1" for i in range(200_000)) + ">你好",
    "the same with brackets inside": "<p " + " ".join(f'a{i}="<>"' for i in range(200_000)) + ">你好",
    "quotation marks never closed": "<a '<b \"" * 100_000 + "你好",
    "brackets in attributes": ('<p class="' + "<" * 100_000 + '">你好</p>') * 10,
    "comments in comments": "<!--" * 200_000 + "你好",
    "scripts never closed": "<script>" * 200_000 + "你好",
    "tables in tables": "<table><tr><td>" * 20_000 + "你好",
    "white space": "<p>你好" + " " * 1_000_000 + "。</p>",
    "line breaks": "<p>你好" + " \n" * 500_000 + "a</p>",
    "entity bomb": "<!DOCTYPE a [<!ENTITY x 'yyyy'>" + "<!ENTITY x '&x;&x;'>" * 1000 + "]><p>&x;你好",
    "external entity": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;你好</p>',
    "links in links": "<a>你好<div>" * 30_000,
    "monstrous charset": "<meta charset=" + "a" * 3000 + ">" + "<meta " * 50_000,
    "nested json": '<script type="application/ld+json">' + "[" * 100_000 + "</script>你好",
    "title of dashes": "<title>" + "你 - " * 100_000 + "</title><p>你好",
    "nul characters": "<p>你\0好</p>",
    "processing instructions": "<?xml version='1.0'?><?php system('id') ?><p>你好</p>",
    "frameset": "<frameset><frame src=javascript:alert(1)></frameset>",
    "namespace": '<x:y xmlns:x="z"><x:p>你好</x:p></x:y>',
    "hidden root": "<html hidden style='display:none'><body hidden><p>你好",
    "body after body": "<body><p>你好</p></body><body></html><p>世界",
    "nothing": "",
    "only markup": "<html><body><!-- 你好 --></body></html>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_gives_plain_lines_or_one_sentence_soon(name: str):
    started = time.monotonic()
    try:
        lines = read_page(HOSTILE[name].encode()).texts
    except SourceError as error:
        assert "\n" not in str(error)
    else:
        assert all(line == line.strip() and "\n" not in line for line in lines)
        assert "root:" not in "".join(lines)
    assert time.monotonic() - started < 5


@given(
    st.lists(
        st.sampled_from(
            [*"<>/!-'\"=& 你好", "script", "ruby", "rt", "p", "div", "a", "title", "你好", "<p>", "</p>"]
        ),
        max_size=60,
    )
)
def test_any_broken_markup_is_survived(pieces: list[str]):
    try:
        page = read_page("".join(pieces).encode())
    except SourceError:
        return
    assert all(line.strip() for line in page.texts)
