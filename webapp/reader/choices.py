"""The readings that a word could have, each with what it would mean then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from webapp.language import pinyin
from webapp.language.document import Word
from webapp.language.readings import Reading, distinct
from webapp.lexicon.glosses import gloss
from webapp.lexicon.lexicon import Lexicon

MOST_LISTED = 6
MOST_VARIED = 3
EVERYDAY = 3  # readings of a character; what comes after them is rare
ABOUT_CHARS = 24


@dataclass(frozen=True, slots=True)
class Choice:
    """A reading as it is sent ("xing2") and shown ("xíng"), and a short word on what it means then."""

    value: str
    label: str
    about: str
    is_current: bool


def readings_of(word: Word, lexicon: Lexicon, here: str = "") -> tuple[Choice, ...]:
    """Return what a word may be read as: as the dictionary has it, then with another reading of one of its characters.

    ``here`` is what it means as it is read now.
    """
    current = tuple(syllable.citation for syllable in word.syllables)
    listed = lexicon.readings(word.text) or lexicon.readings(word.headword)
    others = tuple(tuple(reading.split()) for reading in word.others.readings)
    fitting = [reading for reading in (*listed, *others, current) if len(reading) == len(word.text)]
    found = list(distinct(fitting))[:MOST_LISTED]
    if not any(_sound(reading) == _sound(current) for reading in found):
        found[-1] = current
    about_here = gloss(here, length=ABOUT_CHARS).plain if here else ""
    choices = [
        (each, about_here if _sound(each) == _sound(current) else _about(word, each, lexicon))
        for each in found
    ]
    if len(word.text) > 1:
        choices += [each for each in _varied(word.text, current, lexicon) if each[0] not in found][
            :MOST_VARIED
        ]
    return tuple(
        Choice(" ".join(reading), pinyin.join(reading), about, _sound(reading) == _sound(current))
        for reading, about in choices
    )


def _varied(text: str, current: Reading, lexicon: Lexicon) -> Iterator[tuple[Reading, str]]:
    """Yield a word's reading with another everyday one at one of its characters, and what that character means then."""
    for place, char in enumerate(text):
        for (read,) in (each for each in lexicon.readings(char)[:EVERYDAY] if len(each) == 1):
            if read.lower() != current[place].lower() and read[:1].islower() and read[-1] != "5":
                senses = [
                    s for entry in lexicon.entries(char) if entry.syllables == (read,) for s in entry.senses
                ]
                about = gloss(senses[0], length=ABOUT_CHARS).plain if senses else ""
                yield (*current[:place], read, *current[place + 1 :]), f"{char} {about}" if about else ""


def _about(word: Word, reading: Reading, lexicon: Lexicon) -> str:
    entries = lexicon.entries(word.text) or lexicon.entries(word.headword)
    fitting = [each for each in entries if _sound(each.syllables) == _sound(reading)]
    fitting.sort(key=lambda each: each.is_surname)  # what a word means, before that it is a name too
    senses = [sense for each in fitting for sense in each.senses]
    return gloss(senses[0], length=ABOUT_CHARS).plain if senses else ""


def _sound(reading: Reading) -> tuple[str, ...]:
    return tuple(syllable.lower() for syllable in reading)
