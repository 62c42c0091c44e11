"""The sums that rank the senses of one word: all that bears on them, and how it adds up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, repeat
from operator import add
from typing import NamedTuple

from webapp.lexicon.context import Called, Names, is_far
from webapp.lexicon.sense_cues import Cell, Cue
from webapp.lexicon.shapes import Shape
from webapp.lexicon.verbal import Either


class OfShapes(NamedTuple):
    """The cues of all words that bear on senses of some shapes, ``conditional`` by what is sought first of them."""

    always: tuple[Cue, ...]
    conditional: Mapping[str, Sequence[Cue]]
    looks_far: bool


Telling = tuple[tuple[int, float], ...]
"""What a cue of one condition says: (the place of a sense, weight)."""


class Grammar:
    """What all words share: the cues of several conditions that bear on shapes of senses, which their fragments are."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self.cues = cues
        self.of: Callable[[frozenset[Shape]], OfShapes] = lru_cache(None)(self._of)

    def _of(self, shapes: frozenset[Shape]) -> OfShapes:
        found = [cue for cue in self.cues if cue.fragment in shapes]
        conditional: dict[str, list[Cue]] = {}
        for cue in found:
            if cue.needs or cue.without:
                conditional.setdefault(_telling_most(cue.needs), []).append(cue)
        names = chain.from_iterable(cue.needs | cue.without for cue in found)
        always = tuple(cue for cue in found if not cue.needs and not cue.without)
        return OfShapes(always, conditional, any(map(is_far, names)))


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
    single: dict[str, Telling] = field(default_factory=dict)
    several: dict[str, list[tuple[int, Cue]]] = field(default_factory=dict)  # by what is sought first
    grammar: Mapping[str, Sequence[Cue]] = field(
        default_factory=dict
    )  # of all words: their fragment is a shape
    kinds: tuple[Shape, ...] = ()
    kind_of: tuple[int, ...] = ()  # the place of each sense's shape among the kinds
    looks_far: bool = False  # whether any of the cues is not close to the word
    either: Either | None = None  # what tells the verb from the noun, where it is both

    def add(self, cell: Cell, places: Sequence[int]) -> None:
        """Enter the cues of the senses at ``places`` where they cost least to look up."""
        for index in places:
            self.priors[index] += cell.usual
            for name, weight in cell.single:
                self.tell(name, index, weight)
            for cue in cell.several:
                self.several.setdefault(_telling_most(cue.needs), []).append((index, cue))

    def tell(self, name: str, index: int, weight: float) -> None:
        """Enter a cue of one condition."""
        alone = _alone(index, weight)
        self.single[name] = self.single[name] + alone if name in self.single else alone

    def finish(self, grammar: Grammar) -> Weighed:
        """Sum up what holds without context; ``grammar`` bears on senses by their shape."""
        self.kinds = tuple(dict.fromkeys(self.shapes))
        self.kind_of = tuple(map(self.kinds.index, self.shapes))
        shared = grammar.of(frozenset(self.kinds))
        self.grammar = shared.conditional
        for cue in shared.always:
            for index in self._shaped(cue.fragment):
                self.priors[index].append((cue.name, cue.weight))
        self.base = [sum(weight for _, weight in prior) for prior in self.priors]
        several = (cue.needs | cue.without for _, cue in chain.from_iterable(self.several.values()))
        self.looks_far = shared.looks_far or any(
            map(is_far, chain(self.single, chain.from_iterable(several)))
        )
        return self

    def scores(self, near: Iterable[Called], far: Iterable[Names]) -> list[float]:
        """Return the score of each sense between these cues (see ``scene.py``)."""
        fits: list[float] = []
        cues: list[str] = []
        verbal = 0.0
        for names, shaping, weight in near:
            cues += names
            verbal += weight
            if shaping:
                bearing = map(shaping.get, self.kinds, repeat(0.0))
                fits = [*map(add, fits, bearing)] if fits else [*bearing]
        cues.extend(chain.from_iterable(far))
        scores = [*map(add, self.base, map(fits.__getitem__, self.kind_of))] if fits else self.base.copy()
        if self.either is not None:
            self.either.weigh(verbal, scores)
        # No sets: sums of floats come out the same only in the same order.
        for name in dict.fromkeys(filter(self.single.__contains__, cues)):
            for index, weight in self.single[name]:
                scores[index] += weight
        if self.several or self.grammar:
            self._hear(dict.fromkeys(cues), scores)
        return scores

    def _hear(self, cues: Mapping[str, None], scores: list[float]) -> None:
        """Add what the cues of several conditions say."""
        holding = cues.keys()
        for name in chain(filter(self.several.__contains__, cues), ("",)):
            for index, cue in self.several.get(name, ()):
                if cue.needs <= holding and cue.without.isdisjoint(holding):
                    scores[index] += cue.weight
        for name in chain(filter(self.grammar.__contains__, cues), ("",)):
            for cue in self.grammar.get(name, ()):
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
        for cue in chain.from_iterable(self.grammar.values()):
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


@lru_cache(4096)  # few indices and weights: the same pair serves for thousands of cues
def _alone(index: int, weight: float) -> Telling:
    return ((index, weight),)
