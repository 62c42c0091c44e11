"""What must not stand in templates and scripts, because it is how text becomes markup."""

import re
from pathlib import Path

import pytest

import webapp.web

FOLDER = Path(webapp.web.__file__).parent
TEMPLATES = sorted((FOLDER / "templates").rglob("*.html"))
SCRIPTS = sorted((FOLDER / "static").rglob("*.js"))

BANNED_IN_TEMPLATES = {
    "the safe filter": r"\|\s*safe\b",
    "autoescape switched off": r"autoescape\s+false",
    "an inline handler": r"\son[a-z]+\s*=",
    "an inline style": r"\sstyle\s*=|<style",
    "an inline script": r"<script(?![^>]*\bsrc=)(?![^>]*application/json)",
    "an unquoted attribute": r"\s[\w-]+=\{\{",
    "another host's file": r"<(?:script|link|img|iframe)[^>]*(?:https?:)?//",
}
BANNED_IN_SCRIPTS = {
    "markup from text": r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|setHTMLUnsafe",
    "code from text": r"\beval\(|new Function|setTimeout\(\s*[\"'`]",
    "an inline style or handler": r"setAttribute\(\s*[\"'](?:style|on)",
    "another host": r"\bfetch\((?!\s*[\"'`]/[^/])|\.open\(\s*\"[A-Z]+\",(?!\s*\"/[^/])|WebSocket|EventSource|https?://",
}


TALKING = {
    "fixing.js",
    "page-at.js",
    "progress.js",
    "run.js",
    "settings.js",
    "upload.js",
}  # these tell the library something, or ask it for what the reader has pressed for; hovering asks for nothing
ELSEWHERE = {
    "fixing.js": "fetch(address,",  # which its own form names
    "links.js": "https://www.mdbg.net/",  # a link that a reader may press: nothing is asked for before
    "page-at.js": '.open("GET", address)',  # the page that it stands on
}  # what else than a path of ours these name, once; the policy of the page keeps requests at home (connect-src 'self')


def test_there_are_templates_and_scripts_to_look_at():
    assert len(TEMPLATES) >= 5 and len(SCRIPTS) >= 5


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
@pytest.mark.parametrize("what", BANNED_IN_TEMPLATES)
def test_no_template_holds(path: Path, what: str):
    assert not re.search(BANNED_IN_TEMPLATES[what], path.read_text("utf-8"), re.IGNORECASE)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
@pytest.mark.parametrize("what", BANNED_IN_SCRIPTS)
def test_no_script_holds(path: Path, what: str):
    script = path.read_text("utf-8").replace(ELSEWHERE.get(path.name, "\0"), "", 1)
    assert not re.search(BANNED_IN_SCRIPTS[what], script)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_only_scripts_that_have_to_speak_to_the_library(path: Path):
    speaks = re.search(r"\bfetch\(|XMLHttpRequest|sendBeacon", path.read_text("utf-8"))
    assert not speaks or path.name in TALKING


def test_markup_is_made_in_one_place_only():
    makers = [p for p in FOLDER.parent.rglob("*.py") if re.search(r"\bMarkup\(", p.read_text("utf-8"))]
    assert [path.relative_to(FOLDER.parent).as_posix() for path in makers] == ["reader/page.py"]
