"""Cards made of hand-made words, with a ranker that says what it was asked."""

from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from webapp.language.document import Others, Syllable, Token, Word
from webapp.lexicon.cedict import Entry
from webapp.lexicon.senses import Ranking
from webapp.reader.cards import NEIGHBOURS, Cards, written

BANK = Entry("银行", "銀行", ("yin2", "hang2"), ("bank",))


def word(text: str, *readings: str, **more) -> Word:
    kind = more.pop("kind", "word")
    return Word(text, kind, tuple(map(Syllable, text, readings)), headword=text, **more)


@dataclass
class Ranker:
    """Knows one word, and remembers the neighbours of each it was asked about."""

    asked: list[tuple[str, str, str]] = field(default_factory=list)

    def scene(self, words):
        return words

    def rank(self, word, scene, index):
        texts = [each.text for each in scene]
        self.asked.append((word.text, "".join(texts[:index]), "".join(texts[index + 1 :])))
        known = word.text == "银行"  # bank
        return Ranking((BANK,), "bank", "bank") if known else Ranking(())


@pytest.fixture
def ranker():
    return Ranker()


@pytest.fixture
def parts(ranker):
    """What cards need of an engine."""
    lexicon = SimpleNamespace(entries=lambda text: ())
    return SimpleNamespace(ranker=ranker, levels=SimpleNamespace(level={"银行": 1}.get), lexicon=lexicon)


@pytest.fixture
def cards(parts):
    return Cards(parts)


def tokens(*words: Word) -> list[Token]:
    placed, at = [], 0
    for each in words:
        placed.append(Token(each, at))
        at += len(each.text)
    return placed


YINHANG = word("银行", "yin2", "hang2", others=Others(("yin2 xing2",), (("银", "行"),)), doubtful=True)
ZAI = word("在", "zai4")  # to be at
STOP = word("。", "", kind="punctuation")


def test_a_card_shows_reading_sense_level_and_what_else_it_could_be(cards):
    card = cards.card(tokens(ZAI, YINHANG), 1)
    assert (card.text, card.start, card.end) == ("银行", 1, 3)
    assert card.ruby == (("银", "yín"), ("行", "háng"))
    assert (card.pinyin, card.gloss, card.entries, card.level) == ("yínháng", "bank", (BANK,), 1)
    assert (card.other_readings, card.other_cuts, card.doubtful) == (("yínxíng",), (("银", "行"),), True)


def test_spoken_is_the_citation_where_no_tone_changes_and_never_replaces_it(cards):
    bushi = word("不是", "bu4", "shi4")  # is not
    unchanged, changed = Token(bushi, 0), Token(bushi, 2, ("bu2", "shi4"))
    first, second = cards.cards([unchanged, changed])
    assert (first.pinyin, first.spoken) == ("bùshì", "bùshì")
    assert (second.pinyin, second.spoken) == ("bùshì", "búshì")


def test_punctuation_has_neither_reading_nor_senses_and_is_not_looked_up(cards, ranker):
    card = cards.card(tokens(ZAI, STOP), 1)
    assert (card.ruby, card.pinyin, card.spoken, card.gloss, card.entries) == (
        (("。", ""),),
        None,
        None,
        None,
        (),
    )
    assert ranker.asked == []


def test_the_ranker_sees_the_sentence_on_both_sides(cards, ranker):
    cards.cards(tokens(ZAI, YINHANG, STOP))
    assert ranker.asked == [("在", "", "银行。"), ("银行", "在", "。")]


