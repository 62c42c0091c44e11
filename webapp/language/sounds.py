"""What a word gives its neighbours to change by tone sandhi: the tones it begins and ends with.

A novel has two hundred thousand words, but a few thousand different ones; looked at
once each, most sentences are done without a look at their syllables.
"""

from __future__ import annotations

from typing import Final

from webapp.language.document import Word

ERHUA: Final = ("儿", "兒")
WORDS_KEPT: Final = 12_000
# A neutral syllable that is a third tone underneath, and raises a third tone before it (小姐, 哪里, 想起来).
_THIRD_UNDERNEATH = frozenset("里裡裏姐午起鼠虎板法手水口鬼")
# Doubled nouns forgot the third tone underneath (姐姐 jiějie), doubled verbs did not (想想 xiángxiang).
_FORGETFUL = frozenset("姐奶姥嫂婶嬸宝寶")
_MAY_CHANGE = ("yi1", "bu4")

Part = tuple[bool, str, str, str, str]
"""What is said without a pause: whether a tone in it may change whatever stands beside it; its first
tone, and the character where that is neutral; its last tone, and the character where that is the third."""
SILENT: Final[Part] = (False, "", "", "", "")


class Sounds:
    """Tells the parts of words, and keeps them."""

    def __init__(self) -> None:
        self.kept: dict[int, tuple[Word, tuple[Part, ...]]] = {}
        """By the identity of a word, which is held, so that it stays taken: asked here first, that saves a call."""
        self._shared: dict[tuple[Part, ...], tuple[Part, ...]] = {}

    def learn(self, word: Word) -> tuple[Part, ...]:
        """Return the parts of a word. A pause lies between two: a comma has two silent ones."""
        parts = tuple(_parts(word))
        if len(self.kept) < WORDS_KEPT:
            parts = self._shared.setdefault(parts, parts)
            self.kept[id(word)] = word, parts
        return parts


def is_third_underneath(before: str, char: str) -> bool:
    """Whether a neutral syllable raises a third tone before it."""
    return char not in _FORGETFUL if before == char else char in _THIRD_UNDERNEATH


def _parts(word: Word) -> list[Part]:
    parts, part = [], SILENT
    for syllable in word.syllables:
        citation, char = syllable.citation, syllable.base
        if not citation:
            parts.append(part)
            part = SILENT
            continue
        changes, first, first_char, last, last_char = part
        tone = citation[-1]
        if citation in _MAY_CHANGE or (" " in citation and ("yi1 " in citation or "3 " in citation)):
            changes = True
        if tone != "5" or char not in ERHUA:
            if last == "3" and (tone == "3" or (tone == "5" and is_third_underneath(last_char, char))):
                changes = True
            if not first:
                first, first_char = tone, char if tone == "5" else ""
            last, last_char = tone, char if tone == "3" else ""
        part = changes, first, first_char, last, last_char
    return [*parts, part]
