"""Ask the model about a batch of sentences at once, and weigh its answers against the rules.

It is asked about the words of one character that are still open, and about the
characters inside all longer words (``spelling.py``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice

from webapp.language.cases import Outcome
from webapp.language.document import DecidedBy, Word
from webapp.language.draft import Draft
from webapp.language.polyphones import Choice, PolyphoneModel, Prediction
from webapp.language.spelling import HESITANT_BELOW_IN_RARE, NOBODY, Heard, Places, Question, Speller
from webapp.language.words import Words

UNSURE_BELOW = 0.7
"""A model less sure than this does not speak against the everyday reading."""
DOUBTFUL_BELOW = 0.9985
"""A reading that the model holds less likely than this is marked as open to doubt."""
CONTRADICTED_FROM = 0.9
"""So sure must the model be of another reading to make a rule's decision doubtful."""
OVERRULED_FROM = 0.99
"""So sure, to have the last word where the rule's cue is a broad one (``Rule.yields``)."""
BARS = (UNSURE_BELOW, CONTRADICTED_FROM, OVERRULED_FROM, DOUBTFUL_BELOW)

Open = tuple[int, Outcome]
"""An open word: its place among the tokens, and what the rules made of it."""
Asked = tuple[Sequence[Open], Sequence[int]]
"""The open words of a draft, and the places of the longer ones that may be asked about."""


class Asker:
    """Decides what was left to the model."""

    def __init__(self, words: Words, model: PolyphoneModel) -> None:
        self._words = words
        self._model = model
        self._speller = Speller(words, model)

    def may_be_asked(self, word: Word, plain: str) -> bool:
        """Whether there is a character in a longer word, as ``plain`` in simplified ones, to ask about."""
        return self._speller.asked(word, plain) is not NOBODY

    def ask(self, drafts: Sequence[Draft], asked: Sequence[Asked]) -> None:
        """Decide the open words of each draft, in place, and read the longer ones as the answers have it.

        A rule with a cue stands against the model, but a model that is sure of
        another reading makes it doubtful, and where the cue is broad has its way.
        A rule without a cue (the everyday
        reading of a character) gives way to the model.
        """
        texts: list[str] = []
        places: list[list[int]] = []
        choices: list[list[Choice]] = []
        concerned: list[tuple[Draft, Sequence[Open], list[Question]]] = []
        for draft, (own, longer) in zip(drafts, asked, strict=True):
            inside = self._speller.questions(draft, longer) if longer else []
            if not own and not inside:
                continue
            starts = draft.starts
            at = [starts[index] for index, _ in own]
            among = [outcome.choice for _, outcome in own if outcome.choice is not None]
            for index, within, own_choices in inside:
                start = starts[index]
                at += [start + place for place in within]
                among += own_choices
            concerned.append((draft, own, inside))
            texts.append(draft.plain)
            places.append(at)
            choices.append(among)
        heard: list[Heard] = []
        answers = self._model.answers(texts, places, choices)
        for draft, own, inside in concerned:
            words = draft.words
            for (index, outcome), answer in zip(own, islice(answers, len(own)), strict=True):
                words[index] = self._weigh(outcome, answer)
            for index, within, _ in inside:
                said = [*islice(answers, len(within))]
                if not _agree(words[index], within, said):
                    heard.append((draft, index, within, said))
        self._speller.spell(heard)

    def _weigh(self, outcome: Outcome, answer: Prediction) -> Word:
        """Choose between a rule and the model's answer for one word; each case is decided once."""
        key = answer.reading, bisect_right(BARS, answer.probability)
        word = outcome.weighed.get(key)
        if word is None:
            word = outcome.weighed[key] = self._choose(outcome, answer)
        return word

    def _choose(self, outcome: Outcome, answer: Prediction) -> Word:
        """Choose anew; of the probability only its place among ``BARS`` matters."""
        rule, readings = outcome.rule, outcome.readings
        guessed = next((r for r in readings if r[0].lower() == answer.reading), readings[0])
        agrees = rule is not None and guessed[0].lower() == rule.reading[0].lower()
        by: DecidedBy
        is_overruled = rule is not None and rule.yields and answer.probability >= OVERRULED_FROM
        if rule is not None and not rule.is_weak and (agrees or not is_overruled):
            reading, by, role = rule.reading, "rule", rule.role
            doubtful = not agrees and answer.probability >= CONTRADICTED_FROM
            others = readings if agrees else (guessed, *readings)
        elif rule is not None and not agrees and answer.probability < UNSURE_BELOW:
            reading, by, role = rule.reading, "default", rule.role
            doubtful, others = True, (guessed, *readings)
        else:
            reading, by, role = guessed, "model", rule.role if rule is not None and agrees else ""
            doubtful, others = answer.probability < DOUBTFUL_BELOW, readings
        return self._words.word(
            outcome.own, outcome.plain, reading, by, role=role, others=others, doubtful=doubtful
        )


def _agree(word: Word | None, places: Places, answers: Sequence[Prediction]) -> bool:
    """Whether all answers are what a word is read as, and none hesitates: most are, and leave nothing to weigh."""
    if word is None:
        return True
    for place, answer in zip(places, answers, strict=True):
        if answer.reading != word.syllables[place].citation or answer.probability < HESITANT_BELOW_IN_RARE:
            return False
    return True
