"""Make the :class:`Word` values that tokens are made of, each distinct one once.

A novel of a million characters has some twenty thousand different words; what
is the same wherever one occurs (syllables, kind, parts) is found out once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from webapp.language.cues import Classify
from webapp.language.document import DecidedBy, Kind, Others, Syllable, Word
from webapp.language.doubling import doubled, vivid
from webapp.language.name_words import NameWords, capitalised, sound
from webapp.language.names import PLACE_ENDINGS, surname_reading
from webapp.language.new_words import NewWords
from webapp.language.readings import Knowledge, Reading, distinct, last_resort
from webapp.language.script import is_han
from webapp.language.segmentation import Segmenter
from webapp.language.transliterations import sounds_foreign
from webapp.language.word_classes import DIGITS, SURNAMES
from webapp.language.word_notes import ERHUA, PREFIXES, SUFFIXES, WordNotes, erhua, livelier

PERSON_TAGS = ("nr", "nrfg", "nrt")
_MEASURED = frozenset("多全身体波边周总翼臂腿尾颈桥堤线河股弦")
"""What has a length: after anything else 长 is its head."""
JOINED_KEPT = 50_000
NAME_NOTES = {"ns": "place name", "nt": "name of an organisation", "nz": "proper name"}


class Words:
    """Builds words with chosen readings and keeps them. One for each annotator."""

    def __init__(
        self, knowledge: Knowledge, segmenter: Segmenter, classify: Classify, new_words: NewWords
    ) -> None:
        self._new_words = new_words
        self._knowledge = knowledge
        self._segmenter = segmenter
        self._notes = WordNotes(classify, segmenter)
        self.names = NameWords(self.readings, self._notes)
        self._tags = knowledge.tags()
        self._made: dict[tuple[str, str, Reading, DecidedBy, bool, str], Word] = {}
        self._joined: dict[tuple[str, str, str], Word] = {}
        self._readings: dict[tuple[str, str], tuple[Reading, ...]] = {}

    def readings(self, text: str, simplified: str) -> tuple[Reading, ...]:
        """Return the readings that fit the text's characters, likeliest first; () for no headword."""
        key = (text, simplified)
        found = self._readings.get(key)
        if found is None:
            listed = self._knowledge.readings(text)
            if not listed and text != simplified:
                listed = self._knowledge.readings(simplified)
            found = tuple(r for r in distinct(listed) if len(r) == len(text))
            self._readings[key] = found
        return found

    def weight(self, simplified: str) -> float:
        """Return the log probability of a word."""
        return self._segmenter.weight(simplified)

    def word(
        self,
        text: str,
        simplified: str,
        reading: Reading,
        decided_by: DecidedBy,
        *,
        doubtful: bool = False,
        role: str = "",
        others: tuple[Reading, ...] = (),
    ) -> Word:
        """Return the word for a headword in one of its readings."""
        key = (text, simplified, reading, decided_by, doubtful, role)
        made = self._made.get(key)
        if made is None:
            headword = text if text == simplified or text in self._knowledge else simplified
            made = self._made[key] = Word(
                text,
                self._kind(simplified, reading, role),
                tuple(map(Syllable, text, reading)),
                headword=headword,
                decided_by=decided_by,
                doubtful=doubtful,
                note=self._notes.note(simplified, text, reading),
                role=role,
                others=Others(tuple(dict.fromkeys(" ".join(other) for other in others if other != reading))),
            )
        return made

    def surname(self, text: str, simplified: str) -> Word:
        """Return the word for a surname that stands alone: 任 in 任先生."""
        listed = self._knowledge.readings(text) or self._knowledge.readings(simplified)
        own = surname_reading(simplified)
        capital = next((r for r in listed if r[0][:1].isupper()), None)
        reading = (
            own or capital or tuple(s.capitalize() for s in (listed[0] if listed else (last_resort(text),)))
        )
        return self.word(text, simplified, reading, "rule", role="surname", others=listed)

    def made(self, kind: str, text: str, simplified: str) -> Word:
        """Return the word for what was put together while cutting; ``kind`` says how."""
        key = (kind, text, simplified)
        made = self._joined.get(key)
        if made is None:
            make = {"vivid": vivid, "erhua": Words.compound}.get(kind, doubled)
            made = self.names.made(kind, text, simplified) or make(self, text, simplified)
            if len(self._joined) < JOINED_KEPT:  # a hostile text could have any number of them
                self._joined[key] = made
        return made

    def is_person(self, simplified: str) -> bool:
        """Whether a headword is somebody's full name: its given name has a capital of its own."""
        length = 2 if simplified[:2] in SURNAMES else 1
        return any(
            reading[0][:1].isupper() and reading[length][:1].isupper() and not reading[-1][:1].isupper()
            for reading in self.readings(simplified, simplified)
            if len(reading) == length + 2
        )

    def compound(self, text: str, simplified: str) -> Word:
        """Return the word for what the graph has but the dictionary has not: a name or a compound."""
        tag = self._tags.get(simplified, "").partition("+")[0]
        if tag in PERSON_TAGS and simplified[-1] not in PLACE_ENDINGS:
            is_foreign = sounds_foreign(simplified) and self._new_words.get(simplified) is None
            return (self.names.foreign if is_foreign else self.names.person)(text, simplified)
        if len(text) == 2 and text[0] == text[1] and tag.startswith("v"):  # 试试
            return doubled(self, text, simplified)
        parts = self._parts(text, simplified)
        syllables = tuple(s for part in parts for s in part.syllables)
        new = self._new_words.get(simplified)
        if new is not None and new.is_name and simplified[0] in SURNAMES:
            person, spelled = self.names.person(text, simplified), new.gloss.lower().split(" ")[0]
            if spelled == person.syllables[0].citation[:-1].lower():  # Lin Dan
                return replace(person, gloss=new.gloss)
            if spelled == syllables[0].citation[:-1].lower():  # Le Jia, whose surname is read as the word
                said = capitalised(syllables[:1]) + capitalised(syllables[1:])
                return replace(person, gloss=new.gloss, syllables=said)
        if new is not None:
            kind: Kind = "name" if new.is_name else "word"
            note = "made of " + " + ".join(part.text for part in parts)
            read = capitalised(list(syllables)) if new.is_name else syllables
            parts = tuple(
                part for part in parts if is_han(part.text[0])
            )  # A股: of the letter there is no more to say
            return Word(text, kind, read, text, gloss=new.gloss, note=note, parts=parts)
        is_made_of_words = tag == "nz" and len(text) == 4 and [len(part.text) for part in parts] == [2, 2]
        if is_made_of_words and not any(s.citation[:1].isupper() for s in syllables[1:]):
            tag = ""  # 网络安全 is no name
        if tag in NAME_NOTES or tag in PERSON_TAGS:
            named = NAME_NOTES.get(tag, "place name")
            note = self._notes.place(simplified, text, is_sure=tag in PERSON_TAGS) or named
            return Word(
                text, "name", capitalised(list(syllables)), text, gloss=f"({named})", note=note, parts=parts
            )
        note = "compound: " + " + ".join(part.text for part in parts)
        is_suffixed = len(parts) == 2 and len(parts[1].text) == 1
        if is_suffixed and simplified[-1] == "子" and len(text) > 2:  # 老婆子
            syllables = (*syllables[:-1], Syllable(text[-1], "zi5"))
            note = f"{parts[0].text} + {text[-1]}: {text[-1]} makes a noun of it"
        elif is_suffixed and simplified[-1] == "儿":  # 会儿
            longer = self.headword("一" + text, "一" + simplified)
            note = erhua(text) if longer is None else f"short for {longer.text}"
            syllables = (*syllables[:-1], Syllable(text[-1], ERHUA))
            parts = (longer or parts[0],)
        elif len(text) == 2 and simplified[0] == simplified[1] == "长":
            syllables = tuple(Syllable(char, "chang2") for char in text)
            note = livelier(text[0])
        elif simplified[-len(parts[-1].text) :] in SUFFIXES and not (
            simplified[-1] == "长" and simplified[-2] in _MEASURED
        ):
            says = SUFFIXES[simplified[-1]]
            if is_suffixed and simplified[-1] == "长" and simplified[-2] not in _MEASURED:
                syllables = (*syllables[:-1], Syllable(text[-1], "zhang3"))
            note = f"{note} ({parts[-1].text}: {says})"
            parts = (*parts[:-1], replace(parts[-1], gloss=says))
        elif simplified[: len(parts[0].text)] in PREFIXES:
            says = PREFIXES[simplified[0]]
            note = f"{note} ({parts[0].text}: {says})"
            parts = (replace(parts[0], gloss=says), *parts[1:])
        return Word(text, "word", syllables, text, note=note, parts=parts)

    def whole(self, text: str, parts: Sequence[Word]) -> Word:
        """Return the word that a reader made of Han and other characters: A股, 3D打印."""
        syllables = tuple(syllable for part in parts for syllable in part.syllables)
        note = "compound: " + " + ".join(part.text for part in parts)
        said = tuple(part for part in parts if part.kind not in ("punctuation", "space"))
        return Word(text, "word", syllables, text, decided_by="own", note=note, parts=said)

    def headword(self, text: str, simplified: str, role: str = "") -> Word | None:
        """Return the word for a headword in its likeliest reading, None where there is none."""
        readings = self.readings(text, simplified)
        return self.word(text, simplified, readings[0], "word", role=role) if readings else None

    def one(self, text: str, simplified: str, role: str = "") -> Word:
        """Return the word for what is part of another one."""
        found = self.headword(text, simplified, role)
        if found is not None:
            return found
        return self.single(text) if len(text) == 1 else self.compound(text, simplified)

    def respelled(self, word: Word, chosen: Mapping[int, str]) -> Word:
        """Return a name or compound with other readings at some of its characters."""
        syllables = []
        for place, old in enumerate(word.syllables):
            read = chosen.get(place, old.citation)
            is_capital = old.citation[:1].isupper()
            syllables.append(Syllable(old.base, read[:1].upper() + read[1:] if is_capital else read))
        if tuple(syllables) == word.syllables:
            return word
        gloss = word.gloss
        if gloss is not None and gloss.startswith("name: "):
            gloss = sound(syllables)
        return replace(word, syllables=tuple(syllables), decided_by="model", gloss=gloss)

    def single(self, text: str) -> Word:
        """Return the word for a character that the dictionary does not have."""
        read = last_resort(text)
        note = "a rare character that the dictionary does not have"
        return Word(
            text, "word", (Syllable(text, read),), text, decided_by="default", note=note, doubtful=True
        )

    def _parts(self, text: str, simplified: str) -> tuple[Word, ...]:
        parts, at = [], 0
        for piece in self._segmenter.split(simplified):
            own = text[at : at + len(piece)]
            parts.append(self.one(own, piece) if piece != simplified else self.single(own))
            at += len(piece)
        return tuple(parts)

    def _kind(self, simplified: str, reading: Reading, role: str) -> Kind:
        if role == "surname" or reading[0][:1].isupper() and len(simplified) > 1 and len(reading[0]) > 1:
            return "name"
        if len(simplified) == 1 and simplified in DIGITS and role != "word":
            return "number"
        return "word"
