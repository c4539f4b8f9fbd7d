"""The rule of a series, the days it gives, and what the numbers of visitors say."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.base.errors import UserError
from kitadesk.domain.series import (
    LAST,
    MOST_DATES,
    SeriesRule,
    days_until,
    parse_rule,
    rules_for,
    trend_words,
)

START = date(2027, 1, 20)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("jeden ersten Mittwoch", "jeden ersten Mittwoch"),
        ("letzter Mittwoch im Monat, 15:00", "jeden letzten Mittwoch"),
        ("am 2. Dienstag", "jeden zweiten Dienstag"),
        ("ALLE VIER WOCHEN", "alle 4 Wochen"),
        ("alle 2 Wochen", "alle 2 Wochen"),
        ("jede Woche", "jede Woche"),
        ("wöchentlich", "jede Woche"),
    ],
)
def test_a_rule_is_read_and_said_again(text: str, words: str) -> None:
    assert parse_rule(text).words == words
    assert parse_rule(words) == parse_rule(text)


@pytest.mark.parametrize("text", ["", "manchmal", "jeden 7. Mittwoch", "alle 0 Wochen", "x" * 300])
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_rule(text)
    assert refused.value.code == "series_rule_not_understood"


def test_the_first_wednesday_of_each_month() -> None:
    found = days_until(SeriesRule(place=1, weekday=2), START, date(2027, 4, 30))
    assert found == (date(2027, 2, 3), date(2027, 3, 3), date(2027, 4, 7))


def test_the_last_wednesday_of_each_month_over_the_turn_of_the_year() -> None:
    found = days_until(SeriesRule(place=LAST, weekday=2), date(2026, 11, 25), START)
    assert found == (date(2026, 12, 30),)


def test_every_four_weeks_count_from_the_first_date() -> None:
    found = days_until(SeriesRule(weeks=4), START, date(2027, 3, 31))
    assert found == (date(2027, 2, 17), date(2027, 3, 17))


def test_a_series_has_a_longest_length() -> None:
    assert len(days_until(SeriesRule(weeks=1), START, date(9999, 12, 31))) == MOST_DATES


def test_the_end_of_the_calendar_ends_a_series() -> None:
    assert days_until(SeriesRule(weeks=1), date(9999, 12, 1), date(9999, 12, 31)) == ()


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_every_rule_that_is_offered_gives_growing_days_of_the_same_weekday(day: date) -> None:
    for rule in rules_for(day):
        found = days_until(rule, day, date(day.year + 1, 12, 31))
        assert all(before < after for before, after in pairwise((day, *found)))
        assert {one.weekday() for one in found} == {day.weekday()}


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((), ""),
        ((5, 9, 7), ""),
        ((14, 9, 7, 12, 16), "zuletzt mehr: im Schnitt 14 statt 8"),
        ((9, 9, 9, 4, 4, 4), "zuletzt weniger: im Schnitt 4 statt 9"),
        ((5, 5, 5, 5), "gleich geblieben: im Schnitt 5"),
    ],
)
def test_the_trend_in_words(numbers: tuple[int, ...], words: str) -> None:
    assert trend_words(numbers) == words
