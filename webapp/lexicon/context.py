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

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from webapp.language.classes import Classifier
from webapp.language.document import Word
from webapp.language.script import to_simplified

REACH = 5
"""How many words ``after`` and ``before`` look."""
EARLIER = 14
"""How many words ``earlier`` looks."""
NAMES_KEPT = 12_000

PLACES = ("-1", "-2", "+1", "+2")

Names = tuple[str, ...]
Beside = list[Names | None]
"""The names of a word as a neighbour, at each of the ``PLACES``; None while nobody has asked."""


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
    return name.startswith(("before", "after", "earlier", "list", "asks"))


class Surroundings:
    """Names the cues around a word. Answers for single neighbours are kept.

    ``kinds`` tells the fields of meaning that a word has in the dictionary. ``told`` are the names that anybody
    has a use for, None for all: of a novel's words nearly all are in no table, and what they are called need not be kept.
    """

    def __init__(
        self,
        tags: Mapping[str, str],
        fields: Mapping[str, tuple[str, ...]],
        kinds: Callable[[str], frozenset[str]],
        told: Collection[str] | None = None,
    ) -> None:
        self._told = told
        self._same: dict[Names, Names] = {}
        self._classify = Classifier(tags).__getitem__
        self._fields = fields
        self._kinds = kinds
        self._meant = lru_cache(NAMES_KEPT)(self._fields_of)
        self._plain = lru_cache(NAMES_KEPT)(to_simplified)
        self._beside: dict[int, tuple[Word, Beside]] = {}  # the word held: its identity stays taken
        self._alike: dict[tuple[str, str, str], Beside] = {}
        self._before = _Kept(lambda text: self._names("before", text))
        self._after = _Kept(lambda text: self._names("after", text))
        self._earlier = _Kept(lambda text: self._of_use([f"earlier={self._plain(text)}"]))

    def cues(self, word: Word, left: Sequence[Word], right: Sequence[Word]) -> set[str]:
        """Return the names of all cues that hold for a word between its neighbours."""
        near, far = self.around(word, left, right)
        return {name for names in (*near, *far) for name in names}

    def around(
        self, word: Word, left: Sequence[Word], right: Sequence[Word], far: bool = True
    ) -> tuple[list[Names], list[Names]]:
        """Return the names of the cues close to a word, and of those farther off.

        Only the close ones (``start``, ``end``, ``role``, ``-2`` to ``+2``) say
        anything about the shape of a sense. Without ``far`` the others are left out.
        """
        reach = REACH if far else 2
        before, after = _clause(reversed(left), reach), _clause(right, reach)
        named = self._named
        near = [named(place, at) for place, at in zip((0, 1), before, strict=False)]
        near += [named(place, at) for place, at in zip((2, 3), after, strict=False)]
        if word.role:
            near.append(("role=" + word.role,))
        if not before:
            near.append(("start",))
        if not after:
            near.append(("end", "+1=" + right[0].text) if right else ("end",))
        return near, self._far(before, left, after, right) if far else []

    def _far(
        self, before: Sequence[Word], left: Sequence[Word], after: Sequence[Word], right: Sequence[Word]
    ) -> list[Names]:
        named = [self._before[at.text] for at in before]
        named += [self._after[at.text] for at in after]
        if len(left) > len(before):
            earlier = self._earlier
            named += [earlier[at.text] for at in left[-EARLIER : len(left) - len(before)]]
            if any(at.text == "、" for at in left[-REACH:]):
                named.append(("list",))
        if any(at.text in ASKING for at in right[len(after) : EARLIER]):
            named.append(("asks",))
        return named

    def _named(self, place: int, word: Word) -> Names:
        """Name what a word is at one of the ``PLACES``."""
        held = self._beside.get(id(word))
        beside = held[1] if held is not None else self._meet(word)
        names = beside[place]
        if names is None:
            names = beside[place] = self._names(PLACES[place], word.text, word)
        return names

    def _meet(self, word: Word) -> Beside:
        """Make room for what a word is called beside others: once for words that differ in their notes only."""
        if len(self._beside) >= NAMES_KEPT:
            self._beside.clear()
            self._alike.clear()
        beside = self._alike.setdefault((word.text, word.role, word.kind), [None] * len(PLACES))
        self._beside[id(word)] = (word, beside)
        return beside

    def _names(self, place: str, written: str, word: Word | None = None) -> Names:
        """Name what a neighbour is; of a close one, ``word``, the part of speech counts too."""
        text = self._plain(written)
        names = [f"{place}={text}"]
        if len(text) > 1:
            names.append(f"{place}=*{text[-1]}")
        classes = self._meant(text)
        if word is not None:
            parts_of_speech = self._classes(word, text)
            if place[0] == "-" and word.role == "measure" and text in TIMES:
                parts_of_speech = {"time"}  # 每天 says when, and counts nothing
            if classes and word.role != "measure" and not parts_of_speech & {"noun", "verb", "pronoun"}:
                # What names a thing: 他家 (his home) is no measure.
                parts_of_speech = parts_of_speech - {"measure"} | {"noun"}
            classes |= parts_of_speech
        names += [f"{place}:{name}" for name in sorted(classes)]
        return self._of_use(names)

    def _fields_of(self, text: str) -> frozenset[str]:
        """Return what a word names, the same wherever it stands."""
        return self._kinds(text).union(self._fields.get(text, ()), self._fields.get("*" + text[-1], ()))

    def _of_use(self, names: Iterable[str]) -> Names:
        kept = tuple(names if self._told is None else filter(self._told.__contains__, names))
        return self._same.setdefault(kept, kept) if self._told is not None else kept

    def _classes(self, word: Word, text: str) -> set[str]:
        """Return the parts of speech a neighbour has, the doubtful ones left out.

        Nearly any noun counts something somewhere: a measure word is only what is
        nothing else, or what the annotator found to be one.
        """
        if word.kind == "name":
            return {"name", "noun"}
        if word.kind == "number":
            return {"time"} if word.role in DATES else {"number"}
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


def _clause(words: Iterable[Word], reach: int) -> list[Word]:
    """Return the next words up to a punctuation mark, at most ``reach``, spaces left out."""
    found: list[Word] = []
    for word in islice(words, REACH + 3):
        if word.kind == "punctuation":
            if word.text not in PASSED_OVER:
                break
        elif word.kind != "space":
            found.append(word)
            if len(found) == reach:
                break
    return found


DATES = frozenset(("year", "date", "time"))
"""Roles of numbers that say when: 1989年 before a word does not count it."""
NUMBERS = frozenset("〇零一二两三四五六七八九十百千万亿几半俩仨廿卅数第")
ASKING = ("？", "?")
TIMES = frozenset("天 年 夜 周 日 晚 小时 分钟 秒钟".split())
"""Units of time, which are measure words and words for a time at once."""
PASSED_OVER = frozenset("“”‘’「」『』《》〈〉（）()\"'、·")
"""Marks that do not end a clause."""
