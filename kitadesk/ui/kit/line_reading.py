"""The text of a line: takes the focus, is drawn with a ring, asks to be edited."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.labels import ElidedLabel, Pill, PlainLabel
from kitadesk.ui.kit.line_text import LineText
from kitadesk.ui.kit.widgets import FlowLayout

CAPTION_WIDTH = 92
"""px at 100 % of the captions, so that the values stand below each other."""


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


class LineReading(QWidget):
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
        line = self._line
        can_edit = bool(line.fields)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if can_edit else Qt.FocusPolicy.NoFocus)
        hint = "Enter oder Klick: ändern" if can_edit else ""
        self.setToolTip(hint)
        said = " ".join(filter(None, (line.caption, line.text, line.remark, line.past)))
        self.setAccessibleName(f"{said}. {hint}".rstrip(". "))
        if can_edit:
            self.setCursor(Qt.CursorShape.IBeamCursor)
        column = QVBoxLayout(self._value)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if line.act is None:
            column.addWidget(PlainLabel(line.text, self._value, kind=line.kind, wrap=True))
            if line.remark:
                column.addWidget(PlainLabel(line.remark, self._value, kind="small", wrap=True))
        else:
            column.addWidget(self._build_link(line))
        if line.past:
            column.addWidget(PlainLabel(line.past, self._value, kind="small", wrap=True))

    def _build_link(self, line: LineText) -> QWidget:
        holder = QWidget(self._value)
        flow = FlowLayout(holder, spacing=theme.current().px(8))
        link = _Link(line.text, holder)
        link.setObjectName(f"act_{line.key}")
        link.setToolTip(line.act_hint)
        link.clicked.connect(self._on_act)
        flow.addWidget(link)
        if line.remark:
            flow.addWidget(PlainLabel(line.remark, holder, kind="muted"))
        if line.pill is not None:
            flow.addWidget(Pill(*line.pill, holder))
        return holder

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


def _looks(line: LineText) -> tuple[object, ...]:
    return (
        line.caption, line.text, line.pill, line.remark, line.past, line.kind,
        bool(line.fields), line.act is None,
    )  # fmt: skip
