"""The texts that a new library begins with: three of our own, easy to hard, and the sample article.

They are put in once. Who deletes them is not given them again.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from importlib.resources import files

from webapp.reader.library import Library
from webapp.sources.article import make_article
from webapp.store import articles
from webapp.store.models import FactRow

DONE = "welcome"


def welcome(library: Library) -> None:
    """Put the first texts into a library that has never had them.

    Below what is there already, the easiest on top.
    """
    with library.database.reading() as session:
        if articles.fact(session, DONE):
            return
    folder = files("webapp.reader") / "data"
    texts = sorted(
        (each for each in folder.iterdir() if each.name.endswith(".txt")), key=lambda each: each.name
    )
    added = [library.put(make_article(text.read_text("utf-8"))) for text in texts]
    with library.database.writing() as session:
        if articles.fact(session, DONE):  # another pindu that started at this moment
            return
        session.add(FactRow(name=DONE, value="done"))
        ours = [articles.by_slug(session, listing.slug) for listing in added]
        others = articles.newest_first(session)
        oldest = min((row.added_at for row in others if row not in ours), default=None)
        for number, row in enumerate(filter(None, ours)):
            row.added_at = _before(oldest or added[0].added_at, number)


def _before(moment: datetime, number: int) -> datetime:
    return moment - timedelta(seconds=number + 1)
