"""The year plan as screens read it: conflicts are shown, nothing is moved."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.events import EventKind
from kitadesk.domain.plan_conflicts import ConflictKind
from kitadesk.services import measures, year_plan
from kitadesk.services.desk import Desk
from kitadesk.services.measure_events import tie_event
from kitadesk.services.plan_reading import PlanLine, read_plan
from tests.support.factories import make_event

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def cohort(desk: Desk) -> UUID:
    return year_plan.open_cohort(desk, 2027)


def line(desk: Desk, cohort: UUID, step: str) -> PlanLine:
    return next(one for one in read_plan(desk, cohort).lines if one.row.step == step)


def move(desk: Desk, cohort: UUID, day: date) -> list[str]:
    measures.move_measure(desk, line(desk, cohort, "taster_day").row.id, day)
    return [one.text for one in line(desk, cohort, "taster_day").conflicts]


@pytest.mark.parametrize(
    ("day", "texts"),
    [
        (date(2027, 5, 13), []),
        (date(2027, 5, 6), ["Christi Himmelfahrt"]),
        (date(2027, 5, 15), ["Wochenende", "Pfingstferien"]),
        (date(2027, 3, 31), ["Osterferien"]),
    ],
)
def test_a_day_that_does_not_fit_is_told_and_stays(
    desk: Desk, cohort: UUID, day: date, texts: list[str]
) -> None:
    assert move(desk, cohort, day) == texts
    assert line(desk, cohort, "taster_day").row.planned_on == day


def test_closing_days_and_other_events_are_told(desk: Desk, cohort: UUID) -> None:
    make_event(desk, "Teamtag", kind=EventKind.CLOSING_DAY, on_date=date(2027, 5, 12))
    make_event(desk, "Elterncafé", on_date=date(2027, 5, 12))
    found = line(desk, cohort, "taster_day").conflicts
    assert [one.kind for one in found] == [ConflictKind.CLOSING_DAY, ConflictKind.OTHER_EVENT]
    assert "Teamtag" in found[0].text


def test_the_event_of_the_measure_is_no_conflict(desk: Desk, cohort: UUID) -> None:
    event = make_event(desk, "Schnuppern", on_date=date(2027, 5, 12))
    tie_event(desk, line(desk, cohort, "taster_day").row.id, event)
    make_event(desk, "Schnuppertag in der Schule", on_date=date(2027, 5, 12))
    assert line(desk, cohort, "taster_day").conflicts == ()


def test_a_saturday_that_the_rule_names_is_wanted(desk: Desk, cohort: UUID) -> None:
    assert line(desk, cohort, "enrolment_ceremony").conflicts == ()
    ceremony = line(desk, cohort, "enrolment_ceremony").row.id
    measures.move_measure(desk, ceremony, date(2027, 8, 28))
    assert [one.text for one in line(desk, cohort, "enrolment_ceremony").conflicts] == [
        "Wochenende"
    ]


def test_what_is_done_or_takes_weeks_has_no_conflict(desk: Desk, cohort: UUID) -> None:
    assert line(desk, cohort, "teacher_visit").conflicts == ()
    move(desk, cohort, date(2027, 3, 31))
    measures.set_measure_done(desk, line(desk, cohort, "taster_day").row.id, desk.clock.today())
    assert line(desk, cohort, "taster_day").conflicts == ()


def test_a_line_says_what_its_rule_means_and_what_is_to_do(desk: Desk, cohort: UUID) -> None:
    found = line(desk, cohort, "taster_day")
    assert found.by_rule is not None
    assert found.by_rule.last == date(2027, 5, 12)
    assert not found.differs_from_rule
    assert "Begleitliste" in found.hint
    move(desk, cohort, date(2027, 5, 13))
    assert line(desk, cohort, "taster_day").differs_from_rule


def test_the_picture_shows_the_school_year_with_its_breaks(desk: Desk, cohort: UUID) -> None:
    plan = read_plan(desk, cohort)
    assert (plan.begin, plan.end) == (date(2026, 8, 1), date(2027, 11, 30))
    assert {"Herbstferien", "Winterferien"} <= {one.name for one in plan.breaks}
    assert "Reformationstag" in {one.name for one in plan.holidays}


def test_a_rule_without_a_day_says_why(desk: Desk) -> None:
    cohort = year_plan.open_cohort(desk, 2035)
    found = line(desk, cohort, "enrolment_ceremony")
    assert found.row.last is None
    assert found.why_undated.startswith("Der erste Schultag")
