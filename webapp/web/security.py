"""What every answer carries, and which requests get none: the page's walls.

Three walls, each against something that happened to programs like this one:

* **Headers.** :class:`Gate` stands around the whole application, not in Flask's
  ``after_request``, so that nothing leaves without them: errors, 304s, static
  files and refusals included. Data for the scripts rides in
  ``<script type="application/json">``, which the policy does not concern because
  browsers never run it (HTML, "prepare the script element").
* **Names.** A page on another site can point its own name at 127.0.0.1 (DNS
  rebinding) and would then read the library as its own. So the gate lets in only
  the names in ``Settings.served_hosts``. Flask's ``TRUSTED_HOSTS`` will not do:
  Werkzeug 3.1 cuts ``[::1]`` at its first colon and never matches it, and after
  a malformed name (``..``) no error page can be drawn, for want of addresses.
* **Changes.** GET, HEAD and OPTIONS change nothing. Any other request must come
  from one of our own pages: ``Sec-Fetch-Site`` says so, or where a browser does
  not send it (plain http in a local network), ``Origin`` does. ``same-site`` is
  refused too: another port of this machine is the same site. A request with
  neither header is let in, because it is not from a browser: every browser has
  sent ``Origin`` with a POST since 2020, and a program on this machine could
  write these headers anyway. No tokens, so pages stay cacheable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from flask import Flask, request
from werkzeug.exceptions import Forbidden
from werkzeug.wrappers import Response

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    from webapp.config import Settings

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: under it browsers send "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

FOREIGN_NAME = (
    "pindu does not answer to this name. Open it by the address that it printed,"
    " or put the name into PINDU_TRUSTED_HOSTS and start it again.\n"
)

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_SITES = frozenset({"same-origin", "none"})  # none: the reader's own doing, such as a reload

_HOST = re.compile(r"(?P<name>[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?", re.ASCII | re.IGNORECASE)

ExcInfo = tuple[type[BaseException], BaseException, TracebackType] | tuple[None, None, None]


class Gate:
    """Lets requests for our own names in, and nothing out without :data:`HEADERS`."""

    def __init__(self, application: WSGIApplication, served_hosts: Iterable[str]) -> None:
        self._application = application
        self._served_hosts = frozenset(map(str.lower, served_hosts))

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer as the application does, with the headers that it has not set itself."""

        def start(status: str, headers: list[tuple[str, str]], exc_info: ExcInfo | None = None) -> Any:  # noqa: ANN401 - WSGI's write callable, passed through
            present = {name.lower() for name, _ in headers}
            missing = [(name, value) for name, value in HEADERS.items() if name.lower() not in present]
            return start_response(status, headers + missing, exc_info)

        if host_name(environ.get("HTTP_HOST")) in self._served_hosts:
            return self._application(environ, start)
        return Response(FOREIGN_NAME, 400, mimetype="text/plain")(environ, start)


def host_name(header: str | None) -> str | None:
    """Return the lower-case name in a ``Host`` header, None for what is not one.

    >>> host_name("LocalHost:7463"), host_name("[::1]:80"), host_name("127.0.0.1@evil.example")
    ('localhost', '[::1]', None)
    """
    match = _HOST.fullmatch(header or "")
    return match["name"].lower() if match else None


def is_cross_site(site: str | None, origin: str | None, host: str) -> bool:
    """Tell whether a request comes from somewhere else than our own pages.

    ``site`` is ``Sec-Fetch-Site``, which decides alone where it is given;
    ``origin`` and ``host`` are the headers of that name. Schemes are not
    compared: behind a proxy that speaks TLS we see http.

    >>> is_cross_site(None, "http://localhost:3000", "localhost:7463")
    True
    >>> is_cross_site(None, "http://localhost:7463", "localhost:7463")
    False
    """
    if site is not None:
        return site not in OWN_SITES
    if origin is None:
        return False
    try:
        return urlsplit(origin).netloc.lower() != host.lower()
    except ValueError:  # "http://[" and the like
        return True


def refuse_changes_from_elsewhere() -> None:
    """Refuse whatever could change something unless it is our own page's doing (``before_request``)."""
    headers = request.headers
    if request.method not in SAFE_METHODS and is_cross_site(
        headers.get("Sec-Fetch-Site"), headers.get("Origin"), headers.get("Host", "")
    ):
        raise Forbidden("Another site tried to change your library. Nothing was changed.")


def protect(app: Flask, settings: Settings) -> None:
    """Put the three walls around ``app``."""
    app.before_request(refuse_changes_from_elsewhere)
    app.wsgi_app = Gate(app.wsgi_app, settings.served_hosts)  # type: ignore[method-assign]  # Flask's documented way
