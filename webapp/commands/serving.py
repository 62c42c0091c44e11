"""``pindu read`` and ``pindu serve``: the pages, served on this machine."""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shlex
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
import webbrowser
from contextlib import suppress
from pathlib import Path
from threading import Thread, Timer

import click

from webapp.commands.options import FORMATS, charset, chosen_settings, setting
from webapp.config import Settings
from webapp.errors import PortInUseError, SettingError

THREADS = 8
STOP_SECONDS = 10
START_SECONDS = 120  # the first start compiles the dictionary
POLL_SECONDS = 0.02
M_ARENA_MAX = -8  # in malloc.h
SWITCH_SECONDS = (
    0.001  # how long a thread that prepares a page keeps one waiting that answers; Python has 0.005
)


@click.command(short_help="Open a text in the browser.", epilog=FORMATS)
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@charset
@setting("host")
@setting("port")
def read(
    sources: tuple[str, ...], no_browser: bool, charset: str | None, host: str | None, port: int | None
) -> None:
    """Put a text into the library, serve it, and open the browser at it.

    SOURCE is a file, the address of a web page, or - for standard input; without
    one, or with several, the library itself is opened. The same text twice is one
    article. One that cannot be taken does not keep the others out; the exit code
    is 1 then. pindu serves until Ctrl-C.

    \b
    Examples:
      pindu read story.txt
      pindu read --port 8080 --no-browser https://…
      xclip -o | pindu read -
    """
    settings = chosen_settings(host=host, port=port, open_browser=False if no_browser else None)
    door = listen(settings)  # before anything that takes time, and before anything is kept
    path, failed = "/", 0
    if sources:
        from webapp.commands.library import taken
        from webapp.reader.library import open_library

        found = list(taken(open_library(settings), sources, charset))
        failed = len(sources) - len(found)
        if not found:
            raise SystemExit(1)
        if len(found) == 1:
            path = f"/articles/{found[0].slug}"
    _serve(settings, door, path, settings.open_browser)
    if failed:
        raise SystemExit(1)


@click.command(short_help="Serve the library.")
@setting("host")
@setting("port")
def serve(host: str | None, port: int | None) -> None:
    """Serve the library until Ctrl-C, without opening a browser."""
    settings = chosen_settings(host=host, port=port)
    _serve(settings, listen(settings), "/", opens_browser=False)


def listen(settings: Settings) -> socket.socket:
    """Take the port, or say which command would work."""
    try:
        family, *_, place = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(place[:2], family=family)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortInUseError(settings.host, settings.port, _same_command(_free_port(settings))) from None
        raise SettingError(
            f"pindu cannot listen on {settings.host} port {settings.port} ({error.strerror or error})."
            f" Try: {_same_command(_free_port(Settings()), Settings().host)}"
        ) from error


def _serve(settings: Settings, door: socket.socket, path: str, opens_browser: bool) -> None:
    from waitress.server import create_server

    from webapp import create_app

    _share_memory_between_threads()
    sys.setswitchinterval(SWITCH_SECONDS)
    click.echo("Opening the dictionary ...", err=True)
    server = create_server(
        create_app(settings),
        sockets=[door],
        threads=THREADS,
        ident="",
        max_request_body_size=2 * settings.max_text_bytes + 1_000_000,  # the page about a 413 is the app's
    )
    Thread(target=_welcome, args=(settings, path, opens_browser), daemon=True).start()
    for wish in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wish, _stop)
    server.run()  # returns at Ctrl-C
    click.echo("Stopped.", err=True)


def _stop(*_: object) -> None:
    """Stop the server, and soon: an exception raised inside a clean-up of Python's own would go unheard.

    What is stored is safe at any moment, so that nothing is lost by leaving hard.
    """
    last = Timer(STOP_SECONDS, os._exit, (0,))
    last.daemon = True
    last.start()
    raise KeyboardInterrupt


def _share_memory_between_threads() -> None:
    """Keep glibc from giving each thread a heap of its own, whose free room the others cannot use: 30 MB less."""
    with suppress(OSError, AttributeError, TypeError):  # another C library
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 2)


def _welcome(settings: Settings, path: str, opens_browser: bool) -> None:
    """Say where the pages are, as soon as they are there, and open them."""
    if not _answers(f"{settings.address}/healthz"):
        click.echo(f"pindu does not answer at {settings.address}; the lines above say more.", err=True)
        return
    address = settings.address + path
    click.echo(f"Reading at   {address}")
    click.echo(
        f"Library in   {settings.database_url and 'the database of PINDU_DATABASE_URL' or settings.home}"
    )
    click.echo("Stop with    Ctrl-C")
    if opens_browser and not webbrowser.open(address):
        click.echo("No browser could be opened: open the address above yourself.", err=True)


def _answers(address: str) -> bool:
    """Wait until the server is ready; past proxies, for it is on this machine."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        with suppress(OSError, ValueError), opener.open(address, timeout=START_SECONDS) as answer:
            return bool(json.load(answer)["status"] == "ok")
        time.sleep(POLL_SECONDS)
    return False


def _free_port(settings: Settings) -> int:
    """Return a port that nobody listens on now."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as found:
        found.bind((settings.host, 0))
        return int(found.getsockname()[1])


def _same_command(port: int, host: str | None = None) -> str:
    """Return the command that we were started with, with another port.

    What the shell would have passed on as it is stays as it is.
    """
    first, *rest = sys.argv
    program = [sys.executable, "-m", "webapp"] if Path(first).name == "__main__.py" else [first]
    options = {"--port": str(port)} | ({"--host": host} if host else {})
    kept: list[str] = []
    words = iter(rest)
    for word in words:
        name, has_value, _ = word.partition("=")
        if name not in options:
            kept.append(word)
        elif not has_value:
            next(words, None)
    return shlex.join([*program, *kept, *(part for option in options.items() for part in option)])
