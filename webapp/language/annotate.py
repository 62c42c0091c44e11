"""The whole pipeline: a text in, a :class:`Document` out.

normalise -> structure -> cut each sentence (``drafter.py``) -> read each word
(``readings.py``, ``polyphones.py``) -> explain what is no headword
(``morphology.py``) -> spoken tones (``sandhi.py``).

An :class:`Annotator` holds what all texts share: the word graph, the rules, the
model, and the words made so far. It may be used from several threads.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import repeat

from webapp.language import sandhi
from webapp.language.cast import Cast
from webapp.language.classes import Classifier
from webapp.language.collector import collector_at_rest
from webapp.language.combinations import Combinations
from webapp.language.cutting import Cutter
from webapp.language.document import Block, Document, Others, Sentence, Syllable, Token, Word
from webapp.language.draft import Draft, Piecework
from webapp.language.drafter import Drafter
from webapp.language.given_names import GivenNames
from webapp.language.joining import Joiner
from webapp.language.morphology import Explainer
from webapp.language.new_words import NewWords
from webapp.language.overlaps import Overlaps
from webapp.language.own import NOTHING_OWN, Own
from webapp.language.persons import Persons
from webapp.language.pieces import Piece
from webapp.language.polyphones import PolyphoneModel
from webapp.language.readings import Knowledge, Rules
from webapp.language.recut import Recutter
from webapp.language.resolver import Resolver
from webapp.language.script import guess_script, is_han, normalise, to_simplified
from webapp.language.seams import Seams
from webapp.language.segmentation import Segmenter
from webapp.language.sounds import Sounds
from webapp.language.structure import outline
from webapp.language.words import Words

DOUBTFUL_MARGIN = 0.4
"""Another cut that is less likely by no more than this (in log probability) makes a word doubtful."""
BATCH = 2048
"""Sentences annotated together, so that the model runs on many at once."""
Batch = tuple[Sequence[str], Sequence[int]]
"""Sentences, and where each begins in its document."""
WORDS_KEPT = 5_000
"""Words that could be cut otherwise which are kept, so that each is one object."""


class Annotator:
    """Annotates texts. ``version`` names the engine and its data in stored annotations."""

    def __init__(self, knowledge: Knowledge, model: PolyphoneModel | None, version: str = "") -> None:
        self.version = version
        new_words = NewWords.load()
        combinations = Combinations.load(knowledge.tags())
        weights = combinations.raised(new_words.weighed(knowledge.weights()))
        segmenter = self._segmenter = Segmenter(weights)
        classify = self._classify = Classifier(knowledge.tags()).__getitem__
        self._words = Words(knowledge, segmenter, classify, new_words)

        def is_word(word: str) -> bool:
            return len(word) > 1 and word in segmenter

        def is_headword(word: str) -> bool:
            return bool(knowledge.readings(word))

        given = GivenNames.load(segmenter.weight)
        persons = Persons.load(knowledge.tags(), given, segmenter, is_headword)
        cutter = Cutter(
            segmenter,
            Overlaps.load(knowledge.tags()),
            combinations,
            Seams(segmenter, classify),
            Recutter.load(segmenter, classify),
            Joiner(given, persons, is_word, segmenter.weight, classify),
        )
        self._drafter = Drafter(cutter, is_word, knowledge.mixed() | new_words.mixed())
        self._resolver = Resolver(self._words, Rules.load(), classify, model, segmenter.__contains__)
        self._explainer = Explainer(
            classify, segmenter.__contains__, self._words.headword, knowledge.measures
        )
        self._sounds = Sounds()
        self._fixed: dict[tuple[str, str], Word] = {}
        self._contested: dict[tuple[int, tuple[str, ...], bool], tuple[Word, Word]] = {}

    def document(self, text: str) -> Document:
        """Annotate a text. Its tokens, joined, spell the normalised text back."""
        text = normalise(text)
        shape = outline(text)
        spans = [span for block in shape.blocks for span in block.sentences]
        cast = self._new_cast()
        tokens = self._annotate(_cut_out(text, spans), cast=cast)
        with collector_at_rest():
            blocks = tuple(
                Block(
                    block.kind,
                    tuple(Sentence(start, end, next(tokens)) for start, end in block.sentences),
                )
                for block in shape.blocks
            )
        script = guess_script(text)
        return Document(text, shape.title, shape.date, script, self.version, blocks)

    def corrected(self, document: Document, own: Own) -> Document:
        """Return a document as its reader has corrected it; only the sentences concerned are annotated anew.

        All of them are cut again, for a name may be known from any. The document
        itself never goes stale, however often its reader changes his mind.
        """
        own = own.within(document.text)
        sentences = [sentence for block in document.blocks for sentence in block.sentences]
        texts = [document.text[each.start : each.end] for each in sentences]
        starts = [each.start for each in sentences]
        concerned = [start for text, start in zip(texts, starts, strict=True) if own.concerns(text, start)]
        if not concerned:
            return document
        made = self._annotate(_batches(texts, starts), own, self._new_cast(), frozenset(concerned))
        tokens = dict(zip(concerned, made, strict=True))
        blocks = tuple(
            Block(
                block.kind,
                tuple(replace(each, tokens=tokens.get(each.start, each.tokens)) for each in block.sentences),
            )
            for block in document.blocks
        )
        return replace(document, blocks=blocks)

    def sentences(self, texts: Sequence[str], own: Own = NOTHING_OWN) -> list[tuple[Token, ...]]:
        """Annotate lines, each a text of its own; token places count from the line's beginning."""
        with collector_at_rest():
            return list(self._annotate(_batches(texts, [0] * len(texts)), own))

    def _annotate(
        self,
        batches: Iterable[Batch],
        own: Own = NOTHING_OWN,
        cast: Cast | None = None,
        wanted: Collection[int] | None = None,
    ) -> Iterator[tuple[Token, ...]]:
        """Annotate texts batch by batch.

        ``cast`` holds the names of the one text that all of them belong to; without it each is a text of its own.
        Of the others than those at the places ``wanted`` only the names are learnt.
        """
        for batch, starts in batches:
            plain = to_simplified("\n".join(text.replace("\n", " ") for text in batch)).split("\n")
            drafts = [
                self._drafter.draft(text, simple, self._fixed_word, marked)
                for text, simple, marked in zip(batch, plain, self._segmenter.mark(plain), strict=True)
            ]
            if cast is not None:
                cast.keep_together(drafts)
            if wanted is not None:
                kept = [index for index, start in enumerate(starts) if start in wanted]
                drafts, starts = [drafts[index] for index in kept], [starts[index] for index in kept]
            if own:
                for draft, place in zip(drafts, starts, strict=True):
                    own.recut(draft, place, self._own_piece)
            self._resolver.resolve(drafts)
            for draft, place in zip(drafts, starts, strict=True):
                if own:
                    own.reword(draft, place, self._words)
                yield self._finish(draft, place)
            drafts.clear()  # before the next ones are made

    def _finish(self, draft: Draft, place: int) -> tuple[Token, ...]:
        words = self._explainer.explain(draft.decided(), draft.cuts, draft.separated)
        for index, (count, other, margin) in draft.rivals.items():
            if not draft.corrected.isdisjoint(range(index, index + count)):
                continue  # the reader has said how it is cut
            words[index] = self._with_other_cut(words[index], other, margin < DOUBTFUL_MARGIN)
        starts = map(place.__add__, draft.starts)
        placed = zip(words, starts, sandhi.spoken(words, self._sounds), strict=True)
        return tuple(map(tuple.__new__, repeat(Token), placed))  # Token._make, in half the time

    def _with_other_cut(self, word: Word, other: tuple[str, ...], is_close: bool) -> Word:
        """Say of a word how its place in the text could be cut as well, and whether nothing tells which."""
        key = id(word), other, is_close
        kept = self._contested.get(key)
        if kept is None:
            others = Others(word.others.readings, (other,))
            kept = word, replace(word, others=others, doubtful=word.doubtful or is_close)
            if len(self._contested) < WORDS_KEPT:
                self._contested[key] = kept  # with the word itself, so that its identity stays taken
        return kept[1]

    def _new_cast(self) -> Cast:
        return Cast(self._words.is_person, self._segmenter.__contains__, self._classify)

    def _own_piece(self, text: str, plain: str) -> Piecework:
        """Make what a reader cut out one token, whatever it is: 股, 王小明, 2025, A股."""
        draft = self._drafter.draft(text, plain, self._fixed_word)
        if len(draft.cuts) == 1:
            return plain, draft.words[0], draft.names.get(0)
        if all(map(is_han, plain)):
            return plain, None, None  # read as a word or, where the dictionary has none, as a compound
        self._resolver.resolve([draft])
        return plain, self._words.whole(text, [word for word in draft.words if word is not None]), None

    def _fixed_word(self, piece: Piece, text: str) -> Word:
        """Make the word of a piece that needs no dictionary."""
        kept = self._fixed.get((piece.kind, text))
        if kept is not None:
            return kept
        if piece.numeral is not None:
            found = piece.numeral
            at, syllables = 0, []
            for syllable in found.syllables:  # the text may be written in other characters than were read
                syllables.append(Syllable(text[at : at + len(syllable.base)], syllable.citation))
                at += len(syllable.base)
            return Word(
                text, found.kind, tuple(syllables), decided_by="rule", gloss=found.gloss, note=found.note, role=found.role
            )  # fmt: skip
        kind = piece.kind if piece.kind in ("latin", "punctuation", "space") else "word"
        made = Word(text, kind, (Syllable(text, ""),))
        if len(self._fixed) < 50_000:  # a hostile text could have any number of them
            self._fixed[piece.kind, text] = made
        return made


def _batches(texts: Sequence[str], places: Sequence[int]) -> Iterator[Batch]:
    for first in range(0, len(texts), BATCH):
        yield texts[first : first + BATCH], places[first : first + BATCH]


def _cut_out(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Batch]:
    """Cut the sentences out of a document as they are needed: those of a novel are as much again as its text."""
    for first in range(0, len(spans), BATCH):
        batch = spans[first : first + BATCH]
        yield [text[start:end] for start, end in batch], [start for start, _ in batch]
