"""The names of the pages at the left of the settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from kitadesk.ui.kit import theme


class PageNames(QListWidget):
    """A list without a frame; up and down turn the pages."""

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsPages")
        self.setAccessibleName("Seiten der Einstellungen")
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The chosen name carries the ring; the whole list must not have a second one.
        self.setStyleSheet("QListView, QListView:focus { border: none; background: transparent; }")
        self.setMouseTracking(True)
        self.setItemDelegate(_NameDelegate(self))
        self.addItems(list(titles))
        self.setFixedWidth(theme.current().px(160))


class _NameDelegate(QStyledItemDelegate):
    """Paints a name on a rounded ground when it is chosen, with a ring while the list has focus."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        now = theme.current()
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_under_mouse = bool(state & QStyle.StateFlag.State_MouseOver)
        frame = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_ring = is_chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        ring = QPen(now.color("accent"), 2) if has_ring else QPen(Qt.PenStyle.NoPen)
        painter.setPen(ring)
        if is_chosen or is_under_mouse:
            painter.setBrush(now.color("accent_soft" if is_chosen else "hover"))
            painter.drawRoundedRect(frame, now.px(8), now.px(8))
        font: QFont = option.font
        font.setWeight(QFont.Weight.DemiBold if is_chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(now.color("accent_text" if is_chosen else "ink"))
        room = frame.adjusted(now.px(12), 0, -now.px(8), 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), str(index.data() or ""))
        painter.restore()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, theme.current().row_height)
