"""Guests who come without a family of the house: a label and a number each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kitadesk.base.errors import UserError
from kitadesk.base.text import clean
from kitadesk.domain.replies import MAX_PERSONS
from kitadesk.queries.events import EventRow
from kitadesk.queries.replies import GuestRow, guests_of
from kitadesk.services.replies import set_guests
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.forms import NumberField
from kitadesk.ui.kit.widgets import Card, ElidedLabel, PlainLabel, QuietButton
from kitadesk.ui.tabs.events.editing import EventEditing


class _GuestLine(QWidget):
    """One label with its number; 0 or empty takes the line away."""

    changed = Signal()

    def __init__(
        self, editing: EventEditing, guest: GuestRow, number: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._editing = editing
        self._label = guest.label
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(ElidedLabel(guest.label, self), 1)
        self.number = NumberField("", self, name=f"guest{number}Persons", most=MAX_PERSONS)
        self.number.edit.setAccessibleName(f"Personen: {guest.label}")
        self.number.edit.setFixedWidth(theme.current().px(84))
        self.number.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.set_value(guest.persons)
        self.number.save_with(self._save)
        row.addWidget(self.number)

    def _save(self, persons: Any) -> None:
        if self._editing.event_id is not None:
            set_guests(self._editing.desk, self._editing.event_id, self._label, persons or 0)
            self.changed.emit()


class GuestCard(Card):
    """All guests and a line for the next ones."""

    changed = Signal()

    def __init__(self, editing: EventEditing, parent: QWidget | None = None) -> None:
        super().__init__("Gäste ohne Familie im Haus", parent, name="guestCard")
        self._editing = editing
        self._shown: tuple[GuestRow, ...] = ()
        now = theme.current()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(now.px(4))
        self.label = QLineEdit(self)
        self.label.setObjectName("guestLabel")
        self.label.setAccessibleName("Wer kommt")
        self.label.setPlaceholderText("z. B. Kita Storchennest, Großeltern, Team")
        self.persons = QLineEdit(self)
        self.persons.setObjectName("guestNumber")
        self.persons.setAccessibleName("Wie viele kommen")
        self.persons.setPlaceholderText("Zahl")
        self.persons.setFixedWidth(now.px(84))
        self.persons.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.add = QuietButton("Eintragen", self, name="addGuests")
        self.wrong = PlainLabel("", self, kind="fieldError", wrap=True)
        self.wrong.hide()
        row = QHBoxLayout()
        row.setSpacing(now.px(8))
        row.addWidget(self.label, 1)
        row.addWidget(self.persons)
        row.addWidget(self.add)
        self.body.addLayout(self._lines)
        self.body.addLayout(row)
        self.body.addWidget(self.wrong)
        self.label.returnPressed.connect(self.persons.setFocus)
        self.persons.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)

    def fill(self, row: EventRow | None) -> None:
        """Show the guests of an event."""
        guests = self._editing.desk.read(guests_of, row.id) if row is not None else ()
        if guests == self._shown:
            return
        self._shown = guests
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, guest in enumerate(guests):
            line = _GuestLine(self._editing, guest, number, self)
            line.changed.connect(self._on_changed)
            self._lines.addWidget(line)

    @Slot()
    def _on_add(self) -> None:
        event_id = self._editing.event_id
        typed = clean(self.persons.text()).strip()
        try:
            if not (typed.isascii() and typed.isdigit() and len(typed) < 6):
                raise UserError("persons_out_of_range", persons=typed or "nichts", most=MAX_PERSONS)
            if event_id is not None:
                set_guests(self._editing.desk, event_id, clean(self.label.text()), int(typed))
        except UserError as error:
            self.wrong.setText(str(error))
            self.wrong.show()
            return
        self.wrong.hide()
        self.label.clear()
        self.persons.clear()
        self.label.setFocus()
        self.fill(self._editing.row)
        self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()
