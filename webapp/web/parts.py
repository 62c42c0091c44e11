"""What the views stand on, made once by the factory and found again by them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from flask import current_app

if TYPE_CHECKING:
    from webapp.config import Settings
    from webapp.reader.engine import Engine
    from webapp.reader.library import Library
    from webapp.reader.reading_room import ReadingRoom

EXTENSION = "pindu"


@dataclass(frozen=True, slots=True)
class Parts:
    """The objects of one application; none of them is changed after it has started."""

    settings: Settings
    engine: Engine
    library: Library
    reading_room: ReadingRoom


def parts() -> Parts:
    """Return the parts of the application that answers this request."""
    return cast(Parts, current_app.extensions[EXTENSION])
