"""Tell from the words around that what looks like a name is none, or that it surely is one.

The weights of ``persons.py`` know each neighbour by itself; here stands what only a
neighbour and the name together say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from webapp.language.person_candidates import CLOSING, OPENING, Candidate
from webapp.language.person_features import is_role
from webapp.language.transliterations import sounds_foreign
from webapp.language.word_classes import BEFORE_PERSONS, DEGREE_ADVERBS, TITLES_AFTER_NAMES

_OFFICES = frozenset("曾任 时任 历任 现任 兼任 出任 调任 升任 曾在 曾是".split())
"""What is said of a person called by the surname alone: 吴 + 曾任, not 吴曾 + 任."""
_HEADS = TITLES_AFTER_NAMES | frozenset("头领 官人 寨主 当家 掌门 长老 护法 公子 娘子 相公".split())
_RANKS = frozenset("大二三四五六七八九十")
_WHOLE = frozenset("镇诗书剧曲县村乡队班家国省市城校厂军体身长文篇球州区场部会程民线馆楼院片局行系年期套组")
_NOT_ALONE = frozenset("曾无不")
"""Characters that are no given name by themselves: 吴 + 曾 + 任, 张 + 无 + 罪."""
_TAKING = frozenset("照拍")
CALLED = frozenset("名叫 叫做 叫作 名为 名唤 唤作 唤做 本名 真名 原名 化名 笔名 艺名 取名 起名".split())
NAMED, BESIDE = 3.0, 2.0
"""What it counts that somebody is said to be called so, with nothing after it; and that 和 and a sure name
stand beside it, or 叫 before it and nothing after."""
AND = frozenset("和与跟及、")


def is_none(each: Candidate, kind_before: str) -> bool:
    """Whether a candidate is no name where it stands; ``kind_before`` is the kind of the word before it."""
    surname, given, before = each.surname, each.given, each.before
    if before in DEGREE_ADVERBS or given in _OFFICES or given == surname:
        return True
    if surname == "全" and given[0] in _WHOLE:
        return True  # 全镇, 全诗 + 强调
    if surname == "时" and before[0] != OPENING and before not in BEFORE_PERSONS and kind_before[:1] in "vad":
        return True  # 开始 + 时 + 国安队
    if given in _RANKS and each.after in _HEADS:
        return True  # 王 + 大 + 头领
    if before in _TAKING and given[0] == "相":
        return True  # 照 + 张 + 相
    return given in _NOT_ALONE or sounds_foreign(surname + given)  # 吴 + 曾 + 任; 杜布瓦


def is_said(each: Candidate, kind_before: str) -> float:
    """Return what it counts that somebody is said to be called so, or to be something.

    名叫 + 钱小多, and 警员 + 顾小满, in which no two characters are a word.
    """
    if each.shape == "111" and is_role(each.before, kind_before.replace("?", "n")):
        return BESIDE
    if each.after[0] != CLOSING:
        return 0.0
    return NAMED if each.before in CALLED else BESIDE * (each.before == "叫")


def beside(each: Candidate, words: Sequence[str], is_name: Callable[[int], bool]) -> bool:
    """Whether a candidate stands beside a sure name, with 和 between; ``is_name`` says so of a word's index."""
    if each.before in AND and each.first > 1 and is_name(each.first - 2):
        return True
    return each.after in AND and not each.rest and each.last + 1 < len(words) and is_name(each.last + 1)
