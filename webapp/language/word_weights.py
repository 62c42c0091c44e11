"""Which strings may be words when a text is cut, and how likely each is.

The weights are jieba's: ``log(frequency / total)`` of its dictionary, the edge
weights of its word graph. Made once, when the lexicon is compiled; at run time
they are read from the compiled file (``lexicon/lexicon.py``).

What may be a word is decided here, for a learner who wants to hover what a
dictionary explains:

* every headword of the lexicon, also those that jieba does not have;
* of jieba's other words only those that are a name, an abbreviation or bound
  together so closely that the pieces do not stand alone (免征, 增至). Its
  compounds of free words (本书, 看过, 很快, 银行行长) are left out, so the cut falls
  between the pieces.
"""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from math import log

from webapp.language.jieba_names import HERO_DEEDS, heroes, is_name_and_deed, is_personal_name
from webapp.language.script import is_han
from webapp.language.word_classes import (
    ASPECTS,
    CLASSIFIERS,
    CLOSED_CLASS,
    COUNTING,
    DEMONSTRATIVES,
    DERIVING_PREFIXES,
    DERIVING_SUFFIXES,
    DIGITS,
    ENDS,
    NOT_COUNTED,
    PERSON_SUFFIXES,
)

STICKY_PMI = {"v": 3.0}
STICKY_PMI_OTHERWISE = 5.0
"""Two characters are bound together from this pointwise mutual information on ..."""
STICKY_FREEDOM = {"v": 0.17}
STICKY_FREEDOM_OTHERWISE = 0.13
"""... when one of them stands alone in at most this share of its occurrences."""
FREE_FREEDOM = 0.2
FREE_FREQUENCY = 2000
VERB_FREEDOM = 0.1
"""A character that stands alone at least this often is a word of its own (a verb, before its object)."""
UNKNOWN_FREQUENCY = 3
"""jieba lists words of other dictionaries with this frequency, or a lower one."""
PHRASE_MALUS = 0.5
"""A free phrase is this much less likely than its pieces."""
BOUND_FREEDOM = 0.25
"""A character that stands alone more rarely than this is weighed down when it does, ..."""
BOUND_WEIGHT = 0.5
"""... by this much for each factor of e."""
MINIMUM_FREQUENCY = 20
"""Of jieba's own words, rarer ones are noise more often than words."""
WELL_KNOWN_FREQUENCY = 100
"""A proper name made of two words (网络安全) is kept whole when it is at least this common."""
LONG_WORD_BONUS = 0.7
"""A headword of three or more characters beats its own best split by this much."""
NEW_WORD_BONUS = 0.3
"""The same for a headword of two characters that jieba's corpus did not have."""

POTENTIAL = ENDS | frozenset("了着及")
"""Headwords that end so after 不 or 得 are complements of a verb, kept whole: 看不见, 受不了."""

_COUNTING_THINGS = frozenset("棵匹只块封杯瓶碗张条根头件本支行")
"""What stands after a number in jieba's names (songs, most of them) and counts what follows."""
MIXED = "mixed"
"""The tag of headwords with Latin letters or digits in them: 卡拉OK, T恤."""

_NAME_TAGS = ("nr", "ns", "nt", "nz")
_OPEN_TAGS = frozenset({"v", "n", "vn", "a", "an", "ad", "b", "j"})


def word_weights(headwords: Collection[str]) -> dict[str, tuple[float, str]]:
    """Return ``{word: (log probability, part of speech)}`` for all that may be a word.

    The part of speech is jieba's tag (ICTCLAS set: n, v, a, d, m, q, r, p, c, u,
    nr, ns ...), "" where jieba does not know the word.
    """
    jieba = {word: (frequency, tag) for word, frequency, tag in _jieba_dictionary()}
    total = sum(frequency for frequency, _ in jieba.values())
    log_total = log(total)
    known = set(headwords)
    freedom = _freedom(jieba)
    weights: dict[str, tuple[float, str]] = {}
    for word in sorted(known, key=lambda w: (len(w), w)):
        if all(map(is_han, word)):
            if len(word) == 2 and word[0] in COUNTING and word[1] in CLASSIFIERS and word not in NOT_COUNTED:
                continue
            frequency, tag = jieba.get(word, (0, ""))
            weight = log(frequency) - log_total if frequency else -log_total
            split = _best_split(word, weights)
            if split is not None and _is_free_phrase(word, frequency, jieba, freedom):
                weight = min(weight, split - PHRASE_MALUS)
            elif split is not None and len(word) > 2:
                weight = max(weight, split + LONG_WORD_BONUS)
            elif split is not None and not frequency:
                weight = max(weight, split + NEW_WORD_BONUS)
            weights[word] = (weight, tag)
        elif any(map(is_han, word)) and len(word) < 8:
            weights[word] = (-log_total, MIXED)
    for char, free in freedom.items():
        if char in weights and char not in DIGITS and free < BOUND_FREEDOM:
            weight, tag = weights[char]
            weights[char] = (weight + BOUND_WEIGHT * log(max(free, 0.002) / BOUND_FREEDOM), tag)
    known_heroes = heroes(jieba)
    for name, frequency in known_heroes.items():
        weights.setdefault(name, (log(frequency) - log_total, "nr"))
    for word, (frequency, tag) in jieba.items():
        if word not in weights and len(word) > 1 and all(map(is_han, word)):
            if tag.startswith("nr") and (
                is_name_and_deed(word, frequency, jieba)
                or (len(word) == 3 and word[:2] in known_heroes and word[2] in HERO_DEEDS)
            ):
                continue
            if _is_fixed(word, frequency, tag, known, lambda pair: _is_sticky(pair, jieba, freedom, total)):
                weights[word] = (log(frequency) - log_total, tag)
    return weights


