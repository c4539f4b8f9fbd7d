"""The page Danach: who was there, and the minutes from the first word to the notice."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kitadesk.base.text import and_list, plural
from kitadesk.domain.events import EventStatus
from kitadesk.queries.events import EventRow
from kitadesk.queries.minutes import MinutesRow, minutes_of, minutes_proposal
from kitadesk.queries.replies import ReplyCounts, guests_of, reply_counts
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.widgets import Card, PlainLabel, ScrollPage
from kitadesk.ui.tabs.events.editing import EventEditing
from kitadesk.ui.tabs.events.minutes_head import MinutesHead, MinutesNext
from kitadesk.ui.tabs.events.minutes_points import MinutesPoints
from kitadesk.ui.tabs.events.minutes_state import MinutesState
from kitadesk.ui.tabs.events.reading_order import reading_order

FIELD = "minutes"
"""What the names of fields of this page begin with, as "Vor dem Drucken" gives them."""
NARROW = 540
"""px at 100 %; below, names do not stand side by side."""


class AfterPage(ScrollPage):
    """Numbers of the evening, then its minutes; they show once there is something to write."""

    paper_wanted = Signal(str)
    task_wanted = Signal(object)
    """The id of a task to be shown on the page Plan."""

    def __init__(self, editing: EventEditing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("afterPage")
        self._editing = editing
        self._shown_id: UUID | None = None
        people = Card("Wer kommt", self, name="afterPeople")
        self.people = PlainLabel("", people, wrap=True)
        self.guests = PlainLabel("", people, kind="muted", wrap=True)
        people.body.addWidget(self.people)
        people.body.addWidget(self.guests)
        self._people_card = people
        self.state = MinutesState(editing, self)
        self.head = MinutesHead(editing, self)
        self.points = MinutesPoints(editing, self)
        self.next = MinutesNext(editing, self)
        self.state.paper_wanted.connect(self.paper_wanted)
        self.state.changed.connect(self._refresh)
        self.points.changed.connect(self._refresh)
        self.points.task_wanted.connect(self.task_wanted)
        for card in (people, self.state, self.head, self.points, self.next):
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.body.setContentsMargins(0, 0, theme.current().px(4), theme.current().px(16))

    def fill(self, row: EventRow | None) -> None:
        """Show what is known after an event, or say that it is still to come."""
        if row is None:
            return
        if row.id != self._shown_id:
            self._shown_id = row.id
            self.verticalScrollBar().setValue(0)
        desk = self._editing.desk
        today = desk.clock.today()
        counts = desk.read(reply_counts, row.id, today)
        is_over = row.on_date is not None and row.on_date < today
        self._people_card.set_heading("Wer da war" if is_over else "Wer kommt")
        self.people.setText(_people_words(counts, is_over=is_over))
        guests = desk.read(guests_of, row.id)
        self.guests.setText(" · ".join(f"{one.label}: {one.persons}" for one in guests))
        self.guests.setVisible(bool(guests))
        self._fill_minutes(row, desk.read(minutes_of, row.id))

    def show_field(self, name: str) -> None:
        """Put the keyboard into a field: "minutes_chair", "minutes_public2" for its third point."""
        place = name.removeprefix("minutes_public")
        if place.isdigit():
            self.points.show_field(int(place), "public_text")
            return
        fields = {
            "minutes_chair": self.head.chair,
            "minutes_writer": self.head.writer,
            "minutes_next": self.next.note,
        }
        button = self.state.release if self.state.release.isVisible() else self.state.take
        target = fields[name].editor() if name in fields else button
        self.ensureWidgetVisible(target)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.head.set_narrow(is_narrow=self.width() < theme.current().px(NARROW))
        super().resizeEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Go on as one reads: points that were added later stand between the others."""
        order = reading_order(self.viewport())
        current = self.focusWidget()
        place = order.index(current) + (1 if next else -1) if current in order else -1
        if not 0 <= place < len(order):
            return super().focusNextPrevChild(next)
        reasons = Qt.FocusReason
        order[place].setFocus(reasons.TabFocusReason if next else reasons.BacktabFocusReason)
        self.ensureWidgetVisible(order[place])
        return True

    def _fill_minutes(self, row: EventRow, minutes: MinutesRow | None) -> None:
        """Offer the fields when there is something to write: on the day, and once it is begun."""
        desk = self._editing.desk
        today = desk.clock.today()
        proposal = desk.read(minutes_proposal, row.id, today)
        is_over = row.on_date is not None and row.on_date < today
        is_off = row.status is EventStatus.CANCELLED
        has_come = row.on_date is not None and row.on_date <= today and not is_off
        self.state.fill(row, minutes, proposal, is_over=is_over)
        self.state.setVisible(minutes is not None or not is_off)
        self.head.fill(row, minutes, proposal)
        self.points.fill(row, minutes)
        self.next.show_minutes(row, minutes)
        for card in (self.head, self.points, self.next):
            card.setVisible(minutes is not None or has_come)

    @Slot()
    def _refresh(self) -> None:
        """Show what was just done at once; the keyboard may go on into it."""
        row = self._editing.row
        if row is not None:
            self._fill_minutes(row, self._editing.desk.read(minutes_of, row.id))


def _people_words(counts: ReplyCounts, *, is_over: bool) -> str:
    if not counts.expected:
        return (
            "Noch keine Zahl: Niemand ist unter „Rückmeldungen“ eingetragen."
            if is_over
            else "Die Veranstaltung kommt noch, und es gibt noch keine Zusagen."
        )
    parts = []
    if counts.yes:
        families = plural(counts.yes, "Familie", "Familien")
        parts.append(f"{plural(counts.persons, 'Person', 'Personen')} aus {families}")
    if counts.guests:
        parts.append(plural(counts.guests, "Gast", "Gäste"))
    return f"{'Angemeldet waren' if is_over else 'Angemeldet sind bis jetzt'} {and_list(parts)}."
