"""Cut a run of Han characters into words, by the likeliest path through all of it (``word_graph.py``).

Between two places where a text can surely be cut (``joints.py``) stands little, and
the same again and again: most of a path is not sought but remembered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from webapp.language.joints import Joints
from webapp.language.word_graph import NO_RIVALS, UNKNOWN_WEIGHT, Cut, Rival, WordGraph

CHARACTERS_KEPT = 20_000
"""So many characters' stretches are remembered, and as many that came before them: a hostile text could have any number."""


class Segmenter:
    """Cuts by a fixed list of weighted words. What is cut does not depend on what was cut before.

    >>> words = {"研究": -9.0, "研究生": -10.5, "生命": -9.4, "命": -10.0, "生": -9.0, "起源": -10.8}
    >>> Segmenter(words).cut("研究生命起源").words
    ('研究', '生命', '起源')
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._graph = WordGraph(weights)
        self._joints = Joints(weights)
        self._known = _Known(self._graph)

    def __contains__(self, word: str) -> bool:
        return word in self._weights

    def __iter__(self) -> Iterator[str]:
        return iter(self._weights)

    def weight(self, word: str) -> float:
        """Return the log probability of a word, or that of an unknown character for each."""
        known = self._weights.get(word)
        return UNKNOWN_WEIGHT * len(word) if known is None else known

    def mark(self, texts: Sequence[str]) -> list[str]:
        """Return each text, which must be one line, with ``joints.JOINT`` where its Han can surely be cut."""
        return self._joints.mark(texts)

    def cut(self, run: str, stretches: Sequence[str] = ()) -> Cut:
        """Cut a run of Han characters; the words spell it back.

        ``stretches`` are what stands between its joints, if they are known: the same cut is then found sooner.
        """
        if not stretches:
            return self._graph.path(run)
        if self._known.characters > CHARACTERS_KEPT:
            self._known = _Known(self._graph, self._known)
        known = self._known  # another thread may begin anew
        words = tuple(chain.from_iterable(map(known.__getitem__, stretches)))
        if known.rivals.keys().isdisjoint(stretches):
            return Cut(words, NO_RIVALS)
        rivals: dict[int, Rival] = {}
        at = 0
        for stretch in stretches:
            for place, rival in known.rivals.get(stretch, NO_RIVALS).items():
                rivals[at + place] = rival
            at += len(known[stretch])
        return Cut(words, rivals)

    def split(self, word: str) -> tuple[str, ...]:
        """Cut a word into shorter ones, as if the list did not have it.

        >>> Segmenter({"银行": -9.0, "行长": -10.0, "银行行长": -5.0}).split("银行行长")
        ('银行', '行长')
        """
        best: list[tuple[float, int]] = [(0.0, 0)]
        for end in range(1, len(word) + 1):
            best.append(
                max(
                    (best[start][0] + self.weight(word[start:end]), start)
                    for start in range(end)
                    if end - start == 1 or (end - start < len(word) and word[start:end] in self._weights)
                )
            )
        words, end = [], len(word)
        while end:
            start = best[end][1]
            words.append(word[start:end])
            end = start
        return tuple(reversed(words))


class _Known(dict[str, tuple[str, ...]]):
    """The words of each stretch between two joints, found when first asked for.

    ``rivals`` has those of a stretch, if there are any. What was known ``before`` is taken
    over as it is met again, so that what a text repeats is never sought a second time.
    """

    def __init__(self, graph: WordGraph, before: _Known | None = None) -> None:
        super().__init__()
        self.rivals: dict[str, Mapping[int, Rival]] = {}
        self.characters = 0
        self._graph = graph
        self._words_before = {} if before is None else dict(before)
        self._rivals_before = {} if before is None else before.rivals

    def __missing__(self, stretch: str) -> tuple[str, ...]:
        words = self._words_before.get(stretch)
        if words is None:
            words, rivals = self._graph.path(stretch)
        else:
            rivals = self._rivals_before.get(stretch, NO_RIVALS)
        if rivals:
            self.rivals[stretch] = rivals
        self.characters += len(stretch)
        self[stretch] = words
        return words
