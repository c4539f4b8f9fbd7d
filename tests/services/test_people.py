"""Groups and children as the office enters them."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from kitadesk.base.errors import UserError
from kitadesk.queries import people as rows
from kitadesk.services import people
from kitadesk.services.desk import Desk
from kitadesk.storage.models.people import Person
from tests.support.factories import TODAY, make_family, make_group

pytestmark = pytest.mark.usefixtures("house")


def test_groups_stand_in_the_order_they_were_made(desk: Desk) -> None:
    for name in ("Igel", "Bienen"):
        people.add_group(desk, name)
    assert [row.name for row in desk.read(rows.groups, TODAY)] == ["Igel", "Bienen"]


def test_a_group_is_made_once_however_it_is_written(desk: Desk) -> None:
    first = people.add_group(desk, "Bienen")
    assert people.add_group(desk, " bienen ") == first


def test_a_group_cannot_take_the_name_of_another(desk: Desk) -> None:
    people.add_group(desk, "Bienen")
    igel = people.add_group(desk, "Igel")
    with pytest.raises(UserError) as raised:
        people.rename_group(desk, igel, "bienen")
    assert raised.value.code == "name_taken"


def test_a_group_may_be_written_differently(desk: Desk) -> None:
    bees = people.add_group(desk, "bienen")
    people.rename_group(desk, bees, "Bienen")
    assert desk.read(rows.groups, TODAY)[0].name == "Bienen"


def test_children_of_a_deleted_group_stay(desk: Desk) -> None:
    group = make_group(desk)
    make_family(desk, group=group)
    people.delete_group(desk, group)
    (mia,) = desk.read(rows.children, TODAY)
    assert mia.group_id is None


def test_a_new_child_gets_a_family_with_one_household(desk: Desk) -> None:
    child_id = people.add_child(desk, people.ChildInput("Şahin", "Elif", date(2022, 5, 1)))
    child = desk.read(rows.child, child_id)
    family = desk.read(rows.family, child.family_id)
    assert (family.name, len(family.households)) == ("Şahin", 1)
    assert desk.undo_label == "Neues Kind Elif Şahin"


def test_a_new_child_joins_its_family(desk: Desk) -> None:
    made = make_family(desk)
    people.add_child(desk, people.ChildInput("Müller", "Ole", family_id=made.id))
    assert desk.read(rows.house_counts, TODAY).multi_child_families == 1


def test_a_child_needs_a_last_name(desk: Desk) -> None:
    with pytest.raises(UserError):
        people.add_child(desk, people.ChildInput(" ", "Elif"))
    assert desk.read(rows.house_counts, TODAY).children == 0


def test_changing_a_name_moves_the_child_in_the_list(desk: Desk) -> None:
    made = make_family(desk, "Vogel")
    make_family(desk, "Müller")
    people.change_child(desk, made.child_ids[0], last_name="Adam")
    assert [row.last_name for row in desk.read(rows.children, TODAY)] == ["Adam", "Müller"]
    assert desk.undo_label == "Angaben Mia Vogel"


def test_what_is_not_named_stays(desk: Desk) -> None:
    group = make_group(desk)
    made = make_family(desk, group=group)
    people.change_child(desk, made.child_ids[0], note="kommt später")
    assert desk.read(rows.child, made.child_ids[0]).group_id == group


def test_deleting_the_only_child_deletes_family_and_parents(desk: Desk) -> None:
    made = make_family(desk, parents=("Anna",))
    people.delete_child(desk, made.child_ids[0])
    assert _names_of_people(desk) == []
    with pytest.raises(UserError):
        desk.read(rows.family, made.id)
    desk.undo()
    assert desk.read(rows.child, made.child_ids[0]).parents == "Anna Müller"


def test_deleting_one_of_two_children_keeps_the_family(desk: Desk) -> None:
    made = make_family(desk, children=("Mia", "Ole"), parents=("Anna",))
    people.delete_child(desk, made.child_ids[0])
    assert [child.first_name for child in desk.read(rows.family, made.id).children] == ["Ole"]
    assert _names_of_people(desk) == ["Anna"]


def _names_of_people(desk: Desk) -> list[str]:
    with desk.store.read() as session:
        return list(session.scalars(select(Person.first_name)))


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ({"birth_date": date(2027, 1, 26)}, "day_in_future"),
        ({"birth_date": date(1899, 12, 31)}, "day_out_of_range"),
        ({"birth_date": TODAY, "entered_on": date(2027, 1, 24)}, "entered_before_birth"),
    ],
)
def test_a_child_with_days_that_cannot_be_is_not_taken_in(
    desk: Desk, days: dict[str, date], code: str
) -> None:
    with pytest.raises(UserError) as refused:
        people.add_child(desk, people.ChildInput("Vogel", "Ben", **days))
    assert refused.value.code == code
    assert desk.read(rows.children, TODAY) == ()


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ({"birth_date": date(2027, 1, 26)}, "day_in_future"),
        ({"entered_on": date(2021, 2, 28)}, "entered_before_birth"),
        ({"left_on": date(2021, 2, 28)}, "left_before_entry"),
    ],
)
def test_days_of_a_child_are_checked_with_those_it_has(
    desk: Desk, days: people.ChildFields, code: str
) -> None:
    made = make_family(desk)
    with pytest.raises(UserError) as refused:
        people.change_child(desk, made.child_ids[0], **days)
    assert refused.value.code == code


def test_a_child_with_wrong_days_of_old_can_still_be_renamed(desk: Desk) -> None:
    made = make_family(desk, entered_on=date(2020, 1, 1))
    people.change_child(desk, made.child_ids[0], first_name="Mía")
    assert desk.read(rows.child, made.child_ids[0]).first_name == "Mía"
