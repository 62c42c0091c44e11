"""pindu (拼读): opens any Chinese text in the browser and explains every word of it.

Importing the package imports neither Flask nor the dictionary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from webapp.config import Settings

__version__ = "0.1.0"


def create_app(settings: Settings | None = None) -> Flask:
    """Make the web application; see :func:`webapp.web.app.create_app`."""
    from webapp.web.app import create_app as create

    return create(settings)
