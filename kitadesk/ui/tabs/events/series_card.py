"""The series of an event: its dates with topic, host and visitors, the trend, the review."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from kitadesk.base.dates import day_month
from kitadesk.base.errors import UserError
from kitadesk.base.text import plural
from kitadesk.domain.events import EventStatus
from kitadesk.domain.replies import MAX_PERSONS
from kitadesk.queries.events import EventRow
from kitadesk.queries.series import SeriesDateRow, SeriesRow, series_of
from kitadesk.services.desk import Desk
from kitadesk.services.events import change_event
from kitadesk.services.series import add_next_date, change_series, leave_series, set_visitors
from kitadesk.ui.kit import dialogs, theme
from kitadesk.ui.kit.forms import AreaField, NumberField, TextField, side_by_side
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.widgets import Card, FlowLayout, LinkButton, PlainLabel, QuietButton
from kitadesk.ui.tabs.events.editing import EventEditing
from kitadesk.ui.tabs.events.series_words import understood

PAST_SHOWN, COMING_SHOWN = 4, 8
"""The dates that one works with; the others are counted."""
HEADS = ("Termin", "Thema", "Gastgeber", "Besuch")
_STATES = {EventStatus.CANCELLED: "abgesagt", EventStatus.POSTPONED: "verschoben"}


class _DateLine(QObject):
    """The fields of one date; they save into their own event, so that the others stay."""

    def __init__(self, desk: Desk, card: QWidget, grid: QGridLayout, line: int) -> None:
        super().__init__(card)
        self._desk = desk
        self.event_id: UUID | None = None
        self.day = LinkButton("", card, name=f"seriesDay{line}")
        self.topic = TextField("", card, name=f"seriesTopic{line}", hint="Thema")
        self.host = TextField("", card, name=f"seriesHost{line}", hint="noch offen")
        self.visitors = NumberField("", card, name=f"seriesVisitors{line}", most=MAX_PERSONS)
        self.visitors.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.visitors.edit.setFixedWidth(theme.current().px(64))
        self.topic.save_with(self._save_topic)
        self.host.save_with(self._save_host)
        self.visitors.save_with(self._save_visitors)
        self.parts: tuple[QWidget, ...] = (self.day, self.topic, self.host, self.visitors)
        for place, part in enumerate(self.parts):
            grid.addWidget(part, line + 1, place, Qt.AlignmentFlag.AlignTop)

    def fill(self, row: SeriesDateRow, *, is_current: bool) -> None:
        """Show a date; the one on the screen is marked."""
        self.event_id = row.event_id
        words = day_month(row.on_date) if row.on_date else "offen"
        state = _STATES.get(row.status, "")
        self.day.set_text(f"{words} {state}".strip())
        self.day.setEnabled(not is_current)
        self.day.setAccessibleName(f"Zum Termin {words}")
        for caption, field in zip(HEADS[1:], (self.topic, self.host, self.visitors), strict=True):
            field.editor().setAccessibleName(f"{caption} am {words}")
        self.topic.set_value(row.topic)
        self.host.set_value(row.host)
        self.visitors.set_value(row.visitors)
        self.show()

    def show(self) -> None:
        """Show the line."""
        for part in self.parts:
            part.show()

    def hide(self) -> None:
        """Hide a line that has no date."""
        for part in self.parts:
            part.hide()

    def _save_topic(self, topic: str) -> None:
        if self.event_id is not None:
            change_event(self._desk, self.event_id, subtitle=topic)

    def _save_host(self, host: str) -> None:
        if self.event_id is not None:
            change_event(self._desk, self.event_id, host=host)

    def _save_visitors(self, persons: int | None) -> None:
        if self.event_id is not None:
            set_visitors(self._desk, self.event_id, persons or 0)


class SeriesCard(Card):
    """Only there where an event is one of a series."""

    date_chosen = Signal(object)
    """The id of the event of another date."""

    def __init__(self, editing: EventEditing, parent: QWidget | None = None) -> None:
        super().__init__("Reihe", parent, name="seriesCard")
        self._editing = editing
        self._series: SeriesRow | None = None
        self._last = editing.desk.clock.today()
        now = theme.current()
        self.trend = PlainLabel("", self, kind="muted", wrap=True)
        self.body.addWidget(self.trend)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(now.px(8))
        self._grid.setVerticalSpacing(now.px(4))
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        for place, head in enumerate(HEADS):
            self._grid.addWidget(PlainLabel(head, self, kind="small"), 0, place)
        self._lines: list[_DateLine] = []
        self.body.addLayout(self._grid)
        self.more = PlainLabel("", self, kind="small", wrap=True)
        self.body.addWidget(self.more)
        self._build_foot()
        self.hide()

    def fill(self, row: EventRow | None) -> None:
        """Show the series of an event, or nothing."""
        self.setVisible(row is not None and row.series_id is not None)
        if row is None or row.series_id is None:
            self._series = None
            return
        desk = self._editing.desk
        found = desk.read(series_of, row.series_id, desk.clock.today())
        self._series = found
        if self.heading is not None:
            self.heading.label.setText(f"Reihe „{found.title}“")
        self.trend.setText(f"Besuch {found.trend}." if found.trend else "")
        self.trend.setVisible(bool(found.trend))
        self._fill_lines(found, row.id)
        self.rule.set_value(found.rule)
        days = [one.on_date for one in found.dates if one.on_date is not None]
        self._last = days[-1] if days else desk.clock.today()
        self.rule.set_note(understood(found.rule, self._last))
        self.host.set_value(found.host)
        self.review.set_value(found.review)

    def _fill_lines(self, series: SeriesRow, current_id: UUID) -> None:
        past = [one for one in series.dates if one.is_past]
        coming = [one for one in series.dates if not one.is_past]
        shown = [*past[-PAST_SHOWN:], *coming[:COMING_SHOWN]]
        while len(self._lines) < len(shown):
            self._add_line()
        for place, line in enumerate(self._lines):
            if place < len(shown):
                line.fill(shown[place], is_current=shown[place].event_id == current_id)
            else:
                line.hide()
        hidden = len(series.dates) - len(shown)
        others = plural(hidden, "weiterer Termin", "weitere Termine")
        self.more.setText(f"Dazu {others}." if hidden else "")
        self.more.setVisible(hidden > 0)

    def _add_line(self) -> None:
        number = len(self._lines)
        line = _DateLine(self._editing.desk, self, self._grid, number)
        self._lines.append(line)
        line.day.clicked.connect(weak_slot(self._on_day, number))

    def _build_foot(self) -> None:
        self.rule = TextField("Regel", self, name="seriesRule", hint="jeden ersten Mittwoch")
        self.rule.save_with(self._save_rule)
        self.host = TextField("Meist Gastgeber", self, name="seriesUsualHost")
        self.host.save_with(self._save_usual_host)
        self.review = AreaField("Rückblick: Was läuft gut, was ändern wir?", self,
                                name="seriesReview", lines=2)  # fmt: skip
        self.review.save_with(self._save_review)
        self.body.addLayout(side_by_side(self.rule, self.host))
        self.body.addWidget(self.review)
        holder = QWidget(self)
        flow = FlowLayout(holder, spacing=theme.current().px(8))
        self.next = QuietButton("Nächsten Termin anlegen", holder, name="seriesNext")
        self.next.clicked.connect(self._on_next)
        self.leave = QuietButton("Diesen Termin herausnehmen", holder, name="seriesLeave")
        self.leave.clicked.connect(self._on_leave)
        flow.addWidget(self.next)
        flow.addWidget(self.leave)
        self.body.addWidget(holder)

    def _on_day(self, number: int) -> None:
        self.date_chosen.emit(self._lines[number].event_id)

    def _save_rule(self, rule: str) -> None:
        if self._series is not None:
            change_series(self._editing.desk, self._series.id, rule=rule)
            self.rule.set_note(understood(rule, self._last))

    def _save_usual_host(self, host: str) -> None:
        if self._series is not None:
            change_series(self._editing.desk, self._series.id, host=host)

    def _save_review(self, review: str) -> None:
        if self._series is not None:
            change_series(self._editing.desk, self._series.id, review=review)

    @Slot()
    def _on_next(self) -> None:
        if self._series is None:
            return
        try:
            event_id = add_next_date(self._editing.desk, self._series.id)
        except UserError as error:
            dialogs.door().error(self, error)
            return
        self.date_chosen.emit(event_id)

    @Slot()
    def _on_leave(self) -> None:
        if self._editing.event_id is not None:
            leave_series(self._editing.desk, self._editing.event_id)
