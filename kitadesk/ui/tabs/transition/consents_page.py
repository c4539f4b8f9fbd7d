"""The page Einwilligungen: children, what their custodians decided, and the ledger behind it.

The number of a form opens its child; a digit typed anywhere on the page begins one, and a scan is
taken out of the field where it was typed.
"""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSize, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.dates import numeric_date
from kitadesk.base.text import and_list, plural
from kitadesk.domain.consent import CHILD_KINDS, ConsentKind, ConsentState
from kitadesk.domain.consent_standing import PARTLY
from kitadesk.domain.replies import is_slip, slip_text
from kitadesk.queries.consents import ConsentChildRow, consent_rows
from kitadesk.queries.slips import SlipKind, SlipPlace
from kitadesk.services.desk import Desk
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.event_filters import outlives_attributes
from kitadesk.ui.kit.filtering import Wanted
from kitadesk.ui.kit.scanner import ScanCatcher
from kitadesk.ui.kit.table import Column, DataTable, RowsModel
from kitadesk.ui.kit.table_memory import remember_columns
from kitadesk.ui.kit.widgets import PlainLabel
from kitadesk.ui.tabs.transition.consent_card import ConsentCard
from kitadesk.ui.tabs.transition.consent_entry import ConsentEntry
from kitadesk.ui.tabs.transition.year_reading import YearReading

CARD_WIDTH, LEAST_LIST = 360, 520
"""px at 100 %: below their sum the card takes the place of the list."""
_SIGNS = {
    ConsentState.GIVEN: "✓ liegt vor",
    ConsentState.NO: "nein",
    ConsentState.OPEN: "offen",
    ConsentState.REVOKED: "widerrufen",
}
SHOWN_TABLES = frozenset({"consent", "consent_signature"})
"""What the tab has to listen to for this page, beside its other tables."""


def state_words(row: ConsentChildRow, kind: ConsentKind) -> str:
    """Return the state in a word; a paper that lacks a signature says how many."""
    found = row.standings.get(kind)
    if found is not None and found.is_partly_signed:
        lacking = plural(found.lacking, "Unterschrift", "Unterschriften")
        return f"offen · {lacking} {'fehlt' if found.lacking == 1 else 'fehlen'}"
    is_limited = bool(row.limits(kind))
    return f"{_SIGNS[row.state(kind)]} · {PARTLY}" if is_limited else _SIGNS[row.state(kind)]


def state_tip(row: ConsentChildRow, kind: ConsentKind) -> str:
    """Return since when it is so, and whose signature is still missing."""
    found = row.standings.get(kind)
    if found is None or found.since is None:
        return "Noch keine Antwort eingetragen."
    parts = [f"Eingetragen am {numeric_date(found.since)}"]
    if found.is_partly_signed:
        parts.append(f"Es fehlt: {and_list(list(row.missing.get(kind, ())))}")
    if limits := row.limits(kind):
        parts.append(f"Erlaubt: {limits}")
    return ". ".join(parts)


