"""Find Chinese names that no dictionary has: those of persons, and of villages called after a family.

A personal name is a surname with one or two characters after it that no word
explains. Transliterated names are found by ``transliterations.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import compress
from operator import itemgetter

from webapp.language.forms_of_address import COMMON_SURNAMES
from webapp.language.word_classes import (
    ASPECTS,
    BEFORE_PERSONS,
    CLASSIFIERS,
    COUNTING,
    NEVER_GIVEN,
    RARELY_SURNAMES,
    SURNAME_READINGS,
    SURNAMES,
    TITLES_AFTER_NAMES,
)

USUALLY_SURNAMES = SURNAMES - RARELY_SURNAMES
_MAY_BEGIN = COMMON_SURNAMES.union(surname[0] for surname in USUALLY_SURNAMES)
_FIRST = itemgetter(0)  # character of a word

PLACE_ENDINGS = frozenset("市省县区镇乡村州湖岛湾路街港寨寺庙桥洲")
"""What ends in one of these is a place: 阳澄湖, 李家村. Given names hardly ever do."""
VILLAGES = frozenset("村庄屯寨湾沟镇堡")
SPEAKING = frozenset("道说笑问听忙答叫哭喊想便骂叹见")
"""What people in stories do straight after their name ..."""
SPEAKING_COSTS = 4.0
"""... so that a given name which ends in one must be this likely: 贾琏 + 道."""
AFTER_ROLE, AFTER_ROLE_SURELY = 2.0, 4.5
"""The same for a name after what somebody is, 记者 + 李红: an uncommon surname and a common one."""
ALONE, ALONE_SURELY = 1.2, 6.2
"""The same for a name with nothing beside it, between two marks or after 叫."""
SWALLOWED = 1.0
"""A given name must be this likely where its first character makes a word with the surname: 李铁 + 映."""
IMPOSSIBLE = float("-inf")
IN_PLACE, IN_PLACE_OTHERWISE = 1.4, 1.3
"""What it counts for a short name to stand where a person does, after a common surname and any other."""
DOUBLE_SURNAME = 3.5
"""欧阳 and 司马 stand for little else than the beginning of a name."""
CALLED = frozenset(("叫", "名叫", "叫做", "姓名", "本名", "原名", "名为", "又名"))
SAYS_WHO = frozenset("是也就都在和与说任")
"""What stands around a person in a sentence, beside verbs ..."""
SAYS_WHO_SURELY = SAYS_WHO | frozenset("对跟给把被从向让又才还却只不没已曾将便会能要的")
"""... and around what begins with a common surname."""
SURE_OF_NAMES = COMMON_SURNAMES - frozenset("宋唐汉秦夏魏曾何许任江黄胡卢丁林程冯苏范")
SURE_BONUS = 1.4
"""What it counts that a surname's character stands for nothing else, between what stands around persons."""
BESIDE_NAME = 1.8
"""The same for what follows a name and 和: 王小丽和 + 李强."""
WORD_IN_PLACE = 4.6
"""The same where the given name is a word: 董明珠."""
DOINGS = frozenset("大怒 大喜 大惊 大笑 冷笑 微笑 苦笑 心想 点头 摇头 笑道 说道".split())
"""What people in stories do, in a word of two characters that is no given name."""
CALLINGS = frozenset("士尚官员人匠师长生娘婆公爷妈嫂哥姐")
"""What words for persons end in: 张 + 道士."""
TITLED, TITLED_WORD = 2.0, 3.0
"""What a title after it counts, for a given name of one character or that is no word, and for one that is."""
AND = frozenset("和与跟及同")
AFTER_LAUGHING = frozenset(("道", "着", "说", "问", "了一声"))
"""What follows a doing, so that it is none of the name: 赵敏 + 笑 + 道."""


