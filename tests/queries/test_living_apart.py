"""Who lives apart gets a letter of their own, or is named as somebody whom no letter reaches."""

from __future__ import annotations

from uuid import UUID

import pytest

from kitadesk.domain.people import CustodyAnswer, Salutation
from kitadesk.queries.children import child_card
from kitadesk.queries.letters import LetterRow, letters
from kitadesk.queries.living_apart import custodians_without_letter
from kitadesk.services.children import change_adult
from kitadesk.services.contacts import change_person
from kitadesk.services.desk import Desk
from kitadesk.services.families import HouseholdInput, add_household, change_household
from tests.support.factories import TODAY, make_family

pytestmark = pytest.mark.usefixtures("house")


def parents_apart(desk: Desk) -> tuple[UUID, UUID, UUID]:
    """Return family, child and the second parent, who lives apart, with nothing else done."""
    made = make_family(desk, "Albrecht", parents=("Anna", "Peter"))
    child = made.child_ids[0]
    peter = desk.read(child_card, child).adults[1].person_id
    change_adult(desk, child, peter, lives_with=False)
    return made.id, child, peter


def named(desk: Desk) -> list[tuple[str, ...]]:
    return [row.letter_names for row in desk.read(letters, TODAY)]


def test_parents_who_live_together_are_named_on_one_letter(desk: Desk) -> None:
    make_family(desk, "Albrecht", parents=("Anna", "Peter"))
    assert named(desk) == [("Anna Albrecht", "Peter Albrecht")]
    assert desk.read(custodians_without_letter, TODAY) == ()


def test_a_joint_letter_names_nobody_who_lives_apart(desk: Desk) -> None:
    family, child, _peter = parents_apart(desk)
    assert named(desk) == [("Anna Albrecht",)]
    (row,) = desk.read(custodians_without_letter, TODAY)
    assert (row.family_id, row.child_id, row.name) == (family, child, "Peter Albrecht")


def test_an_own_household_gives_an_own_letter(desk: Desk) -> None:
    family, _child, peter = parents_apart(desk)
    add_household(desk, HouseholdInput(family, street="Am Bad 9", member_ids=(peter,)))
    first, second = desk.read(letters, TODAY)
    assert (first.letter_names, second.letter_names) == (("Anna Albrecht",), ("Peter Albrecht",))
    assert (first.street == "Am Bad 9", second.street) == (False, "Am Bad 9")
    assert desk.read(custodians_without_letter, TODAY) == ()


def test_who_has_no_custody_is_not_missed(desk: Desk) -> None:
    _family, child, peter = parents_apart(desk)
    change_adult(desk, child, peter, has_custody=CustodyAnswer.NO)
    assert desk.read(custodians_without_letter, TODAY) == ()


def test_what_the_office_typed_stands_on_the_letter(desk: Desk) -> None:
    parents_apart(desk)
    (row,) = desk.read(letters, TODAY)
    change_household(desk, row.household_id, name="Familie Albrecht, Hinterhaus")
    assert named(desk) == [("Familie Albrecht, Hinterhaus",)]


def test_a_household_without_people_is_addressed_by_the_family(desk: Desk) -> None:
    make_family(desk, "Vogel")
    (row,) = desk.read(letters, TODAY)
    assert row.addressed_to == ("Familie Vogel",)


def test_frau_stands_before_a_name_only_once_somebody_said_so(desk: Desk) -> None:
    made = make_family(desk, "Albrecht", parents=("Anna",))
    anna = desk.read(child_card, made.child_ids[0]).adults[0].person_id

    def line() -> LetterRow:
        return desk.read(letters, TODAY)[0]

    assert line().addressed_to == ("Anna Albrecht",)
    change_person(desk, anna, salutation=Salutation.FRAU)
    assert line().addressed_to == ("Frau Anna Albrecht",)
