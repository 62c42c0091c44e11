"""How a reader wants texts shown is kept in the library, and nothing else is."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from webapp.errors import ShowingError
from webapp.reader.library import open_library
from webapp.reader.showing import CHOICES, COLOURS, DEFAULT_COLOURS, FACT, LINKS, Showing, offered
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
    assert plain.pop(LINKS) == ""
    assert {name: tuple(values.split(",")) for name, values in plain.items()} == CHOICES
    chosen = dict(each.split("=") for each in offered({"level": "5"}).split(";"))
    assert chosen["level"].split(",")[0] == "5"
    assert sorted(chosen["level"].split(",")) == sorted(CHOICES["level"])


def encoded(links):
    return quote(json.dumps(links, ensure_ascii=False), safe="!*'()~")


def test_links_out_of_the_card_are_kept_as_they_are_encoded(showing):
    kept = encoded(
        [["萌典, =;", "https://www.moedict.tw/{word}"], ["Pleco", "plecoapi://x-callback-url/s?q={word}"]]
    )
    showing.choose({LINKS: kept})
    assert showing.chosen() == {LINKS: kept}
    assert dict(each.split("=") for each in offered(showing.chosen()).split(";"))[LINKS] == kept
    showing.choose({LINKS: ""})  # the usual ones again
    assert showing.chosen() == {LINKS: ""}


@pytest.mark.parametrize(
    "links",
    [
        encoded([["", "https://a.b/{word}"]]),
        encoded([["No place", "https://a.b/"]]),
        encoded([["A script", "JavaScript:alert('{word}')"]]),
        encoded([["A path", "/{word}"]]),
        encoded([["Too much", "https://a.b/{word}", "more"]]),
        encoded([["Too long", "https://a.b/{word}" + "x" * 4_000]]),
        encoded({"a": 1}),
        encoded(7),
        "%5B",
        '[["A","https://a.b/{word}"]]',
        "a;theme=dark",
    ],
)
def test_what_is_no_list_of_links_is_refused(showing, links):
    with pytest.raises(ShowingError, match="cannot be shown"):
        showing.choose({LINKS: links})
