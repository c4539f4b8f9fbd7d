"""A title that reads as text over some lines and turns into a field on click or F2."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.kit.forms import TextField
from kitadesk.ui.kit.icon_button import IconButton
from kitadesk.ui.kit.widgets import PlainLabel


class TitleEdit(QWidget):
    """The title of a record; Enter or leaving saves, Esc goes back; `entered` after Enter."""

    entered = Signal()

    def __init__(
        self, caption: str, hint: str, parent: QWidget | None = None, *, name: str
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(4))
        self.label = PlainLabel("", self, kind="title", wrap=True)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.label.setCursor(Qt.CursorShape.IBeamCursor)
        self.label.installEventFilter(self)
        self.pencil = IconButton("pencil", f"{caption} ändern", self, name=f"{name}Edit", key="F2")
        self.pencil.clicked.connect(self.begin)
        self.field = TextField("", self, name=name, hint=hint)
        self.field.edit.setAccessibleName(caption)
        font = QFont(self.font())
        font.setPointSizeF(theme.current().points * 1.25)
        font.setWeight(QFont.Weight.DemiBold)
        self.field.edit.setFont(font)
        self.field.edit.installEventFilter(self)
        self.field.hide()
        row.addWidget(self.label, 1)
        row.addWidget(self.field, 1)
        row.addWidget(self.pencil, 0, Qt.AlignmentFlag.AlignTop)

    def save_with(self, save: Callable[[str], object]) -> None:
        """Name the bound method that stores a new title."""
        self.field.save_with(save)

    def ask(self, hint: str) -> None:
        """Ask for the title in these words while it is empty."""
        self.field.edit.setPlaceholderText(hint)

    def set_value(self, title: str, shown: str) -> None:
        """Show the saved title; `shown` stands there while nobody edits it."""
        self.field.set_value(title)
        self.label.setText(shown)
        if shown and self.is_editing and not self.field.edit.hasFocus():
            self.end()

    @Slot()
    def begin(self) -> None:
        """Turn into a field, with everything selected."""
        self.label.hide()
        self.pencil.hide()
        self.field.show()
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.edit.selectAll()

    @Slot()
    def end(self) -> None:
        """Read as text again, unless there is nothing to read or it could not be saved."""
        if self.field.has_error() or not self.label.text():
            return
        self.field.hide()
        self.label.show()
        self.pencil.show()

    @property
    def is_editing(self) -> bool:
        """Whether the field is open."""
        return not self.field.isHidden()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_editing:
            self.end()
            self.pencil.setFocus()
            return
        super().keyPressEvent(event)

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.label and isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonRelease:
                self.begin()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and self.field.edit.text().strip() and self.field.commit():
                self.entered.emit()
                return True
        elif watched is self.field.edit and event.type() == QEvent.Type.FocusOut:
            # Runs before the field's own filter, so save first, then close.
            self.field.commit()
            self.end()
        return False
