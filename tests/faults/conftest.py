"""The databases that faults are made on (see tests/store/postgres.py), and a library on each."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

from postgres import postgres, settings

from webapp.config import Settings
from webapp.reader.library import Library, open_library

__all__ = ["postgres", "settings"]


@pytest.fixture
def library(settings: Settings) -> Iterator[Library]:
    opened = open_library(settings)
    yield opened
    opened.close()
