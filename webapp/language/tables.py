"""Read the hand-made and counted tables that ship beside the modules."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """Yield the tab-separated rows of ``data/<name>``; ``#`` lines and empty lines hold none."""
    text = files("webapp.language").joinpath("data", name).read_text("utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")
