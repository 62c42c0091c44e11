"""``/articles/<slug>/...`` (POST): rename, tag, edit, archive and delete, each with a way back."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.errors import ArticleError, SourceError
from webapp.reader.shelf import split_tags
from webapp.web.errors import status_of, wants_json
from webapp.web.parts import parts

bp = Blueprint("arranging", __name__, url_prefix="/articles")


@bp.get("/<slug>/edit")
def edit(slug: str) -> str:
    """Show the title, the tags and a page of the text, to be changed."""
    return _form(slug, request.args.get("page", 1, type=int))


@bp.post("/<slug>/edit")
def save(slug: str) -> Response | tuple[str, HTTPStatus]:
    """Keep another title and other tags, and the text of a page where that has been changed."""
    form, here = request.form, parts()
    number = form.get("page", 1, type=int)
    try:
        if "text" in form:
            here.editor.save(slug, number, form["text"], form.get("version", ""))
        if "title" in form:
            here.shelf.rename(slug, form["title"])
        if "tags" in form:
            here.shelf.tag(slug, split_tags(form["tags"]))
    except (ArticleError, SourceError) as error:
        if wants_json():
            raise
        return _form(slug, number, str(error)), status_of(error)
    here.library_changed()
    return _done(slug, url_for("articles.read", slug=slug, page=number))


@bp.post("/<slug>/archive")
def archive(slug: str) -> Response:
    """Put a text out of the way, or with ``back`` among the others again."""
    back = bool(request.form.get("back"))
    parts().shelf.archive(slug, archived=not back)
    return _done(slug, "/" if not back else "/?archived=1")


@bp.post("/<slug>/delete")
def delete(slug: str) -> Response:
    """Throw a text away; the library then offers to bring it back."""
    parts().shelf.remove(slug)
    return _done(slug, f"/?deleted={slug}")


@bp.post("/<slug>/undelete")
def undelete(slug: str) -> Response:
    """Bring a text back that was thrown away."""
    parts().shelf.bring_back(slug)
    return _done(slug, "/")


def _form(slug: str, number: int, problem: str = "") -> str:
    draft = parts().editor.draft(slug, number)
    return render_template(
        "articles/edit.html",
        article=draft.listing,
        draft=draft,
        problem=problem,
        title=request.form.get("title", draft.listing.title),
        tags=request.form.get("tags", ", ".join(draft.listing.tags)),
        text=request.form.get("text", draft.text),
        version=request.form.get("version", draft.version),
    )


def _done(slug: str, address: str) -> Response:
    if wants_json():
        return jsonify(slug=slug)
    return redirect(address, HTTPStatus.SEE_OTHER)
