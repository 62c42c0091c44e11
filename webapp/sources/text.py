"""Bytes to text, whichever of the encodings for Chinese they are in.

The cascade is byte order mark, strict UTF-8, the declared encoding, and then
GB18030, Big5, UTF-16 and damaged UTF-8 against each other: the reading with the
largest share of everyday characters wins. A wrong reading is full of rare
characters, so a dozen characters are enough to tell. General detectors weigh
all languages of the world and take short Chinese for Korean.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from webapp.errors import SourceCharsetError, SourceEncodingError

SAMPLE_BYTES = 200_000
WORST_DAMAGE = 0.02  # share of characters that may be unreadable
LEAST_EVERYDAY = 0.08  # share of everyday characters; misread text has about 0.02
LEAST_LEAD_CHARS = 1.5  # everyday characters by which the likeliest reading must lead, or one has to ask
LEAST_LEAD = 0.02  # and the share of them
PREVIEW_CHARS = 40
CHANCE_CHARS = 40  # a longer text is not valid UTF-8 by chance
REPLACEMENT = "\ufffd"
CHARSETS = ("utf-8", "gb18030", "big5", "utf-16", "utf-16-le", "utf-16-be")  # what a reader may choose

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "utf-8")
# Names under which wider encodings are commonly declared.
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "ascii": "utf-8"}

# The most frequent characters of everyday, newspaper and literary Chinese, in both
# scripts, and the punctuation that only Chinese text has.
_EVERYDAY = frozenset(
    "，。、：；！？“”「」『』《》（）"
    "我的了不你他一是这這来來人在有个個道们們说說去里裏裡么麼那子上要到她得着著吗嗎儿兒没沒也见見会會天家大下时時"
    "想很看只什知都为為就太又事过過出能日起可便多回生自听聽做话話头頭笑小以和些把给給今还還心老问問如中吃打两兩点點"
    "开開车車学學年作请請前二之对對意面等发發后後地明叫正用母样樣书書本间間何无無因该該再进進语語三走成房从從怎"
    "让讓忙别別所几幾行亲親已早告真手常十法门門应應将將呢此经經方住外晚气氣现現王国國东東夫必认認信当當跟钱錢花"
    "工然最公候于於被比西身孩分谁誰名女高己定长長觉覺与與月电電快放坐同众眾处處理每它死少更带帶字口次任难難情且"
    "物安机機原政市部经業业员員新化全力主动動民社产產水加实實数數关關场場重位体體路教色总總美平区區其第四五六七八"
    "九百千万萬亿億元报報记記者据據科技研究入合及及内向世界文"
)
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")  # but for \t \n \v \f \r
_UNASSIGNED = re.compile(r"[\ue000-\uf8ff]")  # where encodings put what they have no character for
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Guess:
    """One way to read the bytes; ``score`` is the share of everyday characters, less the damage."""

    encoding: str
    text: str
    score: float


def decode(data: bytes, *, declared: str | None = None, name: str = "The file", asks: bool = False) -> str:
    """Return ``data`` as text without its byte order mark.

    ``declared`` is what an HTTP header or a ``<meta>`` claims: believed after
    strict UTF-8, and only where it decodes the bytes. ``name`` begins the
    sentence of the error for what is no text at all. With ``asks``, bytes that
    make sense in two encodings raise :class:`SourceCharsetError` instead of being
    read in the likelier one.

    >>> decode("银行行长".encode("gbk"))    # the manager of a bank
    '银行行长'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"), name)
    for codec in filter(None, ("utf-8", _codec(declared))):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.search(text) or (_HAN.search(text) and not _is_binary(text)):
            if asks and _is_chance(text):
                _ask_about_chance(data, text, name)
            return text
    best = guesses(data)
    if not best:
        raise SourceEncodingError(
            f"{name} is not text in UTF-8, UTF-16, GB18030 or Big5."
            " Save it as plain text in UTF-8 and try again."
        )
    if asks and _is_doubtful(best):
        raise SourceCharsetError(name, tuple((_label(g.encoding), _first_line(g.text)) for g in best[:2]))
    return _checked(data.decode(best[0].encoding, "replace"), name)


def _is_chance(text: str) -> bool:
    """Claim that bytes may be valid UTF-8 by chance only, as those of 目录 (contents) in GBK are: ``Ŀ¼``."""
    return len(text) < CHANCE_CHARS and not _HAN.search(text) and bool(_BEYOND_ASCII.search(text))