class ConsentsPage(QWidget):
    """Children × purposes; Enter or a click opens the card where an answer is written down.

    `arranged` when the card comes or goes.
    """

    arranged = Signal()

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("consentsPage")
        self._context = context
        self._desk = context.desk
        self._entry_year = context.desk.clock.today().year
        self._cohort_id: UUID | None = None
        self._is_card_open = False
        self._is_by_number = False
        self._wanted: tuple[UUID, ConsentKind | None] | None = None
        self._reading = YearReading[tuple[ConsentChildRow, ...]](
            context, _read, self._on_read, self
        )
        self.model = RowsModel[ConsentChildRow](_columns(), key=lambda row: row.child_id)
        self.table = DataTable(self.model, self, name="consents")
        self.table.setAccessibleName("Einwilligungen")
        remember_columns(self.table, context.desk)
        self.entry = ConsentEntry(context.desk, self)
        self.card = ConsentCard(context, self)
        self.card.hide()
        self.counts = PlainLabel("", self, kind="small", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(16))
        row.addWidget(self.table, 1)
        row.addWidget(self.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(8))
        column.addWidget(self.entry)
        column.addLayout(row, 1)
        column.addWidget(self.counts)
        self.table.opened.connect(self._on_opened)
        self.table.clicked.connect(self._on_clicked)
        self.table.chosen.connect(self._on_chosen)
        self.card.closed.connect(self._on_closed)
        self.card.entered.connect(self._on_entered)
        self.entry.found.connect(self._on_number)
        self.entry.elsewhere_wanted.connect(self._on_elsewhere)
        self.table.installEventFilter(self)
        self._scans = ScanCatcher(self, is_slip)
        self._scans.watch(self.entry.number)
        self._scans.watch_inside(self.card)
        self._scans.scanned.connect(self.entry.take)

    def begin(self) -> None:
        """Put the keyboard into the list, on its first child if none is chosen."""
        self.table.setFocus()
        if self.table.current_row() is None and self.model.rowCount():
            self.table.selectRow(0)

    def show_year(self, entry_year: int, cohort_id: UUID | None) -> None:
        """Show the children of a year; the open card is filled anew."""
        self._entry_year, self._cohort_id = entry_year, cohort_id
        self._wanted = None
        self._reading.read(cohort_id, f"Einwilligungen {entry_year} lesen")

    def show_child(self, child_id: UUID, kind: ConsentKind | None = None) -> bool:
        """Open the card of a child, at one purpose, once all is read; False if it is not here."""
        if self._reading.is_running():
            self._wanted = (child_id, kind)
            return True
        row = next((one for one in self.model.rows if one.child_id == child_id), None)
        if row is None:
            return False
        self.table.choose(child_id)
        self._open(row)
        if kind is not None:
            self.card.choose_kind(kind)
        return True

    def book(self, place: SlipPlace) -> bool:
        """Open the card for a form that lies here; False where its child is not shown."""
        begun, before = self.card.begun(), self.card.child_id
        self._is_by_number = self.show_child(place.record_id, place.consent)
        if self._is_by_number:
            left = (
                f" – nicht eingetragen blieb: {begun}"
                if begun and place.record_id != before
                else ""
            )
            self.entry.say_found(f"{slip_text(place.number)}: {place.whose}{left}")
            self.card.choose_school(place.recipient_id)
            self.card.begin()
        return self._is_by_number

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.entry.take_digit(event):
            super().keyPressEvent(event)

    @override
    @outlives_attributes
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        return is_key and isinstance(event, QKeyEvent) and self.entry.take_digit(event)

    def has_main_action(self) -> bool:
        """Return whether the card is open: it enters an answer."""
        return self._is_card_open

    def narrow(self, wanted: Wanted, *, only_open: bool) -> None:
        """Show only what is wanted; open is who has not answered everything."""

        def keep(row: ConsentChildRow) -> bool:
            is_open = any(row.state(kind) is ConsentState.OPEN for kind in CHILD_KINDS)
            words = [state_words(row, kind) for kind in CHILD_KINDS]
            return (not only_open or is_open) and wanted.is_in((row.name, row.group_name, *words))

        self.model.set_filter(keep if wanted or only_open else None)
        self._say_if_empty()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(300), theme.current().px(160))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot(object)
    def _on_read(self, found: tuple[ConsentChildRow, ...] | None) -> None:
        rows = found or ()
        self.model.set_rows(rows)
        self._show_counts(rows)
        shown = next((row for row in rows if row.child_id == self.card.child_id), None)
        if self._is_card_open and shown is not None:
            self.card.show_child(shown)
        else:
            self._close()
        self._say_if_empty()
        if self._wanted is not None:
            self.show_child(*self._wanted)

    def _say_if_empty(self) -> None:
        nothing = f"Noch keine Schulanfänger {self._entry_year}. Der Jahresplan legt sie an."
        words = nothing if not self.model.all_count else "Nichts passt zum Filter."
        self.table.set_empty_text("Wird gelesen …" if self._reading.is_running() else words)

    def _show_counts(self, rows: tuple[ConsentChildRow, ...]) -> None:
        parts = []
        for kind in CHILD_KINDS:
            given = sum(row.state(kind) is ConsentState.GIVEN for row in rows)
            parts.append(f"{kind.label} {given} von {len(rows)}")
        self.counts.setText(f"Liegt vor: {' · '.join(parts)}" if rows else "")

    def _open(self, row: ConsentChildRow) -> None:
        self._is_card_open = True
        self.card.show_child(row)
        self._arrange()

    def _close(self) -> None:
        self._is_card_open = False
        self._arrange()

    def _arrange(self) -> None:
        now = theme.current()
        is_roomy = self.width() >= now.px(CARD_WIDTH + LEAST_LIST)
        self.card.setVisible(self._is_card_open)
        self.card.setMinimumWidth(now.px(CARD_WIDTH) if is_roomy else 0)
        self.card.setMaximumWidth(now.px(CARD_WIDTH) if is_roomy else self.width())
        for widget in (self.table, self.counts):
            widget.setVisible(is_roomy or not self._is_card_open)
        self.arranged.emit()

    @Slot(object)
    def _on_opened(self, row: ConsentChildRow) -> None:
        self._open(row)

    @Slot()
    def _on_clicked(self) -> None:
        row = self.table.current_row()
        if isinstance(row, ConsentChildRow):
            self._open(row)

    @Slot(object)
    def _on_chosen(self, row: ConsentChildRow | None) -> None:
        if self._is_card_open and row is not None:
            self._open(row)

    @Slot()
    def _on_closed(self) -> None:
        self._is_by_number = False
        self._close()
        self.table.setFocus()

    @Slot(object)
    def _on_number(self, place: SlipPlace) -> None:
        """Open the form of a child of this year; say where any other number belongs."""
        if place.kind is not SlipKind.CONSENT or place.entry_year != self._entry_year:
            self.entry.refuse(_elsewhere_words(place), place)
        elif not self.book(place):
            self._context.navigate("slip", place.id)

    @Slot(object)
    def _on_elsewhere(self, slip_id: UUID) -> None:
        self._context.navigate("slip", slip_id)

    @Slot(str)
    def _on_entered(self, words: str) -> None:
        """After a form that came by its number the next one may be scanned at once."""
        if self._is_by_number:
            self.entry.say_found(f"✓ Eingetragen: {words}")
            self.entry.begin()


def _elsewhere_words(place: SlipPlace) -> str:
    if place.kind is SlipKind.CONSENT and place.entry_year is not None:
        return f"{place.words} Schulanfang {place.entry_year}."
    return place.words


def _read(desk: Desk, cohort_id: UUID) -> tuple[ConsentChildRow, ...]:
    return desk.read(consent_rows, desk.clock.today(), cohort_id=cohort_id)


def _columns() -> tuple[Column[ConsentChildRow], ...]:
    return (
        Column[ConsentChildRow]("Kind", lambda row: row.name, is_strong=True),
        Column[ConsentChildRow]("Gruppe", lambda row: row.group_name, width=100, is_muted=True),
        *(_kind_column(kind) for kind in CHILD_KINDS),
    )


def _kind_column(kind: ConsentKind) -> Column[ConsentChildRow]:
    return Column[ConsentChildRow](
        kind.label,
        lambda row: state_words(row, kind),
        width=186,
        tip=lambda row: state_tip(row, kind),
    )
