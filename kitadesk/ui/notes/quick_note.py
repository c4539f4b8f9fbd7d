"""The field for a quick note: what it understood of the line stands below, to be ticked off."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kitadesk.base.dates import short_date
from kitadesk.base.errors import UserError
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.widgets import FlowLayout, PlainLabel, TickBox

if TYPE_CHECKING:
    from kitadesk.services.notes import NoteReading

PAUSE_MS = 200
HINT = "Schnelle Notiz … z. B. „Kowalenko bringt Zettel Mo“   Strg+N"


class QuickNote(QWidget):
    """Enter keeps the note for the day and the family that are ticked below the field."""

    kept = Signal(str)
    """What was kept, in words: "Notiert · Mo 1. Februar 2027 · Kowalenko, Daryna"."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        now = theme.current()
        self._context = context
        self._due_on: date | None = None
        self._day: TickBox | None = None
        self._families: dict[UUID, TickBox] = {}
        self.field = QLineEdit(self)
        self.field.setObjectName("quickNote")
        self.field.setPlaceholderText(HINT)
        self.field.setAccessibleName("Schnelle Notiz")
        self.field.setMinimumHeight(now.row_height)
        self.error = PlainLabel("", self, kind="fieldError", wrap=True)
        self.error.hide()
        self._understood = FlowLayout(spacing=now.px(16))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(6))
        column.addWidget(self.field)
        column.addWidget(self.error)
        column.addLayout(self._understood)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.read)
        self.field.textEdited.connect(self._on_edited)
        self.field.returnPressed.connect(self.keep)
        self.setFocusProxy(self.field)

    @Slot()
    def read(self) -> None:
        """Look for a day and a family in what stands there now."""
        from kitadesk.services.notes import read_note

        self._pause.stop()
        self._show(read_note(self._context.desk, self.field.text()))

    @Slot()
    def keep(self) -> None:
        """Keep the note; an empty field keeps nothing and says nothing."""
        from kitadesk.services.tasks import add_note

        if self._pause.isActive():
            self.read()
        family = next((key for key, box in self._families.items() if box.isChecked()), None)
        due_on = self._due_on if self._day is not None and self._day.isChecked() else None
        try:
            add_note(self._context.desk, self.field.text(), due_on, family)
        except UserError as error:
            self.error.setText(str(error))
            self.error.setVisible(error.code != "note_empty")
            return
        ticked = [box.accessibleName() for box in self._boxes() if box.isChecked()]
        self.error.hide()
        self.field.clear()
        self._clear()
        self.kept.emit(" · ".join(["Notiert", *ticked]))

    def _show(self, reading: NoteReading) -> None:
        """Offer what was understood; one family is taken, of several somebody chooses."""
        unticked = {box.accessibleName() for box in self._boxes() if not box.isChecked()}
        self._clear()
        self._due_on = reading.due_on
        if reading.due_on is not None:
            self._day = self._box(short_date(reading.due_on))
            self._day.setChecked(self._day.accessibleName() not in unticked)
        for choice in reading.families:
            box = self._box(choice.label)
            box.setChecked(len(reading.families) == 1 and choice.label not in unticked)
            box.clicked.connect(weak_slot(self._on_family, choice.id))
            self._families[choice.id] = box

    def _box(self, words: str) -> TickBox:
        box = TickBox(words, self, name=f"understood{self._understood.count()}")
        self._understood.addWidget(box)
        box.show()
        return box

    def _boxes(self) -> list[TickBox]:
        return ([self._day] if self._day is not None else []) + list(self._families.values())

    def _clear(self) -> None:
        for box in self._boxes():
            self._understood.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._day = None
        self._families = {}
        self._due_on = None

    def _on_family(self, chosen: UUID) -> None:
        """A note is about one family."""
        for key, box in self._families.items():
            if key != chosen:
                box.setChecked(False)

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self.error.hide()
        self._pause.start()
