"""The frame of every form field: caption, editor, note, error, autosave."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.kit.labels import PlainLabel, restyle
from kitadesk.ui.kit.slots import WeakCallback

__all__ = ["PAUSE_MS", "Field", "restyle", "side_by_side"]

PAUSE_MS = 700
"""A pause this long while typing saves what stands there."""


class Field(QWidget):
    """A caption, an editor and a line below it for a note or an error.

    Saves itself: on focus-out, Enter or a short pause `committed` carries the new value, once per
    change. `save_with` names the bound method that stores it; a `UserError` from it stands below
    the field, and what was typed stays. Esc brings the last saved value back.
    """

    committed = Signal(object)

    def __init__(self, caption: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Field")
        self._saved: Any = None
        self._save: WeakCallback | None = None
        self._is_filling = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.current().px(4))
        self.caption = PlainLabel(caption, self, kind="small")
        self.caption.setVisible(bool(caption))
        self._column.addWidget(self.caption)
        self.line_below = PlainLabel("", self, kind="small", wrap=True)
        self.line_below.hide()
        self._note = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)

    def editor(self) -> QWidget:
        """Return the widget that has the focus while typing."""
        raise NotImplementedError

    def value(self) -> Any:
        """Return the last saved value."""
        return self._saved

    def set_value(self, value: Any) -> None:
        """Show a value as saved; what is typed here and not saved yet stays.

        What was saved gives way although the person is still here: it was undone, or changed
        elsewhere, and leaving the field must not save it once more.
        """
        is_typing = self.editor().hasFocus() and self.has_unsaved()
        self._saved = value
        if is_typing:
            return
        self._pause.stop()
        self._is_filling = True
        self._show(value)
        self._is_filling = False
        self.show_error(None)

    def save_with(self, save: Callable[[Any], object]) -> None:
        """Name the bound method that stores a new value."""
        self._save = WeakCallback(save)

    def set_note(self, text: str) -> None:
        """Say something quiet below the field: Ferien, Feiertag, a hint; empty hides it."""
        self._note = text
        if not self.has_error():
            self._show_line(text, "small")

    def show_error(self, error: UserError | str | None) -> None:
        """Say below the field what is wrong and what to do; None brings the note back."""
        if error is None:
            self._show_line(self._note, "small")
        else:
            self._show_line(str(error), "fieldError")
        self.editor().setProperty("wrong", error is not None)
        restyle(self.editor())

    def has_error(self) -> bool:
        """Whether an error stands below the field."""
        return self.line_below.objectName() == "fieldError" and not self.line_below.isHidden()

    def has_unsaved(self) -> bool:
        """Whether something is typed that is not saved yet."""
        try:
            return bool(self._read() != self._saved)
        except UserError:
            return True

    def commit(self) -> bool:
        """Save what is typed now; False if it is wrong (then the error stands below)."""
        self._pause.stop()
        try:
            value = self._read()
            if value == self._saved:
                self._settle(value)
                return True
            if self._save is not None:
                self._save(value)
        except UserError as error:
            self.show_error(error)
            return False
        self._saved = value
        self._settle(value)
        self.committed.emit(value)
        return True

    def restore(self) -> None:
        """Bring the last saved value back, as Esc does."""
        self._pause.stop()
        self._settle(self._saved)

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.editor():
            return False
        if event.type() == QEvent.Type.FocusOut and not self._is_popup(event):
            self.commit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        return False

    def _adopt(self, editor: QWidget, name: str) -> None:
        """Take the editor in: name, caption for screen readers, its events."""
        editor.setObjectName(name)
        editor.setAccessibleName(self.caption.text())
        editor.installEventFilter(self)
        self.caption.setBuddy(editor)
        self.setFocusProxy(editor)
        self._column.addWidget(editor)
        self._column.addWidget(self.line_below)

    def _read(self) -> Any:
        """Return the value of what is typed; raises `UserError` for what makes no sense."""
        raise NotImplementedError

    def _show(self, value: Any) -> None:
        """Fill the editor."""
        raise NotImplementedError

    def _settle(self, value: Any) -> None:
        self._is_filling = True
        self._show(value)
        self._is_filling = False
        self.show_error(None)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self.has_unsaved():
            self.restore()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.commit():
                self.focusNextChild()
            return True
        return False

    @Slot()
    def _on_edited(self) -> None:
        if not self._is_filling:
            self._pause.start()

    @Slot()
    def _on_pause(self) -> None:
        """Save a short pause after the last key; half-typed nonsense is left alone."""
        try:
            if self._read() != self._saved:
                self._save_quietly()
        except UserError:
            return

    def _save_quietly(self) -> None:
        """Save without touching what is being typed."""
        value = self._read()
        if self._save is not None:
            try:
                self._save(value)
            except UserError as error:
                self.show_error(error)
                return
        self._saved = value
        self.show_error(None)
        self.committed.emit(value)

    def _show_line(self, text: str, kind: str) -> None:
        if self.line_below.objectName() != kind:
            self.line_below.setObjectName(kind)
            restyle(self.line_below)
        self.line_below.setText(text)
        self.line_below.setVisible(bool(text))

    @staticmethod
    def _is_popup(event: QEvent) -> bool:
        """Whether only the context menu took the focus."""
        return isinstance(event, QFocusEvent) and (
            event.reason() is Qt.FocusReason.PopupFocusReason
        )


def side_by_side(*fields: QWidget) -> QBoxLayout:
    """Put fields into one row, aligned at their captions."""
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(theme.current().px(12))
    for field in fields:
        if isinstance(field, Field):
            field.caption.setVisible(True)
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row
