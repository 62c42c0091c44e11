"""What the rules of ``constructions.py`` look at, and what they find."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from webapp.language.cues import Classify
from webapp.language.document import Word
from webapp.language.word_classes import DIGITS

DATES = frozenset(("year", "date", "time"))
"""Roles of numbers that say when."""
AMOUNTS = frozenset("多少 好几 若干 十几 几十 十多 上百 上千 成千上万 无数 数百 数千 数十 几百 几千".split())
"""What counts like a number, as one word."""
PLACE_ENDS = frozenset("市省县区镇乡村州岛湾江河湖山海洋路街港国寺桥洲城馆校院店站厅局社部队")
"""What names end in that are no persons'."""


@dataclass(slots=True)  # neither is frozen, which takes three times as long to make
class Finding:
    """What a rule found: a note, the word's role, other words that the note is about, and the role of those.

    ``gloss`` is set where no sense of the dictionary fits the word, ``their_gloss`` where none fits the first of the others.
    ``whole`` is the verb that the others are together, its end first among them (打开 in 打不开): only the end has their
    role, and the dictionary's verb is shown with both.
    """

    note: str
    role: str = ""
    with_words: tuple[int, ...] = ()
    their_role: str = ""
    gloss: str | None = None
    their_gloss: str | None = None
    whole: str = ""


_OUTSIDE = [""] * 64
"""No rule looks so far beyond a sentence."""


@dataclass(slots=True)
class Clause:
    """The words of a sentence, as rules look at them."""

    words: Sequence[Word]
    plain: Sequence[str]
    classify: Classify
    is_word: Callable[[str], bool]
    measures: Callable[[str], frozenset[str]]

    text: Callable[[int], str] = field(init=False)
    """Return a word, "" outside the sentence and where punctuation stands. It is asked at every other word,
    so it is a list's own look-up: a row of "" at its end is also what stands before its beginning."""

    def __post_init__(self) -> None:
        texts = [
            plain if word.kind not in ("punctuation", "space") else ""
            for word, plain in zip(self.words, self.plain, strict=True)
        ]
        self.text = (texts + _OUTSIDE).__getitem__

    def own(self, index: int) -> str:
        """Return a word as it is written in the text."""
        return self.words[index].text

    def has(self, index: int, *classes: str) -> bool:
        """Whether a word is of one of these classes."""
        if not 0 <= index < len(self.plain):
            return False
        return not self.classify(self.plain[index]).isdisjoint(classes)

    def is_noun(self, index: int) -> bool:
        """Whether a noun stands there; what the dictionary counts is one where it is no verb."""
        return (
            self.has(index, "noun") or not self.has(index, "verb") and bool(self.measures(self.text(index)))
        )

    def is_number(self, index: int) -> bool:
        """Whether a number stands there, in digits or characters."""
        text = self.text(index)
        return bool(text) and (self.words[index].kind == "number" or "number" in self.classify(text))

    def counts(self, index: int) -> bool:
        """Whether a number stands there that counts what follows: no date (2006年|起), and none of 许多, 左, 辆."""
        text = self.text(index)
        if not text or self.words[index].role in DATES:
            return False
        return self.words[index].kind == "number" or text in AMOUNTS or DIGITS.issuperset(text.lstrip("第"))

    def is_person(self, index: int) -> bool:
        """Whether a pronoun, a name or a word in 们 says who."""
        text = self.text(index)
        is_name = bool(text) and self.words[index].kind == "name" and not self.has(index, "place")
        return self.has(index, "person") or text.endswith("们") or (is_name and text[-1] not in PLACE_ENDS)

    def as_verb(self, index: int) -> str:
        """Return the role of what has a result or direction after it: 泡 in 泡出 is no bubble; 累 in 累死 is as it was."""
        return "" if self.has(index, "adjective") else "verb"

    def is_predicate(self, index: int) -> bool:
        """Whether a verb or an adjective stands there."""
        return self.has(index, "verb", "adjective") and not self.has(index, "pronoun", "preposition")
