"""Notes on words by their own form: 看不见, 好不好, 高高兴兴, 现代化 are headwords, and yet made of parts.

A rule here looks at one word alone; what depends on the neighbours is in
``constructions.py``. ``plain`` is a word in simplified characters, ``own`` the
same as the text writes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.language.cues import Classify
from webapp.language.segmentation import Segmenter
from webapp.language.word_classes import DIGITS, DIRECTIONALS, ENDS

COMPLEMENTS = ENDS | frozenset("了着及得") | {"清楚", "明白"}
"""What may follow 不 or 得 after a verb: 受不了, 看得见, 来不及."""
SUFFIXES = {
    "者": "one who", "性": "-ness, -ity", "化": "-ize, -ization", "家": "-ist, expert", "率": "rate", "员": "member, staff",
    "长": "head of", "权": "right to", "法": "law, method", "力": "power", "型": "type", "式": "-style", "学": "study of",
    "机": "machine", "额": "amount", "费": "fee", "量": "quantity", "论": "theory", "制": "system", "界": "world of",
    "业": "industry", "们": "plural of persons",
}  # fmt: skip
PREFIXES = {
    "非": "non-", "可": "-able", "超": "super-", "反": "anti-, against", "亚": "sub-", "副": "vice-", "准": "quasi-",
    "半": "half-, semi-", "总": "general, total",
}  # fmt: skip
DERIVING = frozenset("者性化家率员长型式学机们")
"""Suffixes that are seldom anything else at the end of a headword."""
PLACES = {
    "市": "city", "省": "province", "县": "county", "区": "district", "镇": "town", "乡": "township", "村": "village",
    "州": "prefecture, state", "岛": "island", "湾": "bay", "峡": "gorge, strait", "江": "river", "河": "river", "湖": "lake",
    "山": "mountain", "海": "sea", "洋": "ocean", "路": "road", "街": "street", "港": "harbour", "国": "country",
    "寺": "temple", "庙": "temple", "桥": "bridge", "洲": "continent, islet", "寨": "stockaded village",
}  # fmt: skip
LONG_PLACES = {
    "共和国": "republic", "自治区": "autonomous region", "自治州": "autonomous prefecture", "自治县": "autonomous county",
    "三角洲": "delta", "群岛": "islands", "半岛": "peninsula", "海峡": "strait", "运河": "canal", "王国": "kingdom", "帝国": "empire",
    "公路": "highway", "铁路": "railway", "大街": "avenue", "国家公园": "national park",
}  # fmt: skip
SURELY_PLACES = frozenset("市省县区镇乡村州岛湾峡")
"""What ends in one of these is no person: 宋江 and 孙中山 are."""
SOUNDS = frozenset("哗啦咚砰嘭叮当咯嗡嗖哈嘻呵嘿哇呜嘟滴嗒噼啪轰隆淅沥潺咕嘀叽喳咩汪喵嗷吱唰簌飒嗤噗嘎怦嘘呼")
"""What is doubled because it sounds so: 哗哗响."""
EACH = frozenset("天年月日夜人家户个件处事时步样次回句条张声代层")
"""What is doubled to say each and every: 天天, 人人, 个个."""
NOT_MADE_SO = frozenset("动不动 时不时 先不先 巴不得 恨不得 怪不得 谢谢 拜拜 画画 道道 当当".split())
"""Words whose meaning has left the form: 动不动 is no question, 怪不得 not what cannot be done, 画画 a verb and its object."""
STATES = frozenset("结巴 迷糊 慌张 犹豫 疯癫 勉强 哆嗦 唠叨 拖拉 扭捏 遮掩 躲闪 支吾 磨蹭 邋遢".split())
"""Verbs that say what somebody is like: doubled they are livelier, and nothing is done by turns."""
ERHUA = "r5"


@dataclass(frozen=True, slots=True)
class WordNotes:
    """Says what a headword of two characters or more is made of.

    ``segmenter`` knows which words there are and how a longer one falls apart.
    """

    classify: Classify
    segmenter: Segmenter

    def note(self, plain: str, own: str, reading: Sequence[str]) -> str | None:
        """Return the note, None where a word is just a word; ``reading`` are its numbered syllables.

        >>> notes = WordNotes(lambda word: frozenset({"verb"}), Segmenter({"看见": -9.0}))
        >>> notes.note("看不见", "看不見", ("kan4", "bu5", "jian4"))
        '看 + 不 + 見: cannot be done (potential complement)'
        """
        if len(plain) < 2 or plain in NOT_MADE_SO or len(own) != len(plain):
            return None
        if reading[0][:1].isupper():
            return self.place(plain, own)
        return (
            self._question(plain, own)
            or self._potential(plain, own)
            or self._doubled(plain, own)
            or self._derived(plain, own, reading)
            or (erhua(own) if reading[-1] == ERHUA else None)
        )

    def _question(self, plain: str, own: str) -> str | None:
        """好不好, 有没有."""
        if len(plain) in (3, 4) and plain[1] in "不没" and plain[2] == plain[0]:
            return f"{own[0]}{own[1]}{own[2:]}: a yes-no question (A-not-A)"
        return None

    def _potential(self, plain: str, own: str) -> str | None:
        """受不了, 看得见."""
        if len(plain) < 3 or plain[1] not in "不得" or plain[2:] not in COMPLEMENTS:
            return None
        classes = self.classify(plain[0])
        if "verb" not in classes or not classes.isdisjoint(("preposition", "modal")):
            return None
        says = "cannot be done" if plain[1] == "不" else "can be done"
        return f"{own[0]} + {own[1]} + {own[2:]}: {says} (potential complement)"

    def _doubled(self, plain: str, own: str) -> str | None:
        """看看, 看一看, 试试看, 天天, 高高兴兴, 笑嘻嘻."""
        first = plain[0]
        if len(plain) == 2 and first == plain[1]:
            if first in EACH:
                return f"{own[0]} doubled: each and every"
            if first in SOUNDS:
                return None
            return little(own[0]) if self._is_verb(first) and self._is_verb(plain) else None
        if len(plain) == 3 and plain[1] == "一" and first == plain[2] and self._is_verb(first):
            return little(own)
        if len(plain) == 3 and plain[2] == "看" and first == plain[1] and self._is_verb(first):
            return f"{own[0]} doubled + {own[2]}: do it a little and see"
        if len(plain) == 3 and first != plain[1] == plain[2] and "adjective" in self.classify(plain):
            return painted(own)
        if (
            len(plain) == 4
            and first == plain[1] != plain[2] == plain[3]
            and first + plain[2] in self.segmenter
        ):
            base = first + plain[2]
            if "noun" in self.classify(base) and not self._is_verb(base) and base not in EACH:
                return None  # 爸爸妈妈
            is_done = self._is_verb(base) and "adjective" not in self.classify(base) and base not in STATES
            return again(own[0] + own[2]) if is_done else livelier(own[0] + own[2])
        return None

    def _derived(self, plain: str, own: str, reading: Sequence[str]) -> str | None:
        """现代化, 消费者, 孩子们, 非正式, 第二次."""
        if plain[0] == "第" and plain[1] in DIGITS:
            counted = plain[1:].lstrip("".join(DIGITS))
            number = own[1 : len(own) - len(counted)]
            note = f"{own[0]} + {number}: an ordinal number"
            return f"{note}, {own[-len(counted) :]} is what is counted" if counted else note
        if len(plain) < 3 or plain[:-1] in DIGITS:
            return None
        parts = self.segmenter.split(plain)
        if len(parts) != 2:
            return None
        head, tail = parts
        if tail in DERIVING and not (
            plain[:-2] in self.segmenter and len(plain) > 3 and plain[-2:] in self.segmenter
        ):
            is_meant = reading[-1] == "zhang3" or tail != "长"
            return f"{own[:-1]} + {own[-1]}: {SUFFIXES[tail]}" if is_meant else None
        if head in PREFIXES and tail not in DIRECTIONALS:
            is_meant = head not in "准亚总" and (
                head != "可" or (self._is_verb(tail) and tail[0] not in "不得")
            )
            return f"{own[0]} + {own[1:]}: {PREFIXES[head]}" if is_meant else None
        return None

    def place(self, plain: str, own: str, is_sure: bool = False) -> str | None:
        """Say what kind of place a name tells, None where none; ``is_sure``: it surely is a place. 杭州市, 长江, 台湾海峡: the type is part of the name."""
        longer = next((kind for kind in LONG_PLACES if plain.endswith(kind) and plain != kind), "")
        kind = longer or plain[-1]
        is_place = is_sure or kind in SURELY_PLACES or "place" in self.classify(plain)
        if not longer and not (is_place and kind in PLACES):
            return None
        says = LONG_PLACES.get(kind) or PLACES[kind]
        if len(plain) == 2:
            return f"place name with {own[-1]}, {says}"
        if kind == "国":
            return None  # 联邦德国, 太平天国: it belongs to what stands before it
        type_ = own[-len(kind) :]
        return f"{own[: -len(kind)]} + {type_}: place name, {type_} is {says}"

    def _is_verb(self, word: str) -> bool:
        classes = self.classify(word)
        return "verb" in classes and classes.isdisjoint(("adverb", "name", "modal"))


def little(own: str) -> str:
    """Say what doubling a verb does.

    >>> little("看")
    '看 doubled: do it a little, give it a try'
    """
    says = own if "一" in own else f"{own} doubled"
    return f"{says}: do it a little, give it a try"


def livelier(own: str) -> str:
    """Say what doubling both characters of a word does.

    >>> livelier("高兴")
    '高兴 doubled: livelier, thoroughly so'
    """
    return f"{own} doubled: livelier, thoroughly so"


def again(own: str) -> str:
    """Say what doubling both characters of a verb does.

    >>> again("来往")
    '来往 doubled: again and again, now the one, now the other'
    """
    return f"{own} doubled: again and again, now the one, now the other"


def painted(own: str) -> str:
    """Say what a doubled ending does.

    >>> painted("红彤彤")
    '红 + 彤彤: the doubled ending makes it vivid'
    """
    return f"{own[0]} + {own[1:]}: the doubled ending makes it vivid"


def erhua(own: str) -> str:
    """Say what 儿 does at the end of a word.

    >>> erhua("花儿")
    '花 + 儿: spoken with an r at its end (erhua)'
    """
    return f"{own[:-1]} + {own[-1]}: spoken with an r at its end (erhua)"
