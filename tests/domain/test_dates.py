"""The door for days: years that people mean, order, and nothing from the future."""

from __future__ import annotations

from datetime import date

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.dates import check_day, check_fields, check_order, check_past

TODAY = date(2027, 1, 25)
YESTERDAY, TOMORROW = date(2027, 1, 24), date(2027, 1, 26)


def code_of(check: object, *args: object) -> str:
    with pytest.raises(UserError) as refused:
        check(*args)  # type: ignore[operator]
    return refused.value.code


@pytest.mark.parametrize("day", [None, date(1900, 1, 1), TODAY, date(2199, 12, 31)])
def test_days_that_people_mean_pass(day: date | None) -> None:
    check_day(day, "Datum")


@pytest.mark.parametrize("day", [date.min, date(1899, 12, 31), date(2200, 1, 1), date.max])
def test_other_years_are_refused_by_name(day: date) -> None:
    with pytest.raises(UserError) as refused:
        check_day(day, "Datum")
    assert refused.value.what == f"Der Tag in „Datum“ liegt im Jahr {day.year}."
    assert refused.value.do == "Bitte geben Sie ein Jahr von 1900 bis 2199 ein."


def test_among_fields_only_days_are_looked_at() -> None:
    labels = {"on": "Datum", "title": "Titel"}
    check_fields({"on": TODAY, "title": "x", "place": None}, labels)
    assert code_of(check_fields, {"title": "x", "on": date.max}, labels) == "day_out_of_range"


def test_what_has_happened_lies_in_the_past_or_today() -> None:
    for day in (None, YESTERDAY, TODAY):
        check_past(day, TODAY, "Erledigt am")
    assert code_of(check_past, TOMORROW, TODAY, "Erledigt am") == "day_in_future"
    assert code_of(check_past, date.min, TODAY, "Erledigt am") == "day_out_of_range"


def test_the_last_day_is_not_before_the_first() -> None:
    for first, last in ((None, TODAY), (TODAY, None), (TODAY, TODAY), (TODAY, TOMORROW)):
        check_order(first, last)
    assert code_of(check_order, TODAY, YESTERDAY) == "days_in_wrong_order"
