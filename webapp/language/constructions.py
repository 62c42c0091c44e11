"""The constructions that ``morphology.py`` explains, a function each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from webapp.language.cues import Classify
from webapp.language.document import Word
from webapp.language.word_classes import DIRECTIONALS, RESULTS


@dataclass(slots=True)  # neither is frozen, which takes three times as long to make
class Finding:
    """What a rule found: a note, the word's role, other words that the note is about, and the role of those."""

    note: str
    role: str = ""
    with_words: tuple[int, ...] = ()
    their_role: str = ""


@dataclass(slots=True)
class Clause:
    """The words of a sentence, as rules look at them."""

    words: Sequence[Word]
    plain: Sequence[str]
    classify: Classify
    is_word: Callable[[str], bool]

    def text(self, index: int) -> str:
        """Return a word, "" outside the sentence and where punctuation stands."""
        if 0 <= index < len(self.words) and self.words[index].kind not in ("punctuation", "space"):
            return self.plain[index]
        return ""

    def own(self, index: int) -> str:
        """Return a word as it is written in the text."""
        return self.words[index].text

    def has(self, index: int, *classes: str) -> bool:
        """Whether a word is of one of these classes."""
        if not 0 <= index < len(self.plain):
            return False
        return not self.classify(self.plain[index]).isdisjoint(classes)

    def is_number(self, index: int) -> bool:
        """Whether a number stands there, in digits or characters."""
        return bool(self.text(index)) and (self.words[index].kind == "number" or self.has(index, "number"))

    def is_predicate(self, index: int) -> bool:
        """Whether a verb or an adjective stands there."""
        return self.has(index, "verb", "adjective") and not self.has(index, "pronoun", "preposition")


def le(clause: Clause, index: int) -> Finding | None:
    """吃了饭: completed; 下雨了: a new situation."""
    before = clause.text(index - 1)
    if clause.words[index].syllables[0].citation != "le5" or not before:
        return None
    own = clause.own(index - 1)
    if clause.text(index + 1) == before and clause.has(index - 1, "verb"):
        return Finding(f"{own}了{own}: did it briefly", "aspect", (index - 1, index + 1))
    if not clause.text(index + 1):
        return Finding(f"{own} + 了 at the end: it is so now (a new situation)", "aspect")
    return Finding(f"{own} + 了: the action is completed", "aspect", (index - 1,))


def zhe(clause: Clause, index: int) -> Finding | None:
    """笑着: goes on."""
    if clause.words[index].syllables[0].citation != "zhe5" or not clause.text(index - 1):
        return None
    verb = clause.own(index - 1)
    for other in (index + 2, index - 2):
        if clause.text(other) == clause.text(index) and clause.text(other - 1) == clause.text(index - 1):
            zhe = clause.own(index)
            note = f"{verb}{zhe}{verb}{zhe}: while doing so, something else happens"
            return Finding(note, "aspect", (index - 1,))
    return Finding(f"{verb} + 着: the action or state goes on", "aspect", (index - 1,))


def guo(clause: Clause, index: int) -> Finding | None:
    """看过: has the experience."""
    if (
        not clause.is_predicate(index - 1)
        or clause.has(index - 1, "modal", "adverb")
        or clause.has(index + 1, "directional")
    ):
        return None
    return Finding(
        f"{clause.own(index - 1)} + 过: has done so before (experienced aspect)", "aspect", (index - 1,)
    )


def de_degree(clause: Clause, index: int) -> Finding | None:
    """跑得快: how; 看得见: can."""
    if clause.words[index].syllables[0].citation != "de5" or not clause.text(index - 1):
        return None
    verb, after = clause.own(index - 1), clause.text(index + 1)
    if after in RESULTS or after in DIRECTIONALS:
        end = clause.own(index + 1)
        return Finding(
            f"{verb} + 得 + {end}: can be done (potential complement)", "particle", (index - 1, index + 1)
        )
    return Finding(f"{verb} + 得: what follows says how, or how far", "particle")


