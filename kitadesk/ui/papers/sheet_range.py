"""From which sheet to which: two short fields, empty for all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.widgets import PlainLabel

MOST = 99_999


class SheetRange(QWidget):
    """The line "Blatt von … bis …": numbers only; empty means the first or the last."""

    changed = Signal()

    def __init__(self, words: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(8))
        self.first = self._edit(f"{name}First", f"{words} von")
        self.last = self._edit(f"{name}Last", f"{words} bis")
        self.of = PlainLabel("", self, kind="small")
        row.addWidget(PlainLabel(f"{words} von", self))
        row.addWidget(self.first)
        row.addWidget(PlainLabel("bis", self))
        row.addWidget(self.last)
        row.addWidget(self.of)
        row.addStretch(1)

    def set_count(self, count: int) -> None:
        """Say how many sheets there are."""
        self.of.setText(f"(alle {count})" if count else "")
        self.first.setPlaceholderText("1")
        self.last.setPlaceholderText(str(count) if count else "")

    def clear(self) -> None:
        """Want all sheets again."""
        self.first.clear()
        self.last.clear()

    def value(self) -> tuple[int, int | None]:
        """Return the first and the last sheet, from 1; None is the last of all."""
        return int(self.first.text() or 1), int(self.last.text()) if self.last.text() else None

    def stops(self) -> list[QWidget]:
        """Return where Tab stops."""
        return [self.first, self.last]

    def _edit(self, name: str, spoken: str) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName(name)
        edit.setAccessibleName(spoken)
        edit.setValidator(QIntValidator(1, MOST, edit))
        edit.setFixedWidth(theme.current().px(64))
        edit.textEdited.connect(self.changed)
        return edit
