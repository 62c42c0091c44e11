"""Why 看过, 好不好, 受不了 and 吃了饭 mean what they mean: notes by general rules.

A rule looks at a word and its neighbours in the same clause and says in plain
English what holds them together. Each is a small function registered under the
characters that set it off, so a sentence without them costs one look-up a word.
Terms: Li & Thompson, Mandarin Chinese (1981), in a learner's words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import compress

from webapp.language import constructions as rules
from webapp.language import markers
from webapp.language import result_notes as results
from webapp.language.affix_notes import SINGLE_SUFFIXES, non, suffix
from webapp.language.clauses import Clause, Finding
from webapp.language.cues import Classify
from webapp.language.document import Word
from webapp.language.le_notes import le
from webapp.language.little_notes import a_little
from webapp.language.measure_notes import measure
from webapp.language.place_notes import direction, locative, measure_or_direction
from webapp.language.script import to_simplified
from webapp.language.separable import Separated
from webapp.language.word_classes import CLASSIFIERS, DIRECTIONALS, LOCATIVES, RESULTS, TITLES_AFTER_NAMES
from webapp.language.yi_notes import yi

Rule = Callable[[Clause, int], Finding | None]
COUNTED_KEPT = 5_000
"""So many words are remembered with what they are counted with."""

_BY_WORD: dict[str, Rule] = {
    **dict.fromkeys(sorted(TITLES_AFTER_NAMES), rules.title),
    **dict.fromkeys(sorted(LOCATIVES), locative),
    **dict.fromkeys(sorted(DIRECTIONALS), direction),
    **dict.fromkeys(sorted(RESULTS), results.result),
    **dict.fromkeys(sorted(results.LONG_RESULTS), results.long_result),
    **dict.fromkeys(sorted(CLASSIFIERS), measure),
    **dict.fromkeys(sorted(CLASSIFIERS & DIRECTIONALS), measure_or_direction),
    **dict.fromkeys(sorted(results.BEFORE_LE), results.result_before_le),
    **dict.fromkeys(("点", "点儿"), a_little), "看": rules.try_and_see,
    "了": le, "着": rules.zhe, "著": rules.zhe, "过": rules.guo, "過": rules.guo, "得": rules.de_degree,
    "地": rules.de_adverb, "的": rules.de_modifier, "把": markers.ba, "将": markers.ba, "將": markers.ba, "被": markers.bei,
    "给": markers.gei, "給": markers.gei, "不": rules.bu, "没": rules.bu, "沒": rules.bu, "一": yi,
    **dict.fromkeys(sorted(SINGLE_SUFFIXES), suffix), "非": non, "叫": markers.passive, "让": markers.passive,
    "们": rules.men, "們": rules.men, "所": rules.suo, "比": markers.bi, "连": markers.lian, "連": markers.lian,
}  # fmt: skip


class Explainer:
    """Adds notes to the words of a sentence. Words with a note are made once and kept."""

    def __init__(
        self,
        classify: Classify,
        is_word: Callable[[str], bool],
        headword: Callable[[str, str], Word | None] = lambda text, plain: None,
        measures: Callable[[str], frozenset[str]] = lambda form: frozenset(),
    ) -> None:
        self._classify = classify
        self._is_word = is_word
        self._headword = headword
        self._measures = lru_cache(COUNTED_KEPT)(measures)
        self._kept: dict[tuple[int, str | None, str], tuple[Word, Word]] = {}

    def explain(
        self, words: Sequence[Word], plain: Sequence[str], separated: Sequence[Separated] = ()
    ) -> list[Word]:
        """Return the words, those that a rule explains with a note and a role.

        ``plain`` holds the words' texts in simplified characters, ``separated`` the
        verbs among them that were taken apart.
        """
        result = list(words)
        clause = Clause(words, plain, self._classify, self._is_word, self._measures)
        apart = {place for each in separated for place in (each.verb, each.object)}
        for index in compress(range(len(plain)), map(_BY_WORD.__contains__, plain)):
            if index in apart:
                continue  # 架 in 吵一架 counts nothing, 出 in 没出过国 is no direction
            finding = _BY_WORD[plain[index]](clause, index)
            if finding is not None:
                self._note(result, index, finding)
        for each in separated:
            self._separate(result, words, each)
        return result

    def _separate(self, result: list[Word], words: Sequence[Word], found: Separated) -> None:
        """Say of both parts of a separated verb which verb it is, and show its entry with them."""
        verb, object_ = words[found.verb].text, words[found.object].text
        is_doubled = len(verb) + len(object_) > len(found.whole)  # 喝喝 + 茶
        own = verb[:1] + object_ if is_doubled else verb + object_
        does = ", done a little" if found.repeats or is_doubled else ""
        note = f"{verb} … {object_}: the verb {own}, taken apart{does}"
        whole = self._headword(own, found.whole)
        parts = (whole,) if whole is not None else ()
        for place in (found.verb, *found.repeats, found.object):
            role = "noun" if place == found.object else result[place].role or "verb"
            self._keep(result, place, note, role, parts)
        if words[found.object - 1].text == "一":  # 睡一觉: one, and not "as soon as"
            self._keep(result, found.object - 1, None, "number", ())

    def _note(self, result: list[Word], index: int, finding: Finding) -> None:
        """Put a note on a word, and on its partner where the finding names one."""
        whole = finding.whole and self._headword(finding.whole, to_simplified(finding.whole))
        for place in (index, *finding.with_words):
            word = result[place]
            if place != index and word.note is not None:
                continue
            their_role = "" if whole and place != finding.with_words[0] else finding.their_role
            role = (finding.role if place == index else their_role) or word.role
            short = finding.gloss if place == index else None
            if place in finding.with_words[:1]:
                short = finding.their_gloss
            parts = (whole,) if whole and place != index else word.parts
            self._keep(result, place, finding.note, role, parts, short)

    def _keep(
        self,
        result: list[Word],
        place: int,
        note: str | None,
        role: str,
        parts: tuple[Word, ...],
        gloss: str | None = None,
    ) -> None:
        """Put the word at a place with this note, role, parts and gloss there, made once: a note has one gloss."""
        word = result[place]
        key = (id(word), note, role)
        kept = self._kept.get(key)
        if kept is None:
            made = replace(word, note=note, role=role, parts=parts, gloss=gloss or word.gloss)
            kept = (word, made)  # the word is kept with its copy: its id stays its own
            if len(self._kept) < KEPT_WORDS:
                self._kept[key] = kept
        result[place] = kept[1]


KEPT_WORDS = 20_000
