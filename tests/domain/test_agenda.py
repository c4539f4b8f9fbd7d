"""Times that follow from the minutes, and how a length may be typed."""

from __future__ import annotations

from datetime import time

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.agenda import (
    AgendaTimes,
    agenda_times,
    arrival_minutes,
    checked_minutes,
    parse_minutes,
)

SEVEN, NINE = time(19), time(21)


def times(*minutes: int, doors: time | None = None, ends: time | None = NINE) -> AgendaTimes:
    return agenda_times(minutes, starts_at=SEVEN, ends_at=ends, doors_at=doors)


def test_each_point_begins_when_the_one_before_it_ends() -> None:
    assert times(10, 45, 20).begins == (SEVEN, time(19, 10), time(19, 55))


def test_an_arrival_as_long_as_the_doors_are_open_begins_with_them() -> None:
    found = times(30, 10, doors=time(18, 30))
    assert found.begins == (time(18, 30), SEVEN)
    assert found.ends == time(19, 10)


def test_a_first_point_of_another_length_begins_with_the_event() -> None:
    assert times(20, 10, doors=time(18, 30)).begins == (SEVEN, time(19, 20))


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (126, "Ende 21:06 · endet 6 Minuten zu spät"),
        (121, "Ende 21:01 · endet 1 Minute zu spät"),
        (110, "Ende 20:50 · noch 10 Minuten frei"),
        (120, "Ende 21:00 · passt genau"),
    ],
)
def test_it_is_said_how_the_end_comes_out(minutes: int, words: str) -> None:
    assert times(minutes).words == words


def test_the_doors_do_not_shorten_the_evening() -> None:
    assert times(30, 120, doors=time(18, 30)).over == 0


def test_without_a_planned_end_only_the_time_is_said() -> None:
    assert times(60, ends=None).words == "Ende 20:00"


def test_an_end_before_the_begin_says_nothing() -> None:
    assert times(60, ends=time(18)).over is None


def test_without_a_begin_there_are_only_minutes() -> None:
    found = agenda_times((10, 5), starts_at=None, ends_at=NINE, doors_at=None)
    assert (found.begins, found.words) == ((None, None), "zusammen 15 Minuten")


def test_after_midnight_the_clock_begins_anew() -> None:
    assert times(300, 10).begins[1] == time(0)


@pytest.mark.parametrize(
    ("doors", "minutes"), [(time(18, 30), 30), (None, None), (SEVEN, None), (time(20), None)]
)
def test_doors_open_before_the_begin(doors: time | None, minutes: int | None) -> None:
    assert arrival_minutes(SEVEN, doors) == minutes


def test_without_a_begin_nobody_arrives() -> None:
    assert arrival_minutes(None, SEVEN) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("15", 15), (" 15 ", 15), ("15min", 15), ("15 min", 15), ("15 Min.", 15), ("15 m", 15),
        ("15 Minuten", 15), ("15'", 15), ("1:30", 90), ("0:45", 45), ("1.30", 90), ("1:30 h", 90),
        ("1 h", 60), ("1,5 h", 90), ("1h 15", 75), ("1 Std. 30 Min.", 90), ("2 Stunden", 120),
        ("1", 1), ("720", 720), ("12:00", 720),
    ],
)  # fmt: skip
def test_a_length_may_be_typed_as_people_write_it(text: str, minutes: int) -> None:
    assert parse_minutes(text) == minutes


@pytest.mark.parametrize(
    "text",
    ["", "0", "-5", "0:00", "721", "12:01", "1:60", "1:5", "zehn", "1,5", "١٥", "²", "min", "h",
     "15 Uhr", "9" * 30, "1 h 2 h", "5 5"],
)  # fmt: skip
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_minutes(text)
    assert refused.value.code == "minutes_wrong"


@pytest.mark.parametrize("minutes", [0, -1, 721])
def test_no_point_takes_no_time_or_the_whole_night(minutes: int) -> None:
    with pytest.raises(UserError, match="keine Dauer"):
        checked_minutes(minutes)


@pytest.mark.parametrize("minutes", [1, 720])
def test_the_shortest_and_the_longest_point_are_possible(minutes: int) -> None:
    assert checked_minutes(minutes) == minutes


def test_an_end_at_the_begin_says_nothing() -> None:
    assert times(60, ends=time(19)).over is None
