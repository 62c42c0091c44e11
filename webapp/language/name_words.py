"""Make the words of names that no dictionary has: read character by character, with a note that says what they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from webapp.language import japanese_names
from webapp.language.document import Syllable, Word
from webapp.language.forms_of_address import FAMILIAR, SHORT_TITLES
from webapp.language.names import surname_reading
from webapp.language.pinyin import join
from webapp.language.readings import Reading, last_resort
from webapp.language.script import is_han
from webapp.language.word_classes import DOTS_AND_HYPHENS, SURNAMES
from webapp.language.word_notes import WordNotes

TRANSLITERATED = {
    "塞": "sai4", "舍": "she4", "撒": "sa1", "勒": "le4", "曾": "zeng1", "藏": "zang4", "卡": "ka3", "叶": "ye4",
    "贾": "jia3", "查": "cha2", "柏": "bo2", "泊": "bo2", "佛": "fo2", "哈": "ha1", "葛": "ge3", "得": "de2", "强": "qiang2",
    "弗": "fu2", "薄": "bo2", "番": "fan1", "纳": "na4", "娜": "na4", "什": "shi2", "莎": "sha1", "蒙": "meng2", "恶": "e4",
    "朴": "pu3", "石": "shi2", "扎": "zha1", "亚": "ya4", "尼": "ni2", "佐": "zuo3", "差": "cha1", "落": "luo4", "仔": "zai3",
    "缪": "miu4", "茜": "xi1", "盖": "gai4", "隆": "long2",
}  # fmt: skip
"""Readings in which transliterations use characters that have several."""
PET_READINGS = {"媛": "yuan2", "乐": "le4"}
"""Readings that a character has in a name said twice."""
PERSONAL = "(personal name)"


class NameWords:
    """Builds the words of names. ``readings`` are those of a form in the dictionary, likeliest first."""

    def __init__(self, readings: Callable[[str, str], tuple[Reading, ...]], notes: WordNotes) -> None:
        self._readings = readings
        self._notes = notes

    def made(self, kind: str, text: str, simplified: str) -> Word | None:
        """Return the word for a name that was put together while cutting, None where ``kind`` is none of a name."""
        make = {
            "person": self.person,
            "japanese": self.japanese,
            "foreign": self.foreign,
            "given": self.given,
            "called": self.called,
            "place": self.place,
        }.get(kind)
        return make(text, simplified) if make is not None else None

    def foreign(self, text: str, simplified: str) -> Word:
        """Return the word for a transliterated name, read character by character."""
        syllables = [
            Syllable(char, TRANSLITERATED.get(plain) or self.everyday(char, plain))
            for char, plain in zip(text, simplified, strict=True)
        ]
        fixed = capitalised(syllables)
        note = "foreign name, written by its sound"
        return Word(text, "name", fixed, text, decided_by="default", gloss=sound(fixed), note=note)

    def person(self, text: str, simplified: str) -> Word:
        """Return the word for a Chinese personal name: surname in its own reading, then the given name."""
        length = 2 if len(text) > 2 and simplified[:2] in SURNAMES else 1
        own = surname_reading(simplified[:length]) or tuple(
            map(self.everyday, text[:length], simplified[:length])
        )
        given = tuple(map(self.everyday, text[length:], simplified[length:]))
        syllables = capitalised(list(map(Syllable, text[:length], own))) + capitalised(
            list(map(Syllable, text[length:], given))
        )
        note = f"Chinese personal name: surname {text[:length]}, given name {text[length:]}"
        return _named(text, syllables, PERSONAL, note)

    def japanese(self, text: str, simplified: str) -> Word:
        """Return the word for a Japanese personal name, read as Chinese: surname, then given name."""
        length = next((size for size in (3, 2) if simplified[:size] in japanese_names.SURNAMES), 2)
        read = list(map(Syllable, text, map(self.everyday, text, simplified)))
        syllables = capitalised(read[:length]) + capitalised(read[length:])
        note = f"Japanese personal name, read as Chinese: surname {text[:length]}, given name {text[length:]}"
        return _named(text, syllables, PERSONAL, note)

    def given(self, text: str, simplified: str) -> Word:
        """Return the word for a person's name without a surname, known from the same text: 宝钗."""
        read = tuple(map(self.everyday, text, simplified))
        listed = self._readings(text, simplified)
        syllables = capitalised(list(map(Syllable, text, listed[0] if listed else read)))
        return _named(text, syllables, PERSONAL, "name of a person, known from elsewhere in this text")

    def called(self, text: str, simplified: str) -> Word:
        """Return the word for how people call each other: 小王, 王总, 阿强, 武帝."""
        first, last = simplified[0], simplified[1]
        surname, is_given = 0, first == last or last == "儿"
        if first in FAMILIAR:
            surname = 1
            note = f"{text[0]} + surname {text[1]}: how one calls people one knows, {FAMILIAR[first]}"
        elif first == "阿":
            note = f"{text[0]} + {text[1]}: a familiar form of a name"
        elif first == last:
            note = f"{text[0]} said twice: a familiar form of a name"
        elif last == "儿":
            note = f"{text[0]} + {text[1]}: a familiar form of a name"
        elif last == "帝":
            note = f"{text[0]} + {text[1]}: {SHORT_TITLES[last]}"
        else:
            note = f"surname {text[0]} + {text[1]}: {SHORT_TITLES[last]}"
        syllables = []
        for place, (char, plain) in enumerate(zip(text, simplified, strict=True)):
            own = surname_reading(plain) if place == surname and not is_given else None
            read = own[0] if own else (is_given and PET_READINGS.get(plain)) or self.everyday(char, plain)
            syllables.append(Syllable(char, read if is_given and place else read[:1].upper() + read[1:]))
        return _named(text, tuple(syllables), PERSONAL, note)

    def place(self, text: str, simplified: str) -> Word:
        """Return the word for a place that begins as a person's name does: 马陵村, 李家村."""
        own = surname_reading(simplified[:1])
        reads = [self.everyday(char, plain) for char, plain in zip(text, simplified, strict=True)]
        syllables = capitalised(list(map(Syllable, text, [own[0], *reads[1:]] if own else reads)))
        note = self._notes.place(simplified, text, is_sure=True) or "place name"
        if simplified[1] == "家":
            note = f"place name: {text[-1]} of the family {text[0]}"
        return _named(text, syllables, "(place name)", note)

    def everyday(self, char: str, plain: str) -> str:
        """Return the likeliest reading of a character, "" of a dot or a hyphen."""
        if not is_han(char):
            return ""
        readings = self._readings(char, plain)
        return readings[0][0].lower() if readings else last_resort(char)


def _named(text: str, syllables: tuple[Syllable, ...], gloss: str, note: str) -> Word:
    return Word(text, "name", syllables, text, decided_by="rule", gloss=gloss, note=note)


def sound(syllables: Sequence[Syllable]) -> str:
    """Say how a foreign name sounds, which is all that it means."""
    return "name: " + join(syllable.citation or syllable.base for syllable in syllables)


def capitalised(syllables: Sequence[Syllable]) -> tuple[Syllable, ...]:
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
