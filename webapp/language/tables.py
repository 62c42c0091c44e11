"""Read the hand-made and counted tables that ship beside the modules."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str, package: str = "webapp.language") -> Iterator[list[str]]:
    """Yield the tab-separated rows of ``data/<name>`` in a package; ``#`` lines and empty lines hold none."""
    text = files(package).joinpath("data", name).read_text("utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")
