"""What can be done with children in a list: open the card, go, change the group, a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.services.people import ChildInput
from kitadesk.ui.children.child_card import ChildDialog
from kitadesk.ui.children.move_dialog import GroupDialog, LeaveDialog
from kitadesk.ui.children.new_child import NewChildDialog
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.kit.slots import page_of, weak_slot
from kitadesk.ui.kit.table import DataTable, RowAction


class ChildActions(QObject):
    """Opens the dialogs about children over a page; belongs to it."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._table: DataTable | None = None
        self._id_of: Callable[[Any], UUID] | None = None

    def attach(self, table: DataTable, id_of: Callable[[Any], UUID]) -> None:
        """Give a table its menu and keys: Enter, Entf, F6 and Einfg; `id_of` a row is its child."""
        self._table, self._id_of = table, id_of
        table.set_row_actions(self._for_rows)
        table.opened.connect(self._on_opened)
        table.installEventFilter(self)

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that the menu names, while the list has the keyboard."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or watched is not self._table:
            return False
        chosen = self._chosen()
        if event.key() == Qt.Key.Key_Insert:
            self.begin_new()
        elif event.key() == Qt.Key.Key_Delete and len(chosen) == 1:
            self.leave(chosen[0])
        elif event.key() == Qt.Key.Key_F6 and chosen:
            self.change_group(chosen)
        else:
            return False
        return True

    def for_children(self, child_ids: Sequence[UUID]) -> list[RowAction]:
        """Return the entries for a menu of rows."""
        ids = tuple(child_ids)
        one = ids[:1]
        return [
            RowAction("Karte öffnen", weak_slot(self.open_card, *one), "Enter", "openChild",
                      len(ids) == 1),
            RowAction("Kind geht …", weak_slot(self.leave, *one), "Entf", "childLeaves",
                      len(ids) == 1),
            RowAction("Gruppe wechseln …", weak_slot(self.change_group, ids), "F6",
                      "childChangesGroup"),
            RowAction("", None),
            RowAction("Neues Kind …", weak_slot(self.begin_new), "Einfg", "newChild"),
        ]  # fmt: skip

    def open_card(self, child_id: UUID) -> None:
        """Open the card of a child."""
        ChildDialog(self._context, child_id, page_of(self)).open()

    def leave(self, child_id: UUID) -> None:
        """Ask when a child goes and show what follows."""
        LeaveDialog(self._context, child_id, page_of(self)).open()

    def change_group(self, child_ids: Sequence[UUID]) -> None:
        """Ask into which group children go and show what follows."""
        GroupDialog(self._context, child_ids, page_of(self)).open()

    @Slot()
    def leave_chosen(self) -> None:
        """Do `leave` for the chosen row."""
        for child_id in self._chosen()[:1]:
            self.leave(child_id)

    @Slot()
    def change_group_chosen(self) -> None:
        """Do `change_group` for the chosen rows."""
        if self._chosen():
            self.change_group(self._chosen())

    @Slot()
    def open_chosen(self) -> None:
        """Do `open_card` for the chosen row."""
        for child_id in self._chosen()[:1]:
            self.open_card(child_id)

    @Slot()
    def begin_new(self) -> None:
        """Ask for a new child."""
        dialog = NewChildDialog(self._context, ChildInput(""), page_of(self))
        dialog.made.connect(self._on_made)
        dialog.open()

    @Slot(object)
    def _on_made(self, child_id: object) -> None:
        self._context.navigate("child", child_id)

    def _chosen(self) -> list[UUID]:
        if self._table is None or self._id_of is None:
            return []
        return [self._id_of(row) for row in self._table.selected_rows()]

    def _for_rows(self, _rows: Sequence[Any]) -> list[RowAction]:
        return self.for_children(self._chosen())

    @Slot(object)
    def _on_opened(self, row: object) -> None:
        if self._id_of is not None:
            self.open_card(self._id_of(row))
