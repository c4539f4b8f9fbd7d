"""Replies and slip numbers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.base.errors import UserError
from kitadesk.domain.replies import (
    FIRST_NUMBER,
    MAX_PERSONS,
    Answer,
    Reply,
    check_digit,
    check_reply,
    parse_slip,
    slip_text,
)

NUMBERS = st.integers(FIRST_NUMBER, 99_999)


@pytest.mark.parametrize(
    ("persons", "reply"),
    [
        (0, Reply(Answer.NO, 0)),
        (1, Reply(Answer.YES, 1)),
        (MAX_PERSONS, Reply(Answer.YES, MAX_PERSONS)),
    ],
)
def test_zero_means_no(persons: int, reply: Reply) -> None:
    assert check_reply(persons) == reply


@pytest.mark.parametrize("persons", [-1, MAX_PERSONS + 1])
def test_an_impossible_number_of_persons_is_refused(persons: int) -> None:
    with pytest.raises(UserError) as refused:
        check_reply(persons)

    assert refused.value.code == "persons_out_of_range"


def test_the_check_digit_is_that_of_the_published_example() -> None:
    assert check_digit(572) == 4  # Damm's own example


@given(NUMBERS)
def test_a_slip_text_reads_back(number: int) -> None:
    assert parse_slip(slip_text(number)) == number
    assert parse_slip(slip_text(number).replace("-", "")) == number
    assert parse_slip(f"Nr. {slip_text(number)}") == number


@given(NUMBERS, st.data())
def test_one_wrong_digit_is_always_found(number: int, data: st.DataObject) -> None:
    digits = slip_text(number).replace("-", "")
    place = data.draw(st.integers(1, len(digits) - 1))
    wrong = data.draw(st.sampled_from("0123456789").filter(lambda digit: digit != digits[place]))

    with pytest.raises(UserError):
        parse_slip(digits[:place] + wrong + digits[place + 1 :])


@given(NUMBERS, st.data())
def test_swapped_neighbours_are_always_found(number: int, data: st.DataObject) -> None:
    digits = list(slip_text(number).replace("-", ""))
    place = data.draw(st.integers(0, len(digits) - 2))
    if digits[place] == digits[place + 1]:
        return
    digits[place], digits[place + 1] = digits[place + 1], digits[place]

    with pytest.raises(UserError):
        parse_slip("".join(digits))


@pytest.mark.parametrize(
    "text", ["", "4821", "abc", "4821-x", "٤٨٢١٧", "0123-4", "12345678901", "4821--", "4821\x007"]
)
def test_what_is_no_slip_number_is_refused(text: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_slip(text)

    assert refused.value.code == "slip_check_digit"


def _altered(number: int) -> Iterator[int]:
    """Yield the number with each digit wrong in every way, and with each pair swapped."""
    digits = str(number)
    for place, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit:
                yield int(digits[:place] + other + digits[place + 1 :])
        left, right = digits[:place], digits[place + 2 :]
        if digit != digits[place + 1 : place + 2] and place + 1 < len(digits):
            yield int(left + digits[place + 1] + digit + right)


def test_every_entry_of_the_table_finds_wrong_and_swapped_digits() -> None:
    for number in range(100, 1000):
        found = {check_digit(other) for other in _altered(number) if other >= 100}
        assert check_digit(number) not in found
