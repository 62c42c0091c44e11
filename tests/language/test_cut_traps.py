"""Sentences whose cuts are easily got wrong, as a learner would want them: see the head of data/cut_traps.tsv."""

from pathlib import Path

import pytest

TRAPS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "cut_traps.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
PASSED = 0.95
"""At least this share must be right in what each asks for."""
BORDERS_RIGHT = 0.98


def parse(marked):
    """Return the text, the borders asked for, all firm and all free borders, and the stretches kept whole."""
    text, asked, firm, free, whole, opened, at = "", set(), set(), set(), [], 0, 0
    while at < len(marked):
        if marked.startswith("//", at):
            asked.add(len(text))
            firm.add(len(text))
            at += 1
        elif marked[at] == "/":
            firm.add(len(text))
        elif marked[at] == "~":
            free.add(len(text))
        elif marked[at] == "{":
            opened = len(text)
        elif marked[at] == "}":
            whole.append((opened, len(text)))
        else:
            text += marked[at]
        at += 1
    return text, asked, firm - {len(text)}, free, whole


@pytest.fixture(scope="module")
def cuts(engine):
    parsed = [parse(marked) for _, marked in TRAPS]
    sentences = engine.annotator.sentences([text for text, *_ in parsed])
    borders = [{token.start for token in tokens} - {0} for tokens in sentences]
    return list(zip(parsed, borders, strict=True))


def test_most_traps_are_cut_as_asked(cuts):
    fallen = [
        text
        for (text, asked, _, _, whole), borders in cuts
        if not asked <= borders or any(start < at < end for at in borders for start, end in whole)
    ]
    assert len(fallen) <= (1 - PASSED) * len(cuts), fallen


def test_nearly_all_borders_of_the_traps_are_right(cuts):
    wrong = sum(len((borders - free) ^ firm) for (_, _, firm, free, _), borders in cuts)
    firm = sum(len(firm) for (_, _, firm, _, _), _ in cuts)
    assert wrong <= 2 * (1 - BORDERS_RIGHT) * firm
