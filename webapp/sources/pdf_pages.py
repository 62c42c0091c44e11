"""A process of its own that takes the text out of a PDF: ``python -m webapp.sources.pdf_pages < in > out``.

PDFium is native code that reads what anybody may have made, and it is not safe
for threads. Apart, with bounded memory and time, it can at worst fail. Prints
one JSON object: ``{"title", "author", "pages": [[[text, left, right, size], ...], ...]}``
with places in points, or ``{"fault": "locked"|"damaged"|"long"}``.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterator
from typing import Any

MAX_PAGES = 5_000
MAX_MEMORY_BYTES = 2_000_000_000
MAX_CPU_SECONDS = 60


def main() -> None:
    """Read the document on standard input and print what is in it."""
    _bound()
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
        if len(document) > MAX_PAGES:
            found: dict[str, Any] = {"fault": "long"}
        else:
            said = document.get_metadata_dict(skip_empty=True)
            pages = [list(_lines(page.get_textpage())) for page in document]
            found = {"title": said.get("Title"), "author": said.get("Author"), "pages": pages}
    except pypdfium2.PdfiumError as error:
        found = {"fault": "locked" if "assword" in str(error) else "damaged"}
    sys.stdout.buffer.write(json.dumps(found).encode("ascii"))


def _bound() -> None:
    """Take no more memory and time than a long book needs, where the system can see to it."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY_BYTES, MAX_MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (MAX_CPU_SECONDS, MAX_CPU_SECONDS))


def _lines(page: Any) -> Iterator[tuple[str, float, float, float]]:  # noqa: ANN401 - pypdfium2 is untyped
    """Yield each line with its left and right edge and the height of its first character."""
    text = page.get_text_range(errors="replace")
    is_aligned = len(text) == page.count_chars()  # a character beyond U+FFFF is counted otherwise
    place = 0
    for raw in text.split("\r\n"):
        if raw.strip():
            lead = len(raw) - len(raw.lstrip())
            first, last = place + lead, place + len(raw.rstrip()) - 1
            left = right = size = 0.0
            if is_aligned:
                left, low, _, high = page.get_charbox(first, loose=True)
                right, size = page.get_charbox(last, loose=True)[2], high - low
            yield raw.strip(), round(left, 1), round(right, 1), round(size, 1)
        place += len(raw) + 2


if __name__ == "__main__":
    main()
