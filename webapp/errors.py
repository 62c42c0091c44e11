"""Every error that pindu raises on purpose.

All of them say in one sentence what is wrong and what to do about it, so that
the command line can print the message alone (exit code 1) and the web page can
show it as it is (see ``web/errors.py``)::

    PinduError
    ├── SettingError              a PINDU_* variable cannot be used
    ├── DataFolderError           the data or cache folder cannot be written
    ├── LexiconError
    │   ├── LexiconSyntaxError    a CC-CEDICT line that cannot be parsed
    │   └── LexiconFileError      the dictionary or its compiled form cannot be read or written
    ├── SourceError               what was brought in cannot become an article
    │   ├── SourceMissingError    no such file, or not readable
    │   ├── SourceTooLargeError   more than we are ready to take
    │   ├── SourceEncodingError   not text in an encoding we know
    │   │   └── SourceCharsetError    text in one of two encodings: the reader has to say which
    │   ├── SourceFormatError     a document that is damaged, protected, hostile or of a kind we do not read
    │   ├── SourceEmptyError      no text, or no Chinese in it
    │   └── SourceRefusedError    an address that we will not open, or that failed
    ├── ArticleNotFoundError      no article of that name in the library
    ├── ArticleError              an article cannot be changed like that
    │   └── ArticleChangedError   it has been changed by someone else meanwhile
    ├── CorrectionError           a word cannot be corrected like that
    │   ├── CorrectionOutdatedError   the text is no longer the one in which it was to be corrected
    │   └── CorrectionNotFoundError   no such word on the page, or no such correction
    ├── ShowingError              a text cannot be shown like that
    ├── StoreError                the library cannot be opened, read or written
    ├── BackupError               a file is no backup, or cannot be restored here
    └── PortInUseError            another program listens there
"""

from __future__ import annotations


class PinduError(Exception):
    """The base of all errors raised on purpose; its text is meant for readers."""


class SettingError(PinduError):
    """A ``PINDU_*`` variable has a value that cannot be used."""


class DataFolderError(PinduError):
    """The data or cache folder cannot be made or written."""


class LexiconError(PinduError):
    """Something is wrong with the dictionary."""


class LexiconSyntaxError(LexiconError):
    """A CC-CEDICT line does not have the form ``繁 简 [pin1 yin1] /sense/``."""

    def __init__(self, source: str, line_number: int, line: str) -> None:
        super().__init__(
            f"{source}, line {line_number}: expected 'TRAD SIMP [pin1 yin1] /sense/',"
            f" found {line[:80]!r}. Fix the line or start it with '#' to skip it."
        )


class LexiconFileError(LexiconError):
    """The dictionary file or its compiled form cannot be read or written."""


class SourceError(PinduError):
    """What was brought in cannot become an article."""


class SourceMissingError(SourceError):
    """There is no such file, or it cannot be read."""


class SourceTooLargeError(SourceError):
    """The source is larger than we are ready to take."""


class SourceEncodingError(SourceError):
    """The bytes are not text in an encoding that we know."""


class SourceCharsetError(SourceEncodingError):
    """The bytes make sense in more than one encoding.

    ``readings`` holds (charset, first line read in it) for each, likeliest first:
    what to show to whoever can tell, and what to come back with as ``charset``.
    """

    def __init__(self, name: str, readings: tuple[tuple[str, str], ...]) -> None:
        self.readings = readings
        ways = " or ".join(f"{line!r} ({charset})" for charset, line in readings)
        choices = " or ".join(f"--charset {charset}" for charset, _ in readings)
        super().__init__(f"{name} begins with either {ways}; say which with {choices}.")


class SourceFormatError(SourceError):
    """A document that is damaged, protected, hostile, or of a kind that is not read."""


class SourceEmptyError(SourceError):
    """There is no text in the source, or no Chinese in it."""


class SourceRefusedError(SourceError):
    """An address that we will not open, or that could not be fetched."""


class ArticleNotFoundError(PinduError):
    """The library has no article of that name."""


class ArticleError(PinduError):
    """An article cannot be changed as it was asked for."""


class ArticleChangedError(ArticleError):
    """An article has been changed by someone else since it was given to be edited."""


class CorrectionError(PinduError):
    """A word cannot be corrected as it was asked for."""


class CorrectionOutdatedError(CorrectionError):
    """The words on the page have changed since it was given to be corrected."""


class CorrectionNotFoundError(CorrectionError):
    """There is no such word on the page, or no such correction."""


class ShowingError(PinduError):
    """There is no such way of showing a text."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__(
            f"A text cannot be shown with {name[:40]!r} as {value[:40]!r}. Reload the page and choose again."
        )


class StoreError(PinduError):
    """The library cannot be opened, read or written."""


class BackupError(PinduError):
    """A file is no whole backup of a library, or must not be restored here."""


class PortInUseError(PinduError):
    """Another program listens on the port already."""

    def __init__(self, host: str, port: int, command: str) -> None:
        super().__init__(f"Port {port} on {host} is in use by another program. Try: {command}")
