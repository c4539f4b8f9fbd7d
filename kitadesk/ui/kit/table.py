"""The table of the program: own delegate, German order, keys, copying; no vertical lines."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from kitadesk.base.text import fold
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.table_model import Align, Column, Index, RowsModel

__all__ = ["Align", "Column", "DataTable", "RowsModel"]

Row = TypeVar("Row")
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


class DataTable(QTableView):
    """Shows a `RowsModel`; `opened` on Enter or double click, `chosen` when another row is chosen.

    Keys: letters jump to the row whose first column begins so, Strg+C copies the rows as a block
    for Excel, Pos1/Ende first and last. The chosen row is kept by its key when the model changes.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        model: RowsModel[Any],
        parent: QWidget | None = None,
        *,
        name: str = "table",
        empty_text: str = "Noch nichts hier.",
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._rows_model = model
        self._empty_text = empty_text
        self._kept: Hashable = None
        self._typed = ""
        model.setParent(self)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self._set_up_looks()
        self._set_up_columns()
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_opened)

    @property
    def rows(self) -> RowsModel[Any]:
        """The model."""
        return self._rows_model

    def current_row(self) -> Any:
        """Return the chosen row, or None."""
        if not self.selectionModel().hasSelection():
            return None
        return self._rows_model.row_at(self.currentIndex().row())

    def selected_rows(self) -> list[Any]:
        """Return all selected rows from top to bottom."""
        lines = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [row for row in map(self._rows_model.row_at, lines) if row is not None]

    def choose(self, key: Hashable) -> bool:
        """Choose the row with this key and show it; False if it is not in the table."""
        line = self._rows_model.line_of(key)
        if line is None:
            return False
        self.selectRow(line)
        self.scrollTo(self._rows_model.index(line, 0))
        return True

    def copy(self) -> None:
        """Put the selected rows on the clipboard, columns by tab, ready for Excel."""
        columns = self._rows_model.columns
        lines = [
            "\t".join(" ".join(column.text(row).split()) for column in columns)
            for row in self.selected_rows()
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_opened(self.currentIndex())
        elif event.key() == Qt.Key.Key_Home:
            self._choose_line(0)
        elif event.key() == Qt.Key.Key_End:
            self._choose_line(self._rows_model.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Jump to the next row whose first column begins with the letter, ä like a."""
        count = self._rows_model.rowCount()
        start = self.currentIndex().row()
        letter = fold(search)
        first = self._rows_model.columns[0]
        for step in range(1, count + 1):
            line = (start + step) % count
            row = self._rows_model.row_at(line)
            if row is not None and letter and fold(first.text(row)).startswith(letter):
                self._choose_line(line)
                return

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._rows_model.rowCount() or not self._empty_text:
            return
        painter = QPainter(self.viewport())
        painter.setPen(theme.current().color("muted"))
        room = self.viewport().rect().adjusted(24, 24, -24, -24)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, int(flags) | int(Qt.TextFlag.TextWordWrap), self._empty_text)

    def set_empty_text(self, text: str) -> None:
        """Change what an empty table says."""
        self._empty_text = text
        self.viewport().update()

    def _set_up_looks(self) -> None:
        now = theme.current()
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(now.row_height)
        side.setMinimumSectionSize(now.row_height)

    def _set_up_columns(self) -> None:
        now = theme.current()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(now.px(40))
        head.setFixedHeight(now.row_height + now.px(2))
        head.setSectionsClickable(True)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for number, column in enumerate(self._rows_model.columns):
            if column.width:
                self.setColumnWidth(number, now.px(column.width))
                head.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            else:
                head.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def _choose_line(self, line: int) -> None:
        if 0 <= line < self._rows_model.rowCount():
            self.selectRow(line)
            self.scrollTo(self._rows_model.index(line, 0))

    @Slot()
    def _on_about_to_reset(self) -> None:
        row = self.current_row()
        if row is not None:
            self._kept = self._rows_model.key(row)

    @Slot()
    def _on_reset(self) -> None:
        if self._kept is not None and not self.choose(self._kept):
            self._kept = None
            self.chosen.emit(None)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self._rows_model.row_at(current.row()) if current.isValid() else None
        if row is not None:
            self._kept = self._rows_model.key(row)
            self.chosen.emit(row)

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        row = self._rows_model.row_at(index.row()) if index.isValid() else None
        if row is not None:
            self.opened.emit(row)