def _jieba_dictionary() -> Iterator[tuple[str, int, str]]:
    """Yield (word, frequency, part of speech) of jieba's own dictionary.

    Read as a text file: jieba's tokenizer would load a cache from the shared
    temporary folder, which anybody can plant, without checking whose it is.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # invalid escapes and pkg_resources, only on import
        import jieba
    with jieba.Tokenizer().get_dict_file() as lines:
        for line in lines:
            word, frequency, tag = line.decode("utf-8").split()
            yield word, int(frequency), tag


def _best_split(word: str, weights: dict[str, tuple[float, str]]) -> float | None:
    """Return the weight of the likeliest cut of ``word`` into shorter words."""
    best: list[float] = [0.0]
    for end in range(1, len(word) + 1):
        scores = [
            best[start] + weights[word[start:end]][0]
            for start in range(end)
            if word[start:end] in weights and best[start] > float("-inf")
        ]
        best.append(max(scores, default=float("-inf")))
    return best[-1] if len(word) > 1 and best[-1] > float("-inf") else None


def _freedom(jieba: Mapping[str, tuple[int, str]]) -> dict[str, float]:
    """Return the share of a character's occurrences in which it stands alone."""
    inside: Counter[str] = Counter()
    for word, (frequency, _) in jieba.items():
        for char in set(word):
            inside[char] += frequency
    return {char: jieba.get(char, (0, ""))[0] / count for char, count in inside.items() if count}


def _is_free_phrase(
    word: str, frequency: int, jieba: Mapping[str, tuple[int, str]], freedom: Mapping[str, float]
) -> bool:
    """Tell a phrase that the dictionary happens to list (请坐, 坏了, 过马路) from a word (算力, 加密货币).

    What jieba's corpus took for a word is one, but for verbs with their result: 吃 + 完.
    """
    if len(word) == 2 and word[1] in "完光" and jieba.get(word[0], (0, ""))[1].startswith("v"):
        return True
    if frequency > UNKNOWN_FREQUENCY:
        return False
    if len(word) == 2:
        return word[1] in ASPECTS or all(
            freedom.get(char, 0.0) >= FREE_FREEDOM and jieba.get(char, (0, ""))[0] >= FREE_FREQUENCY
            for char in word
        )
    if len(word) == 3 and word[1] in "不得" and word[0] != word[2] and word[2] in POTENTIAL:
        return False
    if (
        len(word) == 3
        and word[2] == "了"
        and word[1] not in "不得"
        and jieba.get(word[:2], (0, ""))[0] > FREE_FREQUENCY
    ):
        return True  # 知道 + 了
    if len(word) == 3:
        tag = jieba.get(word[0], (0, ""))[1]
        return tag[:1] in ("v", "u") and freedom.get(word[0], 0.0) >= VERB_FREEDOM and word[1:] in jieba
    return False


def _is_sticky(
    pair: str, jieba: Mapping[str, tuple[int, str]], freedom: Mapping[str, float], total: int
) -> bool:
    """Tell two characters that do not stand apart (免征) from two words side by side (长剑)."""
    frequency, tag = jieba[pair]
    apart = [max(jieba.get(char, (0, ""))[0], 1) for char in pair]
    information = log(frequency * total / (apart[0] * apart[1]))
    return information >= STICKY_PMI.get(tag, STICKY_PMI_OTHERWISE) and min(
        freedom[char] for char in pair
    ) <= STICKY_FREEDOM.get(tag, STICKY_FREEDOM_OTHERWISE)


def _is_fixed(
    word: str, frequency: int, tag: str, headwords: set[str], is_sticky: Callable[[str], bool]
) -> bool:
    """Tell whether a word that only jieba has is a name or a fixed term."""
    if tag.startswith("nr"):
        return is_personal_name(word, headwords)
    if tag == "nz" and len(word) == 4 and frequency >= WELL_KNOWN_FREQUENCY:
        return True
    if tag == "n" and len(word) == 2 and word[1] in PERSON_SUFFIXES and frequency >= WELL_KNOWN_FREQUENCY:
        return True
    if tag == "nz" and (len(word) == 2 or _is_counted(word, headwords)):
        return False
    if tag.startswith(_NAME_TAGS) and len(word) == 3 and word[0] in DIGITS and word[1] in _COUNTING_THINGS:
        return False  # 一棵树, 两匹马
    if tag.startswith(_NAME_TAGS):
        return is_sticky(word) if len(word) == 2 else len(word) <= 4 and not _is_phrase(word, headwords)
    if len(word) == 2:
        return (
            frequency >= MINIMUM_FREQUENCY
            and tag in _OPEN_TAGS
            and not CLOSED_CLASS.intersection(word)
            and is_sticky(word)
        )
    if len(word) == 3 and frequency >= MINIMUM_FREQUENCY and tag in _OPEN_TAGS:
        derived = word[2] in DERIVING_SUFFIXES and word[:2] in headwords
        return derived or (word[0] in DERIVING_PREFIXES and word[1:] in headwords)
    return tag == "j" and frequency >= MINIMUM_FREQUENCY and word[0] not in DIGITS | DEMONSTRATIVES


def _is_counted(word: str, headwords: set[str]) -> bool:
    """Tell a thing with its number (十块钱, 十杯水) from a name that begins with one (百家乐)."""
    return word[0] in DIGITS and word[1] in CLASSIFIERS and word[2:] in headwords


def _is_phrase(word: str, headwords: set[str]) -> bool:
    """Tell 美国政府 (two headwords) from 鄂西北 (none)."""
    return any(word[:cut] in headwords and word[cut:] in headwords for cut in range(1, len(word)))
