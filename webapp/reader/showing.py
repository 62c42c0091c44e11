"""How a reader wants texts shown: what can be chosen, and what has been, for every browser on this library.

A browser keeps the choices that were made in it and puts them before these, so a
phone may show other sizes than the desk, and a new browser starts as the last one did.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from urllib.parse import unquote

from sqlalchemy.exc import IntegrityError

from webapp.errors import ShowingError, StoreError
from webapp.store import articles
from webapp.store.database import Database
from webapp.store.models import FactRow

CHOICES: Mapping[str, tuple[str, ...]] = {
    "pinyin": ("words", "difficult", "hover", "hidden"),
    "per": ("word", "character"),
    "phonetics": ("pinyin", "zhuyin", "numbers"),
    "spoken": ("off", "beside"),
    "region": ("mainland", "taiwan"),
    "gloss": ("card", "under", "hidden"),
    "script": ("written", "simplified", "traditional"),
    "tones": ("off", "on"),
    "scheme": ("mdbg", "pleco", "hanping", "sinosplice", "own"),
    "level": ("3", "1", "2", "4", "5", "6", "7"),
    "bounds": ("none", "spaced", "underline"),
    "theme": ("system", "light", "sepia", "dark"),
    "font": ("serif", "sans", "kai"),
    "size": ("medium", "small", "large", "huge"),
    "lines": ("normal", "close", "open"),
    "measure": ("normal", "narrow", "wide"),
}
"""The values of each choice, the default first; ``static/js/first.js`` puts them on ``<html>``."""

COLOURS = "colours"
"""The reader's own colours of the tones, in their order, as ``#rrggbb`` joined by ``_``."""
DEFAULT_COLOURS = "#c2185b_#b26a00_#2e7d32_#1565c0_#757575"

LINKS = "links"
"""The reader's links out of the card: a JSON list of ``[name, address]``, percent-encoded; "" for the usual ones."""
MAX_LINKS_CHARS = 4_000

FACT = "showing"
_ENCODED = re.compile(r"[\w%.~!*'()-]*", re.ASCII)  # what encodeURIComponent leaves: no comma, no semicolon
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")
_INWARD = ("javascript:", "data:", "vbscript:", "blob:", "file:", "about:", "view-source:")
_COLOURS = re.compile(r"#[0-9a-f]{6}(?:_#[0-9a-f]{6}){4}")
MAX_TRIES = 3  # when two browsers choose for the first time at the same moment


class Showing:
    """The choices kept in a library. Threads and processes may share its ``database``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def chosen(self) -> dict[str, str]:
        """Return what has been chosen; what this version does not know is left out."""
        with self._database.reading() as session:
            return _valid(articles.fact(session, FACT))

    def choose(self, changes: Mapping[str, str]) -> None:
        """Keep some choices, the others staying as they are.

        Raises :class:`~webapp.errors.ShowingError` for what cannot be chosen, and changes nothing then.
        """
        for name, value in changes.items():
            if not is_choice(name, value):
                raise ShowingError(name, value)
        self._keep(changes)

    def forget(self) -> None:
        """Go back to the defaults."""
        self._keep(None)

    def _keep(self, changes: Mapping[str, str] | None) -> None:
        for _ in range(MAX_TRIES):
            try:
                with self._database.writing() as session:
                    row = session.get(FactRow, FACT, with_for_update=True)
                    if row is None:
                        row = FactRow(name=FACT, value="{}")
                        session.add(row)
                    row.value = json.dumps({} if changes is None else _valid(row.value) | dict(changes))
                return
            except IntegrityError:  # PostgreSQL: another one was faster between our look and our step
                continue
        raise StoreError("The library is busy with another program's changes. Try again in a moment.")


def is_choice(name: str, value: str) -> bool:
    """Claim that a choice exists and has this value.

    >>> is_choice("pinyin", "hover"), is_choice("pinyin", "loud"), is_choice("colours", "red")
    (True, False, False)
    """
    if name == COLOURS:
        return _COLOURS.fullmatch(value) is not None
    if name == LINKS:
        return _are_links(value)
    return value in CHOICES.get(name, ())


def offered(chosen: Mapping[str, str]) -> str:
    """Return all choices as a page carries them, what is in force first.

    >>> [each for each in offered({"font": "kai"}).split(";") if each.startswith(("font", "size", "colours"))]
    ['font=kai,serif,sans', 'size=medium,small,large,huge', 'colours=#c2185b_#b26a00_#2e7d32_#1565c0_#757575']
    """
    lists = [f"{name}={','.join(_first(values, chosen.get(name)))}" for name, values in CHOICES.items()]
    free = [f"{COLOURS}={chosen.get(COLOURS, DEFAULT_COLOURS)}", f"{LINKS}={chosen.get(LINKS, '')}"]
    return ";".join([*lists, *free])


def _are_links(value: str) -> bool:
    """Claim that links lead out and have a place for the word (``static/js/links.js`` asks the same of them)."""
    if value == "":
        return True
    if len(value) > MAX_LINKS_CHARS or not _ENCODED.fullmatch(value):
        return False
    try:
        links = json.loads(unquote(value))
        pairs = [(name.strip(), address.lower()) for name, address in links]
    except (ValueError, TypeError, AttributeError):
        return False
    return all(name and _leads_out(address) for name, address in pairs)


def _leads_out(address: str) -> bool:
    return "{word}" in address and bool(_SCHEME.match(address)) and not address.startswith(_INWARD)


def _first(values: tuple[str, ...], value: str | None) -> list[str]:
    return sorted(values, key=lambda each: each != value) if value else list(values)


def _valid(kept: str | None) -> dict[str, str]:
    try:
        found = json.loads(kept or "{}")
    except ValueError:
        return {}
    return (
        {n: v for n, v in found.items() if isinstance(v, str) and is_choice(n, v)}
        if isinstance(found, dict)
        else {}
    )
