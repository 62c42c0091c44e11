"""The cast of a text: a name that is certain in one place is a name in all others.

A novel gives 薛宝钗 her full name once and calls her 宝钗 afterwards; 芳官 has no
other name and no surname. What is learnt here holds for one text only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain, islice

from webapp.language.cues import Classify
from webapp.language.draft import Draft
from webapp.language.forms_of_address import COMMON_SURNAMES
from webapp.language.names import SPEAKING, USUALLY_SURNAMES
from webapp.language.script import is_han
from webapp.language.word_classes import CLOSED_CLASS, SURNAMES, TITLES_AFTER_NAMES

Kind = str  # "person", or "given": a name without its surname
ACTS = SPEAKING | frozenset("也又就来去走看把点正在")
"""What a person's name is often followed by."""
SEEN = 3
"""So often must two characters stand together, before people's doings, to be taken for a name."""
SURE = 2
"""So often must a full name that no dictionary has be found before it is believed; once, before a title."""
TOGETHER = 0.7
"""In so much of what the rarer of the two does alone."""
ACTING = 0.4
"""So many of their occurrences must stand before such a doing ..."""
INSEPARABLE, ACTING_TOGETHER = 0.9, 0.15
"""... or so many, where so much of what either does is done together: 黛 + 玉."""


class Cast:
    """Learns the names of one text, and keeps them together in it.

    ``is_person`` tells a headword that is somebody's full name, ``is_word`` any word.
    """

    def __init__(
        self, is_person: Callable[[str], bool], is_word: Callable[[str], bool], classify: Classify
    ) -> None:
        self._is_person = is_person
        self._is_word = is_word
        self._classify = classify
        self._known: dict[str, Kind] = {}
        self._short: dict[
            str, int
        ] = {}  # names of two characters, and how often they stand in these sentences

    def keep_together(self, drafts: Sequence[Draft]) -> None:
        """Learn the names in these sentences, and join what was cut apart of those known by now."""
        counts = Counter(chain.from_iterable(draft.cuts for draft in drafts))
        self._short = {
            word: count for word, count in counts.items() if count >= SURE and self._is_short(word)
        }
        found = self._learn_full(drafts, counts)
        self._learn_repeated(drafts, counts, found)
        if self._known or self._short:
            by_length = sorted(self._known, key=lambda name: (-len(name), name))
            pattern = re.compile("|".join(map(re.escape, by_length)))
            for draft in drafts:
                if draft.names:
                    self._loosen(draft)
                if self._known:
                    self._join(draft, pattern)

    def _is_short(self, word: str) -> bool:
        """Whether a word may be a name of two characters: 贾琏, not 山东."""
        if len(word) != 2 or word[0] not in USUALLY_SURNAMES:
            return False
        classes = self._classify(word)
        return not classes or ("name" in classes and "place" not in classes)

    def _learn_full(self, drafts: Iterable[Draft], counts: Collection[str]) -> Counter[str]:
        """Learn full names: those the dictionary has, and those made while cutting. Return how often each was made."""
        found: Counter[str] = Counter()
        listed = {
            word for word in counts if len(word) in (3, 4) and word[0] in SURNAMES and self._is_person(word)
        }
        for draft in drafts:
            for index, kind in draft.names.items():
                if kind == "person":
                    is_titled = index + 1 < len(draft.cuts) and draft.cuts[index + 1] in TITLES_AFTER_NAMES
                    found[draft.cuts[index]] += SURE if is_titled else 1
        text = "\n".join(draft.plain for draft in drafts) if 1 in found.values() else ""
        for name in sorted(listed | found.keys()):
            given = name[2 if name[:2] in SURNAMES else 1 :]
            if name not in listed:
                if self._short.get(name[:2], 0) > found[name]:
                    continue
                is_called = found[name] < SURE and len(given) == 2 and text.count(given) > text.count(name)
                if found[name] < SURE and not is_called:  # 方晓婷 … 晓婷
                    continue
                self._known[name] = "person"
            if len(given) == 2 and (
                not self._is_word(given) or (name in listed and self._acts(given, drafts))
            ):
                self._known.setdefault(given, "given")
        return found

    @staticmethod
    def _acts(given: str, drafts: Iterable[Draft]) -> bool:
        """Whether a word that is a given name too (宝玉, precious jade) mostly does what people do."""
        nexts = [
            draft.cuts[index + 1] if index + 1 < len(draft.cuts) else ""
            for draft in drafts
            for index, word in enumerate(draft.cuts)
            if word == given
        ]
        return sum(after[:1] in ACTS for after in nexts if after) >= max(1, ACTING * len(nexts))

    def _learn_repeated(
        self, drafts: Sequence[Draft], counts: Mapping[str, int], found: Mapping[str, int]
    ) -> None:
        """Learn the names that are only found by standing together again and again.

        ``found``: how often each was made a name while cutting, which counts as well.
        """
        singles = {word for word in counts if len(word) == 1 and word not in CLOSED_CLASS and is_han(word)}
        lasts = singles - SPEAKING
        words = [*chain.from_iterable(chain(draft.cuts, ("",)) for draft in drafts)]  # "": a sentence ends
        seen = [  # two characters side by side, and the word after them
            (first + second, after)
            for first, second, after in zip(
                words, islice(words, 1, None), islice(words, 2, None), strict=False
            )
            if first in singles and second in lasts
        ]
        pairs = Counter(pair for pair, _ in seen)
        for name in found:
            if len(name) == 2 and pairs[name] and pairs[name] + found[name] >= SURE:
                self._known[name] = "person"
        often = {pair for pair, count in pairs.items() if count >= SURE}
        acting = Counter(pair for pair, after in seen if pair in often and after[:1] in ACTS)
        for pair in sorted(often):
            first, second = pair[0], pair[1]
            is_surname = first in USUALLY_SURNAMES
            if (
                pairs[pair] >= (SURE if is_surname else SEEN)
                and (
                    first in COMMON_SURNAMES
                    or acting[pair] >= max(2, self._acting_share(pairs[pair], counts[first], counts[second]))
                )
                and pairs[pair] >= TOGETHER * min(counts[first], counts[second])
                and first != second
                and not self._is_phrase(pair)
            ):
                self._known.setdefault(pair, "person" if is_surname else "given")

    @staticmethod
    def _acting_share(together: int, first: int, second: int) -> float:
        """Return how often two characters must act: more rarely where neither of them stands without the other."""
        inseparable = together > SEEN and together >= INSEPARABLE * max(first, second)
        return together * (ACTING_TOGETHER if inseparable else ACTING)

    def _is_phrase(self, pair: str) -> bool:
        """Tell 乱嚷, which people do as well, from a name."""
        first, second = map(self._classify, pair)
        return (
            "verb" in second
            and "noun" not in second
            and not first.isdisjoint(("adverb", "adjective", "verb"))
        )

    def _loosen(self, draft: Draft) -> None:
        """Set the last character free where a name had taken it in: 贾琏 + 垂, 贾琏 being known."""
        for index in sorted(draft.names, reverse=True):
            name = draft.cuts[index]
            if (
                draft.names[index] == "person"
                and len(name) > 2
                and name not in self._known
                and (self._known.get(name[:2]) == "person" or name[:2] in self._short)
            ):
                draft.part(index, 2)

    def _join(self, draft: Draft, pattern: re.Pattern[str]) -> None:
        for match in pattern.finditer(draft.plain):
            first, last = draft.border(match.start()), draft.border(match.end())
            if first is None or last is None or any(index in draft.names for index in range(first, last)):
                continue
            if last - first > 1 or self._known[match[0]] == "given":
                draft.join(first, last, self._known[match[0]])
