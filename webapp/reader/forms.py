"""The words of a page in the other script, so that a reader changes between the two without a request.

Most of them are in the dictionary, and the page has its entries anyway: the browser
takes the other form of a word from the entry that its card begins with. What goes
along is what differs from that: names, compounds, words that OpenCC knows better in
their sentence; and where one character stands for several, which others it could be::

    {"hant": {"丰田": "豐田", "免征": ["免徵", 1, "征"], "#p0s1t4": "後"}}

by the text of a token, or with ``#`` by its name where the same text is another word.

A word is doubted only where its two judges disagree: OpenCC, which goes by the words
around, and the sense that was chosen for the sentence. Of 44,000 characters turned
back from traditional sentences (Tatoeba), 1,320 had words of their own for which both
said the same, 15 of them wrongly (7 of those are 臺 or 台); where they disagree, one in
three is wrong.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from webapp.language import pinyin
from webapp.language.document import Document, Script, Token
from webapp.language.lately import Lately
from webapp.language.script import has_han, is_han, to_simplified, traditional_one_for_one
from webapp.language.transliterations import is_transliterated
from webapp.lexicon.cedict import Entry
from webapp.lexicon.meanings import is_pointer

if TYPE_CHECKING:
    from webapp.reader.cards import Card

Form = str | list[str | int]
Entries = Callable[[str], Sequence[Entry]]
FORMS_KEPT = 8_000  # of the cards that pages share


@dataclass(frozen=True, slots=True)
class Placed:
    """A token with its name on the page (p0s1t4) and its card."""

    name: str
    token: Token
    card: Card


class Forms:
    """Finds the other form of words; ``entries`` gives those of a headword."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        # The card is held, so that its identity stays taken while it is a key.
        self._kept: Lately[tuple[Script, int, str], tuple[Card, Form, bool]] = Lately(FORMS_KEPT)

    def of(self, document: Document, tokens: Iterable[Placed]) -> dict[str, dict[str, Form]]:
        """Return what a page has to carry, by the script to be shown; a script without anything is left out."""
        read = [each for each in tokens if has_han(each.token.text)]
        texts: dict[Script, str] = {"hans": to_simplified(document.text)}
        if document.script == "hans":
            texts["hant"] = traditional_one_for_one(document.text)
        found = {script: self._in_script(script, text, read) for script, text in texts.items()}
        return {script: forms for script, forms in found.items() if forms}

    def _in_script(self, script: Script, text: str, tokens: Sequence[Placed]) -> dict[str, Form]:
        places: dict[str, list[tuple[str, Form, bool]]] = defaultdict(list)
        for each in tokens:
            written, converted = each.token.text, text[each.token.start : each.token.end]
            key = (script, id(each.card), converted)
            kept = self._kept.get(key)
            if kept is None:
                form = self._form(script, each.card, converted)
                kept = (each.card, form, form == by_entry(script, written, each.card))
                self._kept.keep(key, kept)
            places[written].append((each.name, kept[1], kept[2]))
        forms: dict[str, Form] = {}
        for written, found in places.items():
            usual = Counter(str(form) for _, form, _ in found).most_common(1)[0][0]
            for name, form, is_known in found:
                if str(form) != usual:
                    forms[f"#{name}"] = form
                elif not is_known:
                    forms[written] = form
        return forms

    def _form(self, script: Script, card: Card, converted: str) -> Form:
        """Return a word in the other script; what its characters could be instead follows, each with its index."""
        if card.kind == "number":
            return converted
        reading = card.entries[0].syllables if card.entries else None
        choices = self._choices(script, card.text, reading)
        if card.kind == "name" and not choices:
            form = self._in_names(script, card.text, converted)
            return form if is_transliterated(card.text) else self._doubted(script, card, form, choices)
        is_surname = (
            bool(card.entries) and card.entries[0].is_surname
        )  # 范 and 余, where OpenCC has 範 and 餘
        is_known = not choices or (converted in choices and not is_surname)
        form = converted if is_known else by_entry(script, card.text, card) if is_surname else choices[0]
        if choices and form == by_entry(script, card.text, card):
            return form  # the words around it (OpenCC) and the sense chosen for it say the same
        return self._doubted(script, card, form, choices)

    def _doubted(self, script: Script, card: Card, form: str, choices: Sequence[str]) -> Form:
        doubts: list[str | int] = []
        for index, (char, (_, above)) in enumerate(zip(card.text, _by_character(card), strict=True)):
            if choices:
                others = {choice[index] for choice in choices}
            elif card.kind == "name" and form[index] in self._as_names(script, char):
                continue
            else:
                others = (
                    set(self._choices(script, char, (above,) if above else None)) if is_han(char) else set()
                )
            if others := {other for other in others - {form[index]} if is_usual(other)}:
                doubts += [index, "".join(sorted(others))]
        return [form, *doubts] if doubts else form

    def _in_names(self, script: Script, text: str, converted: str) -> str:
        """Have the characters that are names by themselves as they are then: 余秀华, 奥尔德里奇."""
        chars = []
        for char, other in zip(text, converted, strict=True):
            forms = self._as_names(script, char) if other != char else ()
            chars.append(forms[0] if forms and other not in forms else other)
        return "".join(chars)

    def _as_names(self, script: Script, char: str) -> list[str]:
        """Return the forms that a character has as a name (read Li3), surnames above all."""
        names = [entry for entry in self._entries(char) if entry.syllables[0][:1].isupper()]
        here = [_forms(script, entry) for entry in sorted(names, key=lambda entry: not entry.is_surname)]
        return [form for own, form in here if own == char]

    def _choices(self, script: Script, text: str, reading: Sequence[str] | None) -> list[str]:
        """Return the forms that the dictionary gives for a word read like that, mere variants left out."""
        here = [entry for entry in self._entries(text) if _forms(script, entry)[0] == text]
        wanted = [syllable.lower() for syllable in reading or ()]
        alike = [entry for entry in here if not wanted or [s.lower() for s in entry.syllables] == wanted]
        real = [entry for entry in alike if not is_pointer(entry)] or alike
        forms = dict.fromkeys(_forms(script, entry)[1] for entry in real)
        return [form for form in forms if len(form) == len(text)]


def is_usual(char: str) -> bool:
    """Claim that a character is one of the 5,401 in common use (the first level of Big5) or a simplified one.

    >>> is_usual("後"), is_usual("秊")    # an old 年
    (True, False)
    """
    try:
        return char.encode("big5") <= b"\xc6\x7e"
    except UnicodeEncodeError:
        return char.isascii() or _is_simplified(char)


def _is_simplified(char: str) -> bool:
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def by_entry(script: Script, written: str, card: Card) -> str:
    """Return the form that the browser finds by itself (``js/forms.js`` does the same)."""
    own, other = _forms(script, card.entries[0]) if card.entries else ("", "")
    return other if own == written and len(other) == len(written) else written


def _forms(script: Script, entry: Entry) -> tuple[str, str]:
    """Return an entry as it is written in the other script, and in this one."""
    forms = (entry.simplified, entry.traditional)
    return forms if script == "hant" else (forms[1], forms[0])


def _by_character(card: Card) -> list[tuple[str, str]]:
    """Return the characters of a word, each with its numbered reading, "" where it has none of its own."""
    return [
        (char, pinyin.to_numbered(reading) if len(base) == 1 else "")
        for base, reading in card.ruby
        for char in base
    ]
