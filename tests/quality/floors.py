"""The floors that quality must not fall below: a figure a line in ``floors.json``."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path

from tests.quality.scoring import Section

FLOORS_FILE = Path(__file__).with_name("floors.json")
STEP = 1000  # floors are kept to a tenth of a percent
FEWEST = 20  # out of fewer a share says nothing (the wrong ones, once there are hardly any)

Floors = dict[str, dict[str, float]]


def read() -> Floors:
    return dict(json.loads(FLOORS_FILE.read_text("utf-8")))


def write(floors: Floors) -> None:
    FLOORS_FILE.write_text(json.dumps(floors, ensure_ascii=False, indent=2) + "\n", "utf-8")


def moved(floors: Floors, found: Mapping[str, Section], lower: bool = False) -> Floors:
    """Return the floors raised to what was found; ``lower`` also takes those down that are not reached.

    >>> section = Section({"read right": (987, 1000)})
    >>> moved({"CPP": {"read right": 0.97}}, {"CPP": section})
    {'CPP': {'read right': 0.987}}
    >>> moved({"CPP": {"read right": 0.99}}, {"CPP": section})
    {'CPP': {'read right': 0.99}}
    """
    result: Floors = {}
    for name, section in found.items():
        before = floors.get(name, {})
        telling = [figure for figure, (_, total) in section.figures.items() if total >= FEWEST]
        reached = {figure: math.floor(section.share(figure) * STEP + 1e-9) / STEP for figure in telling}
        result[name] = {f: share if lower else max(share, before.get(f, 0.0)) for f, share in reached.items()}
    return {**floors, **result}
