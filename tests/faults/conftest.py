"""The databases that faults are made on (see tests/store/postgres.py), and a library on each."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

from postgres import library, postgres, settings

__all__ = ["library", "postgres", "settings"]
