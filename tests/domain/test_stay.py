"""Who is here on a day, and which days of a child cannot be."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.stay import Stay, check_stay, stay
from tests.support.factories import TODAY

BORN = date(2021, 3, 1)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("entered_on", "left_on", "expected"),
    [
        (None, None, Stay.HERE),
        (TODAY, None, Stay.HERE),
        (TODAY + DAY, None, Stay.COMING),
        (None, TODAY, Stay.GONE),
        (None, TODAY + DAY, Stay.HERE),
        (TODAY - DAY, TODAY + DAY, Stay.HERE),
        (TODAY + DAY, TODAY + 2 * DAY, Stay.COMING),
        (TODAY, TODAY, Stay.GONE),
    ],
)
def test_a_child_is_here_from_its_first_day_until_the_day_before_it_leaves(
    entered_on: date | None, left_on: date | None, expected: Stay
) -> None:
    assert stay(entered_on, left_on, TODAY) is expected


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ((TODAY + DAY, None, None), "day_in_future"),
        ((date(1899, 12, 31), None, None), "day_out_of_range"),
        ((None, date(1899, 12, 31), None), "day_out_of_range"),
        ((BORN, BORN - DAY, None), "entered_before_birth"),
        ((None, TODAY, TODAY - DAY), "left_before_entry"),
        ((BORN, None, BORN - DAY), "left_before_entry"),
    ],
)
def test_days_that_cannot_be_are_refused(
    days: tuple[date | None, date | None, date | None], code: str
) -> None:
    with pytest.raises(UserError) as refused:
        check_stay(*days, TODAY)

    assert refused.value.code == code


@pytest.mark.parametrize(
    "days",
    [
        (None, None, None),
        (TODAY, TODAY, TODAY),
        (BORN, BORN, None),
        (BORN, TODAY + DAY, TODAY + DAY),
    ],
)
def test_days_that_can_be_are_taken(days: tuple[date | None, date | None, date | None]) -> None:
    check_stay(*days, TODAY)
