"""The session secret: made once, for its owner's eyes only."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from webapp.errors import DataFolderError
from webapp.web.secret import FILE_NAME, session_secret


def test_the_secret_is_made_once(tmp_path: Path):
    first = session_secret(tmp_path / "home")
    assert len(first) == 32
    assert session_secret(tmp_path / "home") == first
    assert session_secret(tmp_path / "other") != first


def test_only_its_owner_may_read_it_and_nothing_else_is_left(tmp_path: Path):
    session_secret(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600


def test_a_file_opened_to_others_is_closed_again(tmp_path: Path):
    key = session_secret(tmp_path)
    (tmp_path / FILE_NAME).chmod(0o644)
    assert session_secret(tmp_path) == key
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize("damaged", [b"", b"short"])
def test_a_damaged_file_is_replaced(tmp_path: Path, damaged: bytes):
    (tmp_path / FILE_NAME).write_bytes(damaged)
    key = session_secret(tmp_path)
    assert len(key) == 32
    assert session_secret(tmp_path) == key


def test_processes_that_start_together_agree(tmp_path: Path):
    code = f"from pathlib import Path; from webapp.web.secret import session_secret as s; import sys; sys.stdout.write(s(Path({str(tmp_path)!r})).hex())"
    started = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) for _ in range(6)]
    keys = {process.communicate(timeout=60)[0] for process in started}
    assert len(keys) == 1 and len(keys.pop()) == 64


def test_a_folder_in_the_way_is_one_sentence(tmp_path: Path):
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(DataFolderError, match="PINDU_HOME"):
        session_secret(tmp_path)
