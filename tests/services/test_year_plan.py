"""Opening an entry year, looking at what would move, and moving it in one step."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from kitadesk.base.errors import UserError
from kitadesk.domain.consent import CONSENT_STEPS
from kitadesk.queries.transition import cohorts
from kitadesk.queries.year_plan import PlanRow, cohort_card, plan_rows
from kitadesk.services import measures, transition, year_plan, year_starters
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import InstitutionInput, InstitutionKind, add_institution
from kitadesk.services.measure_events import tie_event
from kitadesk.services.people import ChildInput, add_child
from kitadesk.storage.models.people import Child
from tests.support.factories import TODAY, HandClock, make_event

pytestmark = pytest.mark.usefixtures("house")
"""Today is 25 January 2027: in the middle of the preparation year for 2027."""


def plan(desk: Desk, cohort: UUID) -> dict[str, PlanRow]:
    return {row.step: row for row in desk.read(plan_rows, cohort, TODAY)}


def child(desk: Desk, born: date, name: str = "Vogel") -> UUID:
    return add_child(desk, ChildInput(name, "Mia", birth_date=born))


def year_of(desk: Desk, child_id: UUID) -> UUID | None:
    with desk.store.read() as session:
        return session.scalar(select(Child.cohort_id).where(Child.id == child_id))


def test_an_entry_year_opens_from_the_saxon_template_with_computed_days(desk: Desk) -> None:
    rows = plan(desk, year_plan.open_cohort(desk, 2027))
    assert len(rows) == 27
    assert (rows["registration"].first, rows["registration"].last) == (
        date(2026, 8, 1), date(2026, 9, 15))  # fmt: skip
    assert rows["taster_day"].planned_on == date(2027, 5, 12)
    assert (rows["early_entry_deadline"].first, rows["early_entry_deadline"].last) == (
        None, date(2027, 3, 15))  # fmt: skip
    assert rows["enrolment_ceremony"].is_one_day
    assert desk.undo_label == "Jahrgang 2027 angelegt"


def test_what_is_over_falls_away_but_what_each_child_needs_stays(desk: Desk) -> None:
    rows = plan(desk, year_plan.open_cohort(desk, 2027))
    gone = {step for step, row in rows.items() if row.is_not_needed}
    assert {"preschool_evening", "martins_day", "kita_exam"} <= gone
    assert not gone & {"registration", "school_exam", "taster_day", *CONSENT_STEPS}


def test_two_entry_years_stand_side_by_side(desk: Desk, hand_clock: HandClock) -> None:
    first = year_plan.open_cohort(desk, 2027)
    second = year_plan.open_cohort(desk, 2028)
    assert year_plan.open_cohort(desk, 2027) == first
    assert [row.entry_year for row in desk.read(cohorts)] == [2027, 2028]
    assert plan(desk, second)["taster_day"].planned_on == date(2028, 5, 10)
    assert len(plan(desk, first)) == len(plan(desk, second))


def test_opening_a_year_is_one_step_to_undo(desk: Desk) -> None:
    mia = child(desk, date(2021, 3, 1))
    cohort = year_plan.open_cohort(desk, 2027)
    assert year_of(desk, mia) == cohort
    desk.undo()
    assert desk.read(cohorts) == ()
    assert year_of(desk, mia) is None
    desk.redo()
    assert (year_of(desk, mia), len(plan(desk, cohort))) == (cohort, 27)


@pytest.mark.parametrize(
    ("born", "in_2027", "in_2028"),
    [
        (date(2020, 6, 30), True, False),
        (date(2021, 6, 30), True, False),
        (date(2021, 7, 1), True, True),
        (date(2021, 10, 1), False, True),
        (date(2022, 10, 1), False, False),
    ],
)
def test_children_come_into_their_year_by_the_rule_of_the_land(
    desk: Desk, born: date, in_2027: bool, in_2028: bool
) -> None:
    mia = child(desk, born)
    cohort = year_plan.open_cohort(desk, 2027)
    assert (year_of(desk, mia) == cohort) == in_2027
    desk.undo()
    later = year_plan.open_cohort(desk, 2028)
    assert (year_of(desk, mia) == later) == in_2028


def test_children_who_come_later_are_offered_and_taken_in(desk: Desk) -> None:
    cohort = year_plan.open_cohort(desk, 2027)
    mia = child(desk, date(2021, 3, 1))
    add_child(desk, ChildInput("Vogel", "Ole"))
    child(desk, date(2021, 7, 2), "Kann-Kind")
    assert year_starters.missing_starters(desk, cohort) == 1
    assert year_starters.take_in_starters(desk, cohort) == 1
    assert year_of(desk, mia) == cohort
    assert year_starters.missing_starters(desk, cohort) == 0
    desk.undo()
    assert year_of(desk, mia) is None


def test_a_measure_knows_who_is_responsible_where_that_is_clear(desk: Desk) -> None:
    for kind, name in (
        (InstitutionKind.PRIMARY_SCHOOL, "Grundschule am Markt"),
        (InstitutionKind.HEALTH_OFFICE, "Gesundheitsamt Ost"),
        (InstitutionKind.HEALTH_OFFICE, "Gesundheitsamt West"),
    ):
        add_institution(desk, InstitutionInput(kind=kind, name=name))
    rows = plan(desk, year_plan.open_cohort(desk, 2027))
    found = {row.responsible for row in rows.values()}
    assert found == {"", "Kita Sonnenschein", "Grundschule am Markt"}
    assert rows["school_exam"].responsible == ""


def test_a_year_out_of_range_is_refused(desk: Desk) -> None:
    for year in (1999, 2101):
        with pytest.raises(UserError) as refused:
            year_plan.open_cohort(desk, year)
        assert refused.value.code == "number_out_of_range"


def test_next_year_carries_over_what_the_office_changed(desk: Desk) -> None:
    first = year_plan.open_cohort(desk, 2027)
    taster = plan(desk, first)["taster_day"].id
    measures.change_measure(desk, taster, place="Aula", evaluation="Zu kurz", note="Tee")
    measures.move_measure(desk, taster, date(2027, 5, 19))
    own = transition.MeasureInput(first, "Waldtag", planned_on=date(2027, 4, 20))
    transition.add_measure(desk, own)
    rows = desk.read(plan_rows, year_plan.open_cohort(desk, 2028), TODAY)
    found = {row.title: row for row in rows}
    copied = found["Schnuppertag in der Schule"]
    assert (copied.place, copied.note, copied.evaluation) == ("Aula", "2027: Zu kurz", "")
    assert (copied.planned_on, copied.is_moved_by_hand) == (date(2028, 5, 10), False)
    assert found["Waldtag"].planned_on == date(2028, 4, 18)
    assert not any(row.is_not_needed and row.last and row.last > TODAY for row in rows)


def test_without_carrying_over_the_template_holds(desk: Desk) -> None:
    first = year_plan.open_cohort(desk, 2027)
    measures.delete_measure(desk, plan(desk, first)["martins_day"].id)
    second = year_plan.open_cohort(desk, 2028, carry_over=False)
    assert "martins_day" in plan(desk, second)


def test_replanning_shows_what_moves_and_leaves_what_a_hand_moved(desk: Desk) -> None:
    cohort = year_plan.open_cohort(desk, 2027)
    assert year_plan.plan_difference(desk, cohort) == ()
    ceremony, party = (plan(desk, cohort)[step].id for step in ("enrolment_ceremony", "taster_day"))
    measures.move_measure(desk, party, date(2027, 5, 19))
    year_plan.change_cohort(desk, cohort, first_school_day=date(2027, 8, 30))
    changes = {change.measure_id: change for change in year_plan.plan_difference(desk, cohort)}
    assert changes[party].stays_because == "von Hand gelegt"
    new = changes[ceremony].new
    assert new is not None
    assert new.last == date(2027, 8, 28)
    assert year_plan.replan(desk, cohort) == 1
    assert plan(desk, cohort)["enrolment_ceremony"].planned_on == date(2027, 8, 28)
    assert plan(desk, cohort)["taster_day"].planned_on == date(2027, 5, 19)


def test_replanning_is_one_step_to_undo(desk: Desk) -> None:
    cohort = year_plan.open_cohort(desk, 2027)
    year_plan.change_cohort(desk, cohort, first_school_day=date(2027, 8, 30))
    year_plan.replan(desk, cohort)
    assert desk.undo_label == "Jahresplan 2027 neu berechnet"
    desk.undo()
    assert plan(desk, cohort)["enrolment_ceremony"].planned_on == date(2027, 8, 21)
    desk.undo()
    assert desk.read(cohort_card, cohort).first_school_day is None


def test_what_is_done_keeps_its_day_when_the_plan_is_computed_anew(desk: Desk) -> None:
    cohort = year_plan.open_cohort(desk, 2027)
    ceremony = plan(desk, cohort)["enrolment_ceremony"].id
    measures.set_measure_done(desk, ceremony, TODAY)
    year_plan.change_cohort(desk, cohort, first_school_day=date(2027, 8, 30))
    (change,) = year_plan.plan_difference(desk, cohort)
    assert change.stays_because == "erledigt"
    assert year_plan.replan(desk, cohort) == 0


def test_a_measure_with_an_event_follows_the_event(desk: Desk) -> None:
    cohort = year_plan.open_cohort(desk, 2027)
    meeting = plan(desk, cohort)["school_child_meeting"].id
    tie_event(desk, meeting, make_event(desk, on_date=date(2027, 5, 27)))
    assert plan(desk, cohort)["school_child_meeting"].planned_on == date(2027, 5, 27)
    assert year_plan.plan_difference(desk, cohort) == ()
