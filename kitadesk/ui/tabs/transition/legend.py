"""What the marks mean, drawn as they stand in the table."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kitadesk.domain.matrix_cells import MatrixCell
from kitadesk.domain.measure_marks import MeasureMark
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.widgets import FlowLayout
from kitadesk.ui.tabs.transition import words
from kitadesk.ui.tabs.transition.matrix_marks import draw_mark


class LegendEntry(QWidget):
    """One mark and its word; a planned day is shown by the day that is given."""

    def __init__(self, cell: MatrixCell, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._cell = cell
        self._word = word
        self.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        now = theme.current()
        width = self._mark_width() + now.px(6) + self.fontMetrics().horizontalAdvance(self._word)
        return QSize(width, self.fontMetrics().height() + now.px(4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        mark = self._mark_width()
        draw_mark(painter, QRect(0, 0, mark, self.height()), self._cell, self.font())
        now = theme.current()
        painter.setPen(now.color("muted"))
        rest = self.rect().adjusted(mark + now.px(6), 0, 0, 0)
        metrics = self.fontMetrics()
        base = rest.y() + (rest.height() + metrics.ascent() - metrics.descent()) // 2
        painter.drawText(rest.x(), base, self._word)

    def _mark_width(self) -> int:
        is_day = self._cell.mark is MeasureMark.PLANNED
        return theme.current().px(58 if is_day else 20)


class Legend(QWidget):
    """All marks side by side; they wrap where room is short."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        flow = FlowLayout(self, spacing=theme.current().px(16))
        for mark, word in words.LEGEND:
            flow.addWidget(LegendEntry(MatrixCell(mark, today), word, self))
