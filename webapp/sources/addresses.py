"""Which web addresses we are ready to open, judged before anything is sent.

Two questions are kept apart. :func:`parse_address` looks at the spelling: scheme,
port, no user name, a host that is a plain name or a plainly written IP address.
:func:`is_public` looks at a *resolved* IP address, with a table of our own:
``ipaddress.is_global`` calls ``64:ff9b::7f00:1`` (127.0.0.1 behind NAT64),
``2002:7f00:1::`` (the same behind 6to4), multicast and a cloud's metadata server
global, and changes its mind between versions of Python.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urlsplit

from webapp.errors import SourceRefusedError

MAX_URL_CHARS = 2_000

# IPv4 that is not the open internet (IANA special-purpose registry, and clouds' own).
_CLOSED_IPV4 = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",  # private
            "100.64.0.0/10",  # carrier-grade NAT; 100.100.100.200 is Alibaba's metadata
            "127.0.0.0/8",  # loopback
            "168.63.129.16/32",  # Azure's metadata
            "169.254.0.0/16",  # link-local; 169.254.169.254 is most clouds' metadata
            "172.16.0.0/12",  # private
            "192.0.0.0/24",  # protocol assignments; 192.0.0.192 is Oracle's metadata
            "192.0.2.0/24",  # documentation
            "192.31.196.0/24",  # AS112
            "192.52.193.0/24",  # AMT relays
            "192.88.99.0/24",  # 6to4 relays
            "192.168.0.0/16",  # private
            "192.175.48.0/24",  # AS112
            "198.18.0.0/15",  # benchmarking
            "198.51.100.0/24",  # documentation
            "203.0.113.0/24",  # documentation
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, and broadcast
        ),
    )
)
# IPv6: only global unicast is open, less what is a tunnel or for documentation in it. So
# ::1, mapped and compatible IPv4, NAT64, unique local, link-local, site-local, multicast
# and whatever is assigned later are closed without being listed.
_OPEN_IPV6 = ip_network("2000::/3")
_CLOSED_IPV6 = tuple(
    map(
        ip_network,
        (
            "2001::/23",  # protocol assignments: Teredo, ORCHID, benchmarking
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4
            "2620:4f:8000::/48",  # AS112
            "3fff::/20",  # documentation
        ),
    )
)
_ISATAP = (0x0000_5EFE, 0x0200_5EFE)  # an IPv4 address follows in the interface identifier

_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMERIC_LABEL = re.compile(r"[0-9]+|0x[0-9a-f]*")
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f\\\s]")
_PATH_SAFE = "%/:;=@!$&'()*+,~-._"
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """A web address that is spelt harmlessly: ``host`` is ASCII, ``target`` what a request asks for."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.host_header}{self.target}"

    @property
    def host_header(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"


def is_public(address: str) -> bool:
    """Tell whether a resolved IP address lies in the open internet."""
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv4Address):
        return not any(ip in network for network in _CLOSED_IPV4)
    return (
        ip.scope_id is None
        and ip in _OPEN_IPV6
        and not any(ip in network for network in _CLOSED_IPV6)
        and (int(ip) >> 32) & 0xFFFF_FFFF not in _ISATAP
    )


def parse_address(url: str, ports: tuple[int, ...] = (80, 443)) -> Address:
    """Take a URL apart, or say in one sentence why it is not opened."""
    url = url.strip()
    if len(url) > MAX_URL_CHARS:
        raise SourceRefusedError(
            f"The address is longer than {MAX_URL_CHARS} characters; give a shorter one."
        )
    if _FORBIDDEN.search(url):
        raise SourceRefusedError(
            f"The address {_shown(url)} has a space or control character in it; copy it again."
        )
    try:
        parts = urlsplit(url)
        port, host, user = parts.port, parts.hostname or "", parts.username
    except ValueError:
        raise SourceRefusedError(f"{_shown(url)} is not a web address; check its spelling.") from None
    if parts.scheme not in _DEFAULT_PORTS:
        raise SourceRefusedError(f"{_shown(url)} is refused: only http:// and https:// addresses are opened.")
    if user is not None or "@" in parts.netloc:
        raise SourceRefusedError("The address holds a user name or password; give it without them.")
    try:
        host = _plain_host(host, bracketed=parts.netloc.startswith("["))
    except ValueError:
        raise SourceRefusedError(
            f"{_shown(url)} is refused: its host is neither a plain name nor a plainly written IP address."
        ) from None
    port = _DEFAULT_PORTS[parts.scheme] if port is None else port
    if port not in ports:
        allowed = " and ".join(map(str, ports))
        raise SourceRefusedError(
            f"{_shown(url)} is refused: only the ports {allowed} are opened (PINDU_FETCH_PORTS)."
        )
    query = f"?{quote(parts.query, safe=_PATH_SAFE + '?')}" if parts.query else ""
    return Address(parts.scheme, host, port, (quote(parts.path, safe=_PATH_SAFE) or "/") + query)


def _plain_host(host: str, *, bracketed: bool) -> str:
    """Return the host in ASCII, or raise ValueError.

    Numbers in disguise (2130706433, 0x7f.1, 0177.0.0.1, full-width or circled
    digits) are never turned into an address: they are no plain spelling of one.
    """
    if bracketed:
        return str(IPv6Address("" if "%" in host else host))
    name = (host if host.isascii() else host.encode("idna").decode("ascii")).lower().removesuffix(".")
    labels = name.split(".")
    if _NUMERIC_LABEL.fullmatch(labels[-1]):
        return str(IPv4Address(name if host.isascii() else ""))
    if len(name) > 253 or not all(map(_LABEL.fullmatch, labels)):
        raise ValueError(host)
    return name


def _shown(url: str) -> str:
    """Quote the address for an error message: one line, and never too long."""
    printable = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in url[:100])
    return repr(printable + ("…" if len(url) > 100 else ""))
