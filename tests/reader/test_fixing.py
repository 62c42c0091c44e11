"""Words touched up on a page: kept, applied at once and after a start, here or everywhere, and undone."""

import pytest

from webapp.errors import CorrectionError, CorrectionNotFoundError, CorrectionOutdatedError
from webapp.reader.corrections import Corrections
from webapp.reader.editing import Editor
from webapp.reader.fixing import Fixer
from webapp.reader.reading_room import ReadingRoom
from webapp.reader.shelf import Shelf
from webapp.reader.wish import Wish
from webapp.sources.article import GivenReading, make_article

TEXT = "他在银行工作。\n我们都喜欢他的行长。\n银行很好。\n"  # he works at a bank; we all like its manager; it is good


@pytest.fixture
def room(library, engine) -> ReadingRoom:
    return ReadingRoom(library, engine)


@pytest.fixture
def fixer(library, room, engine) -> Fixer:
    return Fixer(library, room, engine)


@pytest.fixture
def corrections(library) -> Corrections:
    return Corrections(library.database)


@pytest.fixture
def slug(library) -> str:
    return library.add_text(TEXT).slug


def tokens(room, slug):
    return [
        token
        for token in room.page_document(slug, 1)[1].tokens()
        if token.kind not in ("space", "punctuation")
    ]


def words(room, slug):
    return [token.text for token in tokens(room, slug)]


def name_of(room, slug, text, nth=0):
    document = room.page_document(slug, 1)[1]
    return [
        f"p{b}s{s}t{t}"
        for b, block in enumerate(document.blocks)
        for s, sentence in enumerate(block.sentences)
        for t, token in enumerate(sentence.tokens)
        if token.text == text
    ][nth]


def word(room, slug, text, nth=0):
    return [token.word for token in tokens(room, slug) if token.text == text][nth]


def reading(room, slug, text, nth=0):
    return " ".join(syllable.citation for syllable in word(room, slug, text, nth).syllables)


def test_a_word_is_split_here_and_nowhere_else(room, fixer, slug, library, engine):
    saved = fixer.save(slug, 1, Wish(name_of(room, slug, "银行"), ("银", "行")))
    assert words(room, slug).count("银行") == 1 and "银" in words(room, slug)
    assert saved.token == name_of(room, slug, "银") and saved.blocks == ("p0",)
    assert TEXT[saved.place :].startswith("银")
    assert word(room, slug, "银").decided_by == "own"
    again = ReadingRoom(library, engine)  # as after another start
    assert words(again, slug) == words(room, slug)


def test_a_split_word_is_joined_again_and_a_new_one_is_made_with_its_entry(room, fixer, slug):
    fixer.save(slug, 1, Wish(name_of(room, slug, "银行"), ("银", "行")))
    fixer.save(slug, 1, Wish(name_of(room, slug, "银"), ("银行",)))
    assert words(room, slug).count("银行") == 2
    assert reading(room, slug, "银行") == "yin2 hang2"
    view = fixer.view(slug, 1, Wish(name_of(room, slug, "银行")))
    assert "bank" in view.pieces[0].gloss


def test_a_join_that_no_dictionary_has_gets_parts_and_an_own_gloss(room, fixer, slug):
    wish = Wish(name_of(room, slug, "银行"), ("银行工作",), gloss="bank job")
    fixer.save(slug, 1, wish)
    made = word(room, slug, "银行工作")
    assert [part.text for part in made.parts] == ["银行", "工作"] and made.gloss == "bank job"


def test_a_reading_is_chosen_here_or_everywhere_and_the_narrower_one_has_the_last_word(
    room, fixer, slug, library
):
    other = library.add_text("行长来了。他是行长。\n").slug  # the manager has come; he is the manager
    fixer.save(slug, 1, Wish(name_of(room, slug, "行长"), reading="xíngzhǎng", everywhere=True))
    assert [reading(room, s, "行长") for s in (slug, other)] == ["xing2 zhang3"] * 2
    fixer.save(other, 1, Wish(name_of(room, other, "行长"), reading="hang2 zhang3"))
    assert [reading(room, other, "行长", n) for n in (0, 1)] == ["hang2 zhang3", "xing2 zhang3"]
    fixer.save(slug, 1, Wish(name_of(room, slug, "行长"), reading="hángcháng", everywhere=True))
    assert [reading(room, other, "行长", n) for n in (0, 1)] == ["hang2 zhang3", "hang2 chang2"]


def test_who_corrects_everywhere_means_this_place_too_and_undoing_brings_the_former_back(
    room, fixer, slug, corrections
):
    name = name_of(room, slug, "行长")
    fixer.save(slug, 1, Wish(name, reading="xíngzhǎng"))
    everywhere = fixer.save(slug, 1, Wish(name, reading="hángzhǎng", everywhere=True))
    assert reading(room, slug, "行长") == "hang2 zhang3"
    corrections.undo(everywhere.corrections)
    assert reading(room, slug, "行长") == "xing2 zhang3"


