"""The agenda of an evening on the page Plan: typed into a table, timed while typing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from kitadesk.base.errors import UserError
from kitadesk.base.text import plural
from kitadesk.domain.events import EventKind
from kitadesk.queries.events import AgendaRow, EventRow, agenda_of
from kitadesk.services.agenda import (
    AgendaItemInput,
    add_agenda_item,
    agenda_proposal,
    change_agenda_item,
    delete_agenda_item,
    move_agenda_item,
    take_agenda_proposal,
)
from kitadesk.ui.kit import dialogs, theme
from kitadesk.ui.kit.labels import restyle
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.widgets import Card, FlowLayout, PlainLabel, QuietButton
from kitadesk.ui.tabs.events.agenda_columns import AgendaColumns
from kitadesk.ui.tabs.events.agenda_model import AgendaModel, Place
from kitadesk.ui.tabs.events.agenda_table import AgendaTable
from kitadesk.ui.tabs.events.editing import EventEditing

KEYS = "Enter: nächste Zeile · Strg+↑ und Strg+↓: verschieben · Entf: Zeile löschen"
PAPER_ONLY = frozenset({EventKind.LETTER, EventKind.CLOSING_DAY})
"""Kinds where nobody meets; their agenda shows only if there is one."""


class AgendaCard(Card):
    """The table, what it comes to, and the buttons for who has no keys at hand."""

    changed = Signal()

    def __init__(self, editing: EventEditing, parent: QWidget | None = None) -> None:
        super().__init__("Ablauf", parent, name="planAgenda")
        self._editing = editing
        self.table = AgendaTable(AgendaModel(), self._save, self)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.table.refused.connect(self._on_refused)
        self.table.typed.connect(self._show_fit)
        self.table.move_wanted.connect(self._on_move)
        self.table.delete_wanted.connect(self._on_delete)
        self.table.chosen.connect(self._show_buttons)
        self.columns = AgendaColumns(editing.desk, self)
        self.columns.chosen.connect(self.table.show_extra)
        self.table.show_extra(self.columns.shown)
        if self.heading is not None:
            self.heading.add(self.columns.button)
        self.wrong = PlainLabel("", self, kind="fieldError", wrap=True)
        self.wrong.hide()
        self.fit = PlainLabel("", self, kind="small", wrap=True)
        self.body.addWidget(self.table)
        self.body.addWidget(self.wrong)
        self.body.addWidget(self.fit)
        self.body.addWidget(self._build_buttons())
        self.body.addWidget(PlainLabel(KEYS, self, kind="small", wrap=True))

    def fill(self, row: EventRow | None) -> None:
        """Show the agenda of an event."""
        items = self._editing.desk.read(agenda_of, row.id) if row is not None else ()
        is_meeting = row is not None and row.kind not in PAPER_ONLY
        self.setVisible(bool(items) or is_meeting)
        self.table.agenda.show_agenda(items, row)
        proposal = agenda_proposal(self._editing.desk, row.id) if row and not items else ()
        self.proposal.setVisible(bool(proposal))
        if proposal:
            minutes = sum(item.minutes for item in proposal)
            points = plural(len(proposal), "Punkt", "Punkte")
            self.proposal.set_text(f"Vorschlag übernehmen: {points}, {minutes} Minuten")
        self.table.updateGeometry()
        self._show_fit()
        self._show_buttons(self.table.current_item())

    def _build_buttons(self) -> QWidget:
        holder = QWidget(self)
        flow = FlowLayout(holder, spacing=theme.current().px(8))
        self.proposal = QuietButton("", holder, name="takeAgenda")
        self.proposal.clicked.connect(self._on_proposal)
        self._add = QuietButton("Punkt dazu", holder, name="agendaAdd")
        self._up = QuietButton("Nach oben", holder, name="agendaUp")
        self._down = QuietButton("Nach unten", holder, name="agendaDown")
        self._delete = QuietButton("Löschen", holder, name="agendaDelete")
        self._add.clicked.connect(self._on_add)
        self._up.clicked.connect(weak_slot(self._move_current, -1))
        self._down.clicked.connect(weak_slot(self._move_current, 1))
        self._delete.clicked.connect(self._delete_current)
        for button in (self.proposal, self._add, self._up, self._down, self._delete):
            flow.addWidget(button)
        return holder

    def _save(self, line: int, field: str, value: str | int) -> None:
        """Store one cell; the first content of the empty line makes the point."""
        desk, row = self._editing.desk, self._editing.row
        item = self.table.agenda.item_at(line)
        fields: Any = {field: value}
        if row is None:
            return
        if item is None:
            add_agenda_item(desk, row.id, AgendaItemInput(**fields))
        else:
            change_agenda_item(desk, item.id, **fields)
        self._refresh()

    @Slot()
    def _on_add(self) -> None:
        self.table.open_cell(self.table.agenda.rowCount() - 1, Place.TITLE)

    @Slot()
    def _on_proposal(self) -> None:
        row = self._editing.row
        if row is not None:
            self._apply(weak_slot(self._take, row))
            self.table.choose(0)

    def _take(self, row: EventRow) -> None:
        take_agenda_proposal(self._editing.desk, row.id)

    def _move_current(self, step: int) -> None:
        self._on_move(self.table.current_item(), step)

    @Slot()
    def _delete_current(self) -> None:
        self._on_delete(self.table.current_item())

    @Slot(object, int)
    def _on_move(self, item: AgendaRow | None, step: int) -> None:
        if item is None:
            return
        place = Place(max(self.table.currentIndex().column(), Place.TITLE))
        self._apply(weak_slot(self._move, item, step))
        line = self.table.agenda.line_of(item.id)
        if line is not None:
            self.table.choose(line, place)

    def _move(self, item: AgendaRow, step: int) -> None:
        move_agenda_item(self._editing.desk, item.id, step)

    @Slot(object)
    def _on_delete(self, item: AgendaRow | None) -> None:
        if item is None:
            return
        line = self.table.currentIndex().row()
        self._apply(weak_slot(self._remove, item))
        self.table.choose(min(line, self.table.agenda.rowCount() - 1))

    def _remove(self, item: AgendaRow) -> None:
        delete_agenda_item(self._editing.desk, item.id)

    def _apply(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except UserError as error:
            dialogs.door().error(self, error)
        self._refresh()

    def _refresh(self) -> None:
        self.fill(self._editing.row)
        self.changed.emit()

    @Slot(object)
    def _on_refused(self, error: UserError | None) -> None:
        self.wrong.setText(str(error) if error is not None else "")
        self.wrong.setVisible(error is not None)
        self._show_fit()

    @Slot()
    def _show_fit(self) -> None:
        """Say when it ends; in amber where it ends too late, which the words say too."""
        model = self.table.agenda
        times = model.times
        self.fit.setText(times.words if model.items else "")
        self.fit.setVisible(bool(model.items))
        kind = "warnTone" if times.over is not None and times.over > 0 else "small"
        if self.fit.objectName() != kind:
            self.fit.setObjectName(kind)
            restyle(self.fit)

    @Slot(object)
    def _show_buttons(self, item: AgendaRow | None) -> None:
        line = self.table.currentIndex().row()
        self._up.setEnabled(item is not None and line > 0)
        self._down.setEnabled(item is not None and line < len(self.table.agenda.items) - 1)
        self._delete.setEnabled(item is not None)
