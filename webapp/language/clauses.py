"""What the rules of ``constructions.py`` look at, and what they find."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from webapp.language.cues import Classify
from webapp.language.document import Word


@dataclass(slots=True)  # neither is frozen, which takes three times as long to make
class Finding:
    """What a rule found: a note, the word's role, other words that the note is about, and the role of those.

    ``gloss`` is set where no sense of the dictionary fits the word, ``their_gloss`` where none fits the first of the others.
    """

    note: str
    role: str = ""
    with_words: tuple[int, ...] = ()
    their_role: str = ""
    gloss: str | None = None
    their_gloss: str | None = None


@dataclass(slots=True)
class Clause:
    """The words of a sentence, as rules look at them."""

    words: Sequence[Word]
    plain: Sequence[str]
    classify: Classify
    is_word: Callable[[str], bool]
    measures: Callable[[str], frozenset[str]]

    def text(self, index: int) -> str:
        """Return a word, "" outside the sentence and where punctuation stands."""
        if 0 <= index < len(self.words) and self.words[index].kind not in ("punctuation", "space"):
            return self.plain[index]
        return ""

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

    def is_predicate(self, index: int) -> bool:
        """Whether a verb or an adjective stands there."""
        return self.has(index, "verb", "adjective") and not self.has(index, "pronoun", "preposition")
