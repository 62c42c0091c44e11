"""The application factory: the one place where the web's objects are made and joined."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from flask import Flask
from jinja2 import StrictUndefined

from webapp.config import Settings
from webapp.errors import StoreError
from webapp.language.collector import collector_at_rest, settle
from webapp.reader.shelf import Selection
from webapp.web import about, adding, arranging, articles, errors, fixing, health, library, lookup, showing
from webapp.web.assets import serve_assets
from webapp.web.delivery import deliver
from webapp.web.parts import EXTENSION, Parts
from webapp.web.secret import session_secret
from webapp.web.security import protect
from webapp.web.tokens import write_tokens

FORM_OVERHEAD_BYTES = 64 * 1024  # of a form around its text: boundaries, names, other fields
MOST_FORM_PARTS = 100  # files chosen at once among them

_log = logging.getLogger(__name__)


def create_app(settings: Settings | None = None, parts: Parts | None = None) -> Flask:
    """Make the web application for ``settings``, by default those of the environment.

    ``parts`` are made unless given. Everything that can fail does so here, with one of our own errors, rather
    than at the first request: the folders, the library, the dictionary.
    """
    settings = settings or Settings.from_environment(os.environ)
    app = Flask(__name__, static_folder=None)
    app.config.update(
        SECRET_KEY=session_secret(settings.home),
        SESSION_COOKIE_NAME="pindu",  # cookies do not tell ports apart, so not merely "session"
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=settings.max_text_bytes + FORM_OVERHEAD_BYTES,
        MAX_FORM_MEMORY_SIZE=settings.max_text_bytes + FORM_OVERHEAD_BYTES,  # a pasted text is one field
        MAX_FORM_PARTS=MOST_FORM_PARTS,
    )
    app.jinja_options = {"undefined": StrictUndefined}  # a misspelt name is an error, not nothing
    app.url_map.merge_slashes = False  # else //host/ would be answered with a redirect
    app.extensions[EXTENSION] = parts or make_parts(settings)
    for module in (library, adding, articles, arranging, fixing, showing, about, health, lookup):
        app.register_blueprint(module.bp)
    serve_assets(app, Path(app.root_path) / "static")
    write_tokens(app)
    showing.offer_choices(app)
    for name in app.jinja_env.list_templates(extensions=["html"]):
        app.jinja_env.get_template(name)  # compiled now, and not while the first reader waits
    errors.describe(app)
    deliver(app)
    protect(app, settings)
    return app


def make_parts(settings: Settings) -> Parts:
    """Open the library and the engine, which takes most of the time of a start."""
    with collector_at_rest():
        from webapp.reader.annotations import Annotations
        from webapp.reader.caretaker import Caretaker
        from webapp.reader.engine import open_engine
        from webapp.reader.library import open_library
        from webapp.reader.reading_room import ReadingRoom
        from webapp.reader.welcome import welcome

        library, engine = open_library(settings), open_engine(settings)
        kept = Annotations(settings.cache_folder / "annotations.sqlite3", engine.version)
        room = ReadingRoom(library, engine, kept)
        caretaker = Caretaker(library, engine, room.cards)
        parts = Parts(settings, engine, library, room, caretaker)
        try:
            welcome(library)
        except StoreError as error:  # a library that may only be read is read as it is
            _log.info("%s", error)
        caretaker.start()
        settle()
        _look_ahead(parts)
        return parts


def _look_ahead(parts: Parts) -> None:
    """Prepare the page that is likely to be asked for first: of the text read last, else of the newest one.

    What the engine reads when it is first used is then read as well.
    """
    likely = parts.shelf.going_on(1) or parts.shelf.show(Selection(most=1)).listings
    for listing in likely:
        parts.reading_room.prepare(listing.slug)
