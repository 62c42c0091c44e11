"""Which characters are Chinese, one clean form of every text, and the two scripts.

Simplified and traditional are told apart by the character sets that the two
writing standards made (GB 2312 and Big5), and turned into each other by OpenCC.
A traditional text is converted for cutting and for looking up, so the
simplified form has one code point for each of the original: offsets hold.

OpenCC alone is not enough. 著 is 着 as a particle (睡著了) and stays in literary
compounds (原著); characters that also belong to simplified writing (么, 坏) or to
Taiwanese usage (妳, 砲) have their own line in the tables below; and a
simplified line that quotes a traditional character or two must not have its
own characters touched (a mainland 著 is never 着).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from opencc import OpenCC

from webapp.language.document import Script
from webapp.language.tables import rows

# The inside of a character class, to build expressions from: f"[{HAN}]+" is a run of Chinese characters.
HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

_HAN = re.compile(f"[{HAN}]")
_HAN_RUN = re.compile(f"[{HAN}]+")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
SHORT = 8
"""A text of no more characters is a word, as good as always in simplified characters already."""
_SAMPLE_LENGTH = 20_000  # code points that decide about the script of a whole text

# What OpenCC leaves as it is although simplified writing has another character for it.
_LEFT_BY_OPENCC = dict(
    re.findall(
        r"(.)(.) ?",
        "妳你 牠它 砲炮 姪侄 彞彝 瑯琅 畬畲 甦苏 瞇眯 傚效 珮佩 暱昵 彊强 坵丘 勦剿 剉锉 駮驳 隄堤 諠喧 揹背 鼇鳌 麤粗 鷰燕 鴈雁 "
        "驩欢 騣鬃 餽馈 鞀鼗 阯址 阬坑 闚窥 鑵罐 鎗枪 銲焊 遯遁 遉侦 踫碰 跴踩 讙欢 譔撰 詶酬 觕粗 裌夹 蜺霓 蜨蝶 蘤花 薙剃 蔕蒂 "
        "荳豆 艸草 臝裸 臙胭 臕膘 肐胳 缾瓶 繖伞 籐藤 箠棰 筩筒 穨颓 秖只 碪砧 矙瞰 睠眷 癈废 痐蛔 痺痹 琍璃 玅妙 獘毙 牓榜 牋笺 "
        "燄焰 煖暖 濬浚 澣浣 淛浙 殀夭 櫂棹 桮杯 柟楠 朢望 晻暗 攷考 攩挡 撦扯 搾榨 搥捶 搤扼 拏拿 懽欢 懃勤 愬诉 怳恍 幙幕 尟鲜 "
        "寑寝 嬾懒 嬭奶 媿愧 塼砖 埜野 囓啮 啗啖 啣衔 叡睿 儵倏 僊仙 偺咱 偪逼 倣仿 菸烟 簷檐 汙污",
    )
)
# What OpenCC changes although the character is right as it stands, in either script.
_LEFT_BY_US = frozenset("么坏拚")
_TAKES_ZHE = (
    "背留帶带拿聽听抱捧夾夹跟對对想忙握沿隨随順顺朝憑凭停穿戴貼贴躺開开下飄飘吃等紅红拄晾種种裝装掛挂提舉举推拉騎骑坐站跪趴蹲靠望盯瞪笑哭哼唱喊指拎扛"
    "挑抬牽牵挽扶摟搂攬揽含叼咬嚼嗅聞闻摸撫抚擁拥懷怀捏揉搓敲打踢踩踏跑走追趕赶跳爬游飛飞懸悬垂披裹圍围蓋盖鋪铺擺摆放堆藏刻畫画印看"
)
_ZHE = re.compile(f"(?<=[{_TAKES_ZHE}])著(?!作(?![業业者文]))")
_KEEPS_ZHU = re.compile(r"(?<=[原土卓巨专專论論编編名显顯昭遗遺译譯拙撰])著|著(?=[名作书書者称稱述录錄《])")
_WHAT = re.compile("甚(?=[麼么麽])")  # 甚麼 is 什么, 甚至 stays
_DECIDED_HERE = frozenset(_LEFT_BY_OPENCC) | {"甚", "著"}
_CHANGED_IN_PHRASES = frozenset("著乾沈藉覆哩")
"""Simplified characters that OpenCC leaves alone by themselves and changes in some words: 藉口, 答覆, 沈甸甸, 英哩."""


def normalise(text: str) -> str:
    r"""Return the one form in which a text is stored and its offsets are counted.

    NFC, ``\n`` line ends, no byte order mark in front, U+FFFD for lone
    surrogates (they cannot be stored). All else stays, control characters too.

    >>> normalise("\ufeff你好\r\nCafe\u0301\r")
    '你好\nCafé\n'
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _LONE_SURROGATE.sub("\ufffd", text))


def is_han(char: str) -> bool:
    """Claim that one character is Chinese; 〇 is, 、 and あ are not.

    >>> [is_han(char) for char in "汉〇𠀀、あA"]
    [True, True, True, False, False, False]
    """
    return _HAN.match(char) is not None


