"""A short list of records to rename in place, each in a row with its buttons; add at its end."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.base.text import clean
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.labels import PlainLabel
from kitadesk.ui.kit.widgets import QuietButton


class EditRow(QWidget):
    """One record: fields with a stretch each, a remark, buttons."""

    def __init__(self, key: Hashable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.current().px(8))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a field, remark or button behind the others."""
        self._row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)

    def add_low(self, widget: QWidget) -> None:
        """Put a button at the height of fields that have captions."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)


class AddLine(QWidget):
    """A field and a button that make a new record; it exists only after its first real content."""

    added = Signal(str)

    def __init__(
        self, hint: str, caption: str, parent: QWidget | None = None, *, name: str
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        self.edit = _EnterEdit(self)
        self.edit.setObjectName(name)
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(hint)
        self.button = QuietButton(caption, self, name=f"{name}Button")
        row.addWidget(self.edit, 1)
        row.addWidget(self.button)
        column.addLayout(row)
        self.error = PlainLabel("", self, kind="fieldError", wrap=True)
        self.error.hide()
        column.addWidget(self.error)
        self.edit.entered.connect(self._on_add)
        self.button.clicked.connect(self._on_add)

    def try_to(self, make: Callable[[str], Any], text: str) -> bool:
        """Make the record; a UserError stands below and what was typed stays."""
        try:
            make(text)
        except UserError as error:
            self.error.setText(str(error))
            self.error.show()
            return False
        self.error.hide()
        self.edit.clear()
        self.edit.setFocus()
        return True

    @Slot()
    def _on_add(self) -> None:
        text = clean(self.edit.text()).strip()
        if text:
            self.added.emit(text)
        else:
            self.edit.setFocus()


class _EnterEdit(QLineEdit):
    """Says Enter and keeps it from the dialog."""

    entered = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)