def test_a_gloss_of_ones_own_is_for_the_word_as_it_is_read(room, fixer, slug, library):
    other = library.add_text("他行。一行字。\n").slug  # he is able; a line of characters
    text = [token.text for token in tokens(room, other)]
    assert text.count("行") == 2 or "一行" in text
    name = name_of(room, other, "行")
    fixer.save(other, 1, Wish(name, gloss="<b>able</b>\n&", everywhere=True))
    assert word(room, other, "行").gloss == "<b>able</b> &"
    assert all(each.word.gloss is None for each in tokens(room, other)[2:] if each.text == "行")


def test_what_is_undone_holds_no_longer_and_may_hold_again(room, fixer, slug, corrections):
    before = words(room, slug)
    first = fixer.save(slug, 1, Wish(name_of(room, slug, "银行"), ("银", "行"), gloss="my silver"))
    assert len(first.corrections) == 2
    fixer.save(slug, 1, Wish(name_of(room, slug, "行长"), reading="xíngzhǎng"))
    assert len(corrections.undo_last()) == 1 and reading(room, slug, "行长") == "hang2 zhang3"
    assert corrections.undo_last() == tuple(reversed(first.corrections))  # what was made in one go
    assert words(room, slug) == before
    assert corrections.undo_last() == ()
    corrections.redo(first.corrections)
    assert word(room, slug, "银").gloss == "my silver"
    with pytest.raises(CorrectionNotFoundError):
        corrections.undo([999])


def test_the_list_has_each_with_its_sentence_and_the_way_there(room, fixer, slug, corrections):
    fixer.save(slug, 1, Wish(name_of(room, slug, "行长"), reading="xíngzhǎng"))
    fixer.save(slug, 1, Wish(name_of(room, slug, "银行"), ("银", "行"), everywhere=True))
    cut, read = corrections.list().standing
    assert (cut.text, cut.became, cut.where) == ("银行", "银 · 行", "everywhere")
    assert (read.before, read.text, read.after, read.became) == ("我们都喜欢他的", "行长", "。", "xíngzhǎng")
    assert read.address == f"/articles/{slug}?at={TEXT.index('行长')}"
    corrections.undo([cut.id])
    assert [each.id for each in corrections.list().undone] == [cut.id]


def test_corrections_move_with_the_text_and_wait_for_their_sentence(room, fixer, slug, library, corrections):
    editor = Editor(library.database)

    def edit(old, new):
        draft = editor.draft(slug)
        assert old in draft.text
        editor.save(slug, 1, draft.text.replace(old, new), draft.version)

    fixer.save(slug, 1, Wish(name_of(room, slug, "行长"), reading="xíngzhǎng"))
    edit("他在银行", "今天他在银行")
    assert reading(room, slug, "行长") == "xing2 zhang3"
    edit("喜欢他的行长。", "喜欢他的新行长。")  # inside its sentence
    assert reading(room, slug, "行长") == "xing2 zhang3"
    edit("新行长", "新老师")  # it is gone: kept, and waiting
    assert corrections.list().standing[0].is_lost and corrections.list().standing[0].address == ""
    edit("新老师", "新行长")
    assert reading(room, slug, "行长") == "xing2 zhang3" and not corrections.list().standing[0].is_lost
    edit(
        "今天他在银行工作。\n我们都喜欢他的新行长。\n银行很好。",
        "我们都喜欢他的新行长。\n昨天他在银行工作。\n银行不好。",
    )
    assert reading(room, slug, "行长") == "xing2 zhang3"  # the sentence stands somewhere else now
    edit("我们都喜欢他的新行长。", "你们都喜欢他的新行长！")  # changed on both sides of it
    assert reading(room, slug, "行长") == "xing2 zhang3"


def test_a_deleted_text_keeps_its_corrections_until_the_bin_is_emptied(
    room, fixer, slug, library, corrections
):
    fixer.save(slug, 1, Wish(name_of(room, slug, "银行"), ("银", "行")))
    fixer.save(slug, 1, Wish(name_of(room, slug, "行长"), reading="xíngzhǎng", everywhere=True))
    shelf = Shelf(library.database)
    shelf.remove(slug)
    assert [each.text for each in corrections.list().standing] == ["行长"]
    shelf.bring_back(slug)
    assert "银" in words(room, slug)
    shelf.remove(slug)
    from datetime import UTC, datetime, timedelta

    assert shelf.empty_bin(datetime.now(UTC) + timedelta(days=60)) == 1
    assert [(each.text, each.where) for each in corrections.list().standing] == [("行长", "everywhere")]
    other = library.add_text("行长来了。\n").slug
    assert reading(room, other, "行长") == "xing2 zhang3"


def test_what_the_source_writes_above_words_is_brought_to_them_as_they_are_cut_by_hand(room, fixer, library):
    text = "他是行长。\n"  # he is the manager
    at = text.index("行长")
    slug = library.put(make_article(text, readings=(GivenReading(at, at + 2, "xíng cháng"),))).slug
    assert reading(room, slug, "行长") == "xing2 chang2"
    saved = fixer.save(slug, 1, Wish(name_of(room, slug, "行长"), ("行", "长")))
    assert (reading(room, slug, "行"), reading(room, slug, "长")) == ("xing2", "chang2")
    fixer.save(slug, 1, Wish(saved.token, ("行",), reading="háng"))  # and the reader has the last word
    assert reading(room, slug, "行") == "hang2"


