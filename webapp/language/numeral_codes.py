"""Digits and letters that name a thing instead of counting it: telephone numbers, rooms, trains, 5G, PM2.5, 9·11."""

from __future__ import annotations

import re

from webapp.language.numeral_context import before, is_before_measure
from webapp.language.numeral_draft import Draft, Piece
from webapp.language.numeral_names import is_code, is_phone
from webapp.language.numeral_patterns import LONGEST_NUMBER, compiled, date_gloss
from webapp.language.numeral_speech import DIGIT, YAO, speak_decimal, speak_digits
from webapp.language.numeral_years import names_year_bare
from webapp.language.units import unit_after

_PHONE = compiled(
    r"(?:\+86[- ]?|86[- ])?1[3-9]\d(?:\d{8}|[- ]\d{4}[- ]\d{4})(?!\d)|[48]00[- ]?\d{3}[- ]?\d{4}(?!\d)|[48]00[- ]\d{4}[- ]\d{3}(?!\d)"
    r"|(?:\+86[- ])?0?\d{2,3}[- ]\d{4}[- ]?\d{3,4}(?:-\d{1,5})?(?!\d)"
)
_CALLED_BEFORE = re.compile(r"(?:电话|热线|传真|拨打?|致电)[是为:：]?[ ]?$")
_LOCAL_PHONE = compiled(r"\d{3,4}-\d{4}(?:-\d{4})?(?!\d)")
_DOTTED = compiled(r"\d{1,5}(?:\.\d{1,5}){2,3}(?![\d.])")
_EVENT = compiled(r"(\d{1,2})([·.])(\d{1,2})(?!\d|\.\d)")
_EVENT_AFTER = compiled(
    r"[”\"’」]?(?:事件|晚?会|假期|放假|黄金周|劳动|国庆|小?长假|(?:儿童|妇女|女神|青年|建军|教师|护士|植树|购物|狂欢|光棍|情人|消费)节|大促|运动|特?大?地震|惨案|特大|事故|案|恐怖|袭|消费|讲话|起义|爆)"
)
_GOES_ON = compiled(r"[.,]\d|[%‰]")
_PRICE_HEAD = compiled(r"\d[米块]$")
_PRICE_TAIL = compiled(r"\d\d(?![\d.,年月日点:%])")
_DIGITS = compiled(r"\d+")
_ADDRESS = compiled(
    r"(?:https?://|www\.)[!-~]+|[\w.+-]{1,64}+@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}"
    r"|(?:[A-Za-z0-9-]{1,63}+\.){1,4}(?:com|cn|org|net|gov|edu|io|info|hk|tw)(?![A-Za-z0-9])(?:/[!-~]*)?"
)
_LETTERS = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]+")
_ATOM = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]+|[0-9]+(?:\.[0-9]{1,6}){0,3}")
_JOINT = re.compile(r"[-·'’&+.](?=[A-Za-z0-9])|[ ](?=[A-Za-z0-9])")
_AFTER_LOOSE_NUMBER = compiled(r"[A-Za-z]?[.:/%‰,年月~·\-×+]|[0-9]|[ ]?[多余]?[万亿千百]")
_ROMAN = compiled(r"(?:X{0,2}(?:IX|IV|VI{1,3}|I{1,3})|X{2}|XI{0,2}|VI?)$")
_ROMAN_AFTER = compiled(r"[ ]?(?:[期型类级度世章卷]|区间)")
_PROVINCES = tuple("京沪津渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼")
_PLATE = compiled(r"[A-Z][·. ]?(?:[A-Z0-9]{5,6}(?![A-Za-z0-9])|[A-Z0-9]{4}[港澳学警挂领])")
"""The plate of a car after the short name of its province: 沪B·88X66."""
_BY_DIGIT = "read digit by digit"


def read_address(text: str, at: int) -> Draft | None:
    """Keep a web or mail address as one Latin token that nobody spells out."""
    found = _ADDRESS.match(text, at)
    return Draft((Piece(found[0], ""),), "address", kind="latin") if found else None


