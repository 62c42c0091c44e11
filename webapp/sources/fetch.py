"""The one door through which pindu asks the network for anything.

A page that a reader names may try to make us ask our own machine or network
(server-side request forgery). So each hop is done by hand, with the standard
library: the address is judged by its spelling, then *all* addresses its name
resolves to are judged, then one of those very addresses is connected to, with no
second look-up in between; a redirect starts again from the top. Proxy variables,
cookies and credentials are not used. Time, bytes and redirects are bounded, and
so is what compressed bytes unpack to. ``requests`` and ``urllib`` resolve the name
themselves when they connect, which is too late.
"""

from __future__ import annotations

import contextlib
import http.client
import io
import queue
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from webapp.errors import SourceRefusedError, SourceTooLargeError
from webapp.sources.addresses import Address, is_public, parse_address

MAX_REDIRECTS = 5
MAX_TRIES = 3  # of a host's addresses
MAX_BODY_BYTES = 10_000_000
TIMEOUT_SECONDS = 15.0
PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "application/xml", "text/xml"})
CONTENT_TYPES = PAGE_TYPES | {
    *("text/plain", "text/markdown", "text/vtt", "application/x-subrip", "application/epub+zip"),
    *("application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}

_CHUNK_BYTES = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; pindu)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9",
    "Accept-Language": "zh,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


def resolve_host(host: str, port: int) -> Sequence[str]:
    """Return every IP address that the system's resolver gives for a name."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def connect_address(ip: str, port: int, timeout_seconds: float) -> socket.socket:
    """Connect to a numeric address; no name is looked up."""
    connection = socket.socket(socket.AF_INET6 if ":" in ip else socket.AF_INET, socket.SOCK_STREAM)
    try:
        connection.settimeout(timeout_seconds)
        connection.connect((ip, port))
    except BaseException:
        connection.close()
        raise
    return connection


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back: ``url`` after redirects, ``charset`` as the header declares it."""

    url: str
    body: bytes
    content_type: str
    charset: str | None


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches pages from the open internet only; ``resolve`` and ``connect`` are the network."""

    ports: tuple[int, ...] = (80, 443)
    timeout_seconds: float = TIMEOUT_SECONDS
    resolve: Callable[[str, int], Sequence[str]] = resolve_host
    connect: Callable[[str, int, float], socket.socket] = connect_address

    def fetch(self, url: str) -> Fetched:
        """Get the page at ``url``, or raise :class:`SourceRefusedError` with the reason."""
        deadline = _Deadline(time.monotonic() + self.timeout_seconds)
        for _ in range(MAX_REDIRECTS + 1):
            address = parse_address(url, self.ports)
            try:
                answer = self._hop(address, deadline)
            except TimeoutError:
                raise SourceRefusedError(
                    f"{address.host} did not answer in full within {self.timeout_seconds:.0f} seconds; try again later."
                ) from None
            except ssl.SSLError as error:
                raise SourceRefusedError(
                    f"{address.host} could not prove who it is ({error.reason or 'TLS failed'}), so nothing was fetched."
                ) from error
            except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
                raise SourceRefusedError(
                    f"{address.host} could not be reached, or its answer made no sense"
                    f" ({getattr(error, 'strerror', None) or type(error).__name__}); check the address or try again later."
                ) from error
            if isinstance(answer, Fetched):
                return answer
            try:
                url = urljoin(address.url, answer)
            except ValueError:
                raise SourceRefusedError(f"{address.host} redirects to what is no web address.") from None
        raise SourceRefusedError(
            f"The page redirects more than {MAX_REDIRECTS} times, so it was not fetched."
        )

    def _hop(self, address: Address, deadline: _Deadline) -> Fetched | str:
        """Ask one address. The result is the page, or where it redirects to."""
        connection = self._connected(self._judged(address, deadline), address.port, deadline)
        try:
            if address.scheme == "https":
                connection = ssl.create_default_context().wrap_socket(
                    connection, server_hostname=address.host
                )
            request = http.client.HTTPConnection(address.host, address.port)
            request.auto_open = 0  # never connects by itself: a name would be looked up again
            request.sock = _TimedSocket(connection, deadline)
            request.request("GET", address.target, headers={"Host": address.host_header, **_HEADERS})
            return _read_answer(request.getresponse(), address)
        finally:
            connection.close()

    def _connected(self, judged: Sequence[str], port: int, deadline: _Deadline) -> socket.socket:
        """Connect to the first of the judged addresses that answers (one may be IPv6 on a machine without it)."""
        for ip in judged[:-1]:
            with contextlib.suppress(OSError):
                return self.connect(ip, port, deadline.left() / 3)
        return self.connect(judged[-1], port, deadline.left())

    def _judged(self, address: Address, deadline: _Deadline) -> Sequence[str]:
        """Return the IP addresses that may be connected to; one bad one among them refuses them all."""
        literal = ":" in address.host or address.host.replace(".", "").isdigit()
        found = (
            [address.host] if literal else _within(deadline, lambda: self.resolve(address.host, address.port))
        )
        if not found:
            raise SourceRefusedError(f"There is no host called {address.host}; check the address.")
        if not all(map(is_public, found)):
            raise SourceRefusedError(
                f"{address.host} is refused: it lies on this machine or in a private network, not in the open internet."
            )
        return found[:MAX_TRIES]


class _Deadline:
    """A moment that everything must be done by."""

    def __init__(self, moment: float) -> None:
        self._moment = moment

    def left(self) -> float:
        seconds = self._moment - time.monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds


class _TimedSocket(io.RawIOBase):
    """A socket for ``http.client`` whose every read and write ends at the deadline.

    A socket's own timeout starts anew with every byte, so a server that drips
    could hold us for hours.
    """

    def __init__(self, connection: socket.socket, deadline: _Deadline) -> None:
        self._connection = connection
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self._connection.settimeout(self._deadline.left())
        return self._connection.recv_into(buffer)

    def sendall(self, data: bytes) -> None:
        self._connection.settimeout(self._deadline.left())
        self._connection.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(self)


def _within(deadline: _Deadline, look_up: Callable[[], Sequence[str]]) -> Sequence[str]:
    """Run a look-up, which cannot be interrupted, and stop waiting at the deadline."""
    results: queue.SimpleQueue[Sequence[str] | OSError | UnicodeError] = queue.SimpleQueue()

    def run() -> None:
        try:
            results.put(look_up())
        except (OSError, UnicodeError) as error:
            results.put(error)

    threading.Thread(target=run, daemon=True, name="pindu-resolve").start()
    try:
        result = results.get(timeout=deadline.left())
    except queue.Empty:
        raise TimeoutError from None
    return () if isinstance(result, OSError | UnicodeError) else result


def _read_answer(response: http.client.HTTPResponse, address: Address) -> Fetched | str:
    location = response.getheader("Location")
    if response.status in _REDIRECTS and location:
        return location.encode("latin-1", "replace").decode("utf-8", "replace").strip()
    if response.status != 200:
        raise SourceRefusedError(
            f"{address.host} answered {response.status} instead of the page; check the address."
        )
    content_type = response.headers.get_content_type()
    if response.getheader("Content-Type") and content_type not in CONTENT_TYPES:
        raise SourceRefusedError(
            f"{address.host} sent {content_type[:60]!r}, which is no page, text or book."
        )
    body = b"".join(_unpacked(response, address))
    return Fetched(address.url, body, content_type, response.headers.get_content_charset())


def _unpacked(response: http.client.HTTPResponse, address: Address) -> list[bytes]:
    """Read the body in pieces, unpacking as it comes and stopping at the limit."""
    coding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if coding not in ("identity", "gzip", "x-gzip", "deflate"):
        raise SourceRefusedError(
            f"{address.host} packs its page with {coding[:30]!r}, which we did not ask for."
        )
    unpacker = None if coding == "identity" else zlib.decompressobj(wbits=47)  # gzip or zlib, by its header
    pieces: list[bytes] = []
    received = unpacked = 0
    while chunk := response.read(_CHUNK_BYTES):
        received += len(chunk)
        if coding == "deflate" and unpacker is not None and not pieces and chunk[0] & 0x0F != 8:
            unpacker = zlib.decompressobj(wbits=-15)  # some servers leave the zlib header out
        piece = chunk if unpacker is None else unpacker.decompress(chunk, MAX_BODY_BYTES + 1 - unpacked)
        unpacked += len(piece)
        pieces.append(piece)
        if max(received, unpacked) > MAX_BODY_BYTES:
            raise SourceTooLargeError(
                f"The page at {address.host} is larger than {MAX_BODY_BYTES // 1_000_000} MB; nothing was taken."
            )
    if response.length or (unpacker is not None and not unpacker.eof):
        raise http.client.IncompleteRead(b"")
    return pieces
