"""Why 看过, 好不好, 受不了 and 吃了饭 mean what they mean: notes by general rules.

A rule looks at a word and its neighbours in the same clause and says in plain
English what holds them together. Each is a small function registered under the
characters that set it off, so a sentence without them costs one look-up a word.
Terms: Li & Thompson, Mandarin Chinese (1981), in a learner's words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import compress

from webapp.language import constructions as rules
from webapp.language.constructions import Clause, Finding
from webapp.language.cues import Classify
from webapp.language.document import Word
from webapp.language.separable import find_separable
from webapp.language.word_classes import CLASSIFIERS, DIRECTIONALS, LOCATIVES, RESULTS, TITLES_AFTER_NAMES

Rule = Callable[[Clause, int], Finding | None]

_BY_WORD: dict[str, Rule] = {
    **dict.fromkeys(sorted(TITLES_AFTER_NAMES), rules.title),
    **dict.fromkeys(sorted(LOCATIVES), rules.locative),
    **dict.fromkeys(sorted(DIRECTIONALS), rules.direction),
    **dict.fromkeys(sorted(RESULTS), rules.result),
    **dict.fromkeys(sorted(CLASSIFIERS), rules.measure),
    "了": rules.le, "着": rules.zhe, "著": rules.zhe, "过": rules.guo, "過": rules.guo, "得": rules.de_degree,
    "地": rules.de_adverb, "的": rules.de_modifier, "把": rules.ba, "将": rules.ba, "將": rules.ba, "被": rules.bei,
    "给": rules.gei, "給": rules.gei, "不": rules.bu, "没": rules.bu, "沒": rules.bu, "一": rules.yi,
    "们": rules.men, "們": rules.men, "所": rules.suo, "比": rules.bi, "连": rules.lian, "連": rules.lian,
}  # fmt: skip


class Explainer:
    """Adds notes to the words of a sentence. Words with a note are made once and kept."""

    def __init__(self, classify: Classify, is_word: Callable[[str], bool]) -> None:
        self._classify = classify
        self._is_word = is_word
        self._kept: dict[tuple[int, str, str], tuple[Word, Word]] = {}

    def explain(self, words: Sequence[Word], plain: Sequence[str]) -> list[Word]:
        """Return the words, those that a rule explains with a note and a role.

        ``plain`` holds the words' texts in simplified characters.
        """
        result = list(words)
        clause = Clause(words, plain, self._classify, self._is_word)
        for index in compress(range(len(plain)), map(_BY_WORD.__contains__, plain)):
            finding = _BY_WORD[plain[index]](clause, index)
            if finding is not None:
                self._note(result, index, finding)
        for place, finding in find_separable(clause):
            self._note(result, place, finding)
        return result

    def _note(self, result: list[Word], index: int, finding: Finding) -> None:
        """Put a note on a word, and on its partner where the finding names one."""
        for place in (index, *finding.with_words):
            word = result[place]
            if place != index and word.note is not None:
                continue
            role = finding.role if place == index and finding.role else word.role
            key = (id(word), finding.note, role)
            kept = self._kept.get(key)
            if kept is None:
                made = replace(word, note=finding.note, role=role)
                kept = (word, made)  # the word is kept with its copy: its id stays its own
                if len(self._kept) < KEPT_WORDS:
                    self._kept[key] = kept
            result[place] = kept[1]


KEPT_WORDS = 100_000
