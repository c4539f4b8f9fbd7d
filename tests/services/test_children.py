"""The adults of a child are added, changed and taken off, with their number and custody."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from kitadesk.base.errors import UserError
from kitadesk.domain.people import CustodyAnswer
from kitadesk.queries.children import adults_of, child_card
from kitadesk.services.children import AdultInput, add_adult, change_adult, remove_adult
from kitadesk.services.desk import Desk
from kitadesk.storage.models.people import Person
from tests.support.factories import MadeFamily, make_family

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def family(desk: Desk) -> MadeFamily:
    return make_family(desk, "Albrecht", children=("Jonas", "Mia"), parents=("Anna",))


def people(desk: Desk) -> int:
    with desk.store.read() as session:
        return session.scalar(select(func.count(Person.id))) or 0


def test_a_new_adult_lives_in_the_first_household_and_custody_is_unknown(
    desk: Desk, family: MadeFamily
) -> None:
    add_adult(desk, AdultInput(family.child_ids[1], "Klein", "Peter", "0151 555 12"))

    card = desk.read(child_card, family.child_ids[1])
    assert card.family.households[0].members == ("Anna Albrecht", "Peter Klein")
    assert [(row.first_name, row.phone) for row in card.adults][1] == ("Peter", "0151 555 12")
    assert card.adults[1].has_custody is CustodyAnswer.UNKNOWN
    assert len(desk.read(adults_of, family.child_ids[0])) == 1


def test_a_number_can_be_changed_and_taken_away(desk: Desk, family: MadeFamily) -> None:
    mia = family.child_ids[1]
    anna = desk.read(adults_of, mia)[0].person_id

    seen = []
    for phone in ("037207 555-1", "037207 555-2", ""):
        change_adult(desk, mia, anna, phone=phone)
        seen.append(desk.read(adults_of, mia)[0].phone)

    assert seen == ["037207 555-1", "037207 555-2", ""]


def test_custody_holds_for_one_child_and_the_name_for_all(desk: Desk, family: MadeFamily) -> None:
    jonas, mia = family.child_ids
    anna = desk.read(adults_of, mia)[0].person_id

    change_adult(desk, mia, anna, has_custody=CustodyAnswer.NO, lives_with=False)
    change_adult(desk, mia, anna, last_name="Albrecht-Klein")

    (of_mia,), (of_jonas,) = desk.read(adults_of, mia), desk.read(adults_of, jonas)
    assert (of_mia.has_custody, of_mia.lives_with) == (CustodyAnswer.NO, False)
    assert (of_jonas.has_custody, of_jonas.last_name) == (CustodyAnswer.UNKNOWN, "Albrecht-Klein")


def test_an_adult_goes_out_of_the_house_with_the_last_child(desk: Desk, family: MadeFamily) -> None:
    jonas, mia = family.child_ids
    anna = desk.read(adults_of, mia)[0].person_id

    remove_adult(desk, mia, anna)
    assert people(desk) == 1
    remove_adult(desk, jonas, anna)

    assert people(desk) == 0
    desk.undo()
    assert desk.read(child_card, jonas).family.households[0].members == ("Anna Albrecht",)


def test_a_tie_that_is_gone_is_told(desk: Desk, family: MadeFamily) -> None:
    mia = family.child_ids[1]
    anna = desk.read(adults_of, mia)[0].person_id
    remove_adult(desk, mia, anna)

    with pytest.raises(UserError) as raised:
        change_adult(desk, mia, anna, lives_with=False)

    assert raised.value.code == "record_gone"