def test_the_form_shows_what_a_cut_would_make_before_it_is_kept(room, fixer, slug):
    before = words(room, slug)
    view = fixer.view(slug, 1, Wish(name_of(room, slug, "银行")))
    assert (view.before, view.text, view.after, view.end) == ("在", "银行", "工作", 2)
    assert [choice.label for choice in view.choices if choice.is_current] == ["yínháng"]
    assert "yínxíng" in [choice.label for choice in view.choices]  # 行 has another everyday reading
    split = fixer.view(slug, 1, view.wish, toggle=1)
    assert [(p.text, p.pinyin, p.is_chosen) for p in split.pieces] == [
        ("银", "yín", True),
        ("行", split.pieces[1].pinyin, False),
    ]
    joined = fixer.view(slug, 1, split.wish, toggle=2)
    assert [piece.text for piece in joined.pieces] == ["银", "行工作"] and joined.after == ""
    wider = fixer.view(slug, 1, joined.wish, toggle=0)
    assert [piece.text for piece in wider.pieces] == ["在银", "行工作"] and wider.pieces[0].is_chosen
    back = fixer.view(slug, 1, Wish(wider.wish.token, ("在", "银", "行", "工作"), of=2))
    assert {choice.label for choice in back.choices} >= {"háng", "xíng"}
    assert any("walk" in choice.about for choice in back.choices)
    assert words(room, slug) == before


def test_only_what_changes_is_kept_of_a_longer_stretch(room, fixer, slug, corrections):
    fixer.save(slug, 1, Wish(name_of(room, slug, "在"), ("在", "银", "行", "工作"), everywhere=True))
    assert corrections.list().standing[0].text == "银行"


def test_a_doubtful_word_can_be_said_to_be_right(room, fixer, library):
    slug = library.add_text("他还书。\n").slug
    doubtful = [token for token in tokens(room, slug) if token.word.doubtful]
    for each in doubtful:
        fixer.save(
            slug,
            1,
            Wish(name_of(room, slug, each.text), reading=" ".join(s.citation for s in each.word.syllables)),
        )
    assert not any(token.word.doubtful for token in tokens(room, slug))


BAD = {
    "nothing": (Wish("p1s0t4", ()), CorrectionError, "Nothing is changed"),
    "no name": (Wish("x"), CorrectionError, "which word"),
    "no such block": (Wish("p9s0t0"), CorrectionNotFoundError, "no such word"),
    "no such token": (Wish("p0s0t99"), CorrectionNotFoundError, "no such word"),
    "others by now": (Wish("p0s0t0", ("我",)), CorrectionOutdatedError, "others by now"),
    "across a word": (Wish("p0s0t0", ("他在银",)), CorrectionOutdatedError, "others by now"),
    "beyond the sentence": (
        Wish("p0s0t0", ("他在银行工作。\n我们",)),
        CorrectionOutdatedError,
        "others by now",
    ),
    "with its full stop": (Wish("p0s0t3", ("工作。",)), CorrectionError, "not with punctuation"),
    "an empty piece": (Wish("p0s0t2", ("", "银行")), CorrectionError, "not with punctuation"),
    "too few syllables": (Wish("p0s0t2", (), 0, "yín"), CorrectionError, "2 syllables"),
    "a reading of a full stop": (Wish("p0s0t4", (), 0, "yín"), CorrectionError, "character by character"),
    "a long gloss": (Wish("p0s0t2", (), 0, "", "a" * 201), CorrectionError, "too long"),
    "no such piece": (Wish("p0s0t2", ("银", "行"), 2), CorrectionError, "which of the pieces"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_wish_that_cannot_be_carried_out_changes_nothing_and_is_said(room, fixer, slug, corrections, name):
    wish, error, said = BAD[name]
    before = tokens(room, slug)
    with pytest.raises(error, match=said) as caught:
        fixer.save(slug, 1, wish)
    assert type(caught.value) is error and "\n" not in str(caught.value)
    assert corrections.list().standing == () and tokens(room, slug) == before


def test_a_text_edited_meanwhile_is_not_corrected(room, fixer, slug, library, monkeypatch):
    keep = fixer._keep

    def edited_first(*arguments):
        editor = Editor(library.database)
        draft = editor.draft(slug)
        editor.save(slug, 1, "新的" + draft.text, draft.version)
        return keep(*arguments)

    monkeypatch.setattr(fixer, "_keep", edited_first)
    with pytest.raises(CorrectionOutdatedError, match="just been edited"):
        fixer.save(slug, 1, Wish(name_of(room, slug, "银行"), ("银", "行")))


def test_a_page_without_anything_concerned_stays_the_one_in_memory(room, fixer, slug, library):
    other = library.add_text("春天来了。\n").slug  # spring is here
    opened = room.open(other, 1)
    fixer.save(slug, 1, Wish(name_of(room, slug, "行长"), reading="xíngzhǎng", everywhere=True))
    assert room.open(other, 1) is opened
