"""Which reading a word has here, and who decided it.

In this order: the reader's own entry; the dictionary, where the word has one
reading; a rule of grammar or collocation (``data/reading_rules.tsv``); the
statistical model (``polyphones.py``); the everyday reading, which the lexicon
lists first. Characters that no dictionary has are asked of pypinyin. Inside longer
words the model is heard too: it doubts what the dictionary says, and where it is
next to certain changes it (``spelling.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Protocol

from webapp.language import pinyin, tables
from webapp.language.cues import Cue, Place, holds, parse_cue

Reading = tuple[str, ...]  # numbered syllables of a word


class Knowledge(Protocol):
    """What the engine needs to know of the dictionary; ``lexicon.Lexicon`` has it."""

    def __contains__(self, form: object) -> bool:
        """Whether a form is a headword."""

    def readings(self, form: str) -> tuple[Reading, ...]:
        """Return the readings of a headword, likeliest first; () when it is none."""

    def weights(self) -> Mapping[str, float]:
        """Return the log probability of every string that may be a word."""

    def tags(self) -> Mapping[str, str]:
        """Return the part of speech of the same words (jieba's tags)."""

    def mixed(self) -> frozenset[str]:
        """Return the headwords written with Han and other letters: 卡拉OK, T恤."""

    def measures(self, form: str) -> frozenset[str]:
        """Return the measure words that a headword is counted with: 位 and 个 for 老师."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A reading that a word has where its cue holds.

    ``role`` is the part the word then plays, for ranking senses; ``note`` says why in plain English.
    ``yields``: the cue is a broad one, and a model that is sure of another reading knows better.
    """

    reading: Reading
    cue: Cue
    role: str = ""
    note: str | None = None
    yields: bool = False

    @property
    def is_weak(self) -> bool:
        """Whether it has no cue: the everyday reading, where nothing speaks for another."""
        return not self.cue


class Rules:
    """The rules of ``data/reading_rules.tsv``, in the order they stand there."""

    def __init__(self, rules: Mapping[str, Sequence[Rule]]) -> None:
        self._rules = rules

    @classmethod
    def load(cls) -> Rules:
        """Read the table that ships with the package."""
        rules: dict[str, list[Rule]] = {}
        for row in tables.rows("reading_rules.tsv"):
            forms, reading, cue, role, note = (*row, "", "", "")[:5]
            yields = reading.endswith("?")
            syllables = tuple(reading.removesuffix("?").split())
            rule = Rule(syllables, parse_cue(cue), role, note or None, yields)
            for form in forms.split("|"):
                rules.setdefault(form, []).append(rule)
        return cls(rules)

    def decide(self, form: str, place: Place) -> Rule | None:
        """Return the first rule for a form whose cue holds at the place."""
        for rule in self._rules.get(form, ()):
            if holds(rule.cue, place):
                return rule
        return None

    def of(self, form: str) -> Sequence[Rule]:
        """Return the rules for a form, in their order."""
        return self._rules.get(form, ())

    def __contains__(self, form: str) -> bool:
        return form in self._rules


def last_resort(char: str) -> str:
    """Return pypinyin's reading of a character that the dictionary does not have, "" if none.

    >>> last_resort("堃"), last_resort("女"), last_resort("A"), last_resort("二堃")
    ('kun1', 'nü3', '', '')
    """
    likeliest, _, _ = _readings_of_characters().get(ord(char) if len(char) == 1 else -1, "").partition(",")
    return pinyin.to_numbered(likeliest)


@lru_cache(1)
def _readings_of_characters() -> Mapping[int, str]:
    """Read the one table of pypinyin that is needed: by code point, "nǚ,nǜ,rǔ".

    Importing the package reads its phrases too, 45 MB in a fifth of a second.
    """
    package = find_spec("pypinyin")
    assert package and package.origin  # noqa: S101  # we depend on it
    table = spec_from_file_location("pindu_pinyin_dict", Path(package.origin).with_name("pinyin_dict.py"))
    assert table and table.loader  # noqa: S101
    module = module_from_spec(table)
    table.loader.exec_module(module)
    found: Mapping[int, str] = module.pinyin_dict
    return found


@lru_cache(1)
def pinyin_syllables() -> frozenset[str]:
    """Return every syllable that a character can have, without its tone, and the r of 儿.

    >>> {"zhuang", "nü", "r"} <= pinyin_syllables(), "nv" in pinyin_syllables()
    (True, False)
    """
    marked = {read for readings in _readings_of_characters().values() for read in readings.split(",")}
    return frozenset({pinyin.to_numbered(read)[:-1] for read in marked} | {"r"})


def distinct(readings: Sequence[Reading]) -> Iterator[Reading]:
    """Yield readings that sound differently, the first of each: Zeng1 and zeng1 are one.

    >>> list(distinct([("Zeng1",), ("zeng1",), ("ceng2",)]))
    [('Zeng1',), ('ceng2',)]
    """
    seen = set()
    for reading in readings:
        key = tuple(syllable.lower() for syllable in reading)
        if key not in seen:
            seen.add(key)
            yield reading
