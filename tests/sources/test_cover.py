"""Pictures on the front of books: only what a browser draws and what holds no script."""

import pytest

from webapp.sources.cover import MAX_COVER_BYTES, make_cover


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image/png"),
        (b"GIF89a\x01\x00\x01\x00", "image/gif"),
        (b"RIFF\x1a\x00\x00\x00WEBPVP8L", "image/webp"),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(data: bytes, media_type: str):
    cover = make_cover(data)
    assert cover is not None
    assert (cover.media_type, cover.data) == (media_type, data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"<html><script>alert(1)</script>",
        b"RIFF\x1a\x00\x00\x00WAVEfmt ",  # a sound
        b"\x00\x00\x01\x00",  # an icon
        b"\xff\xd8\xff" + bytes(MAX_COVER_BYTES),
    ],
)
def test_what_is_no_picture_or_too_large_is_no_cover(data: bytes):
    assert make_cover(data) is None
