"""``/``: the library, what it found, and the form that puts a text into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import Blueprint, render_template, request

from webapp.reader.finding import Findings
from webapp.reader.listing import Listing
from webapp.reader.shelf import SORTS, STATES, Selection, Shown
from webapp.web.doubts import Doubt
from webapp.web.parts import parts

bp = Blueprint("library", __name__)

PAGE_ARTICLES = 60
ACCEPTED = ",".join(
    (
        ".txt",
        ".md",
        ".html",
        ".htm",
        ".xhtml",
        ".epub",
        ".docx",
        ".srt",
        ".vtt",
        ".pdf",
        "text/plain",
        "text/markdown",
    )
)
"""What the file picker offers; whatever is chosen is judged by its bytes."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to look at the library, with the address that shows it."""

    label: str
    value: str
    address: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """What could not be added, by the name it came under ("" for a pasted text), and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class View:
    """All that the library page shows; ``after`` and ``before`` are addresses of its other pages, or ""."""

    shown: Shown
    selection: Selection
    going_on: tuple[Listing, ...]
    findings: Findings | None
    states: tuple[Choice, ...]
    tags: tuple[Choice, ...]
    sorts: tuple[Choice, ...]
    before: str
    after: str
    deleted: Listing | None

    @property
    def range_text(self) -> str:
        """Which of how many are shown: "61–120 of 1,000"."""
        first = self.selection.first
        return f"{first + 1:,}–{first + len(self.shown.listings):,} of {self.shown.count:,}"

    @property
    def is_all(self) -> bool:
        """Claim that nothing has been picked out."""
        return not (self.selection.state or self.selection.tag or self.selection.archived or self.findings)


@bp.get("/")
def shelf() -> str:
    """Show the texts that were asked for, or what was found."""
    return render_shelf()


def render_shelf(
    refusals: Sequence[Refusal] = (),
    pasted: str = "",
    added: Sequence[Listing] = (),
    doubts: Sequence[Doubt] = (),
) -> str:
    """Return the page; after a failed try with what was wrong or has to be asked, and the text that was sent."""
    return render_template(
        "articles/library.html",
        view=_view(),
        accepted=ACCEPTED,
        refusals=refusals,
        pasted=pasted,
        added=added,
        doubts=doubts,
    )


def _view() -> View:
    here, asked = parts(), request.args
    query = asked.get("q", "").strip()
    selection = Selection(
        state=asked.get("state", ""),
        tag=asked.get("tag", ""),
        sort=asked.get("sort", "added"),
        archived="archived" in asked,
        first=max(0, asked.get("first", 0, type=int)),
        most=PAGE_ARTICLES,
    )
    findings = here.finder.find(query) if query else None
    shown = here.shelf.show(selection)
    view = View(
        shown,
        selection,
        (),
        findings,
        _states(selection),
        tuple(_choice(selection, tag, tag=tag) for tag in shown.tags),
        tuple(_choice(selection, label, sort=name) for name, (label, _) in SORTS.items()),
        before=_address(replace(selection, first=max(0, selection.first - PAGE_ARTICLES)))
        if selection.first
        else "",
        after=_address(replace(selection, first=selection.first + PAGE_ARTICLES))
        if selection.first + PAGE_ARTICLES < shown.count
        else "",
        deleted=here.shelf.deleted(asked.get("deleted", "")),
    )
    return replace(view, going_on=here.shelf.going_on()) if view.is_all and not selection.first else view


def _states(selection: Selection) -> tuple[Choice, ...]:
    everything = _choice(replace(selection, tag=""), "All", state="", archived=False)
    states = [_choice(selection, label, state=name, archived=False) for name, (label, _) in STATES.items()]
    archive = _choice(replace(selection, tag=""), "Archive", state="", archived=True)
    is_all = everything.is_chosen and not selection.tag
    return (replace(everything, is_chosen=is_all), *states, archive)


def _choice(selection: Selection, label: str, **changes: str | bool) -> Choice:
    """Return one way to look at the library; a tag or state that is chosen already leads back to all."""
    wanted = replace(selection, first=0, **changes)  # type: ignore[arg-type]
    is_chosen = all(getattr(selection, name) == value for name, value in changes.items())
    name, value = next(iter(changes.items()))
    if is_chosen and name in ("tag", "state") and value:
        wanted = replace(wanted, **{name: ""})  # type: ignore[arg-type]
    return Choice(label, str(value), _address(wanted), is_chosen)


def _address(selection: Selection) -> str:
    given = {
        "state": selection.state,
        "tag": selection.tag,
        "sort": selection.sort if selection.sort != "added" else "",
        "archived": "1" if selection.archived else "",
        "first": str(selection.first or ""),
    }
    query = urlencode({name: value for name, value in given.items() if value})
    return f"/?{query}" if query else "/"
