"""Rooms and the order of groups, as the settings change them."""

from __future__ import annotations

import pytest

from kitadesk.queries.events import event, rooms
from kitadesk.services.desk import Desk
from kitadesk.services.events import add_room, change_event
from kitadesk.services.premises import delete_room
from tests.support.factories import make_event

pytestmark = pytest.mark.usefixtures("house")


def test_an_event_still_says_where_it_was_when_its_room_is_deleted(desk: Desk) -> None:
    hall = add_room(desk, "Großer Saal", "Markt 1", 120)
    evening = make_event(desk, place="")
    change_event(desk, evening, room_id=hall)
    delete_room(desk, hall)
    found = desk.read(event, evening)
    assert (found.room_id, found.place_label) == (None, "Großer Saal, Markt 1")


def test_undo_brings_a_deleted_room_back_to_its_events(desk: Desk) -> None:
    hall = add_room(desk, "Großer Saal", "Markt 1", 120)
    evening = make_event(desk, place="")
    change_event(desk, evening, room_id=hall)
    delete_room(desk, hall)
    desk.undo()
    assert desk.read(event, evening).room_id == hall
    assert [room.name for room in desk.read(rooms)] == ["Großer Saal"]
