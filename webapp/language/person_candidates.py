"""List what may be a person's name in a run cut into words: a surname and one or two characters.

A name begins where a word does; it may end inside one (郑爽 + 快 is cut 郑 + 爽快).
What is told from the characters alone is left out before anything is weighed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from itertools import compress
from operator import itemgetter
from typing import NamedTuple

from webapp.language.forms_of_address import COMMON_SURNAMES, SHORT_TITLES
from webapp.language.script import is_han
from webapp.language.segmentation import Segmenter
from webapp.language.word_classes import RARELY_SURNAMES, SURNAMES, TITLES_AFTER_NAMES

DOUBLE = frozenset(surname for surname in SURNAMES if len(surname) == 2)
SINGLE = SURNAMES - DOUBLE - (RARELY_SURNAMES - frozenset("时应那于全钱万边鹿花"))
FIRSTS = SINGLE | {surname[0] for surname in DOUBLE}
"""What a name begins with."""
MARKS = frozenset('，。！？、：“”（）《》；,.!?:()"')
"""Marks that are kinds of their own; any other is a blank, a figure # and a letter A."""
_FIRST = itemgetter(0)  # character of a word
OPENING, CLOSING = "^", "$"
"""What a mark on the left and on the right of a run begins with."""
IMPOSSIBLE = float("-inf")
LIKELIEST = -4.0
"""No word is likelier, in log probability (了 is -4.2)."""
ROUNDING = 1e-6
NEITHER = (IMPOSSIBLE, IMPOSSIBLE)
_SIZES = {1: "1", 2: "2", 3: "3"}
_STATES = frozenset("唐宋魏吴韩明金汉秦楚齐赵燕元辽隋晋蜀梁陈周夏殷")
_OF_STATES = frozenset("军兵朝王廷帝师使将室皇")
"""What states and dynasties have that are called like a family: 唐 + 军."""
_OF_FAMILIES = frozenset("家府门氏")
"""What stands after a family's name: 贾 + 府."""
_RANKS = frozenset("大二三四五六七八九十老小太")
_KIN = frozenset("爷奶娘婆公嫂哥姐妈叔伯婶姨舅姑妹弟")
_CALLINGS = _KIN | frozenset("士尚官员人匠师长生姥头爸教")
"""What words for persons end in: 张 + 道士."""


class Listing(Enum):
    """What the word graph has a word for."""

    WORD = "a word like others, or none"
    NAME = "a name that jieba lists"
    HEADWORD = "a name that the dictionary has"


class Candidate(NamedTuple):
    """A surname with a given name, and how its place is cut without it."""

    start: int
    surname: str
    given: str
    first: int  # index of the first of the words that it takes the place of
    last: int  # index of the word after them
    shape: str  # their lengths; + where the name ends inside the last one
    plain: float  # their log probability
    odds: float  # what the name is worth by itself against them
    before: str  # the word before it, or the mark, with ^ in front
    after: str  # the word after it, or the mark, with $ in front
    rest: tuple[str, ...]  # where the name ends inside a word, what is left of it and of the next, cut anew


