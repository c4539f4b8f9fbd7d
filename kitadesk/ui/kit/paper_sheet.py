"""The sheet of paper that a preview shows, and the area it is scrolled in."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.pdf import POINTS_PER_INCH, PageImage

A4_RATIO = 297 / 210
PLAUSIBLE_DPI = (50.0, 400.0)
"""Screens that tell another density tell nonsense; then the usual one of the system holds."""


class Sheet(QWidget):
    """The paper itself: the last drawn page, scaled until the sharp one arrives.

    `zoom` 1.0 is the actual size on this screen; None fits the width.
    """

    opened = Signal()
    """Somebody wants to see the page in a window of its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.page: PageImage | None = None
        self.zoom: float | None = None

    def margin(self) -> int:
        """Return the room around the sheet in px."""
        return theme.current().px(12)

    def paper_width(self) -> int:
        """Return how wide the sheet is drawn."""
        if self.zoom is None or self.page is None:
            return max(80, self.width() - 2 * self.margin())
        return round(self.page.width / POINTS_PER_INCH * self._dots() * self.zoom)

    def ratio(self) -> float:
        """Return height by width of the page."""
        return self.page.height / self.page.width if self.page is not None else A4_RATIO

    def fit(self) -> None:
        """Take the room that the page needs, so that the rest can be scrolled to."""
        width = self.paper_width()
        least = width if self.zoom is not None and self.page is not None else 0
        self.setMinimumWidth(least + 2 * self.margin() if least else 0)
        self.setMinimumHeight(round(width * self.ratio()) + 2 * self.margin())

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(320), theme.current().px(460))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width = self.paper_width()
        left = max(self.margin(), (self.width() - width) // 2)
        sheet = QRect(left, self.margin(), width, round(width * self.ratio()))
        painter.fillRect(sheet, Qt.GlobalColor.white)
        if self.page is not None:
            painter.drawImage(sheet, self.page.image)
        painter.setPen(theme.current().color("field_line"))
        painter.drawRect(sheet.adjusted(-1, -1, 0, 0))

    def _dots(self) -> float:
        """Return px by inch of the screen."""
        screen = self.screen()
        dots = screen.physicalDotsPerInchX()
        least, most = PLAUSIBLE_DPI
        return dots if least <= dots <= most else screen.logicalDotsPerInchX()


class PaperScroll(QScrollArea):
    """Scrolls within a page; at its end the wheel and the page keys turn it."""

    turn = Signal(int)
    opened = Signal()
    """Enter was pressed: the page is wanted large."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.verticalScrollBar()
        step = -1 if event.angleDelta().y() > 0 else 1
        end = bar.minimum() if step < 0 else bar.maximum()
        if bar.value() == end:
            self.turn.emit(step)
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Home: -1_000_000,
            Qt.Key.Key_End: 1_000_000,
        }
        key = Qt.Key(event.key())
        step = steps.get(key)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif step is None:
            super().keyPressEvent(event)
        else:
            self.turn.emit(step)
