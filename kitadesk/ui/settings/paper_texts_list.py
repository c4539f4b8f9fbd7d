"""The texts of the papers by paper, with a mark at those that the office changed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from kitadesk.services.paper_texts import TextRow
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.headed_list import ENTRY_ROLE, HeadedList, HeadedModel
from kitadesk.ui.kit.labels import plain_tooltip
from kitadesk.ui.kit.table_model import Index

CHANGED = "geändert"
LOOK = "bitte ansehen"
_SMALL = 0.88


def mark_of(row: TextRow) -> str:
    """Return what stands beside a text in the list; nothing beside one as it is shipped."""
    if row.cannot_print or row.original_changed:
        return LOOK
    return CHANGED if row.is_changed else ""


class TextsModel(HeadedModel[TextRow]):
    """The texts under the headings of their papers."""

    def set_rows(self, rows: Sequence[TextRow]) -> None:
        """Show these texts, which come in the order of their papers."""
        parts = groupby(rows, key=lambda row: row.group.title)
        self.set_parts([(title, list(part)) for title, part in parts])

    def line_of(self, key: str) -> int:
        """Return the line of a text, -1 if it is not shown."""
        return self.line_where(lambda row: row.shipped.key == key)

    @override
    def words(self, entry: TextRow, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.shipped.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (entry.group.title, entry.shipped.title, mark_of(entry))
            return ", ".join(part for part in said if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(f"{entry.shipped.title}: {entry.shipped.where}")
        return None


class TextsList(HeadedList):
    """One line per text; the chosen one stands on the ground of what is chosen."""

    def __init__(self, model: TextsModel, parent: QWidget | None = None) -> None:
        super().__init__("Texte der Papiere", parent, name="paperTexts")
        self.setModel(model)
        self.setItemDelegate(_LineDelegate(self))


class _LineDelegate(QStyledItemDelegate):
    """Paints headings small and texts as lines with their mark at the right."""

    def __init__(self, view: HeadedList) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        now = theme.current()
        return QSize(self._view.viewport().width(), now.row_height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY_ROLE)
        now, rect = theme.current(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, TextRow):
            state: QStyle.StateFlag = option.state
            self._paint_ground(painter, rect, state)
            room = rect.adjusted(now.px(12), 0, -now.px(10), 0)
            self._paint_words(painter, room, entry, self._view.font())
        else:
            painter.setFont(_small(self._view.font(), strong=True))
            painter.setPen(now.color("muted"))
            room = rect.adjusted(now.px(4), 0, -now.px(4), -now.px(4))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(room, flags, _cut(painter, str(entry), room.width()))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        now = theme.current()
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not is_chosen and not state & QStyle.StateFlag.State_MouseOver:
            return
        has_ring = is_chosen and self._view.hasFocus()
        painter.setPen(now.color("accent") if has_ring else Qt.PenStyle.NoPen)
        painter.setBrush(now.color("accent_soft" if is_chosen else "hover"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), now.px(8), now.px(8))

    def _paint_words(self, painter: QPainter, room: QRect, row: TextRow, font: QFont) -> None:
        now, mark = theme.current(), mark_of(row)
        left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        if mark:
            painter.setFont(_small(font))
            painter.setPen(now.color("warn_text" if mark == LOOK else "muted"))
            width = painter.fontMetrics().horizontalAdvance(mark)
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), mark
            )
            room = room.adjusted(0, 0, -width - now.px(8), 0)
        painter.setFont(font)
        painter.setPen(now.color("ink"))
        painter.drawText(room, left, _cut(painter, row.shipped.title, room.width()))


def _cut(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)


def _small(font: QFont, *, strong: bool = False) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    small.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return small
