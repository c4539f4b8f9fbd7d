"""Dates and times as people type them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.base.date_parsing import parse_date, parse_time
from kitadesk.base.errors import UserError

MONDAY = date(2027, 1, 25)
EVENING = date(2027, 4, 8)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
DATE_LIKE = r"(Mo )?[0-9]{1,4}[./-][0-9]{1,2}[./-]?[0-9]{0,4}|(in|vor) [0-9]{1,6} (Wochen|Jahren)"


@pytest.mark.parametrize(
    "typed",
    [
        "8.4.",
        "8.4",
        "08.04.",
        "8. 4.",
        "8.4.27",
        "8.4.2027",
        "08.04.2027",
        " 8.4.2027. ",
        "8.4.2027,",
        "8/4/27",
        "8-4-2027",
        "8. April",
        "8.April",
        "8 april",
        "8. Apr. 27",
        "8. April 2027",
        "Do 8.4.",
        "Do, 8.4.",
        "Do. 8. April 2027",
        "Do 8. April 2027",
        "am Donnerstag, den 8. April 2027",
        "DONNERSTAG 8.4.27",
        "2027-04-08",
        "\u00a08.4.27",
    ],
)
def test_a_written_day_is_understood(typed: str) -> None:
    parsed = parse_date(typed, MONDAY)
    assert (parsed.date, parsed.weekday_mismatch) == (EVENING, None)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("heute", date(2027, 1, 25)),
        ("Morgen", date(2027, 1, 26)),
        ("übermorgen", date(2027, 1, 27)),
        ("uebermorgen", date(2027, 1, 27)),
        ("gestern", date(2027, 1, 24)),
        ("vorgestern", date(2027, 1, 23)),
        ("Do", date(2027, 1, 28)),
        ("donnerstag", date(2027, 1, 28)),
        ("nächsten Do", date(2027, 1, 28)),
        ("am kommenden Samstag", date(2027, 1, 30)),
        ("Sonnabend", date(2027, 1, 30)),
        ("So.", date(2027, 1, 31)),
        ("Mo", date(2027, 2, 1)),
        ("in 3 Tagen", date(2027, 1, 28)),
        ("in einem Tag", date(2027, 1, 26)),
        ("in 2 Wochen", date(2027, 2, 8)),
        ("in zwölf Wochen", date(2027, 4, 19)),
        ("in 1 Monat", date(2027, 2, 25)),
        ("in 12 Monaten", date(2028, 1, 25)),
        ("in einem Jahr", date(2028, 1, 25)),
        ("vor 2 Wochen", date(2027, 1, 11)),
        ("vor 1 Monat", date(2026, 12, 25)),
    ],
)
def test_a_day_is_understood_from_today(typed: str, day: date) -> None:
    assert parse_date(typed, MONDAY).date == day


@pytest.mark.parametrize(
    ("typed", "today", "day"),
    [
        ("25.1.", MONDAY, date(2027, 1, 25)),
        ("24.1.", MONDAY, date(2028, 1, 24)),
        ("29.2.", MONDAY, date(2028, 2, 29)),
        ("29.2.", date(2096, 3, 1), date(2104, 2, 29)),
        ("in 1 Monat", date(2027, 1, 31), date(2027, 2, 28)),
        ("in 1 Monat", date(2027, 3, 31), date(2027, 4, 30)),
        ("in 1 Jahr", date(2028, 2, 29), date(2029, 2, 28)),
    ],
)
def test_the_calendar_is_followed_over_its_edges(typed: str, today: date, day: date) -> None:
    assert parse_date(typed, today).date == day


@pytest.mark.parametrize(
    ("typed", "year"), [("1.1.00", 2000), ("1.1.69", 2069), ("1.1.70", 1970), ("1.1.99", 1999)]
)
def test_two_digits_mean_1970_to_2069(typed: str, year: int) -> None:
    assert parse_date(typed, MONDAY).date.year == year


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("1. Jänner", 1),
        ("1. Feb", 2),
        ("1. März", 3),
        ("1. Maerz", 3),
        ("1. Mrz.", 3),
        ("1. Mär", 3),
        ("1. Mai", 5),
        ("1. juli", 7),
        ("1. Sept.", 9),
        ("1. Dez", 12),
    ],
)
def test_months_are_understood_in_full_and_short(typed: str, month: int) -> None:
    assert parse_date(typed, MONDAY).date.month == month


@pytest.mark.parametrize(
    ("typed", "weekday"),
    [("Mi 8.4.2027", "Mittwoch"), ("Sonnabend, 8. April 2027", "Samstag"), ("fr 8.4", "Freitag")],
)
def test_a_weekday_that_does_not_fit_is_named(typed: str, weekday: str) -> None:
    parsed = parse_date(typed, MONDAY)
    assert (parsed.date, parsed.weekday_mismatch) == (EVENING, weekday)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "31.02.2021",
        "31.2.",
        "32.1.2027",
        "0.4.2027",
        "8.13.2027",
        "29.2.2027",
        "8.4.0227",
        "8.4.1899",
        "8.4.2200",
        "Do 8.4.1899",
        "8.4.202",
        "8.4/27",
        "8",
        "April",
        "2027-02-30",
        "8. Foo",
        "in 0 Tagen",
        "in vielen Tagen",
        "in 9999 Jahren",
        "vor 9999 Jahren",
        "sofort",
        "Do foo",
        "morgen " * 20,
        "<b>8.4.</b>",
        "\x00",
    ],
)
def test_what_is_no_date_is_said_with_the_typed_text(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_date(typed, MONDAY)
    assert (caught.value.code, caught.value.params) == ("date_not_understood", {"text": typed})


@pytest.mark.parametrize("typed", ["morgen", "Mo", "in 2 Wochen", "29.2."])
def test_the_end_of_the_calendar_is_no_crash(typed: str) -> None:
    with pytest.raises(UserError):
        parse_date(typed, date.max)


@given(st.text() | st.from_regex(DATE_LIKE, fullmatch=True), DAYS)
def test_any_text_is_a_date_or_a_user_error(text: str, today: date) -> None:
    with suppress(UserError):
        assert 1900 <= parse_date(text, today).date.year <= 2199


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("19", time(19)),
        ("9", time(9)),
        ("0", time(0)),
        ("19:00", time(19)),
        ("19.30", time(19, 30)),
        ("1930", time(19, 30)),
        ("930", time(9, 30)),
        ("19 Uhr", time(19)),
        ("19:30 Uhr", time(19, 30)),
        ("19h30", time(19, 30)),
        (" 19 : 30 ", time(19, 30)),
        ("23:59", time(23, 59)),
    ],
)
def test_a_typed_time_is_understood(typed: str, moment: time) -> None:
    assert parse_time(typed) == moment


@pytest.mark.parametrize("typed", ["", "24", "19:60", "19:5", "19:300", "abends", "-1", "19:30:00"])
def test_what_is_no_time_is_said_with_the_typed_text(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_time(typed)
    assert (caught.value.code, caught.value.params) == ("time_not_understood", {"text": typed})
