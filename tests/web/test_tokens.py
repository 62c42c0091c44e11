"""Tokens are written by their template, each look once, and nothing in a text can be markup."""

from flask import Flask

from webapp.reader.page import Look, RubyView
from webapp.web.tokens import write_tokens


def written(view: Look) -> str:
    app = Flask("webapp", template_folder="web/templates", root_path="webapp")
    write_tokens(app)
    first, second = app.jinja_env.filters["look"](view), app.jinja_env.filters["look"](view)
    assert first is second
    return str(first)


def test_a_word_has_its_reading_above_it_and_its_meaning_as_a_title():
    view = Look("", (RubyView("银行", "yínháng"),), "bank", doubtful=True)
    html = written(view)
    assert html.startswith(" data-doubtful") and 'title="bank">' in html and html.endswith("</span>")
    assert '<ruby>银行<rp>(</rp><rt lang="zh-Latn-pinyin" aria-hidden="true">yínháng</rt>' in html


def test_what_stands_in_a_text_or_a_title_is_never_markup():
    html = written(Look("latin", (RubyView("<b>&", ""),), '" onclick="x', doubtful=False))
    assert "<b>" not in html and "&lt;b&gt;&amp;" in html
    assert 'title="&#34; onclick=&#34;x"' in html
