"""A server of ours for a while, in a process of its own, and a browser's connection to it."""

from __future__ import annotations

import gzip
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from uuid import uuid4

PATIENCE_SECONDS = 60
GZIP = b"\x1f\x8b"
ASKING = {"Accept-Encoding": "gzip", "Accept": "text/html,*/*"}
PINDU = (sys.executable, "-m", "webapp")


def environment_of(home: Path, cache_folder: Path | None = None) -> dict[str, str]:
    """Return the environment of a process with an own library; with an own cache too unless one is given."""
    return os.environ | {
        "PINDU_HOME": str(home),
        "PINDU_CACHE": str(cache_folder or home / "cache"),
        "PINDU_NO_BROWSER": "1",
    }


@dataclass(slots=True)
class Server:
    """A running server, asked as one browser asks: over a connection that stays, for packed pages."""

    port: int
    process: subprocess.Popen[bytes]
    _connection: HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self._connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str) -> tuple[float, bytes]:
        """Return the milliseconds to a page's last byte, and the bytes that travelled."""
        started = time.perf_counter()
        try:
            self._connection.request("GET", path, headers=ASKING)
            answer = self._connection.getresponse()
            body = answer.read()
        except OSError:  # not there yet
            self._connection.close()
            raise
        spent = (time.perf_counter() - started) * 1000
        if answer.status != 200:
            raise SystemExit(f"{path} was answered with {answer.status}")
        return spent, body

    def plain(self, path: str) -> str:
        """Return a page or an asset unpacked."""
        body = self.get(path)[1]
        return (gzip.decompress(body) if body.startswith(GZIP) else body).decode("utf-8")

    def add(self, text: str) -> tuple[float, str]:
        """Put a text in as the form sends a file; return the milliseconds, and where its page is."""
        border = uuid4().hex
        head = f'--{border}\r\nContent-Disposition: form-data; name="file"; filename="novel.txt"\r\n\r\n'
        body = head.encode() + text.encode("utf-8") + f"\r\n--{border}--\r\n".encode()
        started = time.perf_counter()
        self._connection.request(
            "POST", "/articles", body, {"Content-Type": f"multipart/form-data; boundary={border}"}
        )
        answer = self._connection.getresponse()
        answer.read()
        spent = (time.perf_counter() - started) * 1000
        if answer.status not in (302, 303):
            raise SystemExit(f"the text was answered with {answer.status}")
        return spent, answer.headers["Location"]

    def megabytes(self) -> float:
        """Return the memory that the process has now."""
        asked = ["ps", "-o", "rss=", "-p", str(self.process.pid)]
        return int(subprocess.run(asked, capture_output=True, text=True, check=True).stdout) * 1024 / 1e6


@contextmanager
def serving(environment: Mapping[str, str]) -> Iterator[Server]:
    """Serve until the end of the block; it begins once the port is open."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*PINDU, "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield Server(port, process)
    finally:
        process.terminate()
        process.wait()


def first_answer(server: Server, path: str) -> bytes:
    """Ask again and again until the server answers; return the bytes that travelled."""
    deadline = time.perf_counter() + PATIENCE_SECONDS
    while server.process.poll() is None and time.perf_counter() < deadline:
        try:
            return server.get(path)[1]
        except OSError:
            time.sleep(0.005)
    raise SystemExit(f"{server.address}{path} does not answer: try 'pindu serve' by itself")
