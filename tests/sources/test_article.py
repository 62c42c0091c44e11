"""Texts to articles: title, date and what is no article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.errors import SourceEmptyError
from webapp.language.script import has_han, normalise
from webapp.sources.article import OPENING_CHARS, make_article


def test_the_samples_date_and_title_are_found():
    article = make_article(" date 2025-12-27 数字基础设施持续夯实\n\n目前全国IT行业从业人员已超过20万人。\n")
    assert (article.title, article.date) == ("数字基础设施持续夯实", "2025-12-27")


def test_the_text_is_kept_but_for_its_normal_form():
    article = make_article("\ufeff你好。\r\nCafe\u0301 \ud800 \0\r\n")
    assert article.text == "你好。\nCafé \ufffd \ufffd\n"


def test_a_text_without_a_title_is_known_by_its_opening_words():
    body = "今天天气很好，我们去公园散步，看见了很多花，也看见了很多在草地上玩的孩子。"  # a walk in the park
    title = make_article(f"\n　　{body}\n{body}").title
    assert title.startswith("今天天气很好") and title.endswith("…") and len(title) <= OPENING_CHARS + 1


def test_a_given_title_serves_only_where_the_text_has_none():
    assert make_article("你好，我来了。", title="家书").title == "家书"  # a letter home
    assert make_article("# 春天\n\n春天来了，花都开了。", title="家书").title != "家书"


def test_a_known_date_goes_before_the_one_in_the_text():
    assert make_article("日期：2020-01-01\n\n你好，我来了。", date="2025-05-05").date == "2025-05-05"


@pytest.mark.parametrize(
    "text", ["", " \n\t\r\n", "\ufeff", "　　\n\u200b", "Hello, world.", "こんにちは", "123 456"]
)
def test_nothing_to_read_is_one_sentence(text: str):
    with pytest.raises(SourceEmptyError) as caught:
        make_article(text, name="letter.txt")
    assert str(caught.value).startswith("letter.txt ") and str(caught.value).endswith(".")


@given(st.text(max_size=300))
def test_any_text_gives_itself_or_the_reason(text: str):
    try:
        article = make_article(text)
    except SourceEmptyError:
        assert not has_han(normalise(text))
    else:
        assert article.text == normalise(text).replace("\0", "\ufffd")
        assert article.title
        assert article.text.encode()
