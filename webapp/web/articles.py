"""``/articles``: put a text into the library, and read one."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.errors import SourceError
from webapp.web.errors import status_of, wants_json
from webapp.web.library import render_shelf
from webapp.web.parts import parts

bp = Blueprint("articles", __name__, url_prefix="/articles")


@bp.post("")
def add() -> Response | tuple[str, HTTPStatus]:
    """Take a pasted text or an uploaded file, and send the browser to its page.

    What cannot become an article is no page of its own: the form comes back with
    the reason and with what was pasted.
    """
    pasted, file = request.form.get("text", ""), request.files.get("file")
    library = parts().library
    try:
        article = library.add_bytes(file.read(), file.filename) if file else library.add_text(pasted)
    except SourceError as error:
        if wants_json():
            raise
        return render_shelf(problem=str(error), pasted=pasted), status_of(error)
    return redirect(url_for("articles.read", slug=article.slug), HTTPStatus.SEE_OTHER)


@bp.get("/<slug>")
def read(slug: str) -> str:
    """Show one article in the reader. An unknown slug is a 404 (see ``errors.py``)."""
    opened = parts().reading_room.open(
        slug, request.args.get("page", type=int), request.args.get("at", type=int)
    )
    return render_template("articles/read.html", page=opened.page, number=opened.number, count=opened.count)
