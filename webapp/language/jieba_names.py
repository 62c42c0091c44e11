"""Which of the names that jieba lists are names: its own guessing on novels took much else for one.

Used once, when the words are weighed (``word_weights.py``).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from webapp.language.word_classes import FUNCTION_SURNAMES, NEVER_GIVEN, RARELY_SURNAMES, SURNAMES

NAME_FREQUENCY = 5
"""A name of two characters is this much commoner than the same with a verb or adverb after it."""
HERO_DEEDS = frozenset("笑问听叫便也又就在忙答哭喊骂叹见心忽怒惊喜伸正已却才急")
HERO_SEEN = 3
"""jieba's guessing took the hero of a novel together with what he does, 黄蓉笑, 黄蓉叹: from so many of them 黄蓉 is a name."""
_DEEDS = ("v", "d", "p", "c", "u", "r", "f", "m", "a")


def is_personal_name(word: str, headwords: Collection[str]) -> bool:
    """Tell a Chinese personal name (王琦瑶) from what jieba also tags as one (古建筑)."""
    for surname in (word[:2], word[:1]):
        given = word[len(surname) :]
        if surname in SURNAMES - FUNCTION_SURNAMES and 1 <= len(given) <= 2 and len(word) >= 3:
            return (
                given not in headwords and word[:2] not in headwords and not NEVER_GIVEN.intersection(given)
            )
    return False


def is_name_and_deed(word: str, frequency: int, jieba: Mapping[str, tuple[int, str]]) -> bool:
    """Tell what jieba's own guessing made of a novel, 吕布 + 领, 高 + 开 + 高, from a name (章子怡)."""
    if len(word) != 3:
        return False
    name = jieba.get(word[:2], (0, ""))
    is_longer = name[1].startswith("nr") and name[0] >= NAME_FREQUENCY * frequency
    deed = jieba.get(word[2], (0, ""))[1]
    return word[0] == word[2] or (is_longer and deed[:1] in _DEEDS)


def heroes(jieba: Mapping[str, tuple[int, str]]) -> dict[str, int]:
    """Return the names of two characters that jieba has only with a doing after them, and how often in all."""
    deeds: dict[str, list[int]] = {}
    for word, (frequency, tag) in jieba.items():
        if len(word) == 3 and tag.startswith("nr") and word[2] in HERO_DEEDS and word[:2] not in jieba:
            deeds.setdefault(word[:2], []).append(frequency)
    return {
        name: sum(counts)
        for name, counts in deeds.items()
        if len(counts) >= HERO_SEEN
        and name[0] in SURNAMES - FUNCTION_SURNAMES - RARELY_SURNAMES
        and name[1] not in NEVER_GIVEN | {"大", "一"}
    }
