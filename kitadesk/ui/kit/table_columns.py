"""The columns of a table: which are shown, in which order the rows stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget
from typing_extensions import override

from kitadesk.ui.kit.table_head import TableHead
from kitadesk.ui.kit.table_menu import column_menu
from kitadesk.ui.kit.table_model import RowsModel
from kitadesk.ui.kit.table_widths import SAMPLE, Need, larger, need_of, shared


class ColumnTable(QTableView):
    """Lets the person hide and show columns and sort by them, with the mouse and by keys.

    The columns share the room by what they say; one that the person drew wider or narrower keeps
    its width. A page may hide a column too, where it makes no sense or room is short; both must
    want to see it. `columns_chosen` tells that the person chose.
    """

    columns_chosen = Signal()

    def __init__(self, model: RowsModel[Any], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._rows_model = model
        self._wanted: dict[str, bool] = {}
        self._away: set[int] = set()
        self._needs: dict[int, Need] = {}
        self._drawn: set[int] = set()
        self._is_sharing = self._is_other_list = False
        model.modelReset.connect(self._on_rows_changed)
        model.headerDataChanged.connect(self._on_heads_changed)

    @property
    def rows(self) -> RowsModel[Any]:
        """The model."""
        return self._rows_model

    def shown_columns(self) -> list[int]:
        """Return the numbers of the columns that can be seen, from left to right."""
        head = self.horizontalHeader()
        order = [head.logicalIndex(place) for place in range(head.count())]
        return [number for number in order if not self.isColumnHidden(number)]

    def can_choose_columns(self) -> bool:
        """Whether there is a column that may be hidden."""
        return any(not column.is_fixed for column in self._rows_model.columns)

    def offer_columns(self) -> None:
        """Show the small button in the heading that opens the menu of the columns."""
        head = self.horizontalHeader()
        if isinstance(head, TableHead) and self.can_choose_columns():
            head.offer_button(f"{self.objectName()}Columns")
            self._on_heads_changed()

    def is_wanted(self, number: int) -> bool:
        """Whether the person wants to see a column, even if the page hides it just now."""
        column = self._rows_model.columns[number]
        return column.is_fixed or self._wanted.get(column.key, not column.is_extra)

    def column_choice(self) -> dict[str, bool]:
        """Return the deviations from the usual columns, by the key of the column."""
        return dict(self._wanted)

    def choose_columns(self, choice: Mapping[str, bool]) -> None:
        """Show the columns of this choice; what it does not name is as usual."""
        self._wanted = {
            column.key: choice[column.key]
            for column in self._rows_model.columns
            if column.key in choice and choice[column.key] is column.is_extra
        }
        self._show_wanted_columns()

    def turn_column(self, number: int) -> None:
        """Show a column that is hidden, hide one that is shown."""
        column = self._rows_model.columns[number]
        if not column.is_fixed:
            self.choose_columns({**self._wanted, column.key: not self.is_wanted(number)})
            self.columns_chosen.emit()

    @Slot()
    def show_usual_columns(self) -> None:
        """Forget what was chosen about the columns."""
        self.choose_columns({})
        self.columns_chosen.emit()

    @override
    def setColumnHidden(self, column: int, hide: bool) -> None:
        """Hide a column that the page cannot show now; what the person chose stays chosen."""
        if hide:
            self._away.add(column)
        else:
            self._away.discard(column)
        self._show_wanted_columns()

    def turn_order(self, number: int) -> None:
        """Sort as a click on the heading does: rising, falling, as the house has it."""
        head = self.horizontalHeader()
        rising, falling = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if head.sortIndicatorSection() != number:
            self.sortByColumn(number, rising)
        elif head.sortIndicatorOrder() is rising:
            self.sortByColumn(number, falling)
        else:
            self.forget_order()

    @Slot()
    def forget_order(self) -> None:
        """Show the rows in the order of the house again."""
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._on_heads_changed()

    @override
    def event(self, event: QEvent) -> bool:
        """Take Alt and a digit before pages that read digits as persons or days."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.modifiers() == Qt.KeyboardModifier.AltModifier
            and self._order_by_place(event.key() - int(Qt.Key.Key_1))
        ):
            return True
        return super().event(event)

    def _order_by_place(self, place: int) -> bool:
        shown = self.shown_columns()
        is_one = 0 <= place < min(len(shown), 9) and self.isSortingEnabled()
        if is_one:
            self.turn_order(shown[place])
        return is_one

    def _show_wanted_columns(self) -> None:
        self._is_sharing = True  # A column that is shown again was not drawn to its width.
        for number in range(self.horizontalHeader().count()):
            is_shown = number not in self._away and self.is_wanted(number)
            super().setColumnHidden(number, not is_shown)
        self._is_sharing = False
        self._needs.clear()
        self._measure()

    def _set_up_widths(self) -> None:
        """Share the room from now on, but for what somebody draws."""
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(False)
        head.sectionResized.connect(self._on_drawn)

    def _measure(self) -> None:
        """Look at the first rows; a column never gets narrower while a filter is typed."""
        rows = [self._rows_model.row_at(line) for line in range(SAMPLE)]
        rows = [row for row in rows if row is not None]
        shown, head = self.shown_columns(), self.horizontalHeader()
        beside = head.button_width() if isinstance(head, TableHead) else 0
        for number in shown:
            column = self._rows_model.columns[number]
            need = need_of(column, rows, self.font(), beside if number == shown[-1] else 0)
            self._needs[number] = larger(self._needs.get(number), need)
        self._share_room()

    def _share_room(self) -> None:
        shown = [number for number in self.shown_columns() if number in self._needs]
        free = [number for number in shown if number not in self._drawn]
        taken = sum(self.columnWidth(number) for number in shown if number in self._drawn)
        widths = shared(self.viewport().width() - taken, [self._needs[number] for number in free])
        self._is_sharing = True
        for number, width in zip(free, widths, strict=True):
            self.setColumnWidth(number, width)
        self._is_sharing = False

    @Slot()
    def _on_rows_changed(self) -> None:
        if self._is_other_list:
            self._is_other_list = False
            self._needs.clear()
        self._measure()

    @Slot()
    def _on_heads_changed(self) -> None:
        self._is_other_list = True  # Other headings announce other rows.
        self._needs.clear()
        self._measure()

    @Slot(int, int, int)
    def _on_drawn(self, number: int, _old: int, new: int) -> None:
        if not self._is_sharing and new and not self.isColumnHidden(number):
            self._drawn.add(number)
            self._share_room()

    @Slot(QPoint)
    def _on_menu_wanted(self, at: QPoint) -> None:
        if self.can_choose_columns():
            column_menu(self).popup(at)