def personal_names(
    words: Sequence[str],
    is_given: Callable[[str], float],
    acts: Callable[[str], bool] = lambda word: False,
    titles: Collection[str] = TITLES_AFTER_NAMES,
    is_role: Callable[[str], bool] = lambda word: False,
    after_number: bool = False,
) -> list[tuple[int, int]]:
    """Return the ranges of words that together are a Chinese personal name.

    ``is_given`` weighs how much a string looks like a given name: above 0 it
    rather is one than two words side by side. ``acts`` tells the words for what
    persons do: what stands before one may be a short name (仇英 + 画). ``is_role``
    tells those for what persons are: after one stands a name (主任 + 任建国).
    ``after_number``: a number in figures stands before the words.

    >>> personal_names(["王", "小", "明", "同学"], lambda given: 1.0)
    [(0, 3)]
    """
    found: list[tuple[int, int]] = []
    taken = 0
    for index in compress(range(len(words) - 1), map(_MAY_BEGIN.__contains__, map(_FIRST, words))):
        if index < taken:
            continue
        end, word = index, words[index]
        before = words[index - 1] if index else ""
        if word in USUALLY_SURNAMES:
            is_counting = word in CLASSIFIERS and (before in COUNTING or (after_number and not before))
            if not is_counting:  # 一 + 张
                sure = AFTER_ROLE if word not in COMMON_SURNAMES else AFTER_ROLE_SURELY
                bonus = sure * (bool(before) and is_role(before))
                if before in AND and found and found[-1][1] == index - 1:
                    bonus += BESIDE_NAME
                end = _name_end(words, index, is_given, acts, titles, bonus)
        elif len(word) == 2 and word[0] in COMMON_SURNAMES and len(words[index + 1]) == 1:
            given = word[1] + words[index + 1]
            if (
                NEVER_GIVEN.isdisjoint(given)
                and words[index + 1] not in SPEAKING
                and (len(words) == 2 or (before and is_role(before)))
            ):
                end = index + 2 * (is_given(given) > SWALLOWED)
        if end > index:
            found.append((index, end))
            taken = end
    return found


def _name_end(
    words: Sequence[str],
    index: int,
    is_given: Callable[[str], float],
    acts: Callable[[str], bool],
    titles: Collection[str],
    bonus: float,
) -> int:
    """Return where the name ends that begins with a surname at ``index``; ``index`` where none does."""
    second = words[index + 1]
    third = words[index + 2] if index + 2 < len(words) else ""
    if NEVER_GIVEN.intersection(second) or second in titles or second in DOINGS:
        return index
    long = IMPOSSIBLE
    first = index if index and words[index - 1] in CALLED else 0
    alone = (ALONE_SURELY if words[index] in COMMON_SURNAMES else ALONE) * (words[-1] not in SPEAKING)
    if len(second) == 1 and len(third) == 1 and third not in NEVER_GIVEN:
        is_titled = index + 3 < len(words) and words[index + 3] in titles
        says = SPEAKING_COSTS if third in SPEAKING else 0.0
        if says and words[index + 3 : index + 4] and words[index + 3] in AFTER_LAUGHING:
            says *= 2
        long = is_given(second + third) + is_titled + bonus - says + alone * (len(words) == first + 3)
    if len(second) <= 2:
        fits = (
            (TITLED_WORD if len(second) == 2 else TITLED) * (third in titles)
            + DOUBLE_SURNAME * (len(words[index]) == 2)
            + bonus
            + alone * (len(words) == first + 2)
        )
        is_common = words[index] in COMMON_SURNAMES
        says_who = third in SPEAKING or third in (SAYS_WHO_SURELY if is_common else SAYS_WHO)
        if len(second) == 1 and (says_who or acts(third) or not third):
            in_place = not index or words[index - 1] in BEFORE_PERSONS
            if not third and index and (words[index - 1] in ASPECTS or acts(words[index - 1])):
                in_place = says_who = True  # met + 李强, at the end
            fits += in_place * (IN_PLACE if is_common else IN_PLACE_OTHERWISE)
            fits += SURE_BONUS * (in_place and says_who and words[index] in SURE_OF_NAMES)
        elif in_place_word(words, index, says_who or acts(third)):
            fits += WORD_IN_PLACE
        short = is_given(second) + fits - (1 if len(second) == 1 else 0.5)
        if short > 0 and short > long:
            return index + 2
    return index + 3 if long > 0 else index


def in_place_word(words: Sequence[str], index: int, is_followed: bool) -> bool:
    """Whether a surname that is little else stands where a person does, before a word as given name: 陈 + 平安 + 走."""
    return (
        is_followed
        and words[index] in SURE_OF_NAMES
        and words[index + 1][0] != "家"
        and words[index + 1][-1] not in CALLINGS
        and words[index + 1] not in DOINGS
        and (not index or words[index - 1] in BEFORE_PERSONS)
    )


def villages(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return the ranges of words that together are a village called after a family.

    >>> villages(["在", "李", "家", "村"])
    [(1, 4)]
    """
    if "家" not in words:
        return []
    return [
        (index - 1, index + 2)
        for index, word in enumerate(words[1:-1], 1)
        if word == "家" and words[index - 1] in USUALLY_SURNAMES and words[index + 1] in VILLAGES
    ]


def surname_reading(name: str) -> tuple[str, ...] | None:
    """Return the reading of its own that a name's surname has, or None.

    >>> surname_reading("曾国藩"), surname_reading("王小明")
    (('Zeng1',), None)
    """
    for length in (2, 1):
        if name[:length] in SURNAME_READINGS:
            return tuple(SURNAME_READINGS[name[:length]].split())
    return None
