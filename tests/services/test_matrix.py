"""Setting cells of the matrix: many at once, one named step, the ledger is left alone."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.transition import MeasureState
from kitadesk.queries.transition import cells
from kitadesk.services import transition
from kitadesk.services.desk import Desk
from kitadesk.services.matrix import set_cells, step_label
from kitadesk.services.measures import change_measure
from kitadesk.storage.models.transition import Measure
from tests.support.factories import TODAY, make_family

pytestmark = pytest.mark.usefixtures("house")
DONE, PLANNED, NOT_NEEDED = MeasureState.DONE, MeasureState.PLANNED, MeasureState.NOT_NEEDED


@pytest.fixture
def year(desk: Desk) -> UUID:
    return transition.add_cohort(desk, 2027)


@pytest.fixture
def children(desk: Desk, year: UUID) -> tuple[UUID, ...]:
    made = make_family(desk, "Müller", children=("Mia", "Ole", "Ben")).child_ids
    transition.assign_cohort(desk, made, year)
    return made


def measure(desk: Desk, year: UUID, title: str = "Logopädie") -> UUID:
    return transition.add_measure(desk, transition.MeasureInput(year, title, is_per_child=True))


def test_many_children_are_one_named_step(
    desk: Desk, year: UUID, children: tuple[UUID, ...]
) -> None:
    speech = measure(desk, year)
    assert set_cells(desk, [(one, speech) for one in children], DONE) == 3
    assert desk.undo_label == "Logopädie erledigt (3 Kinder)"
    assert desk.read(cells, year) == {(one, speech): (DONE, TODAY) for one in children}
    desk.undo()
    assert desk.read(cells, year) == {}


def test_one_child_is_named(desk: Desk, year: UUID, children: tuple[UUID, ...]) -> None:
    set_cells(desk, [(children[0], measure(desk, year))], PLANNED, on_date=date(2027, 4, 8))
    assert desk.undo_label == "Logopädie geplant (Mia Müller)"


def test_open_again_needs_no_row(desk: Desk, year: UUID, children: tuple[UUID, ...]) -> None:
    cell = (children[0], measure(desk, year))
    set_cells(desk, [cell], DONE)
    assert set_cells(desk, [cell], None) == 1
    assert desk.read(cells, year) == {}
    assert set_cells(desk, [cell], None) == 0


def test_what_is_not_needed_has_no_day(desk: Desk, year: UUID, children: tuple[UUID, ...]) -> None:
    cell = (children[0], measure(desk, year))
    set_cells(desk, [cell], DONE)
    set_cells(desk, [cell], NOT_NEEDED, on_date=TODAY)
    assert desk.read(cells, year) == {cell: (NOT_NEEDED, None)}


def test_what_stands_already_is_not_counted(
    desk: Desk, year: UUID, children: tuple[UUID, ...]
) -> None:
    speech = measure(desk, year)
    set_cells(desk, [(children[0], speech)], DONE)
    assert set_cells(desk, [(one, speech) for one in children], DONE) == 2


def test_a_new_day_replaces_the_old_one(desk: Desk, year: UUID, children: tuple[UUID, ...]) -> None:
    cell = (children[0], measure(desk, year))
    set_cells(desk, [cell], PLANNED, on_date=date(2027, 4, 8))
    set_cells(desk, [cell], PLANNED, on_date=date(2027, 4, 9))
    assert desk.read(cells, year) == {cell: (PLANNED, date(2027, 4, 9))}


def test_a_measure_of_the_ledger_is_refused_and_nothing_else_set(
    desk: Desk, year: UUID, children: tuple[UUID, ...]
) -> None:
    speech, consent = measure(desk, year), measure(desk, year, "Einwilligung")
    with desk.write("Schritt") as w:
        w.get(Measure, consent).step = "consent_visit"
    with pytest.raises(UserError, match="Einwilligung") as refused:
        set_cells(desk, [(children[0], speech), (children[0], consent)], DONE)
    assert refused.value.code == "cell_from_ledger"
    assert desk.read(cells, year) == {}


def test_a_child_that_is_gone_is_told(desk: Desk, year: UUID, children: tuple[UUID, ...]) -> None:
    gone = [(children[0], measure(desk, year)), (UUID(int=1), measure(desk, year))]
    with pytest.raises(UserError) as refused:
        set_cells(desk, gone, DONE)
    assert refused.value.code == "record_gone"


def test_hundreds_of_children_are_one_step_that_undo_takes_back(desk: Desk, year: UUID) -> None:
    names = tuple(f"Kind {number}" for number in range(250))
    many = make_family(desk, "Müller", children=names).child_ids
    speech = measure(desk, year)
    assert set_cells(desk, [(one, speech) for one in many], DONE) == 250
    assert desk.undo_label == "Logopädie erledigt (250 Kinder)"
    desk.undo()
    assert desk.read(cells, year) == {}
    desk.redo()
    assert len(desk.read(cells, year)) == 250


def test_nothing_chosen_changes_nothing(desk: Desk) -> None:
    before = desk.undo_label
    assert set_cells(desk, [], DONE) == 0
    assert desk.undo_label == before


def test_the_label_counts_measures_and_shortens_titles() -> None:
    assert step_label(["A", "B"], ["Mia Müller"], None) == "2 Maßnahmen offen (Mia Müller)"
    assert len(step_label(["x" * 200], ["Mia"], NOT_NEEDED)) < 60


def test_the_title_of_a_measure_stands_where_it_has_no_short_one(
    desk: Desk, year: UUID, children: tuple[UUID, ...]
) -> None:
    speech = measure(desk, year)
    change_measure(desk, speech, short_title="Logo")
    set_cells(desk, [(children[0], speech)], NOT_NEEDED)
    assert desk.undo_label == "Logo entfällt (Mia Müller)"


def test_nothing_is_done_on_a_day_to_come(desk: Desk, year: UUID) -> None:
    mia = make_family(desk).child_ids[0]
    measure = transition.add_measure(desk, transition.MeasureInput(year, "Logopädie"))
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(UserError) as refused:
        set_cells(desk, [(mia, measure)], DONE, on_date=tomorrow)
    assert refused.value.code == "day_in_future"
    assert set_cells(desk, [(mia, measure)], PLANNED, on_date=tomorrow) == 1
    assert set_cells(desk, [(mia, measure)], DONE, on_date=TODAY) == 1