def de_adverb(clause: Clause, index: int) -> Finding | None:
    """慢慢地: -ly."""
    if clause.words[index].syllables[0].citation != "de5" or not clause.text(index - 1):
        return None
    return Finding(f"{clause.own(index - 1)} + 地: makes an adverb, like -ly", "particle")


def de_modifier(clause: Clause, index: int) -> Finding | None:
    """我的书: describes what follows."""
    if not clause.text(index - 1):
        return None
    if clause.has(index - 1, "person") and clause.text(index + 1):
        return Finding(f"{clause.own(index - 1)} + 的: possession", "particle")
    if clause.text(index + 1):
        return Finding("的: what stands before it describes what follows", "particle")
    return Finding("的 at the end: “the one that …”, or it stresses the statement", "particle")


def ba(clause: Clause, index: int) -> Finding | None:
    """把门关上: the object before the verb."""
    if clause.is_number(index - 1) or clause.has(index - 1, "demonstrative"):
        return measure(clause, index)
    end = index + 1
    while clause.text(end) and end < index + 9:
        if end > index + 1 and clause.has(end, "verb"):
            return Finding(
                f"{clause.own(index)} puts the object before the verb {clause.own(end)}", "preposition"
            )
        end += 1
    return None


def bei(clause: Clause, index: int) -> Finding | None:
    """被打破: passive."""
    return Finding("被 marks the passive: what follows is who did it, or the verb", "preposition")


def gei(clause: Clause, index: int) -> Finding | None:
    """给他打电话: for, to."""
    if clause.has(index + 1, "person", "name") and any(
        clause.has(at, "verb") for at in (index + 2, index + 3)
    ):
        return Finding(f"给 + {clause.own(index + 1)}: for or to somebody, before the verb", "preposition")
    if clause.has(index + 1, "verb") and not clause.has(index + 1, "noun"):
        return Finding("给 before a verb: stresses that it was done to somebody", "particle")
    return None


def bu(clause: Clause, index: int) -> Finding | None:
    """好不好: a question; 看不见: cannot."""
    before, after = clause.text(index - 1), clause.text(index + 1)
    if not before or not after:
        return None
    no, verb, end = clause.own(index), clause.own(index - 1), clause.own(index + 1)
    if after.startswith(before) and clause.is_predicate(index + 1):
        return Finding(f"{verb}{no}{end}: a yes-no question (A-not-A)", "negation", (index - 1, index + 1))
    if no == "不" and (after in RESULTS or after in DIRECTIONALS) and clause.has(index - 1, "verb"):
        return Finding(
            f"{verb} + 不 + {end}: cannot be done (potential complement)", "particle", (index - 1, index + 1)
        )
    return None


def yi(clause: Clause, index: int) -> Finding | None:
    """看一看: a little."""
    before = clause.text(index - 1)
    if before and before == clause.text(index + 1) and clause.has(index - 1, "verb"):
        verb = clause.own(index - 1)
        return Finding(f"{verb}一{verb}: do it briefly, give it a try", "particle", (index - 1, index + 1))
    return None


def men(clause: Clause, index: int) -> Finding | None:
    """学生们: plural of persons."""
    return (
        Finding(f"{clause.own(index - 1)} + {clause.own(index)}: plural of persons", "suffix")
        if clause.text(index - 1)
        else None
    )


def suo(clause: Clause, index: int) -> Finding | None:
    """我所知道的: that which."""
    if clause.has(index + 1, "verb") and not clause.is_number(index - 1):
        return Finding("所 + verb: that which is …", "particle")
    return measure(clause, index)


def bi(clause: Clause, index: int) -> Finding | None:
    """他比我高: comparison."""
    if clause.has(index + 1, "person", "noun", "name", "demonstrative", "time") and clause.text(index - 1):
        return Finding(f"A 比 B: more than {clause.own(index + 1)}", "preposition")
    return None


