"""What the year plan asks the file: partners to choose, people there, days that are given away."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind, EventStatus
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.transition import MeasureState
from kitadesk.queries import year_plan as rows
from kitadesk.services import transition, year_plan
from kitadesk.services.desk import Desk
from kitadesk.services.events import change_event
from kitadesk.services.institutions import (
    InstitutionInput,
    PersonInput,
    add_function,
    add_institution,
    add_person,
)
from kitadesk.services.matrix import set_cells
from kitadesk.services.people import change_child
from tests.support.factories import TODAY, make_event, make_family

pytestmark = pytest.mark.usefixtures("house")
SPRING = (date(2027, 3, 1), date(2027, 3, 31))


def test_the_own_house_comes_first_among_those_who_may_be_responsible(
    desk: Desk, house: UUID
) -> None:
    school = add_institution(desk, InstitutionInput(InstitutionKind.PRIMARY_SCHOOL, "Abc-Schule"))
    assert [one.id for one in desk.read(rows.partners)] == [house, school]


def test_people_are_offered_while_they_work_there(desk: Desk, house: UUID) -> None:
    here, gone = (add_person(desk, PersonInput("Vogel", name)) for name in ("Jana", "Uwe"))
    add_function(desk, here, house, "Leitung")
    add_function(desk, here, house, "Inklusion")
    add_function(desk, gone, house, "Leitung", to_date=date(2026, 7, 31))
    assert [one.name for one in desk.read(rows.people_at, house, TODAY)] == ["Jana Vogel"]
    assert desk.read(rows.people_at, None, TODAY) == ()


def test_closings_and_events_take_days_but_letters_and_what_is_off_do_not(desk: Desk) -> None:
    day = date(2027, 3, 16)
    make_event(desk, "Elterncafé", on_date=day)
    make_event(desk, "Elternbrief", kind=EventKind.LETTER, on_date=day)
    off = make_event(desk, "Fällt aus", on_date=day)
    change_event(desk, off, status=EventStatus.CANCELLED)
    make_event(desk, "Ohne Tag", on_date=None)
    make_event(desk, "Teamtag", kind=EventKind.CLOSING_DAY, on_date=date(2027, 3, 31))
    found = desk.read(rows.taken_days, *SPRING)
    assert [(one.title, one.is_closing) for one in found] == [
        ("Elterncafé", False), ("Teamtag", True)]  # fmt: skip
    assert desk.read(rows.taken_days, date(2027, 4, 1), date(2027, 4, 30)) == ()


def test_children_who_left_or_are_spared_do_not_count(desk: Desk) -> None:
    family = make_family(desk, "Vogel", children=("Mia", "Ole", "Ida"))
    cohort = year_plan.open_cohort(desk, 2027)
    transition.assign_cohort(desk, family.child_ids, cohort)
    taster = next(
        row.id for row in desk.read(rows.plan_rows, cohort, TODAY) if row.step == "taster_day"
    )
    mia, ole, ida = family.child_ids
    set_cells(desk, [(mia, taster)], MeasureState.DONE)
    set_cells(desk, [(ole, taster)], MeasureState.NOT_NEEDED)
    row = desk.read(rows.plan_row, taster, TODAY)
    assert (row.done, row.total, row.is_finished) == (1, 2, False)
    change_child(desk, ida, left_on=TODAY)
    row = desk.read(rows.plan_row, taster, TODAY)
    assert (row.done, row.total, row.is_finished) == (1, 1, True)


def test_a_measure_without_children_is_not_done(desk: Desk) -> None:
    cohort = year_plan.open_cohort(desk, 2027)
    found = {row.step: row for row in desk.read(rows.plan_rows, cohort, TODAY)}
    assert not found["taster_day"].is_finished
    assert found["taster_day"].head == "Schnuppertag"
    assert found["road_safety"].head == "Schulwegtraining"


def test_the_newest_earlier_plan_is_found(desk: Desk) -> None:
    assert desk.read(rows.earlier_plan, 2028) is None
    transition.add_cohort(desk, 2026)
    year_plan.open_cohort(desk, 2025)
    found = desk.read(rows.earlier_plan, 2028)
    assert found is not None
    assert found.entry_year == 2025


def test_a_year_that_is_gone_is_told(desk: Desk, house: UUID) -> None:
    with pytest.raises(UserError) as refused:
        desk.read(rows.cohort_card, house)
    assert refused.value.code == "record_gone"
