"""The columns of a table: which are shown, in which order the rows stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget
from typing_extensions import override

from kitadesk.ui.kit.table_head import TableHead
from kitadesk.ui.kit.table_menu import column_menu
from kitadesk.ui.kit.table_model import RowsModel


class ColumnTable(QTableView):
    """Lets the person hide and show columns and sort by them, with the mouse and by keys.

    A page may hide a column too, where it makes no sense or room is short; both must want to see
    it. `columns_chosen` tells that the person chose.
    """

    columns_chosen = Signal()

    def __init__(self, model: RowsModel[Any], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._rows_model = model
        self._wanted: dict[str, bool] = {}
        self._away: set[int] = set()

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
        head = self.horizontalHeader()
        is_stretched = False
        for number in range(head.count()):
            is_shown = number not in self._away and self.is_wanted(number)
            super().setColumnHidden(number, not is_shown)
            mode = head.sectionResizeMode(number)
            is_stretched |= is_shown and mode is QHeaderView.ResizeMode.Stretch
        head.setStretchLastSection(not is_stretched)

    @Slot(QPoint)
    def _on_menu_wanted(self, at: QPoint) -> None:
        if self.can_choose_columns():
            column_menu(self).popup(at)
