"""What an entry year shows follows from birth dates, states and the day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.services import transition
from kitadesk.services.desk import Desk
from kitadesk.services.people import change_child
from kitadesk.ui.tabs.transition.year_view import (
    EntryYear,
    entry_years,
    house_children,
    running_year,
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


def test_the_entry_year_of_a_child_is_noted_or_computed(desk: Desk) -> None:
    mia = made_child(desk, "Mia", date(2021, 8, 1))
    made_child(desk, "Ole", date(2021, 8, 1))
    made_year(desk, mia)
    found = [(one.name, one.entry_year, one.is_computed) for one in house_children(desk)]
    assert found == [("Müller, Mia", 2027, False), ("Müller, Ole", 2028, True)]


def test_who_comes_later_stands_behind_the_others_with_the_day(desk: Desk) -> None:
    make_family(desk, "Albrecht", entered_on=date(2027, 4, 12))
    made_child(desk, "Ole", date(2021, 8, 1))

    names = [one.name for one in house_children(desk)]

    assert names == ["Müller, Ole", "Albrecht, Mia · kommt am 12.04.2027"]
