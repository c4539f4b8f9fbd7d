"""Gruppen: names, their order on every list, new ones; a group with children is not deleted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.base.text import plural
from kitadesk.queries.people import GroupRow, groups
from kitadesk.services.people import add_group, delete_group, rename_group
from kitadesk.services.premises import move_group
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.forms import TextField
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.widgets import LinkButton, PlainLabel
from kitadesk.ui.settings.row_list import EditRow
from kitadesk.ui.settings.rows_page import RowsPage


class GroupsPage(RowsPage[GroupRow, "GroupEdit"]):
    """One row per group."""

    title = "Gruppen"
    words = "In dieser Reihenfolge stehen sie auf Listen und in den Stapeln beim Drucken."
    tables = frozenset({"child_group", "child"})
    new_hint = "Neue Gruppe, z. B. Frösche"
    new_name = "newGroup"

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName("groupsPage")

    @override
    def found(self) -> Sequence[GroupRow]:
        return self.context.desk.read(groups, self.context.desk.clock.today())

    @override
    def make_row(self, record: GroupRow, number: int) -> GroupEdit:
        return GroupEdit(self.context, record.id, number, self)

    @override
    def show_row(self, row: GroupEdit, record: GroupRow, *, is_first: bool, is_last: bool) -> None:
        row.show_group(record, is_first=is_first, is_last=is_last)

    @override
    def add_record(self, name: str) -> object:
        return add_group(self.context.desk, name)


class GroupEdit(EditRow):
    """Name, how many children, up, down, and Löschen while it is empty."""

    def __init__(self, context: AppContext, group_id: UUID, number: int, parent: QWidget) -> None:
        super().__init__(group_id, parent)
        self._context = context
        self._id = group_id
        self.name = TextField("", self, name=f"group{number}")
        self.name.save_with(self._save)
        self.count = PlainLabel("", self, kind="muted")
        self.count.setMinimumHeight(theme.current().row_height)
        self.count.setMinimumWidth(theme.current().px(88))
        self.up = LinkButton("↑", self, name=f"group{number}Up")
        self.down = LinkButton("↓", self, name=f"group{number}Down")
        self.delete = LinkButton("Löschen", self, name=f"group{number}Delete")
        self.up.clicked.connect(weak_slot(self._move, -1))
        self.down.clicked.connect(weak_slot(self._move, 1))
        self.delete.clicked.connect(self._on_delete)
        self.add(self.name, 1)
        for widget in (self.count, self.up, self.down, self.delete):
            self.add(widget)

    def show_group(self, group: GroupRow, *, is_first: bool, is_last: bool) -> None:
        """Show what stands now."""
        self.name.set_value(group.name)
        self.name.edit.setAccessibleName(f"Gruppe {group.name}")
        self.count.setText(plural(group.children, "Kind", "Kinder"))
        self.up.setEnabled(not is_first)
        self.down.setEnabled(not is_last)
        self.up.setAccessibleName(f"{group.name} nach oben")
        self.down.setAccessibleName(f"{group.name} nach unten")
        self.delete.setAccessibleName(f"{group.name} löschen")
        keep = self.delete.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.delete.setSizePolicy(keep)
        self.delete.setVisible(group.children == 0)

    @Slot(object)
    def _save(self, name: Any) -> None:
        rename_group(self._context.desk, self._id, str(name))

    def _move(self, steps: int) -> None:
        move_group(self._context.desk, self._id, steps)

    @Slot()
    def _on_delete(self) -> None:
        delete_group(self._context.desk, self._id)
