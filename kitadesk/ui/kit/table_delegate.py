"""How a row of a table looks: one model call per cell, a line below, no grid."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.table_model import Column, Index, RowsModel

CELL_PADDING = 12
"""px at 100 % left and right of a cell, in the header alike."""


class RowDelegate(QStyledItemDelegate):
    """Paints a cell from the row itself: one model call per cell, a line below, no grid."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, RowsModel):
            return
        row = model.row_at(index.row())
        if row is None:
            return
        column: Column[Any] = model.columns[index.column()]
        now = theme.current()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(rect, now.color("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, now.color("hover"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, now.color("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect.x(), rect.y(), now.px(3), rect.height(), now.color("accent"))
        font: QFont = option.font
        if column.is_strong:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        tone = column.tone(row) if column.tone is not None else None
        ink = now.color("muted" if column.is_muted and not is_chosen else "ink")
        painter.setPen(now.tone_ink(tone) if tone is not None else ink)
        room = rect.adjusted(now.px(CELL_PADDING), 0, -now.px(CELL_PADDING), -1)
        words = " ".join(column.text(row).split())
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, column.align.flag, shown)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = str(index.data() or "")
        metrics = option.fontMetrics
        now = theme.current()
        width = metrics.horizontalAdvance(text) + 2 * now.px(CELL_PADDING)
        return QSize(width, now.row_height)
