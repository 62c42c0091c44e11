"""Our engine, in process, as an annotator that the scorer takes."""

from __future__ import annotations

from collections.abc import Sequence

from tests.quality.scoring import Annotator, Seen
from webapp.reader.cards import Card, Cards
from webapp.reader.contract import worded
from webapp.reader.engine import Engine


def annotator(engine: Engine) -> Annotator:
    """Return what scores the cards that a reader would see, their glosses as programs do."""

    def annotate(texts: Sequence[str]) -> list[list[Seen]]:
        cards = Cards(engine)
        return [[seen(card) for card in cards.cards(tokens)] for tokens in engine.annotator.sentences(texts)]

    return annotate


def seen(card: Card) -> Seen:
    has_card = bool(card.gloss or card.note or card.parts)
    return Seen(card.text, card.ruby, card.spoken or "", worded(card) or "", has_card, card.doubtful)
