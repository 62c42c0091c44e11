"""All the figures that senses are ranked by, and how they add up for one word.

Five tables stand behind the constants here:

``data/sense_shapes.tsv``  counted: what a verb, a noun ... has around it
``data/sense_counts.tsv``  counted: how often a sense of a word is meant, and beside what
``data/sense_cues.tsv``    hand-made: what beside the word shows that a sense is meant
``data/sense_grammar.tsv`` hand-made: what a shape of sense wants around it
``data/verbal.tsv``        learnt: what tells a verb from a noun (``verbal.py``)

The counted ones are made by ``training.py`` from sentence pairs with English. What
the shape of a sense and the field of a neighbour are is told by their English, with
``data/english_words.tsv`` and ``data/english_kinds.tsv`` (``shapes.py``, ``kinds.py``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Self, cast

from webapp.language.document import Word
from webapp.lexicon.cedict import Entry
from webapp.lexicon.glosses import PARENTHESES, alternatives
from webapp.lexicon.priors import prior
from webapp.lexicon.sense_cues import parse_cues, read_cell
from webapp.lexicon.sense_scores import Grammar, Weighed
from webapp.lexicon.shapes import Shape, shape
from webapp.lexicon.tables import rows
from webapp.lexicon.verbal import Either, Verbal, is_either

SAME_MEANING = 0.6
"""Two senses of one shape whose scores are closer are both shown in the gloss."""
COUNTED_AT_MOST = 1.5
ROLE_FITS = 4.0
"""What it counts that a sense has the shape of the role that the annotator found ..."""
CERTAIN_ROLES = {"measure": 6.0, "surname": 20.0}
"""... and for the roles that it finds by form alone."""
ADDRESS = re.compile(
    r".*(?:terms? of (?:address|respect)|(?:affectionate|respectful|polite|courteous) (?:term|title|form|appellation)|\bMrs?\b\.?|Miss\b)"
)
"""A sense by which people are addressed fits a title that stands after a name: 张大妈."""
ADDRESSED = 2.5
UNIT = re.compile(
    r"(?:\([^()]*\) ?)?(?:o'clock|minute|second\b|hour|day\b|date, day|week|month|year|time\b|times\b|generation|floor|meter|"
    r"gram|liter|ton\b|degree|dollar|yuan|point \(in sports|a point|0\.01|line \(bus|ordinal number|dozen|li, |tael|storied)"
)
"""What is counted without a measure word: its senses are measure words and nouns at once."""
BEFORE_ALTERNATIVES = ("; ", ")", ") ", "(")
ROLES: Mapping[str, frozenset[Shape]] = {
    "verb": frozenset({"verb"}),
    "noun": frozenset({"noun"}),
    "adjective": frozenset({"adjective"}),
    "adverb": frozenset({"adverb"}),
    "degree": frozenset({"adverb"}),
    "measure": frozenset({"measure"}),
    "classifier": frozenset({"measure"}),
    "preposition": frozenset({"preposition", "particle"}),
    "coverb": frozenset({"preposition", "particle"}),
    "auxiliary": frozenset({"auxiliary"}),
    "modal": frozenset({"auxiliary"}),
    "aspect": frozenset({"particle"}),
    "particle": frozenset({"particle"}),
    "conjunction": frozenset({"conjunction"}),
    "pronoun": frozenset({"pronoun"}),
    "number": frozenset({"number"}),
    "surname": frozenset({"surname"}),
    "suffix": frozenset({"suffix"}),
    "locative": frozenset({"direction", "preposition", "suffix"}),
    "result": frozenset({"particle", "adjective", "adverb", "verb"}),
    "directional": frozenset({"particle"}),
}


@dataclass(frozen=True, slots=True)
class SenseWeights:
    """The tables, read once a ranker."""

    by_shape: Mapping[str, Mapping[Shape, float]]
    counted: Mapping[str, Sequence[tuple[str, str, float]]]  # word -> (alternative, cue or "", weight)
    cues: Mapping[str, Sequence[tuple[str, str]]]  # word -> (fragment, cues as written)
    grammar: Grammar
    fields: Mapping[str, tuple[str, ...]]
    verbal: Verbal = field(default_factory=lambda: Verbal({}, {}))

    @classmethod
    def load(cls) -> Self:
        """Read the tables in ``data/``."""
        by_shape = _shape_table()
        grammar = []
        for kind, written in rows("sense_grammar.tsv", 2):
            for cue in parse_cues(kind, written):
                if len(cue.needs) == 1 and not cue.without:
                    weights = by_shape.setdefault(next(iter(cue.needs)), {})
                    weights[cast(Shape, kind)] = weights.get(cast(Shape, kind), 0.0) + cue.weight
                else:
                    grammar.append(cue)
        return cls(by_shape, _counted_table(), _cue_table(), Grammar(grammar), _fields(), Verbal.load())

    def told(self) -> frozenset[str]:
        """Return the names of all cues that some word or shape has a weight for."""
        names = set(chain(self.by_shape, self.verbal.cues))
        names.update(cue for _, cue, _ in chain.from_iterable(self.counted.values()))
        names.update(chain.from_iterable(cue.needs | cue.without for cue in self.grammar.cues))
        for fragment, written in chain.from_iterable(self.cues.values()):
            cell = read_cell(fragment, written)
            names.update(name for name, _ in cell.single)
            names.update(chain.from_iterable(cue.needs | cue.without for cue in cell.several))
        return frozenset(names)

    def weigh(self, form: str, word: Word, senses: Sequence[tuple[Entry, str]]) -> Weighed:
        """Gather all that bears on the senses of a word."""
        texts = [sense for _, sense in senses]
        weighed = Weighed(texts, [shape(text) for text in texts], self.by_shape)
        counts: dict[int, int] = {}
        for entry, sense in senses:
            position = counts[id(entry)] = counts.get(id(entry), -1) + 1
            weighed.priors.append(list(prior(entry, sense, position, word)))
        for index, kind in enumerate(weighed.shapes):
            fitting = kind in ROLES.get(word.role, ()) or word.role == "measure" and UNIT.match(texts[index])
            if word.role and fitting:
                fits = CERTAIN_ROLES.get(word.role, ROLE_FITS)
                weighed.priors[index].append((f"role={word.role}", fits))
            if ADDRESS.match(texts[index]):
                weighed.tell("-1:name", index, ADDRESSED)
        simplified = senses[0][0].simplified if senses else form
        self._count(weighed, self.counted.get(simplified, ()))
        for key in dict.fromkeys((simplified, word.text)):  # 機車 is a scooter, 机车 an engine
            for fragment, written in self.cues.get(key, ()):
                weighed.add(read_cell(fragment, written), matching(fragment, texts))
        if is_either(simplified, weighed.shapes):
            verbs, nouns = (
                [index for index, kind in enumerate(weighed.shapes) if kind == wanted]
                for wanted in ("verb", "noun")
            )
            weighed.either = Either(self.verbal.cues, self.verbal.leaning(simplified), verbs, nouns)
        return weighed.finish(self.grammar)

    def _count(self, weighed: Weighed, counted: Sequence[tuple[str, str, float]]) -> None:
        if not counted:
            return
        listed = [keys(sense) for sense in weighed.senses]
        first: dict[str, list[int]] = {}
        later: dict[str, list[int]] = {}
        for index, parts in enumerate(listed):
            for part in parts:
                (first if part == parts[0] else later).setdefault(part, []).append(index)
        places = later | first  # an alternative is counted for the sense that begins with it
        for part, cue, weight in counted:
            for index in places.get(part, ()):
                if cue:
                    weighed.tell(cue, index, weight)
                else:
                    held = max(-COUNTED_AT_MOST, min(weight, COUNTED_AT_MOST))
                    weighed.priors[index].append(("counted", held))


def matching(fragment: str, senses: Sequence[str]) -> list[int]:
    """Return which senses a row of the hand-made table means.

    A piece of wording means the senses whose first alternative it is, else those
    that begin with it, else those in which it begins another alternative; only when
    it does none of this, those that have it anywhere.

    >>> matching("only", ["then and only then", "(before an expression of quantity) only"])
    [1]
    >>> matching("only then", ["then and only then", "only"])
    [0]
    >>> matching("to go", ["to go away", "to go (to a place)", "to walk; to go"])
    [1]
    """
    having = [index for index, sense in enumerate(senses) if fragment in sense]
    if len(having) < 2:
        return having
    ranks = [_rank(fragment, senses[index]) for index in having]
    return [index for index, rank in zip(having, ranks, strict=True) if rank == min(ranks)]


def _rank(fragment: str, sense: str) -> int:
    """Return how nearly a piece of wording is a sense: 1 for its first alternative ... 4 for a word inside it."""
    if next(iter(keys(sense)), "") == fragment:
        return 1
    at = sense.find(fragment)
    while at >= 0:
        follows = sense[at + len(fragment) : at + len(fragment) + 1]
        if (not at or sense.endswith(BEFORE_ALTERNATIVES, 0, at)) and not "a" <= follows <= "z":
            return 3 if "; " in sense[:at] else 2
        at = sense.find(fragment, at + 1)
    return 4


def keys(sense: str) -> list[str]:
    """Return the alternatives of a sense as the counted table writes them.

    >>> keys("to spend (money, time); (fig.) to use up")
    ['to spend', 'to use up']
    """
    bare = (PARENTHESES.sub("", part).strip(" .,").lower() for part in alternatives(sense))
    return [part for part in bare if part]


def _shape_table() -> dict[str, dict[Shape, float]]:
    table: dict[str, dict[Shape, float]] = {}
    for cue, kind, weight in rows("sense_shapes.tsv", 3):
        table.setdefault(cue, {})[cast(Shape, kind)] = float(weight)
    for weights in table.values():
        if "noun" in weights:  # names were not counted, but stand where nouns do
            weights.setdefault("name", weights["noun"])
    return table


def _counted_table() -> dict[str, list[tuple[str, str, float]]]:
    table: dict[str, list[tuple[str, str, float]]] = {}
    for word, part, cue, weight in rows("sense_counts.tsv", 4):
        table.setdefault(word, []).append((part, cue, float(weight)))
    return table


def _cue_table() -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for word, fragment, written in rows("sense_cues.tsv", 3):
        table.setdefault(word, []).append((fragment, written))
    return table


def _fields() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for name, words in rows("fields.tsv", 2):
        for word in dict.fromkeys(words.split()):
            table.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in table.items()}
