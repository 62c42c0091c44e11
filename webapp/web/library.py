"""``/``: the library, and the form that puts a text into it."""

from __future__ import annotations

from flask import Blueprint, render_template

from webapp.web.parts import parts

bp = Blueprint("library", __name__)


@bp.get("/")
def shelf() -> str:
    """Show all texts, the latest first, above the form."""
    return render_shelf()


def render_shelf(problem: str = "", pasted: str = "") -> str:
    """Return the page; after a failed try with what was wrong, and the text that was sent."""
    return render_template(
        "articles/library.html", articles=parts().library.list(), problem=problem, pasted=pasted
    )
