"""``/articles`` (POST) and ``/add``: texts come in, typed, pasted, as files, by address or from another tab."""

from __future__ import annotations

import re
from http import HTTPStatus

from flask import Blueprint, jsonify, make_response, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from webapp.errors import SourceEmptyError, SourceError
from webapp.reader.listing import Listing
from webapp.web.errors import status_of, wants_json
from webapp.web.library import Refusal, render_shelf
from webapp.web.parts import parts

bp = Blueprint("adding", __name__)

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)

# Runs in the page that the reader is looking at: opens /add, and gives it that page when it asks.
_BOOKMARKLET = (
    "javascript:(()=>{const o='%s',w=open(o+'/add?url='+encodeURIComponent(location.href),'_blank',"
    "'popup,width=520,height=640');addEventListener('message',e=>{if(e.origin===o&&e.source===w)"
    "w.postMessage({html:document.documentElement.outerHTML,url:location.href},o)})})()"
)


@bp.post("/articles")
def add() -> Response | str | tuple[str, HTTPStatus]:
    """Take what the form holds, and send the browser to its page.

    What cannot become an article is no page of its own: the form comes back with
    the reason and with what was pasted. Of several files each fails alone.
    """
    files = [file for file in request.files.getlist("file") if file.filename]
    added: list[Listing] = []
    refusals: list[Refusal] = []
    errors: list[SourceError] = []
    sent: list[FileStorage | None] = [*files] or [None]
    for file in sent:
        try:
            added.append(_added(file))
        except SourceError as error:
            name = file.filename or "" if file else ""
            refusals.append(Refusal(name, str(error), getattr(error, "readings", ())))
            errors.append(error)
    parts().library_changed()
    if wants_json():
        return _as_json(added, errors)
    if errors:
        pasted = "" if files else request.form.get("text", "")
        return render_shelf(refusals, pasted, added), status_of(errors[0])
    if len(added) > 1:
        return redirect("/", HTTPStatus.SEE_OTHER)
    return redirect(url_for("articles.read", slug=added[0].slug), HTTPStatus.SEE_OTHER)


@bp.get("/add")
def explain() -> Response:
    """Show how a page of another site is sent here, and take the one that the bookmarklet sends.

    The page comes from the tab that opened this window (``js/add-main.js``), which
    works only if the two may know of each other: hence the header. Whatever arrives
    is shown to the reader, and nothing is kept before a click.
    """
    answer = make_response(
        render_template(
            "articles/add.html",
            address=request.args.get("url", "")[:2000],
            bookmarklet=_BOOKMARKLET % request.host_url.rstrip("/"),
        )
    )
    answer.headers["Cross-Origin-Opener-Policy"] = "unsafe-none"
    return answer


def _added(file: FileStorage | None) -> Listing:
    library, form = parts().library, request.form
    if file:
        return library.add_bytes(file.read(), file.filename)
    text, address = form.get("text", ""), form.get("url", "").strip()
    if form.get("html"):
        return library.add_page(form["html"], address)
    if address or _ADDRESS.fullmatch(text.strip()):
        return library.add_address(address or text.strip())
    if not text.strip():
        raise SourceEmptyError("There is nothing to read yet: paste a text or an address, or choose a file.")
    return library.add_text(text)


def _as_json(added: list[Listing], errors: list[SourceError]) -> Response:
    if errors:
        said = {"status": status_of(errors[0]).value, "message": str(errors[0])}
        readings = getattr(errors[0], "readings", ())
        answer = jsonify(error=said | ({"readings": readings} if readings else {}))
        answer.status_code = status_of(errors[0])
        return answer
    found = added[0]
    address = url_for("articles.read", slug=found.slug)
    answer = jsonify(slug=found.slug, title=found.title, address=address)
    answer.status_code = HTTPStatus.CREATED
    answer.headers["Location"] = address
    return answer
