"""Bytes to text in every encoding that Chinese files come in."""

import codecs
import contextlib
import gzip
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.errors import SourceCharsetError, SourceEncodingError, SourceError
from webapp.sources.text import CHARSETS, decode, decode_as, guesses

SIMPLIFIED = "今天天气很好，我们去公园散步。"  # The weather is fine today, we take a walk in the park.
TRADITIONAL = "今天天氣很好，我們去公園散步。"
NEWS = "国家超级计算能力实现突破"  # a headline without one of the commonest characters


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", [SIMPLIFIED, "第一章\r\n\r\n　　" + SIMPLIFIED, NEWS, "Python 3.12 发布了。"]
)
def test_simplified_text_is_read_in_each_encoding(text: str, encoding: str):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "big5hkscs", "gbk", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [TRADITIONAL, "「你好嗎？」她問道。", "國家圖書館"])
def test_traditional_text_is_read_in_each_encoding(text: str, encoding: str):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_goes(mark: bytes, encoding: str):
    assert decode(mark + SIMPLIFIED.encode(encoding)) == SIMPLIFIED


@pytest.mark.parametrize(
    "declared", ["gb2312", "GBK", "big5", "no-such-encoding", "rot13", "base64", "", "x" * 9999, None]
)
def test_a_wrong_declaration_does_not_spoil_utf8(declared: str | None):
    assert decode(SIMPLIFIED.encode(), declared=declared) == SIMPLIFIED


def test_gb2312_declared_means_its_superset():
    text = "朱镕基，喆，囍"  # 镕 and 囍 are not in GB2312
    assert decode(text.encode("gb18030"), declared="gb2312") == text


def test_a_declaration_that_cannot_decode_the_bytes_is_overruled():
    assert decode(TRADITIONAL.encode("big5"), declared="utf-8") == TRADITIONAL


def test_a_file_cut_inside_a_character_is_read_but_for_that_character():
    for encoding in ("utf-8", "gb18030"):
        text = decode((SIMPLIFIED * 20).encode(encoding)[:-1])
        assert text.startswith(SIMPLIFIED * 19) and text.endswith("\ufffd")


def test_a_few_bad_bytes_in_a_long_file_do_not_refuse_it():
    data = bytearray(((SIMPLIFIED + "\n") * 50).encode("gb18030"))
    data[400:401] = b"\xff"
    assert decode(bytes(data)).count("散步") >= 48  # take a walk


def test_the_guesses_offer_both_readings_likeliest_first():
    first, *others = guesses("國家圖書館的老師".encode("big5"))
    assert (first.encoding, first.text) == ("big5hkscs", "國家圖書館的老師")
    assert all(first.score >= other.score for other in others)


BROKEN = {
    "zeros": bytes(1000),
    "all bytes in turn": bytes(range(256)) * 40,
    "nothing but FF": b"\xff" * 300,
    "continuation bytes": b"\x80\x81\x82" * 70,
    "control characters": b"a\x00" + bytes(range(32)) * 9,
    "controls in UTF-16": b"\xfe\xff" + b"\x00\x01" * 200,
    "lone surrogates in UTF-16": codecs.BOM_UTF16_LE + bytes(range(0xD8, 0xDC)) * 100,
    "a mark of UTF-8 before something else": codecs.BOM_UTF8 + b"\xff\xfe\xfd" * 40,
    "French in Latin-1": "café crème à la carte".encode("latin-1") * 3,
    "Russian in KOI8-R": "Привет, как дела? Хорошо.".encode("koi8-r") * 20,
    "Japanese in a Korean encoding": "こんにちは、元気ですか".encode("euc-kr", "replace")
    + b"\x9f\xff\xfa" * 20,
    "Chinese with every second byte lost": SIMPLIFIED.encode("utf-16-le")[::2] * 40,
    "noise": b"".join(hashlib.sha256(bytes([n])).digest() for n in range(60)),
    "half of a UTF-16 file, from an odd place": b"\x3a" + b"\x00\x01\x02\x03\xd8\x00" * 90,
    "a mark of UTF-32 before UTF-8": codecs.BOM_UTF32_LE + (SIMPLIFIED * 9).encode("utf-8"),
    "code points beyond Unicode": codecs.BOM_UTF32_BE + b"\x7f\xff\xff\xff" * 60,
    "six-byte forms of early UTF-8": b"\xfc\x84\x80\x80\x80\x80" * 60,
    "surrogates in UTF-8": b"\xed\xa0\x80\xed\xb0\x80" * 60,
    "characters cut in the middle": (SIMPLIFIED[:1].encode("utf-8")[:2]) * 200,
    "UTF-7": codecs.encode("\x01" + SIMPLIFIED, "utf-7") + bytes(range(1, 9)) * 60,
    "packed with gzip": gzip.compress((SIMPLIFIED * 50).encode(), mtime=0),
    "EBCDIC": ("HELLO WORLD " * 40).encode("cp500"),
}


