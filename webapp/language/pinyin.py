"""One pinyin syllable in its several spellings, and syllables joined to words.

Inside the engine a syllable is *numbered*: ``hang2``, ``lü4``, ``de5``, with a
capital in proper names (``Bei3``). Here it becomes what a reader sees
(``háng``, ``ㄏㄤˊ``), and what dictionaries write (``lu:4``, ``lv4``) becomes
numbered. Whatever is no syllable (a letter of 卡拉OK, a comma, a dot) passes
through unchanged; CC-CEDICT's ``xx5``, "reading unknown", is shown as nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

UNKNOWN = "xx5"
_ERHUA = "r5"
_MARKS = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300", "5": ""}
_TONES = {mark: tone for tone, mark in _MARKS.items() if mark}
_LETTERS = r"[A-Za-zÜüÊê:]"
_NUMBERED = re.compile(rf"{_LETTERS}+[1-5]")
# CC-CEDICT writes single syllables ("pin1 yin1") or, since 2025, words ("pin1yin1").
_PIECE = re.compile(rf"{_LETTERS}+[1-5]|[A-Za-z]+|[0-9]+|[·,]|[^\sA-Za-z0-9·,]+")
# Where the mark goes: on a or e; on the o of "ou"; else on the last vowel; m, n and ng bear it themselves.
_BEARER = re.compile(r"[aeê]|o(?=u)|[oiuü](?![aeêoiuü])|^h?[mn](?=g?$)", re.IGNORECASE)

_PAIR = re.compile(r"(\S+)=(\S+)")
_INITIALS: dict[str, str] = dict(
    _PAIR.findall(
        "b=ㄅ p=ㄆ m=ㄇ f=ㄈ d=ㄉ t=ㄊ n=ㄋ l=ㄌ g=ㄍ k=ㄎ h=ㄏ j=ㄐ q=ㄑ x=ㄒ "
        "zh=ㄓ ch=ㄔ sh=ㄕ r=ㄖ z=ㄗ c=ㄘ s=ㄙ"
    )
)
_FINALS: dict[str, str] = dict(
    _PAIR.findall(
        "a=ㄚ o=ㄛ e=ㄜ ê=ㄝ ai=ㄞ ei=ㄟ ao=ㄠ ou=ㄡ an=ㄢ en=ㄣ ang=ㄤ eng=ㄥ er=ㄦ ong=ㄨㄥ "
        "i=ㄧ ia=ㄧㄚ io=ㄧㄛ ie=ㄧㄝ iai=ㄧㄞ iao=ㄧㄠ iu=ㄧㄡ iou=ㄧㄡ ian=ㄧㄢ in=ㄧㄣ iang=ㄧㄤ ing=ㄧㄥ iong=ㄩㄥ "
        "u=ㄨ ua=ㄨㄚ uo=ㄨㄛ uai=ㄨㄞ ui=ㄨㄟ uei=ㄨㄟ uan=ㄨㄢ un=ㄨㄣ uen=ㄨㄣ uang=ㄨㄤ ueng=ㄨㄥ "
        "ü=ㄩ üe=ㄩㄝ ue=ㄩㄝ üan=ㄩㄢ ün=ㄩㄣ r=ㄦ m=ㄇ n=ㄋ ng=ㄫ hm=ㄏㄇ hng=ㄏㄫ"
    )
)
_ZHUYIN_MARKS = {"1": "", "2": "ˊ", "3": "ˇ", "4": "ˋ"}


def parse(pinyin: str) -> tuple[str, ...]:
    """Read a dictionary's pinyin into numbered syllables; letters, ``·`` and ``,`` are items of their own.

    >>> parse("nu:3 ren2")
    ('nü3', 'ren2')
    >>> parse("Bei3jing1 Da4xue2"), parse("ka3 la1 O K"), parse("na3r5"), parse("LV4")
    (('Bei3', 'jing1', 'Da4', 'xue2'), ('ka3', 'la1', 'O', 'K'), ('na3', 'r5'), ('LÜ4',))
    """
    return tuple(_with_umlaut(piece) for piece in _PIECE.findall(pinyin))


def _with_umlaut(piece: str) -> str:
    if not piece[-1].isdigit():
        return piece
    piece = piece.replace("u:", "ü").replace("U:", "Ü")
    return piece.replace("v", "ü").replace("V", "Ü")


def tone(syllable: str) -> int:
    """Return the tone 1-5 of a numbered syllable, 0 of what is none.

    >>> tone("hang2"), tone("K")
    (2, 0)
    """
    return int(syllable[-1]) if _NUMBERED.fullmatch(syllable) else 0


def to_marks(numbered: str) -> str:
    """Write numbered syllables with tone marks; one syllable, or several with spaces between them.

    >>> to_marks("hang2"), to_marks("Lü4"), to_marks("liu2"), to_marks("gui4"), to_marks("ng2")
    ('háng', 'Lǜ', 'liú', 'guì', 'ńg')
    >>> to_marks("er4 ling2"), to_marks("lu:4"), to_marks("de5"), to_marks("K"), to_marks("xx5")
    ('èr líng', 'lǜ', 'de', 'K', '')
    """
    if " " in numbered:
        return " ".join(_mark(syllable) for syllable in numbered.split())
    return _mark(numbered)


@lru_cache(maxsize=8192)
def _mark(numbered: str) -> str:
    if numbered == UNKNOWN:
        return ""
    if not _NUMBERED.fullmatch(numbered):
        return numbered
    letters = _with_umlaut(numbered)[:-1]
    bearer = _BEARER.search(letters)
    if bearer is None:
        return letters
    place = bearer.end()
    return unicodedata.normalize("NFC", letters[:place] + _MARKS[numbered[-1]] + letters[place:])


def to_numbered(marked: str) -> str:
    """Turn tone marks into numbers, syllable by syllable; what bears no mark is neutral, or a letter when capital.

    >>> to_numbered("háng"), to_numbered("Lǜ"), to_numbered("de"), to_numbered("nǐ hǎo"), to_numbered("K")
    ('hang2', 'Lü4', 'de5', 'ni3 hao3', 'K')
    """
    return " ".join(_number(syllable) for syllable in marked.split())


@lru_cache(maxsize=8192)
def _number(marked: str) -> str:
    decomposed = unicodedata.normalize("NFD", marked)
    number = next((_TONES[char] for char in decomposed if char in _TONES), "5")
    plain = "".join(char for char in decomposed if char not in _TONES)
    letters = unicodedata.normalize("NFC", plain)
    is_initialism = number == "5" and letters.isupper()
    return letters if is_initialism or not letters.isalpha() else letters + number


def spaced(syllables: Iterable[str]) -> str:
    """Write syllables apart, as numbers are: ``èr líng èr wǔ nián``."""
    return " ".join(filter(None, map(to_marks, syllables)))


def join(syllables: Iterable[str]) -> str:
    """Write a word's syllables together, by the rules of pinyin orthography.

    A capital begins a new written word, ``·`` ends one, a comma stays, and a
    syllable that begins with a, o or e is set off by an apostrophe.

    >>> join(["Xi1", "an1"]), join(["pi2", "ao3"]), join(["Bei3", "jing1", "Da4", "xue2"])
    ("Xī'ān", "pí'ǎo", 'Běijīng Dàxué')
    >>> join(["na3", "r5"]), join(["ka3", "la1", "O", "K"]), join(["Ka3", "er3", "·", "Ma3", "ke4", "si1"])
    ('nǎr', 'kǎlā OK', "Kǎ'ěr Mǎkèsī")
    >>> join(["yi1", "bu4", "zuo4", ",", "er4", "bu4", "xiu1"]), join(["er4 ling2", "nian2"])
    ('yībùzuò, èrbùxiū', 'èr líng nián')
    """
    return _join(tuple(syllables))


@lru_cache(maxsize=16384)
def _join(syllables: tuple[str, ...]) -> str:
    written = ""
    before = "nothing"
    for syllable in syllables:
        shown, kind = to_marks(syllable), _item_kind(syllable)
        if not shown:
            continue
        if kind == "comma":
            written += ","
        elif kind != "dot":
            written += _seam(before, kind, shown, syllable == _ERHUA) + shown
        before = kind
    return written


def _item_kind(item: str) -> str:
    if " " in item:
        return "run"
    if _NUMBERED.fullmatch(item):
        return "syllable"
    return {"·": "dot", ",": "comma", "-": "hyphen"}.get(item, "letter")


def _seam(before: str, kind: str, shown: str, is_erhua: bool) -> str:
    """Return what stands between an item and the one before it: nothing, an apostrophe or a space."""
    if "hyphen" in (before, kind) or before == "nothing" or before == kind == "letter":
        return ""
    if before == kind == "syllable" and not shown[0].isupper():
        return "'" if not is_erhua and unicodedata.normalize("NFD", shown)[0] in "aoe" else ""
    return " "


@lru_cache(maxsize=8192)
def zhuyin(numbered: str) -> str:
    """Write one numbered syllable in zhuyin (bopomofo), the neutral dot before it.

    >>> zhuyin("hang2"), zhuyin("lüe4"), zhuyin("shi4"), zhuyin("ma5"), zhuyin("xue2"), zhuyin("yong4")
    ('ㄏㄤˊ', 'ㄌㄩㄝˋ', 'ㄕˋ', '˙ㄇㄚ', 'ㄒㄩㄝˊ', 'ㄩㄥˋ')
    >>> zhuyin("r5"), zhuyin("K"), zhuyin("xx5")
    ('ㄦ', 'K', '')
    """
    if numbered == UNKNOWN:
        return ""
    if not _NUMBERED.fullmatch(numbered):
        return numbered
    syllable = _with_umlaut(numbered).lower()
    symbols = _symbols(syllable[:-1])
    if syllable == _ERHUA or not symbols:
        return symbols
    mark = syllable[-1]
    return "˙" + symbols if mark == "5" else symbols + _ZHUYIN_MARKS[mark]


def _symbols(letters: str) -> str:
    if letters in _FINALS:  # a syllable without an initial: an, er, m
        return _FINALS[letters]
    if letters[0] in "yw":
        return _FINALS.get(_without_glide(letters), "")
    width = 2 if letters[:2] in _INITIALS else 1
    initial, final = letters[:width], letters[width:]
    if initial in ("j", "q", "x") and final.startswith("u"):
        final = "ü" + final[1:]
    if final == "i" and initial in ("zh", "ch", "sh", "r", "z", "c", "s"):
        final = ""
    return _INITIALS.get(initial, "") + _FINALS.get(final, "")


def _without_glide(letters: str) -> str:
    """Spell a final as after an initial: ``yue`` -> ``üe``, ``you`` -> ``iou``, ``wei`` -> ``uei``."""
    glide, rest = letters[0], letters[1:]
    if glide == "y":
        return "ü" + rest[1:] if rest.startswith("u") else rest if rest.startswith("i") else "i" + rest
    return rest if rest.startswith("u") else "u" + rest
