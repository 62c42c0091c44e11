"""The settings: each variable documented, each bad value one sentence."""

import dataclasses
import stat
from pathlib import Path

import pytest

from webapp.config import VARIABLES, Settings, ensure_folder
from webapp.errors import DataFolderError, SettingError


def test_no_variable_gives_the_defaults():
    settings = Settings.from_environment({"PATH": "/bin"})
    assert settings == Settings()
    assert settings.host == "127.0.0.1"
    assert settings.open_browser
    assert settings.database_url is None
    assert settings.max_text_bytes == 20_000_000


def test_each_field_has_exactly_one_documented_variable():
    assert sorted(v.field for v in VARIABLES) == sorted(f.name for f in dataclasses.fields(Settings))
    assert len({v.name for v in VARIABLES}) == len(VARIABLES)
    for variable in VARIABLES:
        assert variable.name.startswith("PINDU_")
        assert variable.meaning.endswith(".")
        assert variable.default and variable.form


def test_the_shown_default_is_the_real_one_where_it_is_a_value():
    for variable in VARIABLES:
        if variable.default[0].isdigit():
            assert variable.parse(variable.default) == getattr(Settings(), variable.field), variable.name


def test_every_variable_is_read(tmp_path: Path):
    environ = {
        "PINDU_HOME": str(tmp_path / "home"),
        "PINDU_CACHE": str(tmp_path / "cache"),
        "PINDU_HOST": "::1",
        "PINDU_PORT": "8080",
        "PINDU_NO_BROWSER": "yes",
        "PINDU_DATABASE_URL": "postgres://me:secret@db/pindu",
        "PINDU_TRUSTED_HOSTS": "reader.example, 2001:db8::1",
        "PINDU_FETCH_PORTS": "443",
        "PINDU_MAX_TEXT_MB": "5",
    }
    assert set(environ) == {v.name for v in VARIABLES}
    settings = Settings.from_environment(environ)
    assert settings == Settings(
        home=tmp_path / "home",
        cache_folder=tmp_path / "cache",
        host="::1",
        port=8080,
        open_browser=False,
        database_url="postgresql+psycopg://me:secret@db/pindu",
        trusted_hosts=("reader.example", "[2001:db8::1]"),
        fetch_ports=(443,),
        max_text_bytes=5_000_000,
    )
    assert settings.address == "http://[::1]:8080"
    assert settings.library_file == tmp_path / "home" / "library.sqlite3"


def test_an_empty_variable_counts_as_not_set():
    assert Settings.from_environment({v.name: " " for v in VARIABLES}) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PINDU_HOME", __file__),
        ("PINDU_CACHE", "/dev/null"),
        ("PINDU_HOST", "http://localhost"),
        ("PINDU_HOST", "localhost:80"),
        ("PINDU_HOST", "256.1.1.1"),
        ("PINDU_HOST", "a b"),
        ("PINDU_HOST", "-x"),
        ("PINDU_PORT", "0"),
        ("PINDU_PORT", "65536"),
        ("PINDU_PORT", "-1"),
        ("PINDU_PORT", "８０"),
        ("PINDU_PORT", "9" * 5000),
        ("PINDU_NO_BROWSER", "perhaps"),
        ("PINDU_DATABASE_URL", "mysql://x/y"),
        ("PINDU_DATABASE_URL", "library.db"),
        ("PINDU_TRUSTED_HOSTS", "good.example,*"),
        ("PINDU_FETCH_PORTS", "80,,443"),
        ("PINDU_MAX_TEXT_MB", "0"),
        ("PINDU_MAX_TEXT_MB", "2.5"),
    ],
)
def test_a_bad_value_is_one_sentence_that_names_the_variable(name: str, value: str):
    with pytest.raises(SettingError) as caught:
        Settings.from_environment({name: value})
    message = str(caught.value)
    assert message.startswith(name) and message.endswith(".") and "\n" not in message
    assert len(message) < 250


def test_a_password_is_neither_in_the_error_nor_in_the_representation():
    with pytest.raises(SettingError) as caught:
        Settings.from_environment({"PINDU_DATABASE_URL": "mysql://me:secret@db/x"})
    assert "secret" not in str(caught.value)
    assert "secret" not in repr(Settings(database_url="postgresql+psycopg://me:secret@db/x"))


def test_only_our_own_names_are_served():
    assert Settings(host="0.0.0.0").served_hosts == ("localhost", "127.0.0.1", "[::1]")
    assert Settings(host="192.168.1.5", trusted_hosts=("nas",)).served_hosts[-2:] == ("192.168.1.5", "nas")
    assert Settings(host="0.0.0.0").address == "http://127.0.0.1:7463"


def test_the_data_folder_is_made_for_its_owner_only(tmp_path: Path):
    folder = ensure_folder(tmp_path / "a" / "b")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert ensure_folder(folder) == folder


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DataFolderError, match="PINDU_HOME"):
        ensure_folder(tmp_path / "file" / "home")