def read_phone(text: str, at: int) -> Draft | None:
    """Read a telephone number by its shape: 13812345678, 400-820-8820, 010-12345678."""
    found = _PHONE.match(text, at)
    if not found or (found[0].isdigit() and is_before_measure(text, found.end())):
        found = _LOCAL_PHONE.match(text, at) if _CALLED_BEFORE.search(before(text, at)) else None
    if not found:
        return None
    pieces = [
        Piece(run, speak_digits(run, one=YAO) if run.isdigit() else "")
        for run in re.findall(r"\d+|\D+", found[0])
    ]
    return Draft(tuple(pieces), "phone", "(phone number)", "read digit by digit, 1 as yāo")


def read_dotted(text: str, at: int) -> Draft | None:
    """Read a version (10.15.7) or an internet address (192.168.1.1)."""
    found = _DOTTED.match(text, at)
    if not found:
        return None
    parts = found[0].split(".")
    is_internet = len(parts) == 4
    said = [speak_digits(part, one=YAO) if is_internet else speak_decimal(part) for part in parts]
    return Draft(
        (Piece(found[0], " dian3 ".join(said)),),
        "code",
        "(IP address)" if is_internet else f"version {found[0]}",
    )


def read_event(text: str, at: int) -> Draft | None:
    """Read 9·11 and 3.15晚会: a date that became a name, digit by digit; 10·1 is 十一."""
    found = _EVENT.match(text, at)
    if not found or found[2] == "." and not _EVENT_AFTER.match(text, found.end()):
        return None
    if not (1 <= int(found[1]) <= 12 and 1 <= int(found[3]) <= 31):
        return None
    month = "shi2" if found[1] == "10" else speak_digits(found[1])
    day = speak_digits(found[3].lstrip("0"), one="yi1" if found[1] == "10" or len(found[3]) == 1 else YAO)
    if len(found[1]) == len(found[3]) == 2 and found[2] == ".":
        month, day = speak_decimal(found[1]), speak_decimal(found[3])  # 12.12 is 双十二
    gloss = date_gloss(None, int(found[1]), int(found[3]))
    return Draft(
        (Piece(found[1], month), Piece(found[2], ""), Piece(found[3], day)), "event", gloss, _BY_DIGIT
    )


def read_digits(text: str, at: int) -> Draft | None:
    """Read plain digits that name: phone numbers, codes, bare years, the 75 of 1米75, anything with a leading zero."""
    found = _DIGITS.match(text, at)
    if not found or len(found[0]) == 1 or _GOES_ON.match(text, found.end()):
        return None
    digits, end = found[0], found.end()
    if len(digits) > LONGEST_NUMBER:
        return _one_by_one(digits, "code", None)
    if len(digits) == 4 and text.startswith("年代", end):
        return _one_by_one(digits, "decade", f"{digits}s")
    if names_year_bare(text, at, end):
        return _one_by_one(digits, "year", f"(the year) {digits}")
    if is_phone(text, at, end):
        return _one_by_one(digits, "phone", "(phone number)", one=YAO)
    if is_code(text, at, end) or len(digits) > 2 and digits[0] == "0":
        return _one_by_one(digits, "code", digits, one=YAO)
    if len(digits) != 2:
        return None
    if before(text, at, 1) in ("'", "’", "‘"):
        return _one_by_one(digits, "year", f"(the year) '{digits}")
    if digits[0] == "0" and digits != "00" and text.startswith(("分", "秒"), end):
        return Draft((Piece(digits, f"ling2 {speak_decimal(digits[1])}"),), "number", digits[1])
    is_tail = _PRICE_HEAD.search(before(text, at, 2)) and _PRICE_TAIL.match(text, at)
    if digits[0] == "0" or is_tail and not is_before_measure(text, end):
        return _one_by_one(digits, "code", digits)
    return None


