"""Machine stamps in UTC, calendar days as people in Germany see them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from kitadesk.base.clock import BERLIN, Clock, FixedClock, SystemClock, local


@pytest.mark.parametrize("clock", [SystemClock(), FixedClock(date(2027, 4, 8))])
def test_now_is_aware_and_in_utc(clock: Clock) -> None:
    assert clock.now().utcoffset() == timedelta(0)


def test_the_system_clock_gives_the_day_in_berlin() -> None:
    clock = SystemClock()
    before, today, after = datetime.now(BERLIN), clock.today(), datetime.now(BERLIN)
    assert before.date() <= today <= after.date()


@pytest.mark.parametrize(("day", "hour_in_utc"), [(date(2027, 1, 25), 11), (date(2027, 7, 25), 10)])
def test_a_fixed_clock_stands_at_noon_in_berlin(day: date, hour_in_utc: int) -> None:
    assert FixedClock(day).now() == datetime.combine(day, time(hour_in_utc), UTC)


def test_a_fixed_clock_after_midnight_keeps_its_day_although_utc_is_still_behind() -> None:
    clock = FixedClock(date(2027, 4, 8), time(0, 30))
    assert (clock.today(), clock.now().date()) == (date(2027, 4, 8), date(2027, 4, 7))
    assert local(clock.now()).date() == clock.today()


def test_local_turns_a_stamp_into_wall_time() -> None:
    assert local(datetime(2027, 4, 8, 12, 3, tzinfo=UTC)).time() == time(14, 3)
