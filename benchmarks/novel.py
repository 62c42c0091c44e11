"""A text as long as a novel for the benchmarks: a real one that is given, or one put together.

One put together has the sentences of the CPP development set (see ``tests/quality/data``),
which are as rich in words as a novel, in another order for each ``seed``.
"""

from __future__ import annotations

import gzip
import random
from pathlib import Path

SENTENCES = Path(__file__).parent.parent / "tests" / "quality" / "data" / "cpp_dev.sent.gz"
MILLION = 1_000_000
CHAPTER_SENTENCES = 100


def novel(given: str = "", seed: int = 0, chars: int = MILLION) -> str:
    """Return a text of its own for each seed: that of a file, of the largest .txt file of a folder, or made here."""
    if given:
        place = Path(given)
        files = (
            [place] if place.is_file() else sorted(place.glob("*.txt"), key=lambda each: each.stat().st_size)
        )
        if not files:
            raise SystemExit(f"{place} holds no .txt file")
        return f"第{seed + 1}次印刷\n\n{files[-1].read_text('utf-8')}"  # printing number so-and-so
    return _made(random.Random(seed), chars)


def _made(chance: random.Random, chars: int) -> str:
    with gzip.open(SENTENCES, "rt", encoding="utf-8") as lines:
        sentences = [line.strip().replace("▁", "").replace(" ", "") for line in lines]
    parts: list[str] = []
    size = 0
    while size < chars:
        for number, sentence in enumerate(chance.sample(sentences, len(sentences))):
            if number % CHAPTER_SENTENCES == 0:
                parts.append(f"\n第{len(parts) // CHAPTER_SENTENCES + 1}章\n\n")
            parts.append(sentence + ("\n" if chance.random() < 0.3 else ""))
        size = sum(map(len, parts))
    return "".join(parts)[:chars]
