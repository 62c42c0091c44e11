"""Numbers spoken as quantities can be heard back as the same numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from webapp.language.numeral_speech import DIGIT, speak_decimal, speak_digits, speak_integer

HEARD = {reading: int(digit) for digit, reading in DIGIT.items()} | {"liang3": 2}
SIZES = {"shi2": 10, "bai3": 100, "qian1": 1000}


def heard(spoken: str) -> int:
    """Understand a spoken quantity, as a listener does."""
    total = section = digit = 0
    for syllable in spoken.split():
        if syllable in HEARD:
            digit = HEARD[syllable]
        elif syllable in SIZES:
            section, digit = section + (digit or 1) * SIZES[syllable], 0
        elif syllable == "wan4":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        else:  # yi4
            total, section, digit = (total + section + digit) * 10**8, 0, 0
    return total + section + digit


@given(st.integers(1, 10**16 - 1) | st.integers(1, 10**5))
def test_a_spoken_quantity_is_heard_as_the_same_number(value: int) -> None:
    assert heard(speak_integer(value)) == value


@given(st.integers(1, 10**16 - 1))
def test_zero_is_never_said_twice_in_a_row_nor_last(value: int) -> None:
    spoken = speak_integer(value).split()
    assert spoken[-1] != "ling2"
    assert ("ling2", "ling2") not in zip(spoken, spoken[1:], strict=False)


@given(st.integers(0, 10**12), st.text("0123456789", min_size=1, max_size=8))
def test_decimals_are_said_digit_by_digit_after_the_point(whole: int, fraction: str) -> None:
    assert speak_decimal(f"{whole}.{fraction}") == f"{speak_integer(whole)} dian3 {speak_digits(fraction)}"


def test_commas_and_thin_spaces_group_digits_without_being_said() -> None:
    assert speak_decimal("1,234,567") == speak_decimal("1 234 567") == speak_integer(1_234_567)


def test_a_negative_number_is_said_with_fu() -> None:
    assert speak_integer(-5) == "fu4 wu3"
