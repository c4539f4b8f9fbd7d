"""The points of the minutes, one below the other, and an empty place for the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kitadesk.base.errors import UserError
from kitadesk.queries.events import EventRow
from kitadesk.queries.minutes import MinutesItemRow, MinutesRow, minutes_of
from kitadesk.services.minutes import delete_minutes_item, move_minutes_item
from kitadesk.ui.kit import dialogs
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.widgets import Card, PlainLabel
from kitadesk.ui.tabs.events.editing import EventEditing
from kitadesk.ui.tabs.events.minutes_point import MinutesPoint

KEYS = "Strg+Enter: nächstes Feld · Strg+↑ und Strg+↓: Punkt verschieben"


class MinutesPoints(Card):
    """Places are made as they are needed and used again for the next event."""

    task_wanted = Signal(object)
    changed = Signal()

    def __init__(self, editing: EventEditing, parent: QWidget) -> None:
        super().__init__("Punkte", parent, name="minutesPoints")
        self._editing = editing
        self.places: list[MinutesPoint] = []
        self.empty = PlainLabel("Das Protokoll hat noch keinen Punkt.", self, kind="muted")
        self.keys = PlainLabel(KEYS, self, kind="small", wrap=True)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.keys)

    def fill(self, event: EventRow, row: MinutesRow | None) -> None:
        """Show the points of an event's minutes, and an empty place while they are a draft."""
        items = row.items if row is not None else ()
        is_released = row is not None and row.is_released
        wanted: list[MinutesItemRow | None] = [*items, *(() if is_released else (None,))]
        while len(self.places) < len(wanted):
            self._add_place()
        present = row.present_count if row is not None else None
        for place, point in enumerate(self.places):
            is_used = place < len(wanted)
            item = wanted[place] if is_used else None
            point.fill(item, present=present, is_released=is_released)
            point.setVisible(is_used)
        self.empty.setVisible(is_released and not items)
        self.keys.setVisible(not is_released)

    def show_field(self, place: int, name: str) -> None:
        """Go to a part of a point: "public_text" of the first."""
        if place < len(self.places) and self.places[place].item is not None:
            self.places[place].show_part(name)

    def _add_place(self) -> None:
        point = MinutesPoint(self._editing, len(self.places), self)
        point.changed.connect(self._refresh)
        point.move_wanted.connect(self._on_move)
        point.delete_wanted.connect(self._on_delete)
        point.task_wanted.connect(self.task_wanted)
        self.body.insertWidget(self.body.indexOf(self.keys), point)
        self.places.append(point)

    @Slot(object, int)
    def _on_move(self, item: MinutesItemRow, step: int) -> None:
        """Move a point; the keyboard goes along."""
        focused = self.window().focusWidget()
        name = _field_of(focused, self.places)
        self._apply(weak_slot(self._move, item, step))
        for point in self.places:
            if point.item is not None and point.item.id == item.id and name:
                point.fields()[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, item: MinutesItemRow, step: int) -> None:
        move_minutes_item(self._editing.desk, item.id, step)

    @Slot(object)
    def _on_delete(self, item: MinutesItemRow) -> None:
        place = next((at for at, one in enumerate(self.places) if one.item == item), 0)
        self._apply(weak_slot(self._delete, item))
        self.places[place].title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete(self, item: MinutesItemRow) -> None:
        delete_minutes_item(self._editing.desk, item.id)

    def _apply(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except UserError as error:
            dialogs.door().error(self, error)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        event = self._editing.row
        if event is not None:
            self.fill(event, self._editing.desk.read(minutes_of, event.id))
        self.changed.emit()


def _field_of(focused: QWidget | None, points: list[MinutesPoint]) -> str:
    """Return which field of a point has the keyboard; empty for none."""
    for point in points:
        for name, field in point.fields().items():
            if focused is not None and field.editor() is focused:
                return name
    return ""
