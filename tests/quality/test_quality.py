"""On the gold data the engine stays above its floors; ``report.py`` says how to move them."""

import pytest

from tests.quality import floors, ours
from tests.quality.scoring import SECTIONS


@pytest.fixture(scope="module")
def annotator(engine):
    return ours.annotator(engine)


@pytest.mark.parametrize("name", SECTIONS)
def test_no_figure_falls_below_its_floor(name, annotator):
    section = SECTIONS[name](annotator)
    fallen = {
        figure: f"{section.share(figure):.4f} is below {floor}"
        for figure, floor in floors.read()[name].items()
        if section.figures[figure][1] >= floors.FEWEST and section.share(figure) < floor
    }
    assert not fallen, "\n".join(section.errors[:20])


def test_every_figure_has_a_floor():
    assert set(floors.read()) == set(SECTIONS)
