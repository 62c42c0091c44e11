"""What a reader wishes of a word on a page, and where on the page that is.

Words are named as the page names them (p0s1t4), and the pieces that they are to be
cut into are given by their characters. So a wish that was made of another state of
the page is noticed, and never carried out on other words than those that were seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from webapp.errors import CorrectionError, CorrectionNotFoundError, CorrectionOutdatedError
from webapp.language.document import Document, Sentence, Token
from webapp.language.own import OwnEntry

LONGEST_WORD_CHARS = 40
MOST_GLOSS_CHARS = 200
_NAME = re.compile(r"p(\d{1,6})s(\d{1,6})t(\d{1,6})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Wish:
    """How the characters from a token on are to be cut, and what is said of the ``of``-th piece.

    ``reading`` is as it was typed; "" leaves it as it is, and so does an empty ``gloss``.
    """

    token: str
    pieces: tuple[str, ...] = ()
    of: int = 0
    reading: str = ""
    gloss: str = ""
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a wish belongs: the tokens from ``first`` to before ``last`` of a sentence."""

    block: int
    number: int  # of the sentence in its block
    sentence: Sentence
    first: int
    last: int

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens[self.first : self.last]

    @property
    def start(self) -> int:
        return self.sentence.tokens[self.first].start

    @property
    def before(self) -> Token | None:
        """The token before, None where it could not be joined."""
        return _joinable(self.sentence.tokens[self.first - 1]) if self.first else None

    @property
    def after(self) -> Token | None:
        return _joinable(self.sentence.tokens[self.last]) if self.last < len(self.sentence.tokens) else None

    @property
    def name(self) -> str:
        return f"p{self.block}s{self.number}t{self.first}"


def spot_of(document: Document, wish: Wish) -> tuple[Spot, Wish]:
    """Return where on a page a wish belongs, and the wish with its pieces, which are the token itself by default.

    Raises :class:`CorrectionNotFoundError` or :class:`CorrectionOutdatedError`.
    """
    match = _NAME.fullmatch(wish.token)
    if match is None:
        raise CorrectionError("Say which word is to be corrected: its name on the page, such as p0s1t4.")
    block, number, first = map(int, match.groups())
    try:
        sentence = document.blocks[block].sentences[number]
        token = sentence.tokens[first]
    except IndexError:
        raise CorrectionNotFoundError("There is no such word on this page. Open the page again.") from None
    pieces = wish.pieces or (token.text,)
    ends = [each.end for each in sentence.tokens[first:]]
    end = token.start + sum(map(len, pieces))
    if not document.text.startswith("".join(pieces), token.start) or end not in ends:
        raise CorrectionOutdatedError(
            "The words on this page are others by now, so nothing was changed. Open the page again, and correct it there."
        )
    if not 0 <= wish.of < len(pieces):
        raise CorrectionError("Say which of the pieces the reading and the meaning belong to.")
    spot = Spot(block, number, sentence, first, first + ends.index(end) + 1)
    return spot, replace(wish, pieces=pieces)


def cut_wished(spot: Spot, wish: Wish) -> OwnEntry | None:
    """Return the cut that a wish makes, without the words at its ends that stay as they are; None for no change.

    Raises :class:`CorrectionError` for words that nobody could look up.
    """
    tokens, pieces = [token.text for token in spot.tokens], list(wish.pieces)
    if tokens == pieces:
        return None
    lead = _alike(tokens, pieces)
    tail = _alike(tokens[lead:][::-1], pieces[lead:][::-1])
    made = pieces[lead : len(pieces) - tail]
    for piece in made:
        if not piece or not piece[0].isalnum() or not piece[-1].isalnum():
            raise CorrectionError("A word begins and ends with a character, not with punctuation or a space.")
        if len(piece) > LONGEST_WORD_CHARS:
            raise CorrectionError(f"A word has {LONGEST_WORD_CHARS} characters at most.")
    return OwnEntry("".join(made), cut=tuple(made), at=spot.start + sum(map(len, pieces[:lead])))


def toggled(spot: Spot, wish: Wish, place: int) -> Wish:
    """Return a wish with the gap at ``place`` of its characters opened, or closed where it is open.

    Gap 0 is the one to the word before, the last one that to the word after.
    """
    chosen = sum(map(len, wish.pieces[: wish.of]))
    borders = list(accumulate(map(len, wish.pieces), initial=0))
    token, text = wish.token, "".join(wish.pieces)
    if place == 0 and spot.before is not None:
        by = len(spot.before.text)
        token, text = f"p{spot.block}s{spot.number}t{spot.first - 1}", spot.before.text + text
        borders = [0, *(border + by for border in borders[1:])]
        chosen += by
    elif place == borders[-1] and spot.after is not None:
        text += spot.after.text
        borders[-1] = len(text)
    elif 0 < place < borders[-1]:
        borders = sorted(set(borders) ^ {place})
    else:
        raise CorrectionError("There is no gap to open or close there.")
    pieces = tuple(text[start:end] for start, end in pairwise(borders))
    of = next(index for index, end in enumerate(borders[1:]) if chosen < end)
    return replace(wish, token=token, pieces=pieces, of=of)


def clean_gloss(typed: str) -> str:
    """Return an own gloss in one line. Raises :class:`CorrectionError` for one that is too long."""
    gloss = " ".join("".join(char if char.isprintable() else " " for char in typed).split())
    if len(gloss) > MOST_GLOSS_CHARS:
        raise CorrectionError(
            f"The meaning is too long: {MOST_GLOSS_CHARS} characters at most, this has {len(gloss)}."
        )
    return gloss


def token_at(document: Document, start: int) -> tuple[str, Token]:
    """Return the token that begins at a place, or holds it, with its name."""
    for name, token in _named(document):
        if token.start <= start < token.end:
            return name, token
    raise CorrectionNotFoundError("There is no such word on this page. Open the page again.")


def changed_blocks(before: Document, after: Document) -> tuple[str, ...]:
    """Return the names of the blocks that are not the same in two states of a page: p3."""
    pairs = enumerate(zip(before.blocks, after.blocks, strict=True))
    return tuple(f"p{index}" for index, (one, other) in pairs if one != other)


def _named(document: Document) -> Iterator[tuple[str, Token]]:
    for b, block in enumerate(document.blocks):
        for s, sentence in enumerate(block.sentences):
            for t, token in enumerate(sentence.tokens):
                yield f"p{b}s{s}t{t}", token


def _joinable(token: Token) -> Token | None:
    return token if token.text[0].isalnum() and token.text[-1].isalnum() else None


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many items two lists have in common at their beginnings."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
