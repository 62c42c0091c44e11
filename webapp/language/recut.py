"""Mend cuts that are likely by the words alone but not by the grammar around them.

The path with the likeliest words (``segmentation.py``) cannot tell 他才能站起来
(才 + 能) from 他很有才能. Each row of ``data/cut_rules.tsv`` names a cut that goes wrong in this
way, the cue under which it does, and the cut that is right then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from webapp.language import tables
from webapp.language.cues import Classify, Cue, Place, holds, parse_cue
from webapp.language.segmentation import Segmenter


@dataclass(frozen=True, slots=True)
class CutRule:
    """Where ``cue`` holds at its first word, the words ``found`` are cut as ``wanted``."""

    found: tuple[str, ...]
    wanted: tuple[str, ...]
    cue: Cue


class Recutter:
    """Applies the cut rules to the words of a run."""

    def __init__(self, rules: Mapping[str, Sequence[CutRule]], segmenter: Segmenter, classify: Classify) -> None:
        self._rules = rules
        self._segmenter = segmenter
        self._classify = classify

    @classmethod
    def load(cls, segmenter: Segmenter, classify: Classify) -> Recutter:
        """Read the table that ships with the package."""
        rules: dict[str, list[CutRule]] = {}
        for found, wanted, cue in tables.rows("cut_rules.tsv"):
            rule = CutRule(tuple(found.split("/")), tuple(wanted.split("/")), parse_cue(cue))
            rules.setdefault(rule.found[0], []).append(rule)
        return cls(rules, segmenter, classify)

    def adjust(self, words: list[str]) -> list[str]:
        """Return the words, cut anew where a rule says so. They spell the same text."""
        rules = self._rules
        index, at = 0, 0
        while index < len(words):
            for rule in rules.get(words[index], ()):
                if tuple(words[index : index + len(rule.found)]) == rule.found and holds(
                    rule.cue, Place(words, index, "".join(words), at, self._classify)
                ):
                    words[index : index + len(rule.found)] = rule.wanted
                    break
            at += len(words[index])
            index += 1
        return words
