"""Parts of speech, as far as cues need them: from jieba's tags and the closed classes."""

from __future__ import annotations

from collections.abc import Mapping

from webapp.language import word_classes as lists

_BY_TAG = {
    "n": "noun", "v": "verb", "a": "adjective", "d": "adverb", "m": "number", "q": "measure", "r": "pronoun",
    "p": "preposition", "c": "conjunction", "u": "particle", "t": "time", "s": "place", "f": "locative",
    "i": "idiom", "l": "idiom", "b": "adjective", "z": "adjective", "j": "noun", "g": "noun", "k": "suffix",
    "e": "interjection", "y": "particle", "o": "sound", "h": "prefix", "x": "noun",
}  # fmt: skip
_BY_LIST = (
    ("pronoun", lists.PRONOUNS),
    ("person", lists.PRONOUNS),
    ("demonstrative", lists.DEMONSTRATIVES),
    ("number", lists.DIGITS),
    ("degree", lists.DEGREE_ADVERBS),
    ("negation", lists.NEGATIONS),
    ("preposition", lists.PREPOSITIONS),
    ("conjunction", lists.CONJUNCTIONS),
    ("particle", lists.PARTICLES),
    ("aspect", lists.ASPECTS),
    ("modal", lists.MODALS),
    ("locative", lists.LOCATIVES),
    ("directional", lists.DIRECTIONALS),
    ("result", lists.RESULTS),
    ("measure", lists.CLASSIFIERS),
    ("surname", lists.SURNAMES),
    ("title", lists.TITLES_AFTER_NAMES),
)

_LISTED: dict[str, list[str]] = {}  # the same by word
for _name, _members in _BY_LIST:
    for _word in _members:
        _LISTED.setdefault(_word, []).append(_name)

ABOUT, ROUND = frozenset("多余来"), frozenset("十百千万亿")
"""What after a round number says that it is about so many, and what round numbers end in."""
WORDS_KEPT = 100_000


class Classifier(dict[str, frozenset[str]]):
    """Tells the classes of a word, made when they are first asked for: a text repeats its words.

    >>> sorted(Classifier({"吃": "v"})["吃"])
    ['verb']
    """

    def __init__(self, tags: Mapping[str, str]) -> None:
        super().__init__()
        self._tags = tags
        self._same: dict[frozenset[str], frozenset[str]] = {}  # few sets serve for all words

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) >= WORDS_KEPT:
            self.clear()
        classes = self._classify(word)
        found = self[word] = self._same.setdefault(classes, classes)
        return found

    def _classify(self, word: str) -> frozenset[str]:
        classes = set(_LISTED.get(word, ()))
        tag, _, also = self._tags.get(word, "").partition("+")
        if also:
            classes.add(_BY_TAG[also])
        if tag[:2] in ("nr", "ns", "nt", "nz"):
            classes |= {"name", "noun"} | ({"place"} if tag[:2] == "ns" else set())
        elif tag[:1] in _BY_TAG and not classes & {"particle", "preposition", "pronoun"}:
            classes.add(_BY_TAG[tag[:1]])
        if tag in ("vn", "an"):
            classes.add("noun")
        digits = word.lstrip("第数几")
        if digits[-1:] in ABOUT and digits[-2:-1] in ROUND:
            digits = digits[:-1]  # 二千多, 百余
        if digits[:1].isdigit() or (len(word) > 1 and digits and lists.DIGITS.issuperset(digits)):
            classes.add("number")
        if len(word) > 1 and (
            word[0] == word[1] or word[-1] == word[-2] or (len(word) == 4 and word[:2] == word[2:])
        ):
            classes.add("reduplicated")
        return frozenset(classes)
