"""The headings of a table: a click sorts, the right button and a small button choose columns."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.buttons import draw_chevron
from kitadesk.ui.kit.icon_button import IconButton
from kitadesk.ui.kit.table_delegate import CELL_PADDING


class TableHead(QHeaderView):
    """Says where a menu of the columns is wanted; the last heading makes room for the button."""

    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._button: IconButton | None = None
        self.setEditTriggers(QHeaderView.EditTrigger.NoEditTriggers)

    def offer_button(self, name: str) -> None:
        """Show the button that opens the menu of the columns, at the right end."""
        if self._button is None:
            self._button = IconButton("columns", "Spalten wählen", self, name=name)
            self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._button.setStyleSheet("QToolButton { padding: 0; min-height: 0; }")
            self._button.clicked.connect(self._on_pressed)
            self._button.show()
        self._place()

    def button_width(self) -> int:
        """Return how many px of the last heading belong to the button."""
        return self._button.width() if self._button is not None else 0

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Draw the title as its column stands, the arrow beside it, both clear of the button."""
        now = theme.current()
        painter.save()
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, now.color("field_line"))
        room = rect.adjusted(now.px(CELL_PADDING), 0, -now.px(CELL_PADDING), -1)
        if self._button is not None and rect.right() >= self._button.x():
            room.setRight(self._button.x() - now.px(4))
        is_order = self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex
        arrow = now.px(14) if is_order else 0
        painter.setFont(self._bold())
        painter.setPen(now.color("muted"))
        orientation, role = Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        align = Qt.AlignmentFlag(self.model().headerData(logicalIndex, orientation, role))
        title = str(self.model().headerData(logicalIndex, orientation) or "")
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room.width() - arrow)
        words = room.adjusted(0, 0, -arrow, 0)
        painter.drawText(words, align, shown)
        if is_order:
            end = metrics.boundingRect(words, int(align), shown).right()
            self._draw_arrow(painter, QPointF(end + now.px(9), room.center().y() + 1))
        painter.restore()

    @override
    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        size = super().sectionSizeFromContents(logicalIndex)
        return QSize(size.width() + theme.current().px(14), size.height())

    def _draw_arrow(self, painter: QPainter, middle: QPointF) -> None:
        now = theme.current()
        is_rising = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(middle)
        painter.scale(1, 1 if is_rising else -1)
        draw_chevron(painter, QPointF(0, 0), now.px(4), now.color("accent"))

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _place(self) -> None:
        if self._button is not None:
            side = min(theme.current().px(28), self.height() - 2)
            self._button.setFixedSize(side, side)
            top = (self.height() - 1 - side) // 2
            self._button.move(self.width() - side - theme.current().px(4), top)

    @Slot()
    def _on_pressed(self) -> None:
        if self._button is not None:
            self.menu_wanted.emit(self._button.mapToGlobal(self._button.rect().bottomLeft()))