def test_a_single_card_of_an_endless_sentence_sees_no_more_than_its_neighbours(cards, ranker):
    cards.card(tokens(*[ZAI] * (3 * NEIGHBOURS)), 3 * NEIGHBOURS // 2)
    assert ranker.asked == [("在", "在" * NEIGHBOURS, "在" * NEIGHBOURS)]


def test_a_doubled_word_means_what_its_one_part_does(cards):
    doubled = word("银银行行", "yin2", "yin2", "hang2", "hang2", parts=(YINHANG,))
    assert cards.card([Token(doubled, 0)], 0).gloss == "bank"


def test_a_compound_means_what_its_parts_do_together(cards):
    twice = word("银行银行", "yin2", "hang2", "yin2", "hang2", parts=(YINHANG, YINHANG))
    assert cards.card([Token(twice, 0)], 0).gloss == "bank + bank"
    half = word("银行在", "yin2", "hang2", "zai4", parts=(YINHANG, ZAI))  # of 在 nothing is known
    assert cards.card([Token(half, 0)], 0).gloss is None


def test_a_rule_s_gloss_stands_above_the_dictionary_s(cards):
    explained = word("银行", "yin2", "hang2", gloss="the bank, as a rule would say", note="because")
    card = cards.card([Token(explained, 0)], 0)
    assert (card.gloss, card.note, card.entries) == ("the bank, as a rule would say", "because", (BANK,))


def test_parts_lie_where_they_are_in_the_text(cards):
    hangzhang = word("行长", "hang2", "zhang3", parts=(word("行", "hang2"), word("长", "zhang3")))
    whole = word(
        "银行行长", "yin2", "hang2", "hang2", "zhang3", parts=(YINHANG, hangzhang)
    )  # manager of a bank
    card = cards.card(tokens(ZAI, whole), 1)
    assert [(part.text, part.start, part.end) for part in card.parts] == [("银行", 1, 3), ("行长", 3, 5)]
    assert [(part.text, part.start, part.end) for part in card.parts[1].parts] == [("行", 3, 4), ("长", 4, 5)]


def test_a_part_that_is_not_in_the_text_as_it_is_takes_the_whole_place(cards):
    eaten = word("吃了饭", "chi1", "le5", "fan4", parts=(word("吃饭", "chi1", "fan4"), word("了", "le5")))
    card = cards.card(tokens(ZAI, eaten), 1)
    assert [(part.text, part.start, part.end) for part in card.parts] == [("吃饭", 1, 4), ("了", 2, 3)]


def test_without_senses_nothing_is_looked_up(parts, ranker):
    cards = Cards(parts, senses=False)
    (card,) = cards.cards([Token(YINHANG, 0)])
    assert (card.pinyin, card.gloss, card.entries, ranker.asked) == ("yínháng", None, (), [])


def test_numbers_keep_their_syllables_apart_and_names_their_capitals():
    assert written("number", ["ba1 shi2 liu4", "nian2"]) == "bā shí liù nián"
    assert written("name", ["Xi1", "an1"]) == "Xī'ān"
    assert written("latin", ["", ""]) is None


def test_unplaced_one_card_stands_for_all_that_show_the_same(cards):
    bushi = word("不是", "bu4", "shi4")  # is not
    sentence = [*tokens(YINHANG, ZAI, YINHANG), Token(bushi, 5, ("bu2", "shi4")), Token(bushi, 7)]
    bank, there, again, changed, unchanged = cards.unplaced(sentence)
    assert cards.unplaced(sentence)[3].spoken == changed.spoken == "búshì" != unchanged.spoken
    assert (bank.start, there.start, again.start) == (0, 0, 0)
    assert bank == again == cards.card(sentence, 2)._replace(start=0, end=2)


def test_unplaced_cards_are_the_same_objects_on_the_next_page(engine):
    text = "他在银行工作。银行很大。"  # He works at the bank. The bank is big.
    cards = Cards(engine)
    first, second = (
        [card for block in engine.annotator.document(text).blocks for s in block.sentences for card in cards.unplaced(s.tokens)]
        for _ in range(2)
    )  # fmt: skip
    assert all(one is other for one, other in zip(first, second, strict=True))
    assert len({id(card) for card in first if card.text == "银行"}) == 1
