"""Give every word of a sentence its reading: ask the sources of ``readings.py`` in their order."""

from __future__ import annotations

from collections.abc import Sequence

from webapp.language.cues import Classify
from webapp.language.document import Word
from webapp.language.draft import Draft
from webapp.language.polyphones import PolyphoneModel
from webapp.language.readings import Reading, Rules
from webapp.language.word_classes import SURNAMES, TITLES_AFTER_NAMES
from webapp.language.words import Words

DOUBTFUL_BELOW = 0.8
"""A reading that the model holds less likely than this is marked as open to doubt."""


class Resolver:
    """Gives every open word of a draft its reading."""

    def __init__(self, words: Words, rules: Rules, classify: Classify, model: PolyphoneModel | None) -> None:
        self._words = words
        self._rules = rules
        self._classify = classify
        self._model = model
        self._settled: dict[tuple[str, str], Word] = {}

    def resolve(self, drafts: Sequence[Draft]) -> None:
        """Decide all open words of the drafts, in place."""
        asked: list[tuple[Draft, int, tuple[Reading, ...]]] = []
        for draft in drafts:
            same = draft.text == draft.plain
            for index, word in enumerate(draft.words):
                if word is None:
                    plain = draft.cuts[index]
                    own = plain if same else draft.own(index)
                    settled = self._settled.get((own, plain)) if index not in draft.names else None
                    if settled is not None:
                        draft.words[index] = settled
                    else:
                        self._decide(draft, index, own, plain, asked)
        if asked:
            self._ask(asked)

    def _decide(
        self,
        draft: Draft,
        index: int,
        own: str,
        plain: str,
        asked: list[tuple[Draft, int, tuple[Reading, ...]]],
    ) -> None:
        kind = draft.names.get(index)
        if kind is not None and (kind == "person" or not self._words.readings(own, plain)):
            make = self._words.person if kind == "person" else self._words.foreign
            draft.words[index] = make(own, plain)
            return
        readings = self._words.readings(own, plain)
        if plain in SURNAMES and self._is_surname(draft, index):
            draft.words[index] = self._words.surname(own, plain)
        elif len(readings) == 1:
            self._settle(draft, index, self._words.word(own, plain, readings[0], "word"))
        elif not readings:
            settled = self._words.single(own) if len(own) == 1 else self._words.compound(own, plain)
            self._settle(draft, index, settled)
        else:
            rule = (
                self._rules.decide(plain, draft.place(index, self._classify))
                if plain in self._rules
                else None
            )
            if rule is not None:
                word = self._words.word(own, plain, rule.reading, "rule", role=rule.role, others=readings)
                draft.words[index] = word
            elif len(plain) == 1 and self._model is not None and self._model.knows(plain):
                asked.append((draft, index, readings))
            else:
                self._settle(
                    draft, index, self._words.word(own, plain, readings[0], "default", others=readings)
                )

    @staticmethod
    def _is_surname(draft: Draft, index: int) -> bool:
        """Tell the surname of 任先生 and 老王, 姓曾 from the same character as a word."""
        before = draft.cuts[index - 1] if index else ""
        after = draft.cuts[index + 1] if index + 1 < len(draft.cuts) else ""
        return after in TITLES_AFTER_NAMES or before == "姓"

    def _settle(self, draft: Draft, index: int, word: Word) -> None:
        draft.words[index] = word
        plain = draft.cuts[index]
        if plain not in self._rules and plain not in SURNAMES:
            self._settled[word.text, plain] = word

    def _ask(self, asked: Sequence[tuple[Draft, int, tuple[Reading, ...]]]) -> None:
        """Ask the model about all open words of a batch at once."""
        assert self._model is not None  # noqa: S101  # only asked when there is one
        requests: dict[int, tuple[str, list[int]]] = {}
        allowed: dict[int, list[tuple[str, ...]]] = {}
        for draft, index, readings in asked:
            requests.setdefault(id(draft), (draft.plain, []))[1].append(draft.starts[index])
            allowed.setdefault(id(draft), []).append(tuple(r[0].lower() for r in readings))
        answers = self._model.predict(list(requests.values()), list(allowed.values()))
        flat = iter([answer for per_text in answers for answer in per_text])
        for draft, index, readings in asked:
            answer = next(flat)
            chosen = next((r for r in readings if r[0].lower() == answer.reading), readings[0])
            draft.words[index] = self._words.word(
                draft.own(index), draft.cuts[index], chosen, "model",
                doubtful=answer.probability < DOUBTFUL_BELOW, others=readings,
            )  # fmt: skip
