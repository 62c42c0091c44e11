"""The one outbound door: where it does not go, and what it does not take in.

The hostile addresses are a table, tried directly, behind a name, among good
addresses and behind one and two redirects. ``test_the_table_is_large`` prints
how many cases that makes; the witness on loopback must hear of none of them.
"""

from __future__ import annotations

import contextlib
import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from loopback import PUBLIC, Internet, internet, response

from webapp.errors import PinduError, SourceRefusedError, SourceTooLargeError
from webapp.sources.fetch import MAX_BODY_BYTES, resolve_host

PAGE = "<p>你好，世界</p>".encode()  # Hello, world


def _words(table: str) -> list[str]:
    return table.split()


BAD_ADDRESSES = _words("""
    127.0.0.1 127.0.0.2 127.127.127.127 127.255.255.255 0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200
    100.127.255.255 168.63.129.16 169.254.169.254 169.254.0.1 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.192 192.0.2.1
    192.88.99.1 192.168.0.1 192.168.255.255 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.250
    240.0.0.1 255.255.255.255 :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:0:127.0.0.1 64:ff9b::7f00:1
    64:ff9b:1::7f00:1 2002:7f00:1:: 2002:a00:1::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:db8::1 2001:10::1 fc00::1
    fd00:ec2::254 fe80::1 fec0::1 ff02::1 ff05::2 100::1 3fff::1 5f00::1 2606:4700::5efe:127.0.0.1 2606:4700::200:5efe:a00:1
    4000::1
""")

DISGUISED_HOSTS = _words("""
    2130706433 0177.0.0.1 0x7f.0.0.1 0x7f000001 017700000001 127.1 127.0.1 127.0.0.01 127.0.0.1.0 0 00 0x0 1.1 127.000.000.001
    １２７.0.0.1 127。0。0。1 ①②⑦.⓪.⓪.① 127.0.0.１ [::FFFF:7F00:1] [0:0:0:0:0:0:0:1] [::1%25lo] [fe80::1%25eth0] %31%32%37.0.0.1
    127.0.0.1%00.good.example 4294967295 99999999999 256.256.256.256 0x7f.1 127.0.0.1. [127.0.0.1] 0xA9FEA9FE 2852039166
""")

BAD_URLS = [
    *(
        "file:///etc/passwd",
        "ftp://good.example/",
        "gopher://good.example/",
        "dict://good.example:80/",
        "ldap://good.example/",
    ),
    *(
        "javascript:alert(1)",
        "data:text/html,你好",
        "jar:http://good.example!/",
        "ws://good.example/",
        "http:///",
        "http:",
        "http://",
    ),
    *(
        "//good.example/",
        "good.example",
        "httpx://good.example/",
        "view-source:http://good.example/",
        "unix:///run/x.sock",
        "://x",
    ),
    *(
        "http://me@good.example/",
        "http://me:pw@good.example/",
        "http://good.example@127.0.0.1/",
        "http://@good.example/",
    ),
    *(
        "http://127.0.0.1@good.example/",
        "http://good.example%40127.0.0.1/",
        "http://me%3Apw@good.example/",
        "http://:@good.example/",
    ),
    *(
        "http://good.example:22/",
        "http://good.example:8080/",
        "http://good.example:0/",
        "http://good.example:65536/",
    ),
    *(
        "http://good.example:-1/",
        "http://good.example:http/",
        "http://good.example:６３７９/",
        "https://good.example:25/",
    ),
    *(
        "http://good.example\\@127.0.0.1/",
        "http://127.0.0.1\\.good.example/",
        "http://good.example\r\nHost: x/",
        "http://good\t.example/",
    ),
    *(
        "http://good.example/ HTTP/1.1\r\nX: y",
        "http://[::1",
        "http://::1/",
        "http://[::1]x/",
        "http://good..example/",
        "http://.good.example/",
    ),
    *(
        "http://-good.example/",
        "http://" + "a" * 300 + ".example/",
        "http://" + "a." * 200 + "example/",
        "http://good.example/" + "a" * 9000,
    ),
    *(
        "http://good example/",
        "http://good.example\u2028/",
        "http://good.exa\u00admple:99/",
        "http://[::ffff:7f00:1%251]/",
        "http://*/",
    ),
]


def _answer(connection: socket.socket, target: str) -> None:
    to = parse_qs(urlsplit(target).query, keep_blank_values=True).get("to")
    connection.sendall(
        response(status="302 Found", Location=to[0]) if to else response(PAGE, Content_Type="text/html")
    )


@pytest.fixture(scope="module")
def net() -> Iterator[Internet]:
    with internet(_answer) as made:
        yield made


def _host(ip: str) -> str:
    return f"[{ip}]" if ":" in ip else ip


