"""``pindu lookup`` and ``pindu dictionary``: what the dictionary says, and which one it is."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from webapp.config import Settings

if TYPE_CHECKING:
    from webapp.reader.cards import Card
    from webapp.reader.dictionary import Info

EXPORT_PAGE = "https://www.mdbg.net/chinese/dictionary?page=cc-cedict"


@click.command(short_help="Show what the dictionary says of a word.")
@click.argument("word")
def lookup(word: str) -> None:
    """Show the entries of WORD, simplified or traditional: readings, senses, measure words, HSK level.

    A word or phrase that is no headword is taken apart and explained.

    \b
    Examples:
      pindu lookup 银行
      pindu lookup 受不了
    """
    from webapp.reader import contract, dictionary

    settings, word = Settings.from_environment(os.environ), word.strip()
    found = dictionary.look_up(word, settings)
    if found.entries:
        for entry in found.entries:
            _echo(_entry_lines(contract.entry(entry)))
        if found.level:
            click.echo(f"HSK level {'7-9' if found.level == 7 else found.level}, syllabus of 2025")
        return
    cards = _explained(word, settings)
    if not any(card.gloss or card.note for card in cards):
        raise click.ClickException(
            f"The dictionary has no {word[:40]!r}, nor any of its parts. Check the word."
        )
    _echo(_card_lines(cards))


@click.group()
def dictionary() -> None:
    """Say which dictionary is in use, or take a newer one."""


@dictionary.command(short_help="Say which dictionary is in use.")
def info() -> None:
    """Print the source, date, size and licence of the dictionary in use."""
    from webapp.reader.dictionary import describe

    _describe(describe(Settings.from_environment(os.environ)))


@dictionary.command(short_help="Take a newer CC-CEDICT into use.")
@click.argument("file", required=False, type=click.Path(path_type=Path))
def update(file: Path | None) -> None:
    """Take FILE, a newer export of CC-CEDICT, into use.

    The export is the .u8, .txt, .gz or .zip file that mdbg.net offers; without
    FILE, pindu says where. It is checked as a whole first: while any line of it
    is wrong, the dictionary stays as it was. A pindu that is running takes the
    new one when it is started again.
    """
    from webapp.reader.dictionary import update as take

    if file is None:
        raise click.ClickException(
            f"pindu downloads nothing by itself: get the newest CC-CEDICT from {EXPORT_PAGE}"
            " and run 'pindu dictionary update FILE' with it."
        )
    click.echo("Checking and compiling the dictionary ...", err=True)
    _describe(take(file, Settings.from_environment(os.environ)))


def _describe(info: Info) -> None:
    size = "" if info.entries is None else f"{info.entries:,}"
    for name, value in (("source", info.source), ("date", info.date or "unknown"), ("entries", size),
                        ("added", f"{info.added} senses by pindu"), ("licence", info.licence), ("version", info.version)):  # fmt: skip
        click.echo(f"{name:8} {value}")


def _explained(phrase: str, settings: Settings) -> Sequence[Card]:
    from webapp.reader.cards import Cards
    from webapp.reader.engine import open_engine

    engine = open_engine(settings)
    return Cards(engine).cards(engine.annotator.sentences([phrase])[0])


def _entry_lines(entry: dict[str, Any]) -> Iterator[str]:
    forms = dict.fromkeys((entry["simplified"], entry["traditional"]))
    yield f"{' / '.join(forms)}  {entry['pinyin']}"
    for number, sense in enumerate(entry["senses"], start=1):
        yield f"  {number}. {sense}"
    if entry["classifiers"]:
        counted = ", ".join(f"{each['hanzi']} {each['pinyin']}" for each in entry["classifiers"])
        yield f"  measure words: {counted}"


def _card_lines(cards: Sequence[Card], indent: str = "") -> Iterator[str]:
    for card in cards:
        if card.text.strip() and card.kind != "punctuation":
            yield indent + "  ".join(filter(None, (card.text, card.pinyin, card.gloss)))
            if card.note:
                yield f"{indent}  {card.note}"
            yield from _card_lines(card.parts, indent + "  ")


def _echo(lines: Iterator[str]) -> None:
    for line in lines:
        click.echo(line)