def candidates(
    words: Sequence[str],
    run: str,
    around: tuple[str, str],
    segmenter: Segmenter,
    worth: Callable[[str, str, str], tuple[float, float]],
    listing: Callable[[str], Listing] = lambda word: Listing.WORD,
    plain_counts: tuple[float, float, float] = (0.0, 0.0, 0.0),
    least: float = IMPOSSIBLE,
) -> Iterator[Candidate]:
    """Yield what may be a name in a run cut into words.

    ``around`` are the characters around the run, "" at the ends of a sentence. ``worth`` says
    of a surname and the two characters after it what the name with one of them is worth by itself
    and what that with both, minus infinity where it is none.
    What is listed as a name and no headword is weighed as if it were no word.
    ``plain_counts`` is what it counts how likely the words are (nought or less), by the given
    name's length; what is worth less than ``least`` against them is left out.
    """
    start = at = 0
    size, count = len(run), len(words)
    weight = segmenter.weight
    for first in compress(range(count), map(FIRSTS.__contains__, map(_FIRST, words))):
        start += sum(map(len, words[at:first]))
        at = first
        middle = start + 1 if run[start : start + 2] not in DOUBLE else start + 2
        if middle >= size:
            break
        worths = worth(run[start:middle], run[middle], run[middle + 1 : middle + 2])
        if worths == NEITHER:
            continue
        word = words[first]
        if first and words[first - 1] == "小" and word in COMMON_SURNAMES:
            continue  # 小李养狗: 小李 has a dog, and nobody is called 李养狗
        begin = start + len(word)
        known = listing(word) if 1 < len(word) < 4 and word not in DOUBLE else Listing.WORD
        if known is Listing.HEADWORD:
            continue
        for end, own in enumerate(worths, middle + 1):
            if own == IMPOSSIBLE or (len(word) > 2 and end <= begin and known is Listing.WORD):
                continue
            last, border = first + 1, begin  # of the words that it takes the place of, and where they end
            while border < end:
                border += len(words[last])
                last += 1
            covered: Sequence[str] = words[first:last]
            rest: tuple[str, ...] = ()
            is_inside = border > end
            if is_inside and words[last - 1] in TITLES_AFTER_NAMES:
                continue  # 王 + 夫人
            if known is Listing.NAME:
                covered = [*run[start : min(end, begin)], *covered[1:]]
                if is_inside and last == first + 1:
                    if run[start:end] not in segmenter:
                        continue  # 林丹 + 赢, but not 周芷 + 若: 周芷 is in no list
                    rest, is_inside = (run[end:border],), False
            plain = weight(covered[0]) if len(covered) == 1 else sum(map(weight, covered))
            if is_inside:
                if last < count:
                    plain += weight(words[last])
                    border += len(words[last])
                    last += 1
                left = run[end:border]
                if own + plain_counts[end - middle] * (plain - _at_most(left, weight)) < least:
                    continue
                rest = segmenter.cut(left).words
                plain -= sum(map(weight, rest))
            odds = own + plain_counts[end - middle] * plain
            if odds < least:
                continue
            shape = "".join([_SIZES.get(len(each), "4") for each in covered])
            yield Candidate(
                start,
                run[start:middle],
                run[middle:end],
                first,
                last,
                shape + "+" if is_inside else shape,
                plain,
                odds,
                words[first - 1] if first else OPENING + mark(around[0]),
                rest[0] if rest else words[last] if last < count else CLOSING + mark(around[1]),
                rest,
            )


def _at_most(left: str, weight: Callable[[str], float]) -> float:
    """Return what the log probability of a string's likeliest cut is at most, sooner than it is cut."""
    if len(left) == 1:
        return weight(left)
    if len(left) > 3:
        return LIKELIEST
    most = weight(left[-2]) + weight(left[-1])
    most = max(most, weight(left[-2:]))
    if len(left) == 3:
        most = max(weight(left), weight(left[:2]) + weight(left[2]), weight(left[0]) + most)
    return most + ROUNDING


def mark(char: str) -> str:
    """Return what stands for a character beside a run; "" at the end of a text.

    >>> [mark(char) for char in ("，", "3", "三", "x", "%", "")]
    ['，', '#', '#', 'A', ' ', '']
    """
    if not char or char in MARKS:
        return char
    if char.isdigit() or is_han(char):
        return "#"
    return "A" if char.isalpha() else " "


def is_calling(surname: str, given: str, is_word: Callable[[str], bool]) -> bool:
    """Whether what follows a surname is no given name but what a person, family or state is called by.

    >>> def word(given): return given == "道士"
    >>> [is_calling(name[0], name[1:], word) for name in ("张道士", "王总", "贾府", "唐军", "贾二爷", "李金生")]
    [True, True, True, True, True, False]
    """
    return (
        given in TITLES_AFTER_NAMES
        or given[0] in SHORT_TITLES
        or given in _OF_FAMILIES
        or (given in _OF_STATES and surname in _STATES)
        or (len(given) == 2 and given[1] in _KIN and given[0] in _RANKS)
        or (len(given) == 2 and given[1] in _CALLINGS and is_word(given))
    )


def with_names(words: Sequence[str], found: Sequence[Candidate]) -> tuple[list[str], list[int]]:
    """Return the words, each name in one, with what a name bit into cut anew; and the names' indexes."""
    joined: list[str] = []
    places: list[int] = []
    at = 0
    for each in found:
        joined += words[at : each.first]
        places.append(len(joined))
        joined += (each.surname + each.given, *each.rest)
        at = each.last
    return joined + [*words[at:]], places
