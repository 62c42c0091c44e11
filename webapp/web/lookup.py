"""``/lookup?text=...``: what a reader has selected on a page, as that page's script wants it.

Hovering never comes here: a page carries what its own words need.
"""

from __future__ import annotations

from flask import Blueprint, Response, request
from werkzeug.exceptions import BadRequest

from webapp.language.document import Script
from webapp.language.script import normalise
from webapp.reader.selection import LONGEST_SELECTION
from webapp.web.parts import parts

bp = Blueprint("lookup", __name__)


@bp.get("/lookup")
def look_up() -> Response:
    """Answer with the card of a selection and all that it needs."""
    text = normalise(request.args.get("text", "")).strip()
    if not 0 < len(text) <= LONGEST_SELECTION or "\n" in text:
        raise BadRequest(
            f"Select between 1 and {LONGEST_SELECTION} characters of one paragraph to look them up."
        )
    script: Script = "hant" if request.args.get("script") == "hant" else "hans"
    return Response(parts().selections.block(text, script), content_type="application/json")
