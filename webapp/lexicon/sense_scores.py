"""The sums that rank the senses of one word: all that bears on them, and how it adds up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import chain
from operator import add
from typing import NamedTuple

from webapp.lexicon.context import is_far
from webapp.lexicon.sense_cues import Cue
from webapp.lexicon.shapes import Shape
from webapp.lexicon.verbal import Either


class OfShapes(NamedTuple):
    """The cues of all words that bear on senses of some shapes; ``told_by`` are the names in their conditions."""

    always: tuple[Cue, ...]
    conditional: tuple[Cue, ...]
    told_by: frozenset[str]


Bearing = tuple[tuple[int, float], ...]
"""What a cue weighs for each of a word's kinds of senses that it bears on: (the place among them, weight)."""


class _Bearing(dict[str, Bearing]):
    """How cues bear on the kinds of senses that some words have, found when first asked for."""

    def __init__(self, by_shape: Mapping[str, Mapping[Shape, float]], kinds: Sequence[Shape]) -> None:
        super().__init__()
        self._by_shape = by_shape
        self._kinds = kinds

    def __missing__(self, name: str) -> Bearing:
        weights = self._by_shape[name]
        found = self[name] = tuple(
            (place, weights[kind]) for place, kind in enumerate(self._kinds) if kind in weights
        )
        return found


class Grammar:
    """What all words share: how cues bear on shapes of senses. Few sets of shapes serve for all words.

    ``by_shape`` has the weights of single cues, ``cues`` are of several conditions, their fragments being shapes.
    """

    def __init__(self, by_shape: Mapping[str, Mapping[Shape, float]], cues: Sequence[Cue]) -> None:
        self.cues = cues
        self.of: Callable[[frozenset[Shape]], OfShapes] = lru_cache(None)(self._of)
        self.bearing: Callable[[tuple[Shape, ...]], Mapping[str, Bearing]] = lru_cache(None)(
            partial(_Bearing, by_shape)
        )

    def _of(self, shapes: frozenset[Shape]) -> OfShapes:
        found = [cue for cue in self.cues if cue.fragment in shapes]
        conditional = tuple(cue for cue in found if cue.needs or cue.without)
        always = tuple(cue for cue in found if not cue.needs and not cue.without)
        return OfShapes(
            always, conditional, frozenset().union(*(cue.needs | cue.without for cue in conditional))
        )


