"""Which addresses are ours to open: spelling, and where they lead."""

import pytest

from webapp.errors import SourceRefusedError
from webapp.sources.addresses import is_public, parse_address


@pytest.mark.parametrize(
    "ip",
    [
        "93.184.215.14",
        "1.1.1.1",
        "223.5.5.5",
        "100.128.0.1",
        "172.32.0.1",
        "2606:4700:4700::1111",
        "2400:3200::1",
    ],
)
def test_the_open_internet_is_public(ip: str):
    assert is_public(ip)


@pytest.mark.parametrize(
    "ip", ["", "localhost", "1.2.3", "0x7f.0.0.1", "127.0.0.1/8", "fe80::1%eth0", "2606:4700::1%1"]
)
def test_what_is_not_a_plain_address_is_not_public(ip: str):
    assert not is_public(ip)


@pytest.mark.parametrize(
    ("url", "host", "port", "target"),
    [
        ("http://example.org", "example.org", 80, "/"),
        ("HTTPS://Example.ORG./a?b=c#d", "example.org", 443, "/a?b=c"),
        ("https://zh.wikipedia.org/wiki/中文", "zh.wikipedia.org", 443, "/wiki/%E4%B8%AD%E6%96%87"),
        ("http://中国.cn/", "xn--fiqs8s.cn", 80, "/"),
        ("http://93.184.215.14/x", "93.184.215.14", 80, "/x"),
        ("https://[2606:4700::1]/", "2606:4700::1", 443, "/"),
        ("http://example.org:443/?q=你好&x=%20", "example.org", 443, "/?q=%E4%BD%A0%E5%A5%BD&x=%20"),
    ],
)
def test_a_plain_address_is_taken_apart(url: str, host: str, port: int, target: str):
    address = parse_address(url)
    assert (address.host, address.port, address.target) == (host, port, target)
    assert parse_address(address.url) == address


def test_other_ports_need_permission():
    with pytest.raises(SourceRefusedError, match="PINDU_FETCH_PORTS"):
        parse_address("http://example.org:8080/")
    assert parse_address("http://example.org:8080/", (8080,)).host_header == "example.org:8080"


@pytest.mark.parametrize(
    "url", ["http://例" * 2000, "http://a\x1b[31m/", "http://\u202egnp.exe/", "http://[" + "1" * 500]
)
def test_the_error_shows_little_of_a_hostile_address(url: str):
    with pytest.raises(SourceRefusedError) as caught:
        parse_address(url)
    assert len(str(caught.value)) < 300
    assert str(caught.value).replace("…", "").isprintable()
