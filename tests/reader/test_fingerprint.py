"""What was annotated by other rules, tables or packages is known to be stale."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from webapp.reader import fingerprint as module
from webapp.reader.annotations import Annotations
from webapp.reader.fingerprint import BELOW, ROOMS, fingerprint


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Path:
    """A copy of the engine's rooms."""
    folder = tmp_path_factory.mktemp("house")
    for room in ROOMS:
        shutil.copytree(str(files("webapp") / room), folder / room)
    return folder


def test_a_copy_of_the_engine_has_its_fingerprint_whatever_its_files_dates(house: Path):
    (house / "language" / "annotate.py").touch()
    assert fingerprint(house) == fingerprint()


@pytest.mark.parametrize(
    "name", ["language/annotate.py", "language/data/reading_rules.tsv", "lexicon/senses.py", "lexicon/data/fields.tsv"]
)  # fmt: skip
def test_a_changed_rule_or_table_changes_it(house: Path, name: str):
    before, content = fingerprint(house), (house / name).read_bytes()
    (house / name).write_bytes(content.swapcase())  # of the same length
    changed = fingerprint(house)
    (house / name).write_bytes(content)
    assert changed != before == fingerprint(house)


def test_a_new_file_or_another_name_changes_it_and_compiled_code_does_not(house: Path):
    before = fingerprint(house)
    (house / "language" / "__pycache__").mkdir(exist_ok=True)
    (house / "language" / "__pycache__" / "new.pyc").write_bytes(b"compiled")
    assert fingerprint(house) == before
    (house / "language" / "new.py").write_bytes(b"")
    added = fingerprint(house)
    (house / "language" / "new.py").rename(house / "language" / "newer.py")
    renamed = fingerprint(house)
    (house / "language" / "newer.py").unlink()
    assert len({before, added, renamed}) == 3


@pytest.mark.parametrize("name", BELOW)
def test_another_version_of_a_package_below_changes_it(monkeypatch, name: str):
    before, installed = fingerprint(), module.version
    monkeypatch.setattr(module, "version", lambda asked: "0.0.1" if asked == name else installed(asked))
    assert fingerprint() != before


def test_the_engine_carries_it_and_annotations_of_another_are_dropped(engine, tmp_path: Path):
    text = "银行"  # bank
    assert fingerprint() in engine.version
    file = tmp_path / "kept.sqlite3"
    Annotations(file, engine.version.replace(fingerprint(), "0" * 12)).put(engine.annotator.document(text))
    now = Annotations(file, engine.version)
    assert now.get(text) is None
    now.put(engine.annotator.document(text))
    assert Annotations(file, engine.version).get(text) is not None
