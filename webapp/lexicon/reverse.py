"""The dictionary the other way round: headwords by their pinyin or by an English meaning.

For searching. Nothing is prepared: the compiled file is looked through, which takes
some hundredths of a second, and the answers to the last questions are kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from webapp.language import pinyin
from webapp.language.script import to_simplified
from webapp.lexicon.lexicon import Lexicon

MOST_WORDS = 24
MOST_CUTS = 4  # of a run of letters into syllables
LONGEST_QUERY = 40
_LONGEST_SYLLABLE = 6  # zhuang, and chuang with its g
_LETTERS = re.compile(r"[a-zü]+")
_TONES = "\u0300\u0301\u0304\u030c"
_ASIDE = re.compile(r"\([^)]*\)|\bsth\b|\bsb\b|\.{3}")
_LEAD = re.compile(r"^(?:to|a|an|the)\s+")


class Reverse:
    """Finds headwords, simplified, in a dictionary."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.words = lru_cache(200)(self._words)
        """The headwords that are read so, or that mean this, at most :data:`MOST_WORDS`."""

    def _words(self, query: str) -> tuple[str, ...]:
        plain = " ".join(query.lower().split())
        if not plain or len(plain) > LONGEST_QUERY:
            return ()
        found = dict.fromkeys((*self._read(plain), *self._meaning(plain)))
        return tuple(found)[:MOST_WORDS]

    def _read(self, query: str) -> list[str]:
        """Return the words of a reading, written in any of the usual ways: yínháng, yin2 hang2, yinhang."""
        bare = _bare(query)
        forms: dict[str, None] = {}
        for syllables in self._cut(bare):
            pattern = "*|" + " ".join(f"{syllable}[1-5]" for syllable in syllables) + "|*"
            for form, readings in self._lexicon.select(
                "SELECT form, readings FROM readings WHERE '|' || lower(readings) || '|' GLOB ?", pattern
            ):
                if any(_fits(query, reading.lower()) for reading in readings.split("|")):
                    forms[to_simplified(form)] = None
        return list(forms)

    def _cut(self, letters: str) -> Iterator[tuple[str, ...]]:
        """Yield the ways to cut letters into syllables: xian is xian or xi an, where it is not written xi'an."""
        cuts: list[tuple[str, ...]] = [()]
        for piece in _LETTERS.findall(letters):
            ways = list(islice(self._cut_piece(piece), MOST_CUTS))
            cuts = [(*before, *after) for before in cuts[:MOST_CUTS] for after in ways]
        yield from (cut for cut in cuts if cut)

    def _cut_piece(self, piece: str) -> Iterator[tuple[str, ...]]:
        if not piece:
            yield ()
        for length in range(min(_LONGEST_SYLLABLE, len(piece)), 0, -1):
            if piece[:length] in self._syllables():
                for rest in self._cut_piece(piece[length:]):
                    yield (piece[:length], *rest)

    def _meaning(self, query: str) -> list[str]:
        """Return the words one of whose first senses is ``query``, the plainest ones first."""
        if not query.isascii() or len(query) < 3:
            return []
        wanted = _LEAD.sub("", query)
        ranked: list[tuple[int, int, str]] = []
        for (line,) in self._lexicon.select("SELECT line FROM lines WHERE line LIKE '%' || ? || '%'", wanted):
            forms, _, senses = line.partition("/")
            word = forms.split(" ", 2)[1]
            for place, sense in enumerate(senses.lower().strip("/").split("/")[:4]):
                meanings = [
                    _LEAD.sub("", " ".join(_ASIDE.sub(" ", each).split())) for each in sense.split(";")
                ]
                if wanted in meanings:
                    ranked.append((place, len(word), word))
                    break
        return list(dict.fromkeys(word for _, _, word in sorted(ranked)))

    @lru_cache(1)  # noqa: B019 - a process has one
    def _syllables(self) -> frozenset[str]:
        rows = self._lexicon.select("SELECT readings FROM readings WHERE length(form) = 1")
        found = {reading[:-1].lower() for (readings,) in rows for reading in readings.split("|")}
        return frozenset(syllable for syllable in found if _LETTERS.fullmatch(syllable))


def _bare(query: str) -> str:
    """Return letters without tones; v is ü.

    >>> _bare("nǚrén"), _bare("lv4 se4"), _bare("Xī'ān")    # woman, green, Xi'an
    ('nüren', 'lü  se ', "xi'an")
    """
    apart = "".join(c for c in unicodedata.normalize("NFD", query.lower()) if c not in _TONES)
    letters = unicodedata.normalize("NFC", apart)
    return re.sub(r"v|u:", "ü", re.sub(r"[1-5]", " ", letters))


def _fits(query: str, reading: str) -> bool:
    """Claim that a numbered reading has the tones that the query names; one that names none fits any."""
    syllables = reading.split()
    if re.search(r"[1-5]", query):
        return re.sub(r"v|u:", "ü", query.replace(" ", "")) == "".join(syllables)
    if not any(c in _TONES for c in unicodedata.normalize("NFD", query)):
        return True
    return (
        re.sub(r"[ '’]", "", unicodedata.normalize("NFC", query))
        == pinyin.join(syllables).replace("'", "").replace(" ", "").lower()
    )
