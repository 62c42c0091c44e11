"""``pindu backup``, ``restore`` and ``db``: that nothing of the library is lost."""

from __future__ import annotations

from pathlib import Path

import click

from webapp.commands.options import chosen_settings, opened_library

FILE = click.Path(path_type=Path)


@click.command(short_help="Write the whole library to one file.")
@click.argument("file", type=FILE)
def backup(file: Path) -> None:
    """Write the whole library to FILE: texts, tags, places, covers and all that was changed by hand.

    The file can be restored into either kind of database. It is checked before
    it takes the place of an earlier backup; the library may be in use meanwhile.

    \b
    Example:
      pindu backup library.pindu
    """
    from webapp.reader.backup import back_up

    count = back_up(opened_library().database, file)
    click.echo(f"{count} texts are in {file}")


@click.command(short_help="Put a backup into the library.")
@click.argument("file", type=FILE)
@click.option(
    "--replace", is_flag=True, help="Delete what the library has, and have the backup in its place."
)
def restore(file: Path, replace: bool) -> None:
    """Put the backup in FILE into an empty library, or with --replace in the place of this one.

    Either all of it is taken, or nothing is changed.

    \b
    Example:
      pindu restore --replace library.pindu
    """
    from webapp.reader import backup

    count = backup.restore(opened_library().database, file, replace=replace)
    click.echo(f"{count} texts are in the library")


@click.group(short_help="Look after the library's database.")
def db() -> None:
    """Look after the library's database: its form, and whether it is whole."""


@db.command("upgrade", short_help="Bring it to the form that this pindu needs.")
def upgrade() -> None:
    """Bring the database to the form that this pindu needs, as every other command does when it starts."""
    from webapp.reader.upkeep import bring_up_to_date

    click.echo(f"The library is at revision {bring_up_to_date(chosen_settings())}")


@db.command("downgrade", short_help="Take it back, for an earlier pindu.")
@click.argument("revision")
@click.confirmation_option(prompt="What earlier versions do not know is lost (make a backup first). Go on?")
def downgrade(revision: str) -> None:
    """Take the database back to REVISION, for an earlier pindu; what only later ones know is lost.

    Install the earlier pindu then: any command of this one brings it up again.

    \b
    Example:
      pindu backup library.pindu && pindu db downgrade 0001
    """
    from webapp.reader.upkeep import take_back

    take_back(chosen_settings(), revision)
    click.echo(f"The library is at revision {revision}")


@db.command("check", short_help="Look through it for damage.")
def check() -> None:
    """Look through the whole database for damage, and compare every text with what was kept."""
    from webapp.reader import upkeep

    found = upkeep.check(chosen_settings())
    click.echo(f"{found.name}: revision {found.revision}, {found.count} texts, no faults")
