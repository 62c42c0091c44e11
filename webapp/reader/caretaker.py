"""What is done in the library when nobody waits for it: rehearse, index, estimate, empty the bin.

One thread, a small transaction at a time, so that whoever adds a text at the same
moment waits some milliseconds at most. Nothing depends on it: a page that is not
indexed yet is looked through, and a text without an estimate shows none. After a
crash it goes on where it was.
"""

from __future__ import annotations

import logging
from threading import Event, Thread
from typing import TYPE_CHECKING

from webapp.errors import PinduError
from webapp.reader.cards import Cards
from webapp.reader.difficulty import difficulty, sample
from webapp.reader.rehearsal import rehearse
from webapp.reader.shelf import Shelf
from webapp.store import articles, pages
from webapp.store.models import ArticleRow

if TYPE_CHECKING:
    from webapp.reader.engine import Engine
    from webapp.reader.library import Library

PAGES_AT_ONCE = 40
IDLE_SECONDS = 60  # then it looks for what other programs have added
REST_SECONDS = 0.02  # between two steps, for those who wait
QUIET_SECONDS = 1.0  # before the first step: who has just added a text wants to see its first page

_log = logging.getLogger(__name__)


class Caretaker:
    """Keeps one library in order; see :meth:`work`."""

    def __init__(self, library: Library, engine: Engine, shown: Cards | None = None) -> None:
        self._library = library
        self._shown = shown  # the cards that pages are made with
        self._engine = engine
        self._shelf = Shelf(library.database)
        self._cards = Cards(engine, senses=False)
        self._wanted, self._stopped = Event(), Event()
        self._thread = Thread(target=self._run, daemon=True, name="pindu-caretaker")

    def start(self) -> None:
        """Begin in a thread of its own, which ends with the program."""
        self._thread.start()

    def wake(self) -> None:
        """Say that there may be something to do."""
        self._wanted.set()

    def stop(self) -> None:
        """End the thread after the step that it is at."""
        self._stopped.set()
        self._wanted.set()
        if self._thread.is_alive():
            self._thread.join()

    def work(self) -> bool:
        """Do the next step. Returns whether there was one."""
        return self._index() or self._estimate()

    def _run(self) -> None:
        if self._stopped.wait(QUIET_SECONDS):
            return
        for _ in rehearse(self._engine, self._shown):
            if self._stopped.wait(REST_SECONDS):
                return
        while not self._stopped.wait(QUIET_SECONDS):
            try:
                self._shelf.empty_bin()
                while self.work() and not self._stopped.wait(REST_SECONDS):
                    pass
            except PinduError as error:  # read-only, full, or busy: it tries again later
                _log.info("%s", error)
            self._wanted.wait(IDLE_SECONDS)
            self._wanted.clear()

    def _index(self) -> bool:
        database = self._library.database
        with database.reading() as session:  # no write lock for nothing
            if not pages.waiting(session, 1):
                return False
        with database.writing() as session:
            for row, script in pages.waiting(session, PAGES_AT_ONCE):
                pages.index_pages(session, [row], script)
        return True

    def _estimate(self) -> bool:
        with self._library.database.reading() as session:
            row = session.scalars(articles.present(ArticleRow.level.is_(None)).limit(1)).first()
            if row is None:
                return False
            numbers = sample(pages.page_count(session, row.id))
            found = [pages.page(session, row.id, number) for number in numbers]
        documents = [self._engine.annotator.document(page.text) for page in found if page]
        judged = difficulty(documents, self._cards)
        with self._library.database.writing() as session:
            again = session.get(ArticleRow, row.id)
            if again is not None and again.text_hash == row.text_hash:
                again.level, again.share_above = judged.level, judged.share_above
        return True
