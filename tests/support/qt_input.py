"""Keys for widgets as people type them, every letter of every alphabet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def type_text(widget: QWidget, text: str) -> None:
    """Type a text; `qtbot.keyClicks` aborts on everything but ASCII (trap T2)."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


def press(widget: QWidget, key: Qt.Key) -> None:
    """Press and release one key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def scan(widget: QWidget, text: str, *, at: int = 1_000, gap: int = 8) -> None:
    """Send a text and Enter as a scanner does: keys with their moments in ms, `gap` apart.

    Every key goes to whatever has the keyboard in the window of the widget by then.
    """
    keys = [(0, letter) for letter in text] + [(Qt.Key.Key_Return, "")]
    for number, (key, letter) in enumerate(keys):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            event.setTimestamp(at + number * gap)
            QApplication.sendEvent(widget.window().focusWidget() or widget, event)
