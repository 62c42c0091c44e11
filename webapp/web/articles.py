"""``/articles/<slug>``: read a text; its contents, its cover, and where one stopped."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from webapp.web.delivery import kept
from webapp.web.parts import parts
from webapp.web.showing import choices

bp = Blueprint("articles", __name__, url_prefix="/articles")


@bp.get("/<slug>")
def read(slug: str) -> Response:
    """Show a page of a text: the one asked for, the one with a place, or the one where reading stopped.

    An unknown slug is a 404 (see ``errors.py``).
    """
    room = parts().reading_room
    found = room.find(slug, request.args.get("page", type=int), request.args.get("at", type=int))
    if found.stored.number < found.stored.count:
        room.prepare(slug, found.stored.number + 1)
    showing = choices()

    def page() -> str:
        opened = room.make(found)
        return render_template("articles/read.html", opened=opened, page=opened.page, showing=lambda: showing)

    return kept((found.key, found.position, showing), page)


@bp.get("/<slug>/contents")
def contents(slug: str) -> str:
    """Show the chapters of a book, and which of them one is in."""
    page = parts().library.page(slug)
    return render_template("articles/contents.html", article=parts().shelf.listing(slug), page=page)


@bp.get("/<slug>/cover")
def cover(slug: str) -> Response:
    """Send the picture on a book's cover; its kind was told by its bytes when it came in."""
    media_type, data = parts().library.cover(slug)
    answer = Response(data, content_type=media_type)
    answer.headers["Cache-Control"] = "private, max-age=86400"
    return answer


@bp.post("/<slug>/position")
def keep_position(slug: str) -> Response:
    """Remember the sentence that the reader has come to; ``finished`` is sent from the end of the text."""
    form = request.form
    if form.get("finished"):
        place: int | None = parts().shelf.listing(slug).chars
    else:
        place = parts().reading_room.place(slug, form.get("page", 1, type=int), form.get("sentence", ""))
    if place is not None:
        parts().library.keep_position(slug, place)
    return Response(status=HTTPStatus.NO_CONTENT)
