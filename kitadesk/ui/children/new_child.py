"""Neues Kind: a few fields, what follows beside them, one button; nothing is stored before."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kitadesk.base.errors import UserError
from kitadesk.domain.names import siblings_label
from kitadesk.queries.people import families, groups
from kitadesk.services.child_moves import Arriving, arrives, what_follows
from kitadesk.services.people import ChildInput
from kitadesk.ui.children.follow_list import FollowList
from kitadesk.ui.children.frame import ChildFrame
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.dialog_size import fit_dialog
from kitadesk.ui.kit.forms import ChoiceField, DateField, TextField
from kitadesk.ui.kit.widgets import PlainLabel, PrimaryButton, QuietButton, ScrollPage

_SIZE = (760, 560)


class NewChildDialog(ChildFrame):
    """`begin` says what is known already, such as the family of a sibling; `made` has the id."""

    made = Signal(object)

    def __init__(
        self, context: AppContext, begin: ChildInput | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, title="Neues Kind", name="newChildDialog")
        self._begin = begin or ChildInput("")
        self.column.addWidget(PlainLabel("Neues Kind", self, kind="heading"))
        self._build_fields()
        self.follows = FollowList(self)
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(24))
        row.addWidget(self._fields, 1)
        row.addWidget(self.follows, 1)
        self.column.addLayout(row, 1)
        self.run = PrimaryButton("Kind aufnehmen", self, name="newChildRun")
        self.cancel = QuietButton("Abbrechen", self, name="newChildCancel")
        self.run.clicked.connect(self._on_run)
        self.cancel.clicked.connect(self._on_cancel)
        self.column.addLayout(self.button_row(self.cancel, self.run))
        self._show_follows()
        fit_dialog(self, *_SIZE)
        self.first_name.edit.setFocus()

    def entered(self) -> ChildInput:
        """Return what stands in the fields."""
        return ChildInput(
            last_name=self.last_name.value() or "",
            first_name=self.first_name.value() or "",
            birth_date=self.birth.value(),
            group_id=self.group.value(),
            family_id=self.family.value(),
            entered_on=self.since.value(),
        )

    def _build_fields(self) -> None:
        self._fields = ScrollPage(self)
        desk, begin = self.context.desk, self._begin
        parent = self._fields.widget()
        today = desk.clock.today
        self.first_name = TextField("Vorname", parent, name="newChildFirstName")
        self.last_name = TextField("Nachname", parent, name="newChildLastName")
        self.last_name.set_value(begin.last_name)
        self.birth = DateField("Geburtsdatum", parent, name="newChildBirth", today=today)
        known = [(row.id, row.name) for row in desk.read(groups, today())]
        self.group = ChoiceField("Gruppe", [(None, "ohne Gruppe"), *known], parent,
                                 name="newChildGroup")  # fmt: skip
        self.group.set_value(begin.group_id)
        self.family = ChoiceField("Familie", self._families(), parent, name="newChildFamily")
        self.family.set_value(begin.family_id)
        self.since = DateField("In der Kita ab", parent, name="newChildSince", today=today)
        self.since.set_value(today())
        column = self._fields.body
        column.setContentsMargins(0, 0, theme.current().px(8), 0)
        column.setSpacing(theme.current().px(8))
        for field in (
            self.first_name, self.last_name, self.birth, self.group, self.family, self.since,
        ):  # fmt: skip
            column.addWidget(field)
            field.committed.connect(self._on_changed)
        column.addStretch(1)

    def _families(self) -> list[tuple[UUID | None, str]]:
        desk = self.context.desk
        found = [
            (row.id, siblings_label([(one.last_name, one.first_name) for one in row.children]))
            for row in desk.read(families, desk.clock.today())
        ]
        return [(None, "neue Familie"), *found]

    def _show_follows(self) -> None:
        entered = self.entered()
        self.run.setEnabled(bool(entered.last_name))
        if not entered.last_name:
            self.follows.show_lines(())
            return
        try:
            self.follows.show_lines(what_follows(self.context.desk, Arriving(entered)))
        except UserError as error:
            self.last_name.show_error(error)

    @Slot(object)
    def _on_changed(self, _value: object) -> None:
        self._show_follows()

    @Slot()
    def _on_run(self) -> None:
        fields = (self.first_name, self.last_name, self.birth, self.since)
        if not all(field.commit() for field in fields):
            return
        try:
            child_id = arrives(self.context.desk, self.entered())
        except UserError as error:
            self.last_name.show_error(error)
            self.last_name.edit.setFocus()
            return
        self.accept()
        self.made.emit(child_id)

    @Slot()
    def _on_cancel(self) -> None:
        self.reject()
