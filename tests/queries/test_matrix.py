"""The matrix in plain SQL: who stands in it, which columns, which states."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.consent import ConsentKind
from kitadesk.domain.transition import ChildStatusKind, MeasureState
from kitadesk.queries.matrix import (
    cohort_ids,
    has_children,
    matrix_children,
    matrix_measures,
    matrix_names,
    matrix_states,
    matrix_states_between,
    matrix_statuses,
)
from kitadesk.services import transition
from kitadesk.services.desk import Desk
from kitadesk.services.matrix import set_cells
from kitadesk.services.people import change_child
from kitadesk.storage.models.transition import Measure
from tests.support.factories import TODAY, make_family, make_group

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def year(desk: Desk) -> UUID:
    return transition.add_cohort(desk, 2027)


@pytest.fixture
def children(desk: Desk, year: UUID) -> tuple[UUID, ...]:
    made = make_family(desk, "Müller", children=("Ole", "Mia")).child_ids
    transition.assign_cohort(desk, made, year)
    return made


def add(desk: Desk, year: UUID, title: str, *, is_per_child: bool = True) -> UUID:
    entered = transition.MeasureInput(year, title, is_per_child=is_per_child)
    return transition.add_measure(desk, entered)


def test_children_come_by_name_and_without_those_who_left(
    desk: Desk, year: UUID, children: tuple[UUID, ...]
) -> None:
    found = list(desk.look(matrix_children, year, TODAY))
    assert [row[1] for row in found] == ["Müller, Mia", "Müller, Ole"]
    assert [UUID(bytes=row[0]) for row in found] == [children[1], children[0]]
    change_child(desk, children[0], left_on=TODAY, birth_date=date(2021, 3, 1))
    assert [row[1] for row in desk.look(matrix_children, year, TODAY)] == ["Müller, Mia"]


def test_columns_are_what_is_meant_for_each_child(desk: Desk, year: UUID) -> None:
    add(desk, year, "Elternabend", is_per_child=False)
    consent, gone = add(desk, year, "Einwilligung"), add(desk, year, "Logopädie")
    with desk.write("Schritt") as w:
        w.get(Measure, consent).step = "consent_visit"
        w.get(Measure, gone).is_not_needed = True
    (found,) = desk.look(matrix_measures, year)
    assert (found.label, found.consent_kind) == ("Einwilligung", ConsentKind.TEACHER_VISIT)


def test_states_are_sparse_and_can_be_asked_for_few_children(
    desk: Desk, year: UUID, children: tuple[UUID, ...]
) -> None:
    measure = add(desk, year, "Logopädie")
    set_cells(desk, [(children[0], measure)], MeasureState.PLANNED, on_date=date(2027, 4, 8))
    expected = [(children[0].bytes, measure.bytes, "planned", "2027-04-08")]
    assert list(desk.look(matrix_states, [one.bytes for one in children])) == expected
    assert list(desk.look(matrix_states, [children[1].bytes])) == []
    low, high = sorted(one.bytes for one in children)
    assert list(desk.look(matrix_states_between, low, high)) == expected


def test_names_of_groups_and_years_are_found_by_key(desk: Desk, year: UUID) -> None:
    group = make_group(desk, "Igel")
    assert desk.look(matrix_names).groups == {group.bytes: "Igel"}
    assert desk.look(cohort_ids) == {2027: year}


def test_nobody_is_here_when_all_have_left(desk: Desk, children: tuple[UUID, ...]) -> None:
    assert desk.look(has_children, TODAY)
    for one in children:
        change_child(desk, one, left_on=TODAY, birth_date=date(2021, 3, 1))
    assert not desk.look(has_children, TODAY)


def test_the_newest_status_of_a_child_counts(
    desk: Desk, year: UUID, children: tuple[UUID, ...]
) -> None:
    transition.add_child_status(desk, children[0], ChildStatusKind.MOVING, on_date=date(2027, 1, 2))
    transition.add_child_status(
        desk, children[0], ChildStatusKind.REGISTERED, on_date=date(2027, 1, 1)
    )
    assert desk.look(matrix_statuses, year) == {children[0].bytes: ChildStatusKind.MOVING}
