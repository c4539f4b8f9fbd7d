"""Entry years, their children, and the sparse matrix of measures."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import func, select

from kitadesk.domain.transition import ChildStatusKind, MeasureState
from kitadesk.queries import transition as rows
from kitadesk.services import transition
from kitadesk.services.desk import Desk
from kitadesk.services.matrix import set_cells
from kitadesk.services.people import change_child
from kitadesk.storage.models.transition import ChildMeasure
from tests.support.factories import TODAY, MadeFamily, make_family, make_group

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def family(desk: Desk) -> MadeFamily:
    return make_family(desk, "Müller", children=("Mia", "Ole"), group=make_group(desk))


@pytest.fixture
def cohort(desk: Desk, family: MadeFamily) -> UUID:
    cohort_id = transition.add_cohort(desk, 2027)
    transition.assign_cohort(desk, family.child_ids, cohort_id)
    return cohort_id


@pytest.fixture
def measure(desk: Desk, cohort: UUID) -> UUID:
    talk = transition.MeasureInput(cohort, "Elterngespräch", "Gespräch", is_per_child=True)
    return transition.add_measure(desk, talk)


def test_entry_years_stand_in_order_and_exist_once(desk: Desk, cohort: UUID) -> None:
    transition.add_cohort(desk, 2026)
    assert transition.add_cohort(desk, 2027) == cohort
    found = [(row.entry_year, row.children) for row in desk.read(rows.cohorts)]
    assert found == [(2026, 0), (2027, 2)]


def test_starters_show_group_and_newest_status(
    desk: Desk, family: MadeFamily, cohort: UUID
) -> None:
    mia = family.child_ids[0]
    for kind, day in (
        (ChildStatusKind.REGISTERED, date(2026, 9, 10)),
        (ChildStatusKind.DEFERRAL_APPLIED, date(2026, 11, 5)),
    ):
        transition.add_child_status(desk, mia, kind, on_date=day)
    found = desk.read(rows.starters, cohort, TODAY)
    assert [(row.name, row.group_name, row.status) for row in found] == [
        ("Müller, Mia", "Frösche", "Rückstellung beantragt"),
        ("Müller, Ole", "Frösche", ""),
    ]


def test_who_left_or_changed_the_year_is_no_starter(
    desk: Desk, family: MadeFamily, cohort: UUID
) -> None:
    change_child(desk, family.child_ids[0], left_on=TODAY)
    transition.assign_cohort(desk, family.child_ids[1:], None)
    assert desk.read(rows.starters, cohort, TODAY) == ()


def test_a_state_is_kept_for_each_child_and_measure(
    desk: Desk, family: MadeFamily, cohort: UUID, measure: UUID
) -> None:
    mia, ole = family.child_ids
    set_cells(desk, [(mia, measure)], MeasureState.DONE, on_date=date(2027, 1, 12))
    set_cells(desk, [(ole, measure)], MeasureState.NOT_NEEDED)
    assert desk.read(rows.cells, cohort) == {
        (mia, measure): (MeasureState.DONE, date(2027, 1, 12)),
        (ole, measure): (MeasureState.NOT_NEEDED, None),
    }


def test_open_again_needs_no_row(desk: Desk, family: MadeFamily, measure: UUID) -> None:
    mia = family.child_ids[0]
    for state in (MeasureState.PLANNED, MeasureState.DONE, None, None):
        set_cells(desk, [(mia, measure)], state)
    with desk.store.read() as session:
        assert session.scalar(select(func.count(ChildMeasure.id))) == 0
