"""The fields of a letter: for whom, about which day, and what its slip asks."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.dates import relative
from kitadesk.domain.event_texts import ALL_FAMILIES, families_of
from kitadesk.domain.letters import ASKED, WITHOUT_SLIP
from kitadesk.domain.replies import LEAST_CHOICES, MAX_CHOICES, ReplyKind
from kitadesk.queries.day_checks import conflict_names
from kitadesk.queries.events import EventRow
from kitadesk.queries.transition import cohorts
from kitadesk.services.letters import change_question
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.forms import (
    AreaField,
    ChoiceField,
    DateField,
    Field,
    TextField,
    TimeField,
    side_by_side,
)
from kitadesk.ui.kit.widgets import Card
from kitadesk.ui.tabs.events.editing import ANY_WIDTH, EventEditing, FieldBinding

EVERYBODY = (None, ALL_FAMILIES)
KINDS = [(WITHOUT_SLIP, "Ohne Abschnitt"), *((kind, kind.label) for kind in ASKED)]


class _ChoicesField(AreaField):
    """Waits with the first answer until the field is left: the second may just be coming."""

    @Slot()
    @override
    def _on_pause(self) -> None:
        typed = [line for line in str(self._read()).splitlines() if line.strip()]
        if len(typed) >= LEAST_CHOICES:
            super()._on_pause()


class LetterForm(QWidget):
    """Two cards: the letter, and its slip; each field saves itself as one step."""

    saved = Signal()

    def __init__(self, editing: EventEditing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letterForm")
        self._editing = editing
        self._bindings: list[FieldBinding] = []
        self._fields: dict[str, Field] = {}
        self._rows: list[QBoxLayout] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(12))
        column.addWidget(self._build_letter())
        self.slip = self._build_slip()
        column.addWidget(self.slip)

    def fill(self, row: EventRow | None) -> None:
        """Show a letter, or the empty fields of a new one."""
        years = self._editing.desk.read(cohorts)
        options = [(year.id, families_of(year.entry_year)) for year in years]
        self._for.set_options([EVERYBODY, *options])
        for binding in self._bindings:
            binding.fill(row)
        self.slip.setVisible(row is not None)
        kind = row.reply_kind if row is not None else WITHOUT_SLIP
        self._kind.set_value(kind)
        self._question.set_value(row.reply_question if row is not None else "")
        self._choices.set_value(row.reply_choices if row is not None else "")
        self._show_asked(kind)

    def field(self, name: str) -> Field:
        """Return the field for a column of the event; the day if there is none."""
        return self._fields.get(name, self._fields["on_date"])

    def first_field(self) -> Field:
        """Return the field where writing goes on after the title."""
        return self._fields["on_date"]

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Put what stands side by side below each other where the page is narrow."""
        direction = QBoxLayout.Direction
        for row in self._rows:
            row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def _build_letter(self) -> QWidget:
        card = Card("Für wen und wann", self, name="letterWhen")
        today = self._editing.desk.clock.today
        # Tab goes as they are made: line by line, from left to right.
        day = DateField(
            "Tag, um den es geht", card, name="letterDate", today=today, note_for=self._day_note
        )
        starts = TimeField("Beginn", card, name="letterStart")
        ends = TimeField("Ende", card, name="letterEnd")
        self._for = ChoiceField("Für wen", [EVERYBODY], card, name="letterCohort")
        place = TextField("Ort", card, name="letterPlace", hint="wenn nötig")
        for clock_field in (starts, ends):
            clock_field.edit.setMaximumWidth(ANY_WIDTH)  # Their row ends where the others end.
        times = QWidget(card)
        clock = side_by_side(starts, ends)
        clock.setContentsMargins(0, 0, 0, 0)
        times.setLayout(clock)
        self._rows += [side_by_side(day, times), side_by_side(self._for, place)]
        for row in self._rows:
            card.body.addLayout(row)
        named = {
            "cohort_id": self._for,
            "on_date": day,
            "starts_at": starts,
            "ends_at": ends,
            "place": place,
        }
        for name, field in named.items():
            self._bind(field, name)
        return card

    def _build_slip(self) -> QWidget:
        card = Card("Abschnitt zum Zurückgeben", self, name="letterSlip")
        today = self._editing.desk.clock.today
        self._kind = ChoiceField("Art der Antwort", KINDS, card, name="letterKind")
        self._kind.save_with(self._save_kind)
        self._reply = DateField(
            "Rückgabe bis", card, name="letterReplyUntil", today=today, note_for=self._day_note
        )
        self._bind(self._reply, "reply_until")
        self._question = TextField(
            "Frage", card, name="letterQuestion", hint="z. B. Unser Kind fährt mit."
        )
        self._question.save_with(self._save_text)
        self._choices = _ChoicesField(
            f"Zur Auswahl, eine Antwort je Zeile (höchstens {MAX_CHOICES})",
            card,
            name="letterChoices",
        )
        self._choices.save_with(self._save_choices)
        row = side_by_side(self._kind, self._reply)
        self._rows.append(row)
        card.body.addLayout(row)
        card.body.addWidget(self._question)
        card.body.addWidget(self._choices)
        self._fields["reply_kind"] = self._kind
        self._fields["reply_question"] = self._question
        self._fields["reply_choices"] = self._choices
        return card

    def _bind(self, field: Field, name: str) -> None:
        self._fields[name] = field
        self._bindings.append(FieldBinding(self._editing, field, name))
        field.committed.connect(self._on_committed)

    def _save_kind(self, kind: ReplyKind) -> None:
        row = self._editing.row
        if row is not None:
            change_question(self._editing.desk, row.id, kind=kind)
            self._editing.reload()
            self._show_asked(kind)
            self.saved.emit()

    def _save_text(self, text: str) -> None:
        row = self._editing.row
        if row is not None:
            change_question(self._editing.desk, row.id, text=text)
            self._editing.reload()

    def _save_choices(self, choices: str) -> None:
        row = self._editing.row
        if row is not None:
            change_question(self._editing.desk, row.id, choices=choices)
            self._editing.reload()

    def _show_asked(self, kind: ReplyKind) -> None:
        """Ask only for what the slip needs."""
        for field in (self._reply, self._question):
            field.setVisible(kind is not WITHOUT_SLIP)
        self._choices.setVisible(kind is ReplyKind.CHOICE)

    def _day_note(self, day: date) -> str:
        desk = self._editing.desk
        today = desk.clock.today()
        when = "vorbei" if day < today else relative(day, today)
        return " · ".join([when, *desk.read(conflict_names, day, self._editing.event_id)])

    @Slot(object)
    def _on_committed(self, _value: Any) -> None:
        self.saved.emit()