def _one_by_one(digits: str, role: str, gloss: str | None, one: str = DIGIT["1"]) -> Draft:
    note = f"{_BY_DIGIT}, 1 as yāo" if one == YAO and "1" in digits else _BY_DIGIT
    return Draft((Piece(digits, speak_digits(digits, one)),), role, gloss, note)


def read_letters(text: str, at: int) -> tuple[int, Draft | None]:
    """Read a run of letters and digits (G102, PM2.5, COVID-19, Windows 10); return where it ends.

    A run without digits is no numeral, and its end tells the scan where to go on.
    """
    atoms: list[str] = []
    end = at
    place: int | None = at
    while place is not None and (found := _ATOM.match(text, place)):
        if found[0][0].isdigit() and not _belongs(text, atoms, found):
            break
        if place > end:
            atoms.append(text[end:place])
        atoms.append(found[0])
        end = found.end()
        joint = _JOINT.match(text, end)
        place = joint.end() if joint else end
    if not any(atom[0].isdigit() for atom in atoms):
        return _without_digits(text, at, atoms)
    if text[at - 1 : at] in _PROVINCES and _PLATE.match(text, at):
        plate = (
            Piece(atom, speak_digits(atom, YAO) if atom.isdigit() else _as_it_stands(atom)) for atom in atoms
        )
        return end, Draft(tuple(plate), "latin", None, _BY_DIGIT, kind="latin")
    pieces = tuple(_spoken_atom(atoms, index) for index in range(len(atoms)))
    note = (
        _BY_DIGIT if any(len(p.base) > 2 and p.base.isdigit() and YAO in p.reading for p in pieces) else None
    )
    return end, Draft(pieces, "latin", None, note, kind="latin")


def _belongs(text: str, atoms: list[str], number: re.Match[str]) -> bool:
    """Tell whether a number continues the letters before it, or begins something of its own."""
    at = number.start()
    if at and text[at - 1] == " ":
        return not (
            len(number[0]) > 6
            or _AFTER_LOOSE_NUMBER.match(text, number.end())
            or unit_after(text, number.end())
            or is_before_measure(text, number.end())
        )
    return True


def _without_digits(text: str, at: int, atoms: list[str]) -> tuple[int, Draft | None]:
    end = at + sum(map(len, atoms))
    if (
        len(atoms) == 1
        and _ROMAN.match(atoms[0])
        and (_ROMAN_AFTER.match(text, end) or text[at - 1 : at] == "第")
    ):
        value = _roman(atoms[0])
        return end, Draft(
            (Piece(atoms[0], speak_decimal(str(value))),), "number", str(value), "a Roman numeral"
        )
    return max(end, at + 1), None


def _roman(letters: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in letters]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _as_it_stands(atom: str) -> str:
    return (atom.upper() if len(atom) == 1 else atom) if atom[0].isalpha() else ""


def _spoken_atom(atoms: list[str], index: int) -> Piece:
    """Letters are said as they stand, a digit run as a number or digit by digit."""
    atom = atoms[index]
    left = atoms[index - 1] if index else ""
    right = atoms[index + 1] if index + 1 < len(atoms) else ""
    if not atom[0].isdigit():
        return Piece(atom, _as_it_stands(atom))
    if "." in atom:
        return Piece(
            atom,
            " dian3 ".join(
                speak_decimal(part) if i == 0 else speak_digits(part)
                for i, part in enumerate(atom.split("."))
            ),
        )
    is_flight = left.isalpha() and len(left) <= 2 or left == "-" or left == "·"
    if left and len(atom) >= 3 and (is_flight or len(atom) > 3 or atom[1:] != "00") or atom[0] == "0":
        return Piece(atom, speak_digits(atom, one=YAO if is_flight else "yi1"))
    if right[:1] in ("P", "p") and len(atom) > 2 or left.upper() in ("N", "KN") and atom == "95":
        return Piece(atom, speak_digits(atom))
    return Piece(atom, speak_decimal(atom))
