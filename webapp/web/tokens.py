"""How a token is written on the page, looked up once it has been written before.

A page has a thousand tokens, but some hundred looks, and the next page has many of
them again. The markup itself is a template's (``templates/articles/_token.html``).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from flask import Flask
from markupsafe import Markup

from webapp.reader.page import Look

LOOKS_KEPT = 5_000  # a few megabytes


def write_tokens(app: Flask) -> None:
    """Give the templates the filter ``look``: what a token has after its name."""

    @lru_cache(maxsize=1)
    def macro() -> Callable[[Look], Markup]:
        found: Callable[[Look], Markup] = app.jinja_env.get_template("articles/_token.html").module.look  # type: ignore[attr-defined]
        return found

    @lru_cache(LOOKS_KEPT)
    def look(view: Look) -> Markup:
        return macro()(view)

    app.add_template_filter(look)
