"""How a reader wants texts shown is kept in the library, and nothing else is."""

from __future__ import annotations

import pytest

from webapp.errors import ShowingError
from webapp.reader.library import open_library
from webapp.reader.showing import CHOICES, COLOURS, DEFAULT_COLOURS, FACT, Showing, offered
from webapp.store.models import FactRow


@pytest.fixture
def library(settings):
    opened = open_library(settings)
    yield opened
    opened.close()


@pytest.fixture
def showing(library):
    return Showing(library.database)


def test_choices_are_kept_one_by_one(showing):
    assert showing.chosen() == {}
    showing.choose({"pinyin": "hover", "theme": "dark"})
    showing.choose({"theme": "sepia"})
    assert showing.chosen() == {"pinyin": "hover", "theme": "sepia"}
    showing.forget()
    assert showing.chosen() == {}


@pytest.mark.parametrize("changes", [{"pinyin": "loud"}, {"colour": "red"}, {"theme": "dark", "size": ""}])
def test_what_cannot_be_chosen_is_refused_whole(showing, changes):
    with pytest.raises(ShowingError, match="cannot be shown"):
        showing.choose(changes)
    assert showing.chosen() == {}


@pytest.mark.parametrize("kept", ["", "no json", "[]", '{"pinyin": ["hover"], "theme": 1, "gone": "x"}'])
def test_what_this_version_does_not_know_is_left_out(library, showing, kept):
    with library.database.writing() as session:
        session.add(FactRow(name=FACT, value=kept))
    assert showing.chosen() == {}
    showing.choose({"theme": "dark"})
    assert showing.chosen() == {"theme": "dark"}


def test_a_page_is_offered_every_choice_what_is_in_force_first():
    plain = dict(each.split("=") for each in offered({}).split(";"))
    assert plain.pop(COLOURS) == DEFAULT_COLOURS
    assert {name: tuple(values.split(",")) for name, values in plain.items()} == CHOICES
    chosen = dict(each.split("=") for each in offered({"level": "5"}).split(";"))
    assert chosen["level"].split(",")[0] == "5"
    assert sorted(chosen["level"].split(",")) == sorted(CHOICES["level"])