@dataclass(slots=True)
class Weighed:
    """The senses of one word with everything that bears on them.

    ``single`` and ``several`` hold the word's own cues, of one condition and of
    more; ``by_shape`` is the table that all words share. :meth:`finish` is called
    once all is entered.
    """

    senses: list[str]
    shapes: list[Shape]
    by_shape: Mapping[str, Mapping[Shape, float]]
    priors: list[list[tuple[str, float]]] = field(default_factory=list)
    base: list[float] = field(default_factory=list)
    single: dict[str, list[tuple[int, float]]] = field(default_factory=dict)
    several: dict[str, list[tuple[int, Cue]]] = field(default_factory=dict)  # by what is sought first
    grammar: tuple[Cue, ...] = ()  # of all words: their fragment is a shape
    kinds: tuple[Shape, ...] = ()
    kind_of: tuple[int, ...] = ()  # the place of each sense's shape among the kinds
    bearing: Mapping[str, Bearing] = field(default_factory=dict)
    only_told: bool = False  # whether nothing but the shapes bears on it where no cue tells
    told_by: frozenset[str] = frozenset()  # the cues that its own tables know
    looks_far: bool = False  # whether any of them is not close to the word
    either: Either | None = None  # what tells the verb from the noun, where it is both

    def add(self, cue: Cue, places: Iterable[int]) -> None:
        """Enter a cue of the senses at ``places`` where it costs least to look up."""
        for index in places:
            if not cue.needs and not cue.without:
                self.priors[index].append((cue.name, cue.weight))
            elif len(cue.needs) == 1 and not cue.without:
                self.single.setdefault(next(iter(cue.needs)), []).append((index, cue.weight))
            else:
                self.several.setdefault(_telling_most(cue.needs), []).append((index, cue))

    def finish(self, grammar: Grammar) -> Weighed:
        """Sum up what holds without context; ``grammar`` bears on senses by their shape."""
        self.kinds = tuple(dict.fromkeys(self.shapes))
        self.kind_of = tuple(map(self.kinds.index, self.shapes))
        self.bearing = grammar.bearing(self.kinds)
        shared = grammar.of(frozenset(self.kinds))
        self.grammar = shared.conditional
        for cue in shared.always:
            self.add(cue, self._shaped(cue.fragment))
        self.base = [sum(weight for _, weight in prior) for prior in self.priors]
        own = (cue.needs | cue.without for _, cue in chain.from_iterable(self.several.values()))
        self.only_told = "" not in self.several and all(cue.needs for cue in self.grammar)
        self.told_by = shared.told_by.union(self.single, *own)
        self.looks_far = any(map(is_far, self.told_by))
        return self

    def scores(self, near: Iterable[tuple[str, ...]], far: Iterable[tuple[str, ...]]) -> list[float]:
        """Return the score of each sense between these cues (see ``Surroundings.around``)."""
        shaping = [*chain.from_iterable(near)]
        fits = [0.0] * len(self.kinds)
        for bearing in map(self.bearing.__getitem__, filter(self.by_shape.__contains__, shaping)):
            for kind, weight in bearing:
                fits[kind] += weight
        scores = [*map(add, self.base, map(fits.__getitem__, self.kind_of))]
        if self.either is not None:
            self.either.weigh(near, scores)
        known = filter(self.told_by.__contains__, chain(shaping, chain.from_iterable(far)))
        telling = dict.fromkeys(known)  # no set: sums of floats come out the same only in the same order
        if telling or not self.only_told:
            self._hear(telling, scores)
        return scores

    def _hear(self, telling: Mapping[str, None], scores: list[float]) -> None:
        """Add what the cues say that the word's own tables know."""
        for name in telling:
            for index, weight in self.single.get(name, ()):
                scores[index] += weight
        if self.several or self.grammar:
            holding = telling.keys()
            for name in chain(telling, ("",)):
                for index, cue in self.several.get(name, ()):
                    if cue.needs <= holding and cue.without.isdisjoint(holding):
                        scores[index] += cue.weight
            for cue in self.grammar:
                if cue.needs <= holding and cue.without.isdisjoint(holding):
                    for index in self._shaped(cue.fragment):
                        scores[index] += cue.weight

    def _shaped(self, kind: str) -> list[int]:
        return [index for index, shape in enumerate(self.shapes) if shape == kind]

    def terms(self, cues: set[str]) -> list[list[tuple[str, float]]]:
        """Return, for each sense, the named terms that :meth:`scores` sums up."""
        terms = [list(prior) for prior in self.priors]
        for name in sorted(cues):
            for index, weight in self.single.get(name, ()):
                terms[index].append((name, weight))
            for index, kind in enumerate(self.shapes):
                weight = self.by_shape.get(name, {}).get(kind, 0.0)
                if weight:
                    terms[index].append((f"{name} for a {kind}", weight))
        for index, cue in chain.from_iterable(self.several.values()):
            if cue.needs <= cues and not cue.without & cues:
                terms[index].append((cue.name, cue.weight))
        for cue in self.grammar:
            if cue.needs <= cues and not cue.without & cues:
                for index in self._shaped(cue.fragment):
                    terms[index].append((cue.name, cue.weight))
        if self.either is not None:
            told = self.either.terms(sorted(cues))
            is_verb = sum(weight for _, weight in told) > 0
            for index in self.either.nouns if is_verb else self.either.verbs:
                terms[index] += [(name, -weight if is_verb else weight) for name, weight in told]
        return terms


def _telling_most(needs: frozenset[str]) -> str:
    """Return the condition to look for first, "" where there is none: a word (+1=茶) before a class (+1:noun)."""
    return min(needs, key=lambda name: ("=" not in name, name), default="")
