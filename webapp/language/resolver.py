"""Give every word of a sentence its reading: ask the sources of ``readings.py`` in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from webapp.language.asking import Asked, Asker, Open
from webapp.language.cases import Case, Cases
from webapp.language.cues import Classify
from webapp.language.document import Word
from webapp.language.draft import Draft
from webapp.language.forms_of_address import COMMON_SURNAMES
from webapp.language.polyphones import PolyphoneModel
from webapp.language.readings import Reading, Rules
from webapp.language.reduplication import said_again
from webapp.language.script import guess_script
from webapp.language.separable import ABLE, LIGHT, find_separated
from webapp.language.word_classes import (
    CONJUNCTIONS,
    DEMONSTRATIVES,
    PREPOSITIONS,
    RARELY_SURNAMES,
    SURNAMES,
    TITLES_AFTER_NAMES,
)
from webapp.language.words import Words

PERSONAL = frozenset({"person", "japanese", "given", "called", "place"})
"""Names that are read as such even where the dictionary has the same characters as a word."""
SELDOM_SURNAMES = PREPOSITIONS | CONJUNCTIONS | DEMONSTRATIVES | frozenset("有都时就会才过着当全经应")
"""What stands before 老师 for other reasons than that the teacher is called so."""

_ONE_IN_TRADITIONAL = {"只": "zhi3", "干": "gan1", "斗": "dou3"}
"""How characters are read in traditional writing, which has another one (隻, 幹, 鬥) for their other reading."""

POLITE = frozenset(("女士", "先生", "太太"))
"""Titles that stand after nothing but a surname, where no full name or noun is before them."""
FAMILIES = COMMON_SURNAMES | frozenset("叶马钱江石孔毛龙史段余钟雷熊汤")
"""What 家 makes a family of: 苏家, 叶家."""
NEAR_PEOPLE = frozenset(
    "邻居 同事 导演 教练 房东 老乡 同桌 朋友 客人 街坊 队友 网友 编剧 作家 画家 演员 司机 秘书 助理".split()
)
"""Words for people that a name may stand straight after, beside titles."""


class Resolver:
    """Gives every open word of a draft its reading."""

    def __init__(
        self,
        words: Words,
        rules: Rules,
        classify: Classify,
        model: PolyphoneModel | None,
        is_word: Callable[[str], bool] = lambda word: False,
    ) -> None:
        self._words = words
        self._rules = rules
        self._classify = classify
        self._is_word = is_word
        self._asker = Asker(words, model) if model is not None else None
        self._cases = Cases(words, rules, model)
        self._known: dict[tuple[str, str], Case] = {}
        self._cased: dict[str, Case] = {}  # those of words in simplified characters that are nothing else
        self._settled: dict[str, tuple[str, Word, bool]] = {}
        """As written: in simplified characters, the word, and whether the model may be asked how it is read."""

    def resolve(self, drafts: Sequence[Draft]) -> None:
        """Decide all open words of the drafts, in place."""
        asked = [self._ask_or_decide(draft) for draft in drafts]
        if self._asker is not None:
            self._asker.ask(drafts, asked)

    def _ask_or_decide(self, draft: Draft) -> Asked:
        """Decide what needs no model; return what it is to be asked about."""
        asked: list[Open] = []
        inside: list[int] = []
        same, names = draft.text == draft.plain, draft.names
        fixed = self._separate(draft)
        words, cuts = draft.words, draft.cuts
        owns = cuts if same else [*map(draft.own, range(len(cuts)))]
        known = map(self._settled.get, owns)
        for index, (word, own, settled) in enumerate(zip(words, owns, known, strict=True)):
            if word is not None:
                if draft.corrected:
                    inside.append(index)
                continue
            plain = cuts[index]
            if settled is not None and settled[0] == plain and index not in names and index not in fixed:
                words[index] = settled[1]
                if settled[2]:
                    inside.append(index)
                continue
            case = self._cased.get(plain) if same and index not in names else None
            if index in fixed:
                others = self._words.readings(own, plain)
                words[index] = self._words.word(own, plain, fixed[index], "rule", others=others)
            elif case is not None:
                self._decide_case(draft, index, case, asked)
            else:
                self._decide(draft, index, own, plain, asked)
            if len(plain) > 1:
                inside.append(index)
        return asked, inside

    def _separate(self, draft: Draft) -> dict[int, Reading]:
        """Find the verbs taken apart in a sentence; return how their parts, and what is between, are read."""
        fixed: dict[int, Reading] = {}
        draft.separated = list(find_separated(draft.cuts, draft.plain, self._classify, self._is_word))
        for found in draft.separated:
            own = draft.own(found.verb)[:1] + draft.own(found.object)
            reading = next(iter(self._words.readings(own, found.whole)), ())
            if len(reading) == len(own):
                for place in (found.verb, *found.repeats, found.object):
                    if len(draft.cuts[place]) > len(found.whole) - 1:
                        continue  # 喝喝: the doubled verb is a word of its own
                    if len(draft.cuts[place]) > 1 and place == found.object:
                        continue  # 做什么生意: so is what has a reading apart from the verb
                    part = reading[:1] if place != found.object else reading[1:]
                    if part in self._words.readings(draft.own(place), draft.cuts[place]):
                        fixed[place] = self._by_cue(draft, place) or part
            for place in range(found.verb + 1, found.object):
                is_able = draft.cuts[place - 1] in ("不", "得")
                light = (ABLE if is_able else LIGHT).get(draft.cuts[place])
                if light is not None:
                    fixed[place] = (light,)
        for place, verb in said_again(draft.cuts, draft.plain).items():
            if (verb,) in self._words.readings(draft.own(place), draft.cuts[place]):
                fixed[place] = (verb,)
        return fixed

    def _by_cue(self, draft: Draft, place: int) -> Reading | None:
        """Return the reading that a rule with a cue gives a word: 宿 in 住了一宿 counts nights."""
        rule = self._rules.decide(draft.cuts[place], draft.place(place, self._classify))
        return rule.reading if rule is not None and not rule.is_weak else None

    def _decide(self, draft: Draft, index: int, own: str, plain: str, asked: list[Open]) -> None:
        kind = draft.names.get(index)
        if kind is not None and (kind in PERSONAL or not self._words.readings(own, plain)):
            draft.words[index] = self._words.made(kind, own, plain)
        elif plain in SURNAMES and self._is_surname(draft, index):
            draft.words[index] = self._words.surname(own, plain)
        else:
            only = _ONE_IN_TRADITIONAL.get(own)
            if only is not None and guess_script(draft.text) == "hant":
                draft.words[index] = self._words.word(own, plain, (only,), "rule")
                return
            case = self._known.get((own, plain))
            readings = () if case is not None else self._words.readings(own, plain)
            if case is None and (len(readings) > 1 or (readings and plain in self._rules)):
                case = self._known[own, plain] = self._cases.case(own, plain, readings)
            if case is not None:
                self._decide_case(draft, index, case, asked)
                if own == plain and plain not in SURNAMES and own not in _ONE_IN_TRADITIONAL:
                    self._cased[plain] = case
            elif readings:
                self._settle(draft, index, self._words.word(own, plain, readings[0], "word"))
            else:
                settled = self._words.single(own) if len(own) == 1 else self._words.compound(own, plain)
                self._settle(draft, index, settled)

    def _decide_case(self, draft: Draft, index: int, case: Case, asked: list[Open]) -> None:
        outcome = case.outcome(draft, index, self._classify)
        if outcome.word is None:
            asked.append((index, outcome))
        elif outcome.is_settled:
            self._settle(draft, index, outcome.word)
        else:
            draft.words[index] = outcome.word

    def _is_surname(self, draft: Draft, index: int) -> bool:
        """Tell the surname of 任先生, 姓曾, 仇某 and 赵家 from the same character as a word: 和 + 老师."""
        before = draft.cuts[index - 1] if index else ""
        after = draft.cuts[index + 1] if index + 1 < len(draft.cuts) else ""
        plain = draft.cuts[index]
        if before[-1:] == "姓" or after == "某" or (after == "家" and plain in FAMILIES):
            return True
        if after not in TITLES_AFTER_NAMES or plain in COMMON_SURNAMES:
            return after in TITLES_AFTER_NAMES
        if plain in SELDOM_SURNAMES:
            return plain == "于" and before in ("", "的", "，", "。", "“", "：")
        if index - 1 in draft.names:
            return False
        if after in POLITE and plain in SURNAMES - RARELY_SURNAMES:
            return True  # 目击者 + 解 + 女士
        if plain != "任" and (before in NEAR_PEOPLE or before in TITLES_AFTER_NAMES):
            return True  # 邻居 + 仇 + 大爷
        near = self._classify(before) if before else frozenset()
        return near.isdisjoint(
            ("noun", "name", "adjective", "number")
        )  # not 罗斯福 + 任 + 总统, nor 大帝 + 诸 + 将军

    def _settle(self, draft: Draft, index: int, word: Word) -> None:
        """Take a word that is read the same wherever it stands."""
        draft.words[index] = word
        plain = draft.cuts[index]
        if plain not in self._rules and plain not in SURNAMES:
            may_be_asked = self._asker is not None and self._asker.may_be_asked(word, plain)
            self._settled[word.text] = plain, word, may_be_asked
