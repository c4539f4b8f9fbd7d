"""The rule of a series, the days it gives, and what the numbers of visitors say."""

from __future__ import annotations

import re
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
    days_after,
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
        ("letzter Freitag im Monat von 15 bis 17 Uhr", "jeden letzten Freitag"),
        ("am ersten Mittwoch im Monat", "jeden ersten Mittwoch"),
        ("jeden 1. Mittwoch", "jeden ersten Mittwoch"),
        ("1.Mi im Monat", "jeden ersten Mittwoch"),
        ("am 2. Dienstag", "jeden zweiten Dienstag"),
        ("monatlich am vierten Sonnabend", "jeden vierten Samstag"),
        ("jeden dritten Do (außer in den Ferien)", "jeden dritten Donnerstag"),
        ("ALLE VIER WOCHEN", "alle 4 Wochen"),
        ("alle 2 Wochen", "alle 2 Wochen"),
        ("alle zwei Wochen (Mi)", "alle 2 Wochen mittwochs"),
        ("alle 52 Wochen", "alle 52 Wochen"),
        ("14-tägig donnerstags", "alle 2 Wochen donnerstags"),
        ("donnerstags, vierzehntägig", "alle 2 Wochen donnerstags"),
        ("alle 21 Tage", "alle 3 Wochen"),
        ("jede Woche", "jede Woche"),
        ("wöchentlich", "jede Woche"),
        ("jeden Mittwoch", "jeden Mittwoch"),
        ("jede Woche Mittwoch", "jeden Mittwoch"),
        ("jede Woche Mi", "jeden Mittwoch"),
        ("immer mittwochs um 15.30 Uhr", "jeden Mittwoch"),
        ("monatlich", "jeden Monat"),
        ("einmal im Monat", "jeden Monat"),
        ("jeden Monat am 15.", "jeden Monat am 15."),
        ("am 1. jedes Monats", "jeden Monat am 1."),
        ("jeden 31.", "jeden Monat am 31."),
    ],
)
def test_a_rule_is_read_and_said_again(text: str, words: str) -> None:
    assert parse_rule(text).words == words
    assert parse_rule(words) == parse_rule(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "manchmal",
        "Mittwoch",
        "15.",
        "jeden 5. Mittwoch",
        "erster und dritter Mittwoch",
        "jeden Mittwoch und Freitag",
        "alle 0 Wochen",
        "alle 53 Wochen",
        "alle 10 Tage",
        "alle drei Monate",
        "jeden Monat am 32.",
        "jeden Monat am 0.",
        "x" * 300,
        "jeden Mittwoch" + " " * 100,
    ],
)
def test_what_is_no_rule_is_refused_with_examples(text: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_rule(text)
    assert refused.value.code == "series_rule_not_understood"
    examples = re.findall("„([^“]+)“", refused.value.do)
    assert len(examples) > 3
    assert all(parse_rule(one) for one in examples)


def test_the_first_wednesday_of_each_month() -> None:
    found = days_until(SeriesRule(place=1, weekday=2), START, date(2027, 4, 30))
    assert found == (date(2027, 2, 3), date(2027, 3, 3), date(2027, 4, 7))


def test_the_last_wednesday_of_each_month_over_the_turn_of_the_year() -> None:
    found = days_until(SeriesRule(place=LAST, weekday=2), date(2026, 11, 25), START)
    assert found == (date(2026, 12, 30),)


def test_every_four_weeks_count_from_the_first_date() -> None:
    found = days_until(SeriesRule(weeks=4), START, date(2027, 3, 31))
    assert found == (date(2027, 2, 17), date(2027, 3, 17))


def test_another_weekday_begins_with_its_next_day() -> None:
    fridays = SeriesRule(weeks=2, weekday=4)
    assert days_until(fridays, START, date(2027, 2, 12)) == (date(2027, 1, 22), date(2027, 2, 5))


def test_the_weekday_of_the_start_comes_again_after_all_its_weeks() -> None:
    wednesdays = SeriesRule(weeks=2, weekday=2)
    assert days_until(wednesdays, START, date(2027, 2, 12)) == (date(2027, 2, 3),)


def test_a_day_of_the_month_is_the_last_one_in_a_shorter_month() -> None:
    found = days_until(SeriesRule(day=31), date(2027, 1, 31), date(2027, 4, 30))
    assert found == (date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30))


def test_monthly_keeps_the_place_in_the_month() -> None:
    third_wednesday = date(2027, 1, 20)
    found = days_until(SeriesRule(is_monthly=True), third_wednesday, date(2027, 3, 31))
    assert found == (date(2027, 2, 17), date(2027, 3, 17))


def test_a_series_has_a_longest_length() -> None:
    assert len(days_until(SeriesRule(weeks=1), START, date(9999, 12, 31))) == MOST_DATES


RULES = (
    SeriesRule(weeks=52),
    SeriesRule(weeks=1, weekday=0),
    SeriesRule(place=LAST, weekday=2),
    SeriesRule(day=31),
    SeriesRule(is_monthly=True),
)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("start", [date(9999, 12, 1), date(9999, 12, 31)])
def test_the_end_of_the_calendar_ends_a_series(rule: SeriesRule, start: date) -> None:
    assert days_until(rule, start, date(9999, 12, 31)) == ()


@pytest.mark.parametrize("rule", RULES)
def test_no_series_leaves_the_years_that_can_be_typed(rule: SeriesRule) -> None:
    found = tuple(days_after(rule, date(2198, 12, 31)))
    assert found
    assert {day.year for day in found} == {2199}


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
