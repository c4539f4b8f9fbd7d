"""The backward plan of an event."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.domain.events import EventKind
from kitadesk.domain.tasks import (
    PlanRule,
    PlanStep,
    day_of,
    is_still_not_needed,
    parse_rule,
    plan,
)

EVENING = date(2027, 4, 8)
RETURN = date(2027, 3, 24)
TODAY = date(2027, 1, 25)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("T", PlanRule(is_from_reply=False, days=0)),
        ("R", PlanRule(is_from_reply=True, days=0)),
        ("T-5w", PlanRule(is_from_reply=False, days=-35)),
        ("T+1d", PlanRule(is_from_reply=False, days=1)),
        ("R-3d", PlanRule(is_from_reply=True, days=-3)),
    ],
)
def test_a_rule_is_read(text: str, rule: PlanRule) -> None:
    assert parse_rule(text) == rule


@pytest.mark.parametrize("text", ["", "t", "T-w", "T5w", "T-5m", "R -3d", "X-1d", "T-5w "])
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no plan rule"):
        parse_rule(text)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("T", EVENING),
        ("T-5w", date(2027, 3, 4)),
        ("T-1d", date(2027, 4, 7)),
        ("T+2d", date(2027, 4, 9)),  # a Saturday: the Friday before
        ("T+3d", date(2027, 4, 9)),  # a Sunday: the Friday before
        ("T+4d", date(2027, 4, 12)),
        ("R", RETURN),
        ("R-3d", date(2027, 3, 19)),  # a Sunday: the Friday before
    ],
)
def test_a_rule_gives_a_day_on_which_the_house_is_open(rule: str, day: date) -> None:
    assert day_of(rule, EVENING, RETURN) == day


def test_the_evening_itself_may_be_on_a_weekend() -> None:
    assert day_of("T", date(2027, 4, 10), None) == date(2027, 4, 10)


@pytest.mark.parametrize(("rule", "on_date"), [("T-1w", None), ("R-1d", EVENING), ("R", EVENING)])
def test_a_rule_waits_for_the_date_it_counts_from(rule: str, on_date: date | None) -> None:
    assert day_of(rule, on_date, None) is None


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 300), st.sampled_from("+-"))
def test_no_computed_day_lies_on_a_weekend(evening: date, days: int, sign: str) -> None:
    day = day_of(f"T{sign}{days}d", evening, None)

    assert day is not None
    assert day.weekday() < 5
    exact = evening + timedelta(days=days if sign == "+" else -days)
    assert 0 <= (exact - day).days <= 2


def step(name: str, rule: str, *kinds: EventKind) -> PlanStep:
    return PlanStep(name, name, rule, frozenset(kinds or EventKind))


STEPS = (
    step("evening", "T"),
    step("print", "T-5w"),
    step("room", "T-12w"),
    step("return", "R"),
    step("host", "T-3w", EventKind.PARENT_CAFE),
)


def test_a_plan_is_in_the_order_of_its_days_and_holds_only_steps_of_its_kind() -> None:
    planned = plan(STEPS, EventKind.TOPIC_EVENING, on_date=EVENING, reply_until=RETURN, today=TODAY)

    assert [item.step.step for item in planned] == ["room", "print", "return", "evening"]


def test_past_steps_fall_away_and_todays_do_not() -> None:
    planned = plan(
        STEPS,
        EventKind.OTHER,
        on_date=EVENING,
        reply_until=None,
        today=date(2027, 3, 4),
    )

    assert {item.step.step: item.is_not_needed for item in planned} == {
        "room": True,
        "print": False,
        "evening": False,
        "return": False,
    }


PAST, COMING = date(2027, 1, 22), date(2027, 1, 29)


@pytest.mark.parametrize(
    ("was_not_needed", "old_due", "new_due", "expected"),
    [
        (False, COMING, COMING, False),
        (False, COMING, PAST, True),
        (False, PAST, PAST, False),  # overdue stays overdue
        (False, PAST, COMING, False),
        (True, PAST, PAST, True),
        (True, PAST, COMING, False),
        (True, None, COMING, False),
        (False, COMING, TODAY, False),
        (False, TODAY, PAST, True),
    ],
)
def test_a_moved_event_decides_anew_what_falls_away(
    was_not_needed: bool, old_due: date | None, new_due: date, expected: bool
) -> None:
    found = is_still_not_needed(
        was_not_needed=was_not_needed, old_due=old_due, new_due=new_due, today=TODAY
    )

    assert found is expected


@pytest.mark.parametrize("rule", ["T-999w", "R-3d"])
def test_a_day_before_all_calendars_is_none(rule: str) -> None:
    assert day_of(rule, date(1, 1, 2), date(1, 1, 2)) is None
