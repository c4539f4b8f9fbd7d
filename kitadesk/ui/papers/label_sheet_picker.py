"""A drawn sheet of labels: the first free label is chosen by clicking it, or with the arrows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kitadesk.handouts.kit.blocks import LabelGeometry
from kitadesk.ui.kit import theme

A4 = (210.0, 297.0)
"""mm; all sheets of labels are A4."""
WIDTH = 150
"""px at 100 % of the drawn sheet."""


class LabelSheetPicker(QWidget):
    """Labels before the chosen one are used up and grey; the rest will be printed on."""

    chosen = Signal(int)
    """The number of the first free label, from 1."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "labelSheet") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName("Bogen: erstes freies Etikett")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._geometry: LabelGeometry | None = None
        self._number = 1

    def show_sheet(self, geometry: LabelGeometry, number: int) -> None:
        """Show a type of sheet with its first free label."""
        self._geometry = geometry
        self._number = min(max(1, number), geometry.per_sheet)
        self.setAccessibleDescription(f"Etikett {self._number} von {geometry.per_sheet}")
        self.update()

    def number(self) -> int:
        """Return the first free label, from 1."""
        return self._number

    def place_of(self, number: int) -> QRectF:
        """Return where a label is drawn, in px of this widget."""
        geometry = self._geometry
        if geometry is None:
            return QRectF()
        scale = self._scale()
        left, top = geometry.corner_of(number - 1)
        edge = self._edge()
        size = (geometry.width * scale, geometry.height * scale)
        return QRectF(edge + left * scale, edge + top * scale, *size)

    @override
    def sizeHint(self) -> QSize:
        width = theme.current().px(WIDTH)
        edge = round(2 * self._edge())
        return QSize(width + edge, round(width * A4[1] / A4[0]) + edge)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        for number in range(1, self._count() + 1):
            if self.place_of(number).contains(event.position()):
                self._choose(number)
                return

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns = self._geometry.columns if self._geometry is not None else 1
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: columns,
            Qt.Key.Key_Up: -columns,
        }
        ends = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: self._count()}
        key = Qt.Key(event.key())
        target = ends.get(key, self._number + steps[key] if key in steps else None)
        if target is None:
            super().keyPressEvent(event)
        elif 1 <= target <= self._count():
            self._choose(target)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._edge()
        sheet = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.fillRect(sheet, Qt.GlobalColor.white)
        painter.setPen(now.color("accent" if self.hasFocus() else "field_line"))
        painter.drawRect(sheet)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.7)
        painter.setFont(font)
        for number in range(1, self._count() + 1):
            self._paint_label(painter, number)

    def _paint_label(self, painter: QPainter, number: int) -> None:
        """Draw one label; the sheet stays white in the dark, so its colours are those of paper."""
        place = self.place_of(number).adjusted(0.5, 0.5, -0.5, -0.5)
        is_used, is_first = number < self._number, number == self._number
        painter.setPen(QPen(Qt.GlobalColor.darkGray, 0.7))
        painter.setBrush(Qt.GlobalColor.lightGray if is_used else Qt.GlobalColor.white)
        if is_first:
            painter.setPen(QPen(theme.current().color("accent"), 2))
        painter.drawRect(place)
        if is_first or place.height() > painter.fontMetrics().height():
            painter.setPen(Qt.GlobalColor.darkGray if is_used else Qt.GlobalColor.black)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), str(number))

    def _choose(self, number: int) -> None:
        if self._geometry is not None and number != self._number:
            self.show_sheet(self._geometry, number)
            self.chosen.emit(number)

    def _count(self) -> int:
        return self._geometry.per_sheet if self._geometry is not None else 0

    def _edge(self) -> float:
        return 3.0 * theme.current().scale

    def _scale(self) -> float:
        return (self.sizeHint().width() - 2 * self._edge()) / A4[0]
