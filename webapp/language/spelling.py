"""Ask the model how the characters inside longer words are read.

A dictionary lists a word with one reading, but the same characters may stand in
another word (上调 from a post, 调 diào; not 上调 a price, tiáo), and it errs. Names and
compounds that no dictionary has are read character by character, most usually;
the sentence around often says better.

How sure the model must be to be believed depends on who spoke before it; a
surname keeps its own reading, and is only doubted. The bars were set on CPP
sentences that the model had not been trained on, and on everyday ones, where
objections at 0.999 to 中标, 游说, 将棋 were wrong.

Against a dictionary it is heard only where the sentence speaks: if it reads the
word otherwise even when asked about the word alone, it does not know the word (会计,
症结, 单于), and what it then says proves nothing, unless the word is rare and the
sentence makes it much surer. In a rare word
it may be the dictionary, or the cut, that errs, and in a name the dictionary: there
such an objection is a doubt, and in a rare word so is a mere hesitation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from math import log
from types import MappingProxyType

from webapp.language.document import Others, Word
from webapp.language.draft import Draft
from webapp.language.name_words import TRANSLITERATED
from webapp.language.names import surname_reading
from webapp.language.polyphones import Choice, PolyphoneModel, Prediction
from webapp.language.words import Words

STRUCTURAL = frozenset("的了着地得过个和不一没也都就还很吗吧呢啊")
"""Function words that rules decide better than the model; where one does, it is not even asked."""
SPELLED_FROM = 0.8
"""So sure must the model be to read a character of a name or compound otherwise than usual."""
FOREIGN_FROM = 0.999
"""So sure, to read a surname as foreign names have it: there the cut errs, and 缪尔 is the end of 塞缪尔."""
RESPELLED_FROM = 0.9995
"""So sure, to read it otherwise than the dictionary has a rare word, ..."""
RESPELLED_EVERYDAY_FROM = 0.9999
"""... and one that is not rare, where the cut hardly errs: 好奇心, 应用."""
SURE = 0.999
"""What lies above counts as no surer: a model this sure of a word alone cannot be told more by its sentence."""
BELIEVED_FROM = 0.9999
"""A dictionary's reading that was changed by a model less sure than this stays open to doubt."""
CONTRADICTED_FROM = 0.5
"""So sure must it be of another reading to make the dictionary's doubtful."""
HESITANT_BELOW, HESITANT_BELOW_IN_RARE = 0.8, 0.95
"""A model that agrees, but is less sure than this, leaves the dictionary's reading open to doubt."""
RARE = -12.0
"""A word less likely than this (log probability) is rare."""
SPOKEN_FROM = 2.0
"""So much surer, in log odds, must the sentence make it of another reading than the word alone does."""
NOT_ASKED: Mapping[int, Prediction] = MappingProxyType({})
CHANGED_KEPT = 10_000
"""Words read otherwise than the dictionary has them that are kept, so that each is one object."""

Places = tuple[int, ...]  # characters of a word
Spelling = tuple[tuple[int, str], ...]  # characters of a word, each with another reading
Choices = tuple[Choice, ...]
Asked = tuple[Places, Choices]  # the places to ask about, and what the model chooses from at each
Question = tuple[int, Places, Choices]  # the word's place in its draft
Alone = Mapping[int, Prediction]  # by place in the word
Heard = tuple[Draft, int, Places, list[Prediction]]  # a word of a draft, the places asked about, the answers
NOBODY: Asked = ((), ())


