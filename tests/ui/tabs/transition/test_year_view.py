"""What an entry year shows follows from birth dates, states and the day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.measure_marks import MeasureMark
from kitadesk.domain.transition import ChildStatusKind, MeasureState
from kitadesk.services import transition
from kitadesk.services.desk import Desk
from kitadesk.services.people import change_child
from kitadesk.ui.tabs.transition.year_view import (
    EntryYear,
    entry_years,
    house_children,
    overdue_count,
    read_year,
    running_year,
    sums,
)
from tests.support.factories import TODAY, make_family

pytestmark = pytest.mark.usefixtures("house")


def made_child(desk: Desk, first_name: str, born: date | None) -> UUID:
    child_id = make_family(desk, "Müller", children=(first_name,)).child_ids[0]
    change_child(desk, child_id, birth_date=born)
    return child_id


def made_year(desk: Desk, *child_ids: UUID) -> EntryYear:
    cohort_id = transition.add_cohort(desk, 2027)
    transition.assign_cohort(desk, child_ids, cohort_id)
    return EntryYear(2027, cohort_id)


def test_the_running_year_is_there_before_it_is_put_together(desk: Desk) -> None:
    assert entry_years(desk) == (EntryYear(2027, None),)
    cohort_id = transition.add_cohort(desk, 2026)
    years = entry_years(desk)
    assert years == (EntryYear(2026, cohort_id), EntryYear(2027, None))
    assert running_year(years, TODAY) == EntryYear(2027, None)


@pytest.mark.parametrize(
    ("born", "is_shown"),
    [
        (date(2021, 6, 30), True),
        (date(2021, 9, 30), True),
        (date(2021, 10, 1), False),
        (date(2020, 6, 30), True),
        (None, False),
    ],
)
def test_without_a_cohort_birth_dates_suggest_the_children(
    desk: Desk, born: date | None, *, is_shown: bool
) -> None:
    made_child(desk, "Mia", born)
    view = read_year(desk, EntryYear(2027, None))
    assert [line.name for line in view.starters] == ["Müller, Mia"] * is_shown


def test_a_child_of_another_year_is_not_suggested(desk: Desk) -> None:
    mia = made_child(desk, "Mia", date(2020, 6, 30))
    transition.assign_cohort(desk, [mia], transition.add_cohort(desk, 2026))
    assert read_year(desk, EntryYear(2027, None)).starters == ()


def test_sums_count_children_and_what_is_special(desk: Desk) -> None:
    mia = made_child(desk, "Mia", date(2021, 3, 1))
    ole = made_child(desk, "Ole", date(2021, 8, 1))
    ben = made_child(desk, "Ben", date(2021, 4, 1))
    year = made_year(desk, mia, ole, ben)
    for child_id, kind in (
        (mia, ChildStatusKind.REGISTERED),
        (ole, ChildStatusKind.EARLY_APPLIED),
        (ben, ChildStatusKind.DEFERRAL_APPLIED),
    ):
        transition.add_child_status(desk, child_id, kind)
    assert sums(read_year(desk, year)) == ("3 Kinder", "1 Kann-Kind", "1 Rückstellung beantragt")


def test_a_child_put_off_last_year_is_counted_once(desk: Desk) -> None:
    mia = made_child(desk, "Mia", date(2020, 5, 1))
    year = made_year(desk, mia)
    assert sums(read_year(desk, year)) == ("1 Kind", "1 seit Vorjahr pflichtig")
    transition.add_child_status(desk, mia, ChildStatusKind.DEFERRAL_GRANTED)
    assert sums(read_year(desk, year)) == ("1 Kind", "1 zurückgestellt")


def test_overdue_is_computed_from_the_last_day(desk: Desk) -> None:
    mia, ole = (made_child(desk, name, date(2021, 3, 1)) for name in ("Mia", "Ole"))
    year = made_year(desk, mia, ole)
    assert year.cohort_id is not None
    entered = transition.MeasureInput(
        year.cohort_id, "Anmeldung", is_per_child=True, planned_on=date(2026, 9, 15)
    )
    measure = transition.add_measure(desk, entered)
    transition.set_child_measure(desk, mia, measure, MeasureState.DONE, date(2026, 9, 1))
    view = read_year(desk, year)
    marks = {line.name: line.cells[0].mark for line in view.starters}
    assert marks == {"Müller, Mia": MeasureMark.DONE, "Müller, Ole": MeasureMark.OVERDUE}
    assert overdue_count(view) == 1
    assert [line.is_pending for line in view.starters] == [False, True]


def test_the_entry_year_of_a_child_is_noted_or_computed(desk: Desk) -> None:
    mia = made_child(desk, "Mia", date(2021, 8, 1))
    made_child(desk, "Ole", date(2021, 8, 1))
    made_year(desk, mia)
    found = [(one.name, one.entry_year, one.is_computed) for one in house_children(desk)]
    assert found == [("Müller, Mia", 2027, False), ("Müller, Ole", 2028, True)]
