"""Labelled contexts of polyphones, from dictionaries, phrase lists and texts.

An *example* is a text and the readings of some of its characters. Sentences are
read to their ends; words and phrases are *open*: what stands outside of them is
not known, and features must not look there.
"""

from __future__ import annotations

import gzip
import importlib
import logging
import pkgutil
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from webapp.lexicon.cedict import parse

Example = tuple[str, list[tuple[int, str]]]
Words = Mapping[str, Sequence[tuple[str, ...]]]

_MARKS = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_LEFT_TO_RULES = "一不"  # their tone follows the next syllable; phrase lists write it as spoken


def numbered(marked: str) -> str:
    """Turn ``háng`` into ``hang2``."""
    decomposed = unicodedata.normalize("NFD", marked.lower())
    tone = next((_MARKS[char] for char in decomposed if char in _MARKS), "5")
    letters = unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in _MARKS))
    return "r5" if letters + tone == "er5" else letters + tone


def dictionary(path: Path) -> Words:
    """Headwords of a CC-CEDICT export with their readings, a syllable a character."""
    words: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        for entry in parse(file):
            syllables = tuple(item.lower() for item in entry.syllables if item not in {",", "·"})
            word = "".join(char for char in entry.simplified if char not in "，·")
            if len(word) == len(syllables) and syllables not in words[word]:
                words[word].append(syllables)
    return words


def candidates(
    words: Words, network: Mapping[str, Sequence[str]], written: Iterable[tuple[str, str]]
) -> dict[str, list[str]]:
    """Each polyphone with the readings to choose from."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for word, readings in words.items():
        for syllables in readings:
            for char, syllable in zip(word, syllables, strict=True):
                if "\u3400" <= char <= "\u9fff":
                    seen[char][syllable] += 2 if len(word) == 1 else 1
    choices = {
        char: list(dict.fromkeys([*network.get(char, ()), *(r for r, count in counts.items() if count >= 2)]))
        for char, counts in seen.items()
    }
    for char, reading in written:
        if reading not in choices.setdefault(char, []):
            choices[char].append(reading)
    return {char: found for char, found in choices.items() if len(found) > 1 and char not in _LEFT_TO_RULES}


def _labelled(text: str, syllables: Sequence[str], choices: Mapping[str, Sequence[str]]) -> Example:
    pairs = enumerate(zip(text, syllables, strict=True))
    return text, [(at, reading) for at, (char, reading) in pairs if reading in choices.get(char, ())]


def headwords(words: Words, choices: Mapping[str, Sequence[str]]) -> list[Example]:
    """Words of several characters that have one reading."""
    return [
        _labelled(word, readings[0], choices)
        for word, readings in words.items()
        if len(word) > 1 and len(readings) == 1
    ]


def phrases(words: Words, choices: Mapping[str, Sequence[str]]) -> list[Example]:
    """Phrases of pypinyin and pypinyin-dict (both MIT) that are no headwords."""
    from pypinyin.phrases_dict import phrases_dict

    found = {"".join(phrase): reading for phrase, reading in phrases_dict.items()}
    package = importlib.import_module("pypinyin_dict.phrase_pinyin_data")
    for module in sorted(item.name for item in pkgutil.iter_modules(package.__path__)):
        if re.fullmatch(r"large_pinyin_\d+|di|pinyin", module):
            content = vars(importlib.import_module(f"{package.__name__}.{module}"))
            for name, value in content.items():
                if isinstance(value, dict) and not name.startswith("__"):
                    found.update(value)
    return [
        _labelled(phrase, [numbered(options[0]) for options in reading], choices)
        for phrase, reading in found.items()
        if len(phrase) == len(reading) > 1 and phrase not in words
    ]


def by_words(
    sentences: Sequence[str], words: Words, choices: Mapping[str, Sequence[str]]
) -> Iterator[Example]:
    """Sentences in which the words with one reading are labelled."""
    import jieba

    jieba.setLogLevel(logging.ERROR)
    cutter = jieba.Tokenizer()
    cutter.initialize()
    for word in words:
        if len(word) > 1 and word not in cutter.FREQ:
            cutter.add_word(word)
    for sentence in sentences:
        at, labels = 0, []
        for word in cutter.cut(sentence, HMM=False):
            if len(word) > 1 and len(words.get(word, ())) == 1:
                _, inside = _labelled(word, words[word][0], choices)
                labels += [(at + offset, reading) for offset, reading in inside]
            at += len(word)
        yield sentence, labels


def sentences_of(path: Path) -> list[str]:
    """Sentences of a plain text, or the first column of a table, in simplified script."""
    from opencc import OpenCC

    simplify = OpenCC("t2s").convert
    lines = path.read_text("utf-8").splitlines()
    if path.suffix == ".tsv":
        return list(dict.fromkeys(simplify(line.split("\t")[0]) for line in lines))
    return [simplify(piece) for line in lines for piece in re.split(r"(?<=[。！？])", line) if len(piece) > 4]


def marked_sentences(path: Path) -> list[Example]:
    """CPP data: ``x.sent`` with ``▁`` before a character, ``x.lb`` with its reading."""
    labels = path.with_suffix(".lb").read_text("utf-8").replace("u:", "ü").split()
    lines = [line for line in path.read_text("utf-8").splitlines() if line]
    return [
        (line.replace("▁", ""), [(line.index("▁"), label)]) for line, label in zip(lines, labels, strict=True)
    ]


def handwritten(path: Path) -> list[tuple[str, str, str]]:
    """Character, reading, phrase; from polyphone_contexts.tsv."""
    rows = [
        line.split("\t") for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")
    ]
    return [(char, reading, phrase) for char, reading, written in rows for phrase in written.split()]