class Speller:
    """Knows which characters of a word are worth asking about, and weighs the answers."""

    def __init__(self, words: Words, model: PolyphoneModel | None) -> None:
        self._words = words
        self._model = model
        self._asked: dict[str, Asked] = {}
        self._alone: dict[str, Alone] = {}  # what the model says of a word without a sentence
        self._shared: dict[tuple[Places, tuple[str, ...]], Asked] = {}
        self.choices = lru_cache(None)(self._choices)  # for each character that there is
        """The readings that the model may choose from; none where a character leaves no choice."""
        self._changed = lru_cache(CHANGED_KEPT)(self._change)

    def asked(self, word: Word, plain: str) -> Asked:
        """Return the places of a word that the model may be asked about; ``plain`` is it in simplified characters."""
        if len(plain) < 2 or len(word.text) != len(word.syllables) or word.kind == "number":
            return NOBODY
        asked = self._asked.get(plain)
        if asked is None:
            # A word's own string is there anyway.
            key = word.text if word.text == plain else plain
            asked = self._asked[key] = self._asked_of(plain)
        return asked

    def questions(self, draft: Draft, longer: Sequence[int]) -> list[Question]:
        """Return those of a draft's longer words that have characters with several readings."""
        found: list[Question] = []
        names = draft.names
        for index in longer:
            plain, word = draft.cuts[index], draft.words[index]
            if word is None:
                continue
            asked = self.asked(word, plain)
            if asked is NOBODY:
                continue
            places, choices = asked
            kind = names.get(index) if names else None
            if kind == "doubled" and not _is_listed(word):
                continue  # read as the word that is doubled
            if kind == "called":
                continue  # 老任: the surname has its own reading
            if kind == "foreign":
                kept = [place for place in places if plain[place] not in TRANSLITERATED]
                choices = tuple(
                    choice for place, choice in zip(places, choices, strict=True) if place in kept
                )
                places = tuple(kept)
            if places:
                found.append((index, places, choices))
        return found

    def _asked_of(self, plain: str) -> Asked:
        """Return the places of a word that the model may be asked about. Few answers serve for most words."""
        places = tuple(place for place, char in enumerate(plain) if self.choices(char))
        if not places:
            return NOBODY
        chars = tuple(plain[place] for place in places)
        asked = self._shared.get((places, chars))
        if asked is None:
            assert self._model is not None  # noqa: S101  # without it there are no choices
            choices = tuple(self._model.choice(char, self.choices(char)) for char in chars)
            asked = self._shared[places, chars] = places, choices
        return asked

    def spell(self, heard: Sequence[Heard]) -> None:
        """Read the words as the answers have it: as they were, doubtful, or otherwise."""
        self._ask_alone(heard)
        for draft, index, places, answers in heard:
            word = draft.words[index]
            if word is not None:
                plain = draft.cuts[index]
                alone = self._alone.get(plain, NOT_ASKED)
                is_rare = self._words.weight(plain) < RARE
                draft.words[index] = self.spelled(word, places, answers, alone, is_rare)

    def _ask_alone(self, heard: Sequence[Heard]) -> None:
        """Ask the model about the words of the dictionary that it reads otherwise, each without its sentence."""
        assert self._model is not None  # noqa: S101  # somebody gave the answers
        asked: dict[str, Places] = {}
        for draft, index, places, answers in heard:
            word, plain = draft.words[index], draft.cuts[index]
            if word is None or plain in self._alone or plain in asked:
                continue
            if any(map(_objects, answers, (word.syllables[place].citation for place in places))):
                asked[plain] = places if _is_listed(word) else _vouched(word, places)
        asked = {plain: places for plain, places in asked.items() if places}
        if asked:
            choices = [[self.choices(plain[place]) for place in asked[plain]] for plain in asked]
            for (plain, places), answers in zip(
                asked.items(), self._model.predict(list(asked.items()), choices), strict=True
            ):
                self._alone[plain] = dict(zip(places, answers, strict=True))

    def spelled(
        self,
        word: Word,
        places: Places,
        answers: Sequence[Prediction],
        alone: Alone = NOT_ASKED,
        is_rare: bool = False,
    ) -> Word:
        """Return one word as the answers have it; ``alone`` holds the answers to the word without its sentence."""
        is_listed = _is_listed(word)
        family = 0 if is_listed or word.decided_by != "rule" else len(surname_reading(word.headword) or ())
        chosen: Spelling = ()
        doubted: Spelling = ()
        is_sure = True
        believed = SPELLED_FROM
        if is_listed:
            believed = RESPELLED_FROM if is_rare else RESPELLED_EVERYDAY_FROM
        for place, answer in zip(places, answers, strict=True):
            own = word.syllables[place].citation
            if not _objects(answer, own):
                other = _hesitates(answer, own, is_rare) if is_listed else ""
                doubted += ((place, other),) if other else ()
            elif not _has_heard(answer, alone.get(place), own, is_rare):
                if is_rare or word.kind == "name":  # dictionaries slip in names: 葛洲坝 was Gé
                    doubted += ((place, answer.reading),)
            elif answer.probability >= believed and (
                place >= family or _is_foreign(word.text[place], answer)
            ):
                chosen += ((place, answer.reading),)
                is_sure = is_sure and answer.probability >= BELIEVED_FROM
            else:
                doubted += ((place, answer.reading),)
        return self._changed(word, chosen, doubted, is_sure) if chosen or doubted else word

    def _change(self, word: Word, chosen: Spelling, doubted: Spelling, is_sure: bool) -> Word:
        is_listed = _is_listed(word)
        if chosen:
            other, word = word, self._words.respelled(word, dict(chosen))
            if is_listed:
                word = replace(word, doubtful=not is_sure, others=_with_reading(word.others, other))
        if doubted:
            other = self._words.respelled(word, dict(doubted))
            word = replace(word, doubtful=True, others=_with_reading(word.others, other))
        return word

    def _choices(self, char: str) -> tuple[str, ...]:
        assert self._model is not None  # noqa: S101  # only called when there is one
        if char in STRUCTURAL:
            return ()
        known = self._model.readings(char)
        listed = dict.fromkeys(reading[0].lower() for reading in self._words.readings(char, char))
        choices = tuple(reading for reading in listed if reading in known)
        return choices if len(choices) > 1 else ()


