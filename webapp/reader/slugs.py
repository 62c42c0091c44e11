"""The name of an article in its address: its title in plain pinyin.

An address is read, dictated and sent by people; ``shu-zi-ji-chu-she-shi`` says
more than a hash or forty percent signs. It is made once, when the article is
added, and stays when the title changes, so that bookmarks hold. The reading of
each character is its most usual one: nothing is looked up, and a wrong one does
no harm.
"""

from __future__ import annotations

import re
import unicodedata

from webapp.language.readings import last_resort
from webapp.language.script import is_han

MAX_CHARS = 48

_WORD = re.compile(r"[a-z0-9]+")
_SLUG = re.compile(r"[a-z0-9-]{1,80}")


def is_slug(name: str) -> bool:
    """Claim that a name can be one of ours; what an address holds may be anything."""
    return _SLUG.fullmatch(name) is not None


def slug_for(title: str, text_hash: str) -> str:
    """Return the slug of an article; a title with nothing to spell gives the beginning of its hash.

    >>> slug_for("数字基础设施（2025年）", "9f86d081")    # digital infrastructure (2025)
    'shu-zi-ji-chu-she-shi-2025-nian'
    >>> slug_for("绿色5G Network", "9f86d081"), slug_for("……", "9f86d081884c7d65")    # green 5G
    ('lyu-se-5g-network', '9f86d081884c')
    """
    spelt = "".join(f" {_syllable(char)} " if is_han(char) else char for char in title[:MAX_CHARS])
    plain = unicodedata.normalize("NFKD", spelt.lower())
    slug = ""
    for word in _WORD.findall("".join(char for char in plain if not unicodedata.combining(char))):
        longer = f"{slug}-{word}" if slug else word[:MAX_CHARS]
        if len(longer) > MAX_CHARS:
            break
        slug = longer
    return slug or text_hash[:12]


def _syllable(char: str) -> str:
    """Spell a character without tone, and ü as passports do: lyu."""
    return last_resort(char)[:-1].replace("ü", "yu").replace("v", "yu")
