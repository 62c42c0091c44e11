"""The picture on the front of a book: taken only when it is what it says."""

from __future__ import annotations

from dataclasses import dataclass

MAX_COVER_BYTES = 4_000_000
# Pictures that every browser draws and that hold no script (SVG can).
_SIGNATURES = (
    ("image/jpeg", b"\xff\xd8\xff", b""),
    ("image/png", b"\x89PNG\r\n\x1a\n", b""),
    ("image/gif", b"GIF87a", b""),
    ("image/gif", b"GIF89a", b""),
    ("image/webp", b"RIFF", b"WEBP"),  # four bytes of length between the two
)


@dataclass(frozen=True, slots=True)
class Cover:
    """A picture of at most :data:`MAX_COVER_BYTES`; ``media_type`` is told by its first bytes."""

    media_type: str
    data: bytes


def make_cover(data: bytes) -> Cover | None:
    """Return the picture, or None for what is too large or no picture of a kind that is shown.

    >>> make_cover(b"GIF89a...").media_type
    'image/gif'
    >>> make_cover(b"<svg onload='alert(1)'/>")
    """
    if len(data) > MAX_COVER_BYTES:
        return None
    for media_type, start, after in _SIGNATURES:
        if data.startswith(start) and data[8:12].startswith(after):
            return Cover(media_type, data)
    return None
