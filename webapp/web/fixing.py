"""``/articles/<slug>/fix``: touch up a word; ``/corrections``: what was touched up, each with its undo.

The form is a page of its own that needs no scripts: a gap that is opened or closed,
or another piece that is chosen, asks for the page anew (GET) and keeps nothing; only
saving does (POST). The reader page shows the same form in its card (``js/fixing.js``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from webapp.errors import CorrectionError
from webapp.reader.corrections import Corrections
from webapp.reader.wish import Wish
from webapp.web.errors import status_of, wants_json
from webapp.web.parts import parts

bp = Blueprint("fixing", __name__)

SCOPES = ("here", "everywhere")


@bp.get("/articles/<slug>/fix")
def form(slug: str) -> str:
    """Show the form for a word or, where none is named, the words of the page to choose from."""
    fields = request.args
    number = fields.get("page", 1, type=int)
    if "token" not in fields:
        opened = parts().reading_room.open(slug, number)
        return render_template("articles/fix_choose.html", opened=opened, page=opened.page)
    return _form(slug, number, fields)


@bp.post("/articles/<slug>/fix")
def save(slug: str) -> Response | tuple[str, HTTPStatus]:
    """Keep what was corrected; the way leads back to its sentence."""
    fields = request.form
    number = fields.get("page", 1, type=int)
    try:
        saved = parts().fixer.save(slug, number, _wish(fields))
    except CorrectionError as error:
        if wants_json():
            raise
        return _after_problem(slug, number, fields, error)
    if wants_json():
        return jsonify(corrections=saved.corrections, token=saved.token, blocks=saved.blocks, said=saved.said)
    return redirect(url_for("articles.read", slug=slug, at=saved.place), HTTPStatus.SEE_OTHER)


@bp.get("/corrections")
def listed() -> str:
    """Show what was corrected, the last one in front."""
    found = parts().corrections.list(request.args.get("first", 0, type=int))
    return render_template("corrections.html", found=found, first=request.args.get("first", 0, type=int))


@bp.post("/corrections/undo")
def undo() -> Response:
    """Undo the corrections whose numbers are given, or what was corrected last."""
    return _changed(lambda here, ids: here.undo(ids) if ids else here.undo_last())


@bp.post("/corrections/redo")
def redo() -> Response:
    """Have corrections hold again that were undone."""
    return _changed(lambda here, ids: here.redo(ids))


def _changed(deed: Callable[[Corrections, list[int]], tuple[int, ...]]) -> Response:
    fields, here = request.form, parts()
    ids = fields.getlist("correction", type=int)
    done: list[tuple[int, ...]] = []

    def do() -> None:
        done.append(deed(here.corrections, ids))

    blocks: tuple[str, ...] = ()
    if "slug" in fields:
        blocks = here.fixer.blocks_changed_by(fields["slug"], fields.get("page", 1, type=int), do)
    else:
        do()
    if wants_json():
        return jsonify(corrections=done[0], blocks=blocks)
    if "slug" in fields:
        where = url_for("articles.read", slug=fields["slug"], page=fields.get("page", 1, type=int))
        return redirect(where, HTTPStatus.SEE_OTHER)
    return redirect("/corrections", HTTPStatus.SEE_OTHER)


def _wish(fields: MultiDict[str, str]) -> Wish:
    scope = fields.get("scope", "here")
    if scope not in SCOPES:
        raise CorrectionError("Say where the correction is to hold: here or everywhere.")
    return Wish(
        fields.get("token", ""),
        tuple(fields.getlist("piece")),
        fields.get("of", 0, type=int),
        fields.get("typed", "").strip() or fields.get("reading", ""),
        fields.get("gloss", ""),
        scope == "everywhere",
    )


def _form(slug: str, number: int, fields: MultiDict[str, str], problem: str = "") -> str:
    fixer, wish = parts().fixer, _wish(fields)
    toggle = fields.get("toggle", type=int)
    if "choose" in fields:
        wish = replace(wish, of=fields.get("choose", 0, type=int))
    if "instead" in fields:  # the other cut of the word as it stands
        cuts = fixer.view(slug, number, replace(wish, pieces=(), of=0)).cuts
        index = fields.get("instead", 0, type=int)
        wish = replace(wish, pieces=cuts[index] if 0 <= index < len(cuts) else (), of=0)
    view = fixer.view(slug, number, wish, toggle)
    is_same = (
        fields.get("word", view.chosen.text) == view.chosen.text
    )  # else what was typed is another word's
    return render_template(
        "articles/fix.html",
        view=view,
        toggled=fields.get("toggle", ""),
        problem=problem,
        reading=fields.get("reading", "") if is_same else "",
        typed=fields.get("typed", "") if is_same else "",
        gloss=fields.get("gloss", view.own_gloss) if is_same else view.own_gloss,
        scope=fields.get("scope", "here"),
    )


def _after_problem(
    slug: str, number: int, fields: MultiDict[str, str], error: CorrectionError
) -> tuple[str, HTTPStatus]:
    """Return the form as it was sent, with what is wrong; where it cannot be shown any more, the error alone."""
    kept = MultiDict(fields)
    if fields.get("scope", "here") not in SCOPES:
        kept["scope"] = "here"
    try:
        return _form(slug, number, kept, str(error)), status_of(error)
    except CorrectionError:
        raise error from None
