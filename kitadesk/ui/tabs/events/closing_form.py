"""The fields of a closing day: its first and its last day, and a note."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kitadesk.base.dates import relative
from kitadesk.queries.day_checks import conflict_names
from kitadesk.queries.events import EventRow
from kitadesk.ui.kit.forms import AreaField, DateField, Field, side_by_side
from kitadesk.ui.kit.widgets import Card, PlainLabel
from kitadesk.ui.tabs.events.editing import EventEditing, FieldBinding


class ClosingForm(QWidget):
    """One card; a closing day stands on the dates of the house and in every date check."""

    saved = Signal()

    def __init__(self, editing: EventEditing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("closingForm")
        self._editing = editing
        card = Card("Wann die Kita geschlossen ist", self, name="closingWhen")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        today = editing.desk.clock.today
        first = DateField(
            "Erster Tag", card, name="closingFirst", today=today, note_for=self._day_note
        )
        last = DateField(
            "Letzter Tag", card, name="closingLast", today=today, note_for=self._day_note
        )
        note = AreaField("Notiz, nur für das Büro", card, name="closingNote", lines=2)
        self._row = side_by_side(first, last)
        card.body.addLayout(self._row)
        words = (
            "Der Titel steht auf „Termine des Hauses“. Bei einem einzelnen Tag bleibt der letzte "
            "Tag leer. Wer etwas auf diesen Tag legt, wird darauf hingewiesen."
        )
        card.body.addWidget(PlainLabel(words, card, kind="small", wrap=True))
        card.body.addWidget(note)
        self._fields: dict[str, Field] = {"on_date": first, "until_date": last, "note": note}
        self._bindings = [
            FieldBinding(editing, field, name) for name, field in self._fields.items()
        ]
        for field in self._fields.values():
            field.committed.connect(self._on_committed)

    def fill(self, row: EventRow | None) -> None:
        """Show a closing day, or the empty fields of a new one."""
        for binding in self._bindings:
            binding.fill(row)

    def field(self, name: str) -> Field:
        """Return the field for a column of the event; the first day if there is none."""
        return self._fields.get(name, self._fields["on_date"])

    def first_field(self) -> Field:
        """Return the field where typing goes on after the title."""
        return self._fields["on_date"]

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Put the days below each other where the page is narrow."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def _day_note(self, day: date) -> str:
        desk = self._editing.desk
        today = desk.clock.today()
        when = "vorbei" if day < today else relative(day, today)
        return " · ".join([when, *desk.read(conflict_names, day, self._editing.event_id)])

    @Slot(object)
    def _on_committed(self, _value: Any) -> None:
        self.saved.emit()
