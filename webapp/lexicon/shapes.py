"""What kind of word a sense describes, told by the shape of its English.

The dictionary has no parts of speech, but "to ..." is a verb, "classifier for"
a measure word, "surname" a name. English adjectives and adverbs are known by
their endings and by lists (here, and ``data/english_words.tsv``); anything else
is taken for a noun.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, cast

from webapp.lexicon.references import reference
from webapp.lexicon.tables import rows

Shape = Literal[
    "verb", "noun", "adjective", "adverb", "measure", "particle", "preposition", "conjunction", "pronoun",
    "number", "auxiliary", "suffix", "interjection", "direction", "surname", "name", "pointer",
]  # fmt: skip

LEADING = re.compile(r"^(?:\s*\([^()]*\))+\s*")
FORMS: tuple[tuple[Shape, str], ...] = (
    ("surname", r"surname |\(surname\)"),
    (
        "name",
        r"abbr\. for|short name|given name|transliterat|name of|used in (?:place|given)|\(used in ",
    ),
    ("measure", r"\(?(?:[\w-]+ )?(?:classifier|measure word)|\(counting |unit of|\(unit of"),
    ("measure", r"^(?:[\w-]+ )?(?:classifier|CL) "),
    ("suffix", r"[^;]*\b(?:suffix|prefix|infix)\b"),
    ("particle", r"[^;]*\b(?:particle|marker|marks? |aspect|indicat(?:es|ing)|interjection of)"),
    ("particle", r"used (?:at the end|after|before|to|between|in|for|when)|after "),
    ("interjection", r"interjection|exclamation|\(onom|\(interj|ah|oh|hey|eh|hello\b"),
    (
        "auxiliary",
        r"(?:to be (?:likely|able|about|going|sure|willing|inclined|supposed)|to have|to want|to need) to(?:$|;| \()",
    ),
    ("verb", r"to (?!(?:the|a|an|and|from|sb|sth|some|this|that)\b)\w"),
)


def _first_of(forms: Sequence[tuple[Shape, str]]) -> re.Pattern[str]:
    """Return one pattern for all, each a group: the number of the group that matches tells the first that does."""
    return re.compile("|".join(f"({form})" for _, form in forms))


OUTSIDE, INSIDE = _first_of(FORMS[:7]), _first_of(FORMS[1:])
"""What is looked for in a sense as it is written, and in it without the parentheses in front."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


WORDS: dict[Shape, frozenset[str]] = {
    "adverb": _words(
        "very often only just also still already again always never ever then too even quite rather so almost soon"
        " both all together once yet otherwise perhaps maybe now later first indeed not no more most less least"
        " exactly somewhat altogether likewise else back ago forever everywhere seldom alone merely"
        " frequently immediately instead early anyway somehow better specially"
    ),
    "preposition": _words(
        "in at on from towards toward by with for of per via along during since according regarding concerning about"
        " against than as compared because until among through following to into like except besides without"
    ),
    "conjunction": _words("and or but if although though however whether unless while both nor therefore"),
    "pronoun": _words(
        "he she it they we you i me him her them us this that these those who what which where when whose oneself"
        " himself self each every everybody everyone anything something other another my your his our their"
        " how why such whichever any some certain"
    ),
    "number": _words(
        "one two three four five six seven eight nine ten hundred thousand million billion half zero several many few"
        " dozen numerous"
    ),
    "auxiliary": _words("can cannot may must should will shall would could might ought need"),
    "direction": _words("up down inside outside above below under front behind between within over beside"),
    "adjective": _words(
        "good bad big small large great little long short tall high low old new young hot cold warm cool dry wet clean"
        " dirty easy hard difficult simple fast quick slow early late near far deep shallow thick thin wide narrow"
        " broad strong weak heavy light dark bright black white red green blue yellow brown grey gray purple pink gold"
        " full empty rich poor cheap dear expensive true false real fake right wrong same different other main chief"
        " free busy safe sure clear fresh raw ripe sharp blunt smooth rough soft loud quiet calm sweet sour bitter"
        " salty spicy nice fine pretty ugly happy sad angry tired lazy mad proud brave kind cruel honest loyal polite"
        " rude strict severe strange odd rare common usual ordinary normal special public private general whole entire"
        " complete perfect best worst better worse equal flat level straight round square vertical horizontal upright"
        " open closed shut alive dead sick ill healthy well drunk male female fat lean solid blank bare naked alone"
        " vain vast huge tiny dense sparse pure plain vulgar crude keen modest humble stupid smart wise clever dull"
        " precious familiar careless careful skilled close tight loose firm stiff steep slanting crooked stubborn sincere"
        " wild tame noble lowly single double excellent awesome important vivid sturdy elegant accurate exact fair just"
        " average uneven adequate enough sufficient intact remaining former previous next last final original native"
        " present current ancient modern foreign local foul fragrant stinky fierce gentle mild tender timid urgent"
        " mature thorough stable steady used finished overcast cloudy sunny lively peaceful successful cute"
    ),
}
ENDINGS: tuple[tuple[Shape, re.Pattern[str]], ...] = (
    ("adverb", re.compile(r"[a-z]{2,}ly$")),
    (
        "adjective",
        re.compile(
            r"[a-z]{3,}(?:ful|less|ous|able|ible|ical|ish|ated|ied|ized)$|[a-z]{4,}(?:ive|ent|ant|ic|ed)$"
        ),
    ),
)
PHRASES: Mapping[str, Shape] = {
    phrase: kind
    for kind, phrases in cast(
        dict[Shape, str],
        {
            "adverb": "in vain|at once|as soon as|no longer|at first|in a row|at last|all over|once more|on the contrary",
            "adjective": "all right|worn out|used up|made up|taken aback|hard of hearing|in order",
        },
    ).items()
    for phrase in phrases.split("|")
}
STATE = re.compile(r"(?:in|out of|at|on|of|without) (?:an? )?(?:\w+ )?(?:confusion|disorder|order|state|circulation|fashion|"
                   r"control|danger|trouble|pain|flood|bloom|track|ease|odds|quality|manner|mess|a mess|use|date|place)\b")  # fmt: skip
