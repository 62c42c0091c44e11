"""A text opened for reading, a page at a time: only the page asked for is annotated.

So a novel opens as quickly as a news item. What has been annotated is kept (see
``annotations.py``), what has lately been shown stays in memory, and the next page
can be prepared while this one is read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass, replace
from hashlib import blake2b
from threading import Lock, Thread
from time import sleep
from typing import TYPE_CHECKING

from webapp.errors import PinduError
from webapp.reader.annotations import Annotations
from webapp.reader.cards import Cards
from webapp.reader.given import corrected
from webapp.reader.page import Page, build_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from webapp.language.document import Document
    from webapp.language.own import OwnEntry
    from webapp.reader.engine import Engine
    from webapp.reader.library import Library
    from webapp.reader.stored import StoredPage

HEAD_START_SECONDS = 0.15  # for the page that is being shown, its styles and its scripts
DOCUMENTS_KEPT = 2  # without corrections: a page that is touched up is made again and again
PAGES_KEPT = 4  # half a megabyte each; as they are sent many more are kept (webapp/web/delivery.py)
KEY_BYTES = 16


@dataclass(frozen=True, slots=True)
class OpenPage:
    """One page of a text: the ``number``-th of ``count``, counted from 1, and where in the text it stands.

    ``place`` names the sentence to show, p0s1, or is "" for the top of the page.
    ``starts`` gives the code point of each sentence in the whole text; ``document`` is what
    the page was made of, places in it count from the page's beginning. Chapters are
    given by their titles and by the pages that they begin on, 0 where there is none.
    """

    page: Page
    number: int
    count: int
    starts: dict[str, int]
    percent: int
    document: Document
    place: str = ""
    book: str = ""
    chapter: str = ""
    chapter_before: int = 0
    chapter_after: int = 0

    @property
    def before(self) -> int:
        return self.number - 1

    @property
    def after(self) -> int:
        return self.number + 1 if self.number < self.count else 0

    def at(self, position: int | None) -> OpenPage:
        """Return the page opened at the sentence that holds a code point."""
        if position is None:
            return self
        names, starts = list(self.starts), list(self.starts.values())
        index = bisect_right(starts, position) - 1
        return replace(self, place=names[index]) if index > 0 else self


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page that is in the library, and may still have to be made; ``position`` is the code point to open it at."""

    slug: str
    stored: StoredPage
    position: int | None

    @property
    def key(self) -> bytes:
        """Names all that is shown on the page, whatever the position."""
        stored = self.stored
        made_of = (self.slug, stored.listing.title, stored.listing.chars, stored.number, stored.count, stored.start,
                   stored.chapter_title, stored.chapter_before, stored.chapter_after,
                   stored.text, stored.readings, stored.corrections)  # fmt: skip
        return blake2b(repr(made_of).encode("utf-8", "surrogatepass"), digest_size=KEY_BYTES).digest()


class ReadingRoom:
    """Opens the texts of a library. Many threads may share one."""

    def __init__(self, library: Library, engine: Engine, annotations: Annotations | None = None) -> None:
        self._library = library
        self._engine = engine
        self._annotations = annotations or Annotations(None, "")
        self.cards = Cards(engine)
        self._kept: OrderedDict[bytes, OpenPage] = OrderedDict()
        self._documents: OrderedDict[str, Document] = OrderedDict()
        self._lock, self._preparing, self._making = Lock(), Lock(), Lock()

    def open(self, slug: str, number: int | None = None, at: int | None = None) -> OpenPage:
        """Return a page: by its number, the one with the code point ``at``, or where reading stopped.

        Raises :class:`~webapp.errors.ArticleNotFoundError` where there is no such text or page.
        """
        return self.make(self.find(slug, number, at))

    def find(self, slug: str, number: int | None = None, at: int | None = None) -> FoundPage:
        """Return what :meth:`open` would open, without making it."""
        stored = self._library.page(slug, number, at)  # asked each time: it may have been changed or removed
        return FoundPage(slug, stored, at if at is not None else stored.position if number is None else None)

    def make(self, found: FoundPage) -> OpenPage:
        """Return a page that has been found, ready to be shown."""
        return self._opened(found).at(found.position)

    def page_document(self, slug: str, number: int) -> tuple[StoredPage, Document]:
        """Return a page as it is kept, and as it is shown."""
        found = self.find(slug, number)
        return found.stored, self._opened(found).document

    def place(self, slug: str, number: int, sentence: str) -> int | None:
        """Return the code point at which a sentence of a page begins, None where the page has no such sentence."""
        return self.open(slug, number).starts.get(sentence)

    def prepare(self, slug: str, number: int | None = None) -> None:
        """Make a page ready in the background, so that it opens at once; what cannot be opened is left alone.

        Without a number it is the page where reading stopped.
        """
        if self._preparing.acquire(blocking=False):  # one at a time: who leafs fast needs what he sees
            Thread(target=self._prepare, args=(slug, number), daemon=True, name="pindu-prepare").start()

    def _prepare(self, slug: str, number: int | None) -> None:
        try:
            sleep(HEAD_START_SECONDS)
            self.open(slug, number)
        except PinduError:
            pass
        finally:
            self._preparing.release()

    def _opened(self, found: FoundPage) -> OpenPage:
        key = found.key
        if kept := self._held(key):
            return kept
        with self._making:  # one at a time: who asks for a page that is being prepared waits for it
            return self._held(key) or self._made(key, found)

    def _held(self, key: bytes) -> OpenPage | None:
        with self._lock:
            kept = self._kept.get(key)
            if kept:
                self._kept.move_to_end(key)
            return kept

    def _made(self, key: bytes, found: FoundPage) -> OpenPage:
        stored = found.stored
        document = self.annotated(stored)
        page = build_page(document, self.cards, found.slug, stored.listing.title)
        opened = _placed(page, document, stored)
        with self._lock:
            self._kept[key] = opened
            while len(self._kept) > PAGES_KEPT:
                self._kept.popitem(last=False)
        return opened

    def annotated(self, stored: StoredPage, pending: Sequence[OwnEntry] = ()) -> Document:
        """Return a page as its source and its reader have it; ``pending`` is what the reader has not decided yet.

        The kept annotation knows nothing of either, so it never goes stale for them.
        """
        own = (*(each.entry for each in stored.corrections), *pending)
        return corrected(self._document(stored.text), stored.readings, own, self._engine.annotator)

    def _document(self, text: str) -> Document:
        with self._lock:
            held = self._documents.get(text)
        document = held or self._annotations.get(text)
        if document is None:
            document = self._engine.annotator.document(text)
            Thread(target=self._keep, args=(document,), daemon=True, name="pindu-keep").start()
        with self._lock:
            self._documents[text] = document
            while len(self._documents) > DOCUMENTS_KEPT:
                self._documents.popitem(last=False)
        return document

    def _keep(self, document: Document) -> None:
        """Keep an annotation once its page has been sent; if it comes to nothing, nothing is lost."""
        sleep(HEAD_START_SECONDS)
        self._annotations.put(document)


def _placed(page: Page, document: Document, stored: StoredPage) -> OpenPage:
    starts = {
        f"p{b}s{s}": stored.start + sentence.start
        for b, block in enumerate(document.blocks)
        for s, sentence in enumerate(block.sentences)
    }
    return OpenPage(
        page,
        stored.number,
        stored.count,
        starts,
        percent=100 * stored.start // max(1, stored.listing.chars),
        document=document,
        book=stored.listing.title if stored.count > 1 else "",
        chapter=stored.chapter_title,
        chapter_before=stored.chapter_before,
        chapter_after=stored.chapter_after,
    )
