"""Give every word of a sentence its reading: ask the sources of ``readings.py`` in their order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import islice

from webapp.language.cues import Classify
from webapp.language.document import DecidedBy, Word
from webapp.language.draft import Draft
from webapp.language.forms_of_address import COMMON_SURNAMES
from webapp.language.polyphones import PolyphoneModel, Prediction
from webapp.language.readings import Reading, Rule, Rules
from webapp.language.separable import ABLE, LIGHT, find_separated
from webapp.language.spelling import STRUCTURAL, Speller
from webapp.language.word_classes import (
    CONJUNCTIONS,
    DEMONSTRATIVES,
    PREPOSITIONS,
    SURNAMES,
    TITLES_AFTER_NAMES,
)
from webapp.language.words import Words

UNSURE_BELOW = 0.8
"""A model less sure than this does not speak against the everyday reading."""
DOUBTFUL_BELOW = 0.995
"""A reading that the model holds less likely than this is marked as open to doubt."""
CONTRADICTED_FROM = 0.9
"""So sure must the model be of another reading to make a rule's decision doubtful."""
BARS = (CONTRADICTED_FROM, UNSURE_BELOW, DOUBTFUL_BELOW)

PERSONAL = frozenset({"person", "japanese", "given", "called", "place"})
"""Names that are read as such even where the dictionary has the same characters as a word."""
SELDOM_SURNAMES = PREPOSITIONS | CONJUNCTIONS | DEMONSTRATIVES | frozenset("有都时就会才过着当全经应")
"""What stands before 老师 for other reasons than that the teacher is called so."""

Choices = tuple[str, ...]  # syllables
Question = tuple[Draft, int, tuple[Reading, ...], Rule | None]


