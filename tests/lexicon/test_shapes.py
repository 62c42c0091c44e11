from __future__ import annotations

import pytest

from webapp.lexicon.shapes import shape


@pytest.mark.parametrize(
    ("sense", "kind"),
    [
        ("to spend (money, time)", "verb"),
        ("(of ships, vehicles, troops etc) to start", "verb"),
        ("classifier for pigs or livestock", "measure"),
        ("(coll.) classifier for money and currency units", "measure"),
        ("surname Wang", "surname"),
        ("flower", "noun"),
        ("light; ray", "adjective"),  # in English light is both; the counts must tell
        ("careless", "adjective"),
        ("not up to standard; inferior", "adjective"),
        ("frequently", "adverb"),
        ("family", "noun"),
        ("towards", "preposition"),
        ("will; shall; about to", "auxiliary"),
        ("(completed action marker)", "particle"),
        ("aspect particle indicating action in progress or ongoing state", "particle"),
        ("old variant of 強|强[qiang2]", "pointer"),
        ("see 無可厚非|无可厚非[wu2 ke3 hou4 fei1]", "pointer"),
        ("abbr. for 法國|法国[Fa3 guo2]", "name"),
        ("noun suffix", "suffix"),
        ("to", "preposition"),
        ("to (a place); until (a time)", "preposition"),
    ],
)
def test_the_wording_of_a_sense_tells_what_kind_of_word_it_is(sense, kind):
    assert shape(sense) == kind


def test_every_sense_of_the_dictionary_has_a_shape(lexicon):
    for form in lexicon.headwords()[::50]:
        for entry in lexicon.entries(form):
            assert all(shape(sense) for sense in entry.senses)


@pytest.mark.parametrize(
    ("sense", "kind"),
    [
        ("slippery; smooth", "adjective"),
        ("contradictory", "adjective"),
        ("student", "noun"),  # not by its ending
        ("in confusion or disorder", "adjective"),
        ("in advance", "adverb"),
        ("with regard to; concerning", "preposition"),
        ("fond of", "adjective"),
        ("to be likely to; to be sure to", "auxiliary"),
        ("(used for emphasis) even", "adverb"),  # what it is used for does not make it a particle
        ("(used before a verb to indicate an action in progress)", "particle"),
    ],
)
def test_lists_and_phrases_tell_what_endings_do_not(sense, kind):
    assert shape(sense) == kind
