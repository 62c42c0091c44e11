"""A reading as people type it, brought to a syllable a character: yínháng, yin2 hang2, Xi'an1, nv3er2.

Where letters can be divided in several ways (fangan), the number of characters
decides, then what the characters are known to be read as, then the apostrophe
rule. Without any tone a reading is taken only where just one is known.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from webapp.errors import CorrectionError
from webapp.language.pinyin import join
from webapp.language.readings import Reading, pinyin_syllables

MOST_DIVISIONS = 500  # looked at; a word of four characters has a dozen at most
LONGEST_SYLLABLE = 6  # zhuang
_MARKS = {
    "\u0304": "1",
    "\u0301": "2",
    "\u030c": "3",
    "\u0306": "3",
    "\u0300": "4",
}  # a breve is often meant so
_VOWELS = frozenset("aeiouüê")
_PARTING = frozenset(" '’‘`-·_,")

KnownReadings = Callable[[str], Sequence[Reading]]
"""The readings that a dictionary has for a form, likeliest first."""


@dataclass(slots=True)
class _Letter:
    """A letter with the tone mark above it, or the number behind it, and whether a syllable must end here."""

    letter: str
    mark: str = ""
    number: str = ""
    ends: bool = False


@dataclass(frozen=True, slots=True)
class _Syllable:
    letters: str
    tone: str  # "" where none was typed

    @property
    def plain(self) -> str:
        return self.letters.lower()

    def fits(self, known: str) -> bool:
        return known[:-1].lower() == self.plain and self.tone in ("", known[-1])


def typed_reading(typed: str, text: str, known: KnownReadings) -> Reading:
    """Return numbered syllables, one for each character of ``text``.

    Raises :class:`~webapp.errors.CorrectionError` with what is wrong with it.
    """
    letters = _letters(typed)
    whole, single = known(text), [known(char) for char in text]
    found = _divided(letters, 0, len(text), _syllables(single), set())
    divisions = list(islice(found, MOST_DIVISIONS))
    if not divisions:
        count = "one syllable" if len(text) == 1 else f"{len(text)} syllables, one a character"
        raise CorrectionError(
            f"{typed.strip()[:60]!r} is no reading of {text}: it takes {count}, such as {_example(text, known)}."
        )
    best = max(divisions, key=lambda each: _rank(each, whole, single))
    if not any(syllable.tone for syllable in best):
        return _only_one(best, text, whole, single)
    reading = tuple(each.letters[:1] + each.plain[1:] + (each.tone or "5") for each in best)
    return next((r for r in whole if [s.lower() for s in r] == [s.lower() for s in reading]), reading)


def _letters(typed: str) -> list[_Letter]:
    letters: list[_Letter] = []
    for char in unicodedata.normalize("NFD", typed.strip()):
        last = letters[-1] if letters else None
        if char.isascii() and char.isalpha():
            letters.append(_Letter({"v": "ü", "V": "Ü"}.get(char, char)))
        elif last and char in _MARKS and not last.mark:
            last.mark = _MARKS[char]
        elif last and char in "\u0308:" and last.letter in "uU":
            last.letter = "ü" if last.letter == "u" else "Ü"
        elif last and char == "\u0302" and last.letter in "eE":
            last.letter = "ê"
        elif last and char in "012345" and not last.ends:
            last.number, last.ends = "5" if char == "0" else char, True
        elif char in _PARTING:
            if last:
                last.ends = True
        else:
            raise CorrectionError(
                f"{typed.strip()[:60]!r} is no pinyin; write it as in yínháng or yin2 hang2."
            )
    return letters


def _divided(
    letters: Sequence[_Letter], start: int, count: int, syllables: frozenset[str], dead: set[tuple[int, int]]
) -> Iterator[tuple[_Syllable, ...]]:
    """Yield the ways to divide the letters from ``start`` on into ``count`` syllables; ``dead`` are ends met before."""
    if start == len(letters) or not count:
        if start == len(letters) and not count:
            yield ()
        return
    if (start, count) in dead:
        return
    marks, is_dead = "", True
    for end in range(start + 1, min(len(letters), start + LONGEST_SYLLABLE) + 1):
        last = letters[end - 1]
        marks += last.mark
        plain = "".join(each.letter for each in letters[start:end])
        if len(marks + last.number) <= 1 and plain.lower() in syllables and (plain != "r" or start):
            for rest in _divided(letters, end, count - 1, syllables, dead):
                is_dead = False
                yield (_Syllable(plain, marks + last.number), *rest)
        if last.ends:
            break
    if is_dead:
        dead.add((start, count))


def _syllables(single: Sequence[Sequence[Reading]]) -> frozenset[str]:
    """Return what may be a syllable here: those without a vowel only where a character has them (嗯 n4)."""
    usual = {syllable for syllable in pinyin_syllables() if not _VOWELS.isdisjoint(syllable)}
    return frozenset(usual | {"r"} | {reading[0][:-1].lower() for readings in single for reading in readings})


def _rank(
    division: Sequence[_Syllable], whole: Sequence[Reading], single: Sequence[Sequence[Reading]]
) -> tuple[bool, int, int]:
    is_known = any(_is_fit(division, reading) for reading in whole)
    fitting = sum(
        any(_is_fit([syllable], reading) for reading in readings)
        for syllable, readings in zip(division, single, strict=True)
    )
    bare = sum(syllable.plain[0] in "aoeê" for syllable in division[1:])  # should have had an apostrophe
    return is_known, fitting, -bare


def _is_fit(division: Sequence[_Syllable], reading: Reading) -> bool:
    return len(division) == len(reading) and all(s.fits(r) for s, r in zip(division, reading, strict=True))


def _only_one(
    division: Sequence[_Syllable], text: str, whole: Sequence[Reading], single: Sequence[Sequence[Reading]]
) -> Reading:
    """Return the one reading that is known to have these letters."""
    fitting = _alike([reading for reading in whole if _is_fit(division, reading)])
    if not fitting and len(text) > 1:
        apart = [
            _alike([r for r in readings if _is_fit([s], r)])
            for s, readings in zip(division, single, strict=True)
        ]
        if all(len(readings) == 1 for readings in apart):
            return tuple(readings[0][0] for readings in apart)
    if len(fitting) != 1:
        marked = " or ".join(join(reading) for reading in fitting[:3]) or "yínháng or yin2 hang2"
        raise CorrectionError(f"Write the tones too, as marks or numbers: {marked}.")
    return fitting[0]


def _alike(readings: Sequence[Reading]) -> list[Reading]:
    """Return readings that sound differently."""
    return list({tuple(syllable.lower() for syllable in each): each for each in reversed(readings)}.values())[
        ::-1
    ]


def _example(text: str, known: KnownReadings) -> str:
    readings = known(text)
    if readings:
        return join(readings[0])
    apart = [known(char) for char in text]
    return join(each[0][0] for each in apart) if all(apart) else "yínháng for 银行"
