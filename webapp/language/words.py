"""Make the :class:`Word` values that tokens are made of, each distinct one once.

A novel of a million characters has some twenty thousand different words; what
is the same wherever one occurs (syllables, kind, parts) is found out once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from webapp.language.cues import Classify
from webapp.language.document import DecidedBy, Kind, Others, Syllable, Word
from webapp.language.forms_of_address import FAMILIAR, SHORT_TITLES
from webapp.language.names import PLACE_ENDINGS, surname_reading
from webapp.language.pinyin import join
from webapp.language.readings import Knowledge, Reading, distinct, last_resort
from webapp.language.script import is_han
from webapp.language.segmentation import Segmenter
from webapp.language.word_classes import DIGITS, DOTS_AND_HYPHENS, SURNAMES
from webapp.language.word_notes import ERHUA, PREFIXES, SUFFIXES, WordNotes, erhua, little, livelier

PERSON_TAGS = ("nr", "nrfg", "nrt")
TRANSLITERATED = {
    "塞": "sai4", "舍": "she4", "撒": "sa1", "勒": "le4", "曾": "zeng1", "藏": "zang4", "卡": "ka3", "叶": "ye4",
    "贾": "jia3", "查": "cha2", "柏": "bo2", "泊": "bo2", "佛": "fo2", "哈": "ha1", "葛": "ge2", "得": "de2", "强": "qiang2",
    "弗": "fu2", "薄": "bo2", "番": "fan1", "纳": "na4", "娜": "na4", "什": "shi2", "莎": "sha1", "蒙": "meng2", "恶": "e4",
    "朴": "pu3", "石": "shi2", "扎": "zha1", "亚": "ya4", "尼": "ni2", "佐": "zuo3", "差": "cha1", "落": "luo4", "仔": "zai3",
}  # fmt: skip
"""Readings in which transliterations use characters that have several."""
NAME_NOTES = {"ns": "place name", "nt": "name of an organisation", "nz": "proper name"}


class Words:
    """Builds words with chosen readings and keeps them. One for each annotator."""

    def __init__(self, knowledge: Knowledge, segmenter: Segmenter, classify: Classify) -> None:
        self._knowledge = knowledge
        self._segmenter = segmenter
        self._notes = WordNotes(classify, segmenter)
        self._tags = knowledge.tags()
        self._made: dict[tuple[str, str, Reading, DecidedBy, bool, str], Word] = {}
        self._readings: dict[tuple[str, str], tuple[Reading, ...]] = {}

    def readings(self, text: str, simplified: str) -> tuple[Reading, ...]:
        """Return the readings that fit the text's characters, likeliest first; () for no headword."""
        key = (text, simplified)
        found = self._readings.get(key)
        if found is None:
            listed = self._knowledge.readings(text) or self._knowledge.readings(simplified)
            found = tuple(r for r in distinct(listed) if len(r) == len(text))
            self._readings[key] = found
        return found

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
            headword = text if text in self._knowledge else simplified
            made = self._made[key] = Word(
                text,
                self._kind(simplified, reading, role),
                tuple(map(Syllable, text, reading)),
                headword=headword,
                decided_by=decided_by,
                doubtful=doubtful,
                note=self._notes.note(simplified, text, reading),
                role=role,
                others=Others(tuple(" ".join(other) for other in others if other != reading)),
            )
        return made

    def foreign(self, text: str, simplified: str) -> Word:
        """Return the word for a transliterated name, read character by character."""
        syllables = [
            Syllable(char, TRANSLITERATED.get(plain) or self._everyday(char, plain))
            for char, plain in zip(text, simplified, strict=True)
        ]
        fixed = _capitalised(syllables)
        note = "foreign name, written by its sound"
        return Word(text, "name", fixed, text, decided_by="default", gloss=_sound(fixed), note=note)

    def surname(self, text: str, simplified: str) -> Word:
        """Return the word for a surname that stands alone: 任 in 任先生."""
        listed = self._knowledge.readings(text) or self._knowledge.readings(simplified)
        own = surname_reading(simplified)
        capital = next((r for r in listed if r[0][:1].isupper()), None)
        reading = (
            own or capital or tuple(s.capitalize() for s in (listed[0] if listed else (last_resort(text),)))
        )
        return self.word(text, simplified, reading, "rule", role="surname", others=listed)

    def person(self, text: str, simplified: str) -> Word:
        """Return the word for a Chinese personal name: surname in its own reading, then the given name."""
        length = 2 if len(text) > 2 and simplified[:2] in SURNAMES else 1
        own = surname_reading(simplified[:length]) or tuple(
            map(self._everyday, text[:length], simplified[:length])
        )
        given = tuple(map(self._everyday, text[length:], simplified[length:]))
        syllables = _capitalised(list(map(Syllable, text[:length], own))) + _capitalised(
            list(map(Syllable, text[length:], given))
        )
        note = f"Chinese personal name: surname {text[:length]}, given name {text[length:]}"
        return Word(text, "name", syllables, text, decided_by="rule", gloss="(personal name)", note=note)

    def given(self, text: str, simplified: str) -> Word:
        """Return the word for a person's name without a surname, known from the same text: 宝钗."""
        read = tuple(map(self._everyday, text, simplified))
        listed = self.readings(text, simplified)
        syllables = _capitalised(list(map(Syllable, text, listed[0] if listed else read)))
        note = "name of a person, known from elsewhere in this text"
        return Word(text, "name", syllables, text, decided_by="rule", gloss="(personal name)", note=note)

    def called(self, text: str, simplified: str) -> Word:
        """Return the word for how people call each other: 小王, 王总, 阿强."""
        first, last = simplified[0], simplified[1]
        if first in FAMILIAR:
            name, note = (
                text[1],
                f"{text[0]} + surname {text[1]}: how one calls people one knows, {FAMILIAR[first]}",
            )
        elif first == "阿":
            name, note = "", f"{text[0]} + {text[1]}: a familiar form of a name"
        else:
            name, note = text[0], f"surname {text[0]} + {text[1]}: {SHORT_TITLES[last]}"
        syllables = []
        for char, plain in zip(text, simplified, strict=True):
            own = surname_reading(plain) if char == name else None
            read = own[0] if own else self._everyday(char, plain)
            syllables.append(Syllable(char, read[:1].upper() + read[1:]))
        return Word(
            text, "name", tuple(syllables), text, decided_by="rule", gloss="(personal name)", note=note
        )

    def village(self, text: str, simplified: str) -> Word:
        """Return the word for a village called after a family: 李家村."""
        family = self.surname(text[0], simplified[0])
        rest = [
            Syllable(char, self._everyday(char, plain))
            for char, plain in zip(text[1:], simplified[1:], strict=True)
        ]
        note = f"place name: {text[-1]} of the family {text[0]}"
        return Word(
            text, "name", (*family.syllables, *rest), text, decided_by="rule", gloss="(place name)", note=note
        )

    def made(self, kind: str, text: str, simplified: str) -> Word:
        """Return the word for what was put together while cutting; ``kind`` says how."""
        make = {
            "person": self.person, "foreign": self.foreign, "given": self.given, "called": self.called,
            "village": self.village, "doubled": self.doubled,
        }  # fmt: skip
        return make[kind](text, simplified)

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
            return self.person(text, simplified)
        parts = self._parts(text, simplified)
        syllables = tuple(s for part in parts for s in part.syllables)
        if tag in NAME_NOTES or tag in PERSON_TAGS:
            note = self._notes.place(simplified, text, is_sure=tag in PERSON_TAGS) or NAME_NOTES.get(
                tag, "proper name"
            )
            return Word(text, "name", _capitalised(list(syllables)), text, gloss=None,
                        note=note, parts=parts, decided_by="word")  # fmt: skip
        note = "compound: " + " + ".join(part.text for part in parts)
        if simplified[-1] == "子" and len(parts) == 2 and len(parts[1].text) == 1:  # 老婆子
            syllables = (*syllables[:-1], Syllable(text[-1], "zi5"))
            return Word(text, "word", syllables, text, note=f"{parts[0].text} + {text[-1]}: {text[-1]} makes a noun of it",
                        parts=parts, decided_by="word")  # fmt: skip
        if simplified[-1] == "儿" and len(parts) == 2 and len(parts[1].text) == 1:  # 会儿
            longer = self.headword("一" + text, "一" + simplified)
            note = erhua(text) if longer is None else f"short for {longer.text}"
            syllables = (*syllables[:-1], Syllable(text[-1], ERHUA))
            return Word(
                text, "word", syllables, text, note=note, parts=(longer or parts[0],), decided_by="word"
            )
        first, last = simplified[: len(parts[0].text)], simplified[-len(parts[-1].text) :]
        if last in SUFFIXES:
            note = f"{note} ({parts[-1].text}: {SUFFIXES[last]})"
        elif first in PREFIXES:
            note = f"{note} ({parts[0].text}: {PREFIXES[first]})"
        return Word(text, "word", syllables, text, note=note, parts=parts, decided_by="word")

    def whole(self, text: str, parts: Sequence[Word]) -> Word:
        """Return the word that a reader made of Han and other characters: A股, 3D打印."""
        syllables = tuple(syllable for part in parts for syllable in part.syllables)
        note = "compound: " + " + ".join(part.text for part in parts)
        said = tuple(part for part in parts if part.kind not in ("punctuation", "space"))
        return Word(text, "word", syllables, text, decided_by="own", note=note, parts=said)

    def doubled(self, text: str, simplified: str) -> Word:
        """Return the word for a doubled verb (试试, 研究研究), adjective (高高兴兴) or count (一次次)."""
        if simplified[0] == "一" and len(text) > 2:
            base = self._one(text[1], simplified[1], "measure")
            said = {text[0]: "yi1", text[1]: base.syllables[0].citation}
            reads = [said[char] for char in text]
            note = f"{text[0]} + {text[1]} doubled: one after the other"
        elif len(text) == 2:
            base = self._one(text[0], simplified[0], "verb")
            first = base.syllables[0].citation
            reads = [first, first[:-1] + "5"]
            note = little(base.text)
        elif simplified[:2] == simplified[2:]:
            base = self._one(text[:2], simplified[:2], "verb")
            reads = [syllable.citation for syllable in base.syllables * 2]
            note = little(base.text)
        else:
            base = self._one(text[0] + text[2], simplified[0] + simplified[2])
            first, last = (syllable.citation for syllable in base.syllables)
            if last[-1] == "5":  # the light syllable is said in full: 漂亮 liang5, 漂漂亮亮 liang4
                full = (r[0].lower() for r in self.readings(text[2], simplified[2]) if r[0][-1] != "5")
                last = next((read for read in full if read[:-1] == last[:-1]), last)
            reads = [first, first, last, last]
            note = livelier(base.text)
        syllables = tuple(map(Syllable, text, reads))
        return Word(text, "word", syllables, text, note=note, parts=(base,), decided_by="rule")

    def headword(self, text: str, simplified: str, role: str = "") -> Word | None:
        """Return the word for a headword in its likeliest reading, None where there is none."""
        readings = self.readings(text, simplified)
        return self.word(text, simplified, readings[0], "word", role=role) if readings else None

    def _one(self, text: str, simplified: str, role: str = "") -> Word:
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
            gloss = _sound(syllables)
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
            parts.append(self._one(own, piece) if piece != simplified else self.single(own))
            at += len(piece)
        return tuple(parts)

    def _everyday(self, char: str, plain: str) -> str:
        if not is_han(char):
            return ""
        readings = self.readings(char, plain)
        return readings[0][0].lower() if readings else last_resort(char)

    def _kind(self, simplified: str, reading: Reading, role: str) -> Kind:
        if role == "surname" or reading[0][:1].isupper() and len(simplified) > 1 and len(reading[0]) > 1:
            return "name"
        if len(simplified) == 1 and simplified in DIGITS and role != "word":
            return "number"
        return "word"


def _sound(syllables: Sequence[Syllable]) -> str:
    return "name: " + join(syllable.citation or syllable.base for syllable in syllables)


def _capitalised(syllables: Sequence[Syllable]) -> tuple[Syllable, ...]:
    """Give each part of a name (托卡耶夫, 王 + 小明 is done by the caller) a capital."""
    result, fresh = [], True
    for syllable in syllables:
        read = syllable.citation
        if fresh and read:
            read = read[:1].upper() + read[1:]
            fresh = False
        if syllable.base in DOTS_AND_HYPHENS:
            fresh = True
        result.append(Syllable(syllable.base, read))
    return tuple(result)
