"""Hears a barcode scanner, which is a keyboard, while a field or a list has the focus.

A scan is digits at a pace that no hand has, Enter, and a number that somebody wants. The pace is
read from the time stamps of the keys, so that a busy program does not change what was a scan.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QComboBox, QLineEdit, QWidget
from shiboken6 import isValid
from typing_extensions import override

from kitadesk.ui.kit.event_filters import outlives_attributes

GAP_MS = 50
"""Longest pause between two keys of a scan. Scanners leave 1 – 20 ms, quick fingers 80."""
HOLD_MS = 120
"""So long a digit waits for the next one where it would act at once; nobody sees the delay."""
_LEAVING = (QEvent.Type.MouseButtonPress, QEvent.Type.FocusOut)
"""What comes before another row or field is meant: digits that wait belong to the one before."""
_HOLDS = "holdsScan"
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(slots=True)
class Burst:
    """Keys that came faster than a hand types; times in milliseconds of any clock."""

    text: str = ""
    last_at: int = 0

    def hear(self, letter: str, at: int) -> bool:
        """Take a letter; returns whether it begins anew."""
        is_new = not self.is_next(at)
        self.text = letter if is_new else self.text + letter
        self.last_at = at
        return is_new

    def is_next(self, at: int) -> bool:
        """Return whether a key at this moment belongs to what was heard before."""
        return bool(self.text) and 0 <= at - self.last_at <= GAP_MS

    def end(self, at: int) -> str:
        """Return what was heard up to the Enter at this moment; the next letter begins anew."""
        heard = self.text if self.is_next(at) else ""
        self.text = ""
        return heard


@dataclass(slots=True)
class _Before:
    """What stood in a line before the first digit of a scan."""

    edit: QLineEdit
    text: str
    cursor: int
    selected: tuple[int, int]

    def bring_back(self) -> None:
        """Take the digits out again, as if they had never been typed."""
        if not isValid(self.edit) or self.edit.text() == self.text:
            return
        self.edit.setText(self.text)
        start, length = self.selected
        if length:
            self.edit.setSelection(start, length)
        else:
            self.edit.setCursorPosition(self.cursor)
        self.edit.textEdited.emit(self.text)


@dataclass(slots=True)
class _Held:
    """Digits that wait for the next one, and whom they were typed for."""

    widget: QWidget | None = None
    keys: list[QKeyEvent] = field(default_factory=list)


class ScanCatcher(QObject):
    """Takes scans out of the widgets it watches; a child of their page."""

    scanned = Signal(str)
    """The text of a scan that was wanted."""

    def __init__(self, page: QWidget, is_wanted: Callable[[str], bool]) -> None:
        super().__init__(page)
        self._is_wanted = is_wanted
        self._burst = Burst()
        self._heard_in: QWidget | None = None
        self._before: _Before | None = None
        self._held = _Held()
        self._is_giving = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(HOLD_MS)
        self._pause.timeout.connect(self._let_go)

    def watch(self, *widgets: QWidget) -> None:
        """Listen to the keys of these; a digit may be seen there until its scan ends."""
        for widget in widgets:
            widget.installEventFilter(self)

    def hold(self, *widgets: QWidget) -> None:
        """Listen to these, where a digit acts at once: it waits until it is no scan."""
        for widget in widgets:
            widget.setProperty(_HOLDS, True)
            self.watch(widget)
            if isinstance(widget, QAbstractScrollArea):
                self.watch(widget.viewport())

    def watch_inside(self, root: QWidget) -> None:
        """Listen to every line and every box below."""
        self.watch(*root.findChildren(QLineEdit))
        self.hold(*root.findChildren(QComboBox))

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_giving:
            return False
        if event.type() in _LEAVING:
            self._let_go()
        if event.type() != QEvent.Type.KeyPress:
            return False
        is_key = isinstance(event, QKeyEvent) and isinstance(watched, QWidget)
        return is_key and self._on_key(watched, event)  # type: ignore[arg-type]

    def _on_key(self, widget: QWidget, event: QKeyEvent) -> bool:
        at = event.timestamp()
        if event.key() in _ENTER:
            return self._on_enter(widget, at)
        if not _is_digit(event):
            self._forget()
            self._let_go()
            return False
        if widget is not self._heard_in:
            self._forget()
        if self._burst.hear(event.text(), at):
            self._let_go()
            self._heard_in = widget
            self._before = _before(widget)
        return bool(widget.property(_HOLDS)) and self._wait(widget, event)

    def _on_enter(self, widget: QWidget, at: int) -> bool:
        heard = self._burst.end(at) if widget is self._heard_in else ""
        before = self._before
        self._forget()
        if not heard or not self._is_wanted(heard):
            self._let_go()
            return False
        self._pause.stop()
        self._held = _Held()
        if before is not None:
            before.bring_back()
        self.scanned.emit(heard)
        return True

    def _forget(self) -> None:
        """Begin anew with the next digit."""
        self._burst.text = ""
        self._heard_in = self._before = None

    def _wait(self, widget: QWidget, event: QKeyEvent) -> bool:
        self._held.widget = widget
        self._held.keys.append(event.clone())
        self._pause.start()
        return True

    @Slot()
    def _let_go(self) -> None:
        """Give the digits that were no scan to whom they were typed for."""
        self._pause.stop()
        held, self._held = self._held, _Held()
        widget = held.widget
        if widget is None or not isValid(widget):
            return
        self._is_giving = True
        for key in held.keys:
            QApplication.sendEvent(widget, key)
        self._is_giving = False


def _is_digit(event: QKeyEvent) -> bool:
    """Return whether a key is a letter of a number; one that is held down is no scanner."""
    letter = event.text()
    is_letter = len(letter) == 1 and letter.isascii() and (letter.isdigit() or letter == "-")
    return is_letter and event.modifiers() in _PLAIN and not event.isAutoRepeat()


def _before(widget: QWidget) -> _Before | None:
    if not isinstance(widget, QLineEdit):
        return None
    selected = (widget.selectionStart(), len(widget.selectedText()))
    return _Before(widget, widget.text(), widget.cursorPosition(), selected)
