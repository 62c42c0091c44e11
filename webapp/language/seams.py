"""Mend the seam between two words, where a character at it belongs to the other one.

The path with the likeliest words prefers long words and looks at no grammar. What
it gets wrong again and again is of few kinds, each a rule here: a direction cut
through (留下 + 来), a doubled verb (喝 + 喝茶), a question (能 + 不能), a character that
hardly stands alone left alone (出租车 + 库, 可 + 再生能源, 汽车 + 后 + 盖, 老婆 + 子).
"""

from __future__ import annotations

from dataclasses import dataclass

from webapp.language.cues import Classify
from webapp.language.segmentation import Segmenter
from webapp.language.traits import COMES, LONG, MAY_BE, OUTCOME, RISES, SEAM, TURNS, Traits
from webapp.language.word_classes import (
    ASPECTS,
    CLOSED_CLASS,
    DIRECTIONALS,
    ENDS,
    MODALS,
    PREPOSITIONS,
)

WAYS = frozenset("上下进出回过起开")
SELDOM_ALONE = -10.3
"""A character less likely than this (log probability) rather belongs to the word before it."""
BOUND_PREFIXES = frozenset("可非反超副")
LOCATIVE_NOUNS = frozenset("前后上下内外侧左右")
CAN = frozenset("完到好见懂住掉开走清成着动了倒透断惯定准牢")
"""What after 不 says that something cannot be done (修不好), rather than that it is not so (不错, 不会)."""
OUTCOMES = frozenset("上下进出起开着住动掉见")
"""What is an outcome after 不 or 得 although a noun follows: 睁不开眼, 抬得起头, 喘不上气."""
OPENED = frozenset("门窗头眼嘴车锁盖瓶灯箱")
"""What is got open, up or off: 打得开门. Most other words after 得 say how it is done: 做得出色, 笑得开心."""
SAYING = frozenset("说想叫问喊")
"""What another verb follows: 说|不|上学."""
_NO_RESULT = MODALS | PREPOSITIONS | frozenset("是有在变会也")
_NO_OUTCOME = _NO_RESULT | SAYING
_LONE = LOCATIVE_NOUNS | BOUND_PREFIXES | {"子"}
_TOGETHER = (COMES | TURNS, COMES | RISES, MAY_BE | OUTCOME)
"""Traits that have something to mend only where both stand in a run: 留下 + 来, 生 + 起火 + 来, 不 + 开眼."""
_NOT_DOUBLED = MODALS | PREPOSITIONS | {"想", "来", "去", "是", "有", "好"}


