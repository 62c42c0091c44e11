"""Rank the senses of a word for the sentence it stands in, and say why.

A sense's score is a sum: what is known of it before any context (``prior``:
archaic and dialect senses behind, counted frequency), how well its shape fits
the neighbours (a verb before its object), and the cues of the word itself
(打 before 电话). All figures are in ``priors.py``, ``sense_weights.py`` and its tables;
:meth:`SenseRanker.explain` lists the terms of the sum.

Words with one sense cost a look-up. For the others the cues around them are
named (``context.py``) and looked up in the word's own small table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from webapp.language.document import Syllable, Word
from webapp.language.lately import Lately
from webapp.lexicon.cedict import Entry
from webapp.lexicon.context import Surroundings
from webapp.lexicon.glosses import gloss
from webapp.lexicon.lexicon import Lexicon
from webapp.lexicon.meanings import is_pointer, with_meanings
from webapp.lexicon.scene import Scene
from webapp.lexicon.sense_scores import Weighed
from webapp.lexicon.sense_weights import SAME_MEANING, SenseWeights

WORDS_KEPT = 20_000
CANDIDATES_KEPT = 12_000

_Sameness = tuple[str, str, str, str, tuple[Syllable, ...]]


@dataclass(frozen=True, slots=True)
class Ranking:
    """A word's entries, the chosen reading first, in it the entry and the sense that fit here.

    The other senses follow in the order that they have without context. ``gloss``
    is the short form of the sense on top, None for a word that no entry explains;
    ``wording`` is the same in the dictionary's own words.
    """

    entries: tuple[Entry, ...]
    gloss: str | None = None
    wording: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One term of a sense's score."""

    sense: str
    cue: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Candidates:
    """What there is to rank for a word: the entries of its reading, and the others."""

    chosen: tuple[Entry, ...]
    others: tuple[Entry, ...]
    senses: tuple[tuple[int, str], ...]  # (index of the entry, sense)
    weighed: Weighed | None  # None: nothing to choose
    default: Ranking
    rankings: dict[tuple[int, int], Ranking] = field(default_factory=dict)  # those met already


class SenseRanker:
    """Ranks senses with a lexicon's entries and the tables of weights."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._weights = SenseWeights.load()
        weights = self._weights
        self._surroundings = Surroundings(
            lexicon.tags(),
            weights.fields,
            lexicon.kinds,
            weights.told(),
            weights.by_shape,
            weights.verbal.cues,
        )
        self._known = Lately[int, tuple[Word, _Candidates]](
            WORDS_KEPT
        )  # the word held: its identity stays taken
        self._shared = Lately[_Sameness, _Candidates](CANDIDATES_KEPT)

    def scene(self, words: Sequence[Word]) -> Scene:
        """Return a sentence, ready to have its words ranked."""
        return Scene(words, self._surroundings)

    def rank(self, word: Word, scene: Scene, index: int) -> Ranking:
        """Rank the senses of a word, which is the one at ``index`` of its sentence."""
        held = self._known.get(id(word))
        known = held[1] if held is not None else self._remember(word)
        weighed = known.weighed
        if weighed is None:
            return known.default
        scores = weighed.scores(scene.near(index), scene.far(index) if weighed.looks_far else ())
        first = scores.index(max(scores))
        second = _near_equal(weighed, scores, first)
        ranking = known.rankings.get((first, second))
        if ranking is None:
            ranking = known.rankings[first, second] = _ranking(known, weighed, first, second)
        return ranking

    def explain(self, word: Word, scene: Scene, index: int) -> tuple[Reason, ...]:
        """Return the terms that the scores are sums of, sense by sense, best sense first."""
        known = self._candidates(word)
        if known.weighed is None:
            return ()
        terms = known.weighed.terms(scene.cues(index))
        order = _best_first([sum(weight for _, weight in term) for term in terms])
        return tuple(Reason(known.senses[i][1], cue, weight) for i in order for cue, weight in terms[i])

    def _remember(self, word: Word) -> _Candidates:
        """Keep what there is to rank: once for words that differ in their notes only."""
        key = (word.text, word.headword, word.kind, word.role, word.syllables)
        known = self._shared.get(key)
        if known is None:
            known = self._shared.keep(key, self._candidates(word))
            if known.weighed is not None:
                known.weighed.priors = []  # summed up; kept for every word of a novel they take 20 MB
        self._known.keep(id(word), (word, known))
        return known

    def _candidates(self, word: Word) -> _Candidates:
        form = word.headword or word.text
        entries = self._lexicon.entries(word.text) or self._lexicon.entries(form)
        chosen = tuple(entry for entry in entries if _is_read_so(entry, word)) or entries
        others = tuple(with_meanings(entry, self._lexicon) for entry in entries if entry not in chosen)
        meant = tuple(entry for entry in chosen if not is_pointer(entry))
        if meant:  # an old way to write the same word adds no meaning to it
            others = (*(entry for entry in chosen if entry not in meant), *others)
            chosen = meant
        chosen = tuple(with_meanings(entry, self._lexicon) for entry in chosen)
        senses = tuple((index, sense) for index, entry in enumerate(chosen) for sense in entry.senses)
        if len(senses) < 2:
            default = Ranking(chosen + others, *gloss(senses[0][1])) if senses else Ranking(others)
            return _Candidates(chosen, others, senses, None, default)
        weighed = self._weights.weigh(form, word, [(chosen[index], sense) for index, sense in senses])
        return _Candidates(chosen, others, senses, weighed, Ranking(chosen + others))


def _best_first(scores: Sequence[float]) -> list[int]:
    """Return the indices by falling score; equal ones keep the dictionary's order.

    The terms of a sum come in any order, so its last digits are not to be trusted.
    """
    return sorted(range(len(scores)), key=lambda i: -round(scores[i], 6))


def _near_equal(weighed: Weighed, scores: Sequence[float], first: int) -> int:
    """Return a sense of the same shape that scores nearly as high, -1 when there is none."""
    best, at = scores[first] - SAME_MEANING, -1
    for index, score in enumerate(scores):
        if score > best and index != first and weighed.shapes[index] == weighed.shapes[first]:
            best, at = score, index
    return at


def _ranking(known: _Candidates, weighed: Weighed, first: int, second: int) -> Ranking:
    """Put a sense on top, the others in the order of what is known without context."""
    order = sorted(range(len(weighed.base)), key=lambda i: (i != first, -weighed.base[i]))
    by_entry: dict[int, list[str]] = {}
    for i in order:
        index, sense = known.senses[i]
        by_entry.setdefault(index, []).append(sense)
    entries = tuple(_reordered(known.chosen[index], senses) for index, senses in by_entry.items())
    together = [known.senses[i][1] for i in (first, second) if i >= 0]
    return Ranking(entries + known.others, *gloss(*together))


def _reordered(entry: Entry, senses: list[str]) -> Entry:
    ordered = tuple(senses)
    return entry if ordered == entry.senses else replace(entry, senses=ordered)


def _is_read_so(entry: Entry, word: Word) -> bool:
    """Whether an entry has the word's reading; capitals do not count, nor do dots and commas.

    A marker of aspect may be read with its full tone (看过 guò), the dictionary has it without,
    and what says a direction after a verb (哭起来) is listed with light tones.
    """
    spoken = " ".join(s.citation for s in word.syllables).lower().split()
    listed = [s.lower() for s in entry.syllables if s not in (",", "·")]
    if word.role in ("aspect", "directional"):
        return [s.rstrip("12345") for s in spoken] == [s.rstrip("12345") for s in listed]
    return spoken == listed
