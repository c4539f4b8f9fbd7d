"""Compact cells say the same as the rule for one cell, and count what they say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.matrix_cells import Code, MatrixCells, MatrixCount
from kitadesk.domain.measure_marks import MeasureMark, mark_of
from kitadesk.domain.transition import MeasureState

TODAY = date(2027, 1, 25)
HANDOVER = ConsentKind.SCHOOL_HANDOVER
DAYS = st.integers(-400, 400).map(lambda days: TODAY + timedelta(days=days))
STATES = st.tuples(st.sampled_from((None, *MeasureState)), st.none() | DAYS)


def cells_of(
    last_day: date | None, states: list[tuple[MeasureState | None, date | None]]
) -> MatrixCells:
    cells = MatrixCells(len(states), [last_day], [None], TODAY)
    cells.begin(range(len(states)))
    for place, (state, on) in enumerate(states):
        if state is not None:
            cells.put(place, 0, state.value, on.isoformat() if on is not None else None)
    return cells


@given(st.none() | DAYS, st.lists(STATES, min_size=1, max_size=20))
def test_marks_are_those_of_the_rule(
    last_day: date | None, states: list[tuple[MeasureState | None, date | None]]
) -> None:
    cells = cells_of(last_day, states)
    marks = [cells.cell(place, 0).mark for place in range(len(states))]
    assert marks == [mark_of(state, on if state else None, last_day, TODAY) for state, on in states]
    count = cells.count(0)
    assert count.done == marks.count(MeasureMark.DONE)
    assert count.total == len(marks) - marks.count(MeasureMark.NOT_NEEDED)
    assert count.overdue == marks.count(MeasureMark.OVERDUE)
    assert cells.overdue() == count.overdue
    assert [cells.is_pending(place) for place in range(len(marks))] == [
        mark.is_pending for mark in marks
    ]


@given(st.none() | DAYS, st.lists(STATES, min_size=2, max_size=2))
def test_cells_of_the_same_look_have_the_same_mark_and_planned_day(
    last_day: date | None, states: list[tuple[MeasureState | None, date | None]]
) -> None:
    cells = cells_of(last_day, states)
    first, second = cells.cell(0, 0), cells.cell(1, 0)
    if cells.look(0, 0) == cells.look(1, 0):
        assert first.mark is second.mark
        assert first.mark is not MeasureMark.PLANNED or first.on == second.on


@pytest.mark.parametrize(
    ("state", "mark"),
    [
        (ConsentState.GIVEN, MeasureMark.DONE),
        (ConsentState.NO, MeasureMark.NOT_NEEDED),
        (ConsentState.REVOKED, MeasureMark.NOT_NEEDED),
        (ConsentState.OPEN, MeasureMark.OPEN),
    ],
)
def test_a_consent_is_asked_for_and_never_overdue(state: ConsentState, mark: MeasureMark) -> None:
    cells = MatrixCells(1, [TODAY - timedelta(days=1)], [HANDOVER], TODAY)
    cells.put_consent(0, 0, state)
    assert cells.cell(0, 0).mark is mark
    assert cells.cell(0, 0).consent is state
    assert cells.is_derived(0)
    assert cells.overdue() == 0
    assert cells.count(0) == MatrixCount(int(state.is_answer), 1, 0)


def test_reading_anew_begins_with_everything_open() -> None:
    cells = MatrixCells(1, [None, None], [HANDOVER, None], TODAY)
    cells.put_consent(0, 0, ConsentState.GIVEN)
    cells.put_state(0, 1, MeasureState.DONE, TODAY)
    cells.begin([0])
    assert cells.cell(0, 1).mark is MeasureMark.OPEN
    assert cells.cell(0, 0).consent is ConsentState.OPEN


def test_states_are_unknown_until_they_are_read() -> None:
    cells = MatrixCells(2, [None], [None], TODAY)
    cells.begin([1])
    assert [cells.is_known(0), cells.is_known(1), cells.is_complete] == [False, True, False]
    cells.begin([0])
    assert cells.is_complete
    cells.forget()
    assert not cells.is_known(1)


def test_a_day_beyond_what_fits_is_kept_at_the_edge() -> None:
    cells = MatrixCells(1, [None], [None], TODAY)
    cells.put_state(0, 0, MeasureState.PLANNED, date(2199, 1, 1))
    assert cells.cell(0, 0).on == date(2079, 6, 5)


def test_a_child_without_measures_is_always_pending() -> None:
    assert MatrixCells(1, [], [], TODAY).is_pending(0)


def test_each_child_and_measure_has_a_cell_of_its_own() -> None:
    cells = MatrixCells(3, [None, None, None], [None, None, None], TODAY)
    cells.begin(range(3))
    cells.put_state(1, 2, MeasureState.DONE, TODAY)
    cells.put_state(2, 0, MeasureState.PLANNED, None)
    found = {
        (place, column): cells.code(place, column)
        for place in range(3)
        for column in range(3)
        if cells.code(place, column)
    }
    assert found == {(1, 2): Code.DONE, (2, 0): Code.PLANNED}
    assert cells.cell(1, 2).on == TODAY
    assert cells.cell(2, 0).on is None
    assert cells.look(1, 2) == Code.DONE
    assert len({cells.look(2, 0), cells.look(1, 2), cells.look(0, 0)}) == 3


def test_a_state_that_is_taken_back_leaves_no_day() -> None:
    cells = cells_of(None, [(MeasureState.DONE, TODAY)])
    cells.put_state(0, 0, None, TODAY)
    assert (cells.code(0, 0), cells.cell(0, 0).on) == (Code.OPEN, None)
    assert cells.is_pending(0)


def test_a_child_with_all_settled_has_nothing_to_do() -> None:
    cells = MatrixCells(2, [None, None], [None, None], TODAY)
    cells.begin(range(2))
    cells.put_state(0, 0, MeasureState.DONE, TODAY)
    cells.put_state(0, 1, MeasureState.NOT_NEEDED, None)
    cells.put_state(1, 0, MeasureState.DONE, TODAY)
    cells.put_state(1, 1, MeasureState.PLANNED, TODAY)
    assert (cells.is_pending(0), cells.is_pending(1)) == (False, True)
