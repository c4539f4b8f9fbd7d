"""A list of cards or names under headings: the arrow keys step over the headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QFrame, QListView, QWidget
from typing_extensions import override

from kitadesk.ui.kit.table_model import Index

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)
"""The whole entry, for a delegate: a record, or the text of a heading."""
Entry = TypeVar("Entry")


class HeadedModel(QAbstractListModel, Generic[Entry]):
    """Headings and records in one list; a heading is a plain text and cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[str | Entry] = []

    def set_parts(self, parts: Sequence[tuple[str, Sequence[Entry]]]) -> None:
        """Show these parts; one without records is left out, one without a title has no heading."""
        self.beginResetModel()
        self._lines = []
        for heading, entries in parts:
            if entries and heading:
                self._lines.append(heading)
            self._lines += entries
        self.endResetModel()

    def entries(self) -> list[Entry]:
        """Return the records in the order shown."""
        return [line for line in self._lines if not isinstance(line, str)]

    def entry_at(self, number: int) -> Entry | None:
        """Return the record at a line; None for headings and outside."""
        line = self._lines[number] if 0 <= number < len(self._lines) else None
        return None if isinstance(line, str) else line

    def line_where(self, is_wanted: Callable[[Entry], bool]) -> int:
        """Return the line of the first record that is wanted, -1 without one."""
        for number, line in enumerate(self._lines):
            if not isinstance(line, str) and is_wanted(line):
                return number
        return -1

    def words(self, entry: Entry, role: int) -> str | None:
        """Return what a record says in this role: shown, spoken or as a tooltip."""
        raise NotImplementedError

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == ENTRY_ROLE:
            return line
        if isinstance(line, str):
            return line if role == Qt.ItemDataRole.DisplayRole else None
        return self.words(line, role)


class HeadedList(QListView):
    """Shows such a model on the ground of the page, without a frame; scrolls smoothly."""

    def __init__(self, spoken: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
