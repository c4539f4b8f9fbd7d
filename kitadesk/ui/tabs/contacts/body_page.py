"""The page of a body: what it is, its seats with terms, who was there before, its papers."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kitadesk.base.errors import UserError
from kitadesk.queries.bodies import HolderRow, body_card, holders_of, members_of
from kitadesk.services.bodies import change_body, delete_body, end_body
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.dialogs import Choice
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.table import Column, DataTable, RowsModel
from kitadesk.ui.kit.widgets import (
    Card,
    PageHead,
    Pill,
    PlainLabel,
    QuietButton,
    ScrollPage,
    Tone,
)
from kitadesk.ui.tabs.contacts.body_head import BodyHead
from kitadesk.ui.tabs.contacts.body_seats import BodySeats
from kitadesk.ui.tabs.contacts.body_words import head_words, span_words

SHOWN_TABLES = frozenset({"body", "seat", "seat_term", "person", "institution"})


class BodyPage(QWidget):
    """Shows one body; `person_wanted` carries an id, `papers_wanted` the body, `gone` its end."""

    person_wanted = Signal(object)
    papers_wanted = Signal(object)
    gone = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bodyPage")
        self._context = context
        self._body_id: UUID | None = None
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(now.px(12))
        self.head = PageHead("", self)
        self.remark = Pill("", Tone.WARN, self)
        self.head.pills.addWidget(self.remark)
        self.print_button = QuietButton("Drucken …", self, name="bodyPrint")
        self.print_button.clicked.connect(self._on_print)
        self.head.buttons.addWidget(self.print_button)
        self.sums = PlainLabel("", self, kind="muted", wrap=True)
        column.addWidget(self.head)
        column.addWidget(self.sums)
        self._scroll = scroll = ScrollPage(self)
        self.seats = BodySeats(context.desk, scroll)
        self.seats.person_wanted.connect(self.person_wanted)
        self.seats.asked.connect(self._on_asked)
        self.about = BodyHead(context.desk, scroll)
        for card in (self.seats, self.about, self._build_past(scroll)):
            scroll.body.addWidget(card)
        scroll.body.addLayout(self._build_end())
        scroll.body.addStretch(1)
        column.addWidget(scroll, 1)
        context.changes.refresh_on(SHOWN_TABLES, self.refresh)

    def show_body(self, body_id: UUID | None) -> None:
        """Turn to a body."""
        self._body_id = body_id
        self.refresh()

    @property
    def body_id(self) -> UUID | None:
        """The body that is shown."""
        return self._body_id

    @Slot()
    def refresh(self) -> None:
        """Read the body again; when it is gone, say so."""
        if self._body_id is None:
            return
        desk, today = self._context.desk, self._context.desk.clock.today()
        try:
            card = desk.read(body_card, self._body_id)
        except UserError:
            self._body_id = None
            self.gone.emit()
            return
        members = desk.read(members_of, card.id, today)
        sums, remark = head_words(card, members, today)
        self.head.title.setText(card.name)
        self.sums.setText(sums)
        self.remark.set_state(remark, Tone.NEUTRAL if card.ended_on else Tone.WARN)
        self.remark.setVisible(bool(remark))
        self.seats.fill(card.id, members)
        self.about.fill(card)
        past = [row for row in desk.read(holders_of, card.id) if row.to_date or row.from_date]
        running = {row.term_id for row in members}
        self._past.set_rows([row for row in past if row.term_id not in running])
        self.past.setVisible(bool(self._past.rowCount()))
        self._fit_past()
        self.end_button.set_text("Wieder einsetzen" if card.ended_on else "Heute auflösen")

    def _build_past(self, parent: QWidget) -> Card:
        self.past = Card("Früher und künftig", parent, name="bodyPast")
        self._past: RowsModel[HolderRow] = RowsModel(
            (
                Column[HolderRow]("Name", lambda row: row.person_name, is_strong=True),
                Column[HolderRow]("Platz", lambda row: row.role_label, width=120),
                Column[HolderRow]("entsandt von", lambda row: row.institution),
                Column[HolderRow]("Amtszeit", span_words, width=216),
            ),
            key=lambda row: row.term_id,
        )
        self.past_table = DataTable(self._past, self.past, name="bodyPastTable")
        self.past_table.setAccessibleName("Frühere und künftige Amtszeiten")
        self.past.body.addWidget(self.past_table)
        return self.past

    def _fit_past(self) -> None:
        now = theme.current()
        rows = min(max(self._past.rowCount(), 1), 8)
        self.past_table.setFixedHeight((rows + 1) * now.row_height + now.px(6))

    def _build_end(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        self.end_button = QuietButton("Heute auflösen", self, name="bodyEnd")
        self.delete_button = QuietButton("Gremium löschen …", self, name="bodyDelete")
        self.end_button.clicked.connect(self._on_end)
        self.delete_button.clicked.connect(self._on_delete)
        row.addWidget(self.end_button)
        row.addWidget(self.delete_button)
        row.addStretch(1)
        return row

    @Slot()
    def _on_asked(self) -> None:
        """Show the lines that have just appeared, once they have their place."""
        QTimer.singleShot(0, self, self._show_seating)

    @Slot()
    def _show_seating(self) -> None:
        self._scroll.ensureWidgetVisible(self.seats.seating.give_up, 0, theme.current().px(24))

    @Slot()
    def _on_print(self) -> None:
        if self._body_id is not None:
            self.papers_wanted.emit(self._body_id)

    @Slot()
    def _on_end(self) -> None:
        """Dissolve the body today, or take that back; its terms stay as they are then."""
        if self._body_id is None:
            return
        desk = self._context.desk
        card = desk.read(body_card, self._body_id)
        if card.ended_on is not None:
            change_body(desk, self._body_id, ended_on=None)
            return
        end_body(desk, self._body_id, desk.clock.today())
        self._context.notify(f"{card.name} ist aufgelöst. Strg+Z nimmt es zurück.")

    @Slot()
    def _on_delete(self) -> None:
        if self._body_id is None:
            return
        name = self._context.desk.read(body_card, self._body_id).name
        choices = (
            Choice("Löschen", weak_slot(self._delete, self._body_id), is_main=True),
            Choice("Abbrechen"),
        )
        text = "Plätze und Amtszeiten gehen mit, die Menschen bleiben."
        self._context.dialogs.ask(self, f"{name} löschen?", text, choices)

    def _delete(self, body_id: UUID) -> None:
        delete_body(self._context.desk, body_id)
