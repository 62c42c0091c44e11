"""The statistical model behind ``readings.py``: which reading a polyphone has here.

The model adds up what speaks for each reading of a character in its sentence:

* the opinion of the network of g2pM (``polyphone_network.py``), which reads the
  whole sentence, trusted as much as it has earned for that character: it knows
  the rare readings of an encyclopedia, but errs on everyday words;
* weights of the characters around (``polyphone_weights.py``), learnt from
  dictionary words, phrases, sentences and hand-written everyday contexts;
* where these leave a doubt, a second network that looks at a window around the
  character (``polyphone_window.py``).

The sum is a log-probability, so that a reader can be told where the model is
unsure. It knows nothing of word boundaries: where a dictionary word decides the
reading, ``readings.py`` need not ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice, repeat
from operator import getitem
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from webapp.language.polyphone_features import hashes, label_hash, windows, with_label
from webapp.language.polyphone_network import Floats, Network, bounded
from webapp.language.polyphone_weights import Weights
from webapp.language.polyphone_window import Windows

Request = tuple[str, Sequence[int]]  # a sentence in simplified script; places of characters in it
Allowed = Sequence[Sequence[Sequence[str]]]  # for each request, for each place: readings to choose from

_PIECE = 8_192  # places scored at once, which bounds memory
SURE_FROM = 0.98
"""Where the likeliest reading has this share already, the window is not looked at: it could not change it."""


class Prediction(NamedTuple):
    """What the model takes a character's reading to be.

    ``runner_up`` is the second likeliest reading, or "" where there was no choice.
    A tuple, because a novel asks for hundreds of thousands of them.
    """

    reading: str
    probability: float
    runner_up: str = ""


class Choice(NamedTuple):
    """A character with the readings to choose from: ``picks`` are their numbers among all of its own.

    ``settled`` is the answer where the model does not know two of them.
    """

    row: int
    picks: npt.NDArray[np.intp]
    names: tuple[str, ...]
    settled: Prediction | None


class PolyphoneModel:
    """Reads polyphones in their sentences.

    >>> model = PolyphoneModel.load()
    >>> model.readings("行")[:2]
    ('xing2', 'hang2')
    >>> [answer.reading for answer in model.predict([("银行行长还在", [1, 2, 3])])[0]]
    ['hang2', 'hang2', 'zhang3']
    """

    def __init__(self, network: Network, weights: Weights, windows: Windows | None = None) -> None:
        self._network = network
        self._weights = weights
        self._windows = windows
        self._ids = {label: number for number, label in enumerate(network.labels)}
        chars = list(weights.readings)
        self._rows = {char: row for row, char in enumerate(chars)}
        self._choices: dict[tuple[str, tuple[str, ...]], Choice] = {}
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

        self._window_rows, self._window_labels = np.full(len(chars), -1, np.intp), self._label_ids
        if windows is not None:
            self._window_rows, self._window_labels = windows.numbers(weights.readings)

    @classmethod
    def load(cls) -> PolyphoneModel:
        """Read the weights that come with the installed packages."""
        return cls(Network.load(), Weights.load(), Windows.load())

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
        texts = [text for text, _ in requests]
        if allowed is None:
            allowed = [[self.readings(text[place]) for place in places] for text, places in requests]
        choices = [
            [*map(self.choice, [text[place] for place in places], own)]
            for (text, places), own in zip(requests, allowed, strict=True)
        ]
        answers = self.answers(texts, [places for _, places in requests], choices)
        return [[*islice(answers, len(own))] for own in choices]

    def answers(
        self, texts: Sequence[str], places: Sequence[Sequence[int]], choices: Sequence[Sequence[Choice]]
    ) -> Iterator[Prediction]:
        """Read the characters at the given places of each text, with a choice ready for each (see :meth:`choice`).

        The answers come one after the other, text by text.
        """
        flat = [*chain.from_iterable(choices)]
        settled = [choice.settled for choice in flat]
        if not any(settled):
            return iter(self._heard(texts, places, flat))
        wanted = [
            [place for place, choice in zip(at, own, strict=True) if choice.settled is None]
            for at, own in zip(places, choices, strict=True)
        ]
        heard = iter(self._heard(texts, wanted, [choice for choice in flat if choice.settled is None]))
        return (known or next(heard) for known in settled)

    def _heard(
        self, texts: Sequence[str], wanted: Sequence[Sequence[int]], choices: Sequence[Choice]
    ) -> list[Prediction]:
        """Choose at each wanted place, in one flat list; there are two readings at least to choose from."""
        codes = self._network.encode(texts, wanted)
        around = windows(texts, wanted)
        heard: list[Prediction] = []
        for start in range(0, len(choices), _PIECE):
            piece = choices[start : start + _PIECE]
            rows = np.array([choice.row for choice in piece], np.intp)
            scores = self._score(codes[start : start + _PIECE], around[start : start + _PIECE], rows)
            counts = self._counts[rows]
            firsts = np.cumsum(counts) - counts
            picks = np.concatenate([choice.picks for choice in piece])
            sizes = np.array([len(choice.picks) for choice in piece], np.intp)
            place = np.repeat(np.arange(len(piece)), sizes)
            column = np.arange(len(place)) - (np.cumsum(sizes) - sizes)[place]
            table = np.full((len(piece), int(sizes.max())), -np.inf)
            table[place, column] = scores[firsts[place] + picks]
            everyone = np.arange(len(piece))
            best = table.argmax(axis=1)
            shares = 1 / np.exp(table - table[everyone, best][:, None]).sum(axis=1)
            if self._windows is not None:
                again = np.flatnonzero((shares < SURE_FROM) & (self._window_rows[rows] >= 0))
                if len(again):
                    said = self._seen(self._windows, around[start : start + _PIECE][again], rows[again])
                    own = np.isin(place, again)
                    counts = self._counts[rows[again]]
                    firsts = np.cumsum(counts) - counts
                    table[place[own], column[own]] += said[np.repeat(firsts, sizes[again]) + picks[own]]
                    best = table.argmax(axis=1)
                    shares = 1 / np.exp(table - table[everyone, best][:, None]).sum(axis=1)
            table[everyone, best] = -np.inf
            names = [choice.names for choice in piece]
            likeliest = map(getitem, names, best.tolist())
            runners_up = map(getitem, names, table.argmax(axis=1).tolist())
            answers = zip(likeliest, shares.tolist(), runners_up, strict=True)
            heard += map(tuple.__new__, repeat(Prediction), answers)  # Prediction(), in half the time
        return heard

    def choice(self, char: str, readings: Sequence[str]) -> Choice:
        """Return what is to be chosen at a character; each distinct choice is made once."""
        key = char, tuple(readings)
        made = self._choices.get(key)
        if made is None:
            own = self.readings(char)
            picks = [number for number, reading in enumerate(own) if reading in readings]
            names = tuple(own[number] for number in picks)
            settled = None
            if not picks:
                settled = Prediction(readings[0], 1 / len(readings), readings[1] if len(readings) > 1 else "")
            elif len(picks) == 1:
                settled = Prediction(names[0], 1.0, next((each for each in readings if each not in own), ""))
            made = Choice(self._rows.get(char, -1), np.array(picks, np.intp), names, settled)
            self._choices[key] = made
        return made

    def unrestricted(self, requests: Sequence[Request]) -> list[list[str]]:
        """Return the network's own best label at each place, even one its character never has.

        This is what the package g2pM answers.
        """
        codes = self._network.encode([text for text, _ in requests], [places for _, places in requests])
        best = iter((codes @ self._network.label_weight.T + self._network.label_bias).argmax(axis=1))
        return [[self._network.labels[next(best)] for _ in places] for _, places in requests]

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
        return bounded(np.where(ids >= 0, logits, -np.inf), place, starts, self._weights.unsure)

    def _seen(self, windows: Windows, around: npt.NDArray[np.uint32], rows: npt.NDArray[np.intp]) -> Floats:
        """Return what the window says for each reading of the characters, in one flat list."""
        counts = self._counts[rows]
        starts = np.cumsum(counts) - counts
        place = np.repeat(np.arange(len(rows)), counts)
        label = self._window_labels[np.arange(len(place)) - starts[place] + self._firsts[rows][place]]
        scores = windows.scores(around, self._window_rows[rows], label, place)
        said = bounded(np.where(label >= 0, scores, -np.inf), place, starts, self._weights.unsure)
        return np.float32(windows.trust) * said
