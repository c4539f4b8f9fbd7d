"""The lines that ask who takes a seat, from when to when; nothing is written before the last."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kitadesk.base.text import clean
from kitadesk.queries.bodies import MemberRow, PersonChoice, people_for_seats
from kitadesk.services.bodies import SeatingInput, hand_over_seat
from kitadesk.services.desk import Desk
from kitadesk.ui.kit.edit_line import FieldMaker, LineText
from kitadesk.ui.kit.fields import Field
from kitadesk.ui.kit.suggest import SuggestField
from kitadesk.ui.tabs.contacts.body_words import choice_labels, new_name, shown_new
from kitadesk.ui.tabs.contacts.card_lines import date_field


class SeatPersonField(SuggestField):
    """Somebody known, or by name somebody new; says below that such a one becomes a contact."""

    def __init__(self, caption: str, choices: dict[str, PersonChoice], parent: QWidget) -> None:
        super().__init__(caption, list(choices), parent, name="seatPerson", hint="Name, Vorname")
        self._choices = choices
        self.edit.textEdited.connect(self._on_typed)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.set_note("" if text in self._choices else shown_new(clean(text)))


def seating_line(desk: Desk, row: MemberRow) -> LineText:
    """Return the fields that give a seat to somebody; one that is taken is handed over today."""
    is_held = row.person_id is not None
    seat = ", ".join(filter(None, (row.role_label, row.institution)))
    caption = f"{seat} übergeben an" if is_held else f"{seat} besetzen mit"
    choices: dict[str, PersonChoice] = {}

    def make(parent: QWidget) -> Field:
        choices.update(choice_labels(desk.read(people_for_seats)))
        return SeatPersonField(caption, choices, parent)

    def add(values: tuple[Any, ...]) -> None:
        name, begin, end = values
        typed = " ".join(clean(name).split())
        known = choices.get(typed)
        last, first = ("", "") if known else new_name(typed)
        person_id = known.id if known else None
        hand_over_seat(desk, SeatingInput(row.seat_id, person_id, last, first, begin, end))

    today = desk.clock.today() if is_held else None
    return LineText(
        key=f"take{row.seat_id.hex}",
        caption="",
        text="",
        fields=(
            FieldMaker(make, ""),
            date_field("seatFrom", "Von", today, desk),
            date_field("seatTo", "Bis", None, desk),
        ),
        add=add,
    )