def _hostile() -> list[tuple[str, str]]:
    """All cases, as (what it is, address); {port} stands for the witness's port."""
    direct = [(f"literal {ip}", f"http://{_host(ip)}:{{port}}/") for ip in BAD_ADDRESSES]
    direct += [(f"disguise {host}", f"http://{host}:{{port}}/") for host in DISGUISED_HOSTS]
    named = [(f"name for {ip}", f"http://to-{i}.example:{{port}}/") for i, ip in enumerate(BAD_ADDRESSES)]
    mixed = [(f"name for good and {ip}", f"https://mixed-{i}.example/") for i, ip in enumerate(BAD_ADDRESSES)]
    urls = [(f"url {url[:60]!r}", url.replace("{", "{{")) for url in BAD_URLS]
    cases = direct + named + mixed + urls
    behind = [(f"redirect to {what}", _redirect(url)) for what, url in direct + named + urls[:9]]
    twice = [
        (f"second redirect to {what}", _redirect(_redirect(url))) for what, url in direct[::2] + named[::2]
    ]
    return cases + behind + twice


def _redirect(url: str) -> str:
    return f"http://good.example/?to={quote(url, safe='{}')}"


HOSTILE = _hostile()


def test_the_table_is_large():
    print(f"hostile addresses: {len(HOSTILE)}")  # noqa: T201 - the figure is shown with -s
    assert len(HOSTILE) >= 200
    assert len({url for _, url in HOSTILE}) == len(HOSTILE)


@pytest.mark.parametrize(("what", "url"), HOSTILE, ids=[f"{i}" for i in range(len(HOSTILE))])
def test_a_hostile_address_is_refused_and_nobody_called(net: Internet, what: str, url: str):
    net.connected.clear()
    net.names = {"good.example": [PUBLIC]}
    net.names |= {f"to-{i}.example": [ip] for i, ip in enumerate(BAD_ADDRESSES)}
    net.names |= {f"mixed-{i}.example": [PUBLIC, ip] for i, ip in enumerate(BAD_ADDRESSES)}
    with pytest.raises(SourceRefusedError) as caught:
        net.fetcher().fetch(url.format(port=net.witness.port))
    message = str(caught.value)
    assert message.endswith((".", ").")) and "\n" not in message and len(message) < 300, what
    assert set(net.connected) <= {PUBLIC}, what
    assert net.witness.connections == 0, what


def test_the_witness_hears_when_it_is_called(net: Internet):
    """The table above proves nothing if the witness is deaf."""
    with internet(_answer) as other:
        other.connect("127.0.0.1", 80, 1).close()
        deadline = time.monotonic() + 2
        while not other.witness.connections and time.monotonic() < deadline:
            time.sleep(0.01)
        assert other.witness.connections == 1


def test_a_name_that_changes_its_address_is_looked_up_once_a_hop(net: Internet):
    answers = iter([[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]])
    fetcher = net.fetcher()
    object.__setattr__(fetcher, "resolve", lambda host, port: next(answers))
    net.connected.clear()
    assert fetcher.fetch("http://rebinding.example/").body == PAGE
    assert net.connected == [PUBLIC]
    with pytest.raises(SourceRefusedError, match="private network"):
        fetcher.fetch("http://rebinding.example/")
    assert net.connected == [PUBLIC] and net.witness.connections == 0


def test_proxy_variables_are_not_obeyed(net: Internet, monkeypatch: pytest.MonkeyPatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{net.witness.port}")
    assert net.fetcher().fetch("http://good.example/").body == PAGE
    assert net.witness.connections == 0


def test_the_systems_resolver_gives_all_addresses():
    assert "127.0.0.1" in resolve_host("localhost", 80) or "::1" in resolve_host("localhost", 80)


def test_a_page_is_fetched_by_its_name_with_its_charset_and_final_address():
    asked = []

    def answer(connection: socket.socket, target: str) -> None:
        asked.append(target)
        if target == "/old":
            connection.sendall(response(status="301 Moved", Location="/新?x=1"))
        else:
            connection.sendall(response(PAGE, Content_Type='text/html; charset="GBK"'))

    with internet(answer) as net:
        page = net.fetcher().fetch("http://good.example/old")
    assert (page.url, page.charset, page.content_type) == (
        "http://good.example/%E6%96%B0?x=1",
        "gbk",
        "text/html",
    )
    assert asked == ["/old", "/%E6%96%B0?x=1"] and page.body == PAGE


def test_another_address_is_tried_when_the_first_does_not_answer():
    with internet(_answer) as net:
        net.names["good.example"] = ["2606:4700::dead", PUBLIC]
        original = net.connect

        def connect(ip: str, port: int, timeout_seconds: float) -> socket.socket:
            if ip != PUBLIC:
                raise OSError("Network is unreachable")
            return original(ip, port, timeout_seconds)

        fetcher = net.fetcher()
        object.__setattr__(fetcher, "connect", connect)
        assert fetcher.fetch("http://good.example/").body == PAGE


def _raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(PAGE, mtime=0)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", _raw_deflate(PAGE)),
    ],
)
def test_a_packed_page_is_unpacked(coding: str, packed: bytes):
    with internet(lambda c, t: c.sendall(response(packed, Content_Encoding=coding))) as net:
        assert net.fetcher().fetch("http://good.example/").body == PAGE