class Resolver:
    """Gives every open word of a draft its reading."""

    def __init__(
        self,
        words: Words,
        rules: Rules,
        classify: Classify,
        model: PolyphoneModel | None,
        is_word: Callable[[str], bool] = lambda word: False,
    ) -> None:
        self._words = words
        self._rules = rules
        self._classify = classify
        self._model = model
        self._is_word = is_word
        self._speller = Speller(words, model)
        # Rules stay for good, so their ids are keys.
        self._by_rule: dict[tuple[str, str, int], Word] = {}
        self._weighed: dict[tuple[str, str, int, str, int], Word] = {}
        self._settled: dict[str, tuple[str, Word]] = {}  # as written: in simplified characters, the word

    def resolve(self, drafts: Sequence[Draft]) -> None:
        """Decide all open words of the drafts, in place."""
        asked: list[Question] = []
        for draft in drafts:
            same = draft.text == draft.plain
            fixed = self._separate(draft)
            for index, word in enumerate(draft.words):
                if word is None:
                    plain = draft.cuts[index]
                    own = plain if same else draft.own(index)
                    if fixed and index in fixed:
                        others = self._words.readings(own, plain)
                        draft.words[index] = self._words.word(own, plain, fixed[index], "rule", others=others)
                        continue
                    settled = self._settled.get(own) if index not in draft.names else None
                    if settled is not None and settled[0] == plain:
                        draft.words[index] = settled[1]
                    else:
                        self._decide(draft, index, own, plain, asked)
        if self._model is not None:
            self._ask(drafts, asked)

    def _separate(self, draft: Draft) -> dict[int, Reading]:
        """Find the verbs taken apart in a sentence; return how their parts, and what is between, are read."""
        fixed: dict[int, Reading] = {}
        draft.separated = list(find_separated(draft.cuts, draft.plain, self._classify, self._is_word))
        for found in draft.separated:
            own = draft.own(found.verb)[:1] + draft.own(found.object)
            reading = next(iter(self._words.readings(own, found.whole)), ())
            if len(reading) == len(own):
                for place in (found.verb, *found.repeats, found.object):
                    if len(draft.cuts[place]) > len(found.whole) - 1:
                        continue  # 喝喝: the doubled verb is a word of its own
                    part = reading[:1] if place != found.object else reading[1:]
                    if part in self._words.readings(draft.own(place), draft.cuts[place]):
                        fixed[place] = self._by_cue(draft, place) or part
            for place in range(found.verb + 1, found.object):
                is_able = draft.cuts[place - 1] in ("不", "得")
                light = (ABLE if is_able else LIGHT).get(draft.cuts[place])
                if light is not None:
                    fixed[place] = (light,)
        return fixed

    def _by_cue(self, draft: Draft, place: int) -> Reading | None:
        """Return the reading that a rule with a cue gives a word: 宿 in 住了一宿 counts nights."""
        rule = self._rules.decide(draft.cuts[place], draft.place(place, self._classify))
        return rule.reading if rule is not None and not rule.is_weak else None

    def _decide(
        self,
        draft: Draft,
        index: int,
        own: str,
        plain: str,
        asked: list[Question],
    ) -> None:
        kind = draft.names.get(index)
        if kind is not None and (kind in PERSONAL or not self._words.readings(own, plain)):
            draft.words[index] = self._words.made(kind, own, plain)
            return
        readings = self._words.readings(own, plain)
        if plain in SURNAMES and self._is_surname(draft, index):
            draft.words[index] = self._words.surname(own, plain)
        elif len(readings) == 1 and plain not in self._rules:
            self._settle(draft, index, self._words.word(own, plain, readings[0], "word"))
        elif not readings:
            settled = self._words.single(own) if len(own) == 1 else self._words.compound(own, plain)
            self._settle(draft, index, settled)
        else:
            rule = None
            if plain in self._rules:
                rule = self._rules.decide(plain, draft.place(index, self._classify))
                if rule is not None and rule.reading not in readings:
                    if rule.reading in self._words.readings(plain, plain):
                        rule = None  # 隻 is zhī, whatever 只 may be
                    else:
                        readings = (*readings, rule.reading)  # 壳 ké, which the dictionary has as qiào only
            if rule is None and len(readings) == 1:
                draft.words[index] = self._words.word(own, plain, readings[0], "word")
            elif self._can_ask(plain) and (rule is None or plain not in STRUCTURAL):
                asked.append((draft, index, readings, rule))
            elif rule is not None:
                draft.words[index] = self._ruled(own, plain, readings, rule)
            else:
                word = self._words.word(own, plain, readings[0], "default", others=readings)
                self._settle(draft, index, word)

    def _ruled(self, own: str, plain: str, readings: tuple[Reading, ...], rule: Rule) -> Word:
        """Return the word as a rule reads it; most of them are 的 and 了, again and again."""
        key = own, plain, id(rule)
        word = self._by_rule.get(key)
        if word is None:
            by: DecidedBy = "default" if rule.is_weak else "rule"
            word = self._words.word(own, plain, rule.reading, by, role=rule.role, others=readings)
            self._by_rule[key] = word
        return word

    def _can_ask(self, plain: str) -> bool:
        return len(plain) == 1 and self._model is not None and self._model.knows(plain)

    def _is_surname(self, draft: Draft, index: int) -> bool:
        """Tell the surname of 任先生, 姓曾 and 赵家 from the same character as a word: 和 + 老师."""
        before = draft.cuts[index - 1] if index else ""
        after = draft.cuts[index + 1] if index + 1 < len(draft.cuts) else ""
        plain = draft.cuts[index]
        if before == "姓" or (after == "家" and plain in COMMON_SURNAMES):
            return True
        if after not in TITLES_AFTER_NAMES or plain in COMMON_SURNAMES:
            return after in TITLES_AFTER_NAMES
        if plain in SELDOM_SURNAMES:
            return plain == "于" and index == 0
        if index - 1 in draft.names:
            return False
        near = self._classify(before) if before else frozenset()
        return near.isdisjoint(("noun", "name", "adjective"))  # not 罗斯福 + 任 + 总统, nor 大帝 + 诸 + 将军

    def _settle(self, draft: Draft, index: int, word: Word) -> None:
        draft.words[index] = word
        plain = draft.cuts[index]
        if plain not in self._rules and plain not in SURNAMES:
            self._settled[word.text] = plain, word

    def _ask(self, drafts: Sequence[Draft], asked: Sequence[Question]) -> None:
        """Ask the model about a batch at once: its open words, and the characters inside all longer words.

        A rule with a cue stands against the model, but a model that is sure of
        another reading makes it doubtful. A rule without a cue (the everyday
        reading of a character) gives way to the model.
        """
        assert self._model is not None  # noqa: S101  # only asked when there is one
        inside = self._speller.questions(drafts)
        # by draft: its text, places, and the choices there
        requests: dict[int, tuple[str, list[int], list[Choices]]] = {}
        for draft, index, readings, _ in asked:
            request = requests.get(id(draft))
            if request is None:
                request = requests[id(draft)] = draft.plain, [], []
            request[1].append(draft.starts[index])
            request[2].append(_syllables(readings))
        for draft, index, places in inside:
            request = requests.get(id(draft))
            if request is None:
                request = requests[id(draft)] = draft.plain, [], []
            start, plain = draft.starts[index], draft.cuts[index]
            for at in places:
                request[1].append(start + at)
                request[2].append(self._speller.choices(plain[at]))
        if not requests:
            return
        texts, allowed = zip(*((request[:2], request[2]) for request in requests.values()), strict=True)
        answers = dict(zip(requests, map(iter, self._model.predict(texts, allowed)), strict=True))
        for draft, index, readings, rule in asked:
            answer = next(answers[id(draft)])
            draft.words[index] = self._weigh(draft.own(index), draft.cuts[index], readings, rule, answer)
        self._speller.spell(
            [
                (draft, index, places, list(islice(answers[id(draft)], len(places))))
                for draft, index, places in inside
            ]
        )

    def _weigh(
        self, own: str, plain: str, readings: tuple[Reading, ...], rule: Rule | None, answer: Prediction
    ) -> Word:
        """Choose between a rule and the model's answer for one word; each case is decided once."""
        key = own, plain, id(rule), answer.reading, bisect_right(BARS, answer.probability)
        word = self._weighed.get(key)
        if word is None:
            word = self._weighed[key] = self._choose(own, plain, readings, rule, answer)
        return word

    def _choose(
        self, own: str, plain: str, readings: tuple[Reading, ...], rule: Rule | None, answer: Prediction
    ) -> Word:
        """Choose anew; of the probability only its place among ``BARS`` matters."""
        guessed = next((r for r in readings if r[0].lower() == answer.reading), readings[0])
        agrees = rule is not None and guessed[0].lower() == rule.reading[0].lower()
        if rule is not None and not rule.is_weak:
            doubtful = not agrees and answer.probability >= CONTRADICTED_FROM
            others = readings if agrees else (guessed, *readings)
            return self._words.word(
                own, plain, rule.reading, "rule", role=rule.role, others=others, doubtful=doubtful
            )
        if rule is not None and not agrees and answer.probability < UNSURE_BELOW:
            return self._words.word(
                own,
                plain,
                rule.reading,
                "default",
                role=rule.role,
                others=(guessed, *readings),
                doubtful=True,
            )
        role = rule.role if rule is not None and agrees else ""
        doubtful = answer.probability < DOUBTFUL_BELOW
        return self._words.word(own, plain, guessed, "model", role=role, others=readings, doubtful=doubtful)


@lru_cache(10_000)
def _syllables(readings: tuple[Reading, ...]) -> Choices:
    """Return the syllables of a character's readings, without capitals."""
    return tuple(reading[0].lower() for reading in readings)
