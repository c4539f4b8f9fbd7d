"""The small entry over a cell: a typed day plans; Enter takes it, Esc restores."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from kitadesk.base.date_parsing import parse_date
from kitadesk.base.dates import long_date
from kitadesk.base.errors import UserError
from kitadesk.base.text import clean
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.labels import restyle
from kitadesk.ui.kit.widgets import PlainLabel

_LONGEST = 40


class DayEntry(QLineEdit):
    """Understands "8.4.", "morgen", "Do", "in 2 Wochen"; says below which day it took that for.

    A weekday that does not fit is told once; the next Enter takes the date all the same.
    """

    taken = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._area = parent
        self.setObjectName("matrixDay")
        self.setAccessibleName("Geplanter Tag")
        self.setPlaceholderText("8.4.")
        self.setMaxLength(_LONGEST)
        self.note = PlainLabel("", parent, kind="floatingNote")
        self._today = date.min
        self._told = ""
        self.hide()
        self.note.hide()
        self.textChanged.connect(self._on_text)

    def open_over(self, cell: QRect, text: str, today: date) -> None:
        """Show the entry over a cell with what was typed so far."""
        now = theme.current()
        self._today, self._told = today, ""
        room = self._area.rect()
        width = max(cell.width(), now.px(128))
        left = min(max(0, cell.center().x() - width // 2), max(0, room.width() - width))
        self.setGeometry(left, cell.y(), width, max(cell.height(), now.row_height))
        self._mark(is_wrong=False)
        self.setText(text)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.end(False)
        self._on_text(text)

    def close_entry(self) -> None:
        """Hide it and give the keyboard back; nothing is taken."""
        if self.isVisible():
            self.hide()
            self.note.hide()
            self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_entry()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.isVisible() and event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._leave()

    def _leave(self) -> None:
        """Take a day that is plain when somebody clicks elsewhere; anything else is dropped."""
        text = clean(self.text()).strip()
        try:
            parsed = parse_date(text, self._today)
        except UserError:
            self.close_entry()
            return
        if parsed.weekday_mismatch is not None:
            self.close_entry()
            return
        self._finish(parsed.date)

    def _take(self) -> None:
        text = clean(self.text()).strip()
        if not text:
            self.close_entry()
            return
        try:
            parsed = parse_date(text, self._today)
        except UserError as error:
            self._mark(is_wrong=True)
            self._say(str(error))
            return
        if parsed.weekday_mismatch is not None and text != self._told:
            self._told = text
            weekday, day = long_date(parsed.date).split(", ", 1)
            self._say(f"Der {day} ist ein {weekday}. Enter nimmt dieses Datum.")
            return
        self._finish(parsed.date)

    def _finish(self, day: date) -> None:
        self.hide()
        self.note.hide()
        self.taken.emit(day)

    def _mark(self, *, is_wrong: bool) -> None:
        self.setProperty("wrong", is_wrong)
        restyle(self)

    def _say(self, text: str) -> None:
        self.setAccessibleDescription(text)
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.note.adjustSize()
        room = self._area.rect()
        below = self.geometry().bottom() + 2
        if below + self.note.height() > room.height():
            below = self.y() - self.note.height() - 2
        left = min(self.x(), max(0, room.width() - self.note.width()))
        self.note.move(left, below)
        self.note.raise_()

    @Slot(str)
    def _on_text(self, text: str) -> None:
        if not self.isVisible():
            return
        self._mark(is_wrong=False)
        try:
            parsed = parse_date(clean(text).strip(), self._today)
        except UserError:
            self._say("")
            return
        self._say(long_date(parsed.date))
