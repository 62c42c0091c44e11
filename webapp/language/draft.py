"""A sentence while it is being annotated: its words, cut, with readings still open.

Cutting is done here piece by piece (``pieces.py``), Han runs by the word graph
(``segmentation.py``) and then joined where a name was cut apart (``names.py``).
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import itemgetter

from webapp.language import transliterations
from webapp.language.cues import Classify, Place
from webapp.language.document import Word
from webapp.language.joining import NOT_JOINED, Joiner
from webapp.language.overlaps import EDGE, NUMERAL
from webapp.language.pieces import Piece, PieceKind, goes_on, pieces
from webapp.language.script import is_han
from webapp.language.separable import Separated
from webapp.language.word_graph import Cut, Rival

NOT_ONLY_HAN: frozenset[PieceKind] = frozenset({"numeral", "latin"})
"""Pieces that may belong to a longer headword: 三十六计, 卡拉OK."""

KIND = itemgetter(0)
"""The kind of a piece."""

Piecework = tuple[str, Word | None, str | None]
"""A token in simplified characters, its word, its kind of name."""


@dataclass(slots=True)
class Draft:
    """A sentence, its cut, and the words decided so far (None: still open)."""

    text: str
    plain: str  # the same in simplified characters, place for place
    joints: bytes = b""  # of its characters, where they are known: see Segmenter.joints
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


class Drafter:
    """Cuts sentences into tokens."""

    def __init__(
        self,
        cut: Callable[[str, str, bytes], Cut],
        joiner: Joiner,
        is_word: Callable[[str], bool],
        mixed: frozenset[str],
        adjust: Callable[[list[str], str, str, frozenset[str]], list[str]],
    ) -> None:
        self._cut_words = cut
        self._joiner = joiner
        self._is_word = is_word
        self._mixed = mixed  # headwords with both Latin and Han: 卡拉OK, T恤
        self._mixed_starts = frozenset(word[0] for word in mixed)
        self._adjust = adjust

    def draft(self, text: str, plain: str, fixed: Callable[[Piece, str], Word], joints: bytes = b"") -> Draft:
        """Cut one sentence. ``fixed`` makes the word of a piece that is not Han."""
        draft = Draft(text, plain, joints)
        dotted = (
            [] if transliterations.lacks_dots(plain) else transliterations.dotted_names(plain, self._is_word)
        )
        at = 0
        for start, end in [*dotted, (len(plain), len(plain))]:
            self._cut(draft, at, start, fixed)
            if end > start:
                draft.names[len(draft.cuts)] = "foreign"
                draft.add(start, plain[start:end])
            at = end
        return draft

    def _cut(self, draft: Draft, start: int, end: int, fixed: Callable[[Piece, str], Word]) -> None:
        if start == end:
            return
        stretch = draft.plain[start:end]
        found = pieces(stretch)
        if not NOT_ONLY_HAN.isdisjoint(map(KIND, found)):
            found = self._with_mixed(stretch, self._with_headwords(stretch, found))
        for piece in found:
            kind, first, last, _ = piece
            if kind == "han":
                self._cut_run(draft, start + first, stretch[first:last])
            elif kind == "mixed":
                draft.add(start + first, stretch[first:last])
            else:
                if kind == "punctuation":
                    draft.breaks.append(len(draft.cuts))
                written = draft.text[start + first : start + last]
                draft.add(start + first, stretch[first:last], fixed(piece, written))

    def _cut_run(self, draft: Draft, start: int, run: str) -> None:
        last = draft.words[-1] if draft.words else None
        after_number = last is not None and last.kind == "number"
        joints = draft.joints[start : start + len(run)]
        cut = self._cut_words(run, NUMERAL if after_number else EDGE, joints)
        opens = not draft.cuts or last is not None and last.kind == "punctuation"
        chars = frozenset(run)
        words = self._adjust(list(cut.words), "" if opens else draft.cuts[-1], run, chars)
        kinds: Mapping[int, str] = NOT_JOINED
        if len(words) > 1:
            end = start + len(run)
            before = draft.plain[start - 1] if start else ""
            words, kinds = self._joiner.join(words, run, chars, before, draft.plain[end : end + 1])
        first = len(draft.cuts)
        draft.cuts += words
        draft.words += [None] * len(words)
        draft.starts += accumulate(map(len, words[:-1]), initial=start)
        for index, kind in kinds.items():
            draft.names[first + index] = kind
        if cut.rivals and tuple(words) == cut.words:
            for index, rival in cut.rivals.items():
                draft.rivals[first + index] = rival

    def _with_headwords(self, text: str, found: list[Piece]) -> list[Piece]:
        """Give a numeral back to the run of Han around it where a longer word holds it: 三十六计."""
        merged: list[Piece] = []
        for piece in found:
            if piece.kind == "numeral" and is_han(text[piece.start]) and self._inside_word(text, piece):
                piece = Piece("han", piece.start, piece.end)
            if merged and piece.kind == "han" == merged[-1].kind:
                merged[-1] = Piece("han", merged[-1].start, piece.end)
            else:
                merged.append(piece)
        return merged

    def _inside_word(self, text: str, piece: Piece) -> bool:
        return any(
            end - start > piece.end - piece.start and self._is_word(text[start:end])
            for start in range(max(0, piece.start - 2), piece.start + 1)
            for end in range(min(len(text), piece.end + 4), piece.end - 1, -1)
        )

    def _with_mixed(self, text: str, found: list[Piece]) -> list[Piece]:
        """Join pieces that together are a headword: 卡拉 + OK, T + 恤."""
        joined: list[Piece] = []
        index = 0
        while index < len(found):
            piece = found[index]
            match = self._mixed_at(text, piece) if piece.kind in ("latin", "numeral", "han") else None
            if match is None:
                joined.append(piece)
                index += 1
                continue
            start, end = match
            if start > piece.start:
                joined.append(Piece(piece.kind, piece.start, start))
            joined.append(Piece("mixed", start, end))
            index += 1
            while index < len(found) and found[index].end <= end:
                index += 1
            if index < len(found) and found[index].start < end:
                found[index] = Piece(found[index].kind, end, found[index].end, None)
        return joined

    def _mixed_at(self, text: str, piece: Piece) -> tuple[int, int] | None:
        """Find a mixed headword that begins in this piece and reaches beyond it."""
        first = piece.start if piece.kind != "han" else max(piece.start, piece.end - 3)
        for start in range(first, piece.end if piece.kind == "han" else piece.start + 1):
            if text[start] not in self._mixed_starts:
                continue
            for end in range(min(len(text), piece.end + 4), piece.end, -1):
                if text[start:end] in self._mixed and not goes_on(text, end):
                    return start, end
        return None
