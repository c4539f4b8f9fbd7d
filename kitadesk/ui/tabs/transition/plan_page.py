"""The page Jahresplan: the picture and the list of one entry year, the card of one measure."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from kitadesk.base.text import plural
from kitadesk.services.plan_reading import PlanLine, YearPlan, read_plan
from kitadesk.services.transition import MeasureInput, add_measure
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.context import AppContext
from kitadesk.ui.kit.filtering import Wanted
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.widgets import (
    EmptyState,
    PlainLabel,
    QuietButton,
    SegmentedControl,
)
from kitadesk.ui.plan import words as plan_words
from kitadesk.ui.plan.picture import PlanPicture
from kitadesk.ui.tabs.transition.plan_card import MeasureCard
from kitadesk.ui.tabs.transition.plan_deeds import PlanDeeds
from kitadesk.ui.tabs.transition.plan_difference import MovedNotice
from kitadesk.ui.tabs.transition.plan_list import PlanList
from kitadesk.ui.tabs.transition.plan_opening import PlanOpening
from kitadesk.ui.tabs.transition.year_days import YearDays
from kitadesk.ui.tabs.transition.year_reading import YearReading

PICTURE, LIST = range(2)
CARD_WIDTH, LEAST_LIST = 340, 560
"""px at 100 %: below their sum the card takes the place of the plan."""
KEYS = "Eingabe: Karte · Leertaste: erledigt · Minus: entfällt · Datum tippen: verschieben"
NOTHING_FOUND = "Nichts passt zu dem, was oben eingetippt ist. Esc leert das Feld."


class YearPlanPage(QWidget):
    """Plans a year that has no plan yet with one click; then it is looked at and changed here.

    `paper_wanted` carries the id of the paper that belongs to a step; `arranged` when a plan is
    there, or none.
    """

    paper_wanted = Signal(str)
    arranged = Signal()

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("planPage")
        self._context = context
        self._desk = context.desk
        self._today = self._desk.clock.today()
        self._entry_year = self._today.year
        self._cohort_id: UUID | None = None
        self._plan: YearPlan | None = None
        self._lines: tuple[PlanLine, ...] = ()
        self._keep: Callable[[PlanLine], bool] | None = None
        self._is_card_open = False
        self._wanted: UUID | None = None
        self._opening = PlanOpening(context, self)
        self._deeds = PlanDeeds(context, self)
        self._reading = YearReading[YearPlan](context, read_plan, self._on_read, self)
        self._build()
        self._connect()

    @property
    def table(self) -> QWidget:
        """Return what gets the keyboard when the page is shown."""
        return self.picture if self.views.current() == PICTURE else self.list

    def begin(self) -> None:
        """Put the keyboard into the plan, on its first measure if none is chosen."""
        self.table.setFocus()
        if self._current() is None and self._lines:
            self._choose(self._lines[0].row.id)

    def show_year(self, entry_year: int, cohort_id: UUID | None) -> None:
        """Show the plan of a year; without a cohort offer to plan it."""
        if cohort_id != self._cohort_id:
            self._close_card()
        self._entry_year, self._cohort_id = entry_year, cohort_id
        self._today = self._desk.clock.today()
        self._reading.read(cohort_id, f"Jahresplan {entry_year} lesen")
        if self.nothing.button is not None:
            self.nothing.button.set_text(f"Schulanfänger {entry_year} planen")
        self.next_year.set_text(f"{entry_year + 1} planen")

    def narrow(self, wanted: Wanted, *, only_open: bool) -> None:
        """Show only what is wanted."""

        def keep(line: PlanLine) -> bool:
            row = line.row
            is_pending = plan_words.mark(row, self._today).is_pending
            return (not only_open or is_pending) and wanted.is_in(
                (row.title, row.short_title, row.responsible, row.rule, row.participants)
            )

        self._keep = keep if wanted or only_open else None
        self._show()

    def has_main_action(self) -> bool:
        """Return whether planning the year is offered."""
        return self._whole.currentWidget() is self.nothing

    def plan_year(self, entry_year: int) -> None:
        """Open an entry year from last year's plan or the template of the Land, in one step."""
        self._opening.open(entry_year)

    def show_measure(self, measure_id: UUID) -> bool:
        """Open the card of a measure, once the plan is read; False if it is not in this plan."""
        self._wanted = measure_id if self._reading.is_running() else None
        if self._wanted is not None:
            return True
        if all(line.row.id != measure_id for line in self._lines):
            return False
        self._choose(measure_id)
        self._open_card()
        return True

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(300), theme.current().px(160))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        gap = theme.current().px(8)
        self._whole = QStackedWidget(self)
        self.nothing = EmptyState(
            "Aus der Vorlage Ihres Landes entsteht der ganze Jahresplan: Anmeldung, Schularzt, "
            "Elternabend, Schnuppertag, Übergabe. Alle Termine lassen sich danach ändern.",
            self, action="Schulanfänger planen", on_action=weak_slot(self._on_plan),
        )  # fmt: skip
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        self.moved = MovedNotice(self._desk, self)
        self.picture = PlanPicture(self._today, self)
        self.list = PlanList(self._today, self)
        self._views = QStackedWidget(self)
        self._views.addWidget(self.picture)
        self._views.addWidget(self.list)
        self.card = MeasureCard(self._desk, self)
        self.card.hide()
        self._row = QHBoxLayout()
        self._row.setSpacing(2 * gap)
        self._row.addWidget(self._views, 1)
        self._row.addWidget(self.card)
        self.foot = PlainLabel("", self, kind="small", wrap=True)
        column.addLayout(self._build_bar())
        column.addWidget(self.moved)
        column.addLayout(self._row, 1)
        column.addWidget(self.foot)
        self._whole.addWidget(self.nothing)
        self._whole.addWidget(self._body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._whole)

    def _build_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(theme.current().px(8))
        self.views = SegmentedControl(("Bild", "Liste"), self)
        self.new_measure = QuietButton("Neue Maßnahme", self, name="newMeasure")
        self.next_year = QuietButton("", self, name="planNextYear")
        self.next_year.setToolTip("Den nächsten Jahrgang aus diesem Plan anlegen")
        self.days = YearDays(self._context, self)
        bar.addWidget(self.views)
        bar.addWidget(self.days, 1)
        bar.addWidget(self.next_year)
        bar.addWidget(self.new_measure)
        return bar

    def _connect(self) -> None:
        self.views.changed.connect(self._on_view)
        self.new_measure.clicked.connect(self._on_new)
        self.next_year.clicked.connect(self._on_next_year)
        for view in (self.picture, self.list):
            view.chosen.connect(self._on_chosen)
            view.opened.connect(self._on_opened)
            view.done_wanted.connect(self._deeds.toggle_done)
            view.not_needed_wanted.connect(self._deeds.toggle_not_needed)
            view.day_wanted.connect(self._on_day)
        self.list.order_wanted.connect(self._deeds.reorder)
        self.list.delete_wanted.connect(self._deeds.delete)
        self.card.closed.connect(self._on_card_closed)
        self.card.paper_wanted.connect(self.paper_wanted)
        self.card.event_wanted.connect(self._on_event)
        self.card.done_wanted.connect(self._deeds.toggle_done)
        self.card.not_needed_wanted.connect(self._deeds.toggle_not_needed)
        self.card.delete_wanted.connect(self._deeds.delete)

    @Slot(object)
    def _on_read(self, plan: YearPlan | None) -> None:
        self._plan = plan
        has_plan = plan is not None and bool(plan.lines)
        self._whole.setCurrentWidget(self._body if has_plan else self.nothing)
        self._show()
        self.arranged.emit()
        if self._wanted is not None and has_plan:
            self.show_measure(self._wanted)

    def _show(self) -> None:
        plan = self._plan
        self._lines = () if plan is None else tuple(filter(self._keep, plan.lines))
        self.picture.show_plan(plan, self._lines, self._today)
        self.list.show_lines(self._lines, self._today)
        self.list.set_empty_text(NOTHING_FOUND)
        self._show_foot()
        if plan is None:
            return
        self.days.show_plan(plan)
        self.moved.show_cohort(plan.card.id)
        self._show_card()

    def _show_foot(self) -> None:
        marks = [plan_words.mark(line.row, self._today) for line in self._lines]
        pending = sum(mark.is_pending for mark in marks)
        odd = sum(bool(line.conflicts) for line in self._lines)
        parts = [plural(len(marks), "Maßnahme", "Maßnahmen"), f"{pending} offen"]
        if odd:
            parts.append(plural(odd, "Termin prüfen", "Termine prüfen"))
        self.foot.setText(f"{' · '.join(parts)}    {KEYS}" if marks else NOTHING_FOUND)

    def _current(self) -> PlanLine | None:
        if self.views.current() == PICTURE:
            return self.picture.current_line()
        found = self.list.current_row()
        return found if isinstance(found, PlanLine) else None

    def _choose(self, measure_id: UUID) -> None:
        self.picture.choose(measure_id)
        self.list.choose(measure_id)

    def _show_card(self) -> None:
        """Fill the card anew; close it when its measure is gone."""
        plan = self._plan
        if plan is None or not plan.lines:
            return
        wanted = self.card.measure_id
        line = next((one for one in plan.lines if one.row.id == wanted), None)
        if line is None and self._is_card_open:
            self._close_card()
        self.card.show_line(plan, line or plan.lines[0])

    def _open_card(self) -> None:
        line = self._current()
        if line is None or self._plan is None:
            return
        if self._is_card_open and self.card.measure_id != line.row.id:
            self.card.commit()
        self._is_card_open = True
        self.card.show_line(self._plan, line)
        self._arrange()

    def _close_card(self) -> None:
        self._is_card_open = False
        self._arrange()

    def _arrange(self) -> None:
        """Show the card beside the plan, or in its place where room is short."""
        now = theme.current()
        is_roomy = self.width() >= now.px(CARD_WIDTH + LEAST_LIST)
        self.card.setVisible(self._is_card_open)
        self.card.setMinimumWidth(now.px(CARD_WIDTH) if is_roomy else 0)
        self.card.setMaximumWidth(now.px(CARD_WIDTH) if is_roomy else self.width())
        self._views.setVisible(is_roomy or not self._is_card_open)
        self.foot.setVisible(is_roomy or not self._is_card_open)

    @Slot()
    def _on_plan(self) -> None:
        self.plan_year(self._entry_year)

    @Slot()
    def _on_next_year(self) -> None:
        self.plan_year(self._entry_year + 1)

    @Slot()
    def _on_new(self) -> None:
        if self._cohort_id is None:
            return
        made = add_measure(self._desk, MeasureInput(self._cohort_id, "Neue Maßnahme"))
        self.show_year(self._entry_year, self._cohort_id)
        if self.show_measure(made):
            self.card.focus_title()

    @Slot(int)
    def _on_view(self, number: int) -> None:
        chosen = self.list.current_row() if number == PICTURE else self.picture.current_line()
        self._views.setCurrentIndex(number)
        if isinstance(chosen, PlanLine):
            self._choose(chosen.row.id)

    @Slot(object)
    def _on_chosen(self, _line: PlanLine | None) -> None:
        if self._is_card_open and self._current() is not None:
            self._open_card()

    @Slot(object)
    def _on_opened(self, _line: PlanLine) -> None:
        self._open_card()

    @Slot(object, str)
    def _on_day(self, _line: PlanLine, typed: str) -> None:
        self._open_card()
        self.card.focus_day(typed)

    @Slot(object)
    def _on_event(self, event_id: UUID) -> None:
        self._context.navigate("event", event_id)

    @Slot()
    def _on_card_closed(self) -> None:
        self.card.commit()
        self._close_card()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
