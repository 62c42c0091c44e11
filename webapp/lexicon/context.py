"""What stands around a word, as the names of cues that senses are weighed by.

The notation is that of ``language/cues.py`` where both have it:

============  =================================================================
``-1=很``     the word before is 很; ``+1=`` the word after, ``-2=`` and ``+2=``
``-1=*车``    the word before is longer and ends in 车
``+1:noun``   the word after is of this class: a part of speech, a closed class
              (``language/classes.py``) or a field of meaning (``data/fields.tsv``,
              ``kinds.py``)
``after=饭``  one of the next words in the clause; ``before=`` one of the last;
              ``after=*车``, ``after:money`` likewise
``role=verb`` the role that the annotator found for the word itself
``earlier=``  a word of the same sentence before the last punctuation mark
``start``     the clause begins with the word; ``end``: it ends with it
``list``      a pause mark 、 stands before the word in its clause
``asks``      a question mark ends the sentence
============  =================================================================
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from webapp.language.classes import Classifier
from webapp.language.clauses import DATES
from webapp.language.document import Word
from webapp.language.script import to_simplified
from webapp.lexicon.shapes import Shape

NAMES_KEPT = 12_000
BESIDE = ("-1", "-2", "+1", "+2")
"""Where a close neighbour stands."""
ALONG = ("before", "after", "earlier")
"""Where one farther off does."""
FAR = (*ALONG, "list", "asks")
PLACED = re.compile(r"([^=:]+)([=:].+)")

Names = tuple[str, ...]


class Called(NamedTuple):
    """The names of what stands at a place, and what they say together.

    ``shaping`` is what they say for senses of each shape, ``verbal`` for a verb rather than a noun (``verbal.py``).
    """

    names: Names
    shaping: Mapping[Shape, float]
    verbal: float


Beside = tuple[Called, Called, Called, Called]
"""What a word is called as a neighbour, at each of the places ``BESIDE``."""


class _Kept(dict[str, Names]):
    """Names of cues by the text of a neighbour, made when they are first asked for."""

    def __init__(self, make: Callable[[str], Names]) -> None:
        self._make = make

    def __missing__(self, text: str) -> Names:
        if len(self) >= NAMES_KEPT:
            self.clear()
        made = self[text] = self._make(text)
        return made


def is_far(name: str) -> bool:
    """Whether a cue is not close to the word: it looks along the clause or before it.

    >>> is_far("after=饭"), is_far("list"), is_far("+1=饭"), is_far("start")
    (True, True, False, False)
    """
    return name.startswith(FAR)


class Surroundings:
    """Names what words are to others (``scene.py`` tells which are near). Answers for single neighbours are kept.

    ``kinds`` tells the fields of meaning that a word has in the dictionary. ``told`` are the names that anybody
    has a use for, None for all: of a novel's words nearly all are in no table, and what they are called need not be kept.
    """

    def __init__(
        self,
        tags: Mapping[str, str],
        fields: Mapping[str, tuple[str, ...]],
        kinds: Callable[[str], frozenset[str]],
        told: Collection[str] | None = None,
        by_shape: Mapping[str, Mapping[Shape, float]] | None = None,
        verbal: Mapping[str, float] | None = None,
    ) -> None:
        self._told = None if told is None else _by_place(told)
        self._by_shape = by_shape or {}
        self._verbal = verbal or {}
        self._same: dict[Names, Called] = {}
        self._classify = Classifier(tags).__getitem__
        self._fields = fields
        self._kinds = kinds
        self._meant = lru_cache(NAMES_KEPT)(self._fields_of)
        self._plain = lru_cache(NAMES_KEPT)(to_simplified)
        self._beside: dict[int, tuple[Word, Beside]] = {}  # the word held: its identity stays taken
        self._alike: dict[tuple[str, str, str], Beside] = {}
        self.before = _Kept(lambda text: self._along("before", text))
        self.after = _Kept(lambda text: self._along("after", text))
        self.earlier = _Kept(lambda text: self._called("earlier", ("=" + self._plain(text),)).names)

    def beside(self, word: Word) -> Beside:
        """Return what a word is called beside others; the same for words that differ in their notes only."""
        held = self._beside.get(id(word))
        if held is not None:
            return held[1]
        if len(self._beside) >= NAMES_KEPT:
            self._beside.clear()
            self._alike.clear()
        key = (word.text, word.role, word.kind)
        beside = self._alike.get(key)
        if beside is None:
            beside = self._alike[key] = self._met(word)
        self._beside[id(word)] = (word, beside)
        return beside

    def called(self, names: Names) -> Called:
        """Return names with what is known of them; few serve for all neighbours."""
        found = self._same.get(names)
        if found is None:
            shaping: dict[Shape, float] = {}
            for weights in (self._by_shape[name] for name in names if name in self._by_shape):
                for shape, weight in weights.items():
                    shaping[shape] = shaping.get(shape, 0.0) + weight
            verbal = sum(self._verbal.get(name, 0.0) for name in names)
            found = self._same[names] = Called(names, shaping, verbal)
        return found

    def ends(self, mark: str) -> Called:
        """Return what the end of a clause is called before this punctuation mark, "" where nothing follows."""
        return (
            self.called(("end", *self._called("+1", ("=" + mark,)).names)) if mark else self.called(("end",))
        )

    def _met(self, word: Word) -> Beside:
        text = self._plain(word.text)
        written, meant = _suffixes(text), self._meant(text)
        parts_of_speech = self._classes(word, text)
        counted = (
            {"time"} if word.role == "measure" and text in TIMES else parts_of_speech
        )  # 每天 counts nothing
        before, after = (
            written + _colons(meant | _of_thing(meant, classes, word))
            for classes in (counted, parts_of_speech)
        )
        called = self._called
        return called("-1", before), called("-2", before), called("+1", after), called("+2", after)

    def _along(self, place: str, written: str) -> Names:
        """Name what a word is that is not close: its part of speech does not count."""
        text = self._plain(written)
        return self._called(place, _suffixes(text) + _colons(self._meant(text))).names

    def _called(self, place: str, suffixes: Names) -> Called:
        """Put a place before what is said of a word there; only names that are of use."""
        if self._told is None:
            return self.called(tuple(place + suffix for suffix in suffixes))
        return self.called(tuple(filter(None, map(self._told[place].get, suffixes))))

    def _fields_of(self, text: str) -> frozenset[str]:
        """Return what a word names, the same wherever it stands."""
        return self._kinds(text).union(self._fields.get(text, ()), self._fields.get("*" + text[-1], ()))

    def _classes(self, word: Word, text: str) -> set[str]:
        """Return the parts of speech a neighbour has, the doubtful ones left out.

        Nearly any noun counts something somewhere: a measure word is only what is
        nothing else, or what the annotator found to be one.
        """
        if word.kind == "name":
            return {"name", "noun"}
        if word.kind == "number":
            return {"time"} if word.role in DATES else {"number"}  # 1989年 counts nothing
        if word.kind == "latin":
            return {"noun"}
        classes = set(self._classify(text))
        if not classes and word.parts:
            classes = set(self._classify(self._plain(word.parts[0].text)))
        if classes & {"noun", "verb", "adjective", "preposition"}:
            classes.discard("measure")
        if not NUMBERS.issuperset(text):
            classes.discard("number")
        return classes | ({word.role} if word.role else set())


def _by_place(told: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
    """Return ``{place: {what is said of the word there: the name}}``."""
    tables: dict[str, dict[str, str]] = {place: {} for place in (*BESIDE, *ALONG)}
    for name in told:
        found = PLACED.fullmatch(name)
        if found and found[1] in tables:
            tables[found[1]][found[2]] = name
    return tables


def _suffixes(text: str) -> Names:
    return ("=" + text, "=*" + text[-1]) if len(text) > 1 else ("=" + text,)


def _of_thing(meant: frozenset[str], classes: set[str], word: Word) -> set[str]:
    """Return the parts of speech of a word in some field of meaning: what names a thing (他家, his home) is no measure."""
    if meant and word.role != "measure" and not classes & {"noun", "verb", "pronoun"}:
        return classes - {"measure"} | {"noun"}
    return classes


@lru_cache(NAMES_KEPT)
def _colons(classes: frozenset[str]) -> Names:
    return tuple(":" + name for name in sorted(classes))


NUMBERS = frozenset("〇零一二两三四五六七八九十百千万亿几半俩仨廿卅数第")
TIMES = frozenset("天 年 夜 周 日 晚 小时 分钟 秒钟".split())
"""Units of time, which are measure words and words for a time at once."""
