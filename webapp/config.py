"""The settings: one frozen value, read once from ``PINDU_*`` variables.

:data:`VARIABLES` is the only list of them. The README's table, the help of the
command line and :meth:`Settings.from_environment` are all made from it, so a
variable cannot be read without being documented, nor the other way round.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import platformdirs

from webapp.errors import DataFolderError, SettingError

DEFAULT_PORT = 7463  # P-I-N-D on a telephone; registered to nothing
LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]")
MEGABYTE = 1_000_000

_HOST_NAME = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)(\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*\.?")
_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"0", "false", "no", "off"})
_DRIVERS = {"postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg"}
_DATABASES = frozenset({"sqlite", "postgresql+psycopg"})


def _user_data() -> Path:
    return Path(platformdirs.user_data_dir("pindu", appauthor=False))


def _user_cache() -> Path:
    return Path(platformdirs.user_cache_dir("pindu", appauthor=False))


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be chosen about one running pindu; see :data:`VARIABLES`."""

    home: Path = field(default_factory=_user_data)
    cache_folder: Path = field(default_factory=_user_cache)
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    open_browser: bool = True
    database_url: str | None = field(default=None, repr=False)  # may hold a password
    trusted_hosts: tuple[str, ...] = ()
    fetch_ports: tuple[int, ...] = (80, 443)
    max_text_bytes: int = 20 * MEGABYTE

    @property
    def library_file(self) -> Path:
        """Where the library lies when no ``database_url`` is given."""
        return self.home / "library.sqlite3"

    @property
    def served_hosts(self) -> tuple[str, ...]:
        """The names in a ``Host`` header that are ours; all others are refused."""
        bound = () if self.host in ("0.0.0.0", "::") else (_host_in_url(self.host),)  # noqa: S104 - compared, not bound
        return tuple(dict.fromkeys((*LOOPBACK_HOSTS, *bound, *self.trusted_hosts)))

    @property
    def address(self) -> str:
        """The address to open in a browser on this machine, without a path."""
        host = "127.0.0.1" if self.host == "0.0.0.0" else "::1" if self.host == "::" else self.host  # noqa: S104
        return f"http://{_host_in_url(host)}:{self.port}"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Settings:
        """Read the settings; a variable that is empty counts as not set.

        >>> Settings.from_environment({"PINDU_PORT": "8080", "PINDU_NO_BROWSER": "1"}).address
        'http://127.0.0.1:8080'
        >>> Settings.from_environment({"PINDU_PORT": "eighty"})
        Traceback (most recent call last):
        webapp.errors.SettingError: PINDU_PORT is 'eighty', but must be a port number from 1 to 65535.
        """
        chosen: dict[str, Any] = {}
        for variable in VARIABLES:
            value = environ.get(variable.name, "").strip()
            if value:
                try:
                    chosen[variable.field] = variable.parse(value)
                except ValueError:
                    shown = "" if variable.is_secret else f" is {value[:80]!r}, but"
                    raise SettingError(f"{variable.name}{shown} must be {variable.form}.") from None
        return cls(**chosen)


@dataclass(frozen=True, slots=True)
class Variable:
    """One ``PINDU_*`` variable: the field it sets, and the words that document it.

    ``form`` completes the sentence "it must be ..."; ``parse`` raises ValueError
    for any other value.
    """

    name: str
    field: str
    default: str
    meaning: str
    form: str
    parse: Callable[[str], Any]
    is_secret: bool = False


def ensure_folder(folder: Path) -> Path:
    """Return ``folder``, made when missing and readable by its owner only."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise DataFolderError(
            f"The folder {folder} cannot be made ({reason})."
            " Set PINDU_HOME or PINDU_CACHE to a folder that you can write to."
        ) from error
    return folder


def _host_in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _folder(value: str) -> Path:
    path = Path(value).expanduser()
    if "\0" in value or (path.exists() and not path.is_dir()):
        raise ValueError(value)
    return path.absolute()


def _host(value: str) -> str:
    bare = value[1:-1] if value.startswith("[") and value.endswith("]") else value
    if ":" in bare or re.fullmatch(r"[\d.]+", bare):
        return str(ipaddress.ip_address(bare))
    if len(bare) > 253 or not _HOST_NAME.fullmatch(bare):
        raise ValueError(value)
    return bare.lower()


def _hosts(value: str) -> tuple[str, ...]:
    return tuple(_host_in_url(_host(name.strip())) for name in value.split(",") if name.strip())


def _port(value: str) -> int:
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:6]) <= 65535):
        raise ValueError(value)
    return int(value)


def _ports(value: str) -> tuple[int, ...]:
    return tuple(_port(part.strip()) for part in value.split(","))


def _no_browser(value: str) -> bool:
    if value.lower() not in _TRUE | _FALSE:
        raise ValueError(value)
    return value.lower() in _FALSE


def _database_url(value: str) -> str:
    scheme, separator, rest = value.partition("://")
    scheme = _DRIVERS.get(scheme.lower(), scheme.lower())
    if not separator or not rest or scheme not in _DATABASES:
        raise ValueError(value)
    return f"{scheme}://{rest}"


def _megabytes(value: str) -> int:
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:5]) <= 1000):
        raise ValueError(value)
    return int(value) * MEGABYTE


VARIABLES: tuple[Variable, ...] = (
    Variable(
        "PINDU_HOME", "home", "the system's folder for user data",
        "Where the library, the corrections and the session secret lie.",
        "a folder", _folder,
    ),
    Variable(
        "PINDU_CACHE", "cache_folder", "the system's cache folder",
        "Where the compiled dictionary lies; it may be deleted at any time.",
        "a folder", _folder,
    ),
    Variable(
        "PINDU_HOST", "host", "127.0.0.1",
        "The address to listen on. Anything but a loopback address lets other machines in.",
        "an IP address or a host name, without a port", _host,
    ),
    Variable(
        "PINDU_PORT", "port", str(DEFAULT_PORT),
        "The port to listen on.",
        "a port number from 1 to 65535", _port,
    ),
    Variable(
        "PINDU_NO_BROWSER", "open_browser", "0",
        "1 keeps `pindu read` from opening a browser.",
        "1 or 0", _no_browser,
    ),
    Variable(
        "PINDU_DATABASE_URL", "database_url", "library.sqlite3 in PINDU_HOME",
        "The database that holds the library, for instance postgresql://user:password@host/name.",
        "an address that starts with postgresql:// or sqlite:///", _database_url, is_secret=True,
    ),
    Variable(
        "PINDU_TRUSTED_HOSTS", "trusted_hosts", "none",
        "Further names, separated by commas, under which the pages may be asked for.",
        "host names or IP addresses separated by commas", _hosts,
    ),
    Variable(
        "PINDU_FETCH_PORTS", "fetch_ports", "80,443",
        "The ports from which web pages may be fetched, separated by commas.",
        "port numbers from 1 to 65535 separated by commas", _ports,
    ),
    Variable(
        "PINDU_MAX_TEXT_MB", "max_text_bytes", "20",
        "The largest file, in megabytes, that is taken as an article or book.",
        "a whole number from 1 to 1000", _megabytes,
    ),
)  # fmt: skip
