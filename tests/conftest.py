"""What many tests need: an engine on a compiled dictionary, made once a run and once a machine."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from webapp.config import Settings
from webapp.reader.dictionary import open_dictionary

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory) -> Path:
    """A cache folder with the bundled dictionary compiled into it."""
    settings = Settings(home=tmp_path_factory.mktemp("home"), cache_folder=tmp_path_factory.mktemp("cache"))
    open_dictionary(settings).close()
    return settings.cache_folder


@pytest.fixture(scope="session")
def engine(cache_folder, tmp_path_factory):
    """The whole engine. Read-only, so all tests share it."""
    from webapp.reader.engine import open_engine  # most tests do without it

    return open_engine(Settings(home=tmp_path_factory.mktemp("home"), cache_folder=cache_folder))


@pytest.fixture
def environment(cache_folder, tmp_path) -> dict[str, str]:
    """Variables for a process of its own: an empty home, the compiled dictionary, no browser, a plain locale."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PINDU_", "LC_", "LANG", "PYTHON"))}
    own = {
        "PINDU_HOME": tmp_path / "home",
        "PINDU_CACHE": cache_folder,
        "PINDU_NO_BROWSER": "1",
        "LC_ALL": "C",
    }
    return kept | {name: str(value) for name, value in own.items()}


@pytest.fixture
def pindu(environment, tmp_path) -> Run:
    """Run ``pindu`` as a command, in an empty folder: ``pindu("list", stdin=...)``."""

    def run(*arguments: str, stdin: str | bytes = "", **variables: str) -> subprocess.CompletedProcess[str]:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        program = Path(sys.executable).with_name("pindu")
        command = [str(program)] if program.exists() else [sys.executable, "-m", "webapp"]
        done = subprocess.run(
            [*command, *arguments],
            input=given, capture_output=True, cwd=tmp_path, env=environment | variables, timeout=120, check=False,
        )  # fmt: skip
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return run
