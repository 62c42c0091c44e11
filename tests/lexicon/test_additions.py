"""Everyday senses of our own, joined to the dictionary."""

from __future__ import annotations

import pytest

from webapp.lexicon.additions import ENTRY, additions, with_additions
from webapp.lexicon.cedict import LINE, parse_line
from webapp.lexicon.exports import bundled_export, read_export
from webapp.lexicon.glosses import GLOSS_LENGTH, alternatives
from webapp.lexicon.tables import rows


@pytest.mark.parametrize(
    ("form", "sense"),
    [
        ("跳", "to dance"),
        ("可", "but; yet (like 可是)"),
        ("刷", "to scroll through (one's phone, videos)"),
        ("開", "to bloom; to open (of flowers)"),
        ("教育局", "education bureau"),
        ("刺激", "exciting; thrilling"),
        ("感謝", "to thank; to be grateful to"),
    ],
)
def test_the_dictionary_says_what_words_mean_every_day(lexicon, form, sense):
    assert sense in lexicon.entries(form)[0].senses


def test_senses_of_our_own_are_counted_apart_from_the_dictionarys(lexicon, small_lexicon):
    assert lexicon.info().entries == 122_143  # as its export says
    assert lexicon.info().added == small_lexicon.info().added == sum(map(len, additions().values()))


def test_what_a_newer_export_says_itself_is_not_said_twice():
    newer = "跳 跳 [tiao4] /to jump/to dance (in a ballroom)/"
    assert list(with_additions([newer], {"跳 跳 [tiao4]": ("to dance",)})) == [newer]


def test_each_addition_is_an_entry_of_short_senses_and_most_join_one_of_the_dictionarys():
    known = {found[0] for line in read_export(bundled_export()) if (found := ENTRY.match(line))}
    added = additions()
    for entry, senses in added.items():
        assert LINE.fullmatch(f"{entry} /{'/'.join(senses)}/"), entry
        assert parse_line(f"{entry} /{'/'.join(senses)}/").senses == senses
        for sense in senses:
            assert len(alternatives(sense)[0]) <= GLOSS_LENGTH, sense
    assert len(added.keys() & known) > 0.5 * len(added)
    alone = [entry for entry in added.keys() - known if len(entry.split()[1]) == 1]
    assert not alone  # a character that is no headword is a slip in the table


def test_no_entry_has_two_rows_of_which_one_would_be_lost():
    entries = [entry for entry, _ in rows("additions.tsv", 2)]
    assert len(entries) == len(set(entries))
