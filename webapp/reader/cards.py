"""A token's card: all that is shown of a word where it stands.

An annotation holds no glosses (see ``language/document.py``); here the token
meets the dictionary. The page and ``pindu annotate`` are both made from these
cards, so what one shows the other has.

What is the same at every occurrence of a word (ruby, pinyin, level, parts) is
worked out once per word; only the senses depend on the sentence around it. A page
needs no places, so there the same card stands for all words that show the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from webapp.language import pinyin
from webapp.language.document import DecidedBy, Kind, Token, Word
from webapp.language.lately import Lately
from webapp.language.script import to_simplified
from webapp.language.separable import OF_ONE_MEANING
from webapp.language.word_classes import ENDS
from webapp.lexicon.cedict import Entry
from webapp.lexicon.glosses import alternatives
from webapp.lexicon.scene import Scene
from webapp.lexicon.senses import Ranking
from webapp.reader.asides import Asides
from webapp.reader.compounds import put_together, share_a_word
from webapp.reader.forms import Forms
from webapp.reader.remarks import remark

if TYPE_CHECKING:
    from webapp.reader.engine import Engine

Ruby = tuple[tuple[str, str], ...]
WORDS_KEPT = 7_000
NEIGHBOURS = 40  # words to each side that are looked at for a single card; senses are chosen by fewer
UNREAD: tuple[Kind, ...] = ("punctuation", "space")


class Card(NamedTuple):
    """A token as a reader sees it; all readings have tone marks.

    ``ruby`` pairs each piece of the text with what stands over it, "" where
    nothing does. ``spoken`` is ``pinyin`` after tone sandhi, the same string
    where no tone changes. ``wording`` is the gloss in the dictionary's own words, None
    where it says nothing of the kind. ``parts`` is what a token that is no headword is made of.
    A tuple, for the same reason as the token.
    """

    text: str
    start: int
    end: int
    kind: Kind
    ruby: Ruby
    pinyin: str | None
    spoken: str | None
    gloss: str | None
    entries: tuple[Entry, ...]
    parts: tuple[Card, ...]
    note: str | None
    level: int | None
    decided_by: DecidedBy
    doubtful: bool
    other_readings: tuple[str, ...]
    other_cuts: tuple[tuple[str, ...], ...]
    wording: str | None = None


@dataclass(frozen=True, slots=True)
class Face:
    """What a word shows wherever it stands."""

    word: Word  # held, so that its identity stays taken while it is a key
    ruby: Ruby
    pinyin: str | None
    level: int | None
    parts: tuple[Card, ...]
    other_readings: tuple[str, ...]


class Cards:
    """Makes cards, and remembers the faces of the words it has met.

    ``senses=False`` leaves out entries and glosses, for those who do not ask for them.
    """

    def __init__(self, engine: Engine, senses: bool = True) -> None:
        self._ranker = engine.ranker
        self._levels = engine.levels
        self._senses = senses
        self._faces: Lately[int, Face] = Lately(WORDS_KEPT)
        self.asides = Asides(engine, self._by_itself)
        self.forms = Forms(engine.lexicon.entries)
        # Word and ranking are held, so that their identities stay taken while they are keys.
        self._alike = Lately[tuple[int, int, tuple[str, ...] | None], tuple[Word, Ranking | None, Card]](
            WORDS_KEPT
        )

    def card(self, tokens: Sequence[Token], index: int) -> Card:
        """Return the card of ``tokens[index]``, the other tokens being its sentence."""
        near = tokens[max(0, index - NEIGHBOURS) : index + NEIGHBOURS + 1]
        return self._standing(
            self._scene([token.word for token in near]), min(index, NEIGHBOURS), tokens[index]
        )

    def cards(self, tokens: Sequence[Token]) -> list[Card]:
        """Return the cards of a sentence, one a token."""
        scene = self._scene([token.word for token in tokens])
        return [self._standing(scene, index, token) for index, token in enumerate(tokens)]

    def unplaced(self, tokens: Sequence[Token]) -> list[Card]:
        """Return the cards of a sentence, each as if its word stood at 0: one object for all that show the same."""
        scene = self._scene([token.word for token in tokens])
        return [self._shared(scene, index, token) for index, token in enumerate(tokens)]

    def _shared(self, scene: Scene | None, index: int, token: Token) -> Card:
        word = token.word
        ranking = self._ranking(scene, index, word)
        key = (id(word), id(ranking), token.spoken)
        held = self._alike.get(key)
        if held is None:
            card = self._made(word, token.spoken, ranking)
            held = self._alike.keep(key, (word, ranking, card))
        return held[2]

    def _standing(self, scene: Scene | None, index: int, token: Token) -> Card:
        return placed(self._shared(scene, index, token), token.start)

    def _by_itself(self, word: Word) -> Card:
        return self._made(word, None, self._ranking(self._scene([word]), 0, word))

    def _made(self, word: Word, spoken: tuple[str, ...] | None, ranking: Ranking | None) -> Card:
        """Return a word's card as if it stood at 0."""
        face, short = self._face(word), self._gloss(word, ranking)
        return Card(
            word.text,
            0,
            len(word.text),
            word.kind,
            face.ruby,
            face.pinyin,
            face.pinyin if spoken is None else written(word.kind, spoken),
            short,
            ranking.entries if ranking else (),
            face.parts,
            word.note or (remark(word.text, ranking.entries[0]) if ranking and ranking.entries else None),
            face.level,
            word.decided_by,
            word.doubtful,
            face.other_readings,
            word.others.cuts,
            ranking.wording if ranking and short == ranking.gloss else None,
        )

    def _scene(self, words: Sequence[Word]) -> Scene | None:
        return self._ranker.scene(words) if self._senses else None

    def _ranking(self, scene: Scene | None, index: int, word: Word) -> Ranking | None:
        """Return the entries that fit, best first, None for what nobody looks up."""
        if scene is None or word.kind in UNREAD:
            return None
        return self._ranker.rank(word, scene, index)

    def _gloss(self, word: Word, ranking: Ranking | None) -> str | None:
        """Return the short sense, of a compound that no dictionary has those of its parts: education + bureau."""
        short = word.gloss or (ranking.gloss if ranking else None)
        if short and len(word.parts) == 1 and word.parts[0].text != word.text and ranking and ranking.entries:
            short = self._apart(word, short)
        if short is None and ranking and len(word.parts) == 1:  # 漂漂亮亮 means what 漂亮 does
            short = self._gloss(word.parts[0], self._ranking(self._scene(word.parts), 0, word.parts[0]))
        is_compound = word.kind == "word" and len(word.parts) > 1
        if (
            short is None and self._senses and is_compound and len(word.text) > 2
        ):  # 木桌: of 木 alone it cannot tell
            short = put_together([card.gloss for card in self._face(word).parts])
        return short

    def _apart(self, word: Word, short: str) -> str:
        """Return the gloss of a part of a verb taken apart: 上 in 上过当 is no climbing, 打 in 打不开 no game."""
        whole = word.parts[0]
        plain = to_simplified(whole.text)
        if plain not in OF_ONE_MEANING and plain[1:] not in ENDS:
            return short
        means = self._gloss(whole, self._ranking(self._scene(word.parts), 0, whole))
        if not means or word.text not in (whole.text[: len(word.text)], whole.text[-len(word.text) :]):
            return short
        first = alternatives(means)[0]
        return short if share_a_word(short, means) else f"in {whole.text}: {first}"

    def _face(self, word: Word) -> Face:
        face = self._faces.get(id(word))
        if face is None:
            face = Face(
                word,
                ruby(word),
                written(word.kind, [s.citation for s in word.syllables]),
                None if word.kind in UNREAD else self._levels.level(word.headword or word.text),
                self._parts(word),
                tuple(pinyin.join(reading.split()) for reading in word.others.readings),
            )
            self._faces.keep(id(word), face)
        return face

    def _parts(self, word: Word) -> tuple[Card, ...]:
        """Return the cards of a word's parts, placed as if the word stood at 0.

        A part that is not in the text as it is (吃饭 in 吃了饭) takes the word's whole place.
        """
        cards, at, scene = [], 0, self._scene(word.parts)
        for index, part in enumerate(word.parts):
            card = self._made(part, None, self._ranking(scene, index, part))
            found = word.text.find(part.text, at)
            if found < 0:
                card = card._replace(end=len(word.text))
            else:
                card = placed(card, found)
                at = card.end
            cards.append(card)
        return tuple(cards)


def ruby(word: Word) -> Ruby:
    """Return the pieces of a word's text, each with its marked reading."""
    if not any(syllable.citation for syllable in word.syllables):
        return ((word.text, ""),)
    return tuple((s.base, pinyin.to_marks(s.citation)) for s in word.syllables)


def written(kind: Kind, syllables: Sequence[str]) -> str | None:
    """Return numbered syllables as a word is written, or None where nothing is read.

    Numbers keep their syllables apart; other words are joined by the orthography.

    >>> written("word", ["yin2", "hang2"]), written("number", ["er4 ling2", "nian2"])
    ('yínháng', 'èr líng nián')
    >>> written("punctuation", [""]) is None
    True
    """
    read = [syllable for syllable in syllables if syllable]
    if not read:
        return None
    return " ".join(map(pinyin.to_marks, read)) if kind in ("number", "latin") else pinyin.join(read)


def placed(card: Card, by: int) -> Card:
    """Return a card moved along, and its parts with it."""
    if not by:
        return card
    parts = card.parts and tuple(placed(part, by) for part in card.parts)
    return tuple.__new__(
        Card, (card.text, card.start + by, card.end + by, *card[3:9], parts, *card[10:])
    )  # _replace, in a third of the time
