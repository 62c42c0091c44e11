"""What is said without a pause, syllable by syllable, ready for tone changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from webapp.language.document import Kind, Word
from webapp.language.sounds import Sounds


class Stretch:
    """The syllables of neighbouring words in parallel lists; ``tones`` is what the rules change.

    A syllable that nobody says (a comma, a letter) has tone 0: rules look at
    neighbours, and it separates them. ``words`` names the syllables of each word,
    ``cited`` has the tones before any change.
    """

    __slots__ = ("_sounds", "_words", "chars", "citations", "cited", "tones", "words")

    def __init__(self, words: Sequence[Word], sounds: Sounds) -> None:
        self._words = words
        self._sounds = sounds
        self.citations: list[str] = []
        self.chars: list[str] = []
        self.words: list[range] = []
        self.cited: list[int] = []
        for word in words:
            chars, citations, tones = sounds.said(word)
            first = len(self.chars)
            self.chars += chars
            self.citations += citations
            self.cited += tones
            self.words.append(range(first, first + len(chars)))
        self.tones = self.cited.copy()

    def kind(self, place: int) -> Kind:
        """Return the kind of a word."""
        return self._words[place].kind

    def changed(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield the place of each word whose tones are not the citation tones, with its spoken syllables."""
        if self.tones == self.cited:
            return
        for place, span in enumerate(self.words):
            tones = self.tones[span.start : span.stop]
            if tones != self.cited[span.start : span.stop]:
                yield place, self._sounds.spoken(self._words[place], tones)
