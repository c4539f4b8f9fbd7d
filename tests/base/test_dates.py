"""Dates and times as they stand on German papers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.base.dates import (
    Week,
    clock_time,
    date_time,
    day_month,
    long_date,
    long_day,
    month_year,
    numeric_date,
    parse_date,
    parse_time,
    relative,
    short_date,
    spoken_time,
    week_name,
    week_of,
    working_week,
)

EVENING = date(2027, 4, 8)
MONDAY = date(2027, 1, 25)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("write", "written"),
    [
        (long_date, "Donnerstag, 8. April 2027"),
        (long_day, "Donnerstag, 8. April"),
        (short_date, "Do 8. April 2027"),
        (numeric_date, "08.04.2027"),
        (day_month, "Do 8.4."),
        (month_year, "April 2027"),
    ],
)
def test_a_day_is_written_in_german(write: Callable[[date], str], written: str) -> None:
    assert write(EVENING) == written


@pytest.mark.parametrize(
    ("moment", "clock", "spoken"),
    [
        (time(19), "19:00", "19 Uhr"),
        (time(19, 30), "19:30", "19:30 Uhr"),
        (time(9, 5), "09:05", "9:05 Uhr"),
        (time(0), "00:00", "0 Uhr"),
    ],
)
def test_a_time_is_written_and_spoken(moment: time, clock: str, spoken: str) -> None:
    assert (clock_time(moment), spoken_time(moment)) == (clock, spoken)


def test_day_and_time_stand_together() -> None:
    assert date_time(EVENING, time(19)) == "Do 8. April 2027, 19:00"


@given(DAYS, DAYS, st.sampled_from([long_date, short_date, numeric_date]))
def test_every_written_day_is_read_back(
    day: date, today: date, write: Callable[[date], str]
) -> None:
    parsed = parse_date(write(day), today)
    assert (parsed.date, parsed.weekday_mismatch) == (day, None)


@given(DAYS.filter(lambda day: day.year > 1900), st.integers(0, 364))
def test_a_day_without_a_year_is_read_back_within_the_year_before(day: date, before: int) -> None:
    today = day - timedelta(days=before)
    for written in (day_month(day), long_day(day)):
        parsed = parse_date(written, today)
        assert (parsed.date, parsed.weekday_mismatch) == (day, None)


@given(DAYS)
def test_the_iso_form_is_read_back(day: date) -> None:
    assert parse_date(day.isoformat(), EVENING).date == day


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0)))
def test_every_written_time_is_read_back(moment: time) -> None:
    assert parse_time(clock_time(moment)) == parse_time(spoken_time(moment)) == moment


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2027, 1, 25), Week(date(2027, 1, 25), date(2027, 1, 31), 4)),
        (date(2027, 1, 31), Week(date(2027, 1, 25), date(2027, 1, 31), 4)),
        (date(2027, 1, 1), Week(date(2026, 12, 28), date(2027, 1, 3), 53)),
    ],
)
def test_a_week_runs_from_monday_to_sunday(day: date, week: Week) -> None:
    assert week_of(day) == week


@pytest.mark.parametrize(
    ("day", "monday", "name"),
    [
        (date(2027, 1, 29), date(2027, 1, 25), "Diese Woche"),
        (date(2027, 1, 30), date(2027, 2, 1), "Kommende Woche"),
        (date(2027, 1, 31), date(2027, 2, 1), "Kommende Woche"),
        (date(2028, 12, 31), date(2029, 1, 1), "Kommende Woche"),
    ],
)
def test_from_saturday_on_the_coming_week_is_planned(day: date, monday: date, name: str) -> None:
    assert working_week(day).first == monday
    assert week_name(day) == name


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2027, 1, 25), "heute"),
        (date(2027, 1, 26), "morgen"),
        (date(2027, 1, 27), "übermorgen"),
        (date(2027, 1, 28), "in 3 Tagen"),
        (date(2027, 1, 31), "in 6 Tagen"),
        (date(2027, 2, 1), "in 1 Woche"),
        (date(2027, 4, 8), "in 10 Wochen"),
        (date(2027, 5, 16), "in 15 Wochen"),
        (date(2027, 5, 17), "in 3 Monaten"),
        (date(2027, 5, 25), "in 4 Monaten"),
        (date(2029, 1, 24), "in 23 Monaten"),
        (date(2029, 1, 25), "in 2 Jahren"),
        (date(2027, 1, 24), "seit gestern"),
        (date(2027, 1, 22), "seit Fr"),
        (date(2027, 1, 19), "seit Di"),
        (date(2027, 1, 18), "seit 1 Woche"),
        (date(2026, 9, 20), "seit 4 Monaten"),
        (date(2024, 6, 1), "seit 2 Jahren"),
    ],
)
def test_a_distance_is_said_as_one_speaks(day: date, said: str) -> None:
    assert relative(day, MONDAY) == said
