from __future__ import annotations

from pathlib import Path

import pytest

from webapp.lexicon.compiler import open_lexicon
from webapp.lexicon.exports import bundled_export
from webapp.lexicon.lexicon import Lexicon

EXTRACT = Path(__file__).with_name("data") / "cedict_2023.u8"


@pytest.fixture(scope="session")
def extract():
    return EXTRACT


@pytest.fixture(scope="session")
def small_lexicon(tmp_path_factory):
    """The extract of the 2023 export, compiled."""
    lexicon = open_lexicon(EXTRACT, tmp_path_factory.mktemp("small"))
    yield lexicon
    lexicon.close()


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory) -> Lexicon:
    """The whole dictionary that the package carries, compiled once a session."""
    lexicon = open_lexicon(bundled_export(), tmp_path_factory.mktemp("lexicon"))
    yield lexicon
    lexicon.close()
