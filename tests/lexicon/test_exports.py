from __future__ import annotations

import errno
import gzip
import zipfile
from pathlib import Path

import pytest

from webapp.errors import LexiconFileError, LexiconSyntaxError
from webapp.lexicon import compiler
from webapp.lexicon.compiler import compile_lexicon, open_lexicon
from webapp.lexicon.exports import bundled_export, current_export, install_export, read_export

NEWER = Path(__file__).with_name("data") / "cedict_2026.u8"


@pytest.fixture
def packed(tmp_path):
    """The newer extract in each of the forms that it is offered in."""
    plain = tmp_path / "cedict.txt"
    plain.write_bytes(b"\xef\xbb\xbf" + NEWER.read_bytes().replace(b"\n", b"\r\n"))
    gz = tmp_path / "cedict.txt.gz"
    gz.write_bytes(gzip.compress(NEWER.read_bytes()))
    archive = tmp_path / "cedict.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.write(NEWER, "cedict_ts.u8")
        file.writestr("readme.txt", "hello")
    return [NEWER, plain, gz, archive]


def test_plain_gzipped_and_zipped_exports_hold_the_same_lines(packed):
    texts = [read_export(path) for path in packed]
    assert all(text == texts[0] for text in texts)


def test_an_installed_export_is_used_instead_of_the_bundled_one(tmp_path, packed):
    assert current_export(tmp_path) == bundled_export()
    for path in packed:
        header = install_export(path, tmp_path / "data")
        assert header.date == "2026-05-20"
    lexicon = open_lexicon(current_export(tmp_path / "data"), tmp_path / "cache")
    assert lexicon.info().date == "2026-05-20"
    assert [c.simplified for e in lexicon.entries("门") for c in e.classifiers][:1]  # door
    lexicon.close()


def test_a_broken_line_leaves_the_old_dictionary_in_place(tmp_path):
    install_export(NEWER, tmp_path)
    before = current_export(tmp_path).read_bytes()
    broken = tmp_path / "broken.u8"
    broken.write_text(NEWER.read_text("utf-8") + "行 /row/\n", "utf-8")
    with pytest.raises(LexiconSyntaxError, match=r"broken\.u8, line \d+"):
        install_export(broken, tmp_path)
    assert current_export(tmp_path).read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["broken.u8", "cedict.u8.gz"]


def test_an_export_cut_short_is_refused_by_its_own_count(tmp_path):
    short = tmp_path / "short.u8"
    short.write_text("#! entries=2\n行 行 [hang2] /row/\n", "utf-8")
    with pytest.raises(LexiconFileError, match="incomplete"):
        install_export(short, tmp_path)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("big5.u8", "行 行 [hang2] /row/\n".encode("big5"), "not UTF-8"),
        ("cut.gz", gzip.compress(b"x" * 9999, mtime=0)[:40], "cannot be read"),
        ("cut.zip", b"PK\x03\x04 and no more", "cannot be read"),
        ("empty.u8", b"", "no dictionary entry"),
    ],
)
def test_what_is_no_export_gets_one_sentence(tmp_path, name, content, message):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(LexiconFileError, match=message):
        install_export(path, tmp_path / "data")
    assert not (tmp_path / "data").exists()


def test_a_missing_file_and_a_folder_get_one_sentence(tmp_path):
    with pytest.raises(LexiconFileError, match="no dictionary file"):
        install_export(tmp_path / "nowhere.u8", tmp_path)
    with pytest.raises(LexiconFileError, match="cannot be read"):
        install_export(tmp_path, tmp_path)


def test_a_file_that_unpacks_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("webapp.lexicon.exports.MAX_EXPORT_BYTES", 10_000)
    bomb = tmp_path / "bomb.gz"
    bomb.write_bytes(gzip.compress(b"0" * 1_000_000))
    with pytest.raises(LexiconFileError, match="unpacks to more"):
        read_export(bomb)


def test_a_full_disk_while_compiling_leaves_nothing_behind(extract, tmp_path, monkeypatch):
    class Full:
        def __init__(self, path):
            Path(path).write_bytes(b"half")

        def executescript(self, _):
            raise compiler.sqlite3.OperationalError("database or disk is full")

        def close(self):
            pass

    monkeypatch.setattr(compiler.sqlite3, "connect", Full)
    with pytest.raises(LexiconFileError, match="Free some space"):
        compile_lexicon(extract, tmp_path / "compiled.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_while_installing_leaves_the_old_dictionary(tmp_path, monkeypatch):
    install_export(NEWER, tmp_path)
    before = current_export(tmp_path).read_bytes()

    def full(self, data):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(LexiconFileError, match="No space left"):
        install_export(NEWER, tmp_path)
    assert current_export(tmp_path).read_bytes() == before


def test_a_folder_that_is_a_file_gets_one_sentence(extract, tmp_path):
    (tmp_path / "cache").write_text("in the way")
    with pytest.raises(LexiconFileError, match="cannot be written"):
        open_lexicon(extract, tmp_path / "cache")
