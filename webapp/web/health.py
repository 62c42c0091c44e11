"""``/healthz``: for whoever watches over the process."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from webapp.web.parts import parts

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def healthz() -> Response:
    """Answer 200 once texts can be read; a library that cannot be opened is an error page."""
    here = parts()
    dictionary = here.engine.lexicon.info()
    return jsonify(
        status="ok",
        engine=here.engine.version,
        dictionary={"date": dictionary.date, "entries": dictionary.entries},
        articles=here.shelf.count(),
    )
