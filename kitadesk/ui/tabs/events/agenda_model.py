"""The lines of an agenda with their times, and one empty line at the end for the next point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from kitadesk.base.dates import clock_time
from kitadesk.domain.agenda import AgendaTimes, agenda_times
from kitadesk.queries.events import AgendaRow, EventRow
from kitadesk.ui.kit.labels import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
NEW = "Nächster Punkt …"


class Place(IntEnum):
    """The columns; all but the begin can be typed into."""

    BEGINS = 0
    TITLE = 1
    MINUTES = 2
    WHO = 3
    MATERIAL = 4
    GOAL = 5
    NOTE = 6


HEADINGS = {
    Place.BEGINS: "Beginn",
    Place.TITLE: "Punkt",
    Place.MINUTES: "Min.",
    Place.WHO: "Wer",
    Place.MATERIAL: "Material",
    Place.GOAL: "Ziel",
    Place.NOTE: "Notiz, nur intern",
}
FIELDS = {
    Place.TITLE: "title",
    Place.MINUTES: "minutes",
    Place.WHO: "who",
    Place.MATERIAL: "material",
    Place.GOAL: "goal",
    Place.NOTE: "internal_note",
}


@dataclass(frozen=True, slots=True)
class Typing:
    """Minutes that stand in a cell right now and are not stored yet."""

    line: int
    minutes: int | None


class AgendaModel(QAbstractTableModel):
    """Shows the points of one event; what is typed at the moment counts in the times already.

    Rows that are only changed, or come at the end, leave a cell that is being typed into alone.
    """

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[AgendaRow, ...] = ()
        self._event: EventRow | None = None
        self._typing: Typing | None = None
        self.times = self._reckoned()

    @property
    def items(self) -> tuple[AgendaRow, ...]:
        """The points as they are stored."""
        return self._items

    def show_agenda(self, items: Sequence[AgendaRow], event: EventRow | None) -> None:
        """Show the points of an event."""
        before = [item.id for item in self._items]
        after = [item.id for item in items]
        is_same_event = (self._event and self._event.id) == (event and event.id)
        self._event = event
        grown = len(after) - len(before)
        if not is_same_event or grown < 0 or after[: len(before)] != before:
            self.beginResetModel()
            self._items, self._typing = tuple(items), None
            self.times = self._reckoned()
            self.endResetModel()
            return
        # The empty line becomes the first new point, so that typing goes on in the same cell.
        if grown:
            self.beginInsertRows(QModelIndex(), len(before) + 1, len(after))
        self._items = tuple(items)
        self.times = self._reckoned()
        if grown:
            self.endInsertRows()
        self._say_all_changed()

    def type_minutes(self, typing: Typing | None) -> None:
        """Let minutes count that are being typed; None when nothing is."""
        if typing != self._typing:
            self._typing = typing
            self.times = self._reckoned()
            self._say_all_changed()

    def item_at(self, line: int) -> AgendaRow | None:
        """Return the point of a line; None for the empty one."""
        return self._items[line] if 0 <= line < len(self._items) else None

    def line_of(self, item_id: UUID) -> int | None:
        """Return the line of a point."""
        ids = [item.id for item in self._items]
        return ids.index(item_id) if item_id in ids else None

    def typed_text(self, index: Index) -> str:
        """Return what stands in a cell when it is opened; a cell is one line."""
        item, place = self.item_at(index.row()), Place(index.column())
        if item is None or place not in FIELDS:
            return ""
        return " ".join(str(getattr(item, FIELDS[place])).split())

    def is_new(self, index: Index) -> bool:
        """Whether a cell is in the empty line."""
        return index.row() == len(self._items)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._items) + 1

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(Place)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        is_typed = index.isValid() and index.column() != Place.BEGINS
        return usual | Qt.ItemFlag.ItemIsEditable if is_typed else usual

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        text_roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if role in text_roles:
            return self._text(index)
        if role == Qt.ItemDataRole.ToolTipRole and not self.is_new(index):
            return plain_tooltip(self._text(index))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Place):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[Place(section)]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _text(self, index: Index) -> str:
        if index.column() == Place.BEGINS:
            begins = (*self.times.begins, self.times.ends)[index.row()]
            return clock_time(begins) if begins is not None else ""
        if self.is_new(index):
            return NEW if index.column() == Place.TITLE else ""
        return self.typed_text(index)

    def _reckoned(self) -> AgendaTimes:
        """Return the times, with the minutes that are being typed in their place."""
        minutes = [item.minutes for item in self._items]
        if self._typing is not None and self._typing.line < len(minutes):
            minutes[self._typing.line] = self._typing.minutes or minutes[self._typing.line]
        event = self._event
        return agenda_times(
            minutes,
            starts_at=event.starts_at if event else None,
            ends_at=event.ends_at if event else None,
            doors_at=event.doors_at if event else None,
        )

    def _say_all_changed(self) -> None:
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == Place.MINUTES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
