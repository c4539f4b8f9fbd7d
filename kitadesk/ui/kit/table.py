"""The table of the program: own delegate, German order, keys, copying; no vertical lines."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget
from typing_extensions import override

from kitadesk.base.text import fold
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.labels import PlainLabel
from kitadesk.ui.kit.table_columns import ColumnTable
from kitadesk.ui.kit.table_delegate import CELL_PADDING, RowDelegate
from kitadesk.ui.kit.table_head import TableHead
from kitadesk.ui.kit.table_menu import (
    RowAction,
    block_for_excel,
    cell_text,
    row_menu,
)
from kitadesk.ui.kit.table_model import Align, Column, RowsModel

__all__ = [
    "CELL_PADDING",
    "Align",
    "Column",
    "DataTable",
    "RowAction",
    "RowDelegate",
    "RowsModel",
]

Row = TypeVar("Row")
RowActions = Callable[[Sequence[Any]], Sequence[RowAction]]


class DataTable(ColumnTable):
    """Shows a `RowsModel`; `opened` on Enter or double click, `chosen` when another row is chosen.

    Keys: letters jump to the row whose first column begins so, Strg+C copies the rows with their
    headings as a block for Excel, Pos1/Ende first and last, Alt+1 … 9 sorts like a click on that
    heading, the menu key (right button) opens what can be done with the rows. The chosen row is
    kept by its key when the model changes. With several rows chosen a line below says how many.
    """

    opened = Signal(object)
    chosen = Signal(object)
    _selection_line: PlainLabel | None = None

    def __init__(
        self,
        model: RowsModel[Any],
        parent: QWidget | None = None,
        *,
        name: str = "table",
        empty_text: str = "Noch nichts hier.",
    ) -> None:
        super().__init__(model, parent)
        self.setObjectName(name)
        self._empty_text = empty_text
        self._kept: Hashable = None
        self._row_actions: RowActions | None = None
        model.setParent(self)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self._set_up_looks()
        self._set_up_columns()
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.doubleClicked.connect(self._on_opened)

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
        """Put headings and selected rows on the clipboard, columns by tab, ready for Excel."""
        columns = [self._rows_model.columns[number] for number in self.shown_columns()]
        rows = self.selected_rows()
        if rows:
            QGuiApplication.clipboard().setText(block_for_excel(columns, rows))

    @Slot()
    def copy_cell(self) -> None:
        """Put only the text of the current cell on the clipboard."""
        row = self.current_row()
        number = self.currentIndex().column()
        if row is not None and number >= 0:
            text = cell_text(self._rows_model.columns[number], row)
            QGuiApplication.clipboard().setText(text)

    def set_row_actions(self, actions: RowActions) -> None:
        """Name the bound method that returns what can be done with the chosen rows."""
        self._row_actions = actions

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the rows where the mouse is, or by its key beside the chosen row."""
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            below = self.visualRect(self.currentIndex()).bottomLeft()
            at = self.viewport().mapToGlobal(below + QPoint(theme.current().px(24), 0))
        self.open_row_menu(at)

    def open_row_menu(self, at: QPoint) -> None:
        """Open the menu of the chosen rows at a place of the screen."""
        rows = self.selected_rows()
        actions = self._row_actions(rows) if self._row_actions is not None and rows else ()
        row_menu(self, actions).popup(at)

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

    @override
    def updateGeometries(self) -> None:
        """Keep room for the line below the rows while several are chosen."""
        super().updateGeometries()
        line = self._selection_line
        if line is None or line.isHidden():
            return
        now, margins = theme.current(), self.viewportMargins()
        height = line.sizeHint().height() + now.px(8)
        if margins.bottom() != height:
            margins.setBottom(height)
            self.setViewportMargins(margins)
        room = self.viewport().geometry()
        left = room.x() + now.px(CELL_PADDING)
        width = room.width() - now.px(2 * CELL_PADDING)
        line.setGeometry(QRect(left, room.bottom() + 1, width, height))

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
        side.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(now.row_height)
        side.setMinimumSectionSize(now.row_height)

    def _set_up_columns(self) -> None:
        now = theme.current()
        head = TableHead(self)
        head.menu_wanted.connect(self._on_menu_wanted)
        self.setHorizontalHeader(head)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(now.px(40))
        head.setFixedHeight(now.row_height + now.px(2))
        head.setSectionsClickable(True)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._set_up_widths()
        self._show_wanted_columns()

    def _choose_line(self, line: int) -> None:
        if 0 <= line < self._rows_model.rowCount():
            self.selectRow(line)
            self.scrollTo(self._rows_model.index(line, 0))

    @Slot(QItemSelection, QItemSelection)
    def _on_selected(self, _more: QItemSelection, _less: QItemSelection) -> None:
        count = len(self.selectionModel().selectedRows())
        words = f"Auswahl: {count}" if count > 1 else ""
        self.setAccessibleDescription(words)
        if self._selection_line is None:
            if not words:
                return
            self._selection_line = PlainLabel("", self, kind="small")
            self._selection_line.hide()
        self._selection_line.setText(words)
        if self._selection_line.isHidden() == bool(words):
            self._selection_line.setVisible(bool(words))
            self.updateGeometries()

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
