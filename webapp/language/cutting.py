"""Cut a run of Han characters: the likeliest path through its words, mended by what stands around them.

The steps stand each in a module of its own; here is their order, and which of them a run
has need of: by the *traits* of its words (``traits.py``), for most runs none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from webapp.language.combinations import Combinations
from webapp.language.joining import NOT_JOINED, Joiner
from webapp.language.overlaps import EDGE, NUMERAL, Overlaps
from webapp.language.recut import Recutter
from webapp.language.seams import Seams
from webapp.language.segmentation import Segmenter
from webapp.language.traits import ASPECT, COMBINED, Traits
from webapp.language.word_graph import NO_RIVALS, Rival

Run = tuple[list[str], Mapping[int, Rival], Mapping[int, str]]
"""The words of a run; by index, where they could be cut otherwise; and of what is no headword how it is made."""


class Cutter:
    """Cuts runs of Han."""

    def __init__(
        self,
        segmenter: Segmenter,
        overlaps: Overlaps,
        combinations: Combinations,
        seams: Seams,
        recutter: Recutter,
        joiner: Joiner,
    ) -> None:
        self._segmenter = segmenter
        self._overlaps = overlaps
        self._combinations = combinations
        self._seams = seams
        self._recutter = recutter
        self._joiner = joiner
        self._traits = Traits()
        for each in (combinations, seams, recutter, joiner):
            each.mark(self._traits)

    def cut(
        self,
        run: str,
        stretches: Sequence[str],
        token: str,
        is_number: bool,
        before: str = "",
        after: str = "",
    ) -> Run:
        """Cut a run. ``stretches`` are what stands between its joints, see ``Segmenter.cut``.

        ``token`` is what stands in front of it in its clause, and may be a number;
        ``before`` and ``after`` are the characters around it, "" at the ends of a sentence.
        """
        edge = NUMERAL if is_number else EDGE
        found = self._segmenter.cut(run, stretches)
        if found.rivals:
            found = self._overlaps.settle(found, edge)
        words = [*found.words]
        of = self._traits.of
        has = of(words)
        if has & COMBINED:
            found = self._combinations.settle(found, edge, self._segmenter)
            words = [*found.words]
            has = of(words)
        chars = frozenset(run)
        is_twice = len(chars) < len(run)
        if self._seams.concern(has, is_twice):
            words = self._seams.mend(words)
            has = of(words)
        if has & ASPECT and self._recutter.free_nouns(words):
            has = of(words)
        if self._recutter.concern(words, has, is_twice):
            words = self._recutter.adjust(words, token)
            has = of(words)
        made = NOT_JOINED
        if len(words) > 1:
            words, made = self._joiner.join(words, run, chars, has, before, after)
        stays = not found.rivals or tuple(words) == found.words
        return words, found.rivals if stays else NO_RIVALS, made
