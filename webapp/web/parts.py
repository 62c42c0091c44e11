"""What the views stand on, made once by the factory and found again by them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

from flask import current_app

from webapp.reader.corrections import Corrections
from webapp.reader.editing import Editor
from webapp.reader.selection import Selections
from webapp.reader.shelf import Shelf
from webapp.reader.showing import Showing

if TYPE_CHECKING:
    from webapp.config import Settings
    from webapp.reader.caretaker import Caretaker
    from webapp.reader.engine import Engine
    from webapp.reader.finding import Finder
    from webapp.reader.fixing import Fixer
    from webapp.reader.library import Library
    from webapp.reader.reading_room import ReadingRoom

EXTENSION = "pindu"


@dataclass(frozen=True)
class Parts:
    """The objects of one application; none of them is changed after it has started.

    Without a ``caretaker`` the library is all the same whole, only slower to search.
    """

    settings: Settings
    engine: Engine
    library: Library
    reading_room: ReadingRoom
    caretaker: Caretaker | None = None

    @cached_property
    def shelf(self) -> Shelf:
        return Shelf(self.library.database)

    @cached_property
    def editor(self) -> Editor:
        return Editor(self.library.database)

    @cached_property
    def showing(self) -> Showing:
        return Showing(self.library.database)

    @cached_property
    def fixer(self) -> Fixer:
        from webapp.reader.fixing import Fixer

        return Fixer(self.library, self.reading_room, self.engine)

    @cached_property
    def corrections(self) -> Corrections:
        return Corrections(self.library.database)

    @cached_property
    def finder(self) -> Finder:
        from webapp.reader.finding import Finder

        return Finder(self.library.database, self.engine.lexicon)

    @cached_property
    def selections(self) -> Selections:
        return Selections(self.engine)

    def library_changed(self) -> None:
        """Have new texts indexed and judged."""
        if self.caretaker:
            self.caretaker.wake()


def parts() -> Parts:
    """Return the parts of the application that answers this request."""
    return cast(Parts, current_app.extensions[EXTENSION])
