"""The statistical model behind ``readings.py``: which reading a polyphone has here.

The model is asked about characters that no dictionary word and no rule has
decided. It answers with a probability, so that the reader can be told where it
is unsure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from webapp.language.polyphone_network import Floats, Network

Request = tuple[str, Sequence[int]]  # a sentence in simplified script; places of characters in it
Allowed = Sequence[Sequence[Sequence[str]]]  # for each request, for each place: readings to choose from


@dataclass(frozen=True, slots=True)
class Prediction:
    """What the model takes a character's reading to be.

    ``runner_up`` is the second likeliest reading, or "" where there was no choice.
    """

    reading: str
    probability: float
    runner_up: str = ""


class PolyphoneModel:
    """Reads polyphones in their sentences.

    >>> model = PolyphoneModel.load()
    >>> model.readings("行")
    ('xing2', 'hang2')
    >>> model.predict([("银行倒闭了", [1])])[0][0].reading
    'hang2'
    """

    def __init__(self, network: Network) -> None:
        self._network = network
        self._ids = {label: number for number, label in enumerate(network.labels)}

    @classmethod
    def load(cls) -> PolyphoneModel:
        """Read the weights from the installed packages."""
        return cls(Network.load())

    def knows(self, char: str) -> bool:
        """Whether the model can choose between readings of the character."""
        return char in self._network.candidates

    def readings(self, char: str) -> tuple[str, ...]:
        """Return the readings the model chooses from; none where it does not know the character."""
        return self._network.candidates.get(char, ())

    def predict(self, requests: Sequence[Request], allowed: Allowed | None = None) -> list[list[Prediction]]:
        """Read the characters at the given places of each sentence.

        ``allowed`` narrows the choice at each place. A reading the model has
        never met stays possible there only when it knows none of the others;
        then the first one stands, as likely as any.
        """
        codes = self._network.encode([text for text, _ in requests], [places for _, places in requests])
        answers: list[list[Prediction]] = []
        row = 0
        for number, (text, places) in enumerate(requests):
            answers.append([])
            for index, place in enumerate(places):
                choice = allowed[number][index] if allowed is not None else self.readings(text[place])
                answers[-1].append(self._choose(codes[row], choice))
                row += 1
        return answers

    def unrestricted(self, requests: Sequence[Request]) -> list[list[str]]:
        """Return the network's own best label at each place, even one its character never has.

        This is what the package g2pM answers.
        """
        codes = self._network.encode([text for text, _ in requests], [places for _, places in requests])
        best = iter((codes @ self._network.label_weight.T + self._network.label_bias).argmax(axis=1))
        return [[self._network.labels[next(best)] for _ in places] for _, places in requests]

    def _choose(self, code: Floats, choice: Sequence[str]) -> Prediction:
        known = [reading for reading in choice if reading in self._ids]
        if not known:
            return Prediction(choice[0], 1 / len(choice), choice[1] if len(choice) > 1 else "")
        ids = [self._ids[reading] for reading in known]
        scores = self._network.label_weight[ids] @ code + self._network.label_bias[ids]
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        order = np.argsort(-shares, kind="stable")
        return Prediction(known[order[0]], float(shares[order[0]]), known[order[1]] if len(known) > 1 else "")
