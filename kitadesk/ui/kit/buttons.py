"""Buttons in their few kinds, tick boxes and the segmented control for the pages of a record."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.labels import restyle


class QuietButton(QPushButton):
    """The ordinary button; its text is data-safe (an `&` stays an `&`)."""

    def __init__(self, text: str, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.set_text(text)
        if name:
            self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def set_text(self, text: str) -> None:
        """Change the caption, with `&` shown as typed."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class PrimaryButton(QuietButton):
    """The one main action of a page, in petrol."""

    def set_main(self, *, is_main: bool) -> None:
        """Be the main action, or look like the ordinary button beside another main action."""
        if is_main is self.is_main():
            return
        self.setProperty("beside", not is_main)
        restyle(self)

    def is_main(self) -> bool:
        """Return whether it is shown in petrol."""
        return not self.property("beside")


class LinkButton(QuietButton):
    """An action that reads like a line of text."""


class TextLink(LinkButton):
    """An action among lines of text: its words begin where theirs begin."""


class ToolButton(QToolButton):
    """A small button with a drawing; Enter presses it like every other button."""

    def __init__(self, spoken: str, parent: QWidget, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class SegmentButton(QuietButton):
    """One page name of a `SegmentedControl`."""

    def __init__(self, text: str, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(text, parent, name=name)
        self.setCheckable(True)


class SegmentedControl(QWidget):
    """Switches between the pages of a record: Plan, Rückmeldungen, Danach."""

    changed = Signal(int)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(4))
        for number, title in enumerate(titles):
            button = SegmentButton(title, self, name=f"segment{number}")
            self._group.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idToggled.connect(self._on_toggled)
        if titles:
            self.set_current(0)

    def current(self) -> int:
        """Return the number of the chosen page."""
        return self._group.checkedId()

    def set_current(self, number: int) -> None:
        """Choose a page; emits `changed` if it is another one."""
        self._group.button(number).setChecked(True)

    def focus_current(self) -> None:
        """Put the keyboard on the chosen page name."""
        self._group.button(self.current()).setFocus(Qt.FocusReason.TabFocusReason)

    def set_title(self, number: int, title: str) -> None:
        """Rename a page, for example with its count."""
        button = self._group.button(number)
        if isinstance(button, SegmentButton):
            button.set_text(title)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        target = self._group.button(self.current() + step)
        if step and target is not None:
            target.setChecked(True)
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    @Slot(int, bool)
    def _on_toggled(self, number: int, checked: bool) -> None:
        if checked:
            self.changed.emit(number)


class TickBox(QCheckBox):
    """A tick box drawn from the tokens; the mark is a ✓, not only a colour."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        if name:
            self.setObjectName(name)

    @override
    def sizeHint(self) -> QSize:
        now = theme.current()
        words = self.text().replace("&&", "&")
        width = now.px(20)
        if words:
            width += now.px(12) + self.fontMetrics().horizontalAdvance(words)
        return QSize(width + now.px(4), max(now.px(28), self.fontMetrics().height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(now.px(18))
        box = QRectF(2, (self.height() - side) / 2, side, side)
        focused = self.hasFocus()
        painter.setPen(QPen(now.color("accent" if focused else "mark"), 2 if focused else 1.5))
        painter.setBrush(now.color("surface"))
        painter.drawRoundedRect(box, now.px(4), now.px(4))
        if self.isChecked():
            draw_tick(painter, box, now.color("ink"))
        painter.setPen(now.color("ink" if self.isEnabled() else "mark"))
        words = self.rect().adjusted(round(side) + now.px(12), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, flags, self.text().replace("&&", "&"))


class ChoiceBox(QComboBox):
    """A drop-down in the look of the fields; look values up in your own list (trap P1)."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        if name:
            self.setObjectName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    @override
    def sizeHint(self) -> QSize:
        return QSize(
            super().sizeHint().width() + theme.current().px(24), theme.current().row_height
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(80), theme.current().row_height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        width = 2.0 if focused else 1.0
        painter.setPen(QPen(now.color("accent" if focused else "field_line"), width))
        painter.setBrush(now.color("field" if self.isEnabled() else "ground"))
        half = width / 2
        frame = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(frame, now.px(8) - half, now.px(8) - half)
        painter.setPen(now.color("ink" if self.isEnabled() else "mark"))
        words = self.rect().adjusted(now.px(12), 0, -now.px(32), 0)
        shown = self.fontMetrics().elidedText(
            self.currentText() or self.placeholderText(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        middle = QPointF(self.width() - now.px(18), self.height() / 2 + now.px(1))
        draw_chevron(painter, middle, now.px(4), now.color("muted"))


def draw_tick(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Draw a ✓ into a square box."""
    pen = QPen(color, max(1.6, box.width() / 9))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    points = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.28))
    painter.drawPolyline(
        QPolygonF(
            [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in points]
        )
    )


def draw_chevron(painter: QPainter, middle: QPointF, size: float, color: QColor) -> None:
    """Draw a small ⌄ that says: here a list opens."""
    pen = QPen(color, max(1.5, size / 3))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    left = QPointF(middle.x() - size, middle.y() - size / 2)
    right = QPointF(middle.x() + size, middle.y() - size / 2)
    painter.drawPolyline(QPolygonF([left, QPointF(middle.x(), middle.y() + size / 2), right]))
