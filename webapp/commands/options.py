"""Options that stand for settings, checked and described by the table in ``config.py``."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from webapp.config import VARIABLES, Settings

if TYPE_CHECKING:
    from webapp.reader.library import Library

charset = click.option(
    "--charset",
    metavar="NAME",
    help="How a plain text is encoded, where pindu cannot tell: utf-8, gb18030, big5 or utf-16.",
)
"""The option of commands that take a source."""

FORMATS = (
    "Taken are plain text in UTF-8, UTF-16, GB18030 and Big5, Markdown, web pages (their address, or a saved"
    " .html), EPUB, Word (.docx), PDF with text in it, and subtitles (.srt, .vtt). A plain text or EPUB with"
    " chapters becomes a book."
)
"""What closes the help of commands that take a source."""

BY_FIELD = {variable.field: variable for variable in VARIABLES}


def setting(field: str) -> Callable[[Any], Any]:
    """Return a decorator that gives a command the option ``--field`` for a setting."""
    variable = BY_FIELD[field]
    return click.option(
        f"--{field}",
        metavar=field.upper(),
        callback=_checked,
        help=f"{variable.meaning} Default: {variable.name}, else {variable.default}.",
    )


def chosen_settings(**options: Any) -> Settings:  # noqa: ANN401 - a setting has its own type
    """Return the settings of the environment with the options that were given on top."""
    given = {name: value for name, value in options.items() if value is not None}
    return replace(Settings.from_environment(os.environ), **given)


def opened_library() -> Library:
    """Open the library that the environment names; what that needs is imported only then."""
    from webapp.reader.library import open_library

    return open_library(chosen_settings())


def _checked(_context: click.Context, option: click.Parameter, value: str | None) -> Any:  # noqa: ANN401
    if value is None:
        return None
    variable = BY_FIELD[str(option.name)]
    try:
        return variable.parse(value)
    except ValueError:
        raise click.BadParameter(f"{value[:80]!r} must be {variable.form}.") from None