@dataclass(frozen=True, slots=True)
class Seams:
    """Knows the rules. They are asked about each pair of neighbours, by the lengths of the two."""

    segmenter: Segmenter
    classify: Classify

    @staticmethod
    def mark(traits: Traits) -> None:
        """Mark the words without which there is nothing to mend."""
        traits.mark(SEAM, words=(*_LONE, "机会", "学会", *("不" + end for end in CAN)))
        traits.mark(COMES, words=("来", "去"))
        traits.mark(TURNS, lasts=(*WAYS, "来"))
        traits.mark(RISES, firsts="起")
        traits.mark(MAY_BE, words=("不", "得"))
        traits.mark(OUTCOME, firsts=OUTCOMES)

    @staticmethod
    def concern(has: int, is_twice: bool) -> bool:
        """Whether words with these traits may have a seam to mend; ``is_twice``: some character stands there twice."""
        return is_twice or has & (SEAM | LONG) != 0 or any(has & both == both for both in _TOGETHER)

    def mend(self, words: list[str]) -> list[str]:
        """Return the words of a run, with the seams mended. They spell the same text."""
        index = 0
        while index < len(words) - 1:
            first, second = words[index], words[index + 1]
            mended: list[str] | None
            if first in ("不", "得") and index and self._is_outcome(words[index - 1], first, second):
                mended = [first, second[0], second[1]]
            elif len(second) == 1:
                if len(first) > 1:
                    mended = self._last_character(words, index)
                else:
                    mended = self._noun_with_place(words, index) if first in LOCATIVE_NOUNS else None
            elif len(first) == 1:
                mended = self._first_character(
                    first, second, words[index + 2] if index + 2 < len(words) else ""
                )
                if (
                    first in ("了", "一")
                    and index
                    and words[index - 1] == second[0]
                    and self._is(second, "verb")
                ):
                    mended = [first, second[0], second[1:]]  # 清 + 了 + 清嗓子
            else:
                mended = self._question(first, second) if first[1] in "不没" else None
                if (
                    second[0] in "不没"
                    and words[index + 2 : index + 3] == [first[1]]
                    and second[1] == first[0]
                ):
                    words[index : index + 3] = [first, second[0], first]  # 好吃 + 不好 + 吃
                if second == "机会" and first + "机" in self.segmenter and self._is_doing(words, index):
                    mended = [first + "机", "会"]
                if second == "学会" and first + "学" in self.segmenter and not self._is_society(words, index):
                    mended = [first + "学", "会"]
            if mended is not None:
                words[index : index + 2] = mended
            index += 1
        return words

    def _last_character(self, words: list[str], index: int) -> list[str] | None:
        """Decide on a single character after a longer word."""
        first, second = words[index], words[index + 1]
        following = words[index + 2] if index + 2 < len(words) else ""
        if second in ("来", "去"):  # 留下 + 来 -> 留 + 下来
            is_cut = first[-1] in WAYS and first[-1] + second in DIRECTIONALS and len(first) == 2
            return (
                [first[0], first[1] + second]
                if is_cut and self._is(first[0], "verb") and self._is(first, "verb")
                else None
            )
        if first[-1] == "来" and following == "去" and first[:-1] == second:
            return [second, "来", second]  # 想来 + 想 + 去
        if second == "子":  # 老婆 + 子
            return (
                [first + second] if self._is(first, "noun") and not self._is(first, "place", "name") else None
            )
        if len(first) == 3 and first[1] in "不没" and first[0] == first[2]:  # 好不好 + 吃 -> 好 + 不 + 好吃
            longer = first[2] + second
            is_quality = self._is(longer, "adjective") or self._is(first[0], "adjective")
            return [first[0], first[1], longer] if longer in self.segmenter and is_quality else None
        if first == "又一次" and second == "次":
            return ["又", "一", "次", "次"]
        if len(first) == 3 and first[2] + second in self.segmenter and first[:2] in self.segmenter:
            if second == "会":  # 物理学 + 会 -> 物理 + 学会
                return [first[:2], "学会"] if first[2] == "学" and self._is_society(words, index) else None
            is_bound = self.segmenter.weight(second) < SELDOM_ALONE and not self._is(second, "verb")
            if is_bound and self._is(first[2] + second, "noun"):
                return [first[:2], first[2] + second]  # 出租车 + 库
        return None

    def _is_society(self, words: list[str], index: int) -> bool:
        """Whether a science of three characters cut across two words is the name of a society: 中国物理学会."""
        following = words[index + 2] if index + 2 < len(words) else ""
        return self._is(words[index - 1] if index else "", "place") or following in ("", "的")

    def _is_doing(self, words: list[str], index: int) -> bool:
        """Whether what follows is said of a machine, 照相机 + 会 + 自动对焦, and not of a chance."""
        following = words[index + 2] if index + 2 < len(words) else ""
        before = words[index - 1] if index else ""
        return self._is(following, "verb", "adverb") and not self._is(before, "verb")

    def _first_character(self, first: str, second: str, following: str) -> list[str] | None:
        """Decide on a single character before a longer word."""
        if len(second) == 2:
            if second == first + "地" and self._is(first, "adjective"):
                return [first, first, "地"]  # 高 + 高地
            if second[0] in "不没" and second[1] == first and second in self.segmenter:
                return [first, second[0], second[1]]  # 能 + 不能
            if second[0] == "不" and second[1] in CAN and first not in _NO_RESULT and self._is(first, "verb"):
                return [first, *second]  # 修 + 不好
            if second == "一" + first and (first == "等" or self._is(first, "verb")):
                return [first, *second]  # 等 + 一等
            if second[0] == "起" and following == "来" and self._is(first, "verb") and second not in ENDS:
                return [first, "起", second[1]]  # 生 + 起火 + 来
            is_doubled = second[0] == first and following[:1] != second[1]  # but 啼啼哭哭
            if is_doubled and first not in _NOT_DOUBLED and self._is_verb_with_object(second):
                return [first, first, second[1]]  # 喝 + 喝茶
            return None
        if second == "不清楚" and first not in _NO_RESULT and self._is(first, "verb"):
            return [first, second[0], second[1:]]  # 说 + 不清楚
        if first in BOUND_PREFIXES:
            for cut in range(len(second) - 1, 1, -1):
                if (
                    first + second[:cut] in self.segmenter
                    and second[cut:] in self.segmenter
                    and len(second) - cut > 1
                ):
                    return [first + second[:cut], second[cut:]]  # 可 + 再生能源
        return None

    def _is_outcome(self, verb: str, can: str, second: str) -> bool:
        """Whether 不 or 得 and a word say what can be done, and to what: 睁 + 不 + 开眼 is 睁不开 + 眼."""
        return (
            len(verb) == 1
            and len(second) == 2
            and second[0] in OUTCOMES
            and second not in ENDS
            and verb not in _NO_OUTCOME
            and self._is(verb, "verb")
            and verb + second[0] in self.segmenter
            and (can == "不" or second[1] in OPENED)
        )

    def _question(self, first: str, second: str) -> list[str] | None:
        """可不 + 可以 -> 可 + 不 + 可以."""
        if len(first) == 2 and first[1] in "不没" and first[0] == second[0] and len(second) == 2:
            return [first[0], first[1], second]
        return None

    def _noun_with_place(self, words: list[str], index: int) -> list[str] | None:
        """汽车 + 后 + 盖 + 打开 -> 汽车 + 后盖 + 打开; not 屋 + 后 + 盖 + 了."""
        second = words[index + 1]
        whole = words[index] + second
        if not index or whole not in self.segmenter or second in CLOSED_CLASS | PREPOSITIONS:
            return None
        following = words[index + 2] if index + 2 < len(words) else ""
        is_noun = (
            self._is(whole, "noun")
            and not self._is(whole, "name", "place")
            and self._is(words[index - 1], "noun")
        )
        is_verb = following in ASPECTS or self._is(following, "noun", "number", "demonstrative")
        return [whole] if is_noun and not is_verb else None

    def _is_verb_with_object(self, word: str) -> bool:
        return self._is(word, "verb") and self._is(word[0], "verb") and word[1] not in ENDS | ASPECTS

    def _is(self, word: str, *names: str) -> bool:
        return bool(word) and not self.classify(word).isdisjoint(names)
