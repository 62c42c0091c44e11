"""Find how people call each other: 小王, 老李, 王总, 李姐, 阿强, 翠儿, 婷婷. Each is one token, a name.

A surname with a title of two syllables (王老师) stays two words, both of which the
dictionary has; ``constructions.py`` says there how they belong together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from webapp.language.cues import Classify
from webapp.language.word_classes import BEFORE_PERSONS, RARELY_SURNAMES, SURNAMES

FAMILIAR = {"小": "for somebody younger", "老": "for somebody of one's own age or older"}
"""What stands before a surname among people who know each other, and for whom."""
SHORT_TITLES = {
    "总": "manager, chief (总经理)", "董": "member of the board (董事)", "工": "engineer (工程师)", "导": "director (导演)",
    "局": "head of the bureau (局长)", "队": "captain (队长)", "哥": "elder brother", "姐": "elder sister", "嫂": "elder sister-in-law",
    "叔": "uncle", "婶": "aunt", "姨": "aunt", "爷": "grandfather, master", "某": "a certain", "氏": "of the family", "公": "the honourable", "帝": "emperor",
}  # fmt: skip
"""Titles of one syllable, said straight after a surname."""
_TWICE = frozenset("婷倩琳媛莉娜雯薇姗蓓璐妮萍颖莹妍嫣璇芸琪瑶玥珊敏芬雅慧娟楠彤涵萱丽芳玲燕佳")
"""Characters of given names that, said twice, are somebody's pet name and no word: 婷婷."""
_TWICE_TOO = frozenset("乐军轩豪博宇晨涵睿瑞嘉思宁康磊雷龙虎凯鹏辉阳洋涛浩强亮明冬彬壮毛豆贝圆甜欢珍玉")
"""Those that are so only where a person stands: 表弟 + 乐乐, but 明明 is obviously."""
_KIN = frozenset(
    "表弟 表妹 表哥 表姐 堂弟 堂妹 堂哥 堂姐 弟弟 妹妹 哥哥 姐姐 儿子 女儿 孙子 孙女 外孙 侄子 侄女 同桌 邻居 小狗 小猫 宝宝".split()
)
_BEFORE_ER = frozenset("翠莺婉蓉霄颦坠娟鹃嫣瑶琪婵袭萍珍芸菱黛钏莲湘雯燕霞凤娥柳梅菊兰桃杏玉雪")
"""Characters of given names that with 儿 are what a girl or a child is called: 翠儿."""
_PLANTS_TOO = frozenset("莲燕霞凤柳梅菊兰桃杏玉雪")
"""Those of them that are things too: 桃儿 may be a peach."""
PET_NAMES = _TWICE | _TWICE_TOO | {"儿"}
_MARKS = frozenset((*FAMILIAR, *SHORT_TITLES, "阿", *PET_NAMES))
COMMON_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许沈曾彭吕苏卢蒋蔡贾丁魏薛阎潘杜戴夏汪任姜范姚谭廖邹郝崔邱秦侯"
    "邵孟尹黎贺赖龚陶阮陆顾俞樊聂翟"
    "裘冼覃甄佟祁詹骆窦滕虞柯嵇邬卞闵庞娄褚晏蔺阚邢倪岑殷戚葛鲍裴瞿鄢晁"
    "纪郗缪逯雒訾仝郄庹綦亓谌蒯逄阙郜郦酆昝荀佘冉"
)
"""The commonest surnames, and others, whose character is rarely a word of its own."""
_WORDS_TOO = frozenset("马高钱白金江方田石孔毛叶龙常史段余钟雷熊汤")
"""Common surnames that are everyday words as well: 老马 may be an old horse."""
_FAMILIES = frozenset(surname for surname in SURNAMES - RARELY_SURNAMES if len(surname) == 1)
_MEETING = BEFORE_PERSONS | frozenset("把替陪等")
"""What a person's name often follows, when it surely is one ..."""
_ACTING = frozenset("说道笑问听见看想走来去也都就又还才在把被给对向跟和与是有没不会能要家")
"""... and what often follows one."""


def forms_of_address(
    words: Sequence[str], is_given: Callable[[str], float], classify: Classify
) -> list[tuple[int, int]]:
    """Return the ranges of words that together call somebody by name.

    >>> def nothing(word): return frozenset()
    >>> forms_of_address(["小", "王", "找", "李", "姐"], lambda given: 0.0, nothing)
    [(0, 2), (3, 5)]
    """
    found: list[tuple[int, int]] = []
    if _MARKS.isdisjoint(words):
        return found
    for index in range(len(words) - 1):
        first, second = words[index], words[index + 1]
        before = words[index - 1] if index else ""
        if found and found[-1][1] > index:
            continue
        if _is_pet_name(words, index):
            found.append((index, index + 2))
        elif first in FAMILIAR:
            is_name = second in COMMON_SURNAMES and "degree" not in classify(before)
            if is_name or (second in _WORDS_TOO and first == "老" and _is_between(words, index, index + 2)):
                found.append((index, index + 2))
        elif second in SHORT_TITLES:
            is_counted = not classify(before).isdisjoint(("number", "demonstrative")) if before else False
            is_surname = first in COMMON_SURNAMES or (second == "氏" and first in _FAMILIES)
            if (is_surname or (second == "帝" and len(first) == 1)) and not is_counted:
                found.append((index, index + 2))
        elif (
            first == "阿"
            and len(second) == 1
            and is_given(second) > ODDS_AFTER_A
            and (_acts(words[index + 2], classify) if index + 2 < len(words) else bool(before) or not index)
        ):
            found.append((index, index + 2))
    return found


ODDS_AFTER_A = -2.5
"""阿 alone stands before little but names and kin: weak odds of a given name will do."""


def _acts(word: str, classify: Classify) -> bool:
    """Whether a word is what follows a person's name: 阿哲 + 早就."""
    return word in _ACTING or (len(word) > 1 and "adverb" in classify(word))


def _is_pet_name(words: Sequence[str], index: int) -> bool:
    """Whether two characters are what somebody is called at home: 婷婷, 翠儿."""
    first, second = words[index], words[index + 1]
    if first == second:
        is_person = _is_between(words, index, index + 2) or (index > 0 and words[index - 1] in _KIN)
        return first in _TWICE or (first in _TWICE_TOO and is_person)
    is_sure = first not in _PLANTS_TOO or _is_between(words, index, index + 2)
    return second == "儿" and first in _BEFORE_ER and is_sure


def _is_between(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a range stands where a person does: after nothing or 和, before what a person does."""
    before = words[start - 1] if start else ""
    after = words[end] if end < len(words) else ""
    return (not before or before in _MEETING) and (after in _ACTING or (bool(before) and not after))
