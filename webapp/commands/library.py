"""``pindu add`` and ``pindu list``: the library without its pages."""

from __future__ import annotations

import os

import click

from webapp.commands.options import charset
from webapp.config import Settings


@click.command(short_help="Put texts into the library and print their addresses.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@charset
def add(sources: tuple[str, ...], charset: str | None) -> None:
    """Put texts into the library and print the address of each.

    A SOURCE is a file, the address of a web page, or - for standard input. The
    same text twice is one article. At the first that cannot be taken pindu stops;
    those before it are kept.

    \b
    Example:
      pindu add *.txt
    """
    from webapp.reader.library import open_library

    settings = Settings.from_environment(os.environ)
    library = open_library(settings)
    for source in sources:
        click.echo(f"{settings.address}/articles/{library.add(source, charset).slug}")


@click.command("list", short_help="List the texts of the library.")
def list_articles() -> None:
    """List the library, newest first: slug, date and title, separated by tabs."""
    from webapp.reader.library import open_library

    for article in open_library(Settings.from_environment(os.environ)).list():
        click.echo(f"{article.slug}\t{article.date or ''}\t{article.title}")
