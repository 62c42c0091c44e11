"""Imports go leftwards only: errors < language < lexicon < sources, exports < store < reader < web."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import webapp

PACKAGE = Path(webapp.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

CORE = {"errors", "language"}
OUTER = CORE | {"config", "lexicon"}
MAY_IMPORT = {
    "errors": set(),
    "config": {"errors"},
    "language": {"errors"},
    "lexicon": CORE,
    "sources": OUTER,
    "exports": OUTER,
    "store": OUTER | {"sources", "exports"},
    "reader": OUTER | {"sources", "exports", "store"},
    "web": OUTER | {"sources", "exports", "store", "reader"},
    "commands": {"errors", "config", "reader"},
    "cli": {"errors", "config", "reader", "commands", "webapp"},
    "__main__": {"cli"},
    "__init__": {"config", "web"},  # only inside create_app, and for type checkers
}
PURE = {"flask", "sqlalchemy", "click", "requests", "urllib", "http", "socket", "time", "random"}


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "relative imports hide the layer"
            # "from webapp.reader import contract" names a module of reader, "from webapp import x" one of ours
            found = str(node.module)
            yield from (f"{found}.{alias.name}" for alias in node.names) if found == "webapp" else (found,)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_what_stands_left_of_it(path):
    allowed = MAY_IMPORT[layer(path)] | {layer(path)}
    ours = {name.split(".")[1] for name in imported(path) if name.startswith("webapp.")}
    ours.discard("__version__")
    if path.name == "serving.py":
        ours.discard("create_app")  # the one command that needs the web
    assert ours <= allowed


@pytest.mark.parametrize("path", [p for p in MODULES if layer(p) == "language"], ids=lambda p: p.stem)
def test_the_language_knows_no_world_outside(path):
    assert not {name.split(".")[0] for name in imported(path)} & PURE


@pytest.mark.parametrize(
    ("package", "homes"),
    [
        ("jieba", {"language"}),
        ("werkzeug", {"web"}),
        ("sqlalchemy", {"store", "reader"}),
    ],  # reader owns the transactions
    ids=["jieba", "werkzeug", "sqlalchemy"],
)
def test_a_package_is_known_where_it_belongs_only(package, homes):
    assert {layer(p) for p in MODULES for name in imported(p) if name.split(".")[0] == package} <= homes
