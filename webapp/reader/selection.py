"""What a reader has selected, looked up as a whole: as a headword where it is one, else with its parts.

The answer is a words block like that of a page (see ``words.py``), which the page takes in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from webapp.language.document import Script, Syllable, Token, Word
from webapp.language.script import to_simplified
from webapp.reader.cards import Card, Cards, written
from webapp.reader.words import Words

if TYPE_CHECKING:
    from webapp.reader.engine import Engine

LONGEST_SELECTION = 60  # characters


class Selections:
    """Looks selections up. Many threads may share one."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._cards = Cards(engine)

    def block(self, text: str, script: Script) -> str:
        """Return ``{"card": number, "words": block}`` as JSON; the card is -1 where there is nothing to say."""
        tokens = self._engine.annotator.sentences([text])[0]
        words = Words(script, self._cards.asides)
        number = words.card(self._card(text, tokens))
        return f'{{"card":{number},"words":{words.block(())}}}'

    def _card(self, text: str, tokens: Sequence[Token]) -> Card:
        if len(tokens) == 1:
            return self._cards.card(tokens, 0)
        readings = self._engine.lexicon.readings(text)
        if readings and len(readings[0]) == len(text):
            known = Word(text, "word", tuple(map(Syllable, text, readings[0])), to_simplified(text))
            return self._cards.card([Token(known, 0)], 0)
        return self._whole(text, tokens)

    def _whole(self, text: str, tokens: Sequence[Token]) -> Card:
        said = [token for token in tokens if token.kind not in ("punctuation", "space")]
        syllables = tuple(syllable for token in tokens for syllable in token.word.syllables)
        whole = Word(text, "word", syllables, text, parts=tuple(token.word for token in said))
        made = self._cards.card([Token(whole, 0)], 0)
        citation = [written(token.kind, [s.citation for s in token.word.syllables]) for token in said]
        spoken = [
            read if token.spoken is None else written(token.kind, token.spoken)
            for token, read in zip(said, citation, strict=True)
        ]
        return made._replace(pinyin=" ".join(filter(None, citation)), spoken=" ".join(filter(None, spoken)))
