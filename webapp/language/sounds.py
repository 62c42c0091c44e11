"""What is remembered of the sound of words: what tone sandhi asks of each, once.

A novel has two hundred thousand words, but a few thousand different ones. Looked at
once each, every one has a sign; the places where a tone may change are then found
in the signs of a sentence by one search, and most words are done with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from operator import attrgetter
from typing import Final

from webapp.language.document import Syllable, Word
from webapp.language.said import Said, said, spoken

Syllables = tuple[Syllable, ...]
_SYLLABLES = attrgetter("syllables")
ERHUA: Final = ("儿", "兒")
WORDS_KEPT: Final = 8_000
# A neutral syllable that is a third tone underneath, and raises a third tone before it (小姐, 哪里, 想起来).
_THIRD_UNDERNEATH = frozenset("里裡裏姐午起鼠虎板法手水口鬼")
# Doubled nouns forgot the third tone underneath (姐姐 jiějie), doubled verbs did not (想想 xiángxiang).
_FORGETFUL = frozenset("姐奶姥嫂婶嬸宝寶")
_MAY_CHANGE = ("yi1", "bu4")

PAUSE: Final = "|"
"""The sign between what is said without a pause; a comma has nothing else."""
NOTHING: Final = "-"
"""The sign of a 儿 that stands alone: what is before it and after it are neighbours."""
CHANGES, THIRD, NEUTRAL, OTHER = "c3n."
"""What is said may change whatever stands beside it; or begins in the third tone, a neutral one, another."""
_ENDS_IN_THIRD: Final = {CHANGES: "C", THIRD: "T", NEUTRAL: "N", OTHER: "E"}
_MEETING = re.compile(r"[cC]|(?<=[CTNE])-*[3TnN]")


class Sounds:
    """Keeps what is found out about words, by the identity of their syllables: those that a note is put on share them."""

    def __init__(self) -> None:
        self._signs: dict[int, str] = {}
        self._said: dict[int, Said] = {}
        self._spoken: dict[tuple[int, tuple[int, ...]], tuple[str, ...]] = {}
        self._held: list[Syllables] = []  # so that their identities stay taken

    def signs(self, words: Sequence[Word]) -> list[str]:
        """Return the signs of each word: one, or more where it holds a pause."""
        known = [*map(self._signs.get, map(id, map(_SYLLABLES, words)))]
        if None in known:
            known = [signs or self._learn(word.syllables) for signs, word in zip(known, words, strict=True)]
        return known  # type: ignore[return-value]  # none is None

    def _learn(self, syllables: Syllables) -> str:
        signs = _signs(syllables)
        if len(self._held) < WORDS_KEPT:
            self._held.append(syllables)
            self._signs[id(syllables)] = signs
        return signs

    def said(self, word: Word) -> Said:
        """Return the syllables of a word as they are said one by one."""
        key = id(word.syllables)
        known = self._said.get(key)
        if known is None:
            known = said(word.syllables)
            if key in self._signs:
                self._said[key] = known
        return known

    def spoken(self, word: Word, tones: Sequence[int]) -> tuple[str, ...]:
        """Return the syllables of a word in these tones: one object for all its occurrences."""
        key = id(word.syllables), tuple(tones)
        known = self._spoken.get(key)
        if known is None:
            known = spoken(word.syllables, tones)
            if key[0] in self._signs:
                self._spoken[key] = known
        return known


def changing(words: Sequence[Word], sounds: Sounds) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a sentence in which some tone may change.

    No stretch reaches over a pause: punctuation, space, Latin letters. It holds
    the words that change, the one before them and, for 不|出来, two after them.
    """
    each = sounds.signs(words)
    signs = "".join(each)
    places: Sequence[int] = range(len(words))  # of the word that a sign is of
    if len(signs) > len(words):
        places = [*chain.from_iterable(map(repeat, places, map(len, each)))]
    first = last = pause = end = -1
    for match in _MEETING.finditer(signs):
        at = match.end() - 1
        place = places[at]
        if signs[at] in "nN" and not _raises(words[places[match.start() - 1]], words[place]):
            continue
        if at > end:  # a pause lies between this place and the last
            if first >= 0:
                yield max(first - 1, pause), min(last + 3, places[end] + 1)
            pause, end = places[max(signs.rfind(PAUSE, 0, at), 0)], signs.find(PAUSE, at)
            end = end if end >= 0 else len(signs) - 1
            first = place
        last = place
    if first >= 0:
        yield max(first - 1, pause), min(last + 3, places[end] + 1)


def _raises(before: Word, word: Word) -> bool:
    """Whether a word that begins with a neutral syllable raises the third tone that the one before it ends in."""
    last, first = before.text[-1], word.text[0]
    if first not in _THIRD_UNDERNEATH and first != last and last not in ERHUA and first not in ERHUA:
        return False  # 我|的: mostly
    return is_third_underneath(_first_said(reversed(before.syllables)), _first_said(word.syllables))


def _first_said(syllables: Iterable[Syllable]) -> str:
    return next(each.base for each in syllables if not _is_erhua(each.base, each.citation))


def _is_erhua(char: str, citation: str) -> bool:
    return char in ERHUA and citation[-1:] == "5"


def is_third_underneath(before: str, char: str) -> bool:
    """Whether a neutral syllable raises a third tone before it."""
    return char not in _FORGETFUL if before == char else char in _THIRD_UNDERNEATH


def _signs(syllables: Syllables) -> str:
    signs, changes, first, last, last_char = "", False, "", "", ""
    for syllable in syllables:
        citation, char = syllable.citation, syllable.base
        if not citation:
            signs += _sign(changes, first, last) + PAUSE
            changes, first, last, last_char = False, "", "", ""
            continue
        tone = citation[-1]
        if citation in _MAY_CHANGE or (" " in citation and ("yi1 " in citation or "3 " in citation)):
            changes = True
        if not _is_erhua(char, citation):
            if last == "3" and (tone == "3" or (tone == "5" and is_third_underneath(last_char, char))):
                changes = True
            first = first or tone
            last, last_char = tone, char
    signs += _sign(changes, first, last)
    return signs if signs.strip(PAUSE + NOTHING) or PAUSE not in signs else PAUSE


def _sign(changes: bool, first: str, last: str) -> str:
    if not first and not changes:
        return NOTHING
    sign = CHANGES if changes else {"3": THIRD, "5": NEUTRAL}.get(first, OTHER)
    return _ENDS_IN_THIRD[sign] if last == "3" else sign
