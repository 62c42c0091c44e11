"""What the README says of settings, fields and make is so."""

import re
from pathlib import Path

from webapp.config import VARIABLES
from webapp.reader.contract import ALL_FIELDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_the_table_of_settings_is_the_one_that_reads_them():
    written = re.findall(r"^\| `(PINDU_\w+)` \| (.*) \| (.*) \|$", README, re.M)
    assert written == [(v.name, v.default, v.meaning) for v in VARIABLES]


def test_every_field_of_a_token_is_described_in_its_order():
    table = README.partition("| field | is |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.M) == list(ALL_FIELDS)


def test_every_make_target_named_is_there():
    named = set(re.findall(r"make (read|serve|test|check|bench|quality|clean)\b", README))
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert {"read", "test", "check", "bench", "quality"} <= named <= targets


def test_the_files_and_folders_named_are_there():
    named = re.findall(r"\b(?:webapp|tests|docs)/[\w/]+(?:\.\w+|/)", README)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []
