"""A word touched up where it stands: what the form shows before anything is kept, and keeping it.

What is shown is what the engine makes of the wish, not a guess: the cut that is
being tried is applied to the page as if it were kept already.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from webapp.errors import CorrectionError, CorrectionOutdatedError
from webapp.language import pinyin
from webapp.language.document import Document, Token
from webapp.language.own import OwnEntry
from webapp.language.readings import Reading
from webapp.language.script import is_han
from webapp.language.typed_reading import typed_reading
from webapp.reader.anchoring import sentence_around
from webapp.reader.choices import Choice, readings_of
from webapp.reader.corrected import lengths
from webapp.reader.library import Library, found
from webapp.reader.stored import StoredPage
from webapp.reader.wish import Spot, Wish, changed_blocks, clean_gloss, cut_wished, spot_of, toggled, token_at
from webapp.store import pages
from webapp.store.models import CorrectionRow

if TYPE_CHECKING:
    from webapp.reader.engine import Engine
    from webapp.reader.reading_room import ReadingRoom


@dataclass(frozen=True, slots=True)
class PieceView:
    """A word as it would be cut: its characters, each with the gap before it, and what it then is."""

    text: str
    chars: tuple[tuple[str, int], ...]
    pinyin: str
    gloss: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FixingView:
    """All that the form shows. ``before`` and ``after`` are the words around, "" where none could be joined.

    ``choices`` are the readings of the chosen piece, none for what is not read
    character by character; ``cuts`` how else the word as it stands could be cut.
    ``corrections`` are those that the reader has made of this word before.
    """

    slug: str
    page: int
    wish: Wish
    text: str
    language: str
    before: str
    after: str
    pieces: tuple[PieceView, ...]
    choices: tuple[Choice, ...]
    gloss: str
    own_gloss: str
    cuts: tuple[tuple[str, ...], ...]
    corrections: tuple[int, ...]
    is_doubtful: bool

    @property
    def end(self) -> int:
        """The gap behind the last character."""
        return sum(len(piece.text) for piece in self.pieces)

    @property
    def chosen(self) -> PieceView:
        return self.pieces[self.wish.of]


@dataclass(frozen=True, slots=True)
class Saved:
    """What was kept: the corrections' numbers, the word on the page, and the blocks that changed."""

    corrections: tuple[int, ...]
    token: str
    place: int  # of the word, in the whole text
    blocks: tuple[str, ...]
    said: str