def _is_listed(word: Word) -> bool:
    """Whether the dictionary has the word, and so its reading; names and compounds are put together."""
    return word.gloss is None and not word.parts


def _vouched(word: Word, places: Places) -> Places:
    """Return those places of a compound that lie in a longer word of the dictionary: 与会 in 与会者."""
    ends = list(accumulate(len(part.text) for part in word.parts))
    within = {
        at
        for part, end in zip(word.parts, ends, strict=True)
        if len(part.text) > 1 and _is_listed(part)
        for at in range(end - len(part.text), end)
    }
    return tuple(place for place in places if place in within)


def _objects(answer: Prediction, own: str) -> bool:
    """Whether the model is sure enough of another reading than a character has in its word."""
    return answer.probability >= CONTRADICTED_FROM and not _sounds(answer.reading, own)


def _is_foreign(char: str, answer: Prediction) -> bool:
    """Whether the model is sure that a surname's character has the sound it has in foreign names."""
    return answer.probability >= FOREIGN_FROM and answer.reading == TRANSLITERATED.get(char)


def _hesitates(answer: Prediction, own: str, is_rare: bool) -> str:
    """Return the reading that a model which does not object still holds possible, "" where there is none."""
    other = answer.runner_up if _sounds(answer.reading, own) else answer.reading
    is_sure = answer.probability >= (HESITANT_BELOW_IN_RARE if is_rare else HESITANT_BELOW)
    return "" if is_sure or _sounds(other, own) else other


def _has_heard(answer: Prediction, alone: Prediction | None, own: str, is_rare: bool) -> bool:
    """Whether an objection comes from the sentence; ``alone`` is what the model says of the word without it."""
    if alone is None or _sounds(alone.reading, own):
        return True
    return is_rare and _log_odds(answer) - _log_odds(alone) >= SPOKEN_FROM


def _log_odds(answer: Prediction) -> float:
    probability = min(answer.probability, SURE)
    return log(probability / (1 - probability))


def _sounds(one: str, other: str) -> bool:
    """Whether two readings are the same, or only a neutral tone apart (which the dictionary knows best)."""
    one, other = one.lower(), other.lower()
    return one == other or "r5" in (one, other) or (one[:-1] == other[:-1] and "5" in (one[-1], other[-1]))


def _with_reading(others: Others, word: Word) -> Others:
    reading = " ".join(syllable.citation for syllable in word.syllables)
    return replace(others, readings=tuple(dict.fromkeys((reading, *others.readings))))
