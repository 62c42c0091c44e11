"""The reader page as view models: ready strings, so that templates hold ``for`` and ``if`` only.

``build_page(document, cards, slug)`` gives what ``templates/articles/read.html``
shows, and everything that its scripts need (see ``words.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from webapp.language import pinyin
from webapp.language.document import Block, Document
from webapp.language.script import count_han, has_han
from webapp.reader.cards import WORDS_KEPT, Card, Cards, Ruby
from webapp.reader.forms import Placed
from webapp.reader.words import NO_CARD, Words

SYLLABUS = "2025 syllabus"
LANGUAGES = {"hans": "zh-Hans", "hant": "zh-Hant"}
OPENING = frozenset("（「『【《〈“‘〔〖([{")
CLOSING = frozenset("，。、；：！？）」』】》〉”’〕〗…,.;:!?)]}%％℃—～·")
LONGEST_RUN = 4  # tokens that are kept on one line; a chain of titles 《》、《》 must still fit a phone


class RubyView(NamedTuple):
    """A piece of a token's text; ``reading`` stands over it unless it is empty."""

    base: str
    reading: str


class Look(NamedTuple):
    """What tokens have on the page that show the same.

    ``title`` is the tooltip of readers without scripts, "" where there is no card.
    (A tuple, because it is looked up by its content for each token that is shown.)
    """

    kind: str  # "" for an ordinary word
    ruby: tuple[RubyView, ...]
    title: str
    doubtful: bool
    level: int = 0  # HSK, 0 for a word in none

    @property
    def text(self) -> str:
        return "".join(piece.base for piece in self.ruby)