def test_there_are_enough_of_them():
    print(f"broken encodings: {len(BROKEN)}")  # noqa: T201 - the figure is shown with -s
    assert len(BROKEN) >= 20


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_not_chinese_text_is_refused_in_one_sentence_or_two(what: str):
    for asks in (False, True):
        with pytest.raises(SourceEncodingError) as caught:
            decode(BROKEN[what], name="news.txt", asks=asks)
        message = str(caught.value)
        assert message.startswith("news.txt is ") and "\n" not in message and len(message) < 200


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_source_error(data: bytes):
    with contextlib.suppress(SourceError):
        assert isinstance(decode(data), str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_comes_back_unchanged(text: str):
    if not text.startswith("\ufeff"):
        assert decode(text.encode()) == text


def test_a_doubt_shows_the_first_line_both_ways_and_each_choice_reads_it():
    data = "菜单\r\n".encode("gbk")  # a menu; 粕等 in Big5
    with pytest.raises(SourceCharsetError) as caught:
        decode(data, asks=True, name="menu.txt")
    assert set(caught.value.readings) == {("gb18030", "菜单"), ("big5", "粕等")}
    assert "--charset gb18030" in str(caught.value) and str(caught.value).startswith("menu.txt ")
    for charset, line in caught.value.readings:
        assert charset in CHARSETS and decode_as(data, charset).strip() == line


@pytest.mark.parametrize("text", ["目录", "通知"])  # contents, a notice: their bytes in GBK are valid UTF-8
def test_what_is_utf8_by_chance_is_asked_about(text: str):
    with pytest.raises(SourceCharsetError) as caught:
        decode(text.encode("gbk"), asks=True)
    assert caught.value.readings[0] == ("gb18030", text) and text not in caught.value.readings[1]


@pytest.mark.parametrize("text", ["", "Hello", "café", "naïve – “résumé”", "目录 café"])
def test_words_of_the_west_are_not_asked_about(text: str):
    assert decode(text.encode(), asks=True) == text


@pytest.mark.parametrize("text", ["今天天气很好", "我们去公园散步。", "第一回 甄士隐梦幻识通灵"])
def test_who_is_sure_does_not_ask(text: str):
    for encoding in ("gb18030", "utf-8", "utf-16"):
        assert decode(text.encode(encoding), asks=True) == text


@pytest.mark.parametrize("charset", CHARSETS)
def test_a_chosen_encoding_is_read(charset: str):
    codec = "big5hkscs" if charset == "big5" else charset
    assert decode_as(TRADITIONAL.encode(codec), charset) == TRADITIONAL


def test_a_chosen_encoding_that_makes_no_sense_is_refused():
    with pytest.raises(SourceEncodingError, match="damaged"):
        decode_as(SIMPLIFIED.encode("gb18030") * 9, "utf-8", name="news.txt")
    with pytest.raises(SourceEncodingError, match="choose one of utf-8"):
        decode_as(b"abc", "rot13")
