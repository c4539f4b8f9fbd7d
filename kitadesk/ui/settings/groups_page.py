"""Gruppen: names, their order on every list, new ones; a group with children is not deleted."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
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
from kitadesk.ui.settings.page import SettingsPage
from kitadesk.ui.settings.row_list import AddLine, EditRow

_WORDS = "In dieser Reihenfolge stehen sie auf Listen und in den Stapeln beim Drucken."


class GroupsPage(SettingsPage):
    """One row per group."""

    title = "Gruppen"
    tables = frozenset({"child_group", "child"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, _WORDS, parent)
        self.setObjectName("groupsPage")
        self._rows: list[GroupEdit] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.current().px(8))
        self.body.addLayout(self._list)
        self.new = AddLine("Neue Gruppe, z. B. Frösche", "Hinzufügen", self, name="newGroup")
        self.new.added.connect(self._on_added)
        self.body.addWidget(self.new)
        self.body.addStretch(1)
        self.refresh()

    @override
    def refresh(self) -> None:
        found = self.context.desk.read(groups, self.context.desk.clock.today())
        if [row.key for row in self._rows] != [group.id for group in found]:
            self._build(found)
        for number, (row, group) in enumerate(zip(self._rows, found, strict=True)):
            row.show_group(group, is_first=number == 0, is_last=number + 1 == len(found))

    def _build(self, found: Sequence[GroupRow]) -> None:
        held = self._held()
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [
            GroupEdit(self.context, group.id, number, self) for number, group in enumerate(found)
        ]
        for row in self._rows:
            self._list.addWidget(row)
            if held is not None and held[0] == row.key:
                (row.up if held[1] else row.down).setFocus()

    def _held(self) -> tuple[Hashable, bool] | None:
        """Return which group's arrow has the focus, and whether it is the one upwards."""
        for row in self._rows:
            if row.up.hasFocus() or row.down.hasFocus():
                return row.key, row.up.hasFocus()
        return None

    @Slot(str)
    def _on_added(self, name: str) -> None:
        if self.new.try_to(self._add, name):
            self.refresh()

    def _add(self, name: str) -> None:
        add_group(self.context.desk, name)


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
