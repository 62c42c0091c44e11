"""Cut a sentence into tokens: piece by piece (``pieces.py``), its runs of Han into words (``cutting.py``)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, zip_longest
from operator import itemgetter

from webapp.language import transliterations
from webapp.language.cutting import Cutter
from webapp.language.document import Word
from webapp.language.draft import Draft
from webapp.language.joints import JOINT, borders, stretches
from webapp.language.numerals import scan
from webapp.language.pieces import Piece, PieceKind, goes_on, pieces, runs
from webapp.language.script import is_han

NOT_ONLY_HAN: frozenset[PieceKind] = frozenset({"numeral", "latin"})
"""Pieces that may belong to a longer headword: 三十六计, 卡拉OK."""

KIND = itemgetter(0)
"""The kind of a piece."""

MARKS_KEPT, LONG_MARKS = 1_000, 20
"""So many kinds of what stands between two runs of Han are remembered, and none as long as this."""

Fixed = Callable[[Piece, str], Word]
"""Makes the word of a piece that needs no dictionary, as it is written."""
Marks = Sequence[tuple[str, Word]]
"""What stands between two runs of Han: tokens in simplified characters, and their words."""


class Drafter:
    """Cuts sentences into tokens."""

    def __init__(self, cutter: Cutter, is_word: Callable[[str], bool], mixed: frozenset[str]) -> None:
        self._cutter = cutter
        self._is_word = is_word
        self._mixed = mixed  # headwords with both Latin and Han: 卡拉OK, T恤
        self._mixed_starts = frozenset(word[0] for word in mixed)
        self._between: dict[str, Marks] = {}  # the words of what stands between two runs of Han

    def draft(self, text: str, plain: str, fixed: Fixed, marked: str = "") -> Draft:
        """Cut one sentence. ``fixed`` makes the word of a piece that is not Han.

        ``marked`` is ``plain`` with its joints, where they are known: see ``Segmenter.mark``.
        """
        draft = Draft(text, plain)
        has_dots = not transliterations.lacks_dots(plain)
        numerals = scan(plain)
        if marked and not has_dots and not numerals and self._cut_simple(draft, marked, fixed):
            return draft
        places = borders(marked) if marked else None
        if not has_dots:
            self._cut_pieces(draft, 0, plain, pieces(plain, numerals), places, fixed)
            return draft
        at = 0
        for start, end in [*transliterations.dotted_names(plain, self._is_word), (len(plain), len(plain))]:
            if at < start:
                stretch = plain[at:start]
                self._cut_pieces(draft, at, stretch, pieces(stretch, scan(stretch)), places, fixed)
            if end > start:
                draft.names[len(draft.cuts)] = "foreign"
                draft.add(start, plain[start:end])
            at = end
        return draft

    def _cut_simple(self, draft: Draft, marked: str, fixed: Fixed) -> bool:
        """Cut what has nothing but runs of Han and marks between them, as most sentences; say whether it has."""
        split = runs(marked)
        between = [*map(self._between.get, split[::2])] if draft.text == draft.plain else [None]
        if None in between:
            between = self._all_between(draft.text, split, fixed)
            if None in between:
                return False
        words, cuts, starts = draft.words, draft.cuts, draft.starts
        at = 0
        for marks, run in zip_longest(between, split[1::2]):
            for plain, word in marks or ():
                if word.kind == "punctuation":
                    draft.breaks.append(len(cuts))
                words.append(word)
                cuts.append(plain)
                starts.append(at)
                at += len(plain)
            if run:
                stretches = run.split(JOINT)
                run = "".join(stretches)
                self._cut_run(draft, at, run, stretches)
                at += len(run)
        return True

    def _all_between(self, text: str, split: list[str], fixed: Fixed) -> list[Marks | None]:
        """Return the words of what stands between the runs of a text that was split at them."""
        found: list[Marks | None] = []
        at = 0
        for marks, run in zip_longest(split[::2], split[1::2], fillvalue=""):
            found.append(self._marks(marks, text[at : at + len(marks)], fixed))
            at += len(marks) + len(run) - run.count(JOINT)
        return found

    def _marks(self, plain: str, written: str, fixed: Fixed) -> Marks | None:
        """Return the words of what stands between two runs of Han, None where a letter or figure is among them."""
        if any(map(str.isalnum, plain)):
            return None
        made = [
            (plain[piece.start : piece.end], fixed(piece, written[piece.start : piece.end]))
            for piece in pieces(plain, ())
        ]
        # A hostile text could have any number of them.
        if plain == written and len(plain) < LONG_MARKS and len(self._between) < MARKS_KEPT:
            self._between[plain] = made
        return made

    def _cut_pieces(
        self,
        draft: Draft,
        start: int,
        stretch: str,
        found: list[Piece],
        places: Sequence[int] | None,
        fixed: Fixed,
    ) -> None:
        if not NOT_ONLY_HAN.isdisjoint(map(KIND, found)):
            found = self._with_mixed(stretch, self._with_headwords(stretch, found))
        for piece in found:
            kind, first, last, _ = piece
            if kind == "han":
                run, at = stretch[first:last], start + first
                self._cut_run(draft, at, run, stretches(run, at, places) if places is not None else ())
            elif kind == "mixed":
                draft.add(start + first, stretch[first:last])
            else:
                if kind == "punctuation":
                    draft.breaks.append(len(draft.cuts))
                written = draft.text[start + first : start + last]
                draft.add(start + first, stretch[first:last], fixed(piece, written))

    def _cut_run(self, draft: Draft, start: int, run: str, stretches: Sequence[str]) -> None:
        last = draft.words[-1] if draft.words else None
        opens = not draft.cuts or last is not None and last.kind == "punctuation"
        end = start + len(run)
        words, rivals, made = self._cutter.cut(
            run,
            stretches,
            "" if opens else draft.cuts[-1],
            last is not None and last.kind == "number",
            draft.plain[start - 1] if start else "",
            draft.plain[end : end + 1],
        )
        first = len(draft.cuts)
        draft.cuts += words
        draft.words += [None] * len(words)
        draft.starts += accumulate(map(len, words[:-1]), initial=start)
        for index, kind in made.items():
            draft.names[first + index] = kind
        for index, rival in rivals.items():
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
