"""Rows that are read page by page as somebody scrolls: a list of 100,000 opens like one of ten."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, Qt
from typing_extensions import override

from kitadesk.ui.kit.table_model import Column, Index, RowsModel

Row = TypeVar("Row")
LoadPage = Callable[[int, int], tuple[Sequence[Row], bool]]
"""From offset and number of rows to the rows and whether there are more."""

PAGE = 60
MOST_SORTED = 5000
"""Rows up to which another order than that of the pages is offered."""


class LazyRowsModel(RowsModel[Row], Generic[Row]):
    """Shows what a function returns page by page; all of it is read before it is sorted anew."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        parent: QObject | None = None,
        *,
        key: Callable[[Row], Hashable] | None = None,
    ) -> None:
        super().__init__(columns, None, parent, key=key)
        self._load_page: LoadPage[Row] | None = None
        self._has_more = False

    @property
    def has_more(self) -> bool:
        """Whether there are rows that are not read yet."""
        return self._has_more

    def show_pages(self, load_page: LoadPage[Row], least: int = PAGE) -> None:
        """Show the first rows; `least` keeps as many as somebody had scrolled to."""
        self._load_page = load_page
        rows, self._has_more = load_page(0, max(least, PAGE))
        if self._sorted_by is not None and self._has_more:
            rows, self._has_more = load_page(0, MOST_SORTED)
        self.set_rows(rows)

    def show_all(self, rows: Sequence[Row]) -> None:
        """Show rows that are all there."""
        self._load_page, self._has_more = None, False
        self.set_rows(rows)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._has_more

    @override
    def fetchMore(self, parent: Index) -> None:
        if self._load_page is None or parent.isValid():
            return
        rows, self._has_more = self._load_page(len(self._all), PAGE)
        if not rows:
            return
        begin = len(self._rows)
        self.beginInsertRows(QModelIndex(), begin, begin + len(rows) - 1)
        self._all = (*self._all, *rows)
        self._rows.extend(rows)
        self.endInsertRows()

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column >= 0 and self._has_more and self._load_page is not None:
            rows, self._has_more = self._load_page(0, MOST_SORTED)
            self._all = tuple(rows)
        if self._has_more:
            return
        super().sort(column, order)
