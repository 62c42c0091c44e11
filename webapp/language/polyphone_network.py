"""The recurrent network of g2pM, run over many sentences at once.

The package g2pM (Park & Lee 2020, Apache-2.0) ships the weights of a small
bidirectional LSTM that reads a whole sentence and names the reading of a
polyphone in it. Its own loop runs one sentence at a time in double precision;
here the same weights run in batches, in single precision, and only where an
answer is wanted:

* Sentences are sorted by length and stepped through together. A batch is a
  rectangle whose rows drop out as they end, so padding costs nothing.
* The input half of every gate depends on the character alone, so it is one
  row of a table made at load time. Sigmoids are taken as scaled ``tanh``: one
  transcendental call a step. What scales them is folded into the weights, all of it
  powers of two, which change no other digit; hidden states are twice what they are called.
* No sentence is followed farther, from either end, than to the last answer wanted.
* No product is larger than 256 x 32 x 32: above that OpenBLAS starts threads,
  which only burn a second core here.

The weights are pickles, read without running them (``plain_pickle.py``); the
package's own module is not imported.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from webapp.language.plain_pickle import PolyphoneWeightsError, read_plain_pickle

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.intp]

HIDDEN: Final = 32  # units a direction
_PRODUCT: Final = 262_144  # multiplications up to which OpenBLAS stays on one thread
_ROWS: Final = _PRODUCT // (HIDDEN * HIDDEN)  # sentences a batch
_CELLS: Final = 65_536  # characters a batch, which bounds memory for long sentences
_BEGIN: Final = "시"  # the package's own spelling of its marks
_END: Final = "끝"
_UNKNOWN: Final = "<UNK>"


@dataclass(frozen=True, slots=True)
class Network:
    """The weights, rearranged for :meth:`encode`.

    Gates stand in the order input, forget, output, candidate; directions are
    forward, backward. ``code_ids`` maps a code point of the basic plane to its
    row in the half of ``gate_table`` for forward; its last entry serves every other code point.
    """

    code_ids: npt.NDArray[np.uint16]
    begin_id: int
    end_id: int
    gate_table: Floats  # (4 gates, 2 directions * characters, HIDDEN)
    recurrent: Floats  # (4, 2, HIDDEN, HIDDEN)
    hidden_weight: Floats  # (2 * HIDDEN, HIDDEN)
    hidden_bias: Floats
    label_weight: Floats  # (labels, HIDDEN)
    label_bias: Floats
    labels: tuple[str, ...]  # numbered, ü written as ü
    candidates: Mapping[str, tuple[str, ...]]  # polyphone -> readings the package knows

    @classmethod
    def load(cls) -> Network:
        """Read the weights out of the installed package, without importing it."""
        spec = importlib.util.find_spec("g2pM")
        if spec is None or not spec.submodule_search_locations:
            raise PolyphoneWeightsError("the package g2pM is not installed")
        folder = Path(spec.submodule_search_locations[0])
        try:
            return cls._arrange(
                characters=read_plain_pickle(folder / "char2idx.pkl"),
                classes=read_plain_pickle(folder / "class2idx.pkl"),
                dictionary=read_plain_pickle(folder / "digest_cedict.pkl"),
                state=read_plain_pickle(folder / "np_ckpt.pkl"),
            )
        except (KeyError, ValueError, IndexError) as error:
            raise PolyphoneWeightsError(f"unexpected content ({error!r})") from error

    @classmethod
    def _arrange(
        cls,
        characters: Mapping[str, int],
        classes: Mapping[str, int],
        dictionary: Mapping[str, Sequence[str]],
        state: Mapping[str, Floats],
    ) -> Network:
        code_ids = np.full(0x10000, characters[_UNKNOWN], np.uint16)
        for char, number in characters.items():
            if len(char) == 1 and ord(char) < 0xFFFF:
                code_ids[ord(char)] = number

        def by_gate(weights: Floats) -> Floats:
            """(4 * HIDDEN, n) as i, f, g, o -> (4, n, HIDDEN) as i, f, o, g; i, f, o halved for tanh."""
            gates = weights.reshape(4, HIDDEN, -1)[[0, 1, 3, 2]].transpose(0, 2, 1)
            scale = np.array([0.5, 0.5, 0.5, 1.0], np.float32)[:, None, None]
            return np.ascontiguousarray(gates * scale, np.float32)

        tables, recurrent = [], []
        for suffix in ("l0", "l0_reverse"):
            bias = state[f"lstm.bias_ih_{suffix}"] + state[f"lstm.bias_hh_{suffix}"]
            inputs = in_pieces(state["embedding.weight"], state[f"lstm.weight_ih_{suffix}"].T) + bias
            tables.append(by_gate(inputs.T))
            recurrent.append(by_gate(state[f"lstm.weight_hh_{suffix}"]))
        names = sorted(classes, key=classes.__getitem__)
        return cls(
            code_ids=code_ids,
            begin_id=characters[_BEGIN],
            end_id=characters[_END],
            gate_table=np.concatenate(tables, axis=1),
            recurrent=np.stack(recurrent, axis=1) * np.float32(0.5),
            hidden_weight=np.ascontiguousarray(state["logit_layer.0.weight"].T) * np.float32(0.5),
            hidden_bias=state["logit_layer.0.bias"],
            label_weight=state["logit_layer.2.weight"],
            label_bias=state["logit_layer.2.bias"],
            labels=tuple(name.replace("u:", "ü") for name in names),
            candidates={
                char: tuple(reading.replace("u:", "ü") for reading in readings)
                for char, readings in dictionary.items()
                if len(readings) > 1 and all(reading in classes for reading in readings)
            },
        )

    def encode(self, texts: Sequence[str], wanted: Sequence[Sequence[int]]) -> Floats:
        """Return the network's view of each wanted position: one row a position.

        The rows follow the order of ``wanted``, flattened. Multiply them by
        ``label_weight`` and add ``label_bias`` for a score a label.
        """
        counts = np.array([*map(len, wanted)], np.intp)
        firsts = np.cumsum(counts) - counts
        result = np.zeros((int(counts.sum()), HIDDEN), np.float32)
        for batch in _batches([*map(_steps, texts, wanted)]):
            chosen = [wanted[number] for number in batch]
            states = self._states([texts[number] for number in batch], chosen)
            dense = np.maximum(in_pieces(states, self.hidden_weight) + self.hidden_bias, 0)
            result[_ranges(firsts[batch], counts[batch])] = dense
        return result

    def _states(self, texts: Sequence[str], wanted: Sequence[Sequence[int]]) -> Floats:
        """Both directions' hidden states at the wanted positions, side by side.

        ``texts`` come in the order of the steps they need, most first.
        """
        needs = np.array([*map(_steps, texts, wanted)], np.intp)
        lengths = np.array([*map(len, texts)], np.intp)
        steps, rows = int(needs[0]), len(texts)
        ids = np.full((steps + 1, 2, rows), self.end_id, np.intp)  # what no answer needs is put in the last
        ids[0, 0] = self.begin_id
        codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
        known = self.code_ids[np.minimum(codes, 0xFFFF)]
        row = np.repeat(np.arange(rows), lengths)
        place = _ranges(np.zeros(rows, np.intp), lengths)
        ids[np.minimum(place + 1, steps), 0, row] = known
        ids[np.minimum(lengths[row] - place, steps), 1, row] = known
        ids[:, 1] += self.gate_table.shape[1] // 2
        counts = [*map(len, wanted)]
        row = np.repeat(np.arange(rows), counts)
        place = np.fromiter(chain.from_iterable(wanted), np.intp, sum(counts))
        live = np.searchsorted(-needs, -np.arange(steps), side="left")  # rows that need more than the step
        states = self._run(ids[:steps], live)
        return np.concatenate([states[place + 1, 0, row], states[lengths[row] - place, 1, row]], axis=1)

    def _run(self, ids: Integers, live: Integers) -> Floats:
        """Step through a batch in both directions; (steps, 2, rows, HIDDEN)."""
        steps, _, rows = ids.shape
        states = np.zeros((steps, 2, rows, HIDDEN), np.float32)
        hidden = cell = np.zeros((2, rows, HIDDEN), np.float32)
        for step, count in enumerate(live.tolist()):
            gates = np.matmul(hidden[:, :count], self.recurrent)
            gates += self.gate_table.take(ids[step, :, :count], axis=1)
            np.tanh(gates, out=gates)
            sigmoid = gates[:3]
            sigmoid += 1  # twice the sigmoid
            cell = sigmoid[1] * cell[:, :count]
            cell += sigmoid[0] * gates[3]
            cell *= 0.5
            hidden = sigmoid[2] * np.tanh(cell)
            states[step, :, :count] = hidden
        return states


def _steps(text: str, places: Sequence[int]) -> int:
    """Return how many characters must be read, from the farther end, to answer at all places; the ends count as well."""
    return max(max(places) + 2, len(text) - min(places) + 1) if places else 0


def _ranges(starts: Integers, counts: Integers) -> Integers:
    """Return the numbers from each start on, as many as are counted, one range after the other."""
    ends = np.cumsum(counts)
    ranges: Integers = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + counts, counts)
    return ranges


def in_pieces(rows: Floats, weights: Floats) -> Floats:
    """``rows @ weights`` in pieces too small for OpenBLAS to wake its threads."""
    count, width = rows.shape
    piece = max(1, _PRODUCT // (width * weights.shape[1]))
    padded = np.zeros((-(-count // piece), piece, width), np.float32)
    padded.reshape(-1, width)[:count] = rows
    product: Floats = np.matmul(padded, weights).reshape(-1, weights.shape[1])[:count]
    return product


def bounded(scores: Floats, place: Integers, starts: Integers, unsure: float) -> Floats:
    """Return log-probabilities, none lower than that of ``unsure``; 0 for a character that has no scores at all.

    ``place`` says which character a score belongs to, ``starts`` where each one's scores begin; what
    it cannot be has a score of minus infinity.
    """
    highest = np.maximum.reduceat(scores, starts)[place]
    shares = np.exp(scores - np.where(np.isfinite(highest), highest, 0))
    total = np.add.reduceat(shares, starts)[place]
    logs = np.log(shares / np.where(total > 0, total, 1) + np.float32(unsure))
    return np.where(total > 0, logs, 0).astype(np.float32)


def _batches(steps: Sequence[int]) -> Iterator[list[int]]:
    """Group the numbers of the sentences, those that need most steps first; those that need none are left out."""
    order = sorted((number for number, count in enumerate(steps) if count), key=lambda number: -steps[number])
    start = 0
    while start < len(order):
        rows = max(1, min(_ROWS, _CELLS // steps[order[start]]))
        yield order[start : start + rows]
        start += rows
