import marshal
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from webapp.language.script import normalise

SOME_HAN = "的一是了我不在有中国人行长得地着了还都为数分〇二十第三年月日个" + "𠮷𠀀㐂龘"
ODD = "\x00\x0b\x0c\x85\u2028\u200b\ufeff\u0301\ud800\udfff👩‍👩‍👧é·-—…“”‘’《》%$.:/0123456789aZ 　\n\r\t"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.sampled_from(SOME_HAN + ODD), max_size=60) | st.text(max_size=40))
def test_the_tokens_spell_any_text_back(engine, text):
    document = engine.annotator.document(text)
    assert document.text == normalise(text)
    assert "".join(token.text for token in document.tokens()) == document.text
    at = 0
    for token in document.tokens():
        assert (token.start, token.end) == (at, at + len(token.text))
        assert "".join(syllable.base for syllable in token.word.syllables) == token.text
        at = token.end


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=st.text(st.sampled_from(SOME_HAN + ODD).filter(lambda c: c != "\n"), max_size=40))
def test_the_tokens_of_a_line_spell_it_back(engine, line):
    assert "".join(token.text for token in engine.annotator.sentences([line])[0]) == line


def test_traditional_text_is_cut_and_read_as_simplified_is(engine):
    def read(text):
        return [[s.citation for s in token.word.syllables] for token in engine.annotator.sentences([text])[0]]

    assert read("他還在銀行工作，頭髮很長") == read("他还在银行工作，头发很长")


def test_the_headword_of_a_traditional_word_is_as_written(engine):
    first = engine.annotator.sentences(["乾隆皇帝"])[0][0]
    assert (first.text, first.word.headword) == ("乾隆", "乾隆")
    assert [s.citation.lower() for s in first.word.syllables] == ["qian2", "long2"]


def test_a_word_made_of_numerals_is_left_whole(engine):
    assert [t.text for t in engine.annotator.sentences(["三十六计走为上"])[0]][0] == "三十六计"


def test_an_empty_line_has_no_tokens(engine):
    assert engine.annotator.sentences(["", "好"])[0] == ()


@pytest.fixture
def poisoned_cache(monkeypatch, tmp_path):
    """jieba's cache in the shared temporary folder, planted by somebody else."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for name in ("jieba.cache", *(f"jieba.u{n}.cache" for n in range(3))):
        (tmp_path / name).write_bytes(marshal.dumps(({"中国人": 10**9}, 10**9)))
    return tmp_path


def test_jieba_s_shared_cache_is_neither_read_nor_written(poisoned_cache):
    from webapp.language.word_weights import word_weights

    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in poisoned_cache.iterdir()}
    weights = word_weights({"中国", "人", "中国人"})
    assert weights["中国"][0] > weights["中国人"][0]  # the planted frequency would turn this round
    after = {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path(poisoned_cache).iterdir()
    }
    assert before == after


@pytest.mark.parametrize("text", ["东观西望", "范石湖", "齐齐整整"])  # gazes about; a poet; tidy
def test_a_part_that_only_the_word_graph_has_is_read_character_by_character(engine, text: str):
    for token in engine.annotator.document(text).tokens():
        assert "".join(syllable.base for syllable in token.word.syllables) == token.text
        assert all(len(each.base) == 1 and each.citation for each in token.word.syllables)
