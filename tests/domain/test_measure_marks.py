"""The mark of a child in a measure follows from state, day and today."""

from __future__ import annotations

from datetime import date

import pytest

from kitadesk.domain.consent import ConsentKind
from kitadesk.domain.measure_marks import MeasureMark, due_day, mark_of
from kitadesk.domain.transition import MeasureState

TODAY = date(2027, 1, 25)
BEFORE, AFTER = date(2027, 1, 24), date(2027, 1, 26)


@pytest.mark.parametrize(
    ("state", "on", "due", "mark"),
    [
        (None, None, None, MeasureMark.OPEN),
        (None, None, AFTER, MeasureMark.OPEN),
        (None, None, TODAY, MeasureMark.OPEN),
        (None, None, BEFORE, MeasureMark.OVERDUE),
        (MeasureState.PLANNED, AFTER, BEFORE, MeasureMark.PLANNED),
        (MeasureState.PLANNED, TODAY, None, MeasureMark.PLANNED),
        (MeasureState.PLANNED, BEFORE, AFTER, MeasureMark.OVERDUE),
        (MeasureState.PLANNED, None, BEFORE, MeasureMark.OVERDUE),
        (MeasureState.DONE, BEFORE, BEFORE, MeasureMark.DONE),
        (MeasureState.NOT_NEEDED, None, BEFORE, MeasureMark.NOT_NEEDED),
    ],
)
def test_a_mark_follows_from_state_and_days(
    state: MeasureState | None, on: date | None, due: date | None, mark: MeasureMark
) -> None:
    assert mark_of(state, on, due, TODAY) is mark


@pytest.mark.parametrize(("consent", "due"), [(None, BEFORE), (ConsentKind.SCHOOL_HANDOVER, None)])
def test_a_consent_has_no_day_after_which_it_is_overdue(
    consent: ConsentKind | None, due: date | None
) -> None:
    assert due_day(BEFORE, consent) == due


def test_only_what_is_done_or_not_needed_is_settled() -> None:
    settled = [mark for mark in MeasureMark if not mark.is_pending]
    assert settled == [MeasureMark.DONE, MeasureMark.NOT_NEEDED]
