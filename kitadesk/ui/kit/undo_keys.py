"""Strg+Z in a field: first what is being typed, then the steps of the house."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.kit.fields import Field

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoKeys(QObject):
    """Watches the window for the moment before a key becomes a shortcut.

    Qt's line edits claim Strg+Z and Strg+Y for themselves even when they are empty, so after a
    slip was typed in, the number pad would swallow the undo of that slip.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not any(event.matches(key) for key in _KEYS):
            return False
        focus = QApplication.focusWidget()
        if focus is None or is_typing(focus):
            return False
        event.ignore()
        return True


def is_typing(widget: QWidget) -> bool:
    """Whether something stands in this editor that no step of the history knows yet."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, Field):
        above = above.parentWidget()
    if isinstance(above, Field):
        return above.has_unsaved()
    if isinstance(widget, QLineEdit):
        return bool(widget.text()) and widget.isUndoAvailable()
    return isinstance(widget, QPlainTextEdit) and widget.document().isUndoAvailable()
