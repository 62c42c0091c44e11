"""What the entry on top of a card says of the word, where grammar had nothing to say: a bound form, an abbreviation."""

from __future__ import annotations

from webapp.lexicon.cedict import Entry
from webapp.lexicon.glosses import ABBREVIATED

ALONE = frozenset("店屋梦夢视視右左上下前后後内內外军軍校社班课課")
"""What the dictionary calls bound, and what stands as a word in 这家店, 右眼, 上月 all the same."""


def remark(text: str, entry: Entry) -> str | None:
    """Return a note made of the sense on top of an entry, None where it needs none.

    >>> remark("杯", Entry("杯", "杯", ("bei1",), ("(bound form) cup; glass",)))
    '杯 is a bound form: it hardly stands alone, but makes words'
    >>> remark("北大", Entry("北大", "北大", ("Bei3", "Da4"), ("abbr. for 北京大學|北京大学[Bei3 jing1 Da4 xue2]",)))
    '北大: short for 北京大学'
    >>> remark("太阳", Entry("太阳", "太陽", ("tai4", "yang2"), ("sun", "abbr. for 太陽穴|太阳穴[tai4 yang2 xue2]")))
    """
    sense = entry.senses[0] if entry.senses else ""
    if len(text) == 1:
        is_bound = text not in ALONE and sense.startswith("(bound form)")
        return f"{text} is a bound form: it hardly stands alone, but makes words" if is_bound else None
    for place, each in enumerate(entry.senses):
        found = ABBREVIATED.match(each)
        if found:
            traditional, _, simplified = found[1].partition("|")
            longer = (
                traditional
                if text == entry.traditional and text != entry.simplified
                else simplified or traditional
            )
            if place and text in longer:
                continue  # 太阳 is the sun, and 太阳穴 among other things
            return f"{text}: short for {longer}"
    return None
