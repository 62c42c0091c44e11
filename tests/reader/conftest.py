"""The databases that the library is tested on; see tests/store/postgres.py."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

from postgres import postgres, settings

__all__ = ["postgres", "settings"]
