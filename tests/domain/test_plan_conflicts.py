"""What stands against a day is told in words; nothing moves by itself."""

from __future__ import annotations

from datetime import date

import pytest

from kitadesk.domain.land import Land
from kitadesk.domain.plan_conflicts import ConflictKind, TakenDays, conflicts_on, is_bridge_day


@pytest.mark.parametrize(
    ("day", "kinds", "text"),
    [
        (date(2027, 3, 16), [], ""),
        (date(2027, 3, 13), [ConflictKind.WEEKEND], "Wochenende"),
        (date(2026, 10, 14), [ConflictKind.SCHOOL_BREAK], "Herbstferien"),
        (date(2026, 11, 18), [ConflictKind.PUBLIC_HOLIDAY], "Buß- und Bettag"),
        (date(2027, 5, 7), [ConflictKind.SCHOOL_BREAK], "Schulfreier Tag"),
    ],
)
def test_the_calendar_of_saxony_is_told(day: date, kinds: list[ConflictKind], text: str) -> None:
    found = conflicts_on(day, Land.SN)
    assert [one.kind for one in found] == kinds
    assert (found[0].text if found else "") == text


def test_a_working_day_between_holiday_and_weekend_is_a_bridge_day() -> None:
    assert [one.text for one in conflicts_on(date(2027, 5, 7), Land.ST)] == ["Brückentag"]
    assert is_bridge_day(date(2028, 10, 2), Land.SN)
    assert not is_bridge_day(date(2027, 5, 5), Land.ST)


def test_closing_days_and_other_events_are_told_with_their_names() -> None:
    taken = (
        TakenDays(date(2027, 3, 15), date(2027, 3, 17), "Teamtage", is_closing=True),
        TakenDays(date(2027, 3, 16), date(2027, 3, 16), "Elterncafé"),
        TakenDays(date(2027, 3, 18), date(2027, 3, 18), "Ausflug"),
    )
    found = conflicts_on(date(2027, 3, 16), Land.SN, taken)
    assert [(one.kind, one.text) for one in found] == [
        (ConflictKind.CLOSING_DAY, "Schließtag: Teamtage"),
        (ConflictKind.OTHER_EVENT, "am selben Tag: Elterncafé"),
    ]


def test_without_a_land_the_weekend_and_the_house_are_still_known() -> None:
    found = conflicts_on(date(2027, 5, 6), None)
    assert found == ()
    assert conflicts_on(date(2027, 5, 8), None)[0].kind is ConflictKind.WEEKEND
