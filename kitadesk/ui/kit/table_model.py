"""Rows of frozen values as a Qt model: loaded, filtered and sorted in plain lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import Enum
from math import inf
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from kitadesk.base.text import sort_key
from kitadesk.ui.kit.labels import plain_tooltip
from kitadesk.ui.kit.tokens import Tone

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
_NUMBER = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?|-?\d+(,\d+)?")
_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


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

    `sort` defaults to the order of the text (`cell_order`: German, numbers and dates as such); give
    it where the text hides what counts. `tone` colours the text by state, never as its only sign.
    `tip` is shown as plain text. `is_extra` is offered by the column menu and hidden at first.
    `name` stands for the column in the settings of the house where its title may change.
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
    is_extra: bool = False
    name: str = ""

    @property
    def key(self) -> str:
        """Return what the column is called in the settings of the house."""
        return self.name or self.title

    @property
    def is_fixed(self) -> bool:
        """Whether it always stays: the name of the record, and a column of marks without title."""
        return self.is_strong or not self.title


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
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._spoken(row, column)
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
            rows = _sorted(rows, self.columns[number], order)
        self._rows = rows
        self.endResetModel()

    def _spoken(self, row: Row, column: Column[Row]) -> str:
        """Return the heading of a cell, and for the name all that stands beside it."""
        if not column.is_strong:
            return column.title
        others = [other for other in self.columns if other is not column and other.title]
        said = [(other.title, " ".join(other.text(row).split())) for other in others]
        return ", ".join(f"{title}: {text}" for title, text in said if text)


def _the_row_itself(row: Any) -> Hashable:
    return hash(row)


def cell_order(text: str) -> tuple[float, str]:
    """Return the order of a text in a column: numbers and German dates as such, before words.

    Words follow DIN 5007-1 (ä like a). "9" stands before "10", "30.1.2027" before "2.2.2027".
    """
    text = " ".join(text.split())
    found = _DATE.fullmatch(text)
    if found is not None:
        day, month, year = (int(part) for part in found.groups())
        return float(year * 10_000 + month * 100 + day), ""
    if _NUMBER.fullmatch(text):
        return float(text.replace(".", "").replace(",", ".")), ""
    return inf, sort_key(text)


def _sorted(rows: list[Row], column: Column[Row], order: Qt.SortOrder) -> list[Row]:
    """Return the rows in order; empty cells come last, rising and falling, as in a spreadsheet."""
    filled: list[tuple[Any, Row]] = []
    empty: list[Row] = []
    for row in rows:
        text = column.text(row) if column.sort is None else ""
        value = column.sort(row) if column.sort is not None else text and cell_order(text)
        if value is None or value == "":
            empty.append(row)
        else:
            filled.append((value, row))
    filled.sort(key=_first, reverse=order is Qt.SortOrder.DescendingOrder)
    return [*(row for _value, row in filled), *empty]


def _first(pair: tuple[Any, object]) -> Any:
    return pair[0]
