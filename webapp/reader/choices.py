"""The readings that a word could have, each with what it would mean then."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.language import pinyin
from webapp.language.document import Word
from webapp.language.readings import Reading, distinct
from webapp.lexicon.glosses import gloss
from webapp.lexicon.lexicon import Lexicon

MOST_CHOICES = 8
ABOUT_CHARS = 28


@dataclass(frozen=True, slots=True)
class Choice:
    """A reading as it is sent ("xing2") and shown ("xíng"), and a short word on what it means then."""

    value: str
    label: str
    about: str
    is_current: bool


def readings_of(word: Word, lexicon: Lexicon) -> tuple[Choice, ...]:
    """Return what a word may be read as, likeliest first; the present reading is among them."""
    current = tuple(syllable.citation for syllable in word.syllables)
    listed = lexicon.readings(word.text) or lexicon.readings(word.headword)
    others = tuple(tuple(reading.split()) for reading in word.others.readings)
    fitting = [reading for reading in (*listed, *others, current) if len(reading) == len(word.text)]
    found = list(distinct(fitting))[:MOST_CHOICES]
    if not any(_sound(reading) == _sound(current) for reading in found):
        found[-1] = current
    return tuple(
        Choice(
            " ".join(reading),
            pinyin.join(reading),
            _about(word, reading, lexicon),
            _sound(reading) == _sound(current),
        )
        for reading in found
    )


def _about(word: Word, reading: Reading, lexicon: Lexicon) -> str:
    entries = lexicon.entries(word.text) or lexicon.entries(word.headword)
    fitting = [each for each in entries if _sound(each.syllables) == _sound(reading)]
    fitting.sort(key=lambda each: each.is_surname)  # what a word means, before that it is a name too
    senses = [sense for each in fitting for sense in each.senses]
    return gloss(senses[0], length=ABOUT_CHARS) if senses else ""


def _sound(reading: Reading) -> tuple[str, ...]:
    return tuple(syllable.lower() for syllable in reading)
