"""Ask the model how the characters inside longer words are read.

A dictionary lists a word with one reading, but the same characters may stand in
another word (上调 from a post, 调 diào; not 上调 a price, tiáo), and it errs. Names and
compounds that no dictionary has are read character by character, most usually;
the sentence around often says better.

How sure the model must be to be believed depends on who spoke before it; a
surname keeps its own reading, and is only doubted. The bars were set on CPP
sentences that the model had not been trained on: of its objections at 0.995 and
above to a dictionary's reading, all 27 were right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from webapp.language.document import Others, Word
from webapp.language.draft import Draft
from webapp.language.name_words import TRANSLITERATED
from webapp.language.names import surname_reading
from webapp.language.polyphones import PolyphoneModel, Prediction
from webapp.language.words import Words

STRUCTURAL = frozenset("的了着地得过个和不一没也都就还很吗吧呢啊")
"""Function words that rules decide better than the model; where one does, it is not even asked."""
SPELLED_FROM = 0.8
"""So sure must the model be to read a character of a name or compound otherwise than usual."""
RESPELLED_FROM = 0.995
"""So sure, to read it otherwise than the dictionary has the word."""
BELIEVED_FROM = 0.999
"""A dictionary's reading that was changed by a model less sure than this stays open to doubt."""
CONTRADICTED_FROM = 0.5
"""So sure must it be of another reading to make the dictionary's doubtful."""
CHANGED_KEPT = 10_000
"""Words read otherwise than the dictionary has them that are kept, so that each is one object."""

Places = tuple[int, ...]  # characters of a word
Spelling = tuple[tuple[int, str], ...]  # characters of a word, each with another reading
Question = tuple[Draft, int, Places]


class Speller:
    """Knows which characters of a word are worth asking about, and weighs the answers."""

    def __init__(self, words: Words, model: PolyphoneModel | None) -> None:
        self._words = words
        self._model = model
        self._places: dict[str, Places] = {}
        self._shared: dict[Places, Places] = {}
        self.choices = lru_cache(None)(self._choices)  # for each character that there is
        """The readings that the model may choose from; none where a character leaves no choice."""
        self._changed = lru_cache(CHANGED_KEPT)(self._change)

    def questions(self, drafts: Sequence[Draft]) -> list[Question]:
        """Return the longer words of the drafts that have characters with several readings."""
        found: list[Question] = []
        for draft in drafts:
            for index, word in enumerate(draft.words):
                if word is None or not 2 <= len(word.text) == len(word.syllables) or word.kind == "number":
                    continue
                plain = draft.cuts[index]
                places = self._places.get(plain)
                if places is None:
                    places = tuple(place for place, char in enumerate(plain) if self.choices(char))
                    # Few tuples serve for all words, and a word's own string is there anyway.
                    key = word.text if word.text == plain else plain
                    places = self._places[key] = self._shared.setdefault(places, places)
                kind = draft.names.get(index)
                if kind == "doubled" and not _is_listed(word):
                    continue  # read as the word that is doubled
                if kind == "foreign":
                    places = tuple(place for place in places if plain[place] not in TRANSLITERATED)
                if places:
                    found.append((draft, index, places))
        return found

    def spelled(self, word: Word, places: Places, answers: Sequence[Prediction]) -> Word:
        """Return the word as the answers, one a place, have it: as it was, doubtful, or read otherwise."""
        is_listed = _is_listed(word)
        family = 0 if is_listed or word.decided_by != "rule" else len(surname_reading(word.headword) or ())
        chosen: Spelling = ()
        doubted: Spelling = ()
        is_sure = True
        for place, answer in zip(places, answers, strict=True):
            if _sounds(answer.reading, word.syllables[place].citation.lower()):
                continue
            if place >= family and answer.probability >= (RESPELLED_FROM if is_listed else SPELLED_FROM):
                chosen += ((place, answer.reading),)
                is_sure = is_sure and answer.probability >= BELIEVED_FROM
            elif answer.probability >= CONTRADICTED_FROM:
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


def _sounds(one: str, other: str) -> bool:
    """Whether two readings are the same, or only a neutral tone apart (which the dictionary knows best)."""
    return one == other or "r5" in (one, other) or (one[:-1] == other[:-1] and "5" in (one[-1], other[-1]))


def _with_reading(others: Others, word: Word) -> Others:
    reading = " ".join(syllable.citation for syllable in word.syllables)
    return replace(others, readings=tuple(dict.fromkeys((reading, *others.readings))))
