"""English words reduced to stems, so that "went shopping" meets "to go shopping"."""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_STOP = (
    "a an the to of and or be is are was were been being am sb sth one's sb's oneself someone something etc it its this that"
    " i you he she we they me him her us them my your his our their 's do does did in on at by for with as"
)
STOP = frozenset(_STOP.split())
IRREGULAR = {
    form: base
    for base, forms in {
        "go": "went gone goes", "buy": "bought", "bring": "brought", "think": "thought", "catch": "caught",
        "teach": "taught", "fight": "fought", "seek": "sought", "take": "took taken", "give": "gave given",
        "make": "made", "come": "came", "see": "saw seen", "know": "knew known", "grow": "grew grown",
        "throw": "threw thrown", "fly": "flew flown", "draw": "drew drawn", "blow": "blew blown", "wear": "wore worn",
        "tear": "tore torn", "bear": "bore born borne", "swear": "swore sworn", "break": "broke broken",
        "speak": "spoke spoken", "steal": "stole stolen", "freeze": "froze frozen", "choose": "chose chosen",
        "drive": "drove driven", "write": "wrote written", "ride": "rode ridden", "rise": "rose risen",
        "eat": "ate eaten", "fall": "fell fallen", "get": "got gotten", "forget": "forgot forgotten",
        "tell": "told", "sell": "sold", "hold": "held", "stand": "stood", "understand": "understood",
        "find": "found", "feel": "felt", "leave": "left", "keep": "kept", "sleep": "slept", "sweep": "swept",
        "meet": "met", "lead": "led", "feed": "fed", "read": "read", "run": "ran", "begin": "began begun",
        "drink": "drank drunk", "sing": "sang sung", "swim": "swam swum", "ring": "rang rung", "sink": "sank sunk",
        "sit": "sat", "spit": "spat", "win": "won", "hang": "hung", "dig": "dug", "stick": "stuck", "strike": "struck",
        "shoot": "shot", "lose": "lost", "build": "built", "send": "sent", "spend": "spent", "lend": "lent",
        "bend": "bent", "mean": "meant", "hear": "heard", "say": "said", "pay": "paid", "lay": "laid", "lie": "lay lain lying",
        "die": "dying died", "hide": "hid hidden", "bite": "bit bitten", "wake": "woke woken", "shake": "shook shaken",
        "show": "shown", "have": "has had", "can": "could", "will": "would 'll", "shall": "should",
        "man": "men", "woman": "women", "child": "children", "foot": "feet", "tooth": "teeth", "mouse": "mice",
        "person": "people", "leaf": "leaves", "life": "lives", "wife": "wives", "good": "better best", "bad": "worse worst",
        "many": "more most", "little": "less least", "wind": "wound", "burn": "burnt", "learn": "learnt",
    }.items()
    for form in forms.split()
}  # fmt: skip


def stems(text: str) -> list[str]:
    """Return the stems of the words that carry meaning.

    >>> stems("She bought three flowers"), stems("to buy"), stems("(a) flower")
    (['buy', 'thre', 'flower'], ['buy'], ['flower'])
    """
    words = WORD.findall(text.lower().replace("’", "'"))
    return [stem(word) for word in words if word not in STOP]


@lru_cache(50_000)
def stem(word: str) -> str:
    """Cut a word down to what its forms share; crude, but the same on both sides."""
    word = word.removesuffix("'s").removesuffix("n't")
    word = IRREGULAR.get(word, word)
    for ending, least in (("ies", 2), ("ied", 2), ("ing", 3), ("ed", 3), ("es", 3), ("s", 3), ("ly", 4)):
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith("ss"):
            word = word[: -len(ending)] + ("y" if ending in ("ies", "ied") else "")
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word
