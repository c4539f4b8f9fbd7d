"""A child goes, or children change their group: the day, what follows, one button."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kitadesk.base.dates import numeric_date, relative
from kitadesk.base.errors import UserError
from kitadesk.base.text import plural
from kitadesk.domain.names import spoken_name
from kitadesk.queries.people import child, groups
from kitadesk.services.child_moves import (
    GroupChange,
    Leaving,
    Move,
    changes_group,
    leaves,
    what_follows,
)
from kitadesk.ui.children.follow_list import FollowList
from kitadesk.ui.children.frame import ChildFrame
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.dialog_size import fit_dialog
from kitadesk.ui.kit.forms import ChoiceField, DateField
from kitadesk.ui.kit.widgets import PlainLabel, PrimaryButton, QuietButton

_SIZE = (560, 560)


class _MoveDialog(ChildFrame):
    """The day at the top, what follows below, read again whenever something changes."""

    def __init__(
        self, context: AppContext, parent: QWidget | None, *, title: str, name: str, deed: str
    ) -> None:
        super().__init__(context, parent, title=title, name=name)
        self.column.addWidget(PlainLabel(title, self, kind="heading", wrap=True))
        self.day = DateField(
            "Ab wann", self, name=f"{name}Day", today=context.desk.clock.today, note_for=self._when
        )
        self.day.set_value(context.desk.clock.today())
        self.day.committed.connect(self._on_changed)
        self.column.addWidget(self.day)
        self.follows = FollowList(self)
        self.run = PrimaryButton(deed, self, name=f"{name}Run")
        self.cancel = QuietButton("Abbrechen", self, name=f"{name}Cancel")
        self.run.clicked.connect(self._on_run)
        self.cancel.clicked.connect(self._on_cancel)

    def finish(self) -> None:
        """Put the lower parts in, show what follows, take the size."""
        self.column.addWidget(self.follows, 1)
        self.column.addLayout(self.button_row(self.cancel, self.run))
        self.undo_button.hide()
        self._show_follows()
        fit_dialog(self, *_SIZE)
        self.day.edit.setFocus()
        self.day.edit.selectAll()

    def move_wanted(self, day: date) -> Move:
        """Return what is to be done on this day."""
        raise NotImplementedError

    def do(self, day: date) -> None:
        """Do it; raises UserError."""
        raise NotImplementedError

    def _when(self, day: date) -> str:
        return relative(day, self.context.desk.clock.today())

    def _show_follows(self) -> None:
        day = self.day.value()
        self.run.setEnabled(day is not None)
        if day is None:
            self.follows.show_lines(())
            return
        try:
            self.follows.show_lines(what_follows(self.context.desk, self.move_wanted(day)))
        except UserError as error:
            self.context.dialogs.error(self, error)

    @Slot(object)
    def _on_changed(self, _value: object) -> None:
        self._show_follows()

    @Slot()
    def _on_run(self) -> None:
        if not self.day.commit() or self.day.value() is None:
            return
        try:
            self.do(self.day.value())
        except UserError as error:
            self.context.dialogs.error(self, error)
            return
        self.accept()

    @Slot()
    def _on_cancel(self) -> None:
        self.reject()


class LeaveDialog(_MoveDialog):
    """Kind geht: from this day on the child is not here any more."""

    def __init__(self, context: AppContext, child_id: UUID, parent: QWidget | None = None) -> None:
        row = context.desk.read(child, child_id)
        self.name = spoken_name(row.first_name, row.last_name)
        self._child_id = child_id
        super().__init__(
            context, parent, title=f"{self.name} geht", name="leaveDialog", deed="Kind geht"
        )
        if row.entered_on is not None:  # Who has not come yet cannot go before that.
            self.day.set_value(max(row.entered_on, context.desk.clock.today()))
        self.finish()

    def move_wanted(self, day: date) -> Move:
        """Return the leaving."""
        return Leaving(self._child_id, day)

    def do(self, day: date) -> None:
        """End the stay."""
        leaves(self.context.desk, self._child_id, day)
        self.context.notify(f"{self.name}: Weggang eingetragen. Strg+Z nimmt ihn zurück.")


class GroupDialog(_MoveDialog):
    """Gruppe wechseln: for one child or several."""

    def __init__(
        self, context: AppContext, child_ids: Sequence[UUID], parent: QWidget | None = None
    ) -> None:
        desk = context.desk
        self._child_ids = tuple(child_ids)
        rows = [desk.read(child, child_id) for child_id in self._child_ids]
        first = spoken_name(rows[0].first_name, rows[0].last_name)
        who = first if len(rows) == 1 else plural(len(rows), "Kind", "Kinder")
        verb = "wechselt" if len(rows) == 1 else "wechseln"
        super().__init__(
            context, parent, title=f"{who} {verb} die Gruppe", name="groupDialog",
            deed="Gruppe wechseln",
        )  # fmt: skip
        now_in = {row.group_id for row in rows}
        known = desk.read(groups, desk.clock.today())
        others = [(row.id, row.name) for row in known if now_in != {row.id}]
        self.group = ChoiceField("Neue Gruppe", [*others, (None, "ohne Gruppe")], self,
                                 name="groupDialogGroup")  # fmt: skip
        self.group.set_value(others[0][0] if others else None)
        self.group.committed.connect(self._on_changed)
        self.column.insertWidget(1, self.group)
        self.finish()

    def move_wanted(self, day: date) -> Move:
        """Return the change."""
        return GroupChange(self._child_ids, self.group.value(), day)

    def do(self, day: date) -> None:
        """Change the group, or plan it for a later day."""
        desk = self.context.desk
        changes_group(desk, self._child_ids, self.group.value(), day)
        later = day > desk.clock.today()
        words = f"ab {numeric_date(day)} geplant" if later else "eingetragen"
        self.context.notify(f"Gruppenwechsel {words}. Strg+Z nimmt ihn zurück.")
