"""Styles and scripts: kept for ever under an address that changes with their content."""

import gzip
from pathlib import Path

import pytest
from flask import Flask, url_for

from webapp.web.assets import Assets, serve_assets


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "card.js").write_text("export const card = 1;\n" * 100)
    (tmp_path / "page.css").write_text("a{}")
    (tmp_path / "notes.txt").write_text("not served")
    return tmp_path


@pytest.fixture
def app(folder: Path) -> Flask:
    app = Flask("assets", static_folder=None)
    app.url_map.merge_slashes = False  # as in the real application: // is never redirected
    serve_assets(app, folder)
    return app


def address(app: Flask, filename: str) -> str:
    with app.test_request_context():
        return url_for("static", filename=filename)


def test_a_change_anywhere_changes_the_address_of_all(folder: Path):
    before = Assets.read(folder)
    assert Assets.read(folder).fingerprint == before.fingerprint
    (folder / "page.css").write_text("b{}")
    changed = Assets.read(folder)
    (folder / "page.css").rename(folder / "q.css")
    assert len({before.fingerprint, changed.fingerprint, Assets.read(folder).fingerprint}) == 3


def test_comments_are_not_sent_but_what_only_looks_like_one_is(tmp_path: Path):
    (tmp_path / "a.js").write_text(
        "// why\nconst a = 'http://x'; // here\n  /** What\n   * it does. */\n  f(`/* ${a} */`);\n"
    )
    (tmp_path / "a.css").write_text("/* why */\n/* one */ a { b: c } /* two */\n@media print {}\n")
    files = Assets.read(tmp_path).files
    assert files["a.js"].body.decode() == "const a = 'http://x'; // here\n  f(`/* ${a} */`);\n"
    assert files["a.css"].body.decode() == "/* one */ a { b: c } /* two */\n@media print {}\n"


def test_a_sheet_is_sent_with_what_it_imports_in_its_place(tmp_path: Path):
    (tmp_path / "all.css").write_text('/* All. */\n@import "some.css";\n@import "paper.css" print;\np {}\n')
    (tmp_path / "some.css").write_text('@import "one.css";\nb {}\n')
    (tmp_path / "one.css").write_text("a {}\n")
    (tmp_path / "paper.css").write_text("c {}\n")
    sent = Assets.read(tmp_path).files["all.css"].body.decode()
    assert sent == "a {}\nb {}\n@media print {\nc {}\n}\np {}\n"


def test_a_page_names_what_its_script_stands_on(tmp_path: Path):
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "a-main.js").write_text(
        'import { b } from "./b.js";\nimport {\n  c,\n  d,\n} from "./c.js";\n'
        '/** @import { T } from "./types.js" */\nconst later = () => import("./later.js");\n'
    )
    (tmp_path / "js" / "b.js").write_text('import { c } from "./c.js";\nexport const b = c;\n')
    (tmp_path / "js" / "c.js").write_text('export { d } from "./d.js";\nexport const c = 1;\n')
    (tmp_path / "js" / "d.js").write_text("export const d = 2;\n")
    assert Assets.read(tmp_path).behind("js/a-main.js") == ["js/b.js", "js/c.js", "js/d.js"]


def test_a_script_is_kept_for_ever_and_packed(app: Flask, folder: Path):
    answer = app.test_client().get(address(app, "js/card.js"), headers={"Accept-Encoding": "br, gzip"})
    assert gzip.decompress(answer.data) == (folder / "js" / "card.js").read_bytes()
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0", "identity"])
def test_who_cannot_unpack_gets_it_plain(app: Flask, folder: Path, accepted: str):
    answer = app.test_client().get(address(app, "js/card.js"), headers={"Accept-Encoding": accepted})
    assert answer.data == (folder / "js" / "card.js").read_bytes()
    assert "Content-Encoding" not in answer.headers


def test_a_small_file_is_not_packed(app: Flask):
    answer = app.test_client().get(address(app, "page.css"), headers={"Accept-Encoding": "gzip"})
    assert answer.data == b"a{}"


def test_who_has_it_is_told_so(app: Flask):
    client = app.test_client()
    first = client.get(address(app, "js/card.js"))
    again = client.get(address(app, "js/card.js"), headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304 and not again.data


def test_an_address_from_before_an_upgrade_works_but_is_not_kept(app: Flask):
    answer = app.test_client().get("/static/000000000000/page.css")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "path", ["../page.css", "%2e%2e/page.css", "js/../../page.css", "/etc/passwd", "notes.txt", "js", "", "js/card.js/", "..%5cpage.css", "js/card.js%00.css"]
)  # fmt: skip
def test_nothing_else_is_served(app: Flask, path: str):
    fingerprint = address(app, "page.css").split("/")[2]
    assert app.test_client().get(f"/static/{fingerprint}/{path}").status_code == 404
