"""Makes the helper module of this folder importable without a package."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
