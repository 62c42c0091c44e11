"""The statistical model behind ``readings.py``: which reading a polyphone has here.

The model adds up what speaks for each reading of a character in its sentence:

* the opinion of the network of g2pM (``polyphone_network.py``), which reads the
  whole sentence, trusted as much as it has earned for that character: it knows
  the rare readings of an encyclopedia, but errs on everyday words;
* weights of the characters around (``polyphone_weights.py``), learnt from
  dictionary words, phrases, sentences and hand-written everyday contexts.

The sum is a log-probability, so that a reader can be told where the model is
unsure. It knows nothing of word boundaries: where a dictionary word decides the
reading, ``readings.py`` need not ask.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from webapp.language.polyphone_features import hashes, label_hash, windows, with_label
from webapp.language.polyphone_network import Floats, Network
from webapp.language.polyphone_weights import Weights

Request = tuple[str, Sequence[int]]  # a sentence in simplified script; places of characters in it
Allowed = Sequence[Sequence[Sequence[str]]]  # for each request, for each place: readings to choose from

_PIECE = 8_192  # places scored at once, which bounds memory
_SCORE = itemgetter(0)


class Prediction(NamedTuple):
    """What the model takes a character's reading to be.

    ``runner_up`` is the second likeliest reading, or "" where there was no choice.
    A tuple, because a novel asks for hundreds of thousands of them.
    """

    reading: str
    probability: float
    runner_up: str = ""


class PolyphoneModel:
    """Reads polyphones in their sentences.

    >>> model = PolyphoneModel.load()
    >>> model.readings("行")[:2]
    ('xing2', 'hang2')
    >>> [answer.reading for answer in model.predict([("这行字很长，不行", [1, 4, 7])])[0]]
    ['hang2', 'chang2', 'xing2']
    """

    def __init__(self, network: Network, weights: Weights) -> None:
        self._network = network
        self._weights = weights
        self._ids = {label: number for number, label in enumerate(network.labels)}
        chars = list(weights.readings)
        self._rows = {char: row for row, char in enumerate(chars)}
        self._trust = np.array([weights.trust[char] for char in chars], np.float32)
        counts = [len(weights.readings[char]) for char in chars]
        self._counts = np.array(counts, np.intp)
        self._firsts = np.cumsum([0, *counts])[:-1]
        self._labels = [reading for char in chars for reading in weights.readings[char]]
        self._hashes = np.array([label_hash(reading) for reading in self._labels], np.uint64)
        self._label_ids = np.array(
            [
                self._ids[reading] if reading in network.candidates.get(char, ()) else -1
                for char in chars
                for reading in weights.readings[char]
            ],
            np.intp,
        )

    @classmethod
    def load(cls) -> PolyphoneModel:
        """Read the weights that come with the installed packages."""
        return cls(Network.load(), Weights.load())

    def knows(self, char: str) -> bool:
        """Whether the model can choose between readings of the character."""
        return char in self._rows

    def readings(self, char: str) -> tuple[str, ...]:
        """Return the readings the model chooses from; none where it does not know the character."""
        return self._weights.readings.get(char, ())

    def predict(self, requests: Sequence[Request], allowed: Allowed | None = None) -> list[list[Prediction]]:
        """Read the characters at the given places of each sentence.

        ``allowed`` narrows the choice at each place; the probability is then the
        share among those. A reading that the model has never met is chosen only
        when it knows none of the others: the first one stands, as likely as any.
        Without ``allowed``, every place must hold a character the model knows.
        """
        known = [
            [
                (index, self._rows[text[place]])
                for index, place in enumerate(places)
                if text[place] in self._rows
            ]
            for text, places in requests
        ]
        texts = [text for text, _ in requests]
        wanted = [
            [places[index] for index, _ in row] for (_, places), row in zip(requests, known, strict=True)
        ]
        rows = np.array([char for row in known for _, char in row], np.intp)
        scores = self._scores(texts, wanted, rows)
        answers: list[list[Prediction]] = []
        at = 0
        for number, (text, places) in enumerate(requests):
            told = {index for index, _ in known[number]}
            answers.append([])
            for index, place in enumerate(places):
                own = self.readings(text[place])
                share = scores[at : at + len(own)] if index in told else scores[:0]
                at += len(share)
                answers[-1].append(
                    _choose(own, share, allowed[number][index] if allowed is not None else own)
                )
        return answers

    def unrestricted(self, requests: Sequence[Request]) -> list[list[str]]:
        """Return the network's own best label at each place, even one its character never has.

        This is what the package g2pM answers.
        """
        codes = self._network.encode([text for text, _ in requests], [places for _, places in requests])
        best = iter((codes @ self._network.label_weight.T + self._network.label_bias).argmax(axis=1))
        return [[self._network.labels[next(best)] for _ in places] for _, places in requests]

    def _scores(
        self, texts: Sequence[str], wanted: Sequence[Sequence[int]], rows: npt.NDArray[np.intp]
    ) -> list[float]:
        """Log-scores of all readings of all wanted characters, in one flat list."""
        codes = self._network.encode(texts, wanted)
        around = windows(texts, wanted)
        pieces = [
            self._score(
                codes[start : start + _PIECE], around[start : start + _PIECE], rows[start : start + _PIECE]
            )
            for start in range(0, len(rows), _PIECE)
        ]
        return [score for piece in pieces for score in piece.tolist()]

    def _score(self, codes: Floats, around: npt.NDArray[np.uint32], rows: npt.NDArray[np.intp]) -> Floats:
        counts = self._counts[rows]
        starts = np.cumsum(counts) - counts
        place = np.repeat(np.arange(len(rows)), counts)  # which of ``rows`` a score belongs to
        label = np.arange(len(place)) - starts[place] + self._firsts[rows][place]
        pairs = with_label(hashes(around)[place], self._hashes[label][:, None])
        context = self._weights.look_up(pairs).sum(axis=1)
        scores: Floats = context + self._trust[rows][place] * self._opinion(codes, label, place, starts)
        return scores

    def _opinion(
        self,
        codes: Floats,
        label: npt.NDArray[np.intp],
        place: npt.NDArray[np.intp],
        starts: npt.NDArray[np.intp],
    ) -> Floats:
        """Bounded log-probabilities of the network; 0 for a character it does not know."""
        ids = self._label_ids[label]
        logits = (
            np.einsum("nh,nh->n", codes[place], self._network.label_weight[ids])
            + self._network.label_bias[ids]
        )
        logits = np.where(ids >= 0, logits, -np.inf).astype(np.float32)
        highest = np.maximum.reduceat(logits, starts)[place]
        shares = np.exp(logits - np.where(np.isfinite(highest), highest, 0))
        total = np.add.reduceat(shares, starts)[place]
        bounded = np.log(shares / np.where(total > 0, total, 1) + np.float32(self._weights.unsure))
        opinion: Floats = np.where(total > 0, bounded, 0).astype(np.float32)
        return opinion


def _choose(own: Sequence[str], scores: Sequence[float], choice: Sequence[str]) -> Prediction:
    known = [pair for pair in zip(scores, own, strict=True) if pair[1] in choice]
    if not known:
        return Prediction(choice[0], 1 / len(choice), choice[1] if len(choice) > 1 else "")
    known.sort(key=_SCORE, reverse=True)
    best, reading = known[0]
    total = sum([2.718281828459045 ** (score - best) for score, _ in known])
    runner_up = known[1][1] if len(known) > 1 else next((each for each in choice if each not in own), "")
    return Prediction(reading, 1 / total, runner_up)
