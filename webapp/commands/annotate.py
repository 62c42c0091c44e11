"""``pindu annotate``: the annotation itself, for other programs."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from webapp.commands.options import charset
from webapp.config import Settings
from webapp.errors import SourceEncodingError, SourceMissingError

if TYPE_CHECKING:
    from webapp.reader.engine import Engine
    from webapp.reader.intake import Article, OwnEntry

FORMATS = ("json", "jsonl", "text", "tsv")
BATCH_LINES = 400  # enough for the polyphone model to run at full width, few enough to stream


@click.command(short_help="Print the annotation of a text as json, jsonl, text or tsv.")
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Default: json, with --lines jsonl.")
@click.option("--lines", is_flag=True, help="Take each line as a text of its own.")
@click.option("--fields", metavar="A,B,...", help="Only these fields of the tokens.")
@click.option(
    "--own", is_flag=True, help="Cut, read and explain words as you have corrected them in your library."
)
@charset
def annotate(
    file: str, format_: str | None, lines: bool, fields: str | None, own: bool, charset: str | None
) -> None:
    """Cut a text into words and print how each is read and what it means there.

    FILE is a file, the address of a web page, or - for standard input. The fields of a token, and what they
    mean, are described in the README under "The data".

    \b
    Formats:
      json   one object: document, blocks, sentences, tokens
      jsonl  an object a sentence; with --lines an object a line
      text   the words of each sentence apart, their pinyin below
      tsv    a token a row under a line of headings; tabs, line ends and
             backslashes in a cell are escaped, and a cell that a spreadsheet
             would calculate begins with '

    The answer is the engine's own, the same on every machine, unless --own adds
    your corrections: those that hold everywhere and, if this very text is in
    your library, those that you made in it.

    With --lines the input is UTF-8 and is worked on as it arrives. Only \\n ends a
    line, and an empty line has an empty list of tokens.

    \b
    Examples:
      pindu annotate story.txt
      echo 银行行长还在。 | pindu annotate --format text
      pindu annotate --lines --fields text,pinyin,gloss < sentences.txt
    """
    from webapp.reader.contract import ALL_FIELDS, TABLE_FIELDS

    chosen = tuple(fields.split(",")) if fields else None
    for field in chosen or ():
        if field not in ALL_FIELDS:
            raise click.BadParameter(f"{field!r} is none of {', '.join(ALL_FIELDS)}.", param_hint="--fields")
    format_ = format_ or ("jsonl" if lines else "json")
    wanted = chosen or (TABLE_FIELDS if format_ == "tsv" else ALL_FIELDS)

    from webapp.reader.engine import open_engine
    from webapp.reader.intake import search_seldom

    search_seldom()
    settings = Settings.from_environment(os.environ)
    if lines:
        texts = _lines(sys.stdin.buffer if file == "-" else _opened(file))
        entries = _own_entries(settings) if own else ()
        written = _each_line(texts, open_engine(settings), format_, wanted, entries)
    else:
        from webapp.reader.intake import read_article

        article = read_article(
            file, settings, charset
        )  # before the engine is opened: what is wrong is said at once
        entries = _own_entries(settings, article.text) if own else ()
        written = _document(article, open_engine(settings), format_, wanted, entries)
    for piece in written:
        sys.stdout.write(piece + "\n")
    sys.stdout.flush()


def _own_entries(settings: Settings, text: str | None = None) -> Sequence[OwnEntry]:
    """Ask the library, which otherwise is not opened."""
    from webapp.reader.own_words import own_entries

    return own_entries(settings, text)


def _document(
    article: Article, engine: Engine, format_: str, fields: Sequence[str], own: Sequence[OwnEntry]
) -> Iterator[str]:
    """Yield the annotation of a whole text in lines of the format."""
    from webapp.reader import contract
    from webapp.reader.cards import Cards
    from webapp.reader.intake import annotated

    document, cards = annotated(article, engine, own), Cards(engine, contract.needs_senses(fields))
    if format_ == "json":
        yield contract.dump(contract.document(document, cards, fields))
        return
    if format_ == "tsv":
        yield "\t".join(fields)
    for number, block in enumerate(document.blocks):
        for sentence in block.sentences:
            made = cards.cards(sentence.tokens)
            if format_ == "jsonl":
                yield contract.dump(contract.sentence(sentence, made, fields, block=number, kind=block.kind))
            elif format_ == "tsv":
                yield from (contract.row(card, fields) for card in made)
            else:
                yield from contract.interlinear(made)


def _each_line(
    texts: Iterator[str], engine: Engine, format_: str, fields: Sequence[str], own: Sequence[OwnEntry]
) -> Iterator[str]:
    """Yield the annotation of texts of one line each, a batch at a time."""
    from webapp.reader import contract
    from webapp.reader.cards import Cards
    from webapp.reader.intake import annotated_lines

    cards, number = Cards(engine, contract.needs_senses(fields)), 0
    if format_ == "tsv":
        yield "\t".join(("line", *fields))
    elif format_ == "json":
        yield "["
    while batch := list(islice(texts, BATCH_LINES)):
        for text, tokens in zip(batch, annotated_lines(batch, engine, own), strict=True):
            number += 1
            made = cards.cards(tokens)
            if format_ == "jsonl":
                yield contract.dump(contract.line(text, made, fields))
            elif format_ == "json":
                yield ("," if number > 1 else "") + contract.dump(contract.line(text, made, fields))
            elif format_ == "tsv":
                yield from (f"{number}\t{contract.row(card, fields)}" for card in made)
            else:
                yield from contract.interlinear(made)
    if format_ == "json":
        yield "]"


def _lines(stream: Iterable[bytes]) -> Iterator[str]:
    """Yield the lines of UTF-8 bytes. Binary streams end lines at ``\\n`` only, as we do."""
    for number, line in enumerate(stream, start=1):
        raw = line.removesuffix(b"\n")
        try:
            yield (raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw).decode("utf-8")
        except UnicodeDecodeError as error:
            raise SourceEncodingError(
                f"Line {number} is not UTF-8 (byte {error.start + 1}). Convert the input to UTF-8,"
                " or leave out --lines: whole files may be in GB18030 and Big5 too."
            ) from error


def _opened(file: str) -> Iterator[bytes]:
    try:
        with Path(file).open("rb") as stream:
            yield from stream
    except OSError as error:
        raise SourceMissingError(f"{file} cannot be read ({error.strerror}). Check its name.") from error
