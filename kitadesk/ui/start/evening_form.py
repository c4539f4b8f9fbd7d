"""Five lines about an evening; they become an event with the first title, then save themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kitadesk.base.errors import UserError
from kitadesk.domain.events import EventKind
from kitadesk.queries.events import EventRow, event
from kitadesk.services.desk import Desk
from kitadesk.services.events import EventInput, add_event, change_event
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.forms import DateField, Field, TextField, TimeField, side_by_side


class EveningForm(QWidget):
    """Title, day, time, place, return date; `changed` after each value that was stored."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("eveningForm")
        self._desk = desk
        self.event_id: UUID | None = None
        self._entered = EventInput(EventKind.PARENT_EVENING, "")
        today = desk.clock.today
        self.title = TextField(
            "Titel", self, name="sheetTitle", hint="z. B. Elternabend der Frösche"
        )
        self.day = DateField("Wann?", self, name="sheetDay", today=today)
        self.start = TimeField("Beginn", self, name="sheetStart")
        self.place = TextField("Wo?", self, name="sheetPlace", hint="z. B. Gruppenraum")
        self.reply = DateField("Rückgabe der Zettel bis", self, name="sheetReply", today=today)
        self._fields: dict[str, Field] = {
            "title": self.title,
            "on_date": self.day,
            "starts_at": self.start,
            "place": self.place,
            "reply_until": self.reply,
        }
        self._savers = [_Saver(self, field, name) for name, field in self._fields.items()]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(12))
        column.addWidget(self.title)
        column.addLayout(side_by_side(self.day, self.start))
        column.addWidget(self.place)
        column.addWidget(self.reply)

    def look_again(self) -> None:
        """Show what is stored after an undo; if the event is gone, begin anew with the next value.

        What was typed for an event that is gone stays as a draft.
        """
        row = self._stored()
        if row is None:
            return
        for name, field in self._fields.items():
            field.set_value(getattr(row, name))
        self._entered = replace(
            self._entered, **{name: getattr(row, name) for name in self._fields}
        )

    def store(self, name: str, value: Any) -> None:
        """Keep one value; with the first title the event comes into being, with all of them."""
        self._stored()
        entered = replace(self._entered, **{name: value})
        if self.event_id is not None:
            change_event(self._desk, self.event_id, **{name: value})
        elif entered.title:
            self.event_id = add_event(self._desk, entered)
        self._entered = entered
        self.changed.emit()

    def _stored(self) -> EventRow | None:
        """Read the event; one that was taken back is forgotten."""
        if self.event_id is None:
            return None
        try:
            return self._desk.read(event, self.event_id)
        except UserError:
            self.event_id = None
            return None


class _Saver:
    """Stores one field under the name it has in the event."""

    def __init__(self, form: EveningForm, field: Field, name: str) -> None:
        self._form = form
        self._name = name
        field.save_with(self.save)

    def save(self, value: Any) -> None:
        """Hand the value to the form."""
        self._form.store(self._name, value)