def _ask_about_chance(data: bytes, text: str, name: str) -> None:
    """Raise :class:`SourceCharsetError` where the bytes are Chinese in another encoding, letter for letter."""
    letters = sum(map(str.isalpha, text))
    for encoding in ("gb18030", "big5hkscs"):
        other = data.decode(encoding, "replace")
        if REPLACEMENT not in other and 2 * len(_HAN.findall(other)) > letters:
            raise SourceCharsetError(
                name, ((_label(encoding), _first_line(other)), ("utf-8", _first_line(text)))
            )


def decode_as(data: bytes, charset: str, *, name: str = "The file") -> str:
    """Return ``data`` read in one of :data:`CHARSETS`, which somebody chose.

    Raises :class:`SourceEncodingError` where it does not make sense in it.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark) and encoding.startswith(charset):
            return _checked(data[len(mark) :].decode(encoding, "replace"), name)
    if charset == "utf-16":
        charset = max(
            ("utf-16-le", "utf-16-be"),
            key=lambda order: _score(data[:SAMPLE_BYTES].decode(order, "replace"), order),
        )
    codec = _codec(charset)
    if codec is None:
        raise SourceEncodingError(
            f"{charset[:40]!r} is no encoding of Chinese; choose one of {', '.join(CHARSETS)}."
        )
    return _checked(data.decode(codec, "replace"), name)


def guesses(data: bytes) -> tuple[Guess, ...]:
    """Return the plausible readings of the beginning of ``data``, likeliest first."""
    sample = data[:SAMPLE_BYTES]
    found = []
    for encoding in _CANDIDATES:
        if encoding.startswith("utf-16") and len(data) % 2:
            continue
        text = sample.decode(encoding, "replace")
        if not _is_binary(text):
            score = _score(text, encoding)
            if score >= LEAST_EVERYDAY or (encoding == "gb18030" and score > 0 and len(data) < 200):
                found.append(Guess(encoding, text, score))
    found.sort(key=lambda guess: -guess.score)  # stable: GB18030 first among equals
    return tuple(found)


def _is_doubtful(best: tuple[Guess, ...]) -> bool:
    """Claim that the second reading is as good as the first, but for one character's worth of evidence."""
    if len(best) < 2 or best[0].text == best[1].text:
        return False
    lead = best[0].score - best[1].score
    return lead * len(_BEYOND_ASCII.findall(best[0].text)) < LEAST_LEAD_CHARS or lead < LEAST_LEAD


def _first_line(text: str) -> str:
    line = next((line.strip() for line in text.splitlines() if _BEYOND_ASCII.search(line)), "")
    return "".join(char if char.isprintable() else REPLACEMENT for char in line[:PREVIEW_CHARS])


def _label(encoding: str) -> str:
    return "big5" if encoding == "big5hkscs" else encoding


def _score(text: str, encoding: str) -> float:
    beyond = _BEYOND_ASCII.findall(text)
    if not beyond:
        return 0.0
    everyday = sum(char in _EVERYDAY for char in beyond) / len(beyond)
    # A title of a few characters may hold none of the everyday ones. Then at least the
    # standard's own set of common characters, which is what all input methods offer.
    standard = {"gb18030": "gb2312", "big5hkscs": "big5"}.get(encoding)
    if standard is not None and len(beyond) < 100:
        everyday += (
            0.1 * sum(_HAN.match(c) is not None and _encodes(c, standard) for c in beyond) / len(beyond)
        )
    damage = max(0, text.count(REPLACEMENT) - 1) + len(_UNASSIGNED.findall(text))
    return everyday - 5 * damage / len(text)


def _encodes(char: str, standard: str) -> bool:
    try:
        char.encode(standard)
    except UnicodeEncodeError:
        return False
    return True


def _codec(declared: str | None) -> str | None:
    """Return the codec for a declared name, or None for what is none or is not a text encoding."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared.strip(" \t\"'")[:40]).name
        "".encode(name)
    except (LookupError, ValueError, UnicodeError):
        return None
    return _WIDER.get(name, name)


def _is_binary(text: str) -> bool:
    return len(_CONTROLS.findall(text, 0, SAMPLE_BYTES)) > len(text[:SAMPLE_BYTES]) * 0.005 + 1


def _checked(text: str, name: str) -> str:
    if _is_binary(text) or text.count(REPLACEMENT) > len(text) * WORST_DAMAGE + 1:
        raise SourceEncodingError(
            f"{name} is damaged, or not text at all. Save it as plain text in UTF-8 and try again."
        )
    return text
