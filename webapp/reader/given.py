"""What a source itself writes above its words (``<ruby>``), brought to the words as we have cut them.

A source may write above single characters, whole words or several words at once,
and it may write tones as they are spoken (yíge, búshì). So the readings are laid
out character by character and given back word by word, and only where they say
something that was not known: another reading than ours, or ours where it was in
doubt. They reach the engine as entries of :mod:`webapp.language.own` with a place,
so the contract calls them ``own``, with a note that says whose they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from webapp.language.annotate import Annotator
from webapp.language.document import Document, Token
from webapp.language.own import Own, OwnEntry
from webapp.language.pinyin import to_numbered
from webapp.language.readings import Reading
from webapp.sources.article import GivenReading

NOTE = "read as the source writes above it"


def corrected(
    document: Document, readings: Iterable[GivenReading], own: Sequence[OwnEntry], annotator: Annotator
) -> Document:
    """Return a document as its source reads it and its reader corrects it, who has the last word.

    What the source writes is brought to the words as the reader cuts them. Places count from the document's beginning.
    """
    if readings := tuple(readings):
        cuts = tuple(entry for entry in own if entry.cut)
        given = given_entries(annotator.corrected(document, Own(cuts)), readings)
        own = (*cuts, *given, *(entry for entry in own if not entry.cut))
    return annotator.corrected(document, Own(own)) if own else document


def given_entries(document: Document, readings: Iterable[GivenReading]) -> tuple[OwnEntry, ...]:
    """Return how a document's words are to be read after its source; places count from its beginning."""
    given: dict[int, str] = {}
    for each in readings:
        given.update(zip(range(each.start, each.end), to_numbered(each.pinyin).split(), strict=False))
    return tuple(_entries(document.tokens(), given)) if given else ()


def _entries(tokens: Iterable[Token], given: dict[int, str]) -> Iterator[OwnEntry]:
    for token in tokens:
        word = token.word
        said = [given.get(place) for place in range(token.start, token.end)]
        if not any(said) or word.kind not in ("word", "name") or len(word.syllables) != len(said):
            continue
        ours = tuple(syllable.citation for syllable in word.syllables)
        reading = _reading(said, ours, token.spoken or ours)
        if reading != ours or (word.doubtful and all(said)):
            yield OwnEntry(word.text, reading=reading, at=token.start, note=NOTE)


def _reading(said: Sequence[str | None], ours: Reading, spoken: Reading) -> Reading:
    """Return a word's reading as the source has it, in our spelling wherever it means the same."""
    return tuple(
        mine if theirs is None or _is_same(theirs, mine) or _is_same(theirs, aloud) else theirs
        for theirs, mine, aloud in zip(said, ours, spoken, strict=True)
    )


def _is_same(one: str, other: str) -> bool:
    """Claim that two syllables are one but for a capital, or for 儿 written out where it only colours a vowel."""
    one, other = one.lower(), other.lower()
    return one == other or (other == "r5" and one in ("er2", "er5"))
