"""A throw-away PostgreSQL on a unix socket, where PostgreSQL is installed.

Where it is not, what needs it is skipped; with PINDU_TEST_POSTGRES=required, as in
``.ci/run``, it fails.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import pytest

from webapp.config import Settings
from webapp.reader.library import Library, open_library

_NEEDED = ("initdb", "postgres", "psql")
_PLACES = [str(place) for place in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]


class Cluster:
    """A running server; each call of :meth:`new_database` gives the address of an empty database."""

    def __init__(self, folder: Path, account: str | None) -> None:
        self.folder = folder
        self._account = account
        self._numbers = count(1)

    def run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [_program(program), *arguments],
            user=self._account,
            cwd=self.folder,
            check=True,
            capture_output=True,
        )

    def new_database(self) -> str:
        name = f"library_{next(self._numbers)}"
        self.run(
            "psql", "-h", str(self.folder), "-U", "pindu", "-d", "postgres", "-qc", f"CREATE DATABASE {name}"
        )
        return f"postgresql+psycopg://pindu@/{name}?host={self.folder}"


class NotInstalledError(Exception):
    """PostgreSQL, or a part of it, is not installed; the message names the part."""


def _program(name: str) -> str:
    found = shutil.which(name, path=os.pathsep.join([*_PLACES, os.environ.get("PATH", "")]))
    if found is None:
        raise NotInstalledError(name)
    return found


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """Start a server for this run."""
    try:
        with running_cluster() as cluster:
            yield cluster
    except NotInstalledError as missing:
        reason = f"PostgreSQL is not installed ({missing} is missing)"
        if os.environ.get("PINDU_TEST_POSTGRES") == "required":
            pytest.fail(f"{reason}, and PINDU_TEST_POSTGRES requires it", pytrace=False)
        pytest.skip(f"{reason}: this half of the tests did not run")


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    """Run a server for a while. It refuses to run as root, so root lends it the account ``postgres``.

    Raises :class:`NotInstalledError`.
    """
    if find_spec("psycopg") is None:
        raise NotInstalledError("psycopg")
    for name in _NEEDED:
        _program(name)
    folder = Path(tempfile.mkdtemp(prefix="pindu-postgres-"))  # a socket's path must be short
    account = "postgres" if os.geteuid() == 0 else None
    if account:
        shutil.chown(folder, account)
    cluster = Cluster(folder, account)
    data = folder / "data"
    cluster.run(
        "initdb", "-D", str(data), "-U", "pindu", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"
    )
    # What is written need not outlive the machine: it is the programs that are killed, never this server.
    careless = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
    options = ["-k", str(folder), "-c", "listen_addresses=", "-c", "max_connections=60", *careless]
    server = subprocess.Popen(
        [_program("postgres"), "-D", str(data), *options], user=account, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(100):
            if (folder / ".s.PGSQL.5432").exists():
                break
            time.sleep(0.1)
        time.sleep(0.2)
        yield cluster
    finally:
        server.send_signal(
            signal.SIGINT
        )  # "fast": does not wait for connections that a failed test left open
        try:
            server.wait(20)
        finally:
            server.kill()
            shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings of an empty library, on each of the databases."""
    url = request.getfixturevalue("postgres").new_database() if request.param == "postgresql" else None
    return Settings(home=tmp_path / "home", cache_folder=tmp_path / "cache", database_url=url)


@pytest.fixture
def library(settings: Settings) -> Iterator[Library]:
    """An empty library, on each of the databases."""
    opened = open_library(settings)
    yield opened
    opened.close()
