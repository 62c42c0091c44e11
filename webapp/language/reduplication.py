"""Find doubled words that no dictionary lists: 试试, 高高兴兴, 研究研究, 一次次, 一步一步, 窄窄的, 圆溜溜的."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from webapp.language.cues import Classify
from webapp.language.word_classes import CLASSIFIERS, CLOSED_CLASS, DIGITS

_AABB = re.compile(r"(.)\1(.)\2")
_AGAIN = re.compile(r"(.)[了一]\1")
COUNTED = (CLASSIFIERS | frozenset("天年月日夜步件样句声条代")) - DIGITS
"""What is said twice after 一: 一次次, 一天天, 一步一步."""

ADJECTIVES = frozenset(
    "红蓝绿黄白黑灰紫粉高低大小长短胖瘦厚薄深浅远近早快慢轻重软硬冷暖甜酸苦辣咸香臭浓淡细粗宽窄嫩脆傻呆美乖圆"
)
"""Adjectives of one syllable that are doubled before 的 and 地: 蓝蓝的, and are hardly verbs."""
VERB_READINGS = {
    "量": "liang2", "数": "shu3", "扇": "shan1", "种": "zhong4", "教": "jiao1", "倒": "dao4", "调": "tiao2", "哄": "hong3",
    "转": "zhuan4", "看": "kan4", "磨": "mo2", "晃": "huang4", "盛": "cheng2", "系": "ji4", "还": "huan2", "缝": "feng2",
    "弹": "tan2", "钻": "zuan1", "散": "san4", "称": "cheng1", "挑": "tiao1", "卷": "juan3", "削": "xiao1", "剥": "bao1",
    "划": "hua2", "铺": "pu1", "扎": "za1", "拧": "ning3", "炸": "zha2", "冲": "chong1", "和": "huo2", "担": "dan1",
    "传": "chuan2", "藏": "cang2", "空": "kong4", "背": "bei4", "抹": "mo3", "撒": "sa3", "吐": "tu3", "答": "da2",
}  # fmt: skip
"""How verbs of several readings are read where they are doubled: 量量 liángliang is to measure, not to estimate."""


def said_again(words: Sequence[str], text: str) -> dict[int, str]:
    """Return how the verbs of V了V and V一V are read, by their places: both are the verb, 数了数 shǔ le shǔ.

    ``text`` is what the words spell.

    >>> said_again(["他", "数", "了", "数", "零钱"], "他数了数零钱")
    {1: 'shu3', 3: 'shu3'}
    """
    found: dict[int, str] = {}
    if _AGAIN.search(text) is None:
        return found
    for index, word in enumerate(words[2:], 2):
        if word == words[index - 2] and words[index - 1] in ("了", "一") and word in VERB_READINGS:
            found[index - 2] = found[index] = VERB_READINGS[word]
    return found


def doubled(
    words: Sequence[str], is_word: Callable[[str], bool], classify: Classify
) -> list[tuple[int, int]]:
    """Return the ranges of words that together are one doubled word, none overlapping.

    >>> def classify(word): return frozenset({"verb"})
    >>> doubled(["试", "试", "看"], lambda word: False, classify)
    [(0, 2)]
    >>> doubled(["高", "高兴", "兴", "地"], {"高兴"}.__contains__, classify)
    [(0, 3)]
    >>> doubled(["研究", "研究", "再说"], lambda word: False, classify)
    [(0, 2)]
    >>> doubled(["一", "次", "次", "地"], lambda word: False, classify)
    [(0, 3)]
    """
    found: list[tuple[int, int]] = []
    taken = 0
    for start, end in sorted(
        [
            *_one_by_one(words),
            *_aabb(words, is_word, classify),
            *_verbs(words, classify, is_word),
        ],
        key=_longest_first,
    ):
        if start >= taken:
            found.append((start, end))
            taken = end
    return found


def _longest_first(span: tuple[int, int]) -> tuple[int, int]:
    return span[0], -span[1]


def _one_by_one(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """一 + 次 + 次, 一 + 天天, 一 + 步 + 一 + 步."""
    for index, word in enumerate(words[:-1]):
        if word != "一":
            continue
        after = words[index + 1]
        if after[0] in COUNTED and len(after) == 2 and after[0] == after[1]:
            yield index, index + 2
        elif after in COUNTED and words[index + 2 : index + 3] == [after]:
            yield index, index + 3
        elif after in COUNTED and words[index + 2 : index + 4] == ["一", after]:
            yield index, index + 4


def _verbs(
    words: Sequence[str], classify: Classify, is_word: Callable[[str], bool]
) -> Iterator[tuple[int, int]]:
    """试 + 试, 研究 + 研究, 蓝 + 蓝 + 的."""
    for index, word in enumerate(words[:-1]):
        if (
            word == words[index + 1]
            and words[index + 2 : index + 3] != [word]
            and (not index or words[index - 1] not in (word, "的"))  # 学校的混混: a noun
        ):
            classes = classify(word)
            if len(word) == 1:
                # 下下棋, 上上网: these two are hardly verbs, but before what one does so
                does = word in ("上", "下") and is_word(word + "".join(words[index + 2 : index + 3]))
                if does or (word not in ADJECTIVES and word not in CLOSED_CLASS and "verb" in classes):
                    yield index, index + 2
            elif (
                len(word) == 2
                and "verb" in classes
                and classes.isdisjoint(("adverb", "reduplicated", "modal"))
            ):
                yield index, index + 2


def _aabb(
    words: Sequence[str], is_word: Callable[[str], bool], classify: Classify
) -> Iterator[tuple[int, int]]:
    """高 + 高兴 + 兴; not 爸爸 + 妈妈, two nouns."""
    for match in _AABB.finditer("".join(words)):
        if all("noun" in classify(half) and is_word(half) for half in (match[1] * 2, match[2] * 2)):
            continue
        if match[1] != match[2] and is_word(match[1] + match[2]):
            places = {0: 0}
            for index, word in enumerate(words):
                places[max(places) + len(word)] = index + 1
            start, end = places.get(match.start()), places.get(match.end())
            if start is not None and end is not None and end - start > 1:
                yield start, end


def qualities(words: Sequence[str], classify: Classify) -> list[tuple[int, int]]:
    """Return the ranges of words that together say vividly what something is like, before 的 or 地.

    >>> def classify(word): return frozenset({"noun" if word == "奶奶" else "adjective"})
    >>> [qualities([*words, "的"], classify) for words in ("窄窄", "圆溜溜", ["圆", "溜溜"], ["好", "奶奶"])]
    [[(0, 2)], [(0, 3)], [(0, 2)], []]
    """
    found: list[tuple[int, int]] = []
    for end, word in enumerate(words):
        if word in ("的", "地"):
            found += [
                (start, end)
                for start in range(max(0, end - 3), end - 1)
                if _is_vivid(words[start], "".join(words[start + 1 : end]), classify)
            ][:1]
    return found


def _is_vivid(quality: str, ending: str, classify: Classify) -> bool:
    """Whether a character is one for a quality and the ending doubles it, 窄 + 窄, or paints it, 圆 + 溜溜."""
    if quality not in ADJECTIVES and (len(quality) > 1 or "adjective" not in classify(quality)):
        return False
    is_doubled = len(ending) == 2 and ending[0] == ending[1] != quality
    return ending == quality or (is_doubled and classify(ending).isdisjoint(("noun", "adverb")))
