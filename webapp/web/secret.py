"""The key that signs the session cookie: made once, kept in the data folder."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from webapp.config import ensure_folder
from webapp.errors import DataFolderError

SECRET_BYTES = 32
FILE_NAME = "session-secret"


def session_secret(home: Path) -> bytes:
    """Return the key in the folder ``home``; the first call ever makes it.

    Only its owner may read the file (mode 0600), from its first moment on. It is
    written beside and linked into place, so that two processes which start at
    the same time agree on one key. A file too short to be a key is replaced.
    """
    path = ensure_folder(home) / FILE_NAME
    try:
        key = _read(path)
        if len(key) < SECRET_BYTES:
            _make(path, replace=path.exists())
            key = _read(path)
    except OSError as error:
        raise DataFolderError(
            f"The session secret {path} cannot be read or written ({error.strerror or error})."
            " Make the folder yours and writable, or set PINDU_HOME to another one."
        ) from error
    return key


def _read(path: Path) -> bytes:
    try:
        path.chmod(0o600)
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def _make(path: Path, *, replace: bool) -> None:
    draft = path.with_name(f"{FILE_NAME}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(SECRET_BYTES))
            file.flush()
            os.fsync(file.fileno())
        if replace:
            draft.replace(path)
        else:
            _link(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _link(draft: Path, path: Path) -> None:
    """Give ``draft`` its final name unless another process was first."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links, such as FAT
        draft.replace(path)
