from __future__ import annotations

from webapp.lexicon.cedict import parse_line
from webapp.lexicon.meanings import is_pointer, with_meanings


class Book:
    """A dictionary of a few lines."""

    def __init__(self, *lines):
        self.lines = [parse_line(line) for line in lines]

    def entries(self, form, /):
        return tuple(e for e in self.lines if form in (e.simplified, e.traditional))


def test_a_pointer_shows_what_its_target_means_and_stays_as_last_sense():
    book = Book(
        "未可厚非 未可厚非 [wei4 ke3 hou4 fei1] /see 無可厚非|无可厚非[wu2 ke3 hou4 fei1]/",
        "無可厚非 无可厚非 [wu2 ke3 hou4 fei1] /to give no cause for criticism/",
    )
    found = with_meanings(book.lines[0], book)
    assert found.senses == ("to give no cause for criticism", "see 無可厚非|无可厚非[wu2 ke3 hou4 fei1]")


def test_pointers_are_followed_through_several_entries_and_never_in_a_circle():
    book = Book(
        "甲 甲 [jia3] /see 乙[yi3]/",
        "乙 乙 [yi3] /variant of 丙[bing3]/",
        "丙 丙 [bing3] /third/",
        "丁 丁 [ding1] /see 戊[wu4]/",
        "戊 戊 [wu4] /see 丁[ding1]/",
    )
    assert with_meanings(book.lines[0], book).senses[0] == "third"
    assert with_meanings(book.lines[3], book).senses == ("see 戊[wu4]",)


def test_a_target_with_several_readings_is_taken_in_the_one_that_is_named():
    book = Book(
        "強 强 [qiang2] /strong/",
        "強 强 [qiang3] /to force/",
        "彊 强 [qiang3] /variant of 強|强[qiang3]/",
    )
    assert with_meanings(book.lines[2], book).senses[0] == "to force"


def test_an_entry_with_a_meaning_of_its_own_keeps_it_before_the_pointer():
    book = Book("㗂 㗂 [sheng3] /variant of 省[sheng3]/tight-lipped/", "省 省 [sheng3] /to save/")
    found = with_meanings(book.lines[0], book)
    assert found.senses == ("tight-lipped", "variant of 省[sheng3]")
    assert not is_pointer(book.lines[0])


def test_a_part_of_a_word_does_not_take_the_meaning_of_the_whole():
    book = Book("葡 葡 [pu2] /used in 葡萄[pu2 tao5]/", "葡萄 葡萄 [pu2 tao5] /grape/")
    assert with_meanings(book.lines[0], book).senses == ("used in 葡萄[pu2 tao5]",)


def test_nearly_every_mere_pointer_of_the_dictionary_finds_a_meaning(lexicon):
    pointers = [e for form in lexicon.headwords() for e in lexicon.entries(form) if is_pointer(e)]
    followed = [e for e in pointers if e.reference.kind != "used in"]
    lost = [e for e in followed if is_pointer(with_meanings(e, lexicon))]
    assert len(followed) > 4000
    assert len(lost) < len(followed) * 0.02
