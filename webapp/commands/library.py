"""``pindu add``, ``list``, ``export`` and ``import``: the library without its pages."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from webapp.commands.options import FORMATS, charset, opened_library
from webapp.config import MEGABYTE, Settings
from webapp.errors import SourceError, SourceTooLargeError

if TYPE_CHECKING:
    from webapp.reader.library import Library
    from webapp.reader.listing import Listing


@click.command(short_help="Put texts into the library and print their addresses.", epilog=FORMATS)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@charset
def add(sources: tuple[str, ...], charset: str | None) -> None:
    """Put texts into the library and print the address of each.

    A SOURCE is a file, the address of a web page, or - for standard input. The
    same text twice is one article. One that cannot be taken does not keep the
    others out; the exit code is 1 then.

    \b
    Example:
      pindu add *.txt
    """
    from webapp.reader.library import open_library

    settings = Settings.from_environment(os.environ)
    count = 0
    for listing in taken(open_library(settings), sources, charset):
        click.echo(f"{settings.address}/articles/{listing.slug}")
        count += 1
    if count < len(sources):
        raise SystemExit(1)


def taken(library: Library, sources: Sequence[str], charset: str | None) -> Iterator[Listing]:
    """Add each source, and say of each that cannot be taken why; what fails the library ends it."""
    for source in sources:
        try:
            yield library.add(source, charset)
        except SourceError as error:
            reason = " ".join(str(error).split())
            named = source == "-" or source in reason
            click.echo(f"Error: {reason}" if named else f"Error: {source}: {reason}", err=True)


@click.command("list", short_help="List the texts of the library.")
def list_articles() -> None:
    """List the library, newest first: slug, date and title, separated by tabs."""
    for article in opened_library().list():
        click.echo(f"{article.slug}\t{article.date or ''}\t{article.title}")


@click.command("export", short_help="Write the texts of the library as JSON Lines.")
@click.argument("file", type=click.Path(path_type=Path), required=False)
def export_articles(file: Path | None) -> None:
    """Write the texts of the library to FILE, or to standard output: an object a line.

    Each has the text, its title, date, author, source, tags and chapters, the
    place where reading stopped, what was corrected in it, and what else is
    known. A last line without a text has the corrections that hold everywhere.
    `pindu backup` keeps all of the library instead.

    \b
    Example:
      pindu export | jq -r .title
    """
    from webapp.reader.exchange import exported
    from webapp.reader.wholefile import whole_file

    lines = exported(opened_library().database)
    if file is None or str(file) == "-":
        for line in lines:
            click.echo(line)
        return
    with whole_file(file) as stream:
        stream.writelines(line.encode("utf-8") + b"\n" for line in lines)


@click.command("import", short_help="Put texts from JSON Lines into the library.")
@click.argument("file", type=click.File("rb"), default="-")
def import_articles(file: BinaryIO) -> None:
    """Put the texts of FILE, or of standard input, into the library and print their addresses.

    Each line is an object as `pindu export` writes it; only "text" has to be
    there. A text that the library has already stays as it is, but for
    corrections of words that have none in it. A line that cannot be used does
    not keep the others out; the exit code is 1 then.

    \b
    Example:
      echo '{"text": "春天来了。", "tags": ["poems"]}' | pindu import
    """
    from webapp.reader.exchange import take
    from webapp.reader.library import open_library

    settings = Settings.from_environment(os.environ)
    library = open_library(settings)
    most = (
        6 * settings.max_text_bytes + 20 * MEGABYTE
    )  # as many bytes as a character may take in JSON, and a cover
    counts = {"added": 0, "known": 0, "failed": 0}
    corrections = 0
    for number, line in enumerate(iter(lambda: file.readline(most + 1), b""), start=1):
        if len(line) > most:
            raise SourceTooLargeError(
                f"Line {number} is longer than {most // MEGABYTE} MB; the lines above it were taken."
            )
        if not line.strip():
            continue
        try:
            taken_in = take(library, line, f"Line {number}")
        except SourceError as error:
            click.echo(f"Error: {' '.join(str(error).split())}", err=True)
            counts["failed"] += 1
            continue
        corrections += taken_in.corrections
        if taken_in.listing:
            counts["added" if taken_in.is_new else "known"] += 1
            click.echo(f"{settings.address}/articles/{taken_in.listing.slug}")
    more = f" {corrections} corrections added." if corrections else ""
    click.echo(
        f"{counts['added']} added, {counts['known']} there already, {counts['failed']} not taken.{more}",
        err=True,
    )
    if counts["failed"]:
        raise SystemExit(1)
