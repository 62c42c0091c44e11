"""A sentence while it is being annotated: its words, cut, with readings still open."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from webapp.language.cues import Classify, Place
from webapp.language.document import Word
from webapp.language.separable import Separated
from webapp.language.word_graph import Rival

Piecework = tuple[str, Word | None, str | None]
"""A token in simplified characters, its word, its kind of name."""


@dataclass(slots=True)
class Draft:
    """A sentence, its cut, and the words decided so far (None: still open)."""

    text: str
    plain: str  # the same in simplified characters, place for place
    cuts: list[str] = field(default_factory=list)  # the tokens' texts, simplified
    words: list[Word | None] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    rivals: dict[int, Rival] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)  # token index -> how it is made: see Words.made
    separated: list[Separated] = field(default_factory=list)  # verbs whose object stands apart from them
    breaks: list[int] = field(default_factory=list)  # token indexes of punctuation
    _clauses: dict[int, tuple[list[str], str]] = field(default_factory=dict)  # by the index of the first word
    corrected: set[int] = field(default_factory=set)  # token indexes that the reader has spoken of

    def add(self, start: int, plain: str, word: Word | None = None) -> None:
        """Put a token at the end."""
        self.starts.append(start)
        self.cuts.append(plain)
        self.words.append(word)

    def own(self, index: int) -> str:
        """Return a token's text as it is written."""
        start = self.starts[index]
        return self.text[start : start + len(self.cuts[index])]

    def decided(self) -> Sequence[Word]:
        """Return the words, once all of them are decided."""
        words = self.words
        return words if all(words) else [word for word in words if word is not None]  # type: ignore[return-value]

    def border(self, place: int) -> int | None:
        """Return the index of the token that begins at a place of the text, None where none does."""
        index = bisect_left(self.starts, place)
        if index == len(self.starts):
            return index if place == len(self.text) else None
        return index if self.starts[index] == place else None

    def recut(self, first: int, last: int, tokens: Sequence[Piecework]) -> None:
        """Put the reader's tokens in the place of those from ``first`` to before ``last``."""
        self._replace(first, last, tokens)
        self.corrected.update(range(first, first + len(tokens)))

    def join(self, first: int, last: int, kind: str) -> None:
        """Make one name of the tokens from ``first`` to before ``last``."""
        if last - first == 1:
            self.words[first], self.names[first] = None, kind
        else:
            self._replace(first, last, [("".join(self.cuts[first:last]), None, kind)])

    def part(self, index: int, length: int) -> None:
        """Cut the rest off a name that is only ``length`` characters long."""
        name, kind = self.cuts[index], self.names[index]
        self._replace(index, index + 1, [(name[:length], None, kind), (name[length:], None, None)])

    def _replace(self, first: int, last: int, tokens: Sequence[Piecework]) -> None:
        by = len(tokens) - (last - first)
        start = self.starts[first]
        starts = [start, *(start := start + len(plain) for plain, _, _ in tokens[:-1])]
        self.starts[first:last] = starts
        self.cuts[first:last] = [plain for plain, _, _ in tokens]
        self.words[first:last] = [word for _, word, _ in tokens]

        def moved(index: int) -> int:
            return index if index < first else index + by

        def stays(index: int) -> bool:
            return not first <= index < last

        self.rivals = {
            moved(index): rival
            for index, rival in self.rivals.items()
            if index + rival[0] <= first or index >= last
        }
        self.names = {moved(index): kind for index, kind in self.names.items() if stays(index)}
        self.breaks = [moved(index) for index in self.breaks if stays(index)]
        self.corrected = {moved(index) for index in self.corrected if stays(index)}
        self._clauses.clear()
        for index, (_, word, kind) in enumerate(tokens, first):
            if kind is not None:
                self.names[index] = kind
            if word is not None and word.kind == "punctuation":
                insort(self.breaks, index)

    def place(self, index: int, classify: Classify) -> Place:
        """Return a token's place in its clause."""
        at = bisect_left(self.breaks, index)
        first = self.breaks[at - 1] + 1 if at else 0
        start = self.starts[first]
        clause = self._clauses.get(first)
        if clause is None:
            last = self.breaks[at] if at < len(self.breaks) else len(self.cuts)
            end = self.starts[last] if last < len(self.starts) else len(self.plain)
            clause = self._clauses[first] = self.cuts[first:last], self.plain[start:end]
        words, text = clause
        return Place(words, index - first, text, self.starts[index] - start, classify, opens=not first)
