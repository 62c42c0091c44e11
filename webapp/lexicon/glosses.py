"""Cut a dictionary sense down to the gloss that a card shows first.

A sense of CC-CEDICT is a list of alternatives: ``to turn on; to put in operation;
to operate``. A gloss keeps whole alternatives, as worded, as many as fit; what would
be no help or too long is said in plain words (``plain_words.py``).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from webapp.lexicon.plain_words import plain_words, stopped

GLOSS_LENGTH = 40
"""What a glance takes in. An alternative that nothing shortens may be longer: none is cut where its meaning is not complete."""
LONGEST = 160
"""From here on an alternative loses its parentheses even where it stays too long."""

LABEL = re.compile(
    r"\((?:bound form|loanword|coll\.|dialect|Tw|old|archaic|literary|fig\.|lit\.|adv\. or adj\.|Internet slang|"
    r"neologism[^()]*|followed by[^()]*|idiom|polite|formal|written|spoken|math\.|courteous|used before[^()]*verb[^()]*|"
    r"(?:abbr\. for|(?:also|Taiwan|colloquial|old) pr\.|opposite|colloquial equivalent of|variant of|same as|also written|CL)(?!\w)[^()]*)\)\s*"
)
CITED = re.compile(
    r"(?:[^\s,;|()\[\]]+\|)?([^\s,;|()\[\]]+)\[+[^\]]*\]+|[\u3400-\u9fff]+\|([\u3400-\u9fff]+)"
)
"""Chinese that a sense cites: 國民黨|国民党[Guo2 min2 dang3]; some entries leave the reading out."""
ABBREVIATED = re.compile(r"(?:\([^()]*\) ?)?abbr\. (?:for|of) ([^\s,;()\[\]A-Za-z]+)(?:\[+[^\]]*\]+)?,? *")
"""How a sense begins that says what an abbreviation stands for, before it says what that means."""
OPENING = re.compile(
    r"(?:\((?!(?:not|long|bitter|high|small|cooked|false|favorable|speak|sealed|wrapped|covered|to be|like|quite|having)\))"
    r"[^()]*\)\s*)+(?=[A-Za-z~'\"])"
)
"""What stands in parentheses before the meaning: (of a fruit) ripe; (pronoun) this; (at the) beginning.
What the meaning is wrong without stays: (not) any more; (bitter) experience."""
NAMED = re.compile(r"(?<=[a-z)]) (?:[^\s,;|()\[\]]+\|)?[\u3400-\u9fff]{2,}(?:\[+[^\]]*\]+)?(?=$|,|;)")
"""The Chinese name that a dictionary adds to an English one: United Kingdom 聯合王國|联合王国[...]."""
PLACE = re.compile(
    r"(.+? (?:city|province|county|prefecture|district|township|municipality|islands?|dynasty)) (?:on|in|of|off|around) ",
    re.IGNORECASE,
)
"""What kind of place a name is, before where it lies."""
PARENTHESES = re.compile(r"\s*\([^()]*\)")
SEMICOLON = re.compile(r";\s*(?![^()]*\))")


def alternatives(sense: str) -> list[str]:
    """Split a sense where it lists alternatives, not inside parentheses.

    >>> alternatives("to spend (money; time); to use up")
    ['to spend (money; time)', 'to use up']
    """
    return [part for part in map(str.strip, SEMICOLON.split(sense)) if part]


def plain(sense: str) -> str:
    """Write cited Chinese as the simplified form alone.

    >>> plain("like 個|个[ge4] and 被[bei4]")
    'like 个 and 被'
    """
    return CITED.sub(r"\1\2", sense) if "[" in sense or "|" in sense else sense


class Gloss(NamedTuple):
    """What a card shows first of senses, and the same as a program finds it in the dictionary.

    ``worded`` has the dictionary's own words where ``plain`` has others.
    """

    plain: str
    worded: str


def gloss(*senses: str, length: int = GLOSS_LENGTH) -> Gloss:
    """Return the first alternatives of the senses, as many as fit into ``length``.

    Labels such as (literary) and what stands in parentheses before the meaning
    are left out, and longer parentheses where that makes the first alternative
    fit, unless nothing else would remain. Of a name only what stands before a
    comma is needed.

    >>> gloss("to turn on; to put in operation; to operate; to run").plain
    'to turn on; to put in operation'
    >>> gloss("abbr. for 發展委|发展委[Fa1 zhan3 wei3], Development Commission, formed in the spring of 2003").plain
    'Development Commission'
    >>> gloss("how (to what extent) (Taiwan pr. [duo2])").plain
    'how (to what extent)'
    >>> gloss("classifier for events, things, clothes etc")
    Gloss(plain='classifier for events, things etc', worded='classifier for events, things, clothes etc')
    >>> gloss("equivalent to 就: then")
    Gloss(plain='then (like 就)', worded='then (like 就); equivalent to 就: then')
    >>> gloss("(completed action marker)").plain, gloss("Beijing, capital of the People's Republic of China").plain
    ('(completed action marker)', 'Beijing')
    """
    kept: list[str] = []
    whole = own = (
        ""  # the first alternative uncut, and what the dictionary says where that is said in other words
    )
    for sense in senses:
        stands_for = ABBREVIATED.match(sense)
        meaning = sense[stands_for.end() :] if stands_for else ""
        meaning = meaning or sense
        if meaning[:1].isupper():
            meaning = NAMED.sub("", meaning)
        wording = plain(meaning)
        said = plain_words(wording)
        if said and not kept:
            own = _bare(alternatives(wording)[0])
        for alternative in _meant_first(alternatives(said or wording)):
            short = _bare(alternative)
            if not kept:
                whole = short if len(short) <= length else _shortened(short, length)
                short = stopped(whole, length) if len(whole) > length else whole
            if kept and len("; ".join([*kept, short])) > length:
                return _both(kept, whole, own)
            if short not in kept:
                kept.append(short)
    return _both(kept, whole, own)


def _meant_first(listed: list[str]) -> list[str]:
    """Put what an idiom means before what its characters say.

    >>> _meant_first(["lit. win an inch, want a foot", "fig. not satisfied with small gains"])
    ['fig. not satisfied with small gains', 'lit. win an inch, want a foot']
    """
    return (
        sorted(listed, key=lambda said: said.startswith("lit. "))
        if len(listed) > 1 and listed[0].startswith("lit. ")
        else listed
    )


def _both(kept: list[str], whole: str, own: str) -> Gloss:
    short = "; ".join(kept)
    if own:
        bare = PARENTHESES.sub("", own).strip()
        return Gloss(short, f"{short}; {own}" if bare and bare not in kept else short)
    return Gloss(short, "; ".join([whole, *kept[1:]]))


def _bare(alternative: str) -> str:
    """Return an alternative without labels and without what stands before its meaning."""
    return OPENING.sub("", _without(LABEL, alternative), count=1)


def _shortened(alternative: str, length: int) -> str:
    """Return an alternative without its parentheses where that helps, a name without its description."""
    bare = _without(PARENTHESES, alternative)
    if len(bare) <= length or len(alternative) > LONGEST:
        return bare
    if bare[0].isupper():
        named = re.split(r", | (?:on|of|in) (?=[A-Z\u3400-\u9fff])", bare, maxsplit=1)[0]
        place = PLACE.match(named)
        if place and len(named) > length:
            return place[1]
        return named if named != bare else alternative
    return alternative


def _without(pattern: re.Pattern[str], text: str) -> str:
    bare = pattern.sub("", text).strip(" ,")
    return bare or text
