"""Annotations that are kept: the same when read again, gone when stale, and never needed."""

from pathlib import Path

import pytest

from webapp.reader.annotations import Annotations

TEXT = "银行行长\n\n他3月5日在银行工作，看过好不好？“受不了！”WiFi不是很快。\n"  # odds and ends


@pytest.fixture
def document(engine):
    return engine.annotator.document(TEXT)


def test_a_document_comes_back_as_it_was(tmp_path: Path, document):
    Annotations(tmp_path / "kept.sqlite3", "1").put(document)
    again = Annotations(tmp_path / "kept.sqlite3", "1")
    assert again.get(TEXT) == document
    assert again.get(TEXT + "！") is None


def test_a_word_of_two_documents_is_one_object(tmp_path: Path, engine, document):
    kept = Annotations(tmp_path / "kept.sqlite3", "1")
    kept.put(document)
    kept.put(engine.annotator.document("我去银行。"))  # I go to the bank.
    first, second = kept.get(TEXT), kept.get("我去银行。")
    banks = {id(token.word) for found in (first, second) for token in found.tokens() if token.text == "银行"}
    assert len(banks) == 1


def test_another_version_finds_nothing_and_drops_what_is_stale(tmp_path: Path, document):
    Annotations(tmp_path / "kept.sqlite3", "1").put(document)
    assert Annotations(tmp_path / "kept.sqlite3", "2").get(TEXT) is None
    assert Annotations(tmp_path / "kept.sqlite3", "1").get(TEXT) is None


@pytest.mark.parametrize("content", [b"", b"no database at all" * 99, None])
def test_a_file_that_cannot_be_used_is_no_loss(tmp_path: Path, document, content: bytes | None):
    file = tmp_path / "kept.sqlite3"
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)
    kept = Annotations(file, "1")
    assert kept.get(TEXT) is None
    kept.put(document)
    if content is not None:
        assert kept.get(TEXT) == document  # begun anew


def test_without_a_file_nothing_is_kept(document):
    kept = Annotations(None, "1")
    kept.put(document)
    assert kept.get(TEXT) is None
