"""Rows of frozen values as a Qt model: loaded, filtered and sorted in plain lists."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from kitadesk.base.text import sort_key
from kitadesk.ui.kit.labels import plain_tooltip
from kitadesk.ui.kit.tokens import Tone

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole)


class Align(Enum):
    """Text stands left, numbers right, marks in the middle; headers alike."""

    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"

    @property
    def flag(self) -> Qt.AlignmentFlag:
        """Return Qt's word for it, vertically centred."""
        sides = {
            "left": Qt.AlignmentFlag.AlignLeft,
            "right": Qt.AlignmentFlag.AlignRight,
            "middle": Qt.AlignmentFlag.AlignHCenter,
        }
        return sides[self.value] | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)  # No slots: `Column[ChildRow](…)` breaks on them in Python 3.11.
class Column(Generic[Row]):
    """One column: what it says, how wide (px at 100 %, 0 = takes the rest), how it sorts.

    `sort` defaults to the German order of the text; give it for numbers and dates. `tone` colours
    the text by state, never as its only sign. `tip` is shown as plain text.
    """

    title: str
    text: Callable[[Row], str]
    width: int = 0
    align: Align = Align.LEFT
    sort: Callable[[Row], Any] | None = None
    tone: Callable[[Row], Tone | None] | None = None
    tip: Callable[[Row], str] | None = None
    is_strong: bool = False
    is_muted: bool = False


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Shows what `load` returns; `refresh` reads again, filter and order work in the list."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        load: Callable[[], Sequence[Row]] | None = None,
        parent: QObject | None = None,
        *,
        key: Callable[[Row], Hashable] | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key: Callable[[Row], Hashable] = key or _the_row_itself
        self._load = load
        self._all: tuple[Row, ...] = ()
        self._rows: list[Row] = []
        self._keep: Callable[[Row], bool] | None = None
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as shown now."""
        return tuple(self._rows)

    @property
    def all_count(self) -> int:
        """How many rows there are without the filter."""
        return len(self._all)

    def refresh(self) -> None:
        """Read the rows again; views keep the chosen row by its key."""
        if self._load is not None:
            self.set_rows(self._load())

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows (for views that load by a job)."""
        self._all = tuple(rows)
        self._arrange()

    def set_filter(self, keep: Callable[[Row], bool] | None) -> None:
        """Show only rows that `keep` wants; None shows all."""
        self._keep = keep
        self._arrange()

    def row_at(self, number: int) -> Row | None:
        """Return the row shown at this line, None outside."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def line_of(self, key: Hashable) -> int | None:
        """Return the line that shows the row with this key."""
        for number, row in enumerate(self._rows):
            if self.key(row) == key:
                return number
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (column, order) if column >= 0 else None
        self._arrange()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if not index.isValid() or row is None:
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.align.flag
        if role == Qt.ItemDataRole.ToolTipRole and column.tip is not None:
            return plain_tooltip(column.tip(row))
        return row if role == ROW_ROLE else None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].align.flag
        return None

    def _arrange(self) -> None:
        self.beginResetModel()
        keep = self._keep
        rows = list(self._all) if keep is None else [row for row in self._all if keep(row)]
        if self._sorted_by is not None:
            number, order = self._sorted_by
            sort_of = _order_of(self.columns[number])
            rows.sort(key=sort_of, reverse=order is Qt.SortOrder.DescendingOrder)
        self._rows = rows
        self.endResetModel()


def _the_row_itself(row: Any) -> Hashable:
    return hash(row)


def _order_of(column: Column[Row]) -> Callable[[Row], Any]:
    """Empty cells come last in rising order, whatever the kind of the others."""

    def order(row: Row) -> tuple[bool, Any]:
        value = column.sort(row) if column.sort is not None else sort_key(column.text(row))
        return value is None or value == "", value if value is not None else 0

    def safe(row: Row) -> tuple[bool, Any]:
        is_empty, value = order(row)
        return (True, 0) if is_empty else (False, value)

    return safe
