"""The hand-made and counted tables in ``data/``: tab-separated, ``#`` lines explain them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from webapp.language import tables

DATA = Path(__file__).with_name("data")


def rows(name: str, columns: int) -> Iterator[list[str]]:
    """Yield the rows of a table, each filled up with "" to ``columns`` cells."""
    for cells in tables.rows(name, "webapp.lexicon"):
        yield cells + [""] * (columns - len(cells))


def default_readings() -> dict[str, tuple[str, ...]]:
    """Return the everyday reading of headwords where it is not obvious."""
    return {form: tuple(reading.split()) for form, reading in rows("default_readings.tsv", 2)}
