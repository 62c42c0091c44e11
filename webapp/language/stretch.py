"""What is said without a pause, syllable by syllable, ready for tone changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from webapp.language.document import Kind, Word

# How the characters are called that numbers written in digits are read with.
_SAID = {
    "ling2": "零", "yi1": "一", "er4": "二", "liang3": "两", "san1": "三", "si4": "四", "wu3": "五", "liu4": "六",
    "qi1": "七", "ba1": "八", "jiu3": "九", "shi2": "十", "bai3": "百", "qian1": "千", "wan4": "万", "yi4": "亿",
    "di4": "第", "yue4": "月", "hao4": "号", "dian3": "点", "bi3": "比", "zhi1": "之",
}  # fmt: skip
_TONES = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}


class Stretch:
    """The syllables of neighbouring words in parallel lists; ``tones`` is what the rules change.

    A syllable that nobody says (a comma, a letter) has tone 0: rules look at
    neighbours, and it separates them. ``words`` names the syllables of each word, ``cited`` the
    tones before any change.
    """

    __slots__ = ("_words", "chars", "citations", "cited", "kinds", "tones", "words")

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self.citations: list[str] = []
        self.chars: list[str] = []
        self.kinds: list[Kind] = []
        self.words: list[range] = []
        for word in words:
            first = len(self.chars)
            for syllable in word.syllables:
                base, citation = syllable.base, syllable.citation
                if " " in citation:
                    readings = citation.split(" ")
                    self.chars += [_SAID.get(reading, "") for reading in readings]
                    self.citations += readings
                else:
                    self.chars.append(_SAID.get(citation, "") if base.isdigit() else base)
                    self.citations.append(citation)
            self.words.append(range(first, len(self.chars)))
            self.kinds += [word.kind] * (len(self.chars) - first)
        self.tones = [_TONES.get(citation[-1:], 0) for citation in self.citations]
        self.cited = self.tones.copy()

    def changed(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield the place of each word whose tones are not the citation tones, with its spoken syllables."""
        for place, span in enumerate(self.words):
            if self.tones[span.start : span.stop] != self.cited[span.start : span.stop]:
                said = (
                    f"{self.citations[at][:-1]}{self.tones[at]}" if self.tones[at] else self.citations[at]
                    for at in span
                )
                counts = [syllable.citation.count(" ") + 1 for syllable in self._words[place].syllables]
                yield place, tuple(" ".join(islice(said, count)) for count in counts)
