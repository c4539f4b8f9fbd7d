"""What the dialogs about children share: a window of its own with the keys of undo."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.text import shorten
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.undo import UndoActions
from kitadesk.ui.kit.widgets import LinkButton

_LONGEST_STEP = 40


class ChildFrame(QDialog):
    """Open with `open()`; Enter belongs to the fields, Strg+Z undoes also in here."""

    def __init__(
        self, context: AppContext, parent: QWidget | None, *, title: str, name: str
    ) -> None:
        super().__init__(parent if parent is not None else context.window)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.context = context
        # A modal dialog takes the keys of the window, so it brings its own Strg+Z.
        self.undo_actions = UndoActions(self)
        self.addActions([self.undo_actions.undo, self.undo_actions.redo])
        now = theme.current()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(now.px(20), now.px(16), now.px(20), now.px(16))
        self.column.setSpacing(now.px(12))
        self.undo_button = LinkButton("Rückgängig", self, name="undoInDialog")
        self.undo_button.clicked.connect(self.undo_actions.undo.trigger)
        self.undo_button.hide()
        self.undo_actions.refreshed.connect(self._on_undo_refreshed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)

    @override
    def done(self, result: int) -> None:
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()  # A field in hand saves itself on focus-out.
        super().done(result)

    def button_row(self, *buttons: QWidget) -> QHBoxLayout:
        """Return a row with undo at the left and these buttons at the right."""
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        row.addWidget(self.undo_button)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        return row

    @Slot()
    def _on_undo_refreshed(self) -> None:
        name = self.undo_actions.undo_name
        self.undo_button.set_text(shorten(f"Rückgängig: {name}", _LONGEST_STEP))
        self.undo_button.setVisible(bool(name))
