"""A word syllable by syllable, as it is said: ``100`` is two syllables, 一 and 百."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from webapp.language.document import Syllable

# How the characters are called that numbers written in digits are read with.
_CALLED = {
    "ling2": "零", "yi1": "一", "er4": "二", "liang3": "两", "san1": "三", "si4": "四", "wu3": "五", "liu4": "六",
    "qi1": "七", "ba1": "八", "jiu3": "九", "shi2": "十", "bai3": "百", "qian1": "千", "wan4": "万", "yi4": "亿",
    "di4": "第", "yue4": "月", "hao4": "号", "dian3": "点", "bi3": "比", "zhi1": "之",
}  # fmt: skip
_TONES = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}


class Said(NamedTuple):
    """The syllables of a word in parallel; one that nobody says (a comma, a letter) has tone 0."""

    chars: tuple[str, ...]
    citations: tuple[str, ...]
    tones: tuple[int, ...]


def said(syllables: Sequence[Syllable]) -> Said:
    """Return a word's syllables as they are said."""
    chars: list[str] = []
    citations: list[str] = []
    for syllable in syllables:
        base, citation = syllable.base, syllable.citation
        if " " in citation:
            readings = citation.split(" ")
            chars += [_CALLED.get(reading, "") for reading in readings]
            citations += readings
        else:
            chars.append(_CALLED.get(citation, "") if base.isdigit() else base)
            citations.append(citation)
    tones = tuple(_TONES.get(citation[-1:], 0) for citation in citations)
    return Said(tuple(chars), tuple(citations), tones)


def spoken(syllables: Sequence[Syllable], tones: Sequence[int]) -> tuple[str, ...]:
    """Return a word's syllables, numbered, in other tones: one for each that is said, 0 where there is none."""
    own = (
        f"{citation[:-1]}{tone}" if tone else citation
        for citation, tone in zip(said(syllables).citations, tones, strict=True)
    )
    counts = [syllable.citation.count(" ") + 1 for syllable in syllables]
    return tuple(" ".join(islice(own, count)) for count in counts)
