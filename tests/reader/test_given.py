"""Readings that a web page or book prints above its words: kept with the article, and read so."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webapp.reader.annotations import Annotations
from webapp.reader.editing import Editor
from webapp.reader.given import NOTE, given_entries
from webapp.reader.reading_room import ReadingRoom
from webapp.sources.article import GivenReading
from webapp.sources.source import read_bytes

# A made-up page: 行 is read xíng by default here, and the page says háng; it agrees on what surrounds it.
PAGE = """<html><head><title>两种读法</title></head><body><article>
<p>他说，<ruby>还<rt>huán</rt></ruby>书以后再来。这是一个很长的句子，为了让这一页有足够多的字。</p>
<p>我们<ruby>都<rt>dōu</rt></ruby><ruby>不<rt>bú</rt>是<rt>shì</rt></ruby>学生，<ruby>银行<rt>yínháng</rt></ruby>在左边。</p>
<p><ruby>重<rt>chóng</rt></ruby>的东西放在下面，没有注音的重不变。</p></article></body></html>"""


def entries(annotator, text: str, *readings: tuple[int, int, str]):
    return given_entries(annotator.document(text), [GivenReading(*each) for each in readings])


def read(document) -> dict[int, tuple[str, str, str, str | None]]:
    return {
        token.start: (token.text, " ".join(s.citation for s in token.word.syllables), token.word.decided_by, token.word.note)
        for token in document.tokens()
    }  # fmt: skip


def test_a_reading_other_than_ours_is_taken_and_says_whose_it_is(engine):
    text = "他还书。"  # he returns the book: huán; the source says hái, "he still ..."
    own = entries(engine.annotator, text, (1, 2, "hái"))
    from webapp.language.own import Own

    found = read(engine.annotator.corrected(engine.annotator.document(text), Own(own)))
    assert found[1] == ("还", "hai2", "own", NOTE)
    assert found[2][2] != "own"


@pytest.mark.parametrize(
    ("text", "start", "end", "pinyin"),
    [
        ("我去银行取钱。", 2, 4, "yín háng"),  # the bank, as we read it
        ("这不是书。", 1, 3, "bú shì"),  # as it is spoken
        ("我们去北京。", 3, 5, "běi jīng"),  # without its capital
        ("你去哪儿？", 2, 4, "nǎ ér"),  # with 儿 spelt out
        ("他有12个。", 2, 4, "shí èr"),  # above digits
        ("他，", 1, 2, "hē"),  # above a comma
        ("他", 0, 9, "tā tā tā"),  # beyond the end
    ],
)
def test_what_says_nothing_new_is_left_alone(engine, text: str, start: int, end: int, pinyin: str):
    assert entries(engine.annotator, text, (start, end, pinyin)) == ()


def test_one_reading_over_several_words_and_several_over_one_word(engine):
    text = "我在银行等着他。"  # I wait for him at the bank
    whole = entries(engine.annotator, text, (1, 5, "zài yín xíng děng"))
    apart = entries(engine.annotator, text, (2, 3, "yín"), (3, 4, "xíng"))
    assert [(each.text, each.reading, each.at) for each in whole] == [("银行", ("yin2", "xing2"), 2)]
    assert apart == whole


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="他还行长银重都了，。12a\n", min_size=1, max_size=30),
    st.lists(
        st.tuples(
            st.integers(0, 30), st.integers(0, 4), st.sampled_from(["háng", "xíng zhǎng", "le", "", "x y z"])
        ),
        max_size=6,
    ),
)
def test_whatever_is_given_the_tokens_spell_the_text(engine, text, places):
    from webapp.language.own import Own

    document = engine.annotator.document(text)
    own = given_entries(document, [GivenReading(at, at + length, said) for at, length, said in places])
    made = engine.annotator.corrected(document, Own(own))
    assert "".join(token.text for token in made.tokens()) == document.text


@pytest.fixture
def slug(library) -> str:
    return library.put(read_bytes(PAGE.encode(), name="page.html")).slug


def shown(opened) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for block in opened.page.blocks:
        for sentence in block.sentences:
            for run in sentence.runs:
                for token in run:
                    look = token.look
                    found.setdefault(look.text, []).append("".join(ruby.reading for ruby in look.ruby))
    return found


@pytest.mark.parametrize("keeps", [False, True])
def test_a_page_with_ruby_is_read_as_it_says(library, engine, slug, tmp_path, keeps: bool):
    kept = Annotations(tmp_path / "kept.sqlite3" if keeps else None, engine.version)
    for _ in range(2):  # made, and taken from what was kept
        found = shown(ReadingRoom(library, engine, kept).open(slug))
        assert found["还"] == ["huán"] and found["都"] == ["dōu"] and found["银行"] == ["yínháng"]
        assert found["重"] == ["chóng", "zhòng"]


def test_no_reading_stands_in_the_text_nor_in_the_search(library, slug):
    text = library.article(slug).text
    assert "huán" not in text and "还书以后" in text


def test_readings_stay_above_their_words_when_the_text_before_them_is_edited(library, engine, slug):
    editor = Editor(library.database)
    draft = editor.draft(slug)
    editor.save(slug, 1, draft.text.replace("我们", "我和我的同学们"), draft.version)
    found = shown(ReadingRoom(library, engine).open(slug))
    assert found["重"] == ["chóng", "zhòng"] and found["还"] == ["huán"]


def test_pages_of_a_book_have_their_own_readings(library, engine):
    line = "这里没有什么特别的东西，只是很长的一段话。"  # nothing special here, only a long passage
    paragraphs = "".join(f"<p>{line * 4}</p>" for _ in range(60))
    page = f"<html><body><article>{paragraphs}<p>最后<ruby>重<rt>chóng</rt></ruby>的字。</p></article></body></html>"
    listing = library.put(read_bytes(page.encode(), name="page.html"))
    room = ReadingRoom(library, engine)
    count = room.open(listing.slug).count
    assert count > 1 and shown(room.open(listing.slug, count))["重"] == ["chóng"]


def test_the_command_reads_a_file_with_ruby_as_it_says(pindu, tmp_path):
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    done = pindu("annotate", "page.html", "--format", "jsonl", "--fields", "text,pinyin,decided_by,note")
    tokens = [token for line in done.stdout.splitlines() for token in json.loads(line)["tokens"]]
    heavy = [token for token in tokens if token["text"] == "重"]
    assert [(each["pinyin"], each["decided_by"]) for each in heavy][0] == ("chóng", "own")
    assert heavy[0]["note"] == NOTE and heavy[1]["decided_by"] != "own"
