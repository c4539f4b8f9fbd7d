"""The seats of a body: who has them until when, who stands in, what is vacant."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget
from typing_extensions import override

from kitadesk.base.errors import UserError
from kitadesk.domain.bodies import TermState
from kitadesk.queries.bodies import MemberRow
from kitadesk.services.bodies import add_seat, end_term, move_seat, remove_seat
from kitadesk.services.desk import Desk
from kitadesk.ui.kit import dialogs, theme
from kitadesk.ui.kit.table import Column, DataTable, RowsModel
from kitadesk.ui.kit.tokens import Tone
from kitadesk.ui.kit.widgets import Card, FlowLayout, PlainLabel, QuietButton
from kitadesk.ui.tabs.contacts.body_seating import SeatForm, SeatingForm
from kitadesk.ui.tabs.contacts.body_words import VACANT, deputy_names, state_of, term_words

KEYS = "Enter: besetzen oder übergeben · Einfg: neuer Platz · Entf: entfernen · Alt+↑↓: ordnen"
_MOST_ROWS = 12


class SeatTable(DataTable):
    """Seats in their order; keys for what is done with them."""

    add_wanted = Signal()
    remove_wanted = Signal()
    move_wanted = Signal(int)

    def __init__(self, model: RowsModel[MemberRow], parent: QWidget) -> None:
        super().__init__(model, parent, name="bodySeats", empty_text="Noch kein Platz.")
        self.setAccessibleName("Plätze des Gremiums")
        self.setSortingEnabled(False)
        self.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif is_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Be as high as the rows, up to a dozen; more scroll."""
        rows = min(max(self.rows.rowCount(), 2), _MOST_ROWS)
        now = theme.current()
        self.setFixedHeight((rows + 1) * now.row_height + now.px(6))


class BodySeats(Card):
    """The table, what can be done, and the form of the chosen seat."""

    person_wanted = Signal(object)
    asked = Signal()
    """The lines for who takes a seat have appeared."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Plätze", parent, name="bodySeatsCard")
        self._desk = desk
        self._body_id: UUID | None = None
        self._deputies: dict[object, str] = {}
        self._model: RowsModel[MemberRow] = RowsModel(self._columns(), key=_seat_id)
        self.table = SeatTable(self._model, self)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self.start_seating)
        self.table.add_wanted.connect(self.add)
        self.table.remove_wanted.connect(self.remove)
        self.table.move_wanted.connect(self.move_by)
        self.body.addWidget(self.table)
        self.body.addWidget(self._build_buttons())
        self.seating = SeatingForm(desk, self)
        self.seating.finished.connect(self._on_seated)
        self.seating.hide()
        self.form = SeatForm(desk, self)
        self.body.addWidget(self.seating)
        self.body.addWidget(self.form)
        self.body.addWidget(PlainLabel(KEYS, self, kind="small", wrap=True))

    def fill(self, body_id: UUID | None, members: tuple[MemberRow, ...]) -> None:
        """Show the seats of a body; the chosen one stays chosen."""
        if body_id != self._body_id:
            self.seating.hide()
        self._body_id = body_id
        self._deputies = deputy_names(members)
        self._model.set_rows(members)
        self.table.fit()
        if members and self.table.current_row() is None:
            self.table.selectRow(0)
        self._on_chosen(self.table.current_row())

    @Slot()
    def start_seating(self) -> None:
        """Ask who takes the chosen seat."""
        row = self.table.current_row()
        if row is not None:
            self.form.hide()
            self.seating.start(row)
            self.asked.emit()

    @Slot()
    def add(self) -> None:
        """Add a vacant seat like the chosen one, and choose it."""
        row: MemberRow | None = self.table.current_row()
        if self._body_id is None:
            return
        seat_id = add_seat(
            self._desk, self._body_id, institution_id=row.institution_id if row else None
        )
        self.table.choose(seat_id)

    @Slot()
    def remove(self) -> None:
        """Take the chosen seat out; Strg+Z brings it back with all who sat on it."""
        row = self.table.current_row()
        if row is not None:
            self._try(lambda: remove_seat(self._desk, row.seat_id))

    @Slot()
    def end(self) -> None:
        """End the running term today; the seat is vacant from tomorrow on."""
        row: MemberRow | None = self.table.current_row()
        if row is not None and row.term_id is not None:
            term_id, today = row.term_id, self._desk.clock.today()
            self._try(lambda: end_term(self._desk, term_id, today))

    @Slot(int)
    def move_by(self, step: int) -> None:
        """Move the chosen seat up or down."""
        row = self.table.current_row()
        if row is not None:
            move_seat(self._desk, row.seat_id, step)

    def _build_buttons(self) -> QWidget:
        holder = QWidget(self)
        flow = FlowLayout(holder, spacing=theme.current().px(8))
        self.seat_button = QuietButton("Besetzen …", holder, name="seatSomebody")
        self.end_button = QuietButton("Amtszeit heute beenden", holder, name="seatEndTerm")
        self.card_button = QuietButton("Karte zeigen", holder, name="seatCard")
        self.add_button = QuietButton("Neuer Platz", holder, name="seatAdd")
        self.remove_button = QuietButton("Platz entfernen", holder, name="seatRemove")
        for button, slot in (
            (self.seat_button, self.start_seating),
            (self.end_button, self.end),
            (self.card_button, self._on_card),
            (self.add_button, self.add),
            (self.remove_button, self.remove),
        ):
            button.clicked.connect(slot)
            flow.addWidget(button)
        return holder

    def _columns(self) -> tuple[Column[MemberRow], ...]:
        return (
            Column[MemberRow]("Platz", lambda row: row.role_label, width=136),
            Column[MemberRow](
                "Name", _name, is_strong=True, tone=self._tone_of_name, tip=self._tip_of_name
            ),
            Column[MemberRow](
                "entsandt von", lambda row: row.institution, tip=lambda row: row.institution
            ),
            Column[MemberRow](
                "Amtszeit", self._term, tone=self._tone_of_term, tip=self._term, width=184
            ),
        )

    def _term(self, row: MemberRow) -> str:
        return term_words(row, self._desk.clock.today())

    def _tone_of_name(self, row: MemberRow) -> Tone | None:
        return Tone.WARN if row.person_id is None else None

    def _tone_of_term(self, row: MemberRow) -> Tone | None:
        is_ending = state_of(row, self._desk.clock.today()) is TermState.ENDING
        return Tone.WARN if is_ending else None

    def _tip_of_name(self, row: MemberRow) -> str:
        deputies = self._deputies.get(row.seat_id, "")
        return f"{_name(row)}, vertreten durch {deputies}" if deputies else _name(row)

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except UserError as error:
            dialogs.door().error(self, error)

    @Slot(object)
    def _on_chosen(self, row: MemberRow | None) -> None:
        self.form.setVisible(row is not None and self.seating.isHidden())
        self.form.fill(row)
        is_held = row is not None and row.person_id is not None
        self.seat_button.set_text("Übergeben …" if is_held else "Besetzen …")
        for button in (self.seat_button, self.remove_button):
            button.setEnabled(row is not None)
        for button in (self.end_button, self.card_button):
            button.setEnabled(is_held)

    @Slot()
    def _on_seated(self) -> None:
        self._on_chosen(self.table.current_row())
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_card(self) -> None:
        row = self.table.current_row()
        if row is not None and row.person_id is not None:
            self.person_wanted.emit(row.person_id)


def _name(row: MemberRow) -> str:
    return row.person_name or VACANT


def _seat_id(row: MemberRow) -> UUID:
    return row.seat_id
