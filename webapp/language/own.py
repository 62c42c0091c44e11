"""A reader's own cuts, readings and glosses: what was said by hand goes before all else.

An :class:`OwnEntry` speaks of some characters. It may say how they are cut, how
the word is read, what it means, or several of these. Entries are applied to a
sentence while it is annotated (``annotate.py``), so that rules, notes and spoken
tones are right after them, and never by changing the word graph, which all
texts share.

Where an entry holds is chosen so that it does little harm where nobody looks:

* A cut holds wherever words spell its characters from border to border. It
  never reaches into a longer word: 研究 + 生命 does not touch 研究生.
* A reading or a gloss holds for the word of just these characters; a gloss that
  was written for one reading (``where_read``), only where the word is read so.
* An entry with a place (``at``) holds there and nowhere else, and not even there
  once other characters stand in it.

Later entries see what earlier ones have made, so the last has the last word:
first split, then join one of the pieces with what follows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from webapp.language.document import Others, Word
from webapp.language.draft import Draft, Piecework
from webapp.language.readings import Reading
from webapp.language.words import Words

Make = Callable[[str, str], Piecework]
"""What is known of a piece cut out by hand, given as written and in simplified characters."""


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """What a reader says of ``text``. What is left empty is not spoken of.

    ``cut`` spells ``text``; ``reading`` has a syllable for each character of it;
    ``where_read`` limits an entry to words read so. ``at`` is where ``text``
    begins in the annotated text, None for every place. ``note`` says whose the
    entry is, on words that have no note of their own.
    """

    text: str
    cut: tuple[str, ...] = ()
    reading: Reading = ()
    gloss: str = ""
    where_read: Reading = ()
    at: int | None = None
    note: str = ""

    def places(self, text: str, start: int) -> Iterator[int]:
        """Yield where the entry's characters stand in a sentence that begins at ``start``."""
        if self.at is not None:
            if 0 <= self.at - start < len(text) and text.startswith(self.text, self.at - start):
                yield self.at - start
            return
        found = text.find(self.text)
        while found >= 0:
            yield found
            found = text.find(self.text, found + 1)


class Own:
    """The entries for one text, in the order in which they are applied."""

    def __init__(self, entries: Iterable[OwnEntry] = ()) -> None:
        self._entries = tuple(entries)

    def __bool__(self) -> bool:
        return bool(self._entries)

    def within(self, text: str) -> Own:
        """Return those entries whose characters occur in ``text`` at all."""
        return Own(entry for entry in self._entries if entry.text in text)

    def concerns(self, text: str, start: int) -> bool:
        """Tell whether anything may be different in a sentence that begins at ``start``."""
        return any(True for entry in self._entries for _ in entry.places(text, start))

    def recut(self, draft: Draft, start: int, make: Make) -> None:
        """Cut a sentence as its reader says; the pieces that need it are still to be read."""
        for entry in self._entries:
            if not entry.cut:
                continue
            for place in list(entry.places(draft.text, start)):
                first, last = draft.border(place), draft.border(place + len(entry.text))
                if first is not None and last is not None and last > first:  # else it was cut across
                    plain = draft.plain[place : place + len(entry.text)]
                    draft.recut(first, last, list(_pieces(entry.cut, plain, make)))

    def reword(self, draft: Draft, start: int, words: Words) -> None:
        """Read and explain the words of a sentence as its reader says, after all others were asked."""
        for entry in self._entries:
            if not entry.reading and not entry.gloss:
                continue
            for place in entry.places(draft.text, start):
                index = draft.border(place)
                word = draft.words[index] if index is not None and index < len(draft.words) else None
                if (
                    index is None
                    or word is None
                    or word.text != entry.text
                    or not _is_read(word, entry.where_read)
                ):
                    continue
                if entry.reading and len(entry.reading) == len(word.syllables):
                    word = _reread(word, draft.cuts[index], entry.reading, words)
                if entry.gloss:
                    word = replace(word, gloss=entry.gloss)
                draft.words[index] = replace(word, note=word.note or entry.note or None)
                draft.corrected.add(index)
        for index in draft.corrected:
            word = draft.words[index]
            if word is not None:
                others = Others(word.others.readings)
                draft.words[index] = replace(word, decided_by="own", doubtful=False, others=others)


NOTHING_OWN = Own()


def _pieces(cut: Iterable[str], plain: str, make: Make) -> Iterator[Piecework]:
    at = 0
    for text in cut:
        yield make(text, plain[at : at + len(text)])
        at += len(text)


def _is_read(word: Word, reading: Reading) -> bool:
    return not reading or [s.citation.lower() for s in word.syllables] == [s.lower() for s in reading]


def _reread(word: Word, plain: str, reading: Reading, words: Words) -> Word:
    """Return a word in another reading; a name or compound keeps what else is known of it."""
    listed = words.readings(word.text, plain)
    if not listed or word.parts:
        return words.respelled(word, dict(enumerate(reading)))
    return words.word(word.text, plain, reading, "own", others=listed)
