"""Styles and scripts: in memory, packed once, under an address that names their content.

All of them share one fingerprint, which is a folder in their address
(``/static/1f3870be274f/js/card.js``). Scripts import each other by relative
paths, so a change anywhere gives every one of them a new address, and browsers
may keep what they have for ever. Comments stay here: they are for who reads the
source, and a fifth of what would be sent. Only the files found at the start exist, so no
path leads out of the folder.

A browser finds out late what a sheet or a script imports, and asks for one after
the other. So a sheet is sent with what it imports in it, and a page names at its
head all that its script stands on (:meth:`Assets.behind`); the files stay what they are.
"""

from __future__ import annotations

import gzip
import hashlib
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, Response, abort, request

FOREVER = "public, max-age=31536000, immutable"
CHECK_EACH_TIME = "no-cache"
FINGERPRINT_DIGITS = 12

# Written out because what the system's own tables say differs from machine to machine.
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".ico": "image/vnd.microsoft.icon",
}
COMMENTED = frozenset({".css", ".js"})

_SHEET_IMPORT = re.compile(rb'^@import "([\w./-]+)"(?: ([\w-]+))?;\n', re.MULTILINE)  # "print.css" print
_SCRIPT_IMPORT = re.compile(
    rb'^(?:import|export)\b[^;"]*?"\./([\w./-]+)";', re.MULTILINE
)  # not import("./later.js")

# A comment that has its lines to itself; others stay, as one might be part of a string.
_COMMENT_LINES = re.compile(rb"^[ \t]*(?:/\*(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent; ``packed`` is None where gzip would not help."""

    body: bytes
    packed: bytes | None
    content_type: str


@dataclass(frozen=True, slots=True)
class Assets:
    """All files below one folder, by their path in it, and their common fingerprint."""

    files: Mapping[str, Asset]
    fingerprint: str

    @classmethod
    def read(cls, folder: Path) -> Assets:
        """Read every file below ``folder`` whose ending is in :data:`TYPES`."""
        files: dict[str, Asset] = {}
        digest = hashlib.sha256()
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix in TYPES:
                name = path.relative_to(folder).as_posix()
                body = _sent(path)
                packed = gzip.compress(body, 9, mtime=0)
                digest.update(f"{name}\0{len(body)}\0".encode() + body)
                files[name] = Asset(body, packed if len(packed) < len(body) else None, TYPES[path.suffix])
        return cls(files, digest.hexdigest()[:FINGERPRINT_DIGITS])

    def behind(self, script: str) -> list[str]:
        """Return the scripts that a script cannot begin without, each once, by their paths."""
        found: dict[str, None] = {}
        waiting = [script]
        while waiting:
            name = waiting.pop()
            for imported in _SCRIPT_IMPORT.findall(self.files[name].body):
                path = posixpath.join(posixpath.dirname(name), imported.decode())
                if path not in found and path != script:
                    found[path] = None
                    waiting.append(path)
        return sorted(found)


def _sent(path: Path) -> bytes:
    """Return a file without comments; a sheet with the sheets that it imports in their places."""
    body = path.read_bytes()
    if path.suffix not in COMMENTED:
        return body

    def imported(match: re.Match[bytes]) -> bytes:
        sheet = _sent(path.parent / match[1].decode())
        return b"@media %s {\n%s}\n" % (match[2], sheet) if match[2] else sheet

    body = _COMMENT_LINES.sub(b"", body)
    return _SHEET_IMPORT.sub(imported, body) if path.suffix == ".css" else body


def serve_assets(app: Flask, folder: Path) -> None:
    """Serve the files below ``folder``; ``url_for('static', filename=...)`` names them.

    Templates may ask for the ``scripts_behind`` another one.
    """
    assets = Assets.read(folder)

    def static(fingerprint: str, filename: str) -> Response:
        """Send one file. An address from before an upgrade gets the new file, not kept."""
        asset = assets.files.get(filename)
        if asset is None:
            abort(404)
        is_packed = asset.packed is not None and request.accept_encodings.quality("gzip") > 0
        response = Response(asset.packed if is_packed else asset.body, content_type=asset.content_type)
        if is_packed:
            response.content_encoding = "gzip"
        response.vary.add("Accept-Encoding")
        response.headers["Cache-Control"] = FOREVER if fingerprint == assets.fingerprint else CHECK_EACH_TIME
        response.set_etag(assets.fingerprint, weak=True)
        response.make_conditional(request)
        return response

    def add_fingerprint(endpoint: str, values: dict[str, object]) -> None:
        if endpoint == "static":
            values.setdefault("fingerprint", assets.fingerprint)

    app.add_url_rule("/static/<fingerprint>/<path:filename>", endpoint="static", view_func=static)
    app.url_defaults(add_fingerprint)
    app.add_template_global(assets.behind, "scripts_behind")
