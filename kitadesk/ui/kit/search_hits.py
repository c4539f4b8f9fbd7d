"""The list of results below the search field; loaded with the first search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Slot
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.kit.search import SearchHit
from kitadesk.ui.kit.table_model import Index

if TYPE_CHECKING:
    from kitadesk.ui.kit.search import SearchField

_HIT = int(Qt.ItemDataRole.UserRole)


class HitList(QListWidget):
    """The results below the field, in the window itself (a popup would take the keyboard)."""

    def __init__(self, field: SearchField) -> None:
        super().__init__(field.window())
        self.setObjectName("searchHits")
        self.setAccessibleName("Suchergebnisse")
        self._field = field
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setItemDelegate(HitDelegate(self))
        self.setMouseTracking(True)
        self.itemClicked.connect(self._on_clicked)
        field.installEventFilter(self)
        self.hide()

    def show_hits(self, hits: Sequence[SearchHit], words: str) -> None:
        """Show these, the first chosen; without any, say so."""
        self.clear()
        for hit in hits:
            item = QListWidgetItem(f"{hit.kind_label}: {hit.title}, {hit.subtitle}", self)
            item.setData(_HIT, hit)
        if not hits:
            nothing = QListWidgetItem(f"Nichts gefunden zu „{words}“", self)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
        self.setCurrentRow(0)
        self._place()
        self.show()
        self.raise_()

    def move(self, step: int) -> None:  # type: ignore[override]
        """Choose the next or previous result, around the ends."""
        if self.count():
            self.setCurrentRow((self.currentRow() + step) % self.count())

    def open_current(self) -> None:
        """Go to the chosen result."""
        self._on_clicked(self.currentItem())

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        return False

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem | None) -> None:
        hit = item.data(_HIT) if item is not None else None
        if isinstance(hit, SearchHit):
            self._field.leave()
            self._field.clearFocus()
            hit.open()

    def _place(self) -> None:
        now = theme.current()
        window = self._field.window()
        below = self._field.mapTo(window, self._field.rect().bottomLeft())
        width = max(self._field.width(), now.px(420))
        left = min(below.x(), window.width() - width - now.px(16))
        rows = sum(self.sizeHintForRow(number) for number in range(self.count()))
        height = min(rows + 2 * now.px(4), window.height() - below.y() - now.px(48))
        self.setGeometry(max(0, left), below.y() + now.px(6), width, height)


class HitDelegate(QStyledItemDelegate):
    """Draws a result: title and subtitle, the kind at the right."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, option.fontMetrics.height() * 2 + theme.current().px(12))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now = theme.current()
        rect: QRect = option.rect
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, now.color("accent_soft"))
        room = rect.adjusted(now.px(14), now.px(5), -now.px(14), -now.px(5))
        hit = index.data(_HIT)
        if not isinstance(hit, SearchHit):
            painter.setPen(now.color("muted"))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(index.data() or ""))
            return
        font = QFont(option.font)
        small = QFont(font)
        small.setPointSizeF(now.small_points)
        painter.setFont(small)
        painter.setPen(now.color("muted"))
        kind_width = painter.fontMetrics().horizontalAdvance(hit.kind_label) + now.px(12)
        upper = QRect(room.x(), room.y(), room.width(), room.height() // 2)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(upper, Qt.AlignmentFlag.AlignRight | middle, hit.kind_label)
        below = painter.fontMetrics().elidedText(
            hit.subtitle, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, below)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(now.color("ink"))
        title = painter.fontMetrics().elidedText(
            hit.title, Qt.TextElideMode.ElideRight, room.width() - kind_width
        )
        painter.drawText(upper, Qt.AlignmentFlag.AlignLeft | middle, title)
