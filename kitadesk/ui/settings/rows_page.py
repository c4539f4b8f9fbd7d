"""A page of the settings that is a list: one row per record, and a line for a new one below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.settings.page import SettingsPage
from kitadesk.ui.settings.row_list import AddLine, EditRow


class Kept(Protocol):
    """A record with a key."""

    @property
    def id(self) -> UUID:
        """Return its key."""


RecordT = TypeVar("RecordT", bound=Kept)
RowT = TypeVar("RowT", bound=EditRow)


class RowsPage(SettingsPage, Generic[RecordT, RowT]):
    """Keeps the rows while the records stay; the keyboard follows its record when they move."""

    words = ""
    new_hint = ""
    new_name = ""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, self.words, parent)
        self._rows: list[RowT] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.current().px(8))
        self.body.addLayout(self._list)
        self.new = AddLine(self.new_hint, "Hinzufügen", self, name=self.new_name)
        self.new.added.connect(self._on_added)
        self.body.addWidget(self.new)
        self.body.addStretch(1)
        self.refresh()

    @override
    def refresh(self) -> None:
        found = self.found()
        if [row.key for row in self._rows] != [record.id for record in found]:
            self._build(found)
        for number, (row, record) in enumerate(zip(self._rows, found, strict=True)):
            self.show_row(row, record, is_first=number == 0, is_last=number + 1 == len(found))

    def found(self) -> Sequence[RecordT]:
        """Return the records in their order."""
        raise NotImplementedError

    def make_row(self, record: RecordT, number: int) -> RowT:
        """Make the row of a record; `number` is its place at that time."""
        raise NotImplementedError

    def show_row(self, row: RowT, record: RecordT, *, is_first: bool, is_last: bool) -> None:
        """Show in the row what stands now."""
        raise NotImplementedError

    def add_record(self, name: str) -> object:
        """Store a new record of this name."""
        raise NotImplementedError

    def _build(self, found: Sequence[RecordT]) -> None:
        held = self._held()
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self.make_row(record, number) for number, record in enumerate(found)]
        for row in self._rows:
            self._list.addWidget(row)
            if held is not None and held[0] == row.key:
                row.findChildren(QWidget)[held[1]].setFocus()

    def _held(self) -> tuple[object, int] | None:
        """Return whose row has the keyboard, and which of its widgets."""
        for row in self._rows:
            for place, widget in enumerate(row.findChildren(QWidget)):
                if widget.hasFocus():
                    return row.key, place
        return None

    @Slot(str)
    def _on_added(self, name: str) -> None:
        if self.new.try_to(self.add_record, name):
            self.refresh()
