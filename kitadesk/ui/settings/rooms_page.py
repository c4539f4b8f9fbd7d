"""Räume: where evenings take place, with address and how many fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.queries.events import RoomRow, rooms
from kitadesk.services.events import add_room
from kitadesk.services.premises import change_room, delete_room
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.forms import NumberField, TextField
from kitadesk.ui.kit.widgets import LinkButton
from kitadesk.ui.settings.row_list import EditRow
from kitadesk.ui.settings.rows_page import RowsPage


class RoomsPage(RowsPage[RoomRow, "RoomEdit"]):
    """One row per room."""

    title = "Räume"
    words = "Zum Auswählen bei Veranstaltungen. Plätze: ab wann es eng wird."
    tables = frozenset({"room"})
    new_hint = "Neuer Raum, z. B. Turnraum oder Großer Saal im Rathaus"
    new_name = "newRoom"

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName("roomsPage")

    @override
    def found(self) -> Sequence[RoomRow]:
        return self.context.desk.read(rooms)

    @override
    def make_row(self, record: RoomRow, number: int) -> RoomEdit:
        return RoomEdit(self.context, record.id, number, self)

    @override
    def show_row(self, row: RoomEdit, record: RoomRow, *, is_first: bool, is_last: bool) -> None:
        row.show_room(record)

    @override
    def add_record(self, name: str) -> object:
        return add_room(self.context.desk, name)


class RoomEdit(EditRow):
    """Name, address, places, Löschen."""

    def __init__(self, context: AppContext, room_id: UUID, number: int, parent: QWidget) -> None:
        super().__init__(room_id, parent)
        self._context = context
        self._id = room_id
        first = number == 0
        self.name = TextField("Raum" if first else "", self, name=f"room{number}Name")
        self.address = TextField("Anschrift" if first else "", self, name=f"room{number}Address")
        self.capacity = NumberField(
            "Plätze" if first else "", self, name=f"room{number}Capacity", least=1
        )
        self.capacity.setFixedWidth(theme.current().px(80))
        self.delete = LinkButton("Löschen", self, name=f"room{number}Delete")
        self.name.save_with(self._save_name)
        self.address.save_with(self._save_address)
        self.capacity.save_with(self._save_capacity)
        self.delete.clicked.connect(self._on_delete)
        self.add(self.name, 3)
        self.add(self.address, 3)
        self.add(self.capacity)
        self.add_low(self.delete)

    def show_room(self, room: RoomRow) -> None:
        """Show what stands now."""
        self.name.set_value(room.name)
        self.address.set_value(room.address)
        self.capacity.set_value(room.capacity)
        self.name.edit.setAccessibleName(f"Raum {room.name}")
        self.address.edit.setAccessibleName(f"Anschrift von {room.name}")
        self.capacity.edit.setAccessibleName(f"Plätze in {room.name}")
        self.delete.setAccessibleName(f"{room.name} löschen")

    @Slot(object)
    def _save_name(self, name: Any) -> None:
        change_room(self._context.desk, self._id, name=str(name))

    @Slot(object)
    def _save_address(self, address: Any) -> None:
        change_room(self._context.desk, self._id, address=str(address))

    @Slot(object)
    def _save_capacity(self, capacity: int | None) -> None:
        change_room(self._context.desk, self._id, capacity=capacity)

    @Slot()
    def _on_delete(self) -> None:
        delete_room(self._context.desk, self._id)
