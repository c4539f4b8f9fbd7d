"""The head of minutes on the page Danach: when, who led, who wrote, who was there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kitadesk.domain.minutes import MOST_VOTES
from kitadesk.queries.events import EventRow
from kitadesk.queries.minutes import MinutesProposal, MinutesRow, minutes_people
from kitadesk.services.minutes import change_minutes
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.forms import DateField, Field, NumberField, TextField, TimeField, side_by_side
from kitadesk.ui.kit.labels import restyle
from kitadesk.ui.kit.suggest import SuggestField
from kitadesk.ui.kit.widgets import Card, TextLink
from kitadesk.ui.tabs.events.editing import ANY_WIDTH, EventEditing
from kitadesk.ui.tabs.events.growing_area import GrowingArea


class _Binding(QObject):
    """Ties a form field to one field of the minutes; the first content makes them."""

    def __init__(self, editing: EventEditing, field: Field, name: str) -> None:
        super().__init__(field)
        self._editing = editing
        self._field = field
        self._name = name
        field.save_with(self.save)

    def save(self, value: Any) -> None:
        """Store what the field says."""
        if self._editing.event_id is not None:
            changed: Any = {self._name: value}
            change_minutes(self._editing.desk, self._editing.event_id, **changed)

    def fill(self, row: MinutesRow | None, *, is_other: bool) -> None:
        """Show what is stored; what was typed for another event is let go."""
        self._field.set_value(getattr(row, self._name) if row is not None else None)
        if is_other:
            self._field.restore()  # Even where the keyboard is: it is another's field now.


class _MinutesCard(Card):
    """A card of fields that save themselves into the minutes."""

    def __init__(self, editing: EventEditing, heading: str, name: str, parent: QWidget) -> None:
        super().__init__(heading, parent, name=name)
        self._editing = editing
        self._bindings: list[_Binding] = []
        self._shown: object = None

    def show_minutes(self, event: EventRow, row: MinutesRow | None) -> None:
        """Show the fields of the minutes of an event."""
        is_other = self._shown != event.id
        self._shown = event.id
        for binding in self._bindings:
            binding.fill(row, is_other=is_other)
        lock(self.fields(), is_locked=row is not None and row.is_released)

    def fields(self) -> Mapping[str, Field]:
        """Return the fields by the names of what they store."""
        raise NotImplementedError

    def _bind(self, fields: Mapping[str, Field]) -> None:
        for name, field in fields.items():
            self._bindings.append(_Binding(self._editing, field, name))


def lock(fields: Mapping[str, Field], *, is_locked: bool) -> None:
    """Let fields be read only: released minutes are not changed by a stray key."""
    for field in fields.values():
        if isinstance(field, DateField):
            field.setEnabled(not is_locked)  # Its arrow keys and its calendar type as well.
        elif field.editor().property("readOnly") != is_locked:
            field.editor().setProperty("readOnly", is_locked)
            restyle(field.editor())


class MinutesHead(_MinutesCard):
    """Begin and end, number and names, chair and writer."""

    def __init__(self, editing: EventEditing, parent: QWidget) -> None:
        super().__init__(editing, "Wer und wann", "minutesHead", parent)
        self.begins = TimeField("Beginn", self, name="minutesBegin")
        self.ends = TimeField("Ende", self, name="minutesEnd")
        self.count = NumberField("Anwesend", self, name="minutesCount", most=MOST_VOTES)
        self.suggestion = TextLink("Vorschlag", self, name="takeMinutesCount")
        self.suggestion.clicked.connect(self._on_suggestion)
        self.suggestion.hide()
        self.chair = SuggestField("Leitung", (), self, name="minutesChair")
        self.writer = SuggestField("Protokoll", (), self, name="minutesWriter")
        self.present = GrowingArea(
            "Anwesende mit Namen", self, name="minutesPresent", hint="nur wenn es nötig ist"
        )
        self.excused = TextField("Entschuldigt", self, name="minutesExcused")
        self.guests = TextField(
            "Gäste", self, name="minutesGuests", hint="z. B. Frau Vogel, Beratungsstelle"
        )
        self._proposed: int | None = None
        self._build()
        self._bind(self.fields())

    def fill(self, event: EventRow, row: MinutesRow | None, proposal: MinutesProposal) -> None:
        """Show the head of the minutes, and how many were expected."""
        people = self._editing.desk.read(minutes_people, event.id)
        for field in (self.chair, self.writer):
            field.set_suggestions(people)
        self.show_minutes(event, row)
        self._proposed = proposal.present_count
        self.suggestion.setVisible(row is not None and proposal.present_count is not None)
        self.suggestion.set_text(f"Vorschlag: {proposal.present_count} nach den Rückmeldungen")

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Put names below each other where the page is narrow."""
        direction = QBoxLayout.Direction
        for row in self._rows:
            row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def fields(self) -> Mapping[str, Field]:
        """Return the fields by the names of what they store."""
        return {
            "begins_at": self.begins,
            "ends_at": self.ends,
            "present_count": self.count,
            "chair": self.chair,
            "writer": self.writer,
            "present": self.present,
            "excused": self.excused,
            "guests": self.guests,
        }

    def _build(self) -> None:
        for field in (self.begins, self.ends, self.count):
            field.edit.setMaximumWidth(ANY_WIDTH)  # Their row ends where the others end.
        count = QWidget(self)
        column = QVBoxLayout(count)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.count)
        column.addWidget(self.suggestion)
        self.body.addLayout(side_by_side(self.begins, self.ends, count))
        self._rows = [
            side_by_side(self.chair, self.writer),
            side_by_side(self.excused, self.guests),
        ]
        self.body.addLayout(self._rows[0])
        self.body.addWidget(self.present)
        self.body.addLayout(self._rows[1])

    @Slot()
    def _on_suggestion(self) -> None:
        if self._editing.event_id is not None and self._proposed is not None:
            change_minutes(self._editing.desk, self._editing.event_id, present_count=self._proposed)


class MinutesNext(_MinutesCard):
    """When one meets again."""

    def __init__(self, editing: EventEditing, parent: QWidget) -> None:
        super().__init__(editing, "Nächster Termin", "minutesNextCard", parent)
        today = editing.desk.clock.today
        self.day = DateField("Datum", self, name="minutesNextDay", today=today)
        self.time = TimeField("Uhrzeit", self, name="minutesNextTime")
        self.note = TextField("Ort, Thema", self, name="minutesNextNote", hint="z. B. Aula")
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(12))
        row.addLayout(side_by_side(self.day, self.time), 3)
        self.body.addLayout(row)
        self.body.addWidget(self.note)
        self._bind(self.fields())

    def fields(self) -> Mapping[str, Field]:
        """Return the fields by the names of what they store."""
        return {"next_on": self.day, "next_at": self.time, "next_note": self.note}
