"""What is said without a pause, syllable by syllable, ready for tone changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from webapp.language.document import Kind, Word

# How the characters are called that numbers written in digits are read with.
_SAID = {
    "ling2": "零", "yi1": "一", "er4": "二", "liang3": "两", "san1": "三", "si4": "四", "wu3": "五", "liu4": "六",
    "qi1": "七", "ba1": "八", "jiu3": "九", "shi2": "十", "bai3": "百", "qian1": "千", "wan4": "万", "yi4": "亿",
    "di4": "第", "yue4": "月", "hao4": "号", "dian3": "点", "bi3": "比", "zhi1": "之",
}  # fmt: skip


class Stretch:
    """The syllables of neighbouring words in parallel lists; ``tones`` is what the rules change.

    A syllable that nobody says (a comma, a letter) has tone 0: rules look at
    neighbours, and it separates them. ``words`` names the syllables of each word.
    """

    __slots__ = ("_words", "chars", "citations", "kinds", "tones", "words")

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self.citations: list[str] = []
        self.chars: list[str] = []
        self.kinds: list[Kind] = []
        self.tones: list[int] = []
        self.words: list[range] = []
        for word in words:
            first = len(self.tones)
            for syllable in word.syllables:
                if " " in syllable.citation:
                    readings = syllable.citation.split(" ")
                    self.chars += [_SAID.get(reading, "") for reading in readings]
                else:
                    readings = [syllable.citation]
                    base = syllable.base
                    self.chars.append(_SAID.get(syllable.citation, "") if base.isdigit() else base)
                self.citations += readings
                self.tones += [int(reading[-1]) if reading[-1:].isdigit() else 0 for reading in readings]
            self.words.append(range(first, len(self.tones)))
            self.kinds += [word.kind] * (len(self.tones) - first)

    def changed(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield the place of each word whose tones are not the citation tones, with its spoken syllables."""
        for place, (word, span) in enumerate(zip(self._words, self.words, strict=True)):
            said = [
                f"{self.citations[at][:-1]}{self.tones[at]}" if self.tones[at] else self.citations[at]
                for at in span
            ]
            if said != self.citations[span.start : span.stop]:
                counts = [syllable.citation.count(" ") + 1 for syllable in word.syllables]
                yield place, tuple(" ".join(said.pop(0) for _ in range(count)) for count in counts)
