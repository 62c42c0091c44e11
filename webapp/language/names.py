"""Find places that are called as persons are, after a family, and tell how a surname is read.

The names of persons are found by ``persons.py``, transliterated ones by ``transliterations.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from webapp.language.word_classes import NEVER_GIVEN, RARELY_SURNAMES, SURNAME_READINGS, SURNAMES

USUALLY_SURNAMES = SURNAMES - RARELY_SURNAMES

PLACE_ENDINGS = frozenset("市省县区镇乡村州湖岛湾路街港寨寺庙桥洲庄屯沟堡")
"""What ends in one of these is a place: 阳澄湖, 李家村. Given names hardly ever do."""
VILLAGES = frozenset("村庄屯寨湾沟镇堡")
SPEAKING = frozenset("道说笑问听忙答叫哭喊想便骂叹见")
"""What people in stories do straight after their name."""


def villages(words: Sequence[str], is_given: Callable[[str], float]) -> list[tuple[int, int]]:
    """Return the ranges of words that together are a place called after a family or like a person.

    ``is_given`` weighs how much a string looks like a given name rather than words.

    >>> villages(["在", "李", "家", "村"], lambda given: 0.0)
    [(1, 4)]
    """
    found: list[tuple[int, int]] = []
    if PLACE_ENDINGS.isdisjoint(words):
        return found
    for index in range(2, len(words)):
        last, second, first = words[index], words[index - 1], words[index - 2]
        if (
            last in PLACE_ENDINGS
            and first in USUALLY_SURNAMES
            and len(second) == 1
            and (
                (second == "家" and last in VILLAGES)
                or (second not in NEVER_GIVEN and last not in NEVER_GIVEN and is_given(second + last) > 0)
            )
        ):
            found.append((index - 2, index + 1))
    return found


def surname_reading(name: str) -> tuple[str, ...] | None:
    """Return the reading of its own that a name's surname has, or None.

    >>> surname_reading("曾国藩"), surname_reading("王小明")
    (('Zeng1',), None)
    """
    for length in (2, 1):
        if name[:length] in SURNAME_READINGS:
            return tuple(SURNAME_READINGS[name[:length]].split())
    return None
