"""Readings that a text prints above its characters, in pinyin or zhuyin, brought to one form.

A ``<ruby>`` may as well hold Japanese, English or a note; a reading counts only
where it has exactly one Mandarin syllable for each Chinese character below it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from webapp.language import pinyin
from webapp.language.script import is_han

MAX_CHARS = 60

_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0306": "3", "\u0300": "4"}
_INITIALS = (
    *("", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x"),
    *("zh", "ch", "sh", "r", "z", "c", "s", "y", "w"),
)
_FINALS = (
    *("a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "er", "ong", "i", "ia", "ie", "iao"),
    *("iu", "ian", "in", "iang", "ing", "iong", "u", "ua", "uo", "uai", "ui", "uan", "un", "uang", "ü", "üe"),
    *("üan", "ün", "ue"),
)
_BOPOMOFO = re.compile(r"˙?[\u3105-\u312f]+[ˊˇˋ˙]?")
_ZHUYIN_TONES = {"ˊ": "2", "ˇ": "3", "ˋ": "4", "˙": "5"}


def printed_pinyin(base: str, reading: str) -> str | None:
    """Return the reading of ``base`` in tone marks, a syllable a character, or None where it is none.

    >>> printed_pinyin("银行", "yínháng"), printed_pinyin("西安", "Xī’ān"), printed_pinyin("銀行", "ㄧㄣˊ ㄏㄤˊ")
    ('yín háng', 'xī ān', 'yín háng')
    >>> printed_pinyin("先", "xian1"), printed_pinyin("你", "you"), printed_pinyin("東京", "とうきょう")
    ('xiān', 'you', None)
    >>> printed_pinyin("先", "xīān"), printed_pinyin("WTO", "hello")
    (None, None)
    """
    count = len(base)
    if not count or not all(map(is_han, base)) or len(reading) > MAX_CHARS:
        return None
    reading = unicodedata.normalize("NFC", reading.strip().lower())
    syllables = _from_zhuyin(reading) if _BOPOMOFO.match(reading) else _from_pinyin(reading, count)
    if syllables is None or len(syllables) != count:
        return None
    return " ".join(map(pinyin.to_marks, syllables))


def _from_zhuyin(reading: str) -> list[str] | None:
    """Read zhuyin into numbered syllables; None where something else is among it."""
    if re.sub(r"[\s\u3000]", "", _BOPOMOFO.sub("", reading)):
        return None
    found = []
    for piece in _BOPOMOFO.findall(reading):
        tone = next((_ZHUYIN_TONES[char] for char in piece if char in _ZHUYIN_TONES), "1")
        letters = _spellings().get(piece.strip("ˊˇˋ˙"))
        if letters is None:
            return None
        found.append(letters + tone)
    return found


def _from_pinyin(reading: str, count: int) -> list[str] | None:
    """Cut marked or numbered pinyin into ``count`` syllables; None where that cannot be done."""
    plain = unicodedata.normalize("NFD", reading.replace("u:", "ü").replace("v", "ü"))
    letters: list[tuple[str, str]] = []  # a letter, and the tone that stands on or after it
    is_cut = [True]  # before each letter: a syllable must begin here
    for char in plain:
        if char in _TONES and letters:
            letters[-1] = (letters[-1][0], _TONES[char])
        elif char == "\u0308" and letters:
            letters[-1] = ("ü", letters[-1][1])
        elif char in "12345" and letters:
            letters[-1] = (letters[-1][0], char)
            is_cut[-1] = True
        elif char in " '’-·\u3000":
            is_cut[-1] = True
        elif char.isalpha() and (char.isascii() or char == "ê"):
            letters.append((char, ""))
            is_cut.append(False)
        else:
            return None
    return _cut(letters, is_cut, 0, count)


def _cut(letters: list[tuple[str, str]], is_cut: list[bool], start: int, count: int) -> list[str] | None:
    if start == len(letters) or not count:
        return [] if start == len(letters) and not count else None
    for end in range(min(start + 6, len(letters)), start, -1):
        if any(is_cut[start + 1 : end]):
            continue
        tones = [tone for _, tone in letters[start:end] if tone]
        spelt = "".join(letter for letter, _ in letters[start:end])
        if len(tones) > 1 or spelt not in _spellings().values():
            continue
        rest = _cut(letters, is_cut, end, count - 1)
        if rest is not None:
            return [spelt + (tones[0] if tones else "5"), *rest]
    return None


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    """Return the pinyin of each syllable by its zhuyin; the first spelling that gives it is the usual one."""
    found: dict[str, str] = {}
    for initial in reversed(_INITIALS):  # yi and wu before i and u
        for final in _FINALS:
            is_bare_umlaut = final.startswith("ü") and initial not in ("n", "l")
            if is_bare_umlaut or (final == "ue" and initial not in ("j", "q", "x", "y")):
                continue
            symbols = pinyin.zhuyin(initial + final + "1")
            if symbols:
                found.setdefault(symbols, initial + final)
    return found