def has_han(text: str) -> bool:
    """Claim that there is something to read for a learner of Chinese."""
    return _HAN.search(text) is not None


def count_han(text: str) -> int:
    """Count the Chinese characters of a text, a million of them in some hundredths of a second.

    >>> count_han("2025年，你好")    # hello
    3
    """
    return sum(map(len, _HAN_RUN.findall(text)))


class _Evidence(NamedTuple):
    """The characters that only one of the two scripts uses."""

    hans: frozenset[str]
    hant: frozenset[str]


@lru_cache(maxsize=1)
def _evidence() -> _Evidence:
    chars = {name: frozenset(row) for name, row in rows("scripts.tsv")}
    return _Evidence(chars["hans"], chars["hant"])


@lru_cache(maxsize=20_000)
def _is_in(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=4)
def _converter(config: str) -> Callable[[str], str]:
    """Open one of OpenCC's configurations; the first call of each reads its tables."""
    convert: Callable[[str], str] = OpenCC(config).convert
    return convert


def guess_script(text: str) -> Script:
    """Tell which script a text is written in; what is the same in both counts as simplified.

    >>> guess_script("我們在臺灣"), guess_script("我们在台湾"), guess_script("你好")
    ('hant', 'hans', 'hans')
    """
    hans, hant = _weigh(text[:_SAMPLE_LENGTH])
    return "hant" if hant > hans else "hans"


def _weigh(text: str) -> tuple[int, int]:
    """Count the characters that only simplified, and only traditional writing uses."""
    counts, evidence = Counter(text), _evidence()
    return (
        sum(count for char, count in counts.items() if char in evidence.hans),
        sum(count for char, count in counts.items() if char in evidence.hant),
    )


def to_traditional(text: str) -> str:
    """Convert to traditional characters as written in Taiwan.

    >>> to_traditional("头发和发展，皇后在后面")
    '頭髮和發展，皇后在後面'
    """
    return _converter("s2tw")(_LONE_SURROGATE.sub("\ufffd", text))


def traditional_one_for_one(text: str) -> str:
    """Convert as :func:`to_traditional` does, into as many characters as ``text`` has.

    >>> traditional_one_for_one("头发和发展")
    '頭髮和發展'
    """
    return _aligned(_LONE_SURROGATE.sub("\ufffd", text), _converter("s2tw"))


def to_simplified(text: str) -> str:
    """Convert to simplified characters, one for one: the result is as long as ``text``.

    >>> to_simplified("乾隆乾杯，他睡著了，著名的原著，甚麼？")
    '乾隆干杯，他睡着了，著名的原著，什么？'
    """
    if len(text) <= SHORT and _as_they_are().issuperset(text):
        return text
    whole = _aligned(_LONE_SURROGATE.sub("\ufffd", text), _converter("tw2s"))
    pairs = zip(text.split("\n"), whole.split("\n"), strict=True)
    return "\n".join(
        line if line == converted and _DECIDED_HERE.isdisjoint(line) else _settled(line, converted)
        for line, converted in pairs
    )


@lru_cache(maxsize=1)
def _as_they_are() -> frozenset[str]:
    """Return the everyday simplified characters that no conversion touches, alone or beside others.

    Nearly all words that are asked about one by one are made of them alone.
    """
    lists = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    chars = "".join(code.decode("gb2312", "ignore") for code in lists)
    converted = _converter("tw2s")("\n".join(chars)).split("\n")
    same = {char for char, other in zip(chars, converted, strict=True) if char == other}
    return frozenset(same - _DECIDED_HERE - _evidence().hant - _CHANGED_IN_PHRASES)


def _aligned(text: str, convert: Callable[[str], str]) -> str:
    """Convert with phrases where the length holds, else line by line, else by character."""
    converted = convert(text)
    if len(converted) == len(text) and converted.count("\n") == text.count("\n"):
        return converted
    if "\n" in text:
        return "\n".join(_aligned(line, convert) for line in text.split("\n"))
    by_char = ((char, convert(char)) for char in text)
    return "".join(other if len(other) == 1 else char for char, other in by_char)


def _settled(line: str, converted: str) -> str:
    """Decide character by character between a line and what OpenCC made of it."""
    hans, hant = _weigh(line) if line != converted or "著" in line else (0, 0)
    kept_zhu = {match.start() for match in _KEEPS_ZHU.finditer(line)}
    zhe = (
        {match.start() for match in _ZHE.finditer(line)} if hans <= hant else set()
    )  # 背著書, no work of his
    what = {match.start() for match in _WHAT.finditer(line)}
    chars = []
    for place, (char, other) in enumerate(zip(line, converted, strict=True)):
        is_own = hans > hant and _is_in(char, "gb2312")  # a simplified line's own character
        if place in what:
            chars.append("什")
        elif place in zhe:
            chars.append("着")
        elif char in _LEFT_BY_OPENCC:
            chars.append(_LEFT_BY_OPENCC[char])
        elif char == other or is_own or char in _LEFT_BY_US or place in kept_zhu or not is_han(char):
            chars.append(char)
        else:
            chars.append(other)
    return "".join(chars)