BOMB = gzip.compress(bytes(300_000_000), 9)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (response(BOMB, Content_Encoding="gzip"), "larger than 10 MB"),
        (response(bytes(MAX_BODY_BYTES + 1)), "larger than 10 MB"),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * (MAX_BODY_BYTES + 70_000), "larger than 10 MB"),
        (response(PAGE, Content_Encoding="br"), "'br'"),
        (response(PAGE, Content_Encoding="gzip, gzip"), "did not ask"),
        (response(b"not gzip", Content_Encoding="gzip"), "made no sense"),
        (response(gzip.compress(PAGE, mtime=0)[:-9], Content_Encoding="gzip"), "made no sense"),
        (response(PAGE, Content_Length="9999"), "made no sense"),
        (response(PAGE, Content_Type="application/zip"), "'application/zip'"),
        (response(PAGE, Content_Type="video/mp4"), "no page, text or book"),
        (response(PAGE, "404 Not Found"), "answered 404"),
        (response(PAGE, "500 Oops"), "answered 500"),
        (response(b"", "204 No Content"), "answered 204"),
        (response(b"", "302 Found"), "answered 302"),
        (response(b"", "302 Found", Location="/again"), "more than 5 times"),
        (b"", "made no sense"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "made no sense"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n", "made no sense"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 99_999 + b"\r\n\r\n", "made no sense"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "made no sense"),
    ],
    ids=range(20),
)
def test_a_bad_answer_is_refused_in_one_sentence(raw: bytes, sentence: str):
    started = time.monotonic()
    with internet(lambda c, t: c.sendall(raw)) as net, pytest.raises(PinduError) as caught:
        net.fetcher().fetch("http://good.example/")
    assert isinstance(caught.value, SourceRefusedError | SourceTooLargeError)
    assert sentence in str(caught.value) and "\n" not in str(caught.value)
    assert time.monotonic() - started < 4


@pytest.mark.parametrize(
    "beginning", [b"", b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n"]
)
def test_a_server_that_drips_is_left_at_the_deadline(beginning: bytes):
    def drip(connection: socket.socket, target: str) -> None:
        connection.sendall(beginning)
        for _ in range(100):
            connection.sendall(b"x")
            time.sleep(0.05)

    started = time.monotonic()
    with internet(drip) as net, pytest.raises(SourceRefusedError, match="within"):
        net.fetcher(timeout_seconds=0.5).fetch("http://good.example/")
    assert time.monotonic() - started < 2


def test_a_resolver_that_hangs_is_left_at_the_deadline(net: Internet):
    fetcher = net.fetcher(timeout_seconds=0.3)
    object.__setattr__(fetcher, "resolve", lambda host, port: time.sleep(2) or [])
    started = time.monotonic()
    with pytest.raises(SourceRefusedError, match="within"):
        fetcher.fetch("http://slow.example/")
    assert time.monotonic() - started < 1.5


def test_a_name_that_does_not_exist_is_one_sentence(net: Internet):
    with pytest.raises(SourceRefusedError, match=r"no host called nowhere\.example"):
        net.fetcher().fetch("http://nowhere.example/")


def test_a_host_that_does_not_speak_tls_is_refused(net: Internet):
    with pytest.raises(SourceRefusedError, match="prove who it is"):
        net.fetcher().fetch("https://good.example/")


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate")
def test_a_host_whose_certificate_nobody_signed_is_refused(tmp_path: Path):
    made = [
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        "/CN=good.example",
        "-keyout",
        "key.pem",
        "-out",
        "cert.pem",
    ]
    subprocess.run(["openssl", "req", *made], cwd=tmp_path, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    listener = socket.create_server(("127.0.0.1", 0))
    heard: list[bytes] = []

    def serve() -> None:
        with (
            contextlib.suppress(OSError),
            context.wrap_socket(listener.accept()[0], server_side=True) as connection,
        ):
            heard.append(connection.recv(1000))

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    with internet(_answer) as net, pytest.raises(SourceRefusedError, match="CERTIFICATE_VERIFY_FAILED"):
        net.origin_port = listener.getsockname()[1]
        net.fetcher().fetch("https://good.example/")
    thread.join(5)
    listener.close()
    assert heard == []
