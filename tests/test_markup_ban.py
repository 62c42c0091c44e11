"""Text of articles and dictionaries reaches the page as text: nothing that could make it markup or script is used."""

import re
from pathlib import Path

import pytest

import webapp

PACKAGE = Path(webapp.__file__).parent
TEMPLATES = sorted(path for path in PACKAGE.rglob("*") if path.suffix in (".html", ".svg", ".jinja", ".j2"))
SCRIPTS = sorted(path for path in PACKAGE.rglob("*") if path.suffix in (".js", ".mjs"))
MODULES = sorted(PACKAGE.rglob("*.py"))

TEMPLATE_BAN = re.compile(
    r"\|\s*safe\b|\bautoescape\s+false"  # escaping switched off
    r"|<[^>]*\son[a-z]+\s*=|\bjavascript:"  # inline event handlers
    r"|<[^>]*\sstyle\s*=|<style\b"  # inline styles, which the policy forbids
    r"|<script\b(?![^>]*\b(?:src=|type=\"application/json\"))",  # inline scripts; data may ride in JSON
    re.IGNORECASE,
)
SCRIPT_BAN = re.compile(
    r"\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write|\bcreateContextualFragment\b|\bDOMParser\b|\bsrcdoc\b"
    r"|\beval\s*\(|\bnew\s+Function\b|\bjavascript:|\.on[a-z]+\s*=(?!=)|setAttribute\(\s*[\"']on"
)
MODULE_BAN = re.compile(r"\brender_template_string\b|\bautoescape\s*=\s*False\b|\|\s*safe\b")


def shown(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def found(ban: re.Pattern[str], path: Path) -> list[str]:
    return [match[0] for match in ban.finditer(path.read_text("utf-8"))]


def test_there_is_something_to_look_at():
    assert TEMPLATES and SCRIPTS and MODULES


@pytest.mark.parametrize("path", TEMPLATES, ids=shown)
def test_templates_escape_everything_and_hold_no_code(path):
    assert found(TEMPLATE_BAN, path) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=shown)
def test_scripts_write_text_never_markup(path):
    assert found(SCRIPT_BAN, path) == []


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_modules_render_only_template_files(path):
    assert found(MODULE_BAN, path) == []


@pytest.mark.parametrize(
    ("ban", "code"),
    [
        (TEMPLATE_BAN, "{{ title | safe }}"),
        (TEMPLATE_BAN, "<a\nonclick='go()'>"),
        (TEMPLATE_BAN, '<p class="a" style="color: red">'),
        (TEMPLATE_BAN, "<script>go()</script>"),
        (TEMPLATE_BAN, "{% autoescape false %}"),
        (SCRIPT_BAN, "node.innerHTML = gloss"),
        (SCRIPT_BAN, "button.onclick = go"),
        (SCRIPT_BAN, "node.insertAdjacentHTML('beforeend', gloss)"),
        (MODULE_BAN, "render_template_string(text)"),
    ],
)
def test_the_ban_catches(ban, code):
    assert ban.search(code)


@pytest.mark.parametrize(
    ("ban", "code"),
    [
        (TEMPLATE_BAN, '<script type="application/json" id="words">'),
        (TEMPLATE_BAN, '<script type="module" src="a.js"></script><meta content="on">'),
        (SCRIPT_BAN, "node.textContent = gloss; if (state.once === 1) {}"),
        (MODULE_BAN, "render_template('a.html')"),
    ],
)
def test_the_ban_lets_pass(ban, code):
    assert not ban.search(code)


def test_markup_is_made_in_one_place_only():
    makers = [shown(path) for path in MODULES if re.search(r"\bMarkup\(", path.read_text("utf-8"))]
    assert makers == ["reader/page.py"]  # the JSON block, escaped by words.block()
