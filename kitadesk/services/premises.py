"""How a house is laid out: the order of its groups and its rooms; both are changed in settings."""

from __future__ import annotations

from typing import TypedDict
from uuid import UUID

from sqlalchemy import select
from typing_extensions import Unpack

from kitadesk.domain.entries import checked_line, checked_name
from kitadesk.domain.events import place_label
from kitadesk.domain.numbers import check_places
from kitadesk.services.desk import Desk
from kitadesk.storage.models.events import Event
from kitadesk.storage.models.institutions import Room
from kitadesk.storage.models.people import Group


class RoomFields(TypedDict, total=False):
    """What can be changed about a room; fields that are not named stay as they are."""

    name: str
    address: str
    capacity: int | None


def move_group(desk: Desk, group_id: UUID, steps: int) -> None:
    """Move a group up (−1) or down (1) in the order of the house; at the ends it stays."""
    with desk.write("Reihenfolge der Gruppen") as w:
        order = list(w.session.scalars(select(Group.id).order_by(Group.position, Group.sort_key)))
        moved = w.get(Group, group_id)
        place = order.index(moved.id)
        order.insert(min(max(0, place + steps), len(order) - 1), order.pop(place))
        for position, each in enumerate(order):
            w.get(Group, each).position = position


def change_room(desk: Desk, room_id: UUID, **fields: Unpack[RoomFields]) -> None:
    """Change name, address or capacity of a room."""
    with desk.write("Raum", merge_key=f"room:{room_id}:{'+'.join(sorted(fields))}") as w:
        room = w.get(Room, room_id)
        if "name" in fields:
            room.name = checked_name(fields["name"], "Raum")
        if "address" in fields:
            room.address = checked_line(fields["address"], "Anschrift")
        if "capacity" in fields:
            check_places(fields["capacity"])
            room.capacity = fields["capacity"]


def delete_room(desk: Desk, room_id: UUID) -> None:
    """Delete a room; what is or was planned there keeps its name and address as a written place."""
    with desk.write("Raum gelöscht") as w:
        room = w.get(Room, room_id)
        for event in w.session.scalars(select(Event).where(Event.room_id == room_id)):
            event.place = place_label(room.name, room.address, event.place)
        w.delete(room)
