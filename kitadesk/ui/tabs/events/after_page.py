"""The page Danach: what is known of an evening that is over, and what is still to come."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kitadesk.base.dates import short_date
from kitadesk.base.text import and_list, plural
from kitadesk.queries.events import EventRow, tasks_of
from kitadesk.queries.replies import ReplyCounts, guests_of, reply_counts
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.widgets import Card, PlainLabel, ScrollPage
from kitadesk.ui.tabs.events.editing import EventEditing

MINUTES_STEP = "minutes"


class AfterPage(ScrollPage):
    """Numbers of the evening and the state of the minutes."""

    def __init__(self, editing: EventEditing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("afterPage")
        self._editing = editing
        people = Card("Wer kommt", self, name="afterPeople")
        self.people = PlainLabel("", people, wrap=True)
        self.guests = PlainLabel("", people, kind="muted", wrap=True)
        people.body.addWidget(self.people)
        people.body.addWidget(self.guests)
        self.heading = people.heading
        minutes = Card("Protokoll und Dank", self, name="afterMinutes")
        self.minutes = PlainLabel("", minutes, wrap=True)
        self.hint = PlainLabel("", minutes, kind="muted", wrap=True)
        minutes.body.addWidget(self.minutes)
        minutes.body.addWidget(self.hint)
        for card in (people, minutes):
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.body.setContentsMargins(0, 0, theme.current().px(4), theme.current().px(16))

    def fill(self, row: EventRow | None) -> None:
        """Show what is known after an event, or say that it is still to come."""
        if row is None:
            return
        desk = self._editing.desk
        today = desk.clock.today()
        counts = desk.read(reply_counts, row.id, today)
        is_over = row.on_date is not None and row.on_date < today
        if self.heading is not None:
            self.heading.label.setText("Wer da war" if is_over else "Wer kommt")
        self.people.setText(_people_words(counts, is_over=is_over))
        guests = desk.read(guests_of, row.id)
        self.guests.setText(" · ".join(f"{one.label}: {one.persons}" for one in guests))
        self.guests.setVisible(bool(guests))
        self._fill_minutes(row, is_over=is_over)

    def _fill_minutes(self, row: EventRow, *, is_over: bool) -> None:
        steps = self._editing.desk.read(tasks_of, row.id)
        task = next((one for one in steps if one.step == MINUTES_STEP), None)
        if task is None:
            state, hint = "Für diese Veranstaltung ist kein Protokoll geplant.", ""
        elif task.is_not_needed:
            state, hint = "– Ein Protokoll entfällt.", ""
        elif task.done_on is not None:
            state, hint = f"✓ Protokoll liegt vor, erledigt am {short_date(task.done_on)}.", ""
        else:
            state = "○ Das Protokoll fehlt noch." if is_over else "○ Das Protokoll folgt danach."
            hint = "Haken Sie den Schritt unter „Plan“ ab, sobald es geschrieben ist."
        self.minutes.setText(state)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))


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
