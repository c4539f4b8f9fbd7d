"""Who is in the house, in which group and family, and who gets a letter."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.queries import people
from kitadesk.queries.letters import letters
from kitadesk.services.desk import Desk
from kitadesk.services.people import ChildInput, add_child, change_child, change_household
from kitadesk.storage.types import new_id
from tests.support.factories import TODAY, make_family, make_group

pytestmark = pytest.mark.usefixtures("house")


def test_groups_count_children_and_families_and_stand_in_the_order_of_the_house(desk: Desk) -> None:
    empty = make_group(desk, "Zwerge", position=0)
    frogs = make_group(desk, "Frösche", position=1)
    make_family(desk, children=("Mia", "Ole"), group=frogs)
    make_family(desk, "Vogel", group=frogs)
    rows = desk.read(people.groups, TODAY)
    assert [(row.id, row.children, row.families) for row in rows] == [(empty, 0, 0), (frogs, 3, 2)]


def test_children_stand_by_name_with_parents_family_and_group(desk: Desk) -> None:
    make_family(desk, "Vogel", children=("Ben",))
    make_family(desk, "Müller", parents=("Anna", "Peter"), group=make_group(desk))
    mia, ben = desk.read(people.children, TODAY)
    assert (mia.last_name, mia.parents, mia.group_name) == (
        "Müller", "Anna und Peter Müller", "Frösche")  # fmt: skip
    assert (ben.family_name, ben.parents, ben.group_name) == ("Vogel", "", "")


def test_children_of_one_group_only(desk: Desk) -> None:
    group = make_group(desk)
    make_family(desk, "Müller", group=group)
    make_family(desk, "Vogel")
    rows = desk.read(people.children, TODAY, group_id=group)
    assert [row.last_name for row in rows] == ["Müller"]


@pytest.mark.parametrize(
    ("left_on", "count"), [(None, 1), (date(2027, 1, 26), 1), (TODAY, 0), (date(2026, 7, 31), 0)]
)
def test_a_child_is_gone_on_the_day_it_leaves(desk: Desk, left_on: date | None, count: int) -> None:
    make_family(desk, left_on=left_on)
    assert desk.read(people.house_counts, TODAY).children == count
    assert desk.read(people.is_anybody_here, TODAY) is bool(count)
    assert len(desk.read(people.children, TODAY)) == count
    assert len(desk.read(people.families, TODAY)) == count
    assert len(desk.read(letters, TODAY)) == count


def test_a_child_that_left_can_still_be_read(desk: Desk) -> None:
    made = make_family(desk, left_on=date(2026, 7, 31))
    assert desk.read(people.child, made.child_ids[0]).left_on == date(2026, 7, 31)
    assert len(desk.read(people.family, made.id).children) == 1


@pytest.mark.parametrize("question", [people.child, people.family])
def test_what_is_not_there_is_said(desk: Desk, question: object) -> None:
    with pytest.raises(UserError) as raised:
        desk.read(question, new_id())  # type: ignore[arg-type]
    assert raised.value.code == "record_gone"


def test_counts_of_a_house_with_siblings_and_two_households(desk: Desk) -> None:
    make_family(desk, children=("Mia", "Ole"), second_household=True, group=make_group(desk))
    make_family(desk, "Vogel")
    assert desk.read(people.house_counts, TODAY) == people.HouseCounts(3, 2, 1, 3, 1)


def test_a_letter_names_siblings_oldest_first_and_goes_to_the_youngest_ones_group(
    desk: Desk,
) -> None:
    frogs, bears = make_group(desk, "Frösche"), make_group(desk, "Bären", position=1)
    made = make_family(desk, "Albrecht", children=("Mia", "Jonas"), group=frogs)
    change_child(desk, made.child_ids[1], group_id=bears)
    (letter,) = desk.read(letters, TODAY)
    assert letter.label == "Albrecht, Mia und Jonas"
    assert letter.child_first_names == ("Mia", "Jonas")
    assert letter.group_name == "Bären"


def test_a_child_without_birth_date_counts_as_older(desk: Desk) -> None:
    made = make_family(desk, "Albrecht", children=("Mia",), group=make_group(desk))
    add_child(desk, ChildInput("Albrecht", "Zoe", family_id=made.id))
    (letter,) = desk.read(letters, TODAY)
    assert letter.child_first_names == ("Zoe", "Mia")
    assert letter.group_name == "Frösche"


def test_letters_stand_by_group_then_name_and_those_without_group_last(desk: Desk) -> None:
    igel, frogs = make_group(desk, "Igel", position=0), make_group(desk, "Frösche", position=1)
    make_family(desk, "Adam")
    make_family(desk, "Bauer", group=frogs)
    make_family(desk, "Ziegler", group=igel)
    make_family(desk, "Öztürk", group=igel)
    names = [row.family_name for row in desk.read(letters, TODAY)]
    assert names == ["Öztürk", "Ziegler", "Bauer", "Adam"]


def test_families_of_one_name_stand_by_their_children(desk: Desk) -> None:
    for name in ("Zoe", "Ben", "Mia"):
        make_family(desk, children=(name,))
    labels = [row.label for row in desk.read(letters, TODAY)]
    assert labels == ["Müller, Ben", "Müller, Mia", "Müller, Zoe"]


def test_letters_of_one_group(desk: Desk) -> None:
    frogs = make_group(desk, "Frösche")
    make_family(desk, "Bauer", group=frogs)
    make_family(desk, "Ziegler")
    rows = desk.read(letters, TODAY, group_id=frogs)
    assert [row.family_name for row in rows] == ["Bauer"]


def test_two_households_are_two_letters_and_neither_has_the_others_address(desk: Desk) -> None:
    made = make_family(desk, parents=("Anna",), second_household=True)
    second: UUID | None = made.second_household_id
    assert second is not None
    change_household(desk, made.household_id, street="Am Bad 4")
    change_household(desk, second, street="Markt 1")
    rows = desk.read(letters, TODAY)
    assert [(row.is_second, row.street, row.members) for row in rows] == [
        (False, "Am Bad 4", ("Anna Müller",)),
        (True, "Markt 1", ()),
    ]
