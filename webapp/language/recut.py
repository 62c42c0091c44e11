"""Mend cuts that are likely by the words alone but not by the grammar around them.

The path with the likeliest words (``segmentation.py``) cannot tell 他才能站起来
(才 + 能) from 他很有才能. Each row of ``data/cut_rules.tsv`` names cuts that go wrong
in this way, the cue under which they do, and where the cut belongs then. Two
constructions need more than a table: a complement of direction that would
stand after a noun (物理学 + 起来), and 得 swallowed by the next word (跑 + 得到 + 处).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from webapp.language import tables
from webapp.language.cues import Classify, Cue, Place, holds, parse_cue
from webapp.language.segmentation import Segmenter
from webapp.language.traits import (
    AGAIN,
    ASPECT,
    COUNTRY,
    DIRECTION,
    GRAMMAR,
    LONG,
    RULE,
    SECOND,
    WILL,
    Traits,
)
from webapp.language.word_classes import ASPECTS, CLASSIFIERS, CLOSED_CLASS, DIRECTIONALS

LONG_DIRECTIONALS = frozenset(word for word in DIRECTIONALS if len(word) == 2)
SELDOM = -10.0
"""A word with 过 or 着 in it that is likelier than this (log probability) is not cut for a verb taken apart."""
GRADES = frozenset("等级流号")
"""Measure words that rather rank than count: 一等奖 is one word after 得了."""
COUNTRIES = frozenset("美英法德日韩俄")  # abbreviations that stand before 国会, parliament
_RULE, _LONG_WAY, _LONG_OBJECT = RULE | SECOND, DIRECTION | LONG, ASPECT | LONG
_PARLIAMENT = WILL | COUNTRY


@dataclass(frozen=True, slots=True)
class CutRule:
    """Where ``cue`` holds at its first word, the words ``found`` are cut as ``wanted``."""

    found: tuple[str, ...]
    wanted: tuple[str, ...]
    cue: Cue


class Recutter:
    """Applies the cut rules to the words of a run."""

    def __init__(
        self, rules: Mapping[str, Sequence[CutRule]], segmenter: Segmenter, classify: Classify
    ) -> None:
        self._rules = rules
        self._beginnings = {rule.found[:2] for own in rules.values() for rule in own}
        self._aspects = frozenset(_with_aspect(segmenter))
        self._segmenter = segmenter
        self._classify = classify

    @classmethod
    def load(cls, segmenter: Segmenter, classify: Classify) -> Recutter:
        """Read the table that ships with the package."""
        rules: dict[str, list[CutRule]] = {}
        for found, lengths, written in tables.rows("cut_rules.tsv"):
            cue = parse_cue(written)
            for kind in found.split("|"):
                words = tuple(kind.split("/"))
                rule = CutRule(words, _cut_at(kind.replace("/", ""), lengths), cue)
                rules.setdefault(words[0], []).append(rule)
        return cls(rules, segmenter, classify)

    def mark(self, traits: Traits) -> None:
        """Mark the words without which there is nothing to cut anew."""
        found = [rule.found for rules in self._rules.values() for rule in rules]
        traits.mark(GRAMMAR, words=(*self._aspects, *(words[0] for words in found if len(words) == 1)))
        traits.mark(GRAMMAR, firsts="得")
        traits.mark(RULE, words=(words[0] for words in found if len(words) > 1))
        traits.mark(SECOND, words=(words[1] for words in found if len(words) > 1))
        traits.mark(ASPECT, words=ASPECTS)
        traits.mark(AGAIN, words="了一上下")
        traits.mark(DIRECTION, words=LONG_DIRECTIONALS)
        traits.mark(WILL, words="会")
        traits.mark(COUNTRY, words=(f"{country}国" for country in COUNTRIES))

    def concern(self, words: Sequence[str], has: int, is_twice: bool) -> bool:
        """Whether :meth:`adjust` may change words with these traits; ``is_twice``: some character stands there twice."""
        return (
            has & GRAMMAR != 0
            or (is_twice and has & AGAIN != 0)
            or has & _LONG_WAY == _LONG_WAY
            or has & _LONG_OBJECT == _LONG_OBJECT
            or has & _PARLIAMENT == _PARLIAMENT
            or (has & _RULE == _RULE and not self._beginnings.isdisjoint(pairwise(words)))
        )

    def free_nouns(self, words: list[str]) -> bool:
        """Free the nouns that end before 了, 着 and 过, in place; say whether there were any."""
        count = len(words)
        freed = False
        for index in range(2, count):
            if words[index] in ASPECTS and len(words[index - 1]) == 2 and len(words[index - 2]) == 1:
                freed = self._free_noun(words, index) or freed
        return freed

    def adjust(self, words: list[str], before: str) -> list[str]:
        """Return the words of a run, cut anew where a rule says so. They spell the same text.

        ``before`` is the token in front of the run, a number perhaps.
        """
        index = 0
        while index < len(words):
            word = words[index]
            if word in self._rules and self._by_table(words, index, before):
                pass
            elif (
                index > 1
                and len(word) == 2
                and words[index - 1] in ("了", "一")
                and words[index - 2] == word[0]
            ):
                words[index : index + 1] = [word[0], word[1]]  # 洗 + 了 + 洗面: 洗了洗 "washed a bit"
            elif index and len(word) == 2 and words[index - 1] == word[0] in ("上", "下"):
                self._free_doubled(words, index)
            elif index and word in LONG_DIRECTIONALS:
                self._free_verb(words, index)
            elif index and word[0] == "得" and len(word) == 2:
                self._free_particle(words, index)
            elif word in self._aspects:
                self._free_aspect(words, index)
            elif index > 1 and len(word) == 3 and word[0] == "一" and words[index - 1] in ASPECTS:
                self._free_object(words, index)
            elif word == "会" and index:
                self._parliament(words, index)
            index += 1
        return words

    def _by_table(self, words: list[str], index: int, before: str) -> bool:
        for rule in self._rules[words[index]]:
            if tuple(words[index : index + len(rule.found)]) == rule.found:
                clause = [before, *words] if before else words
                shift = bool(before)
                text = "".join(clause)
                at = sum(map(len, clause[: index + shift]))
                if holds(rule.cue, Place(clause, index + shift, text, at, self._classify)):
                    words[index : index + len(rule.found)] = rule.wanted
                    return True
        return False

    def _free_doubled(self, words: list[str], index: int) -> None:
        """下 + 下棋: 下下棋 is to play some chess."""
        if "verb" in self._classify(words[index]) and words[index + 1 : index + 2] != ["了"]:
            words[index : index + 1] = [words[index][0], words[index][1]]

    def _free_verb(self, words: list[str], index: int) -> None:
        """物理学 + 起来 -> 物理 + 学 + 起来: what goes up, out, on must be a verb."""
        noun = words[index - 1]
        if (
            len(noun) > 2
            and noun[:-1] in self._segmenter
            and not self._is(noun, "verb")
            and self._is(noun[-1], "verb")
        ):
            words[index - 1 : index] = [noun[:-1], noun[-1]]

    def _free_particle(self, words: list[str], index: int) -> None:
        """跑 + 得到 + 处 -> 跑 + 得 + 到处."""
        if index + 1 < len(words) and self._is(words[index - 1], "verb"):
            joined = words[index][1:] + words[index + 1]
            if len(joined) <= 4 and joined[-1] not in ASPECTS and joined in self._segmenter:
                words[index : index + 2] = ["得", joined]

    def _free_aspect(self, words: list[str], index: int) -> None:
        """受过 + 伤 -> 受 + 过 + 伤: the verb 受伤, taken apart."""
        verb, aspect = words[index][0], words[index][1]
        if index + 1 < len(words) and len(words[index + 1]) == 1 and not self._is(verb, "preposition"):
            whole = verb + words[index + 1]
            if whole in self._segmenter and self._is(whole, "verb") and words[index + 1] not in CLOSED_CLASS:
                words[index : index + 1] = [verb, aspect]

    def _free_noun(self, words: list[str], index: int) -> bool:
        """地 + 面积 + 了 -> 地面 + 积 + 了: before 了 stands a verb."""
        before, noun = words[index - 2], words[index - 1]
        if (
            len(before) == 1
            and len(noun) == 2
            and self._classify(noun) == {"noun"}
            and before + noun[0] in self._segmenter
            and self._is(before + noun[0], "noun")
            and self._is(noun[1], "verb")
        ):
            words[index - 2 : index] = [before + noun[0], noun[1]]
            return True
        return False

    def _free_object(self, words: list[str], index: int) -> None:
        """叹 + 了 + 一口气 -> 叹 + 了 + 一 + 口 + 气: the verb 叹气."""
        one, measure, object_ = list(words[index])
        whole = words[index - 2] + object_
        if (
            measure in CLASSIFIERS - GRADES
            and len(whole) == 2
            and whole in self._segmenter
            and self._is(whole, "verb")
        ):
            words[index : index + 1] = [one, measure, object_]

    def _parliament(self, words: list[str], index: int) -> None:
        """美国 + 会 + 通过 + 了 -> 美 + 国会 + 通过 + 了: 会 "will" has no 了 after its verb."""
        country = words[index - 1]
        if (
            len(country) == 2
            and country[0] in COUNTRIES
            and country[1] == "国"
            and words[index + 2 : index + 3] == ["了"]
        ):
            words[index - 1 : index + 1] = [country[0], "国会"]

    def _is(self, word: str, name: str) -> bool:
        return name in self._classify(word)


def _with_aspect(segmenter: Segmenter) -> Iterator[str]:
    """Yield the rare words that hold 过, 着 or 了 after a verb: 受过; not 通过, 沉着."""
    for word in segmenter:
        if len(word) == 2 and word[1] in ASPECTS and segmenter.weight(word) <= SELDOM:
            yield word


def _cut_at(text: str, lengths: str) -> tuple[str, ...]:
    """Cut a text into pieces of the given lengths; the rest, if any, is a piece of its own.

    >>> _cut_at("一下火车", "1/*"), _cut_at("才能", "1")
    (('一', '下火车'), ('才', '能'))
    """
    words, at = [], 0
    for length in lengths.split("/"):
        end = len(text) if length == "*" else at + int(length)
        words.append(text[at:end])
        at = end
    return (*words, text[at:]) if at < len(text) else tuple(words)
