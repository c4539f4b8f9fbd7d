"""Families that are one and families that are two."""

from __future__ import annotations

from uuid import UUID

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.people import DeliveryWay
from kitadesk.queries import people as rows
from kitadesk.queries.letters import letters as all_letters
from kitadesk.services import families
from kitadesk.services.desk import Desk
from kitadesk.services.people import ChildInput, add_child
from kitadesk.services.replies import ReplyInput, record_reply
from kitadesk.storage.models.events import Registration
from kitadesk.storage.models.people import HouseholdMember
from tests.support.factories import TODAY, MadeFamily, make_event, make_family

pytestmark = pytest.mark.usefixtures("house")


def test_two_families_become_one_with_one_letter(desk: Desk) -> None:
    one = make_family(desk, children=("Mia",), parents=("Anna", "Peter"))
    two = make_family(desk, children=("Ole",), parents=("Anna", "Peter"))
    families.merge_families(desk, one.id, two.id)
    (letter,) = desk.read(all_letters, TODAY)
    assert letter.label == "Müller, Mia und Ole"
    assert letter.members == ("Anna Müller", "Peter Müller")
    assert {child.parents for child in desk.read(rows.children, TODAY)} == {"Anna und Peter Müller"}


def test_merging_can_be_undone(desk: Desk) -> None:
    one = make_family(desk, children=("Mia",), parents=("Anna",))
    two = make_family(desk, children=("Ole",), parents=("Anna",))
    before = desk.read(rows.families, TODAY)
    families.merge_families(desk, one.id, two.id)
    desk.undo()
    assert desk.read(rows.families, TODAY) == before


def test_an_address_of_its_own_stays_a_household_of_its_own(desk: Desk) -> None:
    one, two = make_family(desk), make_family(desk, children=("Ole",))
    families.change_household(desk, one.household_id, street="Am Bad 4")
    families.change_household(desk, two.household_id, street="Markt 1")
    families.merge_families(desk, one.id, two.id)
    letters = desk.read(all_letters, TODAY)
    assert [(row.street, row.is_second) for row in letters] == [
        ("Am Bad 4", False), ("Markt 1", True)]  # fmt: skip


def test_a_known_address_fills_an_unknown_one(desk: Desk) -> None:
    one, two = make_family(desk), make_family(desk, children=("Ole",))
    families.change_household(desk, two.household_id, street="Markt 1", town="Hainichen")
    families.merge_families(desk, one.id, two.id)
    (letter,) = desk.read(all_letters, TODAY)
    assert (letter.street, letter.town) == ("Markt 1", "Hainichen")


def test_a_second_household_is_never_mixed_with_the_first(desk: Desk) -> None:
    one = make_family(desk)
    two = make_family(desk, children=("Ole",), second_household=True)
    families.merge_families(desk, one.id, two.id)
    assert len(desk.read(all_letters, TODAY)) == 2


def test_the_reply_of_the_other_family_is_kept(desk: Desk) -> None:
    one, two = make_family(desk), make_family(desk, children=("Ole",))
    event = make_event(desk)
    record_reply(desk, ReplyInput(event, two.household_id, persons=2))
    families.merge_families(desk, one.id, two.id)
    with desk.store.read() as session:
        assert session.query(Registration).one().household_id == one.household_id


def test_merging_a_family_with_itself_changes_nothing(desk: Desk) -> None:
    made = make_family(desk)
    families.merge_families(desk, made.id, made.id)
    assert desk.read(rows.house_counts, TODAY).families == 1


def test_a_family_can_be_split_and_both_keep_the_address(desk: Desk) -> None:
    made = make_family(desk, children=("Mia", "Ole"), parents=("Anna",))
    families.change_household(desk, made.household_id, street="Am Bad 4")
    new = families.split_family(desk, [made.child_ids[1]])
    letters = desk.read(all_letters, TODAY)
    assert [(row.label, row.street, row.members) for row in letters] == [
        ("Müller, Mia", "Am Bad 4", ("Anna Müller",)),
        ("Müller, Ole", "Am Bad 4", ("Anna Müller",)),
    ]
    assert desk.read(rows.child, made.child_ids[1]).family_id == new


def test_people_stay_only_with_children_they_belong_to(desk: Desk) -> None:
    mia = make_family(desk, children=("Mia",), parents=("Anna",))
    ole = make_family(desk, children=("Ole",), parents=("Petra",))
    families.merge_families(desk, mia.id, ole.id)
    families.split_family(desk, ole.child_ids)
    members = {row.label: row.members for row in desk.read(all_letters, TODAY)}
    assert members == {"Müller, Mia": ("Anna Müller",), "Müller, Ole": ("Petra Müller",)}


def test_splitting_off_all_children_leaves_no_empty_family(desk: Desk) -> None:
    made = make_family(desk, children=("Mia", "Ole"), parents=("Anna",))
    new = families.split_family(desk, made.child_ids)
    assert [family.id for family in desk.read(rows.families, TODAY)] == [new]
    with pytest.raises(UserError):
        desk.read(rows.family, made.id)


def test_a_household_of_its_own_takes_its_members_along(desk: Desk) -> None:
    made = make_family(desk, parents=("Anna", "Peter"))
    peter = _member(desk, made, 1)
    families.add_household(
        desk, families.HouseholdInput(made.id, street="Markt 1", member_ids=(peter,))
    )
    letters = desk.read(all_letters, TODAY)
    assert [row.members for row in letters] == [("Anna Müller",), ("Peter Müller",)]


def test_a_household_changes_only_in_what_is_named(desk: Desk) -> None:
    made = make_family(desk)
    families.change_household(desk, made.household_id, street=" Am Bad  4 ")
    families.change_household(desk, made.household_id, delivery=DeliveryWay.POST, no_post=True)
    (home,) = desk.read(rows.family, made.id).households
    assert (home.street, home.delivery, home.no_post) == ("Am Bad 4", DeliveryWay.POST, True)


def test_a_deleted_household_takes_no_child_along(desk: Desk) -> None:
    made = make_family(desk, second_household=True)
    assert made.second_household_id is not None
    families.delete_household(desk, made.second_household_id)
    assert desk.read(rows.house_counts, TODAY).households == 1


def test_a_family_may_have_a_name_of_its_own(desk: Desk) -> None:
    made = make_family(desk)
    families.rename_family(desk, made.id, "Müller-Vogel")
    child = add_child(desk, ChildInput("Vogel", "Ben", family_id=made.id))
    assert desk.read(rows.child, child).family_name == "Müller-Vogel"


def _member(desk: Desk, made: MadeFamily, place: int) -> UUID:
    with desk.store.read() as session:
        members = session.query(HouseholdMember).filter_by(household_id=made.household_id)
        return members.order_by(HouseholdMember.id).all()[place].person_id