def lian(clause: Clause, index: int) -> Finding | None:
    """连孩子都懂: even."""
    if any(clause.text(at) in ("都", "也") for at in range(index + 1, min(index + 8, len(clause.words)))):
        return Finding("连 … 都/也: even", "preposition")
    return None


def measure(clause: Clause, index: int) -> Finding | None:
    """三顿饭: what is counted."""
    if not (
        clause.is_number(index - 1)
        or clause.text(index - 1) in ("这", "那", "哪", "每", "几", "某", "各", "首", "整", "半")
    ):
        return None
    word, number = clause.own(index), clause.own(index - 1)
    note = f"{number} + {word}: {word} is a measure word or unit"
    if clause.has(index + 1, "noun") and not clause.has(index + 1, "verb", "locative"):
        note = f"{number} + {word}: {word} is the measure word for {clause.own(index + 1)} here"
    if clause.text(index - 1) == "一":  # one, and not "as soon as"
        return Finding(note, "measure", (index - 1,), "number")
    return Finding(note, "measure")


def result(clause: Clause, index: int) -> Finding | None:
    """卖完: the result."""
    if not clause.has(index - 1, "verb") or clause.has(
        index - 1, "modal", "adverb", "preposition", "directional", "negation"
    ):
        return measure(clause, index)
    verb, end = clause.own(index - 1), clause.own(index)
    if verb == end or len(verb) > 2:
        return None
    return Finding(f"{verb} + {end}: {end} tells the result of {verb}", "result", (index - 1,))


def direction(clause: Clause, index: int) -> Finding | None:
    """跑进去, 笑了起来: the direction; 走来走去; 唱起歌来."""
    end, at = clause.own(index), index - 1
    if end in ("来", "來"):
        verb = clause.own(at) if clause.text(at) else ""
        if verb and clause.text(index + 1) == clause.text(at) and clause.text(index + 2) == "去":
            note = f"{verb}{end}{verb}去: back and forth, again and again"
            return Finding(note, "directional", (at, index + 1, index + 2))
        began = next((place for place in (index - 2, index - 3) if clause.text(place) == "起"), None)
        if began is not None and clause.has(began - 1, "verb", "directional"):
            verb, object_ = clause.own(began - 1), "".join(map(clause.own, range(began + 1, index)))
            return Finding(f"{verb}起{object_}{end}: begins to, when it comes to", "directional", (began,))
    if clause.text(at) == "了" and len(clause.plain[index]) == 2:
        at -= 1  # 笑 + 了 + 起来
    if not clause.has(at, "verb") or clause.has(at, "modal", "adverb", "directional", "noun", "negation"):
        return locative(clause, index) if clause.plain[index] in ("上", "下") else None
    if end in ("来", "去") and clause.has(index + 1, "verb"):
        return None
    verb = clause.own(at)
    return Finding(f"{verb} + {end}: {end} adds a direction or outcome to {verb}", "directional", (at,))


def locative(clause: Clause, index: int) -> Finding | None:
    """桌子上: on the table."""
    if not clause.has(index - 1, "noun", "pronoun", "place", "name", "measure") or clause.has(
        index - 1, "adverb"
    ):
        return None
    return Finding(
        f"{clause.own(index - 1)} + {clause.own(index)}: place or time word after a noun", "locative"
    )


def title(clause: Clause, index: int) -> Finding | None:
    """王老师, 王小明同学: the title after the name."""
    if not index or clause.words[index - 1].kind != "name":
        return None
    name, own = clause.own(index - 1), clause.own(index)
    if clause.words[index - 1].role == "surname":
        return Finding(f"surname {name} + {own}: the title comes after the name", "", (index - 1,))
    if clause.has(index - 1, "place"):
        return None
    return Finding(f"{name} + {own}: the title comes after the name")
