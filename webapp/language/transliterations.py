"""Find transliterated names that no dictionary has: 扎苏兰·马迪耶夫, 托卡耶夫.

They are written with a few hundred characters that are used for their sound; a
run of them that no word explains is a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from webapp.language.cues import Classify
from webapp.language.script import HAN
from webapp.language.word_classes import CLOSED_CLASS

TRANSLITERATING = frozenset(
    "阿埃艾爱安昂奥澳巴芭拔班邦鲍保堡贝本比彼毕别宾滨波伯博勃卜布蔡查察茨楚茨茨达妲戴丹当道德登邓狄迪蒂帝第丁东杜敦顿多朵"
    "厄恩尔耳法凡范梵方菲费芬丰佛夫弗福甫富噶盖甘冈戈格葛根贡古瓜圭郭果哈海汉罕豪赫黑亨洪侯胡华怀惠霍基吉济季加嘉贾简江杰捷"
    "津金京久喀卡开凯坎康考柯科可克肯孔库夸奎魁坤昆拉腊来莱赖兰朗劳老勒雷蕾黎礼里理李利莉力立丽连廉列林琳龙隆卢鲁路露伦罗洛"
    "吕略马玛迈麦曼芒毛茅梅门蒙孟米密蜜缅明摩莫默墨姆木穆拿娜纳乃奈南瑙内能妮尼年涅宁牛纽农努诺女欧帕派潘庞佩彭皮匹平泼珀普"
    "戚齐其奇恰千强乔切钦琴青琼丘曲屈让热仁日荣茹儒瑞若撒萨塞赛桑瑟森僧沙莎山尚绍舍申什圣施诗石史士世舒朔硕斯思丝松苏索塔泰"
    "坦汤唐陶特滕提藤天田廷亭通图吐托瓦万汪旺威韦维魏温文翁沃乌伍武西希锡席喜夏先香肖小歇谢辛欣新兴休许旭雪逊雅亚延彦扬阳杨"
    "耶叶伊易因茵英永尤于余雨约宰赞扎泽曾詹章张真珍芝治朱卓兹宗祖佐卓玛翰翩烈逊裘翟谟娅亥莎缇珊甸黛妮娃薇赉麟肃蓬让容里本比"
)
"""Characters that the Xinhua tables of transliteration use for their sound."""
SHORT_COUNTRIES = frozenset(
    "巴西 古巴 秘鲁 缅甸 约旦 荷兰 波兰 丹麦 希腊 伊朗 瑞士 瑞典 捷克 芬兰 挪威 越南 印度 海地 智利 乍得 多哥 贝宁 加纳".split()
)
"""Countries of two characters that may stand before a name: not 乌尔苏拉, though Ur is a place."""
SURELY_TRANSLITERATING = TRANSLITERATING - CLOSED_CLASS
"""The same without those that are everyday words: where no dot shows that a name is meant."""

_LAST_SOUNDS = frozenset("瓦特克姆顿格拉塔卡托蒂茨兹索尼穆赫布夫基")
"""Characters that end transliterated names and hardly ever Chinese ones ..."""
_SOUNDS = _LAST_SOUNDS | frozenset("贝普戈费弗马米纳帕泰韦扎莱斯伯洛罗比达德丁图")
"""... after one of these."""

DOTS = "·・•‧"
CLOSING = frozenset("（(，,。；;》」』”、")
"""Marks that may stand straight after a name, so that it surely goes as far."""
_LINK = rf"[{DOTS}\-－—‐–]"
_DOTTED = re.compile(rf"[{HAN}]{{1,12}}(?:{_LINK}[{HAN}]{{1,12}})+")
_SPLIT = re.compile(rf"({_LINK})")
LONGEST_PART = 8
FOREIGN_WEIGHT = -9.3
"""A run reads as a transliteration when its characters are this rare as words, on average."""
SHORT_FOREIGN_WEIGHT = -10.6
"""The same for a run of two characters: 卡 + 洛."""
LITTLE_KNOWN = -13.0
"""A place likelier than this is a name of its own before another: 巴西 + 里约热内卢, but 帕西 + 尼扬."""
LONG_ENOUGH = 4
"""A known name this long is complete: 罗纳尔多."""
RARE = -10.3
"""A character this rare as a word is the end of a name that is known without it: 玛丽 + 娜."""


def lacks_dots(text: str) -> bool:
    """Whether a text surely has no dotted name: one quick look at each dot."""
    return not any(dot in text for dot in DOTS)


def is_transliterated(name: str) -> bool:
    """Claim that a name is written by its sound: with dots, or with characters of that use alone.

    >>> is_transliterated("托卡耶夫"), is_transliterated("阿丹·王"), is_transliterated("余秀华")
    (True, True, False)
    """
    return any(dot in name for dot in DOTS) or set(name) <= TRANSLITERATING | set("-－—‐–")


def sounds_foreign(name: str) -> bool:
    """Whether a name of three characters that begins with a surname is rather a transliterated one.

    >>> sounds_foreign("杜布瓦"), sounds_foreign("杜一诺")
    (True, False)
    """
    return len(name) == 3 and name[2] in _LAST_SOUNDS and name[1] in _SOUNDS and name[0] in TRANSLITERATING


def dotted_names(text: str, is_word: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Return the places of transliterated names written with dots or hyphens.

    The first part reaches back, and the last one forward, as far as the
    characters are such as transliterations use, without biting into a word.

    >>> text = "部长扎苏兰·马迪耶夫在节目中"
    >>> [text[start:end] for start, end in dotted_names(text, {"节目"}.__contains__)]
    ['扎苏兰·马迪耶夫']
    """
    found = []
    for match in _DOTTED.finditer(text):
        parts = _SPLIT.split(match[0])
        if not any(link in DOTS for link in parts[1::2]):
            continue
        inner = parts[2:-2:2]
        first, last = _reach_back(parts[0], is_word), _reach_forward(parts[-1], is_word)
        rest = parts[-1][last:]
        if (
            text[match.end() : match.end() + 1] in CLOSING
            and _is_foreign(parts[-1])
            and not any(map(is_word, map("".join, pairwise(rest))))
        ):
            last = len(parts[-1])  # 威廉·陆斯佛得（: nothing but the name is left
        if first and last and all(_is_foreign(part) for part in inner):
            start = match.start() + len(parts[0]) - first
            found.append((start, match.end() - len(parts[-1]) + last))
    return found


