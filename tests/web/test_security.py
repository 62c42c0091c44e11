"""The walls by themselves; ``test_routes.py`` runs at them through the whole application."""

import pytest
from werkzeug.test import Client, create_environ, run_wsgi_app
from werkzeug.wrappers import Response

from webapp.web.security import CONTENT_SECURITY_POLICY, HEADERS, Gate, host_name, is_cross_site

OWN = "localhost:7463"
FOREIGN_ORIGINS = [
    "https://evil.example",
    "http://localhost:3000",
    "http://localhost",
    "http://localhost.evil.example:7463",
    "http://localhost:7463.evil.example",
    "http://evil.example#localhost:7463",
    "http://evil.example\\@localhost:7463",
    "http://localhost:7463@evil.example",
    "http://[",
    "null",
    "",
]


def test_the_policy_has_no_hole():
    for hole in ("unsafe", "*", "http:", "https:", "data:", "blob:", "nonce", "strict-dynamic"):
        assert hole not in CONTENT_SECURITY_POLICY
    for directive in (
        "default-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "trusted-types 'none'",
    ):
        assert directive in CONTENT_SECURITY_POLICY.split("; ")


@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
def test_another_origin_is_cross_site(origin: str):
    assert is_cross_site(None, origin, OWN)


def test_our_own_pages_and_programs_are_not():
    assert not is_cross_site(None, "http://localhost:7463", OWN)
    assert not is_cross_site(
        None, "https://READER.example", "reader.example"
    )  # behind a proxy that speaks TLS
    assert not is_cross_site("same-origin", "http://localhost:7463", OWN)
    assert not is_cross_site("none", None, OWN)
    assert not is_cross_site(None, None, OWN)


@pytest.mark.parametrize("site", ["cross-site", "same-site", "", "same-origin, cross-site", "unheard-of"])
def test_fetch_metadata_decides_alone(site: str):
    assert is_cross_site(site, "http://localhost:7463", OWN)


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("localhost", "localhost"),
        ("LOCALHOST:80", "localhost"),
        ("[::1]:7463", "[::1]"),
        ("reader.example.", "reader.example."),
        (None, None),
        ("", None),
        ("localhost:", None),
        ("localhost:port", None),
        ("localhost, evil.example", None),
        ("localhost\n", None),
        ("localhost/", None),
        ("user@localhost", None),
        ("ｌocalhost", None),  # a full-width l
        ("[::1", None),
    ],
)
def test_the_name_in_a_host_header(header: str | None, name: str | None):
    assert host_name(header) == name


def test_the_gate_adds_what_is_missing_and_leaves_what_is_set():
    application = Response("x", headers={"referrer-policy": "no-referrer"})
    answer = Client(Gate(application, ["localhost"])).get("/")
    assert answer.headers.getlist("Referrer-Policy") == ["no-referrer"]
    for name, value in HEADERS.items():
        if name != "Referrer-Policy":
            assert answer.headers.getlist(name) == [value]


def test_a_foreign_name_never_reaches_the_application():
    reached = []

    def application(environ, start_response):
        reached.append(environ["HTTP_HOST"])
        return Response("x")(environ, start_response)

    gate = Gate(application, ["LOCALHOST"])
    environ = create_environ("/")
    statuses = []
    for host in ("evil.example", "localhost:1", None):
        environ.pop("HTTP_HOST", None)
        if host:
            environ["HTTP_HOST"] = host
        statuses.append(run_wsgi_app(gate, environ)[1][:3])
    assert statuses == ["400", "200", "400"]
    assert reached == ["localhost:1"]