class Fixer:
    """Corrects words on the pages of a library. Threads may share one."""

    def __init__(self, library: Library, room: ReadingRoom, engine: Engine) -> None:
        self._library = library
        self._room = room
        self._engine = engine
        self._cards = room.cards

    def view(self, slug: str, number: int, wish: Wish, toggle: int | None = None) -> FixingView:
        """Return what the form shows of a wish, with a gap opened or closed before."""
        stored, document = self._room.page_document(slug, number)
        spot, wish = spot_of(document, wish)
        if toggle is not None:
            spot, wish = spot_of(document, toggled(spot, wish, toggle))
        tokens, first = self._tried(stored, spot, cut_wished(spot, wish), wish.pieces)
        cards = self._cards.cards(tokens)[first : first + len(wish.pieces)]
        views, place = [], 0
        for index, (card, piece) in enumerate(zip(cards, wish.pieces, strict=True)):
            chars = tuple((char, place + at) for at, char in enumerate(piece))
            views.append(PieceView(piece, chars, card.pinyin or "", card.gloss or "", index == wish.of))
            place += len(piece)
        token, card = tokens[first + wish.of], cards[wish.of]
        own = [each for each in stored.corrections if _concerns(each.entry, document, token.start, token.end)]
        glosses = [each.entry.gloss for each in own if each.entry.gloss and each.entry.text == token.text]
        word = spot.tokens[0].word
        return FixingView(
            slug,
            stored.number,
            wish,
            "".join(wish.pieces),
            stored.listing.language,
            spot.before.text if spot.before else "",
            spot.after.text if spot.after else "",
            tuple(views),
            readings_of(token.word, self._engine.lexicon, card.gloss or "")
            if is_read_by_character(token)
            else (),
            card.gloss or "",
            glosses[-1] if glosses and glosses[-1] == card.gloss else "",
            word.others.cuts,
            tuple(each.id for each in own),
            any(each.word.doubtful for each in spot.tokens),
        )

    def save(self, slug: str, number: int, wish: Wish) -> Saved:
        """Keep a wish. Raises :class:`CorrectionError`, and keeps nothing then."""
        stored, before = self._room.page_document(slug, number)
        spot, wish = spot_of(before, wish)
        entries, said = self._entries(stored, spot, wish)
        place = spot.start + sum(map(len, wish.pieces[: wish.of]))
        ids = self._keep(slug, stored, entries, wish.everywhere)
        _, after = self._room.page_document(slug, number)
        name, _ = token_at(after, place)
        where = "everywhere" if wish.everywhere else "here"
        return Saved(ids, name, stored.start + place, changed_blocks(before, after), f"{said}, {where}")

    def blocks_changed_by(self, slug: str, number: int, deed: Callable[[], object]) -> tuple[str, ...]:
        """Do something, and return the names of the blocks of a page that it changes."""
        _, before = self._room.page_document(slug, number)
        deed()
        _, after = self._room.page_document(slug, number)
        return changed_blocks(before, after)

    def _tried(
        self, stored: StoredPage, spot: Spot, cut: OwnEntry | None, pieces: tuple[str, ...]
    ) -> tuple[Sequence[Token], int]:
        """Return the sentence as it would be, and the index of the token that begins where the spot does."""
        tokens: Sequence[Token] = spot.sentence.tokens
        if cut is not None:
            tried = self._room.annotated(stored, (cut,))
            tokens = tried.blocks[spot.block].sentences[spot.number].tokens
        first = next((index for index, token in enumerate(tokens) if token.start == spot.start), 0)
        if tuple(token.text for token in tokens[first : first + len(pieces)]) != pieces:
            raise CorrectionError("These characters cannot be cut like that here.")
        return tokens, first

    def _entries(self, stored: StoredPage, spot: Spot, wish: Wish) -> tuple[list[OwnEntry], str]:
        """Return what is to be kept, in its order, and what to say of it."""
        cut = cut_wished(spot, wish)
        tokens, first = self._tried(stored, spot, cut, wish.pieces)
        token = tokens[first + wish.of]
        entries, said = ([cut], [" · ".join(cut.cut)]) if cut else ([], [])
        reading = self._reading(token, wish.reading)
        citations = tuple(syllable.citation for syllable in token.word.syllables)
        if reading and (reading != citations or token.word.doubtful):
            entries.append(OwnEntry(token.text, reading=reading, at=token.start))
            said.append(f"{token.text} {pinyin.join(reading)}")
        gloss = clean_gloss(wish.gloss)
        if gloss and gloss != self._cards.card(tokens, first + wish.of).gloss:
            where_read = (reading or citations) if wish.everywhere and is_read_by_character(token) else ()
            entries.append(OwnEntry(token.text, gloss=gloss, where_read=where_read, at=token.start))
            said.append(f"{token.text} “{gloss}”")
        if not entries and token.word.doubtful:  # it is right as it is
            entries, said = [OwnEntry(token.text, cut=(token.text,), at=token.start)], [f"{token.text} it is"]
        if not entries:
            raise CorrectionError(
                "Nothing is changed yet: open or close a gap, choose another reading, or write what it means."
            )
        return entries, "; ".join(said)

    def _reading(self, token: Token, typed: str) -> Reading:
        if not typed.strip():
            return ()
        if not is_read_by_character(token):
            raise CorrectionError(f"{token.text} is not read character by character, so its reading stays.")
        return typed_reading(typed, token.text, self._engine.lexicon.readings)

    def _keep(
        self, slug: str, stored: StoredPage, entries: Sequence[OwnEntry], everywhere: bool
    ) -> tuple[int, ...]:
        now = datetime.now(UTC)
        with self._library.database.writing() as session:
            row = found(session, slug)
            page = pages.page(session, row.id, stored.number)
            if page is None or (page.start, page.text) != (stored.start, stored.text):
                raise CorrectionOutdatedError(
                    "The text has just been edited, so nothing was changed. Open it again."
                )
            made = [_row(entry, row.id, stored, everywhere, now) for entry in entries]
            for each in made:
                session.add(each)
                session.flush()  # one by one: their numbers are the order in which they are applied
            return tuple(each.id for each in made)


def is_read_by_character(token: Token) -> bool:
    """Claim that a token has a syllable for each of its characters, all of them Chinese."""
    syllables = token.word.syllables
    return len(syllables) == len(token.text) and all(
        is_han(each.base) and each.citation for each in syllables
    )


def _concerns(entry: OwnEntry, document: Document, start: int, end: int) -> bool:
    """Claim that an entry has something to do with the word at a place."""
    if entry.at is not None:
        return entry.at < end and start < entry.at + len(entry.text)
    first = max(0, start - len(entry.text) + 1)
    if entry.cut:
        return document.text.find(entry.text, first, end + len(entry.text) - 1) >= 0
    return document.text[start:end] == entry.text


def _row(
    entry: OwnEntry, article_id: int, stored: StoredPage, everywhere: bool, now: datetime
) -> CorrectionRow:
    at = entry.at or 0
    sentence, lead = sentence_around(stored.text, at, at + len(entry.text))
    kind = "cut" if entry.cut else "reading" if entry.reading else "gloss"
    value = {"cut": lengths(entry.cut), "reading": " ".join(entry.reading), "gloss": entry.gloss}[kind]
    return CorrectionRow(
        article_id=article_id,
        is_everywhere=everywhere,
        kind=kind,
        text=entry.text,
        value=value,
        where_read=" ".join(entry.where_read),
        start=stored.start + at,
        sentence=sentence,
        lead=lead,
        made_at=now,
    )
