"""How a page travels: only when it has changed (ETag), and packed (gzip).

Our pages are the reader's own and may change at any time, so a browser keeps
them but asks before it shows them again. The tag is weak because it names the
page and not its bytes on the wire. Packing gives nothing away: a page holds no
secret that its size could betray (no tokens; see ``security.py``).
"""

from __future__ import annotations

import gzip
from collections import OrderedDict
from threading import Lock

from flask import Response, request

SMALLEST_TO_PACK = 1024  # bytes; below, it is one network packet either way
LEVEL = 6  # 9 is 2 % smaller and takes twice as long
PACKED_TYPES = frozenset({"text/html", "application/json"})
OWN_AND_CHECKED = "private, no-cache"
PACKED_KEPT_BYTES = 4_000_000  # some sixty pages of a novel: one that is opened again is not packed again


class Delivery:
    """Makes answers light. Many threads may share one."""

    def __init__(self) -> None:
        self._packed: OrderedDict[str, bytes] = OrderedDict()  # by their tags, the last used at the end
        self._size = 0
        self._lock = Lock()

    def __call__(self, response: Response) -> Response:
        """Make ``response`` a 304, or pack it where that helps (``after_request``)."""
        response.headers.setdefault("Cache-Control", OWN_AND_CHECKED)
        if response.mimetype not in PACKED_TYPES or response.content_encoding or response.is_streamed:
            return response
        response.vary.add("Accept-Encoding")
        if response.status_code == 200 and request.method in {"GET", "HEAD"}:
            response.add_etag(weak=True)
            response.make_conditional(request)
            if response.status_code == 304:
                return response
        body = response.get_data()
        if len(body) >= SMALLEST_TO_PACK and request.accept_encodings.quality("gzip") > 0:
            response.set_data(self._pack(response.get_etag()[0], body))
            response.content_encoding = "gzip"
        return response

    def _pack(self, tag: str | None, body: bytes) -> bytes:
        """Return a body packed; ``tag`` tells it from all others, None where it has none."""
        with self._lock:
            if tag and (kept := self._packed.get(tag)):
                self._packed.move_to_end(tag)
                return kept
        packed = gzip.compress(body, LEVEL, mtime=0)
        if tag:
            self._keep(tag, packed)
        return packed

    def _keep(self, tag: str, packed: bytes) -> None:
        with self._lock:
            self._size += len(packed) - len(self._packed.pop(tag, b""))
            self._packed[tag] = packed
            while self._size > PACKED_KEPT_BYTES:
                _, oldest = self._packed.popitem(last=False)
                self._size -= len(oldest)
