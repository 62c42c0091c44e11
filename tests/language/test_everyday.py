"""Everyday numerals and tones, written before looking at what the engine answers."""

import re
from pathlib import Path

from webapp.language.pinyin import to_marks

DATA = Path(__file__).with_name("data")


def rows(name):
    lines = DATA.joinpath(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def plain(reading):
    return re.sub(r"[\s'’·-]", "", reading).lower()


def test_numerals_are_said_as_people_say_them(engine):
    numerals = rows("everyday_numerals.tsv")
    texts = [sentence.replace("⟦", "").replace("⟧", "") for _, sentence, _ in numerals]
    wrong = []
    for (_, sentence, readings), tokens in zip(numerals, engine.annotator.sentences(texts), strict=True):
        start, end = sentence.index("⟦"), sentence.index("⟧") - 1
        at, said = 0, ""
        for syllable in (syllable for token in tokens for syllable in token.word.syllables):
            if start <= at and at + len(syllable.base) <= end:
                said += " ".join(map(to_marks, syllable.citation.split()))
            at += len(syllable.base)
        if plain(said) not in map(plain, readings.split(" | ")):
            wrong.append(f"{sentence} {said}")
    assert not wrong


def test_tones_change_as_they_are_spoken(engine):
    phrases = rows("everyday_tones.tsv")
    wrong = []
    texts = [phrase for _, phrase, _, _ in phrases]
    for (_, phrase, _, spoken), tokens in zip(phrases, engine.annotator.sentences(texts), strict=True):
        said = "".join(
            to_marks(syllable)
            for token in tokens
            for syllable in token.spoken or [each.citation for each in token.word.syllables]
        )
        if plain(said) not in map(plain, spoken.split(" | ")):
            wrong.append(f"{phrase} {said}")
    assert not wrong
