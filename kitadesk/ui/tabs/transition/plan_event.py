"""The event of a measure on its card: choose one, make one, open it; then its day leads."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kitadesk.base.dates import date_time, short_date
from kitadesk.base.errors import UserError
from kitadesk.queries.plan_events import EventChoice, events_for_plan
from kitadesk.queries.year_plan import PlanRow
from kitadesk.services.desk import Desk
from kitadesk.services.measure_events import add_event_for, tie_event
from kitadesk.services.plan_reading import YearPlan
from kitadesk.ui.kit import dialogs, theme
from kitadesk.ui.kit.forms import ChoiceField
from kitadesk.ui.kit.widgets import PlainLabel, TextLink

_NONE = (None, "keine")
NO_DAY = "Die Veranstaltung hat noch keinen Tag; bis dahin gilt der Tag unten."
IS_OFF = "Die Veranstaltung ist abgesagt; es gilt der Tag unten."


class MeasureEvent(QWidget):
    """Says which evening a measure is, and lets it be chosen; `event_wanted(id)` opens it."""

    event_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: PlanRow | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(4))
        self.choice = ChoiceField("Veranstaltung", [_NONE], self, name="measureEvent")
        self.choice.save_with(self._save)
        self.says = PlainLabel("", self, kind="small", wrap=True)
        self.add = TextLink("Veranstaltung dazu anlegen", self, name="measureAddEvent")
        self.open = TextLink("Veranstaltung öffnen", self, name="measureOpenEvent")
        self.add.clicked.connect(self._on_add)
        self.open.clicked.connect(self._on_open)
        for widget in (self.choice, self.says):
            column.addWidget(widget)
        for link in (self.add, self.open):
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def show_row(self, plan: YearPlan, row: PlanRow) -> None:
        """Show the event of a measure and those it could be."""
        self._row = row
        found = self._desk.read(events_for_plan, plan.begin, plan.end, row.event_id)
        self.choice.set_options([_NONE, *((one.id, _words(one)) for one in found)])
        self.choice.set_value(row.event_id)
        tied = next((one for one in found if one.id == row.event_id), None)
        self.says.setText(_says(row, tied))
        self.says.setVisible(bool(self.says.text()))
        self.add.setVisible(tied is None)
        self.open.setVisible(tied is not None)

    def take_keyboard(self) -> None:
        """Put the keyboard on the way to the event, where the day is changed."""
        self.open.setFocus()

    def _save(self, event_id: UUID | None) -> None:
        if self._row is None:
            raise UserError("record_gone")
        tie_event(self._desk, self._row.id, event_id)

    @Slot()
    def _on_add(self) -> None:
        if self._row is None:
            return
        try:
            add_event_for(self._desk, self._row.id)
        except UserError as error:
            dialogs.door().error(self, error)

    @Slot()
    def _on_open(self) -> None:
        if self._row is not None and self._row.event_id is not None:
            self.event_wanted.emit(self._row.event_id)


def _words(event: EventChoice) -> str:
    """Return "Do 8. April 2027: Vorschulelternabend"."""
    day = "ohne Tag" if event.on_date is None else short_date(event.on_date)
    return f"{'abgesagt' if event.is_off else day}: {event.title}"


def _says(row: PlanRow, tied: EventChoice | None) -> str:
    """Return whose day holds."""
    if tied is None:
        return ""
    if row.event_on is None:
        return IS_OFF if tied.is_off else NO_DAY
    day = short_date(row.event_on)
    if row.last is not None and row.last != row.event_on:
        day = f"{day} bis {short_date(row.last)}"
    elif row.event_at is not None:
        day = date_time(row.event_on, row.event_at)
    return f"Es gilt der Tag der Veranstaltung: {day}."
