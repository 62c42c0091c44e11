"""The reader page's view models, on a document made by hand."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from webapp.language.document import Block, Document, Sentence, Syllable, Token, Word
from webapp.lexicon.cedict import Classifier, Entry
from webapp.reader.cards import Cards
from webapp.reader.page import build_page
from webapp.reader.words import NO_CARD

BANK = Entry("银行", "銀行", ("yin2", "hang2"), ("bank",), (Classifier("家", "家", ("jia1",)),))
BANK_OF_HAN = Entry("行", "行", ("hang2",), ("row", "line"))
EVIL = Entry("坏", "壞", ("huai4",), ("</script><b>".replace("/", "／"), "variant of 後|后[hou4]"))
RUBBISH = Entry("垃圾", "垃圾", ("la1", "ji1"), ("rubbish",), taiwan=("le4", "se4"))
DICTIONARY = {"银行": (BANK,), "行": (BANK_OF_HAN,), "坏": (EVIL,), "垃圾": (RUBBISH,)}


class Ranker:
    def scene(self, words):
        return words

    def rank(self, word, scene, index):
        entries = DICTIONARY.get(word.text, ())
        gloss = "; ".join(entries[0].senses) if entries else None
        return SimpleNamespace(entries=entries, gloss=gloss, wording=gloss)


@pytest.fixture
def cards():
    levels = SimpleNamespace(level=lambda headword: {"银行": 2}.get(headword))
    lexicon = SimpleNamespace(entries=lambda form: DICTIONARY.get(form, ()))
    return Cards(SimpleNamespace(ranker=Ranker(), levels=levels, lexicon=lexicon))


def word(text, *readings, kind="word", **rest):
    bases = text if len(text) == len(readings) else [text]
    syllables = tuple(Syllable(base, reading) for base, reading in zip(bases, readings or [""], strict=True))
    return Word(text, kind, syllables, text, **rest)


def mark(text):
    return word(text, kind="punctuation")


def document(*blocks, title=None, date=None):
    """Make a document of blocks, each a kind and one sentence of words."""
    made, at = [], 0
    for kind, *words in blocks:
        start, tokens = at, []
        for each in words:
            tokens.append(Token(each, at))
            at += len(each.text)
        made.append(Block(kind, (Sentence(start, at, tuple(tokens)),)))
    text = "".join(token.text for block in made for s in block.sentences for token in s.tokens)
    return Document(text, title, date, "hans", "test", tuple(made))


SPACE = word("\n\n", kind="space")
YINHANG = word("银行", "yin2", "hang2")


def tokens(block):
    return [token.look for sentence in block.sentences for run in sentence.runs for token in run]


def test_title_date_paragraphs_and_credit_are_what_they_are(cards):
    page = build_page(
        document(
            ("credit", word(" date 2025-12-27 ", kind="latin")),
            ("heading", YINHANG, SPACE),
            ("heading", YINHANG, SPACE),
            ("paragraph", YINHANG, mark("。"), SPACE),
            ("credit", mark("【"), YINHANG, mark("】")),
            title="银行",
            date="2025-12-27",
        ),
        cards,
        "yinhang",
    )
    assert page.title == "银行"
    assert page.heading.id == "p1"
    assert (page.date, page.date_text) == ("2025-12-27", "27 December 2025")
    assert page.bylines == ()  # the line with nothing but the date is the date
    assert [block.kind for block in page.blocks] == ["heading", "paragraph", "credit"]
    assert page.language == "zh-Hans"


def test_a_source_line_above_the_text_is_kept(cards):
    source = ("credit", word("来源", "lai2", "yuan2"), mark("："), YINHANG, SPACE)  # source: bank
    page = build_page(document(source, ("heading", YINHANG, SPACE), title="银行"), cards, "x")
    assert [token.text for token in tokens(page.bylines[0])] == ["来源", "：", "银行"]


def test_a_text_without_a_heading_is_named_by_the_library(cards):
    page = build_page(document(("paragraph", YINHANG)), cards, "x", title="A bank")
    assert page.heading is None
    assert page.title == "A bank"
    assert len(page.blocks) == 1


def test_a_text_of_credits_only_is_a_text(cards):
    page = build_page(document(("credit", YINHANG)), cards, "x")
    assert len(page.blocks) == 1


def test_ruby_stands_over_whole_words_and_han_characters_only(cards):
    name = Word(
        "帕·罗2",
        "name",
        (Syllable("帕", "Pa4"), Syllable("·", ""), Syllable("罗", "Luo2"), Syllable("2", "er4")),
    )
    page = build_page(document(("paragraph", YINHANG, name, mark("。"))), cards, "x")
    yinhang, paro, stop = tokens(page.blocks[0])
    assert [(ruby.base, ruby.reading) for ruby in yinhang.ruby] == [("银行", "yínháng")]
    assert [(ruby.base, ruby.reading) for ruby in paro.ruby] == [
        ("帕", "Pà"),
        ("·", ""),
        ("罗", "Luó"),
        ("2", ""),
    ]
    assert [(ruby.base, ruby.reading) for ruby in stop.ruby] == [("。", "")]


def test_syllables_in_a_word_keep_their_apostrophe(cards):
    page = build_page(document(("paragraph", word("西安", "Xi1", "an1"))), cards, "x")
    assert tokens(page.blocks[0])[0].ruby[0].reading == "Xī'ān"


def test_punctuation_keeps_to_the_word_it_belongs_to(cards):
    sentence = [mark("《"), YINHANG, mark("》"), YINHANG, mark("。"), YINHANG]
    page = build_page(document(("paragraph", *sentence)), cards, "x")
    runs = page.blocks[0].sentences[0].runs
    assert ["".join(token.look.text for token in run) for run in runs] == ["《银行》", "银行。", "银行"]


def test_tooltips_give_the_meaning_and_what_no_ruby_gives(cards):
    number = Word("86", "number", (Syllable("86", "ba1 shi2 liu4"),), gloss="86")
    page = build_page(document(("paragraph", YINHANG, number, mark("。"))), cards, "x")
    assert [token.title for token in tokens(page.blocks[0])] == ["bank", "bā shí liù · 86", ""]


def test_the_words_block_holds_each_card_and_entry_once(cards):
    page = build_page(
        document(("paragraph", YINHANG, mark("，"), YINHANG, SPACE), ("paragraph", YINHANG)), cards, "x"
    )
    block = json.loads(page.words)
    assert block["tokens"] == [[[0, NO_CARD, 0, NO_CARD]], [[0]]]
    assert block["cards"] == [
        [[0], 1, "", "", "", "", 2]
    ]  # gloss: the first sense; text and reading: the entry's
    assert block["entries"] == [["银行", "yín|háng", "bank", "銀行", ["家 jiā"]]]


def test_a_reading_of_taiwan_is_in_the_block_where_there_is_one(cards):
    page = build_page(document(("paragraph", word("垃圾", "la1", "ji1"))), cards, "x")
    assert json.loads(page.words)["entries"] == [["垃圾", "lā|jī", "rubbish", "", [], 0, "lè|sè"]]


def test_what_a_word_is_made_of_has_cards_of_its_own(cards):
    whole = word("银行行", "yin2", "hang2", "hang2", parts=(YINHANG, word("行", "hang2")))
    block = json.loads(build_page(document(("paragraph", whole)), cards, "x").words)
    number = block["tokens"][0][0][0]
    parts = block["cards"][number][7]
    assert [block["entries"][block["cards"][part][0][0]][0] for part in parts] == ["银行", "行"]


def test_the_words_block_cannot_end_its_element(cards):
    page = build_page(document(("paragraph", word("坏", "huai4"))), cards, "x")
    assert "<" not in page.words
    entry = json.loads(page.words)["entries"][0]
    assert entry[2] == "<／script><b>/variant of 后 hòu"


def test_a_spoken_form_is_told_only_where_it_differs(cards):
    bushi = word("不是", "bu4", "shi4")  # is not
    text = document(("paragraph", bushi))
    token = Token(bushi, 0, ("bu2", "shi4"))
    spoken = Document(
        text.text, None, None, "hans", "test", (Block("paragraph", (Sentence(0, 2, (token,)),)),)
    )
    assert json.loads(build_page(spoken, cards, "x").words)["cards"][0][5] == "búshì"
    assert len(json.loads(build_page(text, cards, "x").words)["cards"][0]) <= 4
