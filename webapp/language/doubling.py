"""Make the words that say something twice: 试试, 高高兴兴, 一次次, 窄窄, 圆溜溜; found by ``reduplication.py``."""

from __future__ import annotations

from typing import Protocol

from webapp.language.document import DecidedBy, Syllable, Word
from webapp.language.readings import Reading
from webapp.language.reduplication import ADJECTIVES, VERB_READINGS
from webapp.language.word_notes import little, livelier, painted


class Words(Protocol):
    """Makes the words that others are made of; ``words.Words`` does."""

    def one(self, text: str, simplified: str, role: str = "") -> Word:
        """Return the word for what is part of another one."""

    def word(
        self, text: str, simplified: str, reading: Reading, decided_by: DecidedBy, *, role: str = ""
    ) -> Word:
        """Return a headword in a reading."""

    def readings(self, text: str, simplified: str) -> tuple[Reading, ...]:
        """Return the readings of a headword, likeliest first."""


def doubled(words: Words, text: str, simplified: str) -> Word:
    """Return the word for a doubled verb (试试, 研究研究), adjective (高高兴兴) or count (一次次)."""
    if simplified[0] == "一" and len(text) > 2:
        base = words.one(text[1], simplified[1], "measure")
        said = {text[0]: "yi1", text[1]: base.syllables[0].citation}
        reads = [said[char] for char in text]
        note = f"{text[0]} + {text[1]} doubled: one after the other"
    elif len(text) == 2 and simplified[0] in ADJECTIVES:
        return vivid(words, text, simplified)
    elif len(text) == 2:
        verb = VERB_READINGS.get(simplified[0])
        base = words.one(text[0], simplified[0], "verb")
        if verb is not None and (verb,) in words.readings(text[0], simplified[0]):
            base = words.word(text[0], simplified[0], (verb,), "word", role="verb")
        first = base.syllables[0].citation
        reads = [first, first[:-1] + "5"]
        note = little(base.text)
    elif simplified[:2] == simplified[2:]:
        base = words.one(text[:2], simplified[:2], "verb")
        reads = [syllable.citation for syllable in base.syllables * 2]
        note = little(base.text)
    else:
        base = words.one(text[0] + text[2], simplified[0] + simplified[2])
        first, last = (syllable.citation for syllable in base.syllables)
        if last[-1] == "5":  # the light syllable is said in full: 漂亮 liang5, 漂漂亮亮 liang4
            full = (r[0].lower() for r in words.readings(text[2], simplified[2]) if r[0][-1] != "5")
            last = next((read for read in full if read[:-1] == last[:-1]), last)
        reads = [first, first, last, last]
        note = livelier(base.text)
    syllables = tuple(map(Syllable, text, reads))
    return Word(text, "word", syllables, text, note=note, parts=(base,), decided_by="rule")


def vivid(words: Words, text: str, simplified: str) -> Word:
    """Return the word for what something is like, said twice (窄窄) or painted by its ending (圆溜溜)."""
    base = words.one(text[0], simplified[0], "adjective")
    first = base.syllables[0].citation
    if len(text) == 2:
        reads, note = [first, first], livelier(base.text)
    else:
        ending = next((r for r in words.readings(text[1:], simplified[1:]) if r[1][-1] != "5"), ())
        last = ending or tuple(words.one(text[1], simplified[1]).syllables[0].citation for _ in range(2))
        reads, note = [first, *last], painted(text)
    return Word(
        text, "word", tuple(map(Syllable, text, reads)), text, note=note, parts=(base,), decided_by="rule"
    )
