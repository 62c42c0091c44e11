"""What is built first by everybody, measured by the same scorer as ours.

``greedy`` cuts the longest CC-CEDICT headword from left to right and reads its
first entry; the others cut with jieba and read with pypinyin word by word,
pypinyin on the whole sentence, or g2pM. Their gloss is the first sense of the
first entry, which is also all that counts as a card.
"""

from __future__ import annotations

import gzip
import logging
import re
from collections.abc import Callable, Sequence
from functools import cache

import jieba
from g2pM import G2pM
from pypinyin import Style, pinyin

from tests.quality.scoring import Annotator, Seen
from webapp.language.pinyin import to_marks
from webapp.lexicon.exports import bundled_export

ENTRY = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /([^/]*)/")
FOREIGN = re.compile(r"[A-Za-z0-9.%]+")
LONGEST = 12

Cutter = Callable[[str], list[str]]
Reader = Callable[[str, list[str]], list[str]]  # a text and its words -> a reading a character


@cache
def first_entries() -> dict[str, tuple[tuple[str, ...], str]]:
    """Return ``{headword: (syllables, first sense)}`` in the dictionary's own order."""
    entries: dict[str, tuple[tuple[str, ...], str]] = {}
    with gzip.open(bundled_export(), "rt", encoding="utf-8") as lines:
        for line in lines:
            if found := ENTRY.match(line):
                traditional, simplified, reading, sense = found.groups()
                for headword in (simplified, traditional):
                    entries.setdefault(headword, (tuple(reading.lower().split()), sense))
    return entries


@cache
def tokenizer() -> jieba.Tokenizer:
    jieba.setLogLevel(logging.CRITICAL)
    own = jieba.Tokenizer()
    own.FREQ, own.total = own.gen_pfdict(
        own.get_dict_file()
    )  # without the cache file in the shared temp folder
    own.initialized = True
    return own


def jieba_words(text: str) -> list[str]:
    return list(tokenizer().cut(text))


def longest_headwords(text: str) -> list[str]:
    words, at = [], 0
    while at < len(text):
        sizes = range(min(LONGEST, len(text) - at), 0, -1)
        run = FOREIGN.match(text, at)  # what is no Chinese is kept together, as all readers do
        rest = run.end() - at if run else 1
        size = next((size for size in sizes if text[at : at + size] in first_entries()), rest)
        words.append(text[at : at + size])
        at += size
    return words


def by_first_entry(_text: str, words: list[str]) -> list[str]:
    readings: list[str] = []
    for word in words:
        syllables, _ = first_entries().get(word, ((), ""))
        readings += map(to_marks, syllables) if len(syllables) == len(word) else [""] * len(word)
    return readings


def by_pypinyin_per_word(_text: str, words: list[str]) -> list[str]:
    return [reading for word in words for reading in _pypinyin(word)]


def by_pypinyin_per_sentence(text: str, _words: list[str]) -> list[str]:
    return _pypinyin(text)


def by_g2pm(text: str, _words: list[str]) -> list[str]:
    if not text:
        return []
    numbered = _g2pm()(text, tone=True, char_split=True)
    return [to_marks(each) if re.fullmatch(r"[a-z:]+[1-5]", each) else "" for each in numbered]


def annotator(cut: Cutter, read: Reader) -> Annotator:
    """Return an annotator that cuts and reads as given, one text after the other."""

    def annotate(texts: Sequence[str]) -> list[list[Seen]]:
        return [tokens(text) for text in texts]

    def tokens(text: str) -> list[Seen]:
        words = cut(text)
        readings = read(text, words)
        found, at = [], 0
        for word in words:
            ruby = tuple(zip(word, readings[at : at + len(word)], strict=True))
            _, gloss = first_entries().get(word, ((), ""))
            found.append(Seen(word, ruby, "".join(reading for _, reading in ruby), gloss, bool(gloss)))
            at += len(word)
        return found

    return annotate


BASELINES: dict[str, Annotator] = {
    "greedy CC-CEDICT": annotator(longest_headwords, by_first_entry),
    "jieba + pypinyin per word": annotator(jieba_words, by_pypinyin_per_word),
    "pypinyin, whole sentence": annotator(jieba_words, by_pypinyin_per_sentence),
    "jieba + g2pM": annotator(jieba_words, by_g2pm),
}


def _pypinyin(text: str) -> list[str]:
    return [found[0] for found in pinyin(text, style=Style.TONE, errors=lambda run: [[""] for _ in run])]


@cache
def _g2pm() -> G2pM:
    return G2pM()
