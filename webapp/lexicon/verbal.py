"""Whether a word that is a verb and a noun in English is the verb here: 研究 to research, or research.

Chinese does not mark the two apart, so the dictionary lists both, and what stands
around the word must tell. The weights are those of a logistic regression, learnt
from tagged sentences by ``benchmarks/train_verbal.py``: one for each cue close to
the word, and one for the word itself, which is bounded: the tags are a corpus's
convention, the cues are Chinese.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from webapp.language.script import is_han
from webapp.lexicon.shapes import Shape
from webapp.lexicon.tables import rows

TABLE = "verbal.tsv"
ALWAYS = "*"
"""The row that holds for every word."""
OF_WORD = 1.0
"""So much the weight of a word itself counts at most, to either side."""
TRUST = 1.2
"""What the sum is multiplied by, against the other weights of senses."""
OTHER_USES = frozenset(
    {
        "particle",
        "preposition",
        "auxiliary",
        "conjunction",
        "pronoun",
        "measure",
        "suffix",
        "direction",
        "number",
    }
)
"""A word with such a sense is none of those that were learnt from."""
NOT_LEARNT = frozenset("没有 一下 是否 不是 过去 当前 以至 礼拜".split())
"""Words of grammar and of time, whatever their English looks like."""


def is_either(word: str, shapes: Collection[Shape]) -> bool:
    """Whether a word may be verb or noun, and nothing of grammar; characters alone are too many things.

    >>> is_either("研究", ["verb", "noun"]), is_either("没有", ["verb", "noun"]), is_either("包", ["verb", "noun"])
    (True, False, False)
    """
    return (
        len(word) > 1
        and is_han(word[0])
        and word not in NOT_LEARNT
        and {"verb", "noun"} <= set(shapes)
        and OTHER_USES.isdisjoint(shapes)
    )


@dataclass(frozen=True, slots=True)
class Verbal:
    """The weights: above 0 speaks for the verb. ``cues`` are named as in ``context.py``."""

    cues: Mapping[str, float]
    words: Mapping[str, float]

    @classmethod
    def load(cls) -> Verbal:
        """Read the table in ``data/``."""
        cues: dict[str, float] = {}
        words: dict[str, float] = {}
        for name, weight in rows(TABLE, 2):
            if is_han(name[0]):
                words[name] = TRUST * max(-OF_WORD, min(OF_WORD, float(weight)))
            else:
                cues[name] = TRUST * float(weight)
        return cls(cues, words)

    def leaning(self, word: str) -> float:
        """Return what speaks for the verb wherever the word stands."""
        return self.cues.get(ALWAYS, 0.0) + self.words.get(word, 0.0)


@dataclass(frozen=True, slots=True)
class Either:
    """A word's senses as verb and as noun, by place, and what leans to the verb beside the ``cues``."""

    cues: Mapping[str, float]
    leaning: float
    verbs: Sequence[int]
    nouns: Sequence[int]

    def weigh(self, verbal: float, scores: list[float]) -> None:
        """Take off the score of the senses that are the less likely ones, in place; ``verbal`` is what the cues say."""
        odds = self.leaning + verbal
        for place in self.nouns if odds > 0 else self.verbs:
            scores[place] -= abs(odds)

    def terms(self, cues: Iterable[str]) -> list[tuple[str, float]]:
        """Return the named terms of the odds."""
        told = [(f"{cue} for a verb", self.cues[cue]) for cue in cues if cue in self.cues]
        return [("verb rather than noun", self.leaning), *told]
