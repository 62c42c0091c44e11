"""What tells a person's name from words: the features that ``persons.py`` weighs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from webapp.language.given_names import GivenNames
from webapp.language.overlaps import kind_of
from webapp.language.person_candidates import CLOSING, OPENING, Candidate
from webapp.language.word_classes import CLOSED_CLASS, TITLES_AFTER_NAMES

_ROLES = frozenset(
    "教练 导演 作家 选手 后卫 前锋 中锋 门将 名将 老将 球星 歌星 影星 明星 诗人 画家 元帅 司令 参谋 秘书 助理 发言人 负责人 创始人 "
    "主持人 候选人 当事人 嫌疑人 继承人 军人 老人 工人 农民 村民 居民 市民 网友 医师 战士 烈士 英雄 模范 冠军 亚军 院士 学士 硕士 "
    "副总 首席 书法家 职工 青年 妻子 丈夫 儿子 女儿 弟弟 哥哥 妹妹 姐姐 父亲 母亲 之子 之女 演员 司机 同桌 闺蜜 室友 男友 女友 学霸 校花".split()
)
_ROLE_ENDINGS = frozenset("长员者师家官星手理总民")
_NAMES = ("nr", "ns", "nt", "nz")
TWICE = "twice"
"""That a given name is one character said twice: 冰冰."""
KEPT = 15_000
"""So many words' kinds are kept: a hostile text could have any number of them."""


def own_features(surname: str, given: str, kinds: Mapping[str, str], names: GivenNames) -> Iterator[str]:
    """Yield the features of a name alone; ``kinds`` has what its last character is as a word.

    Each belongs to the surname or to one character, so that their worths can be kept (``person_worth.py``).
    """
    length, last = len(given), given[-1]
    yield from surname_features(surname, length)
    yield from last_features(last, length, kinds[last], names.last(last), names.likelihood(last))
    if length == 2:
        yield from first_features(given[0], names.first(given[0]))
        if given[0] == last:
            yield TWICE


def surname_features(surname: str, length: int) -> Iterable[str]:
    """Return the features of a surname before a given name of that length."""
    return str(length), f"s {surname}", f"{length} s {surname}"


def first_features(char: str, odds: float) -> Iterable[str]:
    """Return the features of the first character of two; ``odds`` of it as such."""
    return f"a {char}", f"2 first {_level(odds, 2)}"


def last_features(char: str, length: int, kind: str, odds: float, likelihood: float) -> Iterable[str]:
    """Return the features of a given name's last character, or only one; ``likelihood`` of it alone."""
    features = (
        f"{'g' if length == 1 else 'z'} {char}",
        f"{length} ends {kind[:1]}",
        f"{length} last {_level(odds, 4)}",
        f"{length} rare {_level(likelihood, 11)}",
    )
    return (*features, f"{length} closed") if char in CLOSED_CLASS else features


def _level(odds: float, most: int) -> int:
    level = round(odds)
    return most if level > most else max(level, -most)


def around_features(
    length: int, before: str, after: str, kinds: Mapping[str, str], coarse: Mapping[str, str]
) -> Iterator[str]:
    """Yield the features of what stands around a given name of that length.

    ``kinds`` has the kind of a word, or an everyday word itself, ``coarse`` the kind of all.
    """
    yield from before_features(length, before, kinds, coarse)
    yield from after_features(length, after, kinds)
    yield f"{coarse[before]} {coarse[after]}"


def before_features(
    length: int, before: str, kinds: Mapping[str, str], coarse: Mapping[str, str]
) -> Iterator[str]:
    """Yield the features of what stands before a name."""
    yield f"{kinds[before]} <"
    yield f"{length} {kinds[before]} <"
    if is_role(before, coarse[before]):
        yield f"{length} role"


def after_features(length: int, after: str, kinds: Mapping[str, str]) -> Iterator[str]:
    """Yield the features of what stands after it."""
    yield f"> {kinds[after]}"
    yield f"{length} > {kinds[after]}"
    if after in TITLES_AFTER_NAMES:
        yield f"{length} title"


def place_features(each: Candidate, kinds: Mapping[str, str], coarse: Mapping[str, str]) -> Iterable[str]:
    """Return the features of a name in its place, beside those of its own and of what stands around."""
    length, surname = len(each.given), each.surname
    features = (
        f"{length} shape {each.shape}",
        f"{surname} {coarse[each.before]}",
        f"{surname} > {coarse[each.after]}",
    )
    return features if length == 1 else (*features, f"{coarse[each.given[1]]} + {kinds[each.after]}")


def is_role(word: str, kind: str) -> bool:
    """Whether a word of this coarse kind says what somebody is, as stands before a name: 记者, 发言人, 主教练."""
    return (
        word in _ROLES
        or word in TITLES_AFTER_NAMES
        or (len(word) > 1 and word[-1] in _ROLE_ENDINGS and (kind[0] == "n"))
    )


class Kinds(dict[str, str]):
    """The kind of each word or mark, found when first asked for. That of an everyday word is the word itself."""

    def __init__(self, tags: Mapping[str, str], everyday: Collection[str]) -> None:
        super().__init__({word: word for word in everyday})
        self._tags = tags

    def __missing__(self, word: str) -> str:
        kind = word if word[0] in (OPENING, CLOSING) else kind_of(word, self._tags.get(word, ""))
        if len(self) < KEPT:
            self[word] = kind
        return kind


class Coarse(dict[str, str]):
    """The part of speech of each word in a letter, that of a mark ^ or $."""

    def __init__(self, tags: Mapping[str, str]) -> None:
        super().__init__()
        self._tags = tags

    def __missing__(self, word: str) -> str:
        tag = word[0] if word[0] in (OPENING, CLOSING) else self._tags.get(word, "")
        kind = tag[:2] if tag[:2] in _NAMES else tag[:1] or "?"
        if len(self) < KEPT:
            self[word] = kind
        return kind
