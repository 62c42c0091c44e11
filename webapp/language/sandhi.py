"""Citation tones -> spoken tones, within what is said without a pause.

Three changes are made, those that change a tone into another one: 一 and 不
(``yi_bu.py``), and a third tone before a third tone. Where several thirds meet,
words decide: first inside each word by its halves (小|老虎 xiǎo láo hǔ, 展览|馆
zhán lán guǎn), one-syllable words in pairs (请你|给我|买 qíng nǐ géi wó mǎi), then at
the seams. The half third tone, and third tones before a full tone, stay unmarked.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from webapp.language.document import Word
from webapp.language.sounds import ERHUA, Sounds, changing, is_third_underneath
from webapp.language.stretch import Stretch
from webapp.language.yi_bu import DIGITS, settle_yi_bu

# Words that stand before a word of two syllables (小|老虎), except where they are part of one (小组|长).
_BEFORE_A_WORD = frozenset("小老女纸紙米假好总總")
_CLOSE_PAIRS = frozenset(
    (
        "小组",
        "小組",
        "小姐",
        "小伙",
        "小品",
        "小写",
        "小指",
        "小雨",
        "老板",
        "老闆",
        "老总",
        "老虎",
        "老鼠",
        "老底",
    )
    + ("女子", "女友", "纸板", "好友", "好感", "好转", "总统", "總統", "总理", "總理", "总管", "总体", "总长")
)
# What closes the word before it where it stands as a word of its own: 小组|长, 文化|馆, 小组|里.
_CLOSING = frozenset("长長馆館厂廠法品者里裡裏")


# What is said together with the measure word after it: 你|几点|来, 买|两把.
_COUNTING = frozenset("几幾五九两兩哪每")
_THIRDS, _THIRD_AND_NEUTRAL = bytes((3, 3)), bytes((3, 5))
"""Tones side by side."""


def spoken(words: Sequence[Word], sounds: Sounds | None = None) -> list[tuple[str, ...] | None]:
    """Return, for each word of a sentence, its syllables as spoken, or None where they are the citation tones.

    ``sounds`` remembers words from sentence to sentence.
    """
    result: list[tuple[str, ...] | None] = [None] * len(words)
    sounds = sounds or Sounds()
    for start, end in changing(words, sounds):
        stretch = Stretch(words[start:end], sounds)
        settle_yi_bu(stretch)
        _settle_thirds(stretch)
        for place, syllables in stretch.changed():
            result[start + place] = syllables
    return result


def _settle_thirds(stretch: Stretch) -> None:
    """Raise third tones inside the feet, then at the seams between them, from the end of the stretch."""
    tones, chars = stretch.tones, stretch.chars
    said = bytes(tones)
    is_before_neutral = _THIRD_AND_NEUTRAL in said
    if is_before_neutral:
        for at in range(1, len(tones)):
            if tones[at] == 5 and tones[at - 1] == 3 and is_third_underneath(chars[at - 1], chars[at]):
                tones[at - 1] = 2
    if _THIRDS not in said and not (is_before_neutral and any(each in chars for each in ERHUA)):
        return  # most stretches; the 儿 of 哪儿 is no neighbour
    feet = _feet(stretch)
    for foot in feet:
        for at, following in pairwise(foot):
            _raise_third(stretch, at, following)
    for left, right in zip(reversed(feet[:-1]), reversed(feet[1:]), strict=True):
        _raise_third(stretch, left[-1], right[0])


def _raise_third(stretch: Stretch, at: int, following: int) -> None:
    tones, chars = stretch.tones, stretch.chars
    is_spelt = chars[at] in DIGITS and chars[following] in DIGITS  # 一九九八: each digit is said for itself
    if tones[at] == tones[following] == 3 and not is_spelt:
        tones[at] = 2


def _feet(stretch: Stretch) -> list[list[int]]:
    """Group syllables as they are said together: one or two each, the 儿 of 哪儿 being none of its own."""
    tones, chars = stretch.tones, stretch.chars
    feet: list[list[int]] = []
    is_open = False  # the last foot is one word of one syllable in the third tone
    for word in stretch.words:
        said = [at for at in word if not (tones[at] == 5 and chars[at] in ERHUA)]
        if len(said) == 1 and tones[said[0]] == 3:
            if feet and len(feet[-1]) == 2 and not is_open and chars[said[0]] in _CLOSING:
                feet[-1] += said
                continue
            if is_open and chars[said[0]] not in _COUNTING:
                feet[-1] += said
                is_open = False
            else:
                feet.append(said)
                is_open = True
            continue
        is_open = False
        if (
            len(said) == 3
            and chars[said[0]] in _BEFORE_A_WORD
            and chars[said[0]] + chars[said[1]] not in _CLOSE_PAIRS
        ):
            feet.append([said.pop(0)])
        feet += [said[at : at + 2] for at in range(0, len(said), 2)]
    return feet
