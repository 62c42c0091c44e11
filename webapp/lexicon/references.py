"""Senses that only point to another headword: "see X", "variant of X", "abbr. for X".

A pointer names its target as ``無可厚非|无可厚非[wu2 ke3 hou4 fei1]``: traditional,
simplified where it differs, reading where the dictionary gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

ReferenceKind = Literal["variant", "see", "same", "erhua", "abbreviation", "used in", "see also"]

TARGET = (
    r"(?P<traditional>[^\s,;|\[\]()/]+)(?:\|(?P<simplified>[^\s,;|\[\]()/]+))?"
    r"(?:\[+(?P<reading>[^\]]+)\]+|(?<=[\u3400-\u9fff])$)"
)
"""What is pointed to. Some senses end without its reading: "same as 孫逸仙|孙逸仙"."""
LABELS = r"(?:\([^()]*\) ?|[Ii]nternet slang |euphemistic |erroneous |nonstandard )*"
POINTER = re.compile(
    LABELS
    + r"(?:(?P<variant>(?:[\w-]+ )*(?:variant|equivalent|form) (?:of|for))"
    + r"|(?P<also>see also|cf\.)"
    + r"|(?P<see>see)"
    + r"|(?P<same>same as|also written|also called|also known as|now written|written as|abbreviation for)"
    + r"|(?P<abbreviation>abbr\. (?:for|of|to))"
    + r"|(?P<used>(?:bound form )?used in|only used in))"
    + r" "
    + TARGET
)


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a sense points to. ``reading`` is as the dictionary writes it: "wu2 ke3"."""

    kind: ReferenceKind
    simplified: str
    traditional: str
    reading: str | None = None


STRENGTH: tuple[ReferenceKind, ...] = (
    "variant", "erhua", "see", "same", "abbreviation", "used in", "see also",
)  # fmt: skip


def reference(sense: str) -> Reference | None:
    """Return what a sense points to, or None when it means something by itself.

    >>> reference("old variant of 強|强[qiang2]")
    Reference(kind='variant', simplified='强', traditional='強', reading='qiang2')
    >>> reference("to see a doctor") is None
    True
    """
    may_point = "[" in sense or "\u3400" <= sense[-1:] <= "\u9fff"  # few senses have a target
    match = POINTER.match(sense) if may_point else None
    if match is None:
        return None
    kind: ReferenceKind
    if match["variant"]:
        kind = "erhua" if "erhua" in match["variant"] else "variant"
    elif match["abbreviation"]:
        kind = "abbreviation"
    elif match["used"]:
        kind = "used in"
    else:
        kind = "see also" if match["also"] else "see" if match["see"] else "same"
    traditional = match["traditional"]
    return Reference(kind, match["simplified"] or traditional, traditional, match["reading"])


def first_reference(senses: Iterable[str]) -> Reference | None:
    """Return the strongest pointer among an entry's senses (see :data:`STRENGTH`)."""
    found = [pointer for pointer in map(reference, senses) if pointer]
    return min(found, key=lambda pointer: STRENGTH.index(pointer.kind), default=None)
