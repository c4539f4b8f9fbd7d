"""Rooms and the order of groups, as the settings change them."""

from __future__ import annotations

import pytest

from kitadesk.base.errors import UserError
from kitadesk.queries.events import event, rooms
from kitadesk.services.desk import Desk
from kitadesk.services.events import add_room, change_event
from kitadesk.services.premises import change_room, delete_room
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


@pytest.mark.parametrize("places", [0, -3, 10_000])
def test_no_room_has_an_impossible_number_of_places(desk: Desk, places: int) -> None:
    room = add_room(desk, "Saal", capacity=80)
    with pytest.raises(UserError) as refused:
        change_room(desk, room, capacity=places)
    assert refused.value.code == "number_out_of_range"
    with pytest.raises(UserError):
        add_room(desk, "Turnhalle", capacity=places)
    assert [one.capacity for one in desk.read(rooms)] == [80]
