"""Who can be taken out of the contacts: contacts, and people who belong to no child."""

from __future__ import annotations

import pytest

from kitadesk.queries.children import child_card
from kitadesk.queries.contact_card import can_leave_contacts
from kitadesk.services.contacts import change_person
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import PersonInput, add_person
from tests.support.factories import make_family

pytestmark = pytest.mark.usefixtures("house")


def test_a_parent_who_is_no_contact_has_nothing_to_leave(desk: Desk) -> None:
    made = make_family(desk, "Vogel", parents=("Anna",))
    anna = desk.read(child_card, made.child_ids[0]).adults[0].person_id
    assert not desk.read(can_leave_contacts, anna)
    change_person(desk, anna, is_contact=True)
    assert desk.read(can_leave_contacts, anna)


def test_everybody_else_can_be_deleted(desk: Desk) -> None:
    assert desk.read(can_leave_contacts, add_person(desk, PersonInput("Lindner")))
    assert desk.read(can_leave_contacts, add_person(desk, PersonInput("Kunz", is_contact=False)))
