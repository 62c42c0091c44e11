"""Parse CC-CEDICT, both the format of every export and what newer ones added.

A line is ``傳統 传统 [chuan2 tong3] /tradition/traditional/CL:個|个[ge4]/``. Since
2024 an export may also have ``(CL:扇[shan4])`` inside a sense, and readings in
double brackets without spaces: ``[[chuan2tong3]]``.

An :class:`Entry` keeps the wording of its senses as it is and takes out what is
no meaning: measure words, and the notes on other pronunciations. Where a sense
only points elsewhere, ``references.py`` reads the pointer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from webapp.errors import LexiconSyntaxError
from webapp.lexicon.references import Reference, first_reference

LINE = re.compile(r"(\S+) (\S+) \[(\[?)([^\[\]]+)\]?\] /(.+)/\s*")
SYLLABLE = re.compile(r"[A-Za-züÜ]+[1-5]")
PIECE = re.compile(r"[A-Za-züÜ]+[1-5]|[·,:]|[^\s'’\-·,:]+")

CLASSIFIER = re.compile(r"([^\s,;|\[\]()]+)(?:\|([^\s,;|\[\]()]+))?\[+([^\]]+)\]+")
CLASSIFIER_LIST = re.compile(r"\s*(?:\(CL:([^()]*)\)|; CL:([^()]*))")
PRONUNCIATION = re.compile(r"(?:\(coll\.\) )?\(?(?:Taiwan|also|old|Beijing|coll\.|colloquial|always) pr\. ")
TAIWAN = re.compile(r"Taiwan pr\. \[+([^\]]+)\]+")
ALSO = re.compile(r"\balso pr\. ((?:\[+[^\]]+\]+(?:, | or )?)+)")
BRACKETS = re.compile(r"\[+([^\]]+)\]+")


@dataclass(frozen=True, slots=True)
class Classifier:
    """A measure word that an entry is counted with."""

    simplified: str
    traditional: str
    syllables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the dictionary: a headword in one reading, with its senses.

    ``syllables`` are numbered (``hang2``, ``lü4``, ``r5``), capitals kept; ``,``
    and ``·`` and Latin letters are items of their own. ``taiwan`` and ``also``
    are other readings of the whole headword. ``reference`` is set when some sense
    only points to another headword.
    """

    simplified: str
    traditional: str
    syllables: tuple[str, ...]
    senses: tuple[str, ...]
    classifiers: tuple[Classifier, ...] = ()
    taiwan: tuple[str, ...] | None = None
    also: tuple[tuple[str, ...], ...] = ()
    reference: Reference | None = None
    is_surname: bool = False
    is_proper: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """What an export says about itself in its ``#!`` lines."""

    date: str | None = None
    entries: int | None = None
    licence: str | None = None
    publisher: str | None = None


def syllables(reading: str) -> tuple[str, ...]:
    """Split a reading as the dictionary writes it.

    >>> syllables("nu:3 ren2")
    ('nü3', 'ren2')
    >>> syllables("ka3 la1 O K"), syllables("wan2r5"), syllables("Da2 · Fen1 qi2")
    (('ka3', 'la1', 'O', 'K'), ('wan2', 'r5'), ('Da2', '·', 'Fen1', 'qi2'))
    """
    return tuple(PIECE.findall(reading.replace("u:", "ü").replace("U:", "Ü")))


def parse_line(line: str, source: str = "CC-CEDICT", number: int = 1) -> Entry:
    """Read one entry. A line of another form raises :class:`LexiconSyntaxError`."""
    match = LINE.fullmatch(line)
    if match is None:
        raise LexiconSyntaxError(source, number, line.rstrip("\r\n"))
    traditional, simplified, _, reading, body = match.groups()
    spoken = syllables(reading)
    written = [sense.strip() for sense in body.split("/")]
    if not spoken or not all(written):
        raise LexiconSyntaxError(source, number, line.rstrip("\r\n"))
    return Entry(
        simplified,
        traditional,
        spoken,
        _meanings(written),
        tuple(_classifiers(body)) if "CL:" in body else (),
        *_other_readings(body),
        first_reference(written) if "[" in body or " of " in body else None,
        is_surname=any(sense.startswith("surname ") for sense in written),
        is_proper=any(s[0].isupper() and len(s) > 1 and SYLLABLE.fullmatch(s) for s in spoken),
    )


def holds_entry(line: str) -> bool:
    """Whether a line of an export is to be parsed: neither empty nor a ``#`` line."""
    return bool(line.strip()) and not line.startswith("#")


def parse(lines: Iterable[str], source: str = "CC-CEDICT") -> Iterator[Entry]:
    """Read an export line by line. Empty lines and ``#`` lines hold no entry."""
    for number, line in enumerate(lines, start=1):
        if holds_entry(line):
            yield parse_line(line, source, number)


def parse_header(lines: Iterable[str]) -> Header:
    """Read the ``#!`` lines an export begins with; stops at the first entry."""
    said: dict[str, str] = {}
    for line in lines:
        if not line.startswith("#"):
            break
        if line.startswith("#!") and "=" in line:
            name, value = line[2:].split("=", 1)
            said[name.strip()] = value.strip()
    entries = said.get("entries", "")
    return Header(
        said.get("date", "")[:10] or None,
        int(entries) if entries.isdecimal() else None,
        said.get("license"),
        said.get("publisher"),
    )


def _meanings(written: list[str]) -> tuple[str, ...]:
    """Return the senses without measure words and notes on pronunciation, if any remain."""
    kept = []
    for sense in written:
        bare = CLASSIFIER_LIST.sub("", sense) if "CL:" in sense else sense
        if bare and not bare.startswith("CL:") and not PRONUNCIATION.match(bare):
            kept.append(bare)
    return tuple(kept or written)


def _classifiers(body: str) -> Iterator[Classifier]:
    lists = [sense[3:] for sense in body.split("/") if sense.startswith("CL:")]
    inside = ["".join(found) for found in CLASSIFIER_LIST.findall(body)]
    for listed in [*lists, *inside]:
        for traditional, simplified, reading in CLASSIFIER.findall(listed):
            yield Classifier(simplified or traditional, traditional, syllables(reading))


def _other_readings(body: str) -> tuple[tuple[str, ...] | None, tuple[tuple[str, ...], ...]]:
    """Return the Taiwan reading and the other readings that the notes name."""
    if " pr. " not in body:
        return None, ()
    taiwan = TAIWAN.search(body)
    also = [reading for said in ALSO.findall(body) for reading in BRACKETS.findall(said)]
    return (
        syllables(taiwan.group(1)) if taiwan else None,
        tuple(syllables(reading) for reading in also),
    )