class TokenView(NamedTuple):
    """A token: its name, p0s1t4 for block, sentence, token, and its look."""

    id: str
    look: Look


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence, its tokens in runs that no line may break inside of.

    A run is a word and the punctuation that closes or opens at it. (Browsers keep
    。 from the start of a line after text, but not after a word set as one box.)
    """

    runs: tuple[tuple[TokenView, ...], ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """A heading, a paragraph or a credit line without the white space around it; ``id`` is p0."""

    id: str
    kind: str
    sentences: tuple[SentenceView, ...]

    @property
    def chars(self) -> int:
        """How long it is: a browser that has not set it yet knows about how tall it will be."""
        return len(_text(self))


@dataclass(frozen=True, slots=True)
class Page:
    """All that the reader page shows.

    ``heading`` is the title as it stands in the text, None for a text without
    one; ``title`` names the page in any case. ``bylines`` are the lines above
    the text that say where it is from.
    """

    slug: str
    title: str
    language: str
    date: str  # 2025-12-27, "" where it is not known
    date_text: str  # 27 December 2025
    length_text: str
    heading: BlockView | None
    bylines: tuple[BlockView, ...]
    blocks: tuple[BlockView, ...]
    words: Markup
    syllabus: str


def build_page(
    document: Document, cards: Cards, slug: str, title: str | None = None, syllabus: str = SYLLABUS
) -> Page:
    """Return the page of an annotated text; ``title`` is used for a text that has none of its own."""
    words, looks = Words(document.script, cards.asides), dict[int, Look]()
    numbers: list[list[list[int]]] = []
    blocks: list[BlockView] = []
    placed: list[Placed] = []
    for index, block in enumerate(document.blocks):
        made, cards_of_block = _block(f"p{index}", block, cards, words, looks, placed)
        numbers.append(cards_of_block)
        blocks.append(made)
    start = _title_index(document)
    bylines = blocks[: start + 1] if start is not None else blocks[: _leading_credits(document.blocks)]
    heading = bylines.pop() if start is not None else None
    rest = blocks[len(bylines) + (heading is not None) :]
    said = [view for view in bylines if has_han(_text(view))]  # "date 2025-12-27" alone is the date
    return Page(
        slug=slug,
        title=document.title or title or slug,
        language=LANGUAGES[document.script],
        date=document.date or "",
        date_text=written_date(document.date or ""),
        length_text=f"{count_han(document.text):,} characters",
        heading=heading,
        bylines=tuple(said),
        blocks=tuple(view for view in rest if view.sentences),
        words=Markup(words.block(numbers, cards.forms.of(document, placed))),  # noqa: S704 - block() escapes for a script element
        syllabus=syllabus,
    )


def written_date(iso: str) -> str:
    """Return a date as an English reader writes it, anything else as it is.

    >>> written_date("2025-12-27"), written_date("")
    ('27 December 2025', '')
    """
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {day:%B} {day.year}"


def _title_index(document: Document) -> int | None:
    """Return which block is the title: the first heading, if nothing but credits stands before it."""
    index = _leading_credits(document.blocks)
    is_title = document.title and index < len(document.blocks) and document.blocks[index].kind == "heading"
    return index if is_title else None


def _leading_credits(blocks: Sequence[Block]) -> int:
    for index, block in enumerate(blocks):
        if block.kind != "credit":
            return index
    return 0  # a text of credits only is read as a text


def _block(
    name: str, block: Block, cards: Cards, words: Words, looks: dict[int, Look], placed: list[Placed]
) -> tuple[BlockView, list[list[int]]]:
    """Return a block's view, and the number of each token's card by sentence; add its tokens to ``placed``.

    ``looks`` are those met on the page before; ``words`` holds their cards, by whose identity they are known.
    """
    numbers: list[list[int]] = []
    sentences: list[list[TokenView]] = []
    for s, sentence in enumerate(block.sentences):
        found = cards.unplaced(sentence.tokens)
        numbers.append([words.card(card) for card in found])
        for card, number in zip(found, numbers[s], strict=True):
            if id(card) not in looks:
                looks[id(card)] = _look(card, number != NO_CARD)
        placed += [
            Placed(f"{name}s{s}t{t}", token, card)
            for t, (token, card) in enumerate(zip(sentence.tokens, found, strict=True))
        ]
        sentences.append([TokenView(f"{name}s{s}t{t}", looks[id(card)]) for t, card in enumerate(found)])
    _strip(sentences)
    views = tuple(SentenceView(_runs(t)) for t in sentences if t)
    return BlockView(name, block.kind, views), numbers


def _strip(sentences: Sequence[list[TokenView]]) -> None:
    """Take the white space off both ends of a block; the page sets blocks apart itself."""
    for tokens in sentences:
        while tokens and tokens[0].look.kind == "space":
            tokens.pop(0)
        if tokens:
            break
    for tokens in reversed(sentences):
        while tokens and tokens[-1].look.kind == "space":
            tokens.pop()
        if tokens:
            break


def _runs(tokens: Sequence[TokenView]) -> tuple[tuple[TokenView, ...], ...]:
    runs: list[list[TokenView]] = []
    is_open = False
    for token in tokens:
        look = token.look
        is_mark = look.kind == "punctuation"
        if runs and (is_open or (is_mark and runs[-1][-1].look.kind != "space" and look.text[0] in CLOSING)):
            runs[-1].append(token)
        else:
            runs.append([token])
        is_open = is_mark and look.text[-1] in OPENING and len(runs[-1]) < LONGEST_RUN
    return tuple(map(tuple, runs))


def _look(card: Card, has_card: bool) -> Look:
    return Look(
        kind="" if card.kind == "word" else card.kind,
        ruby=_ruby(card.ruby),
        title=_tooltip(card) if has_card else "",
        doubtful=card.doubtful,
        level=card.level or 0,
    )


@lru_cache(WORDS_KEPT)
def _ruby(ruby: Ruby) -> tuple[RubyView, ...]:
    """Join what is read character by character into whole words.

    Digits and Latin letters keep their reading for the card: a reader knows them,
    and 2025 with èr líng èr wǔ above it would tear the line.
    """
    pairs = [(base, reading if has_han(base) else "") for base, reading in ruby]
    views = []
    for is_read, group in groupby(pairs, key=lambda pair: bool(pair[1])):
        bases, readings = zip(*group, strict=True)
        reading = pinyin.join(map(pinyin.to_numbered, readings)) if is_read else ""
        views.append(RubyView("".join(bases), reading))
    return tuple(views)


def _tooltip(card: Card) -> str:
    """Return a meaning short enough for a glance, after the reading where none stands above the word."""
    is_read_above = has_han(card.text) and all(reading or not has_han(base) for base, reading in card.ruby)
    meaning = (card.gloss or card.note or "").split("; ")[0]
    return " · ".join(filter(None, ("" if is_read_above else card.pinyin, meaning)))


def _text(view: BlockView) -> str:
    return "".join(token.look.text for sentence in view.sentences for run in sentence.runs for token in run)
