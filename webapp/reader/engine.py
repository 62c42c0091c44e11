"""The language engine put together: dictionary, annotator, senses and levels.

Built once by the application factory, and once by each command that needs it.
"""

from __future__ import annotations

from dataclasses import dataclass

from webapp import __version__
from webapp.config import Settings
from webapp.language.annotate import Annotator
from webapp.language.polyphones import PolyphoneModel
from webapp.lexicon.levels import Levels
from webapp.lexicon.lexicon import Lexicon
from webapp.lexicon.senses import SenseRanker
from webapp.reader.dictionary import open_dictionary
from webapp.reader.fingerprint import fingerprint


@dataclass(frozen=True, slots=True)
class Engine:
    """Everything that annotating and explaining a text needs; read-only once made."""

    lexicon: Lexicon
    annotator: Annotator
    levels: Levels
    ranker: SenseRanker

    @property
    def version(self) -> str:
        """Names the engine, as it is coded, and its dictionary: a stored annotation of another version is stale."""
        return self.annotator.version


def open_engine(settings: Settings) -> Engine:
    """Open the engine. The dictionary is compiled first where that was not done yet.

    Raises :class:`~webapp.errors.LexiconError` or :class:`~webapp.errors.DataFolderError`.
    """
    lexicon = open_dictionary(settings)
    dictionary = f"CC-CEDICT {lexicon.info().date} {lexicon.info().version[:8]}"
    version = f"pindu {__version__} {fingerprint()}, {dictionary}"
    annotator = Annotator(lexicon, PolyphoneModel.load(), version)
    return Engine(lexicon, annotator, Levels.load(), SenseRanker(lexicon))
