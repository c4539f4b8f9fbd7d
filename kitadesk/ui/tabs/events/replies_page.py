"""The page Rückmeldungen: number pad on top, counters, the list of the groups, guests."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kitadesk.base.errors import UserError
from kitadesk.domain.replies import (
    ReplyKind,
    ReplyQuestion,
    allowed_answers,
    is_slip,
    question_of,
)
from kitadesk.queries.events import EventRow
from kitadesk.queries.replies import ReplyCounts, ReplyRow, replies_of, reply_counts
from kitadesk.services.replies import ReplyInput, clear_reply, record_reply
from kitadesk.ui.kit import dialogs, theme
from kitadesk.ui.kit.reading import Reading
from kitadesk.ui.kit.scanner import ScanCatcher
from kitadesk.ui.kit.table import RowsModel
from kitadesk.ui.kit.table_memory import remember_columns
from kitadesk.ui.kit.widgets import (
    ChoiceBox,
    FlowLayout,
    PlainLabel,
    QuietButton,
    ScrollPage,
    TickBox,
)
from kitadesk.ui.tabs.events.editing import EventEditing
from kitadesk.ui.tabs.events.guest_card import GuestCard
from kitadesk.ui.tabs.events.reply_counters import ReplyCounters
from kitadesk.ui.tabs.events.reply_table import Asked, ReplyTable, reply_columns
from kitadesk.ui.tabs.events.slip_entry import SlipEntry

ALL_GROUPS = "Alle Gruppen"
READING = "Rückmeldungen werden gelesen"


class RepliesPage(ScrollPage):
    """Who comes: entered slip by slip, or row by row."""

    remind_wanted = Signal()

    def __init__(self, editing: EventEditing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("repliesPage")
        self._editing = editing
        self._shown_id: UUID | None = None
        self._rows_of: UUID | None = None
        self._groups: list[UUID | None] = [None]
        self._answered_meanwhile: set[UUID] = set()
        self.entry = SlipEntry(editing, self)
        self.counters = ReplyCounters(self)
        self.guests = GuestCard(editing, self)
        self._reading = Reading(editing.jobs, self._on_rows, self)
        self._question = ReplyQuestion()
        self._asked = Asked()
        columns = reply_columns(self._asked)
        self.model: RowsModel[ReplyRow] = RowsModel(columns, key=_household)
        self.table = ReplyTable(self.model, self)
        remember_columns(self.table, editing.desk)
        self.table.setMinimumHeight(theme.current().row_height * 4)
        self.entry.recorded.connect(self._on_recorded)
        self.guests.changed.connect(self.reload)
        self.table.persons_typed.connect(self._on_persons)
        self.table.cleared.connect(self._on_cleared)
        self.body.addWidget(self.entry)
        self.body.addWidget(self.counters)
        self.body.addWidget(self._build_filters())
        self.body.addWidget(self.guests)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._build_hint())
        self.body.setSpacing(theme.current().px(8))
        stops = (self.group, self.only_missing, self.guest_button, self.remind, self.table)
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
        self.guests.hide()
        self._scans = ScanCatcher(self, is_slip)
        for part in (self.entry, self.guests):
            self._scans.watch_inside(part)
        self._scans.hold(self.group, self.table)
        self._scans.scanned.connect(self.entry.take_scan)
        self.body.setContentsMargins(0, 0, theme.current().px(4), theme.current().px(16))

    def fill(self, row: EventRow | None) -> None:
        """Show the replies to an event."""
        if row is None:
            return
        if row.id != self._shown_id:
            self._shown_id = row.id
            self._answered_meanwhile.clear()
            self.entry.clear()
        self._question = question_of(row)
        self._asked.question = self._question
        is_letter = self._question.kind is not ReplyKind.ATTENDANCE
        self.entry.fill(row)
        self.table.ask(self._question)
        self.hint.setText(_hint(self._question))
        self.guest_button.setVisible(not is_letter)
        self.guests.setVisible(self.guest_button.isChecked() and not is_letter)
        self.table.show_childcare(is_offered=row.has_childcare)
        self.guests.fill(row)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the list and the counters again; a long list comes a moment after them."""
        row = self._editing.row
        if row is None:
            return
        desk, today = self._editing.desk, self._editing.desk.clock.today()
        counts = desk.read(reply_counts, row.id, today)
        self._show_counts(counts, row)
        ask = partial(desk.read, replies_of, row.id, today)
        self._reading.read(ask, READING, size=counts.households)
        if self._reading.is_running() and self._rows_of != row.id:
            self.model.set_rows(())  # Nobody answers for the families of the event before.

    def _show_counts(self, counts: ReplyCounts, row: EventRow) -> None:
        if self._question.kind is ReplyKind.ATTENDANCE:
            self.counters.show_counts(counts, row.room_capacity)
        self.remind.setEnabled(counts.missing > 0)
        self.guest_button.set_text(f"Gäste ({counts.guests})" if counts.guests else "Gäste")

    def _on_rows(self, rows: tuple[ReplyRow, ...]) -> None:
        self._rows_of = self._shown_id
        self._offer_groups(rows)
        self.model.set_rows(rows)
        if self._question.kind is not ReplyKind.ATTENDANCE:
            self.counters.show_answers(self._question, rows)
        if self.table.current_row() is None and rows:
            self.table.selectRow(0)

    def begin(self) -> None:
        """Put the keyboard where slips are typed."""
        self.entry.begin()

    def _build_filters(self) -> QWidget:
        holder = QWidget(self)
        flow = FlowLayout(holder, spacing=theme.current().px(8))
        self.group = ChoiceBox(holder, name="replyGroup")
        self.group.setAccessibleName("Gruppe")
        self.group.setMinimumContentsLength(len(ALL_GROUPS))
        self.group.addItem(ALL_GROUPS)
        self.group.currentIndexChanged.connect(self._on_filter)
        self.only_missing = TickBox("Nur fehlende", holder, name="onlyMissing")
        self.only_missing.toggled.connect(self._on_filter)
        self.remind = QuietButton("Erinnern …", holder, name="remindMissing")
        self.remind.setAccessibleName("An fehlende Rückmeldungen erinnern")
        self.remind.setToolTip("Druckt die Einladung noch einmal, nur für die fehlenden Familien")
        self.remind.clicked.connect(self.remind_wanted)
        self.guest_button = QuietButton("Gäste", holder, name="showGuests")
        self.guest_button.setCheckable(True)
        self.guest_button.setToolTip("Wer ohne Familie im Haus kommt, als Zahl")
        self.guest_button.toggled.connect(self._on_guests)
        for widget in (self.group, self.only_missing, self.guest_button, self.remind):
            flow.addWidget(widget)
        return holder

    def _build_hint(self) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        self.hint = PlainLabel(_hint(self._question), holder, kind="small", wrap=True)
        column.addWidget(self.hint)
        return holder

    def _offer_groups(self, rows: tuple[ReplyRow, ...]) -> None:
        groups = {row.group_id: row.group_name for row in rows if row.group_id is not None}
        wanted: list[UUID | None] = [None, *groups]
        if wanted == self._groups and self.group.count() == len(wanted):
            return
        chosen = self._groups[max(0, self.group.currentIndex())]
        self._groups = wanted
        self.group.blockSignals(True)
        self.group.clear()
        self.group.addItems([ALL_GROUPS, *groups.values()])
        self.group.setCurrentIndex(wanted.index(chosen) if chosen in wanted else 0)
        self.group.blockSignals(False)
        self._filter()

    @Slot()
    def _on_filter(self) -> None:
        self._answered_meanwhile.clear()
        self._filter()

    def _filter(self) -> None:
        self.model.set_filter(self._is_wanted)
        if self.table.current_row() is None:
            self.table.selectRow(0)

    def _is_wanted(self, row: ReplyRow) -> bool:
        """Keep a row that was answered under the filter, so that it does not slip away."""
        group = self._groups[max(0, self.group.currentIndex())]
        if group is not None and row.group_id != group:
            return False
        is_open = row.answer is None or row.household_id in self._answered_meanwhile
        return is_open or not self.only_missing.isChecked()

    @Slot(bool)
    def _on_guests(self, is_open: bool) -> None:
        self.guests.setVisible(is_open)
        if is_open:
            self.guests.label.setFocus()

    @Slot(object)
    def _on_recorded(self, household_id: UUID) -> None:
        self._answered_meanwhile.add(household_id)
        self.reload()
        self.table.choose(household_id)

    @Slot(object, int)
    def _on_persons(self, row: ReplyRow, persons: int) -> None:
        self._answered_meanwhile.add(row.household_id)
        reply = ReplyInput(
            event_id=self._event_id(),
            household_id=row.household_id,
            persons=persons,
            childcare_children=row.childcare_children,
            interpreter_language=row.interpreter_language,
            question=row.question,
        )
        try:
            record_reply(self._editing.desk, reply)
        except UserError as error:
            dialogs.door().error(self, error)
        self.reload()

    @Slot(object)
    def _on_cleared(self, row: ReplyRow) -> None:
        if row.answer is None:
            return
        try:
            clear_reply(self._editing.desk, self._event_id(), row.household_id)
        except UserError as error:
            dialogs.door().error(self, error)
        self.reload()

    def _event_id(self) -> UUID:
        if self._editing.event_id is None:
            raise UserError("record_gone")
        return self._editing.event_id


def _hint(question: ReplyQuestion) -> str:
    """Say which keys answer in the list."""
    keys = "Ziffer: Personen · 0: nein"
    if question.kind is not ReplyKind.ATTENDANCE:
        keys = allowed_answers(question)
    return f"{keys} · Entf: nimmt die Antwort zurück · Enter: nächste Zeile"


def _household(row: ReplyRow) -> object:
    return row.household_id
