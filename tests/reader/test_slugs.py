"""Names for addresses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.reader.slugs import MAX_CHARS, slug_for

HASH = "9f86d081884c7d659a2feaa0c55ad015"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("北京欢迎你", "bei-jing-huan-ying-ni"),  # Beijing welcomes you
        ("Über 5G：女足赢了！", "uber-5g-nyu-zu-ying-le"),  # about 5G: the women's team has won
        ("龍門客棧", "long-men-ke-zhan"),  # Dragon Inn
        ("。。。", HASH[:12]),
        ("../../etc", "etc"),
    ],
)
def test_a_title_is_spelt_in_plain_pinyin(title: str, slug: str):
    assert slug_for(title, HASH) == slug


def test_a_long_title_ends_with_a_whole_syllable():
    slug = slug_for("长江长城黄山黄河在我心中重千斤" * 9, HASH)
    assert (
        len(slug) <= MAX_CHARS and slug.startswith(("chang-jiang", "zhang-jiang")) and not slug.endswith("-")
    )


@given(st.text(max_size=100))
def test_any_title_gives_a_name_that_needs_no_escaping(title: str):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug_for(title, HASH))
    assert len(slug_for(title, HASH)) <= MAX_CHARS
