"""What is known of a sense before any context: labels of the dictionary's own, its place in the entry, whether it points elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from webapp.language.document import Word
from webapp.lexicon.cedict import Entry
from webapp.lexicon.references import reference

LATER = 0.12
"""What a sense loses for each that stands before it in its entry."""
LATER_AT_MOST = 1.2
POINTER = -4.0
PROPER = -2.0
NO_NAME = -12.0
"""What a character that the annotator has read as a name (薛 Xuē) does not mean: wormwood."""
LABELS: tuple[tuple[str, re.Pattern[str], float], ...] = (
    ("surname", re.compile(r"surname "), -8.0),
    ("archaic", re.compile(r"\((?:[^()]*\b)?(?:old|archaic|classical|obsolete)\b[^()]*\)|(?:old|ancient) (?:name|term|variant|form|word)"), -2.5),
    ("regional", re.compile(r"\((?:[^()]*\b)?(?:dialect|Tw|Cantonese|HK|Japanese|Taiwan)\b[^()]*\)"), -2.5),
    ("literary", re.compile(r"\((?:[^()]*\b)?literary\b[^()]*\)"), -1.0),
    ("bound form", re.compile(r"\(bound form\)"), -1.2),
    ("abbreviation", re.compile(r"(?:\([^()]*\) ?)?abbr\. (?:for|of)|short name for|.*\(abbr\. for [A-Z]"), -2.5),
    ("name", re.compile(r"(?:[^()]*\()?(?:used in|in) (?:place|given|personal|proper) names?|name of"), -2.5),
    ("opposite", re.compile(r"opposite: |antonym of |Taiwanese term for |Mandarin equivalent"), -3.0),
    ("slang", re.compile(r"\((?:[^()]*\b)?(?:slang|vulgar)\b[^()]*\)"), -0.8),
    ("technical", re.compile(r"\((?:math|chemistry|physics|music|botany|zoology|linguistics|computing|TCM|grammar|"
                             r"sports|astronomy|geology|Buddhism|law|military|philosophy|logic|cooking|chess)\b\.?[^()]*\)"), -1.0),
    ("literal", re.compile(r"lit\. "), -1.2),
    ("as in", re.compile(r".*\b(?:Kangxi radical|radical in Chinese|Heavenly Stems|Earthly Branches|"
                         r"Chinese zodiac|hexagram|trigram|dynasty|[Cc]ounty|province|solfege|musical scale)\b"), -2.0),
)  # fmt: skip
LABELLED = re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern, _ in LABELS))
"""Any of them: few senses have one."""


def prior(entry: Entry, sense: str, position: int, word: Word) -> Iterator[tuple[str, float]]:
    """Yield what is known of a sense before any context."""
    if position:
        yield "later in its entry", -min(LATER * position, LATER_AT_MOST)
    for name, pattern, weight in LABELS if LABELLED.match(sense) else ():
        if pattern.match(sense) and (name != "as in" or len(entry.simplified) == 1):
            yield name, weight
    pointer = reference(sense)
    if pointer is not None:
        yield "pointer", POINTER
    if len(entry.simplified) == 1:
        if entry.is_proper:
            yield "proper name", PROPER
        elif word.syllables and word.syllables[0].citation[:1].isupper():
            yield "read as a name", NO_NAME
    elif entry.is_proper:
        yield "proper name", 4.0 if word.kind == "name" else -1.5