"""A phrase that says how something is, not how something is done."""
WHEREABOUTS = re.compile(r"(?:on|in|at) (?:the|a) (?!end\b|least\b|same\b|process\b)\w+$")
"""How English renders a noun of place or time: 路上 on the road, 晚上 in the evening."""
PARTICLES = frozenset("out up off down away over together open apart".split())
JOINED = ("to", "of", "about", "with", "for", "from", "at")
"""What an adjective may be followed by: fond of, accustomed to, crazy about."""


@lru_cache(1)
def _known() -> Mapping[str, Shape]:
    """Return what the lists say of a word; the lists here before the longer ones of the table, the first of them first."""
    known = {
        word: cast(Shape, kind) for kind, words in rows("english_words.tsv", 2) for word in words.split()
    }
    for kind, words in reversed(WORDS.items()):
        known.update(dict.fromkeys(words, kind))
    return known


def shape(sense: str) -> Shape:
    """Return what kind of word a sense describes.

    >>> [shape(s) for s in ("to spend (money)", "classifier for flat objects", "flower", "in vain", "careless")]
    ['verb', 'measure', 'noun', 'adverb', 'adjective']
    """
    if found := OUTSIDE.match(sense):
        return FORMS[(found.lastindex or 1) - 1][0]
    if reference(sense):
        return "pointer"
    bare = LEADING.sub("", sense)
    if not bare:
        return "particle"
    if found := INSIDE.match(bare):
        return FORMS[found.lastindex or 1][0]
    first = re.split(r"[;,(!?]", bare, maxsplit=1)[0].strip()
    return _by_words(first)


def _by_words(phrase: str) -> Shape:
    words = phrase.lower().split()
    if not words:
        return "noun"
    if phrase[0].isupper() and not phrase.startswith(("I ", "Mr", "Mrs", "Miss")):
        return "name"
    return _of_word(words[0].rstrip(".")) if len(words) == 1 else _of_phrase(phrase, words)


def _of_phrase(phrase: str, words: list[str]) -> Shape:
    if phrase in PHRASES:
        return PHRASES[phrase]
    if words[0] in ("not", "very", "most", "more", "too", "extremely") and len(words) < 6:
        return "adjective"
    if STATE.match(phrase):
        return "adjective"
    if WHEREABOUTS.match(phrase):
        return "noun"
    if words[0] in WORDS["preposition"] and (len(words) < 4 or words[-1] in WORDS["preposition"]):
        return "preposition" if words[-1] in WORDS["preposition"] else "adverb"
    first, last = _of_word(words[0]), _of_word(words[-1])
    if last == "adjective" or words[0] == "used":
        return "adjective"
    if first == "adjective" and (words[1] in JOINED or words[1] in PARTICLES and len(words) == 2):
        return "adjective"
    return "auxiliary" if words[0] in WORDS["auxiliary"] else "noun"


def _of_word(word: str) -> Shape:
    known = _known().get(word)
    if known is not None:
        return known
    return next((kind for kind, ending in ENDINGS if ending.search(word)), "noun")
