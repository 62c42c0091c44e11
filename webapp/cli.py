"""The ``pindu`` command: its name, its manners, and the commands it gathers.

Results go to stdout in UTF-8 whatever the locale, progress to stderr. The exit
code is 0, 1 (it failed; one line on stderr says what to do) or 2 (wrong usage).
"""

from __future__ import annotations

import io
import os
import sys
from typing import Any

import click

from webapp import __version__
from webapp.commands.annotate import annotate
from webapp.commands.dictionary import dictionary, lookup
from webapp.commands.library import add, export_articles, import_articles, list_articles
from webapp.commands.safekeeping import backup, db, restore
from webapp.commands.serving import read, serve
from webapp.commands.shelf import remove, rename, tag
from webapp.config import VARIABLES
from webapp.errors import PinduError


class Pindu(click.Group):
    """Turns every foreseen failure into one line on stderr and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - whatever the command returns
        """Run the command, with our errors and the system's as click's own."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # the reader of our output has seen enough: `pindu annotate | head`
            _forget_stdout()
            ctx.exit(0)
        except PinduError as error:
            raise click.ClickException(" ".join(str(error).split())) from error
        except OSError as error:
            where = f" ({error.filename})" if error.filename else ""
            raise click.ClickException(
                f"The system refused: {error.strerror or error}{where}. Check space and permissions."
            ) from error

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """End the help with the settings, from the same table that reads them."""
        with formatter.section("Environment"):
            formatter.write_dl([(v.name, f"{v.meaning} Default: {v.default}.") for v in VARIABLES])
        with formatter.section("Exit status"):
            formatter.write_dl([("0", "It worked."), ("1", "It failed; one line on stderr says what to do."),
                                ("2", "Wrong usage.")])  # fmt: skip


@click.group(cls=Pindu, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="pindu")
def cli() -> None:
    """Read any Chinese text in the browser: every word cut out, with its pinyin and its meaning here.

    \b
    Examples:
      pindu read story.txt             open a text in the browser
      pindu read https://…             the same with a web page
      pindu lookup 银行                what the dictionary says
      echo 我们走吧。| pindu annotate --format text
    """


for _command in (
    read, add, list_articles, remove, rename, tag, serve, annotate, lookup, dictionary,
    backup, restore, export_articles, import_articles, db,
):  # fmt: skip
    cli.add_command(_command)


def main() -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli.main(prog_name="pindu")


def _forget_stdout() -> None:
    """Send what is still buffered nowhere, so that leaving does not fail on it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