def _is_foreign(part: str) -> bool:
    return len(part) <= LONGEST_PART and sum(char in TRANSLITERATING for char in part) * 4 >= len(part) * 3


def _reach_back(part: str, is_word: Callable[[str], bool]) -> int:
    length = 0
    while length < min(len(part), LONGEST_PART) and part[-length - 1] in TRANSLITERATING:
        length += 1
    while 1 < length < len(part) and is_word(part[-length - 1 :][:2]):
        length -= 1  # 总理让-克洛德: 理 belongs to the word before
    for longer in range(min(len(part), LONGEST_PART), max(length, 2), -1):
        if part[-longer] in TRANSLITERATING and is_word(part[-longer:]):
            return longer  # 亚历山大: a name that is known, though 大 is no character for its sound
    for cut in range(2, length - 1):  # 西班牙费利佩: a country stands before the name
        if (
            (cut > 2 or part[-length:][:cut] in SHORT_COUNTRIES)
            and is_word(part[-length:][:cut])
            and cut + 2 <= length
            and not is_word(part[-length:])
        ):
            return length - cut
    return length


def _reach_forward(part: str, is_word: Callable[[str], bool]) -> int:
    length = 0
    while length < min(len(part), LONGEST_PART) and part[length] in TRANSLITERATING:
        length += 1
    for longer in range(min(len(part), LONGEST_PART), max(length, 2), -1):
        if is_word(part[:longer]):
            return longer  # ·冯德莱恩
    if part[0] in TRANSLITERATING and length < 2 and is_word(part[:2]):
        return 2  # 让-雅克·卢梭: a name that is known
    while length > 1 and length < len(part) and is_word(part[length - 1 : length + 1]):
        length -= 1  # 马克·吐温和: the last character belongs to the next word
    return length


