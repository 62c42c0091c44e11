"""Numbers, dates, money, units and codes: where they begin and end, how they are said, what they mean."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from re import _constants, _parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.language import (
    han_approximate,
    han_dates,
    han_numerals,
    numeral_codes,
    numeral_context,
    numeral_dates,
    numeral_names,
    numeral_quantities,
    numeral_ranges,
    numeral_years,
    numerals,
    units,
)
from webapp.language.numerals import scan
from webapp.language.pinyin import to_marks

TABLE = Path(__file__).parent / "data" / "spoken_numbers.tsv"
ROWS = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]

# What the scan leaves to the segmenter, as it is read after a number.
LEFT_TO_THE_SEGMENTER = dict(
    pair.split("=")
    for pair in [
        "一=yī",
        "七=qī",
        "万=wàn",
        "上=shàng",
        "世=shì",
        "两=liǎng",
        "个=gè",
        "五=wǔ",
        "人=rén",
        "代=dài",
        "件=jiàn",
        "倍=bèi",
        "元=yuán",
        "公=gōng",
        "分=fēn",
        "前=qián",
        "千=qiān",
        "半=bàn",
        "单=dān",
        "双=shuāng",
        "只=zhī",
        "号=hào",
        "名=míng",
        "周=zhōu",
        "块=kuài",
        "天=tiān",
        "奖=jiǎng",
        "季=jì",
        "室=shì",
        "家=jiā",
        "对=duì",
        "小=xiǎo",
        "层=céng",
        "届=jiè",
        "岁=suì",
        "年=nián",
        "度=dù",
        "强=qiáng",
        "成=chéng",
        "所=suǒ",
        "支=zhī",
        "时=shí",
        "期=qī",
        "条=tiáo",
        "杯=bēi",
        "楼=lóu",
        "次=cì",
        "欧=ōu",
        "比=bǐ",
        "点=diǎn",
        "版=bǎn",
        "环=huán",
        "班=bān",
        "百=bǎi",
        "票=piào",
        "种=zhǒng",
        "秒=miǎo",
        "章=zhāng",
        "等=děng",
        "米=mǐ",
        "级=jí",
        "纪=jì",
        "线=xiàn",
        "维=wéi",
        "美=měi",
        "股=gǔ",
        "至=zhì",
        "角=jiǎo",
        "路=lù",
        "钟=zhōng",
        "钱=qián",
        "门=mén",
        "里=lǐ",
    ]
)


def tokens(text: str) -> list[str]:
    """The numerals of a text, as they stand in it."""
    return [text[n.start : n.end] for n in scan(text)]


def said(text: str, start: int, end: int) -> str:
    """How a part of a text is read, syllables separated by spaces."""
    readings = {at: LEFT_TO_THE_SEGMENTER.get(text[at], "") for at in range(start, end)}
    for numeral in scan(text):
        at = numeral.start
        for syllable in numeral.syllables:
            readings.update(dict.fromkeys(range(at, at + len(syllable.base)), ""))
            if start <= at < end:
                readings[at] = to_marks(syllable.citation)
            at += len(syllable.base)
    return " ".join(" ".join(readings[at] for at in range(start, end)).split())


@pytest.mark.parametrize(("kind", "marked", "reading"), ROWS, ids=[row[1] for row in ROWS])
def test_a_numeral_is_read_as_people_say_it(kind: str, marked: str, reading: str) -> None:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    assert said(marked.replace("⟦", "").replace("⟧", ""), start, end).lower() == reading.lower()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年，", ["2025年"]),
        ("7月9日，", ["7月9日"]),
        ("1949年10月1日成立", ["1949年10月1日"]),
        ("2024-05-01发布", ["2024-05-01"]),
        ("10:05开会", ["10:05"]),
        ("占75%。", ["75%"]),
        ("位列第86位", ["第86"]),  # 位, the measure word, is the next token
        ("9.8万公顷", ["9.8万"]),  # 公顷: hectare
        ("会员的1/3", ["1/3"]),
        ("三分之一的人", ["三分之一"]),
        ("1875家企业", ["1875"]),
        ("43亿美元", ["43亿"]),
        ("工作了7年", ["7"]),
        ("跑了5km。", ["5", "km"]),
        ("今天-3℃", ["-3", "℃"]),
        ("数万名", ["数万"]),  # tens of thousands
        ("六千七百多米", ["六千七百多"]),
        ("Windows 10系统", ["Windows 10"]),
        ("用 iPhone 15 拍", ["iPhone 15"]),
        ("Astana Hub 2025年", ["2025年"]),  # a run of letters alone is the segmenter's
        ("见https://a.cn/2024/05/01?x=1。", ["https://a.cn/2024/05/01?x=1"]),
        ("写信到a1@b.com", ["a1@b.com"]),
    ],
)
def test_a_numeral_is_one_token_and_its_measure_word_the_next(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "一起去一下",  # together; a little
        "万一一定一样",  # just in case; certainly; alike
        "统一、唯一、其中之一",  # unify; only; one of them
        "千万别忘了",  # whatever you do, don't forget
        "在网上百度一下",  # look it up on the net
        "三三两两、一五一十、乱七八糟",  # in twos and threes; in full detail; a mess
        "星期六七点见",  # Saturday at seven
        "十分好",  # very good
        "早点一起走",  # leave early together
        "三亚和万达广场",  # Sanya and Wanda Plaza
        "几个人",  # a few people
        "成千上万",  # by the thousands
        "八两酒",  # eight liang of liquor
        "A股和T恤",  # A shares and T-shirts: letters alone are the segmenter's
    ],
)
def test_numerals_inside_ordinary_words_are_left_alone(text: str) -> None:
    assert tokens(text) == []


@pytest.mark.parametrize(
    ("text", "gloss"),
    [
        ("3.5亿", "350 million"),
        ("1.2万亿", "1.2 trillion"),
        ("1亿2000万", "120 million"),
        ("2025年", "the year 2025"),
        ("公元前221年", "the year 221 BC"),
        ("2025-12-27", "27 December 2025"),
        ("二〇二五年七月九日", "9 July 2025"),
        ("10月1日—7日", "1 October to 7 October"),
        ("1985-87年", "the years 1985 to 1987"),
        ("75%", "75 percent"),
        ("百分之三点五", "3.5 percent"),
        ("十分之八九", "8 or 9/10"),
        ("千分之一", "1/1,000"),
        ("3~5天", "three to five"),
        ("七八十", "70 or 80"),
        ("一百五", "150"),
        ("数百万人", "millions"),
        ("20多", "more than 20"),
        ("第23", "23rd"),
        ("$3.5亿", "350 million dollars"),
        ("-3℃", "minus three"),
        ("拨打119", "(phone number)"),
        ("95后", "people born between 1995 and 1999"),
        ("14:30", "2:30 p.m."),
        ("2.0版", "2.0"),
    ],
)
def test_the_gloss_says_the_size_in_english(text: str, gloss: str) -> None:
    assert scan(text)[0].gloss == gloss


def test_a_number_in_wan_and_yi_comes_with_its_arithmetic() -> None:
    assert scan("3.5亿")[0].note == "3.5亿 = 3.5 × 100,000,000 = 350 million"


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("２個月", "2个月"),
        ("第３號樓", "第3号楼"),
        ("兩萬億", "两万亿"),
        ("民國38年", "民国38年"),
        ("幾十萬條", "几十万条"),
    ],
)
def test_traditional_and_full_width_forms_are_read_alike(traditional: str, simplified: str) -> None:
    first, second = scan(traditional), scan(simplified)
    assert [[s.citation for s in n.syllables] for n in first] == [
        [s.citation for s in n.syllables] for n in second
    ]
    assert tokens(traditional)[0] in traditional


ALPHABET = st.sampled_from(
    list(
        "0123456789.,:/-~—%‰$€+×=年月日点分秒第个号后上几数多余来零〇一二两三九十百千万亿之又①½ⅣkmGP° @\n２％\U00020000é"
    )
)


@given(st.text(ALPHABET, max_size=40) | st.text(max_size=40))
def test_the_syllables_spell_the_text_and_numerals_do_not_overlap(text: str) -> None:
    end = 0
    for numeral in scan(text):
        assert end <= numeral.start < numeral.end
        assert "".join(s.base for s in numeral.syllables) == text[numeral.start : numeral.end]
        for syllable in numeral.syllables:
            assert not re.search(r"[㐀-鿿]", syllable.base) or len(syllable.base) == 1
            assert "  " not in syllable.citation and syllable.citation == syllable.citation.strip()
        end = numeral.end


WORST = [
    "1", "1,", "1.", "1:", "1-", "1/", "1~", "1 ", "1 000 ", "1、", "1+", "1=", "2024-", "13812345678 ", "1:00-", "1%-", "-", "+", "~",
    "a", "a1", "a ", "a.", "a-", "a@", "www.", "$", "$1", "第", "第1", "一", "十", "百", "一百", "一二", "一点", "分之", "一分之", "千万", "几", "上",
    "年", "1年", "1月", "1年1月1日", "周一-", "壹", "①", "9·", "１",
]  # fmt: skip


def work(text: str) -> int:
    """Count the calls a scan makes: the same on every machine, unlike time."""
    calls = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        scan(text)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("unit", WORST)
def test_twice_the_text_is_at_most_twice_the_work(unit: str) -> None:
    once, twice = work(unit * 300), work(unit * 600)
    assert twice <= 2 * once + 400


MODULES = [
    han_approximate, han_dates, han_numerals, numeral_codes, numeral_context, numeral_dates, numeral_names, numeral_quantities,
    numeral_ranges, numeral_years, numerals, units,
]  # fmt: skip
PATTERNS = [
    pytest.param(value, id=f"{module.__name__.rpartition('.')[2]}.{name}")
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, re.Pattern)
]


def unbounded_repeats(parsed: Any) -> list[Any]:
    """The bodies of all repeats in a parsed pattern that have no upper bound and may be given back."""
    found = []
    for operation, argument in parsed:
        if operation is _constants.MAX_REPEAT and argument[1] is _constants.MAXREPEAT:
            found.append(argument[2])
        for part in argument if isinstance(argument, (tuple, list)) else [argument]:
            for branch in part if isinstance(part, list) else [part]:
                if isinstance(branch, _parser.SubPattern):
                    found += unbounded_repeats(branch)
    return found


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_repeats_without_bound_only_single_characters(pattern: re.Pattern[str]) -> None:
    # Such a run (digits, letters, the characters of an address) is then stepped over as a whole.
    for body in unbounded_repeats(_parser.parse(pattern.pattern, pattern.flags)):
        assert len(body) == 1 and body[0][0] is _constants.IN


def test_the_check_of_patterns_sees_a_nested_repeat() -> None:
    assert [len(body) for body in unbounded_repeats(_parser.parse(r"(?:ab)*c|[0-9]+"))] == [2, 1]
