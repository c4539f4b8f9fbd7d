"""Who stands in an entry year, and what the head says of them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.domain.transition import ChildStatusKind
from kitadesk.services import transition
from kitadesk.services.desk import Desk
from kitadesk.services.people import change_child
from kitadesk.ui.tabs.transition.starters import kinds_of, read_starters, sums
from kitadesk.ui.tabs.transition.year_view import EntryYear
from tests.support.factories import make_family, make_group

pytestmark = pytest.mark.usefixtures("house")


def made_child(desk: Desk, first_name: str, born: date | None) -> UUID:
    child_id = make_family(desk, "Müller", children=(first_name,)).child_ids[0]
    change_child(desk, child_id, birth_date=born)
    return child_id


def made_year(desk: Desk, *child_ids: UUID) -> EntryYear:
    cohort_id = transition.add_cohort(desk, 2027)
    transition.assign_cohort(desk, child_ids, cohort_id)
    return EntryYear(2027, cohort_id)


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
    starters = read_starters(desk, EntryYear(2027, None))
    assert [line.name for line in starters] == ["Müller, Mia"] * is_shown


def test_a_child_of_another_year_is_not_suggested(desk: Desk) -> None:
    mia = made_child(desk, "Mia", date(2020, 6, 30))
    transition.assign_cohort(desk, [mia], transition.add_cohort(desk, 2026))
    assert read_starters(desk, EntryYear(2027, None)) == []


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
    assert sums(read_starters(desk, year)) == (
        "3 Kinder",
        "1 Kann-Kind",
        "1 Rückstellung beantragt",
    )


def test_a_child_put_off_last_year_is_counted_once(desk: Desk) -> None:
    mia = made_child(desk, "Mia", date(2020, 5, 1))
    year = made_year(desk, mia)
    assert sums(read_starters(desk, year)) == ("1 Kind", "1 seit Vorjahr pflichtig")
    transition.add_child_status(desk, mia, ChildStatusKind.DEFERRAL_GRANTED)
    assert sums(read_starters(desk, year)) == ("1 Kind", "1 zurückgestellt")


def test_children_of_one_birth_date_share_their_duty(desk: Desk) -> None:
    twins = [made_child(desk, name, date(2021, 3, 1)) for name in ("Mia", "Ole")]
    starters = read_starters(desk, made_year(desk, *twins))
    assert starters[0].duty is starters[1].duty
    assert [count for _line, count in kinds_of(starters)] == [2]


def test_a_starter_names_group_school_and_status(desk: Desk) -> None:
    mia = made_child(desk, "Mia", date(2021, 3, 1))
    change_child(desk, mia, group_id=make_group(desk, "Igel"))
    year = made_year(desk, mia)
    transition.add_child_status(desk, mia, ChildStatusKind.MOVING)
    (line,) = read_starters(desk, year)
    assert (line.child_id, line.group_name, line.school_name) == (mia, "Igel", "")
    assert line.status == "zieht um"
