"""Several numbers together: ranges, scores, ratios and sums."""

from __future__ import annotations

from webapp.language.numeral_context import before, is_about_score, is_before_measure, wants_liang
from webapp.language.numeral_draft import Draft, Piece, amount_pieces, amount_value, is_padded
from webapp.language.numeral_patterns import AMOUNT, DASH, NUMBER, compiled
from webapp.language.numeral_speech import SCALE, english_pair, speak_code, speak_decimal

_RANGE = compiled(rf"(?P<first>{AMOUNT})(?P<dash>{DASH})(?P<last>{AMOUNT})(?![:\d]|[-/~]\d)")
_LIST_PAIR = compiled(r"(?P<first>[1-9])(?P<dash>、)(?P<last>[1-9])(?=[个天名位次年人岁分秒周月万千百])")
_NUMBERED_BEFORE = compiled(r"[图表例式题章节款号楼栋幢][ ]?$")
_CHAIN = compiled(r"\d{1,8}+(?:-\d{1,8}+){2,40}+(?![\d.%‰万亿])")
_RATIO = compiled(rf"{NUMBER}(?::{NUMBER}){{1,3}}(?!\d)")
OPERATORS = {
    "+": "jia1", "-": "jian3", "×": "cheng2", "x": "cheng2", "X": "cheng2", "*": "cheng2", "÷": "chu2 yi3", "/": "chu2 yi3",
    "=": "deng3 yu2", "≈": "yue1 deng3 yu2", "≠": "bu4 deng3 yu2", ">": "da4 yu2", "<": "xiao3 yu2",
    "≥": "da4 yu2 deng3 yu2", "≤": "xiao3 yu2 deng3 yu2",
}  # fmt: skip
# A lone minus, slash or comparison makes no sum (5-3, 3/4), but they may stand in one (5-3=2).
_SUM = compiled(
    rf"{NUMBER}(?:[ ]?[-/<>≥≤][ ]?{NUMBER}){{0,3}}[ ]?[+×xX*÷=≈≠][ ]?-?{NUMBER}(?:[ ]?[+\-×xX*÷/=≈≠<>≥≤][ ]?-?{NUMBER}){{0,12}}"
)
_SUM_ITEM = compiled(rf"{NUMBER}|[ ]|.")


def read_ratio(text: str, at: int) -> Draft | None:
    """Read 3:2 and 1:10000; the colon is 比."""
    found = _RATIO.match(text, at)
    if not found:
        return None
    parts = found[0].split(":")
    pieces = [Piece(parts[0], speak_decimal(parts[0]))]
    for part in parts[1:]:
        pieces += [Piece(":", "bi3"), Piece(part, speak_decimal(part))]
    role = "score" if is_about_score(text, at, found.end()) else "ratio"
    return Draft(tuple(pieces), role, " to ".join(parts), ": is read 比")


def read_chain(text: str, at: int) -> Draft | None:
    """Read 3-2-501, as in an address: several numbers that no range is made of."""
    found = _CHAIN.match(text, at)
    if not found:
        return None
    first, *others = found[0].split("-")
    pieces = [Piece(first, speak_code(first))]
    for other in others:
        pieces += [Piece("-", ""), Piece(other, speak_code(other))]
    return Draft(tuple(pieces), "code", found[0])


def read_range(text: str, at: int) -> Draft | None:
    """Read 100-200, 3~5 and 2—3万; a falling pair, or any in talk of a match, is a score."""
    found = _RANGE.match(text, at) or _LIST_PAIR.match(text, at)
    if not found:
        return None
    first, dash, last = found["first"], found["dash"], found["last"]
    rises = amount_value(first) < amount_value(last) or last[-1] in SCALE
    if _NUMBERED_BEFORE.search(before(text, at, 2)) or is_padded(first) or is_padded(last):
        return Draft(
            (Piece(first, speak_code(first)), Piece(dash, ""), Piece(last, speak_code(last))), "code"
        )
    is_short = first.isdigit() and last.isdigit() and len(first) <= 3 >= len(last)
    is_hyphen = "~" not in dash and dash != "、"
    is_score = is_short and is_hyphen and (not rises or is_about_score(text, at, found.end()))
    is_draw = first == last and text.startswith("平", found.end())
    if is_score and (is_draw or not is_before_measure(text, found.end())):
        pieces = (Piece(first, speak_decimal(first)), Piece(dash, "bi3"), Piece(last, speak_decimal(last)))
        return Draft(pieces, "score", f"{first} to {last}", "a score: - is read 比")
    if not rises and is_hyphen:
        return Draft(
            (Piece(first, speak_code(first)), Piece(dash, ""), Piece(last, speak_code(last))), "code"
        )
    liang = wants_liang(text, at, found.end()) and not first.endswith("、")
    joint = Piece(dash, "" if dash == "、" else "dao4")
    both = (*amount_pieces(first, liang), joint, *amount_pieces(last, liang and last == "2"))
    word = "or" if dash == "、" else "to"
    return Draft(both, "range", english_pair(amount_value(first), word, amount_value(last)))


def read_sum(text: str, at: int) -> Draft | None:
    """Read 3×4=12, 1+1=2, 1920×1080."""
    found = _SUM.match(text, at)
    if not found:
        return None
    pieces: list[Piece] = []
    for item in _SUM_ITEM.findall(found[0]):
        if item == " ":
            pieces.append(Piece(item, ""))
        elif item in OPERATORS:
            follows_sign = bool(pieces) and pieces[-1].base in OPERATORS
            pieces.append(Piece(item, "fu4" if item == "-" and follows_sign else OPERATORS[item]))
        else:
            pieces.append(Piece(item, speak_decimal(item)))
    return Draft(tuple(pieces), "math", found[0])
