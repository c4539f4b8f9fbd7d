"""The lines under a seat: who takes it, from when to when; and what the seat itself is."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kitadesk.base.errors import UserError
from kitadesk.base.text import clean
from kitadesk.domain.bodies import SeatRole
from kitadesk.queries.bodies import MemberRow, PersonChoice, people_for_seats
from kitadesk.queries.listing import listed
from kitadesk.services.bodies import SeatingInput, change_seat, change_term, hand_over_seat
from kitadesk.services.desk import Desk
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.forms import ChoiceField, DateField, side_by_side
from kitadesk.ui.kit.suggest import SuggestField
from kitadesk.ui.kit.widgets import PlainLabel, PrimaryButton, QuietButton
from kitadesk.ui.tabs.contacts.body_words import choice_labels, new_name, shown_new

NOBODY = "niemand Bestimmtes"


class SeatForm(QWidget):
    """Changes the chosen seat and its running term; every field saves itself."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: MemberRow | None = None
        roles = [(role, role.label) for role in SeatRole]
        self.role = ChoiceField("Platz", roles, self, name="seatRole")
        self.from_house = ChoiceField("Entsandt von", [(None, NOBODY)], self, name="seatSender")
        today = desk.clock.today
        self.begin = DateField("Amtszeit von", self, name="termBegin", today=today)
        self.end = DateField("Amtszeit bis", self, name="termEnd", today=today)
        self.role.save_with(self._save_role)
        self.from_house.save_with(self._save_sender)
        self.begin.save_with(self._save_begin)
        self.end.save_with(self._save_end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(8))
        column.addLayout(side_by_side(self.role, self.from_house))
        column.addLayout(side_by_side(self.begin, self.end))

    def fill(self, row: MemberRow | None) -> None:
        """Show a seat; without anybody on it there is no term to change."""
        self._row = row
        places = self._desk.read(listed, "institutions", self._desk.clock.today())
        self.from_house.set_options([(None, NOBODY), *((one.id, one.title) for one in places)])
        self.role.set_value(row.role if row else None)
        self.from_house.set_value(row.institution_id if row else None)
        self.begin.set_value(row.from_date if row else None)
        self.end.set_value(row.until if row else None)
        is_held = row is not None and row.term_id is not None
        self.begin.setVisible(is_held)
        self.end.setVisible(is_held)

    def _save_role(self, value: Any) -> None:
        if self._row is not None:
            change_seat(self._desk, self._row.seat_id, role=value)

    def _save_sender(self, value: Any) -> None:
        if self._row is not None:
            change_seat(self._desk, self._row.seat_id, institution_id=value)

    def _save_begin(self, value: Any) -> None:
        if self._row is not None and self._row.term_id is not None:
            change_term(self._desk, self._row.term_id, from_date=value)

    def _save_end(self, value: Any) -> None:
        if self._row is not None and self._row.term_id is not None:
            change_term(self._desk, self._row.term_id, to_date=value)


class SeatingForm(QWidget):
    """Asks who takes a seat, from when to when; nothing is written before *Besetzen*."""

    finished = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("seatingForm")
        self._desk = desk
        self._seat_id: UUID | None = None
        self._choices: dict[str, PersonChoice] = {}
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(8))
        self.title = PlainLabel("", self, kind="heading", wrap=True)
        today = desk.clock.today
        self.person = SuggestField("Wer", (), self, name="seatPerson", hint="Name, Vorname")
        self.person.edit.textEdited.connect(self._on_typed)
        self.begin = DateField("Von", self, name="seatFrom", today=today)
        self.end = DateField("Bis", self, name="seatTo", today=today)
        self.wrong = PlainLabel("", self, kind="fieldError", wrap=True)
        self.wrong.hide()
        column.addWidget(self.title)
        column.addWidget(self.person)
        column.addLayout(side_by_side(self.begin, self.end))
        column.addWidget(self.wrong)
        column.addLayout(self._build_buttons())

    def start(self, row: MemberRow) -> None:
        """Begin with a seat; one that is taken is handed over today."""
        self._seat_id = row.seat_id
        self._choices = choice_labels(self._desk.read(people_for_seats))
        self.person.set_suggestions(list(self._choices))
        self.person.set_value("")
        self.person.set_note("")
        is_held = row.person_id is not None
        self.begin.set_value(self._desk.clock.today() if is_held else None)
        self.end.set_value(None)
        self.wrong.hide()
        place = f", {row.institution}" if row.institution else ""
        deed = "Platz übergeben" if is_held else "Platz besetzen"
        self.title.setText(f"{deed}: {row.role_label}{place}")
        self.take.set_text("Übergeben" if is_held else "Besetzen")
        self.show()
        self.person.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        self.take = PrimaryButton("Besetzen", self, name="seatTake")
        self.give_up = QuietButton("Abbrechen", self, name="seatGiveUp")
        self.take.clicked.connect(self._on_take)
        self.give_up.clicked.connect(self._on_given_up)
        row.addWidget(self.take)
        row.addWidget(self.give_up)
        row.addStretch(1)
        return row

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.person.set_note("" if text in self._choices else shown_new(clean(text)))

    @Slot()
    def _on_take(self) -> None:
        if self._seat_id is None or not (self.begin.commit() and self.end.commit()):
            return
        typed = " ".join(clean(self.person.edit.text()).split())
        known = self._choices.get(typed)
        last, first = ("", "") if known else new_name(typed)
        entered = SeatingInput(
            self._seat_id,
            known.id if known else None,
            last,
            first,
            self.begin.value(),
            self.end.value(),
        )
        try:
            hand_over_seat(self._desk, entered)
        except UserError as error:
            self.wrong.setText(str(error))
            self.wrong.show()
            self.person.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._on_given_up()

    @Slot()
    def _on_given_up(self) -> None:
        self._seat_id = None
        self.hide()
        self.finished.emit()
