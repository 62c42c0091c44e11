"""``/articles`` (POST) and ``/add``: texts come in, typed, pasted, as files, by address or from another tab."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus

from flask import Blueprint, jsonify, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.errors import SourceCharsetError, SourceEmptyError, SourceError
from webapp.reader.listing import Listing
from webapp.web.doubts import Doubt, files_in
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
def add() -> Response | tuple[str, HTTPStatus]:
    """Take what the form holds, and send the browser to its page.

    What cannot become an article is no page of its own: the form comes back with
    the reason and with what was pasted. Of several files each fails alone, and each
    that can be read in two ways is asked about.
    """
    files = [file for file in request.files.getlist("file") if file.filename]
    outcome = _Outcome()
    if not files:
        outcome.take("", _add_written)
    for file in files:
        outcome.take_file(file.filename or "", file.read(), request.form.get("charset"))
    return _answer(outcome, "" if files else request.form.get("text", ""))


@bp.post("/articles/charset")
def choose() -> Response | tuple[str, HTTPStatus]:
    """Take a file that an earlier answer asked about in the encoding chosen, and ask about the others again.

    ``choice`` is the number of the file in the form, counted from 0, a space and the charset.
    """
    number, _, charset = request.form.get("choice", "").partition(" ")
    outcome = _Outcome()
    files = files_in(request.form, parts().settings.max_text_bytes)
    for at, (name, data) in enumerate(files):
        outcome.take_file(name, data, charset.strip() if number == str(at) else None)
    return _answer(outcome)


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


@dataclass(slots=True)
class _Outcome:
    """What became of the texts that were sent with one form."""

    added: list[Listing] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    errors: list[SourceError] = field(default_factory=list)

    def take_file(self, name: str, data: bytes, charset: str | None) -> None:
        """Add a file, or note why not."""
        try:
            self.take(name, lambda: parts().library.add_bytes(data, name, charset or None))
        except SourceCharsetError as error:
            self.doubts.append(Doubt(name, data, error.readings))
            self.errors.append(error)

    def take(self, name: str, add: Callable[[], Listing]) -> None:
        """Add what is called ``name``, or note why not. Lets a doubt through to who can ask about it."""
        try:
            self.added.append(add())
        except SourceCharsetError:
            raise
        except SourceError as error:
            self.refusals.append(Refusal(name, str(error).removeprefix(f"{name} ")))
            self.errors.append(error)


def _answer(outcome: _Outcome, pasted: str = "") -> Response | tuple[str, HTTPStatus]:
    added, errors = outcome.added, outcome.errors
    if added:
        parts().library_changed()
    if wants_json():
        return _as_json(added, errors)
    if errors:
        return render_shelf(outcome.refusals, pasted, added, outcome.doubts), status_of(errors[0])
    if len(added) == 1:
        return redirect(url_for("articles.read", slug=added[0].slug), HTTPStatus.SEE_OTHER)
    return redirect("/", HTTPStatus.SEE_OTHER)


def _add_written() -> Listing:
    """Add what was typed, pasted, given by its address or sent by the bookmarklet."""
    library, form = parts().library, request.form
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
