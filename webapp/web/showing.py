"""``/settings`` (POST): how the reader wants texts shown, kept in the library for all browsers.

What has been chosen rides in each page's head, where ``js/first.js`` finds it before
anything is painted.
"""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, Flask, request
from werkzeug.wrappers import Response

from webapp.errors import StoreError
from webapp.reader.showing import offered
from webapp.web.parts import parts

bp = Blueprint("settings", __name__)


@bp.post("/settings")
def choose() -> Response:
    """Keep what a form names; with ``reset`` in it, go back to the defaults first."""
    changes = request.form.to_dict()
    if changes.pop("reset", None):
        parts().showing.forget()
    if changes:
        parts().showing.choose(changes)
    return Response(status=HTTPStatus.NO_CONTENT)


def choices() -> str:
    """Return all choices as a page carries them, what is in force first."""
    try:
        return offered(parts().showing.chosen())
    except StoreError:  # the page that says so is shown all the same
        return offered({})


def offer_choices(app: Flask) -> None:
    """Give every template ``showing``, the choices."""
    app.add_template_global(choices, "showing")
