"""What a file is, told by what is in it; and one sentence for what is not read."""

import pytest

from webapp.errors import SourceFormatError
from webapp.sources.formats import FORMATS, SUFFIXES, detect

TEXT = "你好，世界。".encode()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (TEXT, "a.txt", "text"),
        (TEXT, "a", "text"),
        (TEXT, "a.epub", "text"),  # it only says so
        (TEXT, "a.MD", "markdown"),
        (TEXT, "a.srt", "subtitles"),
        (TEXT, "a.html", "page"),
        (b"<!DOCTYPE html><p>", "a.txt", "page"),
        (b"WEBVTT\n\n", "a.txt", "subtitles"),
        (b"1\r\n00:00:01,000 --> 00:00:02,000\r\n", "a", "subtitles"),
        (b"%PDF-1.7", "a.txt", "pdf"),
        (b"PK\x03\x04...META-INF/container.xml", "a.zip", "epub"),
        (b"PK\x03\x04...word/document.xml", "a.txt", "word"),
    ],
)
def test_a_file_is_known_by_its_content(data: bytes, name: str, kind: str):
    assert detect(data, name) == kind


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"{\\rtf1\\ansi hello}", "a rich text"),
        (bytes(60) + b"BOOKMOBI" + bytes(60), "a Kindle book"),
        (b"ITSF\3\0\0\0", "a Windows help file"),
        (b"AT&TFORM", "a scanned DjVu"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a picture"),
        (b"GIF89a", "a picture"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a picture"),
        (b"\0\0\0\x20ftypisom", "a film"),
        (b"ID3\4", "a sound"),
        (b"\x1f\x8b\x08" + bytes(40), "a compressed file"),
        (b"Rar!\x1a\x07", "a compressed file"),
        (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
        (b"\x7fELF\x02\x01\x01" + bytes(60), "a program"),
        (b"MZ\x90\0", "a program"),
        (b"SQLite format 3\0" + bytes(99), "a database"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), "an old Word"),
        (b"PK\x03\x04 xl/workbook.xml", "an Excel workbook"),
        (b"PK\x03\x04 opendocument.text", "an OpenDocument"),
        (b"PK\x03\x04" + bytes(100), "a zip archive"),
    ],
)
def test_what_is_not_read_is_named_with_what_to_do(data: bytes, what: str):
    with pytest.raises(SourceFormatError) as caught:
        detect(data, "letter.txt")
    message = str(caught.value)
    assert message.startswith(f"letter.txt is {what}") and message.endswith(".") and ": " in message
    assert "\n" not in message and len(message) < 200


def test_the_suffixes_are_those_of_the_formats_each_once():
    assert len(set(SUFFIXES)) == len(SUFFIXES) == sum(len(form.suffixes) for form in FORMATS)
    assert {".txt", ".md", ".html", ".epub", ".docx", ".srt", ".vtt", ".pdf"} <= set(SUFFIXES)
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in SUFFIXES)
