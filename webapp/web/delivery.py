"""How a page travels: only when it has changed (ETag), and packed (gzip).

Our pages are the reader's own and may change at any time, so a browser keeps
them but asks before it shows them again. The tag is weak because it names the
page and not its bytes on the wire. Packing gives nothing away: a page holds no
secret that its size could betray (no tokens; see ``security.py``).
"""

from __future__ import annotations

import gzip
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import cast

from flask import Flask, Response, current_app, request

SMALLEST_TO_PACK = 1024  # bytes; below, it is one network packet either way
LEVEL = 6  # 9 is 2 % smaller and takes twice as long
PACKED_TYPES = frozenset({"text/html", "application/json"})
OWN_AND_CHECKED = "private, no-cache"
PACKED_KEPT_BYTES = 4_000_000  # some eighty pages of a novel: one that is opened again is not packed again
KEYS_KEPT = 1_000
EXTENSION = "pindu-delivery"


class Delivery:
    """Makes answers light. Many threads may share one."""

    def __init__(self) -> None:
        self._packed: OrderedDict[str, bytes] = OrderedDict()  # by their tags, the last used at the end
        self._tags: OrderedDict[Hashable, str] = OrderedDict()  # of what is the same as long as its key is
        self._size = 0
        self._lock = Lock()

    def __call__(self, response: Response) -> Response:
        """Make ``response`` a 304, or pack it where that helps (``after_request``)."""
        response.headers.setdefault("Cache-Control", OWN_AND_CHECKED)
        if response.mimetype not in PACKED_TYPES or response.is_streamed:
            return response
        response.vary.add("Accept-Encoding")
        if response.status_code == 200 and request.method in {"GET", "HEAD"}:
            response.add_etag(weak=True)
            response.make_conditional(request)
            if response.status_code == 304:
                return response
        if response.content_encoding:  # it was kept
            return response
        body = response.get_data()
        if len(body) >= SMALLEST_TO_PACK and request.accept_encodings.quality("gzip") > 0:
            response.set_data(self._pack(response.get_etag()[0], body))
            response.content_encoding = "gzip"
        return response

    def kept(self, key: Hashable, make: Callable[[], str]) -> Response:
        """Return a page that is the same as long as its key is: it is made again only where it is not kept."""
        with self._lock:
            tag = self._tags.get(key, "")
            packed = self._packed.get(tag)
            if packed:
                self._packed.move_to_end(tag)
        if packed:
            is_packed = request.accept_encodings.quality("gzip") > 0
            response = Response(packed if is_packed else gzip.decompress(packed), mimetype="text/html")
            response.set_etag(tag, weak=True)
            if is_packed:
                response.content_encoding = "gzip"
            return response
        response = Response(make(), mimetype="text/html")
        response.add_etag(weak=True)
        with self._lock:
            self._tags[key] = response.get_etag()[0] or ""
            while len(self._tags) > KEYS_KEPT:
                self._tags.popitem(last=False)
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


def deliver(app: Flask) -> None:
    """Have everything that ``app`` answers delivered so."""
    app.extensions[EXTENSION] = delivery = Delivery()
    app.after_request(delivery)


def kept(key: Hashable, make: Callable[[], str]) -> Response:
    """Answer with a page that is the same as long as its key is (see :meth:`Delivery.kept`)."""
    return cast(Delivery, current_app.extensions[EXTENSION]).kept(key, make)
