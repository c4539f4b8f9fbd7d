"""Making a series: a rule gives dates, each can be left out, moved, given a topic and a host."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kitadesk.base.dates import short_date
from kitadesk.base.errors import UserError
from kitadesk.base.text import plural
from kitadesk.domain.series import parse_rule, rules_for
from kitadesk.queries.day_checks import conflict_names
from kitadesk.queries.events import EventRow
from kitadesk.queries.series import series_of
from kitadesk.services.desk import Desk
from kitadesk.services.series import (
    ProposedDate,
    SeriesDate,
    SeriesInput,
    make_series,
    propose_dates,
)
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.dialog_size import fit_dialog
from kitadesk.ui.kit.dialogs import window_of
from kitadesk.ui.kit.forms import DateField, TextField, TickField, side_by_side
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.suggest import SuggestField
from kitadesk.ui.kit.widgets import PlainLabel, PrimaryButton, QuietButton, ScrollPage
from kitadesk.ui.tabs.events.event_words import title_of
from kitadesk.ui.tabs.events.series_words import understood

WIDTH, HEIGHT = 760, 640
HALF_A_YEAR = timedelta(days=182)
INTRO = (
    "Jeder Termin wird eine eigene Veranstaltung und lässt sich später einzeln ändern. Tage in "
    "Ferien, an Feiertagen und Schließtagen sind abgewählt."
)


@dataclass(frozen=True, slots=True)
class _Line:
    """The fields of one proposed date."""

    tick: TickField
    day: DateField
    topic: TextField
    host: TextField

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """Return the widgets of the line in their order."""
        return (self.tick, self.day, self.topic, self.host)


class SeriesDialog(QDialog):
    """Open with `open()`; `made` after the step is stored."""

    made = Signal()

    def __init__(self, desk: Desk, row: EventRow, parent: QWidget | None = None) -> None:
        super().__init__(window_of(parent))
        self.setObjectName("seriesDialog")
        self.setWindowTitle("Reihe")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._row = desk, row
        self._lines: list[_Line] = []
        now = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(now.px(24), now.px(20), now.px(24), now.px(20))
        column.setSpacing(now.px(12))
        title = f"Reihe aus {title_of(row)}"
        column.addWidget(PlainLabel(title, self, kind="heading", wrap=True))
        column.addWidget(PlainLabel(INTRO, self, kind="muted", wrap=True))
        self._build_rule(column)
        self.page = ScrollPage(self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(now.px(8))
        self._grid.setVerticalSpacing(now.px(4))
        self._grid.setColumnStretch(2, 3)
        self._grid.setColumnStretch(3, 2)
        for place, caption in enumerate(("Tag", "Thema", "Gastgeber"), start=1):
            self._grid.addWidget(PlainLabel(caption, self.page.widget(), kind="small"), 0, place)
        self.page.body.addLayout(self._grid)
        self.page.body.addStretch(1)
        column.addWidget(self.page, 1)
        self.wrong = PlainLabel("", self, kind="fieldError", wrap=True)
        self.wrong.hide()
        column.addWidget(self.wrong)
        column.addLayout(self._build_buttons())
        fit_dialog(self, WIDTH, HEIGHT)
        self.propose()

    def propose(self) -> None:
        """Show the dates of the rule; what was typed for dates before is proposed anew."""
        try:
            until = self.until.value() or self._desk.clock.today() + HALF_A_YEAR
            rule = self.rule.value() or ""
            dates = propose_dates(self._desk, self._row.id, rule, until)
            self.rule.set_note(understood(rule, self._start()))
        except UserError as error:
            self.rule.show_error(error)
            dates = ()
        while len(self._lines) < len(dates):
            self._add_line()
        for place, line in enumerate(self._lines):
            for part in line.parts:
                part.setVisible(place < len(dates))
            if place < len(dates):
                self._fill(line, dates[place])
        self._count()

    def _build_rule(self, column: QVBoxLayout) -> None:
        start = self._start()
        rules = list(dict.fromkeys([*self._known_rule(), *(one.words for one in rules_for(start))]))
        self.rule = SuggestField("Wie oft", rules, self, name="newSeriesRule")
        self.until = DateField("Bis", self, name="newSeriesUntil", today=self._desk.clock.today)
        self.rule.set_value(rules[0])
        self.until.set_value(start + HALF_A_YEAR)
        self.rule.committed.connect(self._on_rule)
        self.until.committed.connect(self._on_rule)
        column.addLayout(side_by_side(self.rule, self.until))

    def _start(self) -> date:
        """Return the day that the rule counts from."""
        return self._row.on_date or self._desk.clock.today()

    def _known_rule(self) -> list[str]:
        """Return the rule of the series that the event is in already."""
        if self._row.series_id is None:
            return []
        found = self._desk.read(series_of, self._row.series_id, self._desk.clock.today())
        try:
            return [parse_rule(found.rule).words]
        except UserError:
            return []

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(8))
        row.addStretch(1)
        self.cancel = QuietButton("Abbrechen", self, name="seriesCancel")
        self.cancel.clicked.connect(self.reject)
        self.save = PrimaryButton("Reihe anlegen", self, name="seriesSave")
        self.save.clicked.connect(self._on_save)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        return row

    def _add_line(self) -> None:
        number = len(self._lines)
        today = self._desk.clock.today
        body = self.page.widget()
        line = _Line(
            TickField("", body, name=f"newDateWanted{number}"),
            DateField("", body, name=f"newDate{number}", today=today, note_for=self._note),
            TextField("", body, name=f"newDateTopic{number}", hint="Thema"),
            TextField("", body, name=f"newDateHost{number}", hint="Gastgeber"),
        )
        line.tick.committed.connect(weak_slot(self._count))
        for caption, field in (("Thema", line.topic), ("Gastgeber", line.host)):
            field.edit.setAccessibleName(f"{caption} des {number + 1}. Termins")
        line.day.edit.setAccessibleName(f"Tag des {number + 1}. Termins")
        for place, part in enumerate(line.parts):
            self._grid.addWidget(part, number + 1, place, Qt.AlignmentFlag.AlignTop)
        self._lines.append(line)
        # New lines come behind the buttons otherwise, where nobody looks for them by Tab.
        self.setTabOrder(line.host.edit, self.cancel)
        self.setTabOrder(self.cancel, self.save)

    def _fill(self, line: _Line, proposed: ProposedDate) -> None:
        line.tick.set_value(not proposed.is_free)
        line.tick.box.setAccessibleName(f"{short_date(proposed.day)} anlegen")
        line.day.set_value(proposed.day)
        line.host.set_value(line.host.value() or self._row.host)

    def _note(self, day: date) -> str:
        return " · ".join(self._desk.read(conflict_names, day, self._row.id))

    def _wanted(self) -> list[_Line]:
        return [line for line in self._lines if not line.tick.isHidden() and line.tick.value()]

    def _count(self) -> None:
        count = len(self._wanted())
        self.save.set_text(f"{plural(count, 'Termin', 'Termine')} anlegen" if count else "Anlegen")
        self.save.setEnabled(count > 0)

    @Slot()
    def _on_rule(self) -> None:
        self.propose()

    @Slot()
    def _on_save(self) -> None:
        lines = self._wanted()
        fields = [field for line in lines for field in (line.day, line.topic, line.host)]
        if not all(field.commit() for field in fields):
            return
        dates = tuple(
            SeriesDate(line.day.value(), line.topic.value() or "", line.host.value() or "")
            for line in lines
            if line.day.value() is not None
        )
        try:
            make_series(self._desk, SeriesInput(self._row.id, self.rule.value() or "", dates))
        except UserError as error:
            self.wrong.setText(str(error))
            self.wrong.show()
            return
        self.made.emit()
        self.accept()
