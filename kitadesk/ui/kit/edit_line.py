"""A line that reads as text and becomes fields on a click, Enter or F2; saved by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.fields import Field
from kitadesk.ui.kit.labels import ElidedLabel, Pill, PlainLabel
from kitadesk.ui.kit.tokens import Tone
from kitadesk.ui.kit.widgets import FlowLayout, LinkButton

CAPTION_WIDTH = 92
"""px at 100 % of the captions, so that the values stand below each other."""


@dataclass(frozen=True, slots=True)
class FieldMaker:
    """How a field of a line is made (`make(parent)`), what it shows and how it is saved."""

    make: Callable[[QWidget], Field]
    value: Any
    save: Callable[[Any], object] | None = None


@dataclass(frozen=True, slots=True)
class LineDeed:
    """Something else to do with a line while it is edited: "Löschen"."""

    title: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class LineText:
    """A line as it reads and as it is edited; `key` stays the same when the text changes.

    `act` is what a click on the text itself does (call it a link), `act_hint` says so.
    """

    key: str
    caption: str
    text: str
    fields: tuple[FieldMaker, ...] = ()
    pill: tuple[str, Tone] | None = None
    remark: str = ""
    kind: str = ""
    deeds: tuple[LineDeed, ...] = ()
    act: Callable[[], object] | None = None
    act_hint: str = ""
    add: Callable[[tuple[Any, ...]], object] | None = None
    """Makes a new record of all values at once; then nothing is saved before the last field."""


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
        self._reading = _Reading(line, self)
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


class _Link(ElidedLabel):
    """The text of a line that does something; for the mouse, Space on the line does the same."""

    clicked = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.clicked.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.current().color("accent_text"))
        shown = self.fontMetrics().elidedText(
            self.full_text(), Qt.TextElideMode.ElideRight, self.width()
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), flags, shown)


class _Reading(QWidget):
    """The text of a line: takes the focus, is drawn with a ring, asks to be edited."""

    wanted = Signal()

    def __init__(self, line: LineText, parent: QWidget) -> None:
        super().__init__(parent)
        now = theme.current()
        self._line = line
        self.setObjectName(f"read_{line.key}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(now.px(8), now.px(5), now.px(8), now.px(5))
        row.setSpacing(now.px(8))
        self._caption = PlainLabel(line.caption, self, kind="muted")
        self._caption.setFixedWidth(now.px(CAPTION_WIDTH))
        self._caption.setVisible(bool(line.caption))
        row.addWidget(self._caption, 0, Qt.AlignmentFlag.AlignTop)
        self._value = QWidget(self)
        row.addWidget(self._value, 1)
        self._text: QWidget | None = None
        self._fill()

    def show_line(self, line: LineText) -> None:
        """Show another state."""
        if _looks(line) == _looks(self._line):
            self._line = line
            return
        self._line = line
        self._caption.setText(line.caption)
        old, layout = self._value, self.layout()
        self._value = QWidget(self)
        if layout is not None:
            layout.replaceWidget(old, self._value)
        old.hide()
        old.deleteLater()
        self._fill()
        self._value.show()

    def _fill(self) -> None:
        now, line = theme.current(), self._line
        can_edit = bool(line.fields)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if can_edit else Qt.FocusPolicy.NoFocus)
        hint = "Enter oder Klick: ändern" if can_edit else ""
        self.setToolTip(hint)
        said = " ".join(filter(None, (line.caption, line.text, line.remark)))
        self.setAccessibleName(f"{said}. {hint}".rstrip(". "))
        if can_edit:
            self.setCursor(Qt.CursorShape.IBeamCursor)
        if line.act is None:
            column = QVBoxLayout(self._value)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(PlainLabel(line.text, self._value, kind=line.kind, wrap=True))
            if line.remark:
                column.addWidget(PlainLabel(line.remark, self._value, kind="small", wrap=True))
            return
        flow = FlowLayout(self._value, spacing=now.px(8))
        link = _Link(line.text, self._value)
        link.setObjectName(f"act_{line.key}")
        link.setToolTip(line.act_hint)
        link.clicked.connect(self._on_act)
        flow.addWidget(link)
        if line.remark:
            flow.addWidget(PlainLabel(line.remark, self._value, kind="muted"))
        if line.pill is not None:
            flow.addWidget(Pill(*line.pill, self._value))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.wanted.emit()
        elif event.key() == Qt.Key.Key_Space and self._line.act is not None:
            self._line.act()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._line.text)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.wanted.emit()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._line.fields or not (self.hasFocus() or self.underMouse()):
            return
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(now.color("hover"))
        ring = QPen(now.color("accent"), 2) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)
        painter.setPen(ring)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), now.px(6), now.px(6))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(120), super().minimumSizeHint().height())

    @Slot()
    def _on_act(self) -> None:
        if self._line.act is not None:
            self._line.act()


def keys_of(lines: Sequence[LineText]) -> tuple[str, ...]:
    """Return the keys; as long as they are the same, lines can be shown in place."""
    return tuple(line.key for line in lines)


def _looks(line: LineText) -> tuple[object, ...]:
    return (
        line.caption, line.text, line.pill, line.remark, line.kind, bool(line.fields),
        line.act is None,
    )  # fmt: skip


def _is_area(field: Field) -> bool:
    return hasattr(field.editor(), "toPlainText")


def _has_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
