"""``pindu remove``, ``rename`` and ``tag``: the library put in order."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

from webapp.commands.options import opened_library

if TYPE_CHECKING:
    from webapp.reader.shelf import Shelf


@click.command(short_help="Throw texts away, or bring them back.")
@click.argument("names", nargs=-1, required=True, metavar="TEXT...")
@click.option("--undo", is_flag=True, help="Bring back what was thrown away.")
def remove(names: tuple[str, ...], undo: bool) -> None:
    """Throw texts away; for 30 days --undo brings them back.

    A TEXT is the name that `pindu list` shows first, the address of its page, or
    its title. Either all of them go, or, if one is not there, none.

    \b
    Examples:
      pindu remove chun-tian
      pindu remove --undo chun-tian
    """
    shelf = _shelf()
    found = [shelf.named(name, deleted=undo) for name in names]
    for each in found:
        (shelf.bring_back if undo else shelf.remove)(each.slug)
        click.echo(f"{'Brought back' if undo else 'Removed'} {each.title}")
    if not undo:
        back = shlex.join(["pindu", "remove", "--undo", *(each.slug for each in found)])
        click.echo(f"For 30 days this brings it back: {back}", err=True)


@click.command(short_help="Give a text another title.")
@click.argument("name", metavar="TEXT")
@click.argument("title")
def rename(name: str, title: str) -> None:
    """Give TEXT another title; its address stays.

    TEXT is the name that `pindu list` shows first, the address of its page, or
    its title.

    \b
    Example:
      pindu rename chun-tian 春天的故事
    """
    shelf = _shelf()
    click.echo(shelf.rename(shelf.named(name).slug, title).title)


@click.command(short_help="Put tags on a text, or take them off.")
@click.argument("name", metavar="TEXT")
@click.argument("tags", nargs=-1, metavar="[TAG]...")
@click.option("--drop", multiple=True, metavar="TAG", help="Take this tag off; may be given several times.")
def tag(name: str, tags: tuple[str, ...], drop: tuple[str, ...]) -> None:
    """Put each TAG on TEXT, and print all tags that it has then, a line each.

    TEXT is the name that `pindu list` shows first, the address of its page, or
    its title.

    \b
    Example:
      pindu tag chun-tian novels "to read" --drop new
    """
    from webapp.reader.shelf import tag_name

    shelf = _shelf()
    listing = shelf.named(name)
    if tags or drop:
        dropped = {tag_name(each) for each in drop}
        listing = shelf.tag(
            listing.slug, [each for each in (*listing.tags, *tags) if tag_name(each) not in dropped]
        )
    for each in listing.tags:
        click.echo(each)


def _shelf() -> Shelf:
    from webapp.reader.shelf import Shelf

    return Shelf(opened_library().database)
