"""A line that reads as text and becomes fields on a click, Enter or F2; saved by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.kit.fields import Field
from kitadesk.ui.kit.line_reading import LineReading
from kitadesk.ui.kit.line_text import FieldMaker, LineDeed, LineText, keys_of
from kitadesk.ui.kit.widgets import FlowLayout, LinkButton

__all__ = ["EditLine", "FieldMaker", "LineDeed", "LineText", "keys_of"]


class EditLine(QWidget):
    """Shows a `LineText`; `opened` and `closed` tell of its fields."""

    opened = Signal()
    closed = Signal()
    _left = Signal()

    def __init__(self, line: LineText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"line_{line.key}")
        self.line = line
        self.fields: list[Field] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._reading = LineReading(line, self)
        self._editing: QWidget | None = None
        column.addWidget(self._reading)
        self._reading.wanted.connect(self.open)
        self.setFocusProxy(self._reading)
        self._left.connect(self._on_left, Qt.ConnectionType.QueuedConnection)

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return self._editing is not None

    @property
    def is_focused(self) -> bool:
        """Whether the keyboard is on the text of the line."""
        return self._reading.hasFocus()

    def show_line(self, line: LineText) -> None:
        """Show another state of the same line; what somebody types stays."""
        self.line = line
        self._reading.show_line(line)
        for field, maker in zip(self.fields, line.fields, strict=False):
            if maker.save is not None:
                field.save_with(maker.save)
                field.set_value(maker.value)

    @Slot()
    def open(self) -> None:
        """Turn the text into fields and go into the first."""
        if not self.line.fields or self._editing is not None:
            return
        self._editing = self._build_editing()
        self._reading.hide()
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._editing)
        self._editing.show()
        self.fields[0].editor().setFocus(Qt.FocusReason.ShortcutFocusReason)
        select_all = getattr(self.fields[0].editor(), "selectAll", None)
        if select_all is not None:
            select_all()
        self.opened.emit()

    def close_fields(self, *, keep_focus: bool) -> None:
        """Turn the fields back into text."""
        if self._editing is None:
            return
        old, self._editing, self.fields = self._editing, None, []
        self._reading.show()
        if keep_focus:
            self._reading.setFocus(Qt.FocusReason.OtherFocusReason)
        old.hide()
        old.deleteLater()
        self.closed.emit()

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._left.emit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(watched, event)
        return False

    def _build_editing(self) -> QWidget:
        now = theme.current()
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(now.px(8), now.px(4), 0, now.px(8))
        column.setSpacing(now.px(8))
        for maker in self.line.fields:
            field = maker.make(holder)
            if maker.save is not None:
                field.save_with(maker.save)
            field.set_value(maker.value)
            field.editor().installEventFilter(self)
            self.fields.append(field)
            column.addWidget(field)
        if self.line.deeds:
            row = QWidget(holder)
            flow = FlowLayout(row, spacing=now.px(8))
            for number, deed in enumerate(self.line.deeds):
                button = LinkButton(deed.title, row, name=f"{self.line.key}Deed{number}")
                button.clicked.connect(_Deed(self, deed).run)
                button.installEventFilter(self)
                flow.addWidget(button)
            column.addWidget(row)
        return holder

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        field = next((one for one in self.fields if one.editor() is watched), None)
        if event.key() == Qt.Key.Key_Escape:
            if field is not None:
                field.restore()
            self.close_fields(keep_focus=True)
            return True
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if field is None or not is_enter or (_is_area(field) and not _has_control(event)):
            return False
        if not field.commit():
            return True
        place = self.fields.index(field)
        if place + 1 < len(self.fields):
            self.fields[place + 1].editor().setFocus(Qt.FocusReason.TabFocusReason)
        elif self._add():
            self.close_fields(keep_focus=True)
        return True

    def _add(self) -> bool:
        """Make the record of a line that adds one; without any text there is nothing to add."""
        values = tuple(field.value() for field in self.fields)
        if self.line.add is None or not any(isinstance(one, str) and one for one in values):
            return True
        try:
            self.line.add(values)
        except UserError as error:
            self.fields[0].show_error(error)
            return False
        return True

    @Slot()
    def _on_left(self) -> None:
        """Close once the focus is somewhere else and everything is saved."""
        now_in = QApplication.focusWidget()
        if self._editing is None or QApplication.activePopupWidget() is not None:
            return
        if now_in is not None and self._editing.isAncestorOf(now_in):
            return
        if now_in is None and self.window().isActiveWindow() is False:
            return
        if not any(field.has_error() for field in self.fields) and self._add():
            self.close_fields(keep_focus=False)


class _Deed(QObject):
    """Runs a deed of a line and closes its fields; belongs to the button's line."""

    def __init__(self, line: EditLine, deed: LineDeed) -> None:
        super().__init__(line)
        self._line = line
        self._deed = deed

    @Slot()
    def run(self) -> None:
        """Do it."""
        self._line.close_fields(keep_focus=True)
        self._deed.run()


def _is_area(field: Field) -> bool:
    return hasattr(field.editor(), "toPlainText")


def _has_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
