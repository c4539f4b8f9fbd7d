"""A measure that is tied to an event: the day of the event leads, everywhere."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind, EventStatus
from kitadesk.queries.events import event as event_row
from kitadesk.queries.matrix import matrix_measures
from kitadesk.queries.plan_events import events_for_plan
from kitadesk.queries.today_items import measures as due_measures
from kitadesk.queries.year_plan import PlanRow, plan_row, plan_rows
from kitadesk.services import events, measures, transition, year_plan
from kitadesk.services.desk import Desk
from kitadesk.services.measure_events import add_event_for, tie_event
from kitadesk.storage.models.events import Task
from tests.support.factories import TODAY, make_event

pytestmark = pytest.mark.usefixtures("house")
THURSDAY, LATER = date(2027, 5, 27), date(2027, 6, 3)


@pytest.fixture
def cohort(desk: Desk) -> UUID:
    return year_plan.open_cohort(desk, 2027)


def row(desk: Desk, cohort: UUID, step: str = "taster_day") -> PlanRow:
    return next(one for one in desk.read(plan_rows, cohort, TODAY) if one.step == step)


@pytest.fixture
def taster(desk: Desk, cohort: UUID) -> UUID:
    return row(desk, cohort).id


@pytest.fixture
def evening(desk: Desk, taster: UUID) -> UUID:
    made = make_event(desk, "Schnuppern", on_date=THURSDAY)
    tie_event(desk, taster, made)
    return made


def test_moving_the_event_moves_the_measure(desk: Desk, cohort: UUID, evening: UUID) -> None:
    assert (row(desk, cohort).planned_on, row(desk, cohort).event_on) == (THURSDAY, THURSDAY)
    events.change_event(desk, evening, on_date=LATER)
    assert (row(desk, cohort).first, row(desk, cohort).last) == (LATER, LATER)
    assert year_plan.plan_difference(desk, cohort) == ()


def test_the_head_of_the_matrix_shows_the_day_of_the_event(
    desk: Desk, cohort: UUID, taster: UUID, evening: UUID
) -> None:
    events.change_event(desk, evening, until_date=LATER)
    heads = {UUID(bytes=one.id): one for one in desk.look(matrix_measures, cohort)}
    assert (heads[taster].planned_on, heads[taster].last_day) == (THURSDAY, LATER)


def test_heute_reminds_by_the_day_of_the_event(desk: Desk, cohort: UUID) -> None:
    fest = row(desk, cohort, "school_evening").id
    tie_event(desk, fest, make_event(desk, "Elternabend der Schule", on_date=TODAY))
    assert [one.due_on for one in desk.look(due_measures, TODAY) if one.id == fest] == [TODAY]


@pytest.mark.parametrize("state", [{"status": EventStatus.CANCELLED}, {"on_date": None}])
def test_an_event_that_is_off_or_has_no_day_leaves_the_day_of_the_rule(
    desk: Desk, cohort: UUID, evening: UUID, state: events.EventFields
) -> None:
    events.change_event(desk, evening, **state)
    assert (row(desk, cohort).planned_on, row(desk, cohort).event_on) == (date(2027, 5, 12), None)
    heads = {one.step: one for one in desk.look(matrix_measures, cohort)}
    assert heads["taster_day"].planned_on == date(2027, 5, 12)


def test_let_go_of_the_event_the_measure_has_its_own_day_again(
    desk: Desk, cohort: UUID, taster: UUID, evening: UUID
) -> None:
    tie_event(desk, taster, None)
    assert (row(desk, cohort).planned_on, row(desk, cohort).event_id) == (date(2027, 5, 12), None)
    desk.undo()
    assert (row(desk, cohort).planned_on, row(desk, cohort).event_id) == (THURSDAY, evening)


def test_a_deleted_event_leaves_the_day_of_the_rule(
    desk: Desk, cohort: UUID, evening: UUID
) -> None:
    events.delete_event(desk, evening)
    assert (row(desk, cohort).planned_on, row(desk, cohort).event_id) == (date(2027, 5, 12), None)


def test_the_day_is_not_moved_beside_the_event(desk: Desk, taster: UUID, evening: UUID) -> None:
    assert evening
    with pytest.raises(UserError) as refused:
        measures.move_measure(desk, taster, LATER)
    assert refused.value.code == "day_follows_event"


def test_an_event_is_made_for_a_measure_in_one_step(desk: Desk, cohort: UUID, taster: UUID) -> None:
    made = add_event_for(desk, taster)
    found = desk.read(event_row, made)
    assert (found.title, found.on_date, found.cohort_id) == (
        "Schnuppertag in der Schule", date(2027, 5, 12), cohort)  # fmt: skip
    assert desk.undo_label == "Veranstaltung zu „Schnuppertag in der Schule“ angelegt"
    assert add_event_for(desk, taster) == made
    desk.undo()
    assert row(desk, cohort).event_id is None
    assert desk.read(events_for_plan, THURSDAY, LATER) == ()


def test_a_preschool_evening_comes_with_its_tasks_and_its_kind(desk: Desk, cohort: UUID) -> None:
    made = add_event_for(desk, row(desk, cohort, "preschool_evening").id)
    assert desk.read(event_row, made).kind is EventKind.PRESCHOOL_EVENING
    tasks = select(Task.id).where(Task.event_id == made)
    assert desk.read(lambda reader: len(reader.scalars(tasks).all())) > 0


def test_for_a_measure_of_weeks_the_day_of_the_event_is_left_open(desk: Desk, cohort: UUID) -> None:
    visits = row(desk, cohort, "teacher_visit")
    assert visits.planned_until is not None
    made = add_event_for(desk, visits.id)
    assert desk.read(event_row, made).on_date is None
    assert desk.read(plan_row, visits.id, TODAY).last == visits.last


def test_events_of_the_plan_are_offered_but_no_letters_and_closings(
    desk: Desk, evening: UUID
) -> None:
    make_event(desk, "Elternbrief", kind=EventKind.LETTER, on_date=THURSDAY)
    make_event(desk, "Teamtag", kind=EventKind.CLOSING_DAY, on_date=THURSDAY)
    make_event(desk, "Später", on_date=date(2028, 5, 27))
    off = make_event(desk, "Abgesagt", on_date=THURSDAY)
    events.change_event(desk, off, status=EventStatus.CANCELLED)
    waiting = make_event(desk, "Ohne Tag", on_date=None)
    found = desk.read(events_for_plan, date(2026, 8, 1), LATER)
    assert [one.id for one in found] == [evening, waiting]
    tied = desk.read(events_for_plan, date(2026, 8, 1), LATER, off)
    assert [one.is_off for one in tied if one.id == off] == [True]


def test_an_own_measure_becomes_an_event_of_its_name(desk: Desk, cohort: UUID) -> None:
    own = transition.add_measure(desk, transition.MeasureInput(cohort, "Waldtag", place="Wald"))
    found = desk.read(event_row, add_event_for(desk, own))
    assert (found.title, found.kind, found.place) == ("Waldtag", EventKind.OTHER, "Wald")
