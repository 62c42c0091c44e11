"""What an annotation was made with: a digest of the engine's own code and tables, and of the packages below it.

A version number is raised now and then, a rule is changed any day: annotations that
were kept by the number alone would outlive the rules that made them. The content is
read, not the dates of the files, for an installed package may have any date. That is
three megabytes, some milliseconds at a start.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

ROOMS = ("language", "lexicon")
"""The packages of ours that decide how a text is annotated."""
BELOW = ("jieba", "pypinyin", "g2pM", "numpy", "OpenCC")
"""The packages of others that do."""
DIGEST_BYTES = 6


def fingerprint(house: Traversable | None = None) -> str:
    """Return 12 hexadecimal digits that change with the engine; ``house`` is the folder of its rooms, by default ours."""
    house = house or files("webapp")
    digest = blake2b(digest_size=DIGEST_BYTES)
    for room in ROOMS:
        for path, content in _contents(house / room, room):
            digest.update(f"{path} {len(content)}\n".encode())
            digest.update(content)
    for name in BELOW:
        digest.update(f"{name} {_version(name)}\n".encode())
    return digest.hexdigest()


def _contents(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    """Give the files below a folder by their names, without what Python keeps of them."""
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.name.startswith((".", "__pycache__")):
            continue
        if each.is_dir():
            yield from _contents(each, f"{path}/{each.name}")
        else:
            yield f"{path}/{each.name}", each.read_bytes()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # lies beside us without having been installed
        return ""
