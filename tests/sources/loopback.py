"""A web server on loopback that stands for the internet, and a witness that nobody may call."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from webapp.sources.fetch import Fetcher, connect_address

PUBLIC = "93.184.215.14"  # stands for a good host; never really contacted
TLS_HELLO = b"\x16"  # the first byte of a greeting that expects TLS
Answer = Callable[[socket.socket, str], None]


@dataclass
class Witness:
    """Counts the connections that reach this machine."""

    port: int
    connections: int = 0


@dataclass
class Internet:
    """Names, what they resolve to, and the one server behind :data:`PUBLIC`."""

    origin_port: int
    witness: Witness
    names: dict[str, list[str]] = field(default_factory=dict)
    looked_up: list[str] = field(default_factory=list)
    connected: list[str] = field(default_factory=list)

    def resolve(self, host: str, port: int) -> list[str]:
        self.looked_up.append(host)
        if host not in self.names:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return self.names[host]

    def connect(self, ip: str, port: int, timeout_seconds: float) -> socket.socket:
        self.connected.append(ip)
        if ip == PUBLIC:
            return connect_address("127.0.0.1", self.origin_port, timeout_seconds)
        return connect_address(ip, self.witness.port, 0.2)  # the mistake that the tests look for

    def fetcher(self, timeout_seconds: float = 5.0) -> Fetcher:
        return Fetcher((80, 443, self.witness.port), timeout_seconds, self.resolve, self.connect)


@contextlib.contextmanager
def serving(answer: Answer, host: str = "127.0.0.1") -> Iterator[int]:
    """Answer each connection in a thread of its own; yields the port."""
    listener = socket.create_server((host, 0))

    def serve(connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            connection.settimeout(5)
            request = b""
            while (
                b"\r\n\r\n" not in request and request[:1] != TLS_HELLO and (chunk := connection.recv(65536))
            ):
                request += chunk
            answer(connection, _target(request))

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(2)


@contextlib.contextmanager
def internet(answer: Answer) -> Iterator[Internet]:
    """Yield an internet whose public host answers with ``answer``; the witness listens on all of loopback."""

    def called(connection: socket.socket, target: str) -> None:
        witness.connections += 1

    witness = Witness(0)
    with serving(called, "0.0.0.0") as witness.port, serving(answer) as origin_port:
        yield Internet(origin_port, witness, {"good.example": [PUBLIC]})


def response(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """Spell an HTTP answer; header names are given with underscores."""
    headers.setdefault("Content_Length", str(len(body)))
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    return "\r\n".join(lines).encode("utf-8") + b"\r\n\r\n" + body


def _target(request: bytes) -> str:
    words = request.decode("latin-1").split("\r\n")[0].split(" ")
    return words[1] if len(words) == 3 else ""
