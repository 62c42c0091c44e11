"""Files, standard input and addresses, each to one article."""

import io
import os
from pathlib import Path

import pytest
from loopback import internet, response

from webapp.errors import (
    SourceEmptyError,
    SourceFormatError,
    SourceMissingError,
    SourceRefusedError,
    SourceTooLargeError,
)
from webapp.sources.source import read_bytes, read_source

TEXT = "春天\n\n春天来了，花都开了。我们去公园看花。\n"  # Spring has come, the flowers are out.
PAGE = f"<!doctype html><title>春天 - 某网</title><meta name=author content=李四><p>{'春天来了，花都开了。' * 9}</p>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_file_is_read_whatever_its_encoding(tmp_path: Path, encoding: str):
    file = tmp_path / "spring.txt"
    file.write_bytes(TEXT.encode(encoding))
    article = read_source(str(file))
    assert (article.title, article.text, article.source_url) == ("春天", TEXT, None)


def test_standard_input_is_read():
    assert read_source("-", stdin=io.BytesIO(TEXT.encode())).text == TEXT


def test_a_saved_page_is_read_as_a_page_by_name_or_by_look(tmp_path: Path):
    for name in ("spring.html", "spring.txt"):
        (tmp_path / name).write_bytes(PAGE.encode("gbk"))
        article = read_source(str(tmp_path / name))
        assert (article.title, article.author) == ("春天", "李四")
        assert article.text.startswith("春天\n\n春天来了，花都开了。") and "<" not in article.text


def test_a_chinese_file_name_is_the_title_of_a_text_without_one():
    assert read_bytes("你好，我来了。".encode(), name="C:\\文件\\家书.txt").title == "家书"  # a letter home
    assert read_bytes("你好，我来了。".encode(), name="letter.txt").title == "你好，我来了。"


def test_an_address_is_fetched_and_remembered():
    with internet(
        lambda c, t: c.sendall(response(PAGE.encode("gbk"), Content_Type="text/html; charset=gbk"))
    ) as net:
        article = read_source("http://good.example/2025/0301/a.html", fetcher=net.fetcher())
    assert (article.title, article.date) == ("春天", "2025-03-01")
    assert article.source_url == "http://good.example/2025/0301/a.html"


def test_a_plain_text_address_is_read_as_text():
    with internet(lambda c, t: c.sendall(response(TEXT.encode(), Content_Type="text/plain"))) as net:
        article = read_source("http://good.example/a.txt", fetcher=net.fetcher())
    assert (article.title, article.text) == ("春天", TEXT)


def test_what_is_not_there_is_said(tmp_path: Path):
    for spec, said in [
        (str(tmp_path / "no.txt"), "no file"),
        (str(tmp_path), "folder"),
        (str(tmp_path / "a\0b"), "cannot be read"),
        ("x" * 5000, "cannot be read"),
        (__file__ + "/inside.txt", "no file"),
    ]:
        with pytest.raises(SourceMissingError, match=said) as caught:
            read_source(spec)
        assert "\n" not in str(caught.value) and "\0" not in str(caught.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path):
    file = tmp_path / "closed.txt"
    file.write_text(TEXT)
    file.chmod(0)
    with pytest.raises(SourceMissingError, match="Permission"):
        read_source(str(file))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs an endless file")
def test_an_endless_file_is_left_at_the_limit():
    with pytest.raises(SourceTooLargeError, match="larger than 20 MB"):
        read_source("/dev/zero")


def test_the_limit_can_be_chosen():
    with pytest.raises(SourceTooLargeError, match=r"larger than 0\.00001 MB|larger than 1e-05 MB"):
        read_bytes(TEXT.encode(), name="spring.txt", max_bytes=10)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", SourceEmptyError),
        (b"Hello.", SourceEmptyError),
        (b"%PDF-1.5 ...", SourceFormatError),
        (b"<html></html>", SourceEmptyError),
    ],
)
def test_what_is_no_chinese_text_is_refused_by_its_name(data: bytes, error: type[Exception]):
    with pytest.raises(error, match=r"^notes\.txt"):
        read_bytes(data, name="notes.txt")


def test_addresses_of_other_kinds_are_refused():
    for spec in ("file:///etc/passwd", "ftp://good.example/a.txt", "HTTP://127.0.0.1/"):
        with pytest.raises(SourceRefusedError):
            read_source(spec)
