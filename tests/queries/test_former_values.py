"""What stood in a record before, out of the history."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from kitadesk.domain.people import ContactKind
from kitadesk.queries.former_values import FormerValue, former_values
from kitadesk.services.contacts import change_contact_way, change_person
from kitadesk.services.desk import Desk
from kitadesk.services.institutions import (
    ContactWayInput,
    PersonInput,
    add_contact_way,
    add_person,
)
from tests.support.factories import TODAY, HandClock


@pytest.fixture
def jana(desk: Desk, house: UUID) -> UUID:
    """A person of the address book."""
    return add_person(desk, PersonInput("Albrecht", "Jana"))


@pytest.fixture
def way(desk: Desk, jana: UUID) -> UUID:
    """Her number."""
    return add_contact_way(desk, ContactWayInput(ContactKind.PHONE, "0371 555-11", jana))


def test_a_changed_number_tells_what_it_was_and_until_when(
    desk: Desk, way: UUID, hand_clock: HandClock
) -> None:
    hand_clock.move(days=3)
    change_contact_way(desk, way, value="0371 555-22")
    wanted = FormerValue("0371 555-11", TODAY + timedelta(days=3))
    assert desk.look(former_values, [way]) == {way: wanted}


def test_a_number_that_only_changed_its_label_tells_nothing(desk: Desk, way: UUID) -> None:
    change_contact_way(desk, way, label="Büro")
    assert desk.look(former_values, [way]) == {}


def test_what_was_undone_was_never_there(desk: Desk, way: UUID) -> None:
    change_contact_way(desk, way, value="0371 555-22")
    desk.undo()
    assert desk.look(former_values, [way]) == {}


def test_a_number_that_came_back_tells_the_one_between(
    desk: Desk, way: UUID, hand_clock: HandClock
) -> None:
    for value in ("0371 555-22", "0371 555-11"):
        hand_clock.move(hours=1)
        change_contact_way(desk, way, value=value)
    assert desk.look(former_values, [way])[way].text == "0371 555-22"


def test_several_records_are_asked_at_once(desk: Desk, jana: UUID, way: UUID) -> None:
    change_person(desk, jana, last_name="Zeiler")
    change_contact_way(desk, way, value="0371 555-22")
    found = desk.look(former_values, [jana, way])
    assert {key: value.text for key, value in found.items()} == {
        jana: "Albrecht",
        way: "0371 555-11",
    }
    assert desk.look(former_values, []) == {}
