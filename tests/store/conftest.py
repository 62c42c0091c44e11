"""The databases that these tests run on."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from postgres import postgres, settings

__all__ = ["postgres", "settings"]
