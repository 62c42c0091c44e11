"""What there is to decide for a word of several readings, found out once, whatever stands around it.

Of the rules for a word (``data/reading_rules.tsv``) only the cues look at the
sentence. Which reading each leads to, and whether the model is asked then, is the
same everywhere; and 的 stands in every other sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from webapp.language.cues import Classify, Cue
from webapp.language.document import DecidedBy, Word
from webapp.language.draft import Draft
from webapp.language.polyphones import Choice, PolyphoneModel
from webapp.language.readings import Reading, Rule, Rules
from webapp.language.spelling import STRUCTURAL
from webapp.language.words import Words


@dataclass(slots=True)
class Outcome:
    """What a rule, or none, makes of a word.

    ``choice`` is what the model then chooses from, None where it is not asked: there
    ``word`` is decided. ``weighed`` are the words that the model's answers led to so far
    (``asking.py``). ``is_settled``: so the word is everywhere.
    """

    own: str
    plain: str
    readings: tuple[Reading, ...]
    rule: Rule | None = None
    choice: Choice | None = None
    word: Word | None = None
    is_settled: bool = False
    weighed: dict[tuple[str, int], Word] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """The cues of a word's rules, each with its outcome, in their order, and the outcome where none holds."""

    cued: tuple[tuple[Cue, Outcome], ...]
    otherwise: Outcome

    def outcome(self, draft: Draft, index: int, classify: Classify) -> Outcome:
        """Return the outcome at a place of a draft."""
        place = None
        for cue, outcome in self.cued:
            if not cue:
                return outcome
            if place is None:
                place = draft.place(index, classify)
            for is_met in cue:  # cues.holds(), without the call: it is the commonest of all
                if not is_met(place):
                    break
            else:
                return outcome
        return self.otherwise


class Cases:
    """Makes the cases. There are as many as the dictionary has words of several readings, and rules."""

    def __init__(self, words: Words, rules: Rules, model: PolyphoneModel | None) -> None:
        self._words = words
        self._rules = rules
        self._model = model

    def case(self, own: str, plain: str, readings: tuple[Reading, ...]) -> Case:
        """Return what there is to decide for a word as written, of these readings, and in simplified characters."""
        otherwise = self._outcome(own, plain, readings, None)
        cued = []
        for rule in self._rules.of(plain):
            outcome = otherwise
            if rule.reading in readings:
                outcome = self._outcome(own, plain, readings, rule)
            elif rule.reading not in self._words.readings(plain, plain):  # else 隻 is zhī, whatever 只 may be
                # 壳 ké, which the dictionary has as qiào only
                outcome = self._outcome(own, plain, (*readings, rule.reading), rule)
            cued.append((rule.cue, outcome))
        return Case(tuple(cued), otherwise)

    def _outcome(self, own: str, plain: str, readings: tuple[Reading, ...], rule: Rule | None) -> Outcome:
        made = Outcome(own, plain, readings, rule)
        if rule is None and len(readings) == 1:
            made.word = self._words.word(own, plain, readings[0], "word")
        elif self._can_ask(plain) and (rule is None or rule.yields or plain not in STRUCTURAL):
            assert self._model is not None  # noqa: S101  # it can be asked
            made.choice = self._model.choice(plain, [reading[0].lower() for reading in readings])
        elif rule is not None:
            by: DecidedBy = "default" if rule.is_weak else "rule"
            made.word = self._words.word(own, plain, rule.reading, by, role=rule.role, others=readings)
        else:
            made.word = self._words.word(own, plain, readings[0], "default", others=readings)
            made.is_settled = True
        return made

    def _can_ask(self, plain: str) -> bool:
        return len(plain) == 1 and self._model is not None and self._model.knows(plain)
