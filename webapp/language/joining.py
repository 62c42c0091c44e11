"""Join the words of a run that names and doubled words were cut into."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from operator import add
from types import MappingProxyType

from webapp.language import names, transliterations
from webapp.language.cues import Classify
from webapp.language.forms_of_address import COMMON_SURNAMES, FAMILIAR, forms_of_address
from webapp.language.given_names import GivenNames
from webapp.language.japanese_names import SURNAME_FIRSTS, SURNAME_STARTS, japanese_names
from webapp.language.reduplication import doubled, qualities
from webapp.language.word_classes import TITLES_AFTER_NAMES

_TWICE = re.compile(r"(.)\1|(..)\2|一(.)一\3")  # most runs: nothing is said twice
_CALLING = names.USUALLY_SURNAMES | FAMILIAR.keys() | {"阿", "帝"}  # without one of these nobody is named
_ROLES = frozenset(
    "教练 导演 作家 选手 后卫 前锋 中锋 门将 名将 老将 球星 歌星 影星 明星 诗人 画家 元帅 司令 参谋 秘书 助理 发言人 负责人 创始人 "
    "主持人 候选人 当事人 嫌疑人 继承人 军人 老人 工人 农民 村民 居民 市民 网友 医师 战士 烈士 英雄 模范 冠军 亚军 院士 学士 硕士 "
    "副总 首席 书法家 职工 青年 妻子 丈夫 儿子 女儿 弟弟 哥哥 妹妹 姐姐 父亲 母亲 之子 之女 演员 司机".split()
)
_ROLE_ENDINGS = frozenset("长员者师家官星手理总民")
Span = tuple[int, int, str]
NOT_JOINED: Mapping[int, str] = MappingProxyType({})


class Joiner:
    """Knows what belongs together: transliterated names, persons, places, forms of address, doubled words."""

    def __init__(
        self,
        given_names: GivenNames,
        is_word: Callable[[str], bool],
        weight: Callable[[str], float],
        classify: Classify,
    ) -> None:
        self._given_names = given_names
        self._is_word = is_word
        self._weight = weight
        self._classify = classify

    def join(
        self, words: list[str], run: str, chars: frozenset[str], after_number: bool = False
    ) -> tuple[list[str], Mapping[int, str]]:
        """Return the words of a run, joined; and of which of them, by index, how they are made.

        ``chars`` are the characters of the run: most runs have none that begins anything.
        """
        spans: list[Span] = []
        if not transliterations.SURELY_TRANSLITERATING.isdisjoint(words):
            spans += [
                (*span, "foreign")
                for span in transliterations.foreign_runs(words, self._classify, self._weight, self._is_word)
            ]
        if not COMMON_SURNAMES.isdisjoint(chars) or not _CALLING.isdisjoint(words):
            spans += _apart(self._named(words, after_number), spans)
        if len(chars) < len(run) and _TWICE.search(run) is not None:
            said_twice = [(*span, "vivid") for span in qualities(words, self._classify)]
            said_twice += [(*span, "doubled") for span in doubled(words, self._is_word, self._classify)]
            spans += _apart(said_twice, spans)
        if not SURNAME_FIRSTS.isdisjoint(chars) and not SURNAME_STARTS.isdisjoint(map(add, run, run[1:])):
            japanese = [(*span, "japanese") for span in japanese_names(words, run)]
            spans = japanese + _apart(spans, japanese)
        if not spans:
            return words, NOT_JOINED
        joined: list[str] = []
        kinds: dict[int, str] = {}
        at = 0
        for start, end, kind in sorted(spans):
            joined += words[at:start]
            kinds[len(joined)] = kind
            joined.append("".join(words[start:end]))
            at = end
        return joined + words[at:], kinds

    def _named(self, words: list[str], after_number: bool) -> list[Span]:
        """Return the names of persons, and of the places that are called like them, the longest first."""
        people = names.personal_names(
            words, self._given_names.score, self._acts, is_role=self._is_role, after_number=after_number
        )
        called = forms_of_address(words, self._given_names.score, self._classify)
        villages = names.villages(words)
        if not (people or called or villages):
            return []
        found = [(*span, "place") for span in villages] + [(*span, "called") for span in called]
        for start, end in people:
            if any(start == first + 1 and words[first] == "小" for first, _ in called):
                continue  # 小李养狗: 小李 has a dog, and nobody is called 李养狗
            is_place = words[end - 1][-1] in names.PLACE_ENDINGS
            found.append((start, end, "place" if is_place else "person"))
        return sorted(found, key=lambda name: name[0] - name[1])

    def _acts(self, word: str) -> bool:
        """Whether a word says what a person does or is."""
        classes = self._classify(word)
        return "verb" in classes and classes.isdisjoint(("adjective", "measure", "modal"))

    def _is_role(self, word: str) -> bool:
        """Whether a word says what somebody is, as stands before a name: 记者, 发言人, 主教练."""
        return word in TITLES_AFTER_NAMES or (
            len(word) > 1 and (word in _ROLES or word[-1] in _ROLE_ENDINGS) and "noun" in self._classify(word)
        )


def _apart(found: list[Span], taken: list[Span]) -> list[Span]:
    """Return the spans that overlap with none that is taken, nor with an earlier one of their own.

    >>> _apart([(0, 3, "person"), (2, 4, "called")], [(5, 6, "foreign")])
    [(0, 3, 'person')]
    """
    kept: list[Span] = []
    for start, end, kind in found:
        if all(end <= first or start >= last for first, last, _ in (*taken, *kept)):
            kept.append((start, end, kind))
    return kept
