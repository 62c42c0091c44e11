"""The shape of an annotated text: Document > Block > Sentence > Token > Syllable.

Everything here is a frozen value without behaviour beyond derived properties,
and without glosses: a new dictionary never makes a stored annotation stale.

What is the same wherever a word occurs (its text, reading, note) is a
:class:`Word`, made once and shared; a :class:`Token` is a word at a place. A
novel has a hundred thousand tokens but only a few thousand words, which is
what keeps annotation fast and small.

Inside the engine a reading is *numbered*: ``hang2``, ``lü4``, ``de5``, capital
for proper names (``Bei3``). ``pinyin.py`` turns it into what is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["word", "name", "number", "latin", "punctuation", "space"]
DecidedBy = Literal["own", "word", "rule", "model", "default"]
BlockKind = Literal["heading", "paragraph", "credit"]
Script = Literal["hans", "hant"]


@dataclass(frozen=True, slots=True)
class Syllable:
    """A piece of a token's text with the reading that stands over it.

    ``base`` is one Han character, or a run that is only read as a whole
    (``86`` -> ``ba1 shi2 liu4``). ``citation`` holds numbered syllables with
    single spaces between them, and is empty where nothing is read.
    """

    base: str
    citation: str


@dataclass(frozen=True, slots=True)
class Others:
    """What else a token could be, likeliest first."""

    readings: tuple[str, ...] = ()  # numbered, one string a reading: "chang2"
    cuts: tuple[tuple[str, ...], ...] = ()


NOTHING_ELSE = Others()


@dataclass(frozen=True, slots=True)
class Word:
    """A segmented unit with its reading chosen, shared by all its occurrences.

    ``headword`` is the form to look up in the lexicon: usually ``text`` itself,
    the simplified form in a traditional text. ``gloss`` is set only where a rule
    knows the meaning better than a dictionary (numbers, names, 看过). ``parts``
    is what a token that is no headword is made of. ``role`` names the grammatical
    role a rule found, for ranking senses: "measure", "verb", "noun", "adverb",
    "particle", "surname" ... or "".
    """

    text: str
    kind: Kind
    syllables: tuple[Syllable, ...]
    headword: str = ""
    decided_by: DecidedBy = "word"
    doubtful: bool = False
    gloss: str | None = None
    note: str | None = None
    parts: tuple[Word, ...] = ()
    others: Others = NOTHING_ELSE
    role: str = ""


class Token(NamedTuple):
    """A word, or a run of punctuation or space, at a known place in its text.

    ``start`` and ``end`` count code points, half-open, so ``text[start:end]`` of
    the document is the token. ``spoken`` holds the numbered syllables after tone
    sandhi, one string for each of the word's syllables, or None where they are
    the citation tones. A tuple, because a novel has hundreds of thousands of them.
    """

    word: Word
    start: int
    spoken: tuple[str, ...] | None = None

    @property
    def text(self) -> str:
        return self.word.text

    @property
    def end(self) -> int:
        return self.start + len(self.word.text)

    @property
    def kind(self) -> Kind:
        return self.word.kind


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its closing quotes and the white space that follows it."""

    start: int
    end: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a credit line."""

    kind: BlockKind
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An annotated text. The tokens of all blocks, joined, spell ``text`` back."""

    text: str
    title: str | None
    date: str | None  # YYYY-MM-DD
    script: Script
    engine: str
    blocks: tuple[Block, ...]

    def tokens(self) -> Iterator[Token]:
        for block in self.blocks:
            for sentence in block.sentences:
                yield from sentence.tokens
