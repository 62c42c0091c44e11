"""Extracts of two exports lie in data/ (CC BY-SA 4.0, see their first lines)."""

from __future__ import annotations

from pathlib import Path

import pytest

from webapp.errors import LexiconSyntaxError
from webapp.lexicon.cedict import Classifier, parse, parse_header, parse_line
from webapp.lexicon.references import reference

EXTRACTS = sorted(Path(__file__).with_name("data").glob("*.u8"))


def entry(line):
    return parse_line(line)


def test_a_line_gives_both_scripts_the_reading_and_the_senses():
    found = entry("銀行 银行 [yin2 hang2] /bank/CL:家[jia1],個|个[ge4]/")  # bank
    assert (found.traditional, found.simplified, found.syllables) == ("銀行", "银行", ("yin2", "hang2"))
    assert found.senses == ("bank",)
    assert found.classifiers == (Classifier("家", "家", ("jia1",)), Classifier("个", "個", ("ge4",)))


def test_measure_words_inside_a_sense_are_taken_out_of_it():
    found = entry("門 门 [men2] /gate; door (CL:扇[shan4])/gateway/")  # door
    assert found.senses == ("gate; door", "gateway")
    assert [c.simplified for c in found.classifiers] == ["扇"]
    assert entry("恐龍 恐龙 [kong3 long2] /dinosaur; CL:頭|头[tou2]/").senses == ("dinosaur",)


def test_double_brackets_without_spaces_read_like_single_ones_with_spaces():
    new = entry("傳統 传统 [[chuan2tong3]] /tradition (CL:個|个[[ge4]])/")  # tradition
    assert new.syllables == ("chuan2", "tong3")
    assert new.classifiers[0].syllables == ("ge4",)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("女人 女人 [nu:3 ren2] /woman/", ("nü3", "ren2")),
        ("哪兒 哪儿 [na3 r5] /where?/", ("na3", "r5")),
        ("卡拉OK 卡拉OK [ka3 la1 O K] /karaoke (loanword)/", ("ka3", "la1", "O", "K")),
        ("3C 3C [san1 C] /computers, communications, and consumer electronics/", ("san1", "C")),
        ("切·格瓦拉 切·格瓦拉 [Qie4 · Ge2 wa3 la1] /Che Guevara/", ("Qie4", "·", "Ge2", "wa3", "la1")),
        ("前怕狼，後怕虎 前怕狼，后怕虎 [qian2 pa4 lang2 , hou4 pa4 hu3] /fear/",
         ("qian2", "pa4", "lang2", ",", "hou4", "pa4", "hu3")),
        ("々 々 [xx5] /iteration mark/", ("xx5",)),
        ("兛 兛 [qian1ke4] /kilogram (old)/", ("qian1", "ke4")),
    ],
)  # fmt: skip
def test_readings_of_every_kind_split_into_syllables(line, expected):
    assert entry(line).syllables == expected


def test_notes_on_pronunciation_become_readings_and_leave_the_senses():
    found = entry("垃圾 垃圾 [la1 ji1] /trash/Taiwan pr. [le4 se4]/also pr. [la1 ji5]/")  # rubbish
    assert found.senses == ("trash",)
    assert found.taiwan == ("le4", "se4")
    assert found.also == (("la1", "ji5"),)


def test_an_entry_that_has_only_a_note_keeps_it_as_its_sense():
    assert entry("字 字 [le4] /Taiwan pr. of 垃圾[la1 ji1]/").senses == ("Taiwan pr. of 垃圾[la1 ji1]",)


@pytest.mark.parametrize(
    ("sense", "kind", "target"),
    [
        ("variant of 強|强[qiang2]", "variant", "强"),
        ("(old) contracted variant of 千克[qian1 ke4]", "variant", "千克"),
        ("see 無可厚非|无可厚非[wu2 ke3 hou4 fei1]", "see", "无可厚非"),
        ("see also 啃書|啃书[ken3 shu1]", "see also", "啃书"),
        ("abbr. for 電視劇|电视剧[dian4 shi4 ju4]", "abbreviation", "电视剧"),
        ("erhua variant of 花[hua1]", "erhua", "花"),
        ("also written 氣氛|气氛[qi4 fen1]", "same", "气氛"),
        ("used in 葡萄[pu2 tao5]", "used in", "葡萄"),
        ("used in 葡萄[[pu2tao5]]", "used in", "葡萄"),
    ],
)
def test_pointers_name_their_kind_and_target(sense, kind, target):
    pointer = reference(sense)
    assert pointer is not None
    assert (pointer.kind, pointer.simplified) == (kind, target)


@pytest.mark.parametrize("sense", ["to see", "to see a doctor", "to change 變[bian4]", "variant", "seed"])
def test_a_meaning_is_no_pointer(sense):
    assert reference(sense) is None


def test_surnames_and_proper_names_are_known_as_such():
    assert entry("王 王 [Wang2] /surname Wang/").is_surname
    assert entry("北京 北京 [Bei3 jing1] /Beijing/").is_proper
    assert not entry("K書 K书 [K shu1] /(Tw) to cram/").is_proper  # a Latin letter is no capital


@pytest.mark.parametrize(
    "line",
    [
        "銀行 [yin2 hang2] /bank/",
        "銀行 银行 yin2 hang2 /bank/",
        "銀行 银行 [yin2 hang2] bank",
        "銀行 银行 [yin2 hang2] /bank",
        "銀行 银行 [yin2 hang2] //",
        "銀行 银行 [] /bank/",
        "銀行 银行 [yin2 hang2] /bank//river/",
        "銀行",
    ],
)
def test_a_broken_line_is_named_by_file_and_number(line):
    with pytest.raises(LexiconSyntaxError, match=r"my\.u8, line 3"):
        list(parse(["# comment", "", line], "my.u8"))


@pytest.mark.parametrize("path", EXTRACTS, ids=lambda path: path.stem)
def test_every_line_of_the_extracts_parses_and_means_something(path):
    lines = path.read_text("utf-8").splitlines()
    entries = list(parse(lines, path.name))
    assert len(entries) == sum(not line.startswith("#") for line in lines) > 100
    assert all(e.senses and e.syllables for e in entries)
    assert not [s for e in entries for s in e.senses if "CL:" in s]
    assert parse_header(lines).date == {"cedict_2023": "2023-11-07", "cedict_2026": "2026-05-20"}[path.stem]
