from __future__ import annotations

import subprocess
import sys
import time

import pytest

from webapp.errors import LexiconFileError
from webapp.lexicon.compiler import compiled_path, open_lexicon
from webapp.lexicon.kinds import Kinds
from webapp.lexicon.lexicon import Lexicon


def readings(lexicon, form):
    return [" ".join(reading) for reading in lexicon.readings(form)]


def test_a_word_is_found_in_either_script(lexicon):
    assert "银行" in lexicon and "銀行" in lexicon  # bank
    assert lexicon.entries("银行") == lexicon.entries("銀行")
    assert "银行行长" not in lexicon  # a compound that no dictionary has
    assert lexicon.entries("") == () and lexicon.readings("☃") == ()


def test_the_fields_of_a_form_are_those_of_its_entries(lexicon):
    kinds = Kinds.load()
    assert "person" in lexicon.kinds("总经理") and lexicon.kinds("总经理") == lexicon.kinds(
        "總經理"
    )  # manager
    for form in lexicon.headwords()[::500]:
        assert lexicon.kinds(form) == kinds.of(lexicon.entries(form)), form
    assert lexicon.kinds("☃") == lexicon.kinds("\ud800") == frozenset()


def test_the_measure_words_of_a_form_are_those_of_its_entries(lexicon):
    assert lexicon.measures("老师") == lexicon.measures("老師") == {"个", "位"}  # teacher
    assert lexicon.measures("☃") == frozenset()
    for form in lexicon.headwords()[::500]:
        listed = {each.simplified for entry in lexicon.entries(form) for each in entry.classifiers}
        assert lexicon.measures(form) == listed, form


def test_a_lone_surrogate_is_no_headword(lexicon):
    assert "\ud800" not in lexicon


def test_a_traditional_form_finds_only_its_own_words(lexicon):
    assert {e.traditional for e in lexicon.entries("髮")} == {"髮"}  # hair, not 發
    assert {e.traditional for e in lexicon.entries("发")} >= {"髮", "發"}


@pytest.mark.parametrize(
    ("form", "first"),
    [
        ("长", "chang2"), ("了", "le5"), ("着", "zhe5"), ("还", "hai2"), ("都", "dou1"), ("得", "de5"),
        ("行", "xing2"), ("那", "na4"), ("曾", "ceng2"), ("王", "wang2"), ("和", "he2"), ("只", "zhi3"),
        ("没", "mei2"), ("吗", "ma5"), ("告诉", "gao4 su5"), ("多少", "duo1 shao5"), ("所长", "suo3 zhang3"),
        ("东西", "dong1 xi5"), ("地方", "di4 fang5"), ("明朝", "Ming2 chao2"),
    ],
)  # fmt: skip
def test_the_everyday_reading_comes_first(lexicon, form, first):
    assert readings(lexicon, form)[0] == first


@pytest.mark.parametrize("form", ["加", "过", "还", "都", "花", "张", "白", "黄", "高", "马", "路", "方"])
def test_a_surname_never_comes_before_the_word(lexicon, form):
    assert not lexicon.entries(form)[0].is_surname
    assert any(entry.is_surname for entry in lexicon.entries(form))


def test_a_mere_pointer_comes_after_every_meaning(lexicon):
    first, *_, last = lexicon.entries("和")  # and; 龢, an old variant
    assert "and" in first.senses[0]
    assert last.reference is not None


def test_what_jieba_tags_wrong_is_put_right(lexicon):
    tags = lexicon.tags()
    assert [tags[word] for word in ("警察", "车", "充满", "公正")] == ["n", "n", "v", "a"]


def test_weights_and_tags_cover_every_simplified_han_headword(lexicon):
    weights, tags = lexicon.weights(), lexicon.tags()
    assert weights.keys() == tags.keys()
    assert weights["银行"] < 0
    missing = [form for form in ("的", "未可厚非", "无可厚非", "大意") if form not in weights]
    assert not missing
    assert tags["打"] == "v"


def test_opening_and_the_first_word_cost_milliseconds(extract, lexicon, tmp_path):
    open_lexicon(extract, tmp_path).close()
    path = compiled_path(extract, tmp_path)
    started = time.perf_counter()
    opened = Lexicon.open(path)
    opened.entries("行")
    assert time.perf_counter() - started < 0.05  # 1 ms here; wide for a busy machine
    opened.close()


def test_info_says_where_the_dictionary_is_from(small_lexicon):
    info = small_lexicon.info()
    assert info.date == "2023-11-07"
    assert info.entries > 100
    assert "by-sa" in info.licence
    assert "CC-CEDICT" in info.source


def test_another_export_is_compiled_into_another_file(extract, tmp_path):
    changed = tmp_path / "changed.u8"
    changed.write_text(extract.read_text("utf-8") + "新詞 新词 [xin1 ci2] /a new word/\n", "utf-8")
    assert compiled_path(extract, tmp_path) != compiled_path(changed, tmp_path)
    lexicon = open_lexicon(changed, tmp_path)
    assert lexicon.entries("新词")[0].senses == ("a new word",)
    lexicon.close()


def test_a_damaged_compiled_file_is_made_anew(extract, tmp_path):
    path = compiled_path(extract, tmp_path)
    path.write_bytes(b"SQLite format 3\0 but cut short")
    with pytest.raises(LexiconFileError, match="Delete it"):
        Lexicon.open(path)
    lexicon = open_lexicon(extract, tmp_path)
    assert "银行" in lexicon
    lexicon.close()


def test_two_processes_read_the_same_file(extract, tmp_path):
    open_lexicon(extract, tmp_path).close()
    path = compiled_path(extract, tmp_path)
    before = path.stat().st_mtime_ns
    code = (
        "import sys; from pathlib import Path; from webapp.lexicon.lexicon import Lexicon;"
        "sys.stdout.write(Lexicon.open(Path(sys.argv[1])).entries('行')[0].syllables[0])"
    )
    command = [sys.executable, "-c", code, str(path)]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [run.communicate()[0] for run in runs] == ["xing2", "xing2"]
    assert path.stat().st_mtime_ns == before


def test_a_file_made_by_other_code_is_not_opened(extract, tmp_path, monkeypatch):
    path = compiled_path(extract, tmp_path)
    monkeypatch.setattr("webapp.lexicon.compiler.MADE_BY", ("language/word_weights.py",))
    assert compiled_path(extract, tmp_path) != path
