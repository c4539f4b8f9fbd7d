"""The fields of an event: what, when, where, under which terms."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kitadesk.base.dates import relative, short_date
from kitadesk.base.text import fold, plural
from kitadesk.domain.event_texts import ALL_FAMILIES, EVERYONE, families_of, parents_of
from kitadesk.domain.events import EventKind
from kitadesk.queries.day_checks import conflict_names
from kitadesk.queries.events import EventRow, RoomRow, rooms
from kitadesk.queries.transition import cohorts
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.forms import (
    ChoiceField,
    DateField,
    Field,
    TextField,
    TickField,
    TimeField,
    side_by_side,
)
from kitadesk.ui.kit.suggest import SuggestField
from kitadesk.ui.kit.widgets import Card, LinkButton
from kitadesk.ui.tabs.events.editing import (
    ANY_WIDTH,
    EventEditing,
    FieldBinding,
    suggested_reply_day,
)

LANGUAGES = ("Arabisch", "Ukrainisch", "Russisch", "Farsi", "Türkisch", "Polnisch", "Rumänisch")
FEES = ("Eintritt frei", "Um eine Spende wird gebeten", "Unkostenbeitrag 3 Euro")
AUDIENCES = ("alle Eltern", "Eltern der Vorschulkinder", "Eltern der neuen Kinder", "alle Familien")

EVERYBODY = (None, ALL_FAMILIES)
_OWN_FORMS = frozenset({EventKind.LETTER, EventKind.CLOSING_DAY})
AFTERWARDS = "erst nach der Veranstaltung"


class PlanForm(QWidget):
    """Two cards of fields; each saves itself as one step."""

    saved = Signal()

    def __init__(self, editing: EventEditing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self._rooms: tuple[RoomRow, ...] = ()
        self._bindings: list[FieldBinding] = []
        self._fields: dict[str, Field] = {}
        self._rows: list[QBoxLayout] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(12))
        column.addWidget(self._build_when())
        column.addWidget(self._build_terms())

    def fill(self, row: EventRow | None) -> None:
        """Show an event, or the empty fields of a new one."""
        self._load_choices()
        for binding in self._bindings:
            binding.fill(row)
        self._kind.set_value(row.kind if row else self._editing.draft_kind)
        self._room.set_value(row.place_label if row else "")
        # What the invitation says while nobody has typed other words.
        self._audience.edit.setPlaceholderText(parents_of(row.entry_year if row else None))
        self._show_notes(row)

    def first_field(self) -> Field:
        """Return the field where planning goes on after the title."""
        return self._date

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Put date and times below each other where the page is narrow."""
        direction = QBoxLayout.Direction
        for row in self._rows:
            row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def field(self, name: str) -> Field:
        """Return the field for a column of the event; the first one if there is none."""
        if name in {"room_id", "place"}:
            return self._room
        return self._fields.get(name, self._date)

    def _build_when(self) -> QWidget:
        card = Card("Was, wann und wo", self, name="planWhen")
        today = self._editing.desk.clock.today
        options = [(kind, kind.label) for kind in EventKind if kind not in _OWN_FORMS]
        self._kind = ChoiceField("Art", options, card, name="eventKind")
        self._for = ChoiceField("Für wen", [EVERYBODY], card, name="eventCohort")
        # Tab goes as they are made: setTabOrder on editors inside of fields ends in a circle.
        subtitle = TextField("Untertitel", card, name="eventSubtitle", hint="wenn nötig")
        self._audience = SuggestField(
            "Für wen, in Worten", AUDIENCES, card, name="eventAudience", hint=EVERYONE
        )
        self._date = DateField(
            "Datum", card, name="eventDate", today=today, note_for=self._day_note
        )
        starts = TimeField("Beginn", card, name="eventStart")
        ends = TimeField("Ende", card, name="eventEnd")
        doors = TimeField("Einlass", card, name="eventDoors")
        self._room = SuggestField(
            "Raum oder Ort", (), card, name="eventRoom", hint="wählen oder eintippen"
        )
        self._reply = DateField(
            "Rückgabe der Zettel bis", card, name="eventReplyUntil", today=today,
            note_for=self._reply_note,
        )  # fmt: skip
        self._suggestion = LinkButton("", card, name="takeReplySuggestion")
        self._suggestion.clicked.connect(self._on_suggestion)
        self._suggestion.hide()
        reply = QWidget(card)
        reply_column = QVBoxLayout(reply)
        reply_column.setContentsMargins(0, 0, 0, 0)
        reply_column.setSpacing(0)
        reply_column.addWidget(self._reply)
        reply_column.addWidget(self._suggestion)
        card.body.addLayout(side_by_side(self._kind, self._for))
        card.body.addLayout(side_by_side(subtitle, self._audience))
        for field in (starts, ends, doors):
            field.edit.setMaximumWidth(ANY_WIDTH)  # Their row ends where the others end.
        times = QWidget(card)
        clock = side_by_side(starts, ends, doors)
        clock.setContentsMargins(0, 0, 0, 0)
        times.setLayout(clock)
        self._rows = [side_by_side(self._date, times), side_by_side(self._room, reply)]
        for row in self._rows:
            card.body.addLayout(row)
        self._bind(self._kind, "kind")
        self._bind(self._for, "cohort_id")
        self._bind(subtitle, "subtitle")
        self._bind(self._audience, "audience")
        self._bind(self._date, "on_date")
        self._bind(self._reply, "reply_until")
        self._bind(starts, "starts_at")
        self._bind(ends, "ends_at")
        self._bind(doors, "doors_at")
        self._room.save_with(self._save_room)
        return card

    def _build_terms(self) -> QWidget:
        card = Card("Angebote", self, name="planTerms")
        fee = SuggestField("Kosten", FEES, card, name="eventFee", hint="z. B. Eintritt frei")
        languages = SuggestField(
            "Dolmetschen", LANGUAGES, card, name="eventLanguages", hint="z. B. Ukrainisch"
        )
        childcare = TickField("Kinderbetreuung anbieten", card, name="eventChildcare")
        card.body.addLayout(side_by_side(fee, languages))
        card.body.addWidget(childcare)
        self._bind(fee, "fee")
        self._bind(languages, "interpreter_languages")
        self._bind(childcare, "has_childcare")
        return card

    def _bind(self, field: Field, name: str) -> None:
        self._fields[name] = field
        self._bindings.append(FieldBinding(self._editing, field, name))
        field.committed.connect(self._on_committed)

    def _load_choices(self) -> None:
        desk = self._editing.desk
        self._rooms = desk.read(rooms)
        self._room.set_suggestions([_label(room) for room in self._rooms])
        years = [(year.id, families_of(year.entry_year)) for year in desk.read(cohorts)]
        self._for.set_options([EVERYBODY, *years])

    def _save_room(self, typed: str) -> None:
        """Take the room of that name, or keep the words as a place."""
        for room in self._rooms:
            if fold(typed) in {fold(room.name), fold(_label(room))} and typed:
                self._editing.save(room_id=room.id, place="")
                break
        else:
            self._editing.save(room_id=None, place=typed)
        self.saved.emit()

    def _day_note(self, day: date) -> str:
        """Say why a day needs a second thought: Feiertag, Ferien, already past."""
        desk = self._editing.desk
        notes = desk.read(conflict_names, day, self._editing.event_id)
        today = desk.clock.today()
        when = "vorbei" if day < today else relative(day, today)
        return " · ".join([when, *notes])

    def _reply_note(self, day: date) -> str:
        row = self._editing.row
        found = self._editing.desk.read(conflict_names, day, self._editing.event_id)
        notes = list(found)
        if row is not None and row.on_date is not None:
            days = (row.on_date - day).days
            notes.insert(0, plural(days, "Tag vorher", "Tage vorher") if days >= 0 else AFTERWARDS)
        return " · ".join(notes)

    def _show_notes(self, row: EventRow | None) -> None:
        day = suggested_reply_day(row.on_date if row else None, self._editing.desk.clock.today())
        is_wanted = row is not None and row.reply_until is None and day is not None
        self._suggestion.setVisible(is_wanted)
        if day is not None:
            self._suggestion.set_text(f"Vorschlag: {short_date(day)}")

    @Slot()
    def _on_suggestion(self) -> None:
        row = self._editing.row
        day = suggested_reply_day(row.on_date if row else None, self._editing.desk.clock.today())
        if day is not None:
            self._editing.save(reply_until=day)
            self.fill(self._editing.row)
            self._reply.edit.setFocus()

    @Slot(object)
    def _on_committed(self, _value: Any) -> None:
        self.saved.emit()


def _label(room: RoomRow) -> str:
    return ", ".join(part for part in (room.name, room.address) if part)