def foreign_runs(
    words: Sequence[str],
    classify: Classify,
    weight: Callable[[str], float],
    is_word: Callable[[str], bool] = lambda word: False,
) -> list[tuple[int, int]]:
    """Return the ranges of words that together are one transliterated name.

    A run is three or more characters long, and its single characters are such as
    rarely stand alone (``weight`` is a word's log probability), unlike those of
    天真热. It may hold names that are known (莫 + 德里 + 奇), everyday characters
    between the others (克 + 里 + 斯), and no other word of two characters.

    >>> def nothing(word): return frozenset()
    >>> foreign_runs(["总统", "托", "卡", "耶", "夫", "会面"], nothing, lambda word: -11.0)
    [(1, 5)]
    """
    found: list[tuple[int, int]] = []
    sure = [index for index, word in enumerate(words) if word in SURELY_TRANSLITERATING]
    if not sure or (len(sure) == 1 and not _is_beside_name(words, sure[0], classify)):
        return found
    start = -1
    for index, word in enumerate([*words, ""]):
        fits = word in TRANSLITERATING if len(word) == 1 else _is_known_name(word, classify)
        if fits and start < 0:
            start = index
        elif not fits and start >= 0:
            run = _foreign_run(words, start, index, classify, weight, is_word)
            if run is not None and _is_foreign_run(words[slice(*run)], classify, weight):
                found.append(run)
            start = -1
    return found


def _is_beside_name(words: Sequence[str], index: int, classify: Classify) -> bool:
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    return (len(before) > 1 and _is_known_name(before, classify)) or (
        len(after) > 1 and _is_known_name(after, classify)
    )


def _is_known_name(word: str, classify: Classify) -> bool:
    return len(word) < LONG_ENOUGH and "name" in classify(word) and TRANSLITERATING.issuperset(word)


def _foreign_run(
    words: Sequence[str],
    start: int,
    end: int,
    classify: Classify,
    weight: Callable[[str], float],
    is_word: Callable[[str], bool],
) -> tuple[int, int] | None:
    """Leave everyday words, a country before the name and half a word after it off the ends of a run."""
    while start < end and (
        words[start] in CLOSED_CLASS
        or (
            len(words[start]) > 1
            and "place" in classify(words[start])
            and weight(words[start]) > LITTLE_KNOWN
        )
    ):
        start += 1
    after = words[end] if end < len(words) else ""
    if end - start > 1 and len(words[end - 1]) == len(after) == 1 and is_word(words[end - 1] + after):
        end -= 1  # 安切洛 + 蒂 + 赛 + 后
    while start < end and words[end - 1] in CLOSED_CLASS:
        end -= 1
    return (start, end) if end - start > 1 else None


def _is_foreign_run(run: Sequence[str], classify: Classify, weight: Callable[[str], float]) -> bool:
    singles = [part for part in run if len(part) == 1]
    known = [part for part in run if len(part) > 1]
    everyday = sum(part in CLOSED_CLASS for part in singles)
    sure = len(singles) - everyday
    heaviest = FOREIGN_WEIGHT if sum(map(len, run)) > 2 + everyday else SHORT_FOREIGN_WEIGHT
    if sum(map(weight, singles)) > heaviest * len(singles):
        return False
    if sure == 1:  # 玛丽 + 娜
        return len(run) == 2 and "place" not in classify(known[0]) and weight(singles[0]) < RARE
    return sure > 1
